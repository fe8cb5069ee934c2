// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/screens.h"

#include "tests/ui/support/fake_assistant.h"
#include "tests/ui/support/screens_findings.h"
#include "tests/ui/support/screens_models.h"
#include "ui/bridge/text.h"
#include "ui/jobs/jobs_model.h"
#include "ui/library/library_page.h"
#include "ui/shell/main_window.h"
#include "ui/translate/translate_pane.h"

#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>

namespace {

using namespace longhand::ui;

// A page that looks printed, so that spacing and marks can be judged.
class Gallery : public FakeAssistant {
public:
    void drawPage(BookId book, int page, double pixels) override
    {
        QImage image(QSize(595, 842) * pixels, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.scale(pixels, pixels);
        painter.setFont(QFont(QStringLiteral("DejaVu Serif"), 8));
        painter.drawText(QRectF(72, 60, 450, 40), Qt::AlignLeft,
                         QStringLiteral("Watch %1").arg(page));
        for (int y = 120; y < 760; y += 18)
            painter.drawText(QRectF(72, y, 450, 18), Qt::AlignLeft,
                             QStringLiteral("The keeper wrote another line in the ledger, and the "
                                            "wind turned north-east."));
        painter.end();
        emit pageReady(book, page, pixels, image);
    }
};

PointView point(const Gallery& gallery, BookId book, int chapter, const QString& text)
{
    return {text, {sampleSource(gallery.contents.value(book), chapter, 1)}};
}

void fill(Gallery& gallery)
{
    for (const int id : {1, 2, 3}) {
        BookView book = sampleBook(id, 24, id != 2);
        if (id == 2)
            book.title = QString::fromUtf8("红楼梦：一部很长的书");
        if (id == 3)
            book.problems = {{QStringLiteral("scan_pages"),
                              problemSentence(QStringLiteral("scan_pages"), {}, 12),
                              {4, 5}}};
        gallery.books << book;
        gallery.contents.insert(id, sampleContents(book));
    }
    SummaryView summary;
    for (int i = 0; i < 4; ++i) {
        ChapterSummaryView chapter;
        chapter.chapter = i;
        chapter.points = {point(gallery, 1, i,
                                QStringLiteral("Maren Renn inherits the lighthouse and sixty-two "
                                               "volumes of a ledger that nobody has read.")),
                          point(gallery, 1, i,
                                QStringLiteral("The lamp failed only twice in eighty-one years."))};
        if (i == 1)
            chapter.unlocated = {QStringLiteral("A dragon lives below the rock.")};
        chapter.extract = i == 2;
        summary.chapters << chapter;
    }
    summary.book = {point(gallery, 1, 0,
                          QStringLiteral("A keeper finds out why one night is "
                                         "missing from a ledger."))};
    summary.coverage = {29616, 29616, 24, 0};
    gallery.contents[1].summary = summary;
    AnswerView answer;
    answer.question = QStringLiteral("Who wrote the entry of the seventeenth?");
    answer.found = true;
    answer.strategy = Strategy::passages;
    answer.usedTokens = 912;
    answer.budgetTokens = 1536;
    answer.sentences = {{QStringLiteral("Josefa Lind, the wife of the second keeper."),
                         {sampleSource(gallery.contents.value(1), 2, 1)}},
                        {QStringLiteral("She was probably tired."), {}}};
    AnswerView none;
    none.question = QStringLiteral("Did anyone aboard survive?");
    none.strategy = Strategy::whole;
    none.closest = {sampleSource(gallery.contents.value(1), 3, 1)};
    gallery.contents[1].answers = {answer, none};
    for (int chapter = 0; chapter < 3; ++chapter)
        for (int index = 0; index < 3; ++index) {
            SegmentView segment;
            segment.chapter = chapter;
            segment.index = index;
            segment.source = QStringLiteral("The keeper wrote another line in the ledger.");
            segment.target = QString::fromUtf8("守塔人又在账簿上写下一行。");
            segment.status = index == 2 ? SegmentStatus::warned : SegmentStatus::done;
            if (index == 2)
                segment.warnings = {warningPhrase(QStringLiteral("length"))};
            gallery.segments << segment;
        }
}

struct Shots {
    const std::function<void(QWidget& widget, const QString& name)>& visit;
    void take(QWidget& widget, const QString& name) const
    {
        QTest::qWait(60);
        visit(widget, name);
    }
};

void drawLibrary(Gallery& gallery, MainWindow& window, const Shots& shots)
{
    const QStringList titles{QStringLiteral("Notes on the Tides of the Northern Coast"),
                             QString::fromUtf8("三国演义"), QString::fromUtf8("吾輩は猫である"),
                             QStringLiteral("Die Geschichte eines Leuchtturms"),
                             QString::fromUtf8("مذكرات حارس المنارة")};
    for (int i = 0; i < titles.size(); ++i) {
        BookView book = sampleBook(10 + i, 8 + 9 * i, i % 2 == 0);
        book.title = titles.at(i);
        book.diskBytes = 1'300'000LL * (i + 1);
        gallery.books << book;
        gallery.contents.insert(book.id, sampleContents(book));
    }
    gallery.refreshBooks();
    auto* page = window.findChild<LibraryPage*>();
    QTest::keyClick(&window, Qt::Key_1, Qt::ControlModifier);
    shots.take(window, QStringLiteral("library-cards"));
    page->setShowsCards(false);
    shots.take(window, QStringLiteral("library-table"));
    page->setShowsCards(true);
    QList<HitView> hits;
    for (int i = 0; i < 6; ++i) {
        HitView hit;
        hit.book = 1 + i % 3;
        hit.source = sampleSource(gallery.contents.value(hit.book), i, 1);
        hit.chapterTitle = QStringLiteral("Watch %1").arg(i + 1);
        hit.snippet = i % 3 == 1 ? QString::fromUtf8("守塔人又在账簿上写下一行，风向转为东北。")
                                 : QStringLiteral("…and the keeper wrote another line in the "
                                                  "ledger, while the wind turned north-east and "
                                                  "the lamp burned low over the long night…");
        hit.marks = i % 3 == 1 ? QList<std::pair<qsizetype, qsizetype>>{{5, 2}}
                               : QList<std::pair<qsizetype, qsizetype>>{{44, 6}};
        hits << hit;
    }
    page->focusSearch();
    window.findChild<QLineEdit*>(QStringLiteral("librarySearch"))->setText(QStringLiteral("ledger"));
    page->setHits(QStringLiteral("ledger"), hits);
    shots.take(window, QStringLiteral("library-search"));
    window.findChild<QLineEdit*>(QStringLiteral("librarySearch"))->clear();
    window.resize(640, 480);
    shots.take(window, QStringLiteral("library-narrow"));
    window.resize(1180, 720);
    int at = 0;
    for (const ChapterView& chapter : gallery.contents.value(1).document->chapters) {
        gallery.bookShelf.starts.append({at, chapter.title, 1, 1});
        at += static_cast<int>(chapter.paragraphs.size());
    }
    emit page->bookActionRequested(BookAction::chapters, {1});
    auto* editor = window.findChild<QDialog*>(QStringLiteral("chapterEditor"));
    shots.take(*editor, QStringLiteral("chapters"));
    editor->reject();
    gallery.bookShelf.use = {1'200'000, 300'000, 640'000, 50'000, 2'500'000};
    emit page->bookActionRequested(BookAction::disk, {1});
    auto* disk = window.findChild<QDialog*>(QStringLiteral("diskDialog"));
    shots.take(*disk, QStringLiteral("disk"));
    disk->reject();
    emit page->bookActionRequested(BookAction::remove, {10});
    QTest::keyClick(&window, Qt::Key_1, Qt::ControlModifier);
    shots.take(window, QStringLiteral("library-removed"));
    emit page->bookActionRequested(BookAction::open, {1});
}

// The parts of a translation: begun, at work, and narrow.
void drawTranslation(Gallery& gallery, MainWindow& window, const Shots& shots)
{
    auto* parts = window.findChild<QTabBar*>(QStringLiteral("translateParts"));
    const QStringList names{QStringLiteral("translate"), QStringLiteral("translate-side"),
                            QStringLiteral("translate-proofread"),
                            QStringLiteral("translate-glossary"),
                            QStringLiteral("translate-export")};
    for (const auto& [source, target, status] :
         {std::tuple("Maren Renn", "马伦·雷恩", TermStatus::confirmed),
          std::tuple("Hull Island", "", TermStatus::proposed),
          std::tuple("Tuesday", "", TermStatus::rejected)}) {
        TermView term;
        term.source = QString::fromUtf8(source);
        term.target = QString::fromUtf8(target);
        term.status = status;
        term.gender = status == TermStatus::confirmed ? Gender::female : Gender::unknown;
        term.kind = status == TermStatus::confirmed ? TermKind::character : TermKind::place;
        term.count = 12;
        term.samples = {QStringLiteral("The keeper wrote another line in the ledger.")};
        gallery.work.terms << term;
    }
    gallery.work.readTerms(window.panes().translate->id());
    for (int part = 0; part < names.size(); ++part) {
        parts->setCurrentIndex(part);
        shots.take(window, names.at(part));
    }
    window.resize(640, 520);
    for (int part = 0; part < names.size(); ++part) {
        parts->setCurrentIndex(part);
        shots.take(window, names.at(part) + QStringLiteral("-narrow"));
    }
    window.resize(1180, 720);
    parts->setCurrentIndex(0);
}

void draw(const Shots& shots)
{
    {
        Gallery empty;
        MainWindow window(empty, {{}, QStringLiteral("welcome.md")});
        window.resize(1000, 640);
        window.show();
        shots.take(window, QStringLiteral("empty"));
    }
    Gallery gallery;
    fill(gallery);
    MainWindow window(gallery, {});
    window.resize(1180, 720);
    window.show();
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window))
        return;
    window.addFiles({QStringLiteral("/tmp/A long novel.epub"), QStringLiteral("/tmp/locked.pdf")});
    gallery.importProgressed(1, {QStringLiteral("reading"), 120, 340, QStringLiteral("pages")});
    gallery.importEnded(2, 0, false,
                        describe({longhand::ErrorKind::corrupt, "locked.pdf: no trailer"},
                                 Doing::importingFile, QStringLiteral("locked.pdf")));
    drawLibrary(gallery, window, shots);
    auto* tabs = window.findChild<QTabWidget*>(QStringLiteral("tabs"));
    shots.take(window, QStringLiteral("summary"));
    tabs->setCurrentIndex(1);
    shots.take(window, QStringLiteral("ask"));
    tabs->setCurrentIndex(2);
    drawTranslation(gallery, window, shots);
    window.findChild<QPushButton*>(QStringLiteral("translate"))->click();
    gallery.jobStarted(gallery.lastJob);
    gallery.jobProgressed(gallery.lastJob,
                          {QStringLiteral("t"), 300, 1000, QStringLiteral("tokens"), 18.3, 420}, 9,
                          72);
    JobEnd end;
    window.resize(800, 500);
    shots.take(window, QStringLiteral("narrow-translate"));
    end.state = JobState::failed;
    end.unsupported = true;
    end.sentence = QStringLiteral("no");
    end.detail = QStringLiteral("Two of three segments came back in the source language.");
    gallery.jobEnded(gallery.lastJob, end);
    shots.take(window, QStringLiteral("narrow-verdict"));
    tabs->setCurrentIndex(0);
    shots.take(window, QStringLiteral("narrow-summary"));
    window.findChild<QAction*>(QStringLiteral("showJobs"))->trigger();
    window.resize(1180, 720);
    const QList<JobState> states{JobState::running, JobState::queued, JobState::paused,
                                 JobState::finished, JobState::finishedWithWarnings,
                                 JobState::cancelled};
    for (int i = 0; i < states.size(); ++i) {
        JobView job;
        job.id = 100 + i;
        job.kind = i % 2 == 0 ? JobKind::translate : JobKind::summarise;
        job.book = 10 + i % 4;
        job.state = states.at(i);
        job.unitsDone = 4 + 9 * i;
        job.unitsTotal = 72;
        job.warnings = job.state == JobState::finishedWithWarnings ? 3 : 0;
        gallery.jobs << job;
    }
    gallery.jobs << *window.panes().queue->job(gallery.lastJob);
    gallery.refreshJobs();
    gallery.jobProgressed(
        100, {QStringLiteral("t"), 300, 1000, QStringLiteral("tokens"), 18.3, 420}, 4, 72);
    gallery.openBook(3, {});
    shots.take(window, QStringLiteral("jobs"));
}

} // namespace

namespace longhand::ui {

void visitScreens(const std::function<void(QWidget& widget, const QString& name)>& visit)
{
    draw({visit});
    visitFindings(visit);
    visitModels(visit);
}

} // namespace longhand::ui
