// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/screens_findings.h"

#include "tests/ui/support/fake_pages.h"
#include "ui/ask/ask_pane.h"
#include "ui/common/passage_browser.h"
#include "ui/reader/reader_pane.h"
#include "ui/shell/book_desk.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>

#include <memory>

namespace longhand::ui {
namespace {

using Visit = std::function<void(QWidget& widget, const QString& name)>;

QString utf8(const char* text)
{
    return QString::fromUtf8(text);
}

// One book in English and one in Chinese, alike in everything else.
struct Language {
    QString title, chapter, paragraph, point, other, question, answer, guess, nothing, all;
    QStringList prose; // what else stands on a page
};
const Language kEnglish{
    QStringLiteral("The Lighthouse Ledger"),
    QStringLiteral("Watch %1"),
    QStringLiteral("The wind had turned north-east before the bell rang. Maren Renn inherited the "
                   "lighthouse and sixty-two volumes of a ledger that nobody had read. She lit the "
                   "lamp at nine and began with the first of them."),
    QStringLiteral("Maren Renn inherits the lighthouse and sixty-two volumes of a ledger."),
    QStringLiteral("The lamp failed only twice in eighty-one years."),
    QStringLiteral("Who wrote the entry of the seventeenth?"),
    QStringLiteral("Josefa Lind wrote it, the wife of the second keeper."),
    QStringLiteral("She was probably tired."),
    QStringLiteral("Did anyone aboard survive?"),
    QStringLiteral("A keeper finds out why one night is missing from a ledger."),
    {QStringLiteral("The first volume was written in a small upright hand that leaned on no line. "
                    "It gave the hour of the lamp, the quarter of the wind, the ships that passed, "
                    "and nothing that anybody felt."),
     QStringLiteral("By midnight she had reached the third winter. Twice the entry said that the "
                    "glass was cleaned and the oil drawn; once it said that the keeper's wife had "
                    "gone ashore, and the next morning that she had not."),
     QStringLiteral(
         "She put a strip of paper between the pages and went up to the gallery. The sea "
         "was quiet. Far out a fishing boat carried one light, and it seemed to her that "
         "it stood still."),
     QStringLiteral(
         "When she came down again the fire had burned low. She read on, and counted the "
         "nights as she went, for it had struck her that a book which leaves nothing out "
         "must have as many entries as the year has evenings."),
     QStringLiteral("It had one fewer. The seventeenth of February was not torn out and not "
                    "scratched away: the sixteenth ended a page and the eighteenth began the next, "
                    "as if no night had lain between them.")}};
const Language kChinese{
    utf8("守塔人的账簿"),
    utf8("第%1夜"),
    utf8("钟声响起之前，风向已经转为东北。玛伦继承了灯塔，还有六十二卷无人读过的账簿。九点钟她点亮"
         "了灯，"
         "从第一卷开始读起。"),
    utf8("玛伦继承了灯塔和六十二卷无人读过的账簿。"),
    utf8("八十一年里，灯只熄灭过两次。"),
    utf8("十七日的那一行是谁写的？"),
    utf8("是第二任守塔人的妻子约瑟法写的。"),
    utf8("她大概很疲倦。"),
    utf8("船上有人活下来吗？"),
    utf8("一位守塔人查明了账簿为何缺了一夜。"),
    {utf8("第一卷的字迹细小端正，从不压着格线。上面记着点灯的时辰、风的方位和驶过的船，至于人心里想"
          "些什么，"
          "一个字也没有。"),
     utf8("到了半夜，她读到第三个冬天。有两回写着擦净了玻璃、添满了灯油；有一回写着守塔人的妻子上岸"
          "去了，"
          "第二天早晨又写着她并没有去。"),
     utf8("她在书页间夹了一张纸条，登上了望台。海面平静。远处有一条渔船点着一盏灯，在她看来，那盏灯"
          "一动也不动。"),
     utf8("她再下来的时候，炉火已经快要熄了。她接着读下去，一面读一面数着夜晚：一本什么都不遗漏的账"
          "簿，"
          "一年有多少个晚上，就该有多少条记录。"),
     utf8("偏偏少了一条。二月十七日那一页没有撕掉，也没有刮去：十六日写到页底，十八日从下一页开头，"
          "仿佛两者之间不曾有过那一夜。")}};

BookContents contentsOf(const Language& words, BookView& book)
{
    book.title = words.title;
    BookContents contents = sampleContents(book);
    auto document = std::make_shared<DocumentView>(*contents.document);
    for (int i = 0; i < document->chapters.size(); ++i) {
        document->chapters[i].title = words.chapter.arg(i + 1);
        QList<ParagraphView>& paragraphs = document->chapters[i].paragraphs;
        paragraphs[0].text = document->chapters.at(i).title;
        paragraphs[1].text = words.paragraph;
        for (int p = 0; p < 8; ++p) {
            ParagraphView paragraph;
            paragraph.text = words.prose.at((i + p) % words.prose.size());
            paragraph.page = paragraphs.at(1).page;
            if (p == 0)
                paragraphs[2] = paragraph;
            else
                paragraphs.append(paragraph);
        }
    }
    contents.document = document;
    return contents;
}

SourceView sourceOf(const BookContents& contents, const Language& words, int chapter)
{
    SourceView source = sampleSource(contents, chapter, 1);
    const bool chinese = &words == &kChinese;
    const QString quote =
        words.paragraph.section(chinese ? utf8("。") : QStringLiteral(". "), 1, 1);
    const QString before = words.paragraph.left(words.paragraph.indexOf(quote));
    source.beginByte = static_cast<quint32>(before.toUtf8().size());
    source.endByte = source.beginByte + static_cast<quint32>(quote.toUtf8().size());
    source.quote = quote;
    return source;
}

SummaryView summaryOf(const BookContents& contents, const Language& words, int chapters)
{
    SummaryView summary;
    for (int i = 0; i < chapters; ++i) {
        ChapterSummaryView chapter;
        chapter.chapter = i;
        chapter.points = {
            {words.point, {sourceOf(contents, words, i)}},
            {words.other, {sourceOf(contents, words, i), sourceOf(contents, words, i + 1)}}};
        if (i == 1)
            chapter.unlocated = {words.guess};
        chapter.steps = 2;
        chapter.tokens = 1740;
        summary.chapters << chapter;
    }
    summary.book = {{words.all, {sourceOf(contents, words, 0), sourceOf(contents, words, 3)}},
                    {words.point, {sourceOf(contents, words, 2)}}};
    summary.coverage = {29616, 29616, chapters, 0};
    summary.optionsKnown = true;
    summary.language = &words == &kChinese ? QStringLiteral("zh-Hans") : QStringLiteral("en");
    summary.model = QStringLiteral("Example-1B");
    summary.stepTokens = 1024;
    summary.made = QDateTime(QDate(2026, 3, 1), QTime(18, 20));
    return summary;
}

QList<AnswerView> answersOf(const BookContents& contents, const Language& words)
{
    AnswerView answer;
    answer.id = 1;
    answer.question = words.question;
    answer.found = true;
    answer.strategy = Strategy::passages;
    answer.usedTokens = 912;
    answer.budgetTokens = 1536;
    answer.sentences = {{words.answer, {sourceOf(contents, words, 2)}},
                        {words.point, {sourceOf(contents, words, 4), sourceOf(contents, words, 5)}},
                        {words.guess, {}}};
    AnswerView none;
    none.id = 2;
    none.question = words.nothing;
    none.strategy = Strategy::whole;
    none.usedTokens = 1400;
    none.budgetTokens = 1536;
    none.closest = {sourceOf(contents, words, 3)};
    AnswerView about = answer;
    about.id = 3;
    about.followUp = true;
    about.about = {sourceOf(contents, words, 1)};
    about.sentences = {{words.guess, {}}, {words.other, {}}};
    AnswerView silent;
    silent.id = 4;
    silent.question = words.nothing;
    silent.strategy = Strategy::everyChapter;
    return {answer, none, about, silent};
}

// Rests the mouse on the first chip.
void hover(PassageBrowser& text)
{
    for (QTextBlock block = text.document()->begin(); block.isValid(); block = block.next())
        for (auto at = block.begin(); !at.atEnd(); ++at)
            if (at.fragment().charFormat().boolProperty(QTextFormat::UserProperty + 1)) {
                QTextCursor cursor(text.document());
                cursor.setPosition(at.fragment().position() + 2);
                QTest::mouseMove(text.viewport(), QPoint(2, 2));
                QTest::mouseMove(text.viewport(), text.cursorRect(cursor).center());
                QTest::qWait(400);
                return;
            }
}

class Player {
public:
    Player(const Language& words, const QString& suffix, const Visit& visit)
        : m_words(words), m_suffix(suffix), m_visit(visit)
    {
        BookView book = sampleBook(1, 24, true);
        if (&words == &kChinese)
            book.language = QStringLiteral("zh-Hans");
        m_contents = contentsOf(words, book);
        m_assistant.books << book;
        m_assistant.contents.insert(1, m_contents);
        m_window = std::make_unique<MainWindow>(m_assistant, MainWindow::Options{});
        m_window->resize(1180, 720);
        m_window->show();
        m_window->activateWindow();
        (void)QTest::qWaitForWindowActive(m_window.get());
    }

