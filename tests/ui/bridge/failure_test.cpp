// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/failure.h"

#include <gtest/gtest.h>

namespace longhand::ui {
namespace {

const std::vector<ErrorKind> kKinds = {
    ErrorKind::not_found,     ErrorKind::unreadable, ErrorKind::corrupt, ErrorKind::unsupported,
    ErrorKind::out_of_memory, ErrorKind::cancelled,  ErrorKind::invalid, ErrorKind::locked,
    ErrorKind::busy,          ErrorKind::internal};
const std::vector<Doing> kDoings = {Doing::openingLibrary, Doing::importingFile, Doing::readingBook,
                                    Doing::showingPage,    Doing::removingBook,  Doing::startingJob,
                                    Doing::working,        Doing::loadingModel,  Doing::exporting,
                                    Doing::askingServer};

TEST(Failure, EveryKindOfErrorInEveryPlaceIsAWholeSentence)
{
    for (const ErrorKind kind : kKinds)
        for (const Doing doing : kDoings) {
            const QString text = describe({kind, "x.pdf: offset 7"}, doing, "x.pdf").sentence;
            EXPECT_TRUE(text.endsWith(QLatin1Char('.'))) << text.toStdString();
            EXPECT_TRUE(text.at(0).isUpper() || text.startsWith(QChar(0x201C)))
                << text.toStdString();
            EXPECT_FALSE(text.contains(QLatin1String("%1"))) << text.toStdString();
            EXPECT_FALSE(text.contains(QLatin1String("offset"))) << text.toStdString();
        }
}

TEST(Failure, TheLineForTheLogIsKeptForTheDetails)
{
    const Failure failure = describe({ErrorKind::corrupt, "a.pdf: at 12 found 0, expected 1"},
                                     Doing::importingFile, QStringLiteral("a.pdf"));
    EXPECT_EQ(failure.detail, QStringLiteral("a.pdf: at 12 found 0, expected 1"));
    EXPECT_TRUE(failure.sentence.contains(QStringLiteral("“a.pdf”")));
}

TEST(Failure, ASubjectThatLooksLikeAPlaceholderIsNotFilledAgain)
{
    const Failure failure =
        describe({ErrorKind::not_found, ""}, Doing::importingFile, QStringLiteral("100 %1.pdf"));
    EXPECT_TRUE(failure.sentence.contains(QStringLiteral("“100 %1.pdf”")));
}

TEST(Failure, APasswordIsAskedForAndACancelIsKnown)
{
    EXPECT_TRUE(describe({ErrorKind::locked, ""}, Doing::importingFile, "a").needsPassword);
    EXPECT_TRUE(describe({ErrorKind::cancelled, ""}, Doing::importingFile, "a").cancelled);
    EXPECT_FALSE(describe({ErrorKind::corrupt, ""}, Doing::importingFile, "a").cancelled);
}

TEST(Failure, WhatAServersModelGoesWithoutIsOneSentence)
{
    EXPECT_TRUE(leftOutSentence(QStringLiteral("m"), {}).isEmpty());
    EXPECT_TRUE(leftOutSentence(QStringLiteral("m"), {QStringLiteral("unheard of")}).isEmpty());
    const QString all = leftOutSentence(
        QStringLiteral("m"), {QStringLiteral("study"), QStringLiteral("form"), QStringLiteral("kept")});
    EXPECT_EQ(all.count(QLatin1Char(';')), 2) << all.toStdString();
    EXPECT_TRUE(all.endsWith(QLatin1Char('.')));
    EXPECT_TRUE(serverAwaySentence().endsWith(QLatin1Char('.')));
}

TEST(Failure, UnknownWarningsAndProblemsAreShownAsTheyAre)
{
    EXPECT_EQ(warningPhrase(QStringLiteral("new_check")), QStringLiteral("new_check"));
    EXPECT_NE(warningPhrase(QStringLiteral("loop")), QStringLiteral("loop"));
    EXPECT_EQ(problemSentence(QStringLiteral("novel"), QStringLiteral("Said below."), 0),
              QStringLiteral("Said below."));
    EXPECT_TRUE(problemSentence(QStringLiteral("scan_pages"), {}, 12).startsWith("12 "));
}

} // namespace
} // namespace longhand::ui
