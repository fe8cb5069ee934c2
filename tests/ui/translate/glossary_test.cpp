// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/translate/translate_fixture.h"

#include <QFileDialog>

namespace longhand::ui {
namespace {

class GlossaryWindow : public TranslateWindow {
protected:
    void openGlossary()
    {
        openPane(1);
        part(TranslatePane::Glossary);
    }
    static TermView term(const QString& source, int count)
    {
        TermView term;
        term.source = source;
        term.kind = TermKind::character;
        term.count = count;
        term.samples = {QStringLiteral("%1 wrote in the ledger.").arg(source)};
        return term;
    }
    QTableView* terms() { return child<QTableView>("terms"); }
    QString cell(int row, int column) { return terms()->model()->index(row, column).data().toString(); }
};

TEST_F(GlossaryWindow, NamesFoundInTheBookAreConfirmedWithTheirRendering)
{
    openGlossary();
    EXPECT_TRUE(text("glossaryLine").startsWith(QStringLiteral("Names and words")));
    assistant.work.found = {term(QStringLiteral("Maren"), 12), term(QStringLiteral("Anders"), 40)};
    child<QPushButton>("findTerms")->click();
    EXPECT_EQ(assistant.work.searches, 1);
    ASSERT_EQ(terms()->model()->rowCount(), 2);
    EXPECT_EQ(cell(0, 0), QStringLiteral("Anders")); // the most frequent first
    EXPECT_EQ(text("glossaryLine"), QStringLiteral("0 confirmed and in use. 2 to decide on."));
    terms()->model()->setData(terms()->model()->index(0, 1), QStringLiteral("Andreas"));
    terms()->selectRow(0);
    EXPECT_EQ(text("termSample"), QStringLiteral("Anders wrote in the ledger."));
    child<QPushButton>("confirmTerm")->click();
    ASSERT_EQ(assistant.work.terms.size(), 2);
    EXPECT_EQ(assistant.work.terms.back().target, QStringLiteral("Andreas"));
    EXPECT_EQ(assistant.work.terms.back().status, TermStatus::confirmed);
    EXPECT_EQ(text("glossaryLine"), QStringLiteral("1 confirmed and in use. 1 to decide on."));
}

TEST_F(GlossaryWindow, ATermIsRejectedOrRemoved)
{
    assistant.work.terms = {term(QStringLiteral("Tuesday"), 3), term(QStringLiteral("Maren"), 2)};
    openGlossary();
    terms()->selectRow(0);
    child<QPushButton>("rejectTerm")->click();
    EXPECT_EQ(cell(1, 3), QString::fromUtf8("✕ rejected"));
    terms()->selectRow(1);
    child<QPushButton>("removeTerm")->click();
    ASSERT_EQ(terms()->model()->rowCount(), 1);
    EXPECT_EQ(cell(0, 0), QStringLiteral("Maren"));
}

TEST_F(GlossaryWindow, TheCharacterSheetKeepsGenderAndAddress)
{
    assistant.work.terms = {term(QStringLiteral("Maren"), 2)};
    openGlossary();
    terms()->model()->setData(terms()->model()->index(0, 4), QStringLiteral("she"));
    terms()->model()->setData(terms()->model()->index(0, 5), QStringLiteral("formally"));
    EXPECT_EQ(assistant.work.terms[0].gender, Gender::female);
    EXPECT_EQ(assistant.work.terms[0].address, QStringLiteral("formally"));
}

TEST_F(GlossaryWindow, ATermIsAddedByHandAndIsInUseAtOnce)
{
    openGlossary();
    EXPECT_FALSE(child<QPushButton>("addTerm")->isEnabled());
    QTest::keyClicks(child<QLineEdit>("newTerm"), QStringLiteral("ledger"));
    QTest::keyClick(child<QLineEdit>("newTerm"), Qt::Key_Return);
    QTest::keyClicks(child<QLineEdit>("newTermTarget"), QStringLiteral("Wachbuch"));
    QTest::keyClick(child<QLineEdit>("newTermTarget"), Qt::Key_Return);
    ASSERT_EQ(assistant.work.terms.size(), 1);
    EXPECT_EQ(assistant.work.terms[0].target, QStringLiteral("Wachbuch"));
    EXPECT_EQ(assistant.work.terms[0].status, TermStatus::confirmed);
}

TEST_F(GlossaryWindow, TravelsAsATableInBothDirections)
{
    assistant.work.terms = {term(QStringLiteral("Maren"), 2)};
    openGlossary();
    child<QPushButton>("exportTerms")->click();
    auto* save = window->findChild<QFileDialog*>();
    ASSERT_NE(save, nullptr);
    EXPECT_EQ(save->acceptMode(), QFileDialog::AcceptSave);
    emit save->fileSelected(QStringLiteral("/tmp/out.csv"));
    delete save;
    child<QPushButton>("importTerms")->click();
    auto* read = window->findChild<QFileDialog*>();
    ASSERT_NE(read, nullptr);
    EXPECT_EQ(read->acceptMode(), QFileDialog::AcceptOpen);
    emit read->fileSelected(QStringLiteral("/tmp/in.csv"));
    EXPECT_EQ(assistant.work.files,
              (QStringList{QStringLiteral("/tmp/out.csv"), QStringLiteral("/tmp/in.csv")}));
}

TEST_F(GlossaryWindow, AFailedSearchCanBeTriedAgain)
{
    openGlossary();
    emit assistant.work.failed({QStringLiteral("The disk is full."), {}});
    EXPECT_TRUE(child<QPushButton>("findTerms")->isEnabled());
    bool said = false;
    for (const QLabel* label : window->findChildren<QLabel*>())
        said = said || (label->text() == QStringLiteral("The disk is full.") && label->isVisible());
    EXPECT_TRUE(said);
}

} // namespace
} // namespace longhand::ui