    void play()
    {
        take("summary-start");
        tab(1);
        take("ask-start");
        tab(0);
        summary();
        m_window->panes().reader->showSource(sourceOf(m_contents, m_words, 2));
        take("reading");
        tab(1);
        ask();
        narrow();
        large();
    }

private:
    template <class T = QWidget> T& child(const char* name)
    {
        return *m_window->findChild<T*>(QLatin1String(name));
    }
    void tab(int index) { child<QTabWidget>("tabs").setCurrentIndex(index); }
    void take(const char* name)
    {
        QTest::qWait(60);
        m_visit(*m_window, QLatin1String(name) + m_suffix);
    }

    void summary()
    {
        child<QPushButton>("summarise").click();
        emit m_assistant.jobStarted(1);
        const SummaryView part = summaryOf(m_contents, m_words, 2);
        for (const ChapterSummaryView& chapter : part.chapters)
            emit m_assistant.chapterSummarised(1, 1, chapter);
        emit m_assistant.jobText(1, 2, m_words.point.left(34));
        child<QToolButton>("summaryChaptersShown").click();
        take("summary-running");
        SummaryView old = part;
        old.length = SummaryLength::brief;
        m_assistant.found.earlier[1] = {{5, old, 2}};
        emit m_assistant.bookSummarised(1, 1, summaryOf(m_contents, m_words, 23));
        emit m_assistant.jobEnded(1, {});
        child<QToolButton>("summaryChaptersShown").click();
        QTest::qWait(60);
        hover(child<PassageBrowser>("summaryText"));
        take("summary-done");
    }

