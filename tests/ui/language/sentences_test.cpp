// SPDX-License-Identifier: GPL-3.0-or-later
// What can be checked of a translation without speaking its language.
#include "tests/ui/language/ts_file.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <ostream>
#include <set>

namespace longhand::ui {
namespace {

using Keys = std::set<std::tuple<QString, QString, QString>>;

Keys keysOf(const QList<Sentence>& sentences)
{
    Keys keys;
    for (const Sentence& sentence : sentences)
        keys.insert(sentence.key());
    return keys;
}

// What stands in one of the two alone, a line each; empty where they are alike.
std::string difference(const Keys& left, const Keys& right)
{
    Keys alone;
    std::set_symmetric_difference(left.begin(), left.end(), right.begin(), right.end(),
                                  std::inserter(alone, alone.end()));
    QStringList lines;
    for (const auto& [context, source, comment] : alone)
        lines << context + QStringLiteral(": ") + source;
    return lines.join(QLatin1Char('\n')).toStdString();
}

std::string shown(const Sentence& sentence, const QString& said)
{
    return QStringLiteral("%1: “%2” is “%3”")
        .arg(sentence.context, sentence.source, said)
        .toStdString();
}

// "%1", "%n": each one once.
QSet<QString> placesOf(const QString& text)
{
    static const QRegularExpression place(QStringLiteral("%(?:L?[1-9]|L?n)"));
    QSet<QString> places;
    for (auto found = place.globalMatch(text); found.hasNext();)
        places.insert(found.next().captured());
    return places;
}

// Letters that Alt reaches: "&File", not "R && D".
int mnemonicsOf(QString text)
{
    return static_cast<int>(text.remove(QStringLiteral("&&")).count(QLatin1Char('&')));
}

int leadingBlanks(const QString& text)
{
    qsizetype at = 0;
    while (at < text.size() && text[at].isSpace())
        ++at;
    return static_cast<int>(at);
}

int trailingBlanks(const QString& text)
{
    qsizetype at = text.size();
    while (at > 0 && text[at - 1].isSpace())
        --at;
    return static_cast<int>(text.size() - at);
}

struct Language {
    const char* name;
    qsizetype forms; // of "%n book(s)"
};

void PrintTo(const Language& language, std::ostream* out)
{
    *out << language.name;
}

class SentencesOf : public testing::TestWithParam<Language> {
protected:
    void SetUp() override
    {
        sentences = sentencesOf(QLatin1String(GetParam().name));
        ASSERT_GT(sentences.size(), 50);
    }
    // What is not said at all is the business of one test alone.
    [[nodiscard]] QList<Sentence> finished() const
    {
        QList<Sentence> some = sentences;
        some.removeIf([](const Sentence& sentence) { return sentence.unfinished; });
        return some;
    }
    QList<Sentence> sentences;
};

TEST_P(SentencesOf, EveryOneIsTranslated)
{
    for (const Sentence& sentence : sentences) {
        EXPECT_FALSE(sentence.unfinished) << shown(sentence, {});
        for (const QString& said : sentence.said)
            EXPECT_FALSE(said.isEmpty()) << shown(sentence, said);
    }
}

TEST_P(SentencesOf, EveryNumberHasAsManyFormsAsTheLanguageHas)
{
    for (const Sentence& sentence : sentences)
        EXPECT_EQ(sentence.said.size(), sentence.counts ? GetParam().forms : 1)
            << shown(sentence, {});
}

// "One book" needs no number; every other form does.
TEST_P(SentencesOf, WhatIsFilledInStandsInEachForm)
{
    for (const Sentence& sentence : finished())
        for (qsizetype form = 0; form < sentence.said.size(); ++form) {
            QSet<QString> wanted = placesOf(sentence.source);
            QSet<QString> places = placesOf(sentence.said[form]);
            if (form == 0 && sentence.said.size() > 1) {
                wanted.remove(QStringLiteral("%n"));
                places.remove(QStringLiteral("%n"));
            }
            EXPECT_EQ(places, wanted) << shown(sentence, sentence.said[form]);
        }
}

// Suffixes and separators carry their own blank; full-width punctuation has it built in.
TEST_P(SentencesOf, BlanksAtBothEndsAreThoseOfTheSource)
{
    const QString wide = QString::fromUtf8("、，。；：");
    for (const Sentence& sentence : finished())
        for (const QString& said : sentence.said) {
            EXPECT_EQ(leadingBlanks(said), leadingBlanks(sentence.source)) << shown(sentence, said);
            if (!said.isEmpty() && !wide.contains(said.back())) {
                EXPECT_EQ(trailingBlanks(said), trailingBlanks(sentence.source))
                    << shown(sentence, said);
            }
        }
}

TEST_P(SentencesOf, AltReachesWhatItReachesInEnglish)
{
    for (const Sentence& sentence : finished())
        for (const QString& said : sentence.said)
            EXPECT_EQ(mnemonicsOf(said), mnemonicsOf(sentence.source)) << shown(sentence, said);
}

TEST_P(SentencesOf, ADialogIsAnnouncedByThreeDotsInOneCharacter)
{
    const QChar dots(0x2026);
    for (const Sentence& sentence : finished())
        for (const QString& said : sentence.said) {
            EXPECT_EQ(said.endsWith(dots), sentence.source.endsWith(dots)) << shown(sentence, said);
            EXPECT_FALSE(said.contains(QStringLiteral("..."))) << shown(sentence, said);
        }
}

// Words of another country, or of the other half of a pair of which the window uses one.
TEST_P(SentencesOf, WordsAreThoseOfTheTermList)
{
    static const QMap<QString, QStringList> kForbidden{
        {QStringLiteral("zh_CN"),
         QString::fromUtf8("概要 提要 文档 档案 视窗 软体 网路 程式 记忆体 缺省 预设值 伺服器 萤幕 "
                           "资料夹 您 「 」")
             .split(QLatin1Char(' '))},
        {QStringLiteral("zh_TW"),
         QString::fromUtf8(
             "文件 默認 軟件 信息 設置 導出 導入 保存 打開 數據 內存 磁盤 網絡 服務器 "
             "鏈接 屏幕 搜索 查找 撤銷 粘貼 程序 窗口 菜單 字節 打印 添加 刷新 任務 "
             "概要 詞元 校驗和 你 “ ”")
             .split(QLatin1Char(' '))}};
    for (const Sentence& sentence : sentences)
        for (const QString& said : sentence.said)
            for (const QString& word : kForbidden.value(QLatin1String(GetParam().name)))
                EXPECT_FALSE(said.contains(word)) << shown(sentence, said);
}

INSTANTIATE_TEST_SUITE_P(AllLanguages, SentencesOf,
                         testing::Values(Language{"de", 2}, Language{"en", 2}, Language{"ja", 1},
                                         Language{"zh_CN", 1}, Language{"zh_TW", 1}),
                         [](const testing::TestParamInfo<Language>& each) {
                             return each.param.name;
                         });

TEST(Sentences, EveryLanguageHasTheSameOnes)
{
    const Keys japanese = keysOf(sentencesOf(QStringLiteral("ja")));
    for (const char* other : {"de", "zh_CN", "zh_TW"})
        EXPECT_EQ(difference(keysOf(sentencesOf(QLatin1String(other))), japanese), "") << other;
}

// Everything else of English stands in the code already.
TEST(Sentences, EnglishHasThoseThatCount)
{
    QList<Sentence> counting = sentencesOf(QStringLiteral("ja"));
    counting.removeIf([](const Sentence& sentence) { return !sentence.counts; });
    EXPECT_EQ(difference(keysOf(sentencesOf(QStringLiteral("en"))), keysOf(counting)), "");
}

// Without -I lupdate does not find the headers, and strings land under names nobody asks by.
TEST(Sentences, LupdateFindsNoneThatIsMissing)
{
#ifndef LONGHAND_LUPDATE
    GTEST_SKIP() << "lupdate is not installed";
#else
    const QString lupdate = QStringLiteral(LONGHAND_LUPDATE);
    if (!QFile::exists(lupdate))
        GTEST_SKIP() << "lupdate is not installed";
    const QString root = QStringLiteral(LONGHAND_SOURCE_DIR);
    const QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("longhand_ja.ts"));
    ASSERT_TRUE(QFile::copy(tsPath(QStringLiteral("ja")), copy));
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(lupdate, {QStringLiteral("-no-obsolete"), QStringLiteral("-locations"),
                            QStringLiteral("none"), QStringLiteral("-I"), root,
                            root + QStringLiteral("/ui"), QStringLiteral("-ts"), copy});
    ASSERT_TRUE(process.waitForFinished(60'000));
    ASSERT_EQ(process.exitCode(), 0) << process.readAll().toStdString();
    EXPECT_EQ(difference(keysOf(readTs(copy)), keysOf(sentencesOf(QStringLiteral("ja")))), "");
#endif
}

} // namespace
} // namespace longhand::ui
