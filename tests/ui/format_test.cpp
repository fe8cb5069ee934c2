// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/colours.h"
#include "ui/common/format.h"

#include <QApplication>
#include <QTranslator>

#include <gtest/gtest.h>

#include <cmath>

namespace longhand::ui {
namespace {

TEST(Format, CoverageNeverRoundsUpToEverything)
{
    EXPECT_TRUE(coverageLine({100000, 99999, 4, 1}).contains(QStringLiteral("99.9 %")));
    EXPECT_TRUE(coverageLine({100000, 100000, 4, 0}).contains(QStringLiteral("100 %")));
    EXPECT_TRUE(coverageLine({}).isEmpty());
}

TEST(Format, DurationsAreRoundedAsPeopleSayThem)
{
    EXPECT_TRUE(duration(12).startsWith(QStringLiteral("12 ")));
    EXPECT_TRUE(duration(95).startsWith(QStringLiteral("2 ")));
    EXPECT_EQ(duration(6300), QStringLiteral("1 h 45 min"));
    EXPECT_TRUE(duration(40000).startsWith(QStringLiteral("11 ")));
}

TEST(Format, APassageIsNamedByItsPrintedPageElseItsPageElseItsParagraph)
{
    SourceView source;
    source.chapter = 2;
    source.paragraph = 11;
    EXPECT_EQ(pageName(source), QString::fromUtf8("ch. 3, ¶ 12"));
    source.page = 17;
    EXPECT_EQ(pageName(source), QStringLiteral("p. 17"));
    source.pageLabel = QStringLiteral("xv");
    EXPECT_EQ(pageName(source), QStringLiteral("p. xv"));
}

TEST(Format, ChaptersAreNumberedOnlyWhereTheirTitleDoesNotSayIt)
{
    EXPECT_EQ(chapterName(2, QStringLiteral("The Storm")), QStringLiteral("3. The Storm"));
    EXPECT_EQ(chapterName(2, QStringLiteral("Chapter 3")), QStringLiteral("Chapter 3"));
    EXPECT_EQ(chapterName(2, QStringLiteral("3 The Storm")), QStringLiteral("3 The Storm"));
    EXPECT_EQ(chapterName(2, {}), QStringLiteral("Chapter 3"));
}

// Contrast by WCAG 2.1: (L1 + 0.05) / (L2 + 0.05) of relative luminances.
double luminance(const QColor& colour)
{
    const auto linear = [](double c) {
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}
double contrast(const QColor& a, const QColor& b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

TEST(Format, RemarksBecomeASentenceWithTheSignsOfTheWindowsLanguage)
{
    const QStringList english{QStringLiteral("repeats itself"), QStringLiteral("nothing came back")};
    EXPECT_EQ(sentence(remarks(english)), QStringLiteral("Repeats itself; nothing came back."));
    EXPECT_EQ(listed(english), QStringLiteral("repeats itself, nothing came back"));

    QTranslator japanese;
    ASSERT_TRUE(japanese.load(QStringLiteral(LONGHAND_TRANSLATIONS "/longhand_ja.qm")));
    QApplication::installTranslator(&japanese);
    const QStringList parts{QString::fromUtf8("要約"), QString::fromUtf8("質問")};
    EXPECT_EQ(sentence(remarks(parts)), QString::fromUtf8("要約。質問。"));
    EXPECT_EQ(listed(parts), QString::fromUtf8("要約、質問"));
    QApplication::removeTranslator(&japanese);
}

TEST(Format, ChineseOfEveryPlaceFindsItsWords)
{
    const struct {
        const char* wanted;
        const char* expected;
    } cases[] = {{"zh_HK", "zh_TW"},      {"zh_MO", "zh_TW"},   {"zh_TW", "zh_TW"},
                 {"zh-Hant", "zh_TW"},    {"zh_SG", "zh_CN"},   {"zh", "zh_CN"},
                 {"zh-Hans-HK", "zh_CN"}, {"de_AT", "de_AT"},   {"en_US", "en_US"}};
    for (const auto& [wanted, expected] : cases)
        EXPECT_EQ(wordsLocale(QLocale(QLatin1String(wanted))).name(), QLatin1String(expected))
            << wanted;
    QTranslator words;
    EXPECT_TRUE(words.load(wordsLocale(QLocale(QStringLiteral("zh_HK"))),
                           QStringLiteral("longhand"), QStringLiteral("_"),
                           QStringLiteral(LONGHAND_TRANSLATIONS)));
    EXPECT_TRUE(words.filePath().endsWith(QStringLiteral("longhand_zh_TW.qm")));
}

TEST(Colours, SecondaryTextKeepsItsContrastInLightAndDark)
{
    for (const ColourScheme scheme : {ColourScheme::light, ColourScheme::dark}) {
        applyColourScheme(scheme);
        const QPalette palette = QApplication::palette();
        const QColor base = palette.color(QPalette::Base);
        for (const QColor& colour : {dimText(palette), linkText(palette), warningText(palette)})
            EXPECT_GE(contrast(colour, base), 4.5)
                << colour.name().toStdString() << " on " << base.name().toStdString();
        EXPECT_EQ(isDark(palette), scheme == ColourScheme::dark);
    }
    applyColourScheme(ColourScheme::system);
}

} // namespace
} // namespace longhand::ui