    void ask()
    {
        m_assistant.found.answers[1] = answersOf(m_contents, m_words);
        m_assistant.found.readAnswers(1);
        m_window->panes().ask->askAbout(sourceOf(m_contents, m_words, 1));
        QTest::qWait(60);
        take("ask-done");
    }

    void narrow()
    {
        m_window->resize(640, 480);
        QTest::qWait(60);
        take("ask-640");
        tab(0);
        QTest::qWait(60);
        hover(child<PassageBrowser>("summaryText"));
        take("summary-640");
        m_window->resize(1180, 720);
    }

    // Letters twice as large, as some people need them.
    void large()
    {
        const QFont before = QApplication::font();
        QFont twice = before;
        twice.setPointSizeF(before.pointSizeF() * 2);
        QApplication::setFont(twice);
        QTest::qWait(200);
        take("summary-200");
        tab(1);
        QTest::qWait(60);
        take("ask-200");
        QApplication::setFont(before);
    }

    const Language& m_words;
    QString m_suffix;
    const Visit& m_visit;
    PrintedAssistant m_assistant;
    BookContents m_contents;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace

void visitFindings(const Visit& visit)
{
    Player(kEnglish, {}, visit).play();
    Player(kChinese, QStringLiteral("-han"), visit).play();
}

} // namespace longhand::ui
