// SPDX-License-Identifier: GPL-3.0-or-later
// The whole window in a language that nobody speaks: what is not in it bypassed tr(), and what is
// cut in it would be cut in German.
#include "tests/ui/language/pseudo_locale.h"
#include "tests/ui/language/screen_text.h"
#include "tests/ui/support/screens.h"
#include "ui/common/format.h"

#include <QApplication>
#include <QDirIterator>
#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QSet>
#include <QWidget>

#include <gtest/gtest.h>

#include <algorithm>

namespace longhand::ui {
namespace {

// Two letters or more without an accent.
QStringList plainWordsOf(const QString& text)
{
    static const QRegularExpression word(
        QStringLiteral("(?<![\\p{L}\\p{M}])[A-Za-z]{2,}(?![\\p{L}\\p{M}])"),
        QRegularExpression::UseUnicodePropertiesOption);
    QStringList words;
    for (auto found = word.globalMatch(text); found.hasNext();)
        words << found.next().captured();
    return words;
}

// The people, books and models in the pictures are what the fakes say: the strings in their
// sources, except names by which widgets are looked for.
void addWordsOfTheFakes(QSet<QString>& words)
{
    static const QRegularExpression literal(QStringLiteral("\"((?:[^\"\\\\]|\\\\.)*)\""));
    static const QRegularExpression lookup(
        QStringLiteral("(?:findChild|child|#include)[^;\\n]*\\n?[^;\\n]*"));
    QDirIterator files(QStringLiteral(LONGHAND_SOURCE_DIR "/tests/ui/support"), QDir::Files);
    while (files.hasNext()) {
        QFile file(files.next());
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        const QString code = QString::fromUtf8(file.readAll()).remove(lookup);
        for (auto found = literal.globalMatch(code); found.hasNext();)
            for (const QString& word : plainWordsOf(found.next().captured(1)))
                words << word;
    }
}

// What is the same in every language: names of formats and units, and what QLocale says.
QSet<QString> wordsOfData()
{
    QSet<QString> words{QStringLiteral("EPUB"), QStringLiteral("PDF"), QStringLiteral("Word"),
                        QStringLiteral("HTML"), QStringLiteral("TMX"), QStringLiteral("CSV"),
                        QStringLiteral("kB"),   QStringLiteral("MB"),  QStringLiteral("GB"),
                        QStringLiteral("AM"),   QStringLiteral("PM"),  QStringLiteral("Markdown"),
                        QStringLiteral("bytes")};
    for (int month = 1; month <= 12; ++month)
        words << QLocale().monthName(month, QLocale::ShortFormat) << QLocale().monthName(month);
    for (const QString& language : offeredLanguages())
        for (const QString& word : plainWordsOf(languageName(language)))
            words << word;
    addWordsOfTheFakes(words);
    return words;
}

class PseudoLocaleTest : public testing::Test {
protected:
    void SetUp() override { ASSERT_TRUE(QApplication::installTranslator(&m_locale)); }
    void TearDown() override { QApplication::removeTranslator(&m_locale); }

private:
    PseudoLocale m_locale;
};

TEST(Pseudo, ASentenceKeepsItsPlacesAndGrows)
{
    const QString text = pseudo(QStringLiteral("&Add %n book(s) (*.pdf)…"));
    EXPECT_TRUE(text.startsWith(QString::fromUtf8("⟦&Ađđ %n ƀóóķ(š) (*.pdf)…")))
        << text.toStdString();
    EXPECT_TRUE(text.endsWith(QChar(0x27E7)));
    EXPECT_GE(text.size(), 24 * 14 / 10);
    EXPECT_EQ(pseudo(QStringLiteral("%1 (%2)")), QStringLiteral("%1 (%2)"));
}

// One walk through the window for both: it takes seconds.
TEST_F(PseudoLocaleTest, EveryScreenSpeaksItAndNothingIsCut)
{
    const QSet<QString> data = wordsOfData();
    // Patterns of headings that the dialog offers, each for the books of one language.
    const QStringList examples{QStringLiteral("Chapter #*"), QStringLiteral("Part #*")};
    QSet<QString> said;
    int screens = 0;
    int texts = 0;
    visitScreens([&](QWidget& widget, const QString& name) {
        ++screens;
        for (const QString& text : textsOf(widget)) {
            ++texts;
            for (const QString& word : plainWordsOf(text))
                if (!data.contains(word) && !said.contains(text) && !examples.contains(text)) {
                    said << text;
                    ADD_FAILURE() << name.toStdString() << ": not translated: “"
                                  << text.toStdString() << "”";
                }
        }
        // Letters twice as large and words 40 % longer at once is more than any language asks.
        if (name.contains(QStringLiteral("-200")))
            return;
        for (const QString& line : cutIn(widget))
            ADD_FAILURE() << name.toStdString() << ": cut: " << line.toStdString();
    });
    EXPECT_GT(screens, 30);
    EXPECT_GT(texts, 1000);
}

} // namespace
} // namespace longhand::ui
