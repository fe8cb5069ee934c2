// SPDX-License-Identifier: GPL-3.0-or-later
// No event may keep the window's thread for longer than a tenth of a second, whatever goes on: the
// real window over the real library, reader child and engine thread.
#include "tests/ui/support/event_probe.h"

#include "app/library/library.h"
#include "app/tasks/prompts.h"
#include "engine/infer/scripted_generator.h"
#include "tests/support/environment.h"
#include "ui/bridge/local_assistant.h"
#include "ui/bridge/text.h"
#include "ui/library/library_model.h"
#include "ui/reader/reader_pane.h"
#include "ui/shell/book_desk.h"
#include "ui/shell/main_window.h"

#include <QAbstractScrollArea>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>
#include <fstream>

#include <unistd.h>

namespace longhand::ui {
namespace {

constexpr double kLimitMs = 100.0;
constexpr int kPatienceMs = 240'000;

std::size_t residentBytes()
{
    std::ifstream file("/proc/self/statm");
    std::size_t pages = 0, resident = 0;
    file >> pages >> resident;
    return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

double processCpuMs()
{
    timespec time{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) * 1e-6;
}

ProbedApplication& probe()
{
    return *static_cast<ProbedApplication*>(QCoreApplication::instance());
}

class Responsive : public testing::Test {
protected:
    [[nodiscard]] std::filesystem::path dataDir() const
    {
        return toPath(folder.filePath(QStringLiteral("data")));
    }
    void start()
    {
        LocalAssistant::Wiring wiring;
        wiring.dataDir = dataDir();
        wiring.ingest.reader = ingest::find_reader();
        wiring.model = "/models/scripted.gguf";
        wiring.jobs = [dir = wiring.dataDir](const std::filesystem::path&) {
            jobs::JobRunner::Options options;
            options.data_dir = dir;
            options.prompts = tasks::find_resources() / "prompts";
            options.holder = "window";
            options.generator =
                [](const ProgressSink&) -> Result<std::shared_ptr<infer::Generator>> {
                return std::shared_ptr<infer::Generator>(std::make_shared<infer::ScriptedGenerator>(
                    [](const infer::Request&, const std::string&) {
                        return std::string("守塔人又在账簿上写下一行。");
                    }));
            };
            return options;
        };
        assistant = std::make_unique<LocalAssistant>(std::move(wiring));
        window = std::make_unique<MainWindow>(*assistant, MainWindow::Options{});
        window->resize(1200, 800);
        window->show();
        static_cast<void>(QTest::qWaitForWindowExposed(window.get()));
    }
    // The tallest scrolling area that is shown.
    QAbstractScrollArea* tallest()
    {
        QAbstractScrollArea* area = nullptr;
        for (QAbstractScrollArea* each : window->findChildren<QAbstractScrollArea*>())
            if (each->isVisible() && (area == nullptr || each->verticalScrollBar()->maximum() >
                                                             area->verticalScrollBar()->maximum()))
                area = each;
        return area;
    }
    bool import(const QString& path)
    {
        QSignalSpy ended(assistant.get(), &Assistant::importEnded);
        QSignalSpy opened(assistant.get(), &Assistant::bookOpened);
        window->addFiles({path});
        return (!ended.isEmpty() || ended.wait(kPatienceMs)) &&
               (!opened.isEmpty() || opened.wait(kPatienceMs));
    }
    void report(const char* what)
    {
        const auto& longest = probe().longest();
        std::printf("%s: %d events, longest %.1f ms (cpu %.1f ms, %s), %d over 50 ms, most cpu "
                    "%.1f ms\n",
                    what, longest.events, longest.wallMs, longest.cpuMs, qPrintable(longest.what),
                    longest.over50, longest.mostCpuMs);
        // What another program takes from this thread is not its own doing.
        EXPECT_LE(std::min(longest.wallMs, longest.cpuMs * 2.0), kLimitMs) << what;
        EXPECT_LE(longest.mostCpuMs, kLimitMs) << what;
    }

    QTemporaryDir folder;
    std::unique_ptr<LocalAssistant> assistant;
    std::unique_ptr<MainWindow> window;
};

TEST_F(Responsive, WhileALongPdfIsImportedOpenedAndScrolled)
{
    const auto data = test::folder_from("LONGHAND_DATA");
    if (!data)
        GTEST_SKIP() << test::missing("LONGHAND_DATA");
    const QString pdf = fromPath(*data / "pdf" / "long" / "systemtap-tapsets-en.pdf");
    start();
    probe().begin();
    ASSERT_TRUE(import(pdf));
    report("import and opening of 781 pages");
    probe().begin();
    QAbstractScrollArea* area = tallest();
    ASSERT_NE(area, nullptr);
    QScrollBar* bar = area->verticalScrollBar();
    ASSERT_GT(bar->maximum(), 100'000);
    for (int step = 0; step <= 400; ++step) {
        bar->setValue(static_cast<int>(static_cast<qint64>(bar->maximum()) * step / 400));
        QTest::qWait(5);
    }
    report("scrolling 781 pages");
}

// A PDF of plain pages, each with a line of its own.
void writePdf(const QString& path, int pages)
{
    QByteArray pdf("%PDF-1.4\n");
    QList<qsizetype> places;
    const auto object = [&](const QByteArray& body) {
        places.append(pdf.size());
        pdf += QByteArray::number(places.size()) + " 0 obj\n" + body + "\nendobj\n";
    };
    QByteArray kids;
    for (int page = 0; page < pages; ++page)
        kids += QByteArray::number(4 + 2 * page) + " 0 R ";
    object("<</Type/Catalog/Pages 2 0 R>>");
    object("<</Type/Pages/Count " + QByteArray::number(pages) + "/Kids[" + kids + "]>>");
    object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
    for (int page = 0; page < pages; ++page) {
        object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>"
               "/Contents " +
               QByteArray::number(5 + 2 * page) + " 0 R>>");
        const QByteArray text = "BT /F 14 Tf 72 720 Td (The keeper wrote line " +
                                QByteArray::number(page + 1) + " in the ledger.) Tj ET";
        object("<</Length " + QByteArray::number(text.size()) + ">>stream\n" + text +
               "\nendstream");
    }
    const qsizetype table = pdf.size();
    pdf += "xref\n0 " + QByteArray::number(places.size() + 1) + "\n0000000000 65535 f \n";
    for (const qsizetype place : places)
        pdf += QByteArray::number(place).rightJustified(10, '0') + " 00000 n \n";
    pdf += "trailer<</Size " + QByteArray::number(places.size() + 1) +
           "/Root 1 0 R>>\nstartxref\n" + QByteArray::number(table) + "\n%%EOF\n";
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(pdf);
}

TEST_F(Responsive, WhileAThousandPagesAreScrolled)
{
    const QString pdf = folder.filePath(QStringLiteral("pages.pdf"));
    writePdf(pdf, 1000);
    start();
    ASSERT_TRUE(import(pdf));
    ASSERT_EQ(window->bookDesk().contents().document->pages.size(), 1000);
    QScrollBar* bar = tallest()->verticalScrollBar();
    const auto scroll = [&] {
        for (int step = 0; step <= 1000; ++step) {
            bar->setValue(static_cast<int>(static_cast<qint64>(bar->maximum()) * step / 1000));
            QTest::qWait(2);
        }
    };
    scroll(); // the caches fill
    probe().begin();
    const std::size_t before = residentBytes();
    scroll();
    const std::size_t after = residentBytes();
    report("scrolling 1000 pages");
    std::printf("memory: %.1f MB before, %.1f MB after\n", static_cast<double>(before) / 1e6,
                static_cast<double>(after) / 1e6);
    EXPECT_LT(after, before + 32'000'000);
}

TEST_F(Responsive, WhileANovelOfSevenHundredChaptersTranslates)
{
    QFile file(folder.filePath(QStringLiteral("novel.md")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    for (int chapter = 1; chapter <= 700; ++chapter)
        file.write(QStringLiteral("# Chapter %1\n\nThe keeper wrote line %1 in the ledger, and the "
                                  "wind turned north-east.\n\nNobody on the mainland heard of it "
                                  "that winter.\n\n")
                       .arg(chapter)
                       .toUtf8());
    file.close();
    start();
    probe().begin();
    ASSERT_TRUE(import(file.fileName()));
    report("import and opening of 700 chapters");
    auto* tabs = window->findChild<QTabWidget*>(QStringLiteral("tabs"));
    ASSERT_NE(tabs, nullptr);
    tabs->setCurrentIndex(2);
    probe().begin();
    QSignalSpy ended(assistant.get(), &Assistant::jobEnded);
    TranslateRequest request;
    request.to = QStringLiteral("zh-Hans");
    request.probeFirst = false;
    assistant->translate(window->bookDesk().book(), request);
    ASSERT_TRUE(!ended.isEmpty() || ended.wait(kPatienceMs));
    report("translation of 700 chapters");
}

// From nothing to a window that shows its books and takes keys.
TEST_F(Responsive, AtTheStartWithFiveHundredBooks)
{
    {
        auto library = library::Library::open(dataDir());
        ASSERT_TRUE(library.ok());
        for (int i = 0; i < 500; ++i) {
            const auto file = toPath(folder.filePath(QStringLiteral("book.txt")));
            std::ofstream(file) << "Ledger " << i;
            document::Document document;
            document.title = "Ledger " + std::to_string(i);
            document.authors = {"Ada Example"};
            document::Chapter chapter;
            for (int p = 0; p < 20; ++p)
                chapter.paragraphs.push_back(
                    {.text = "The keeper wrote line " + std::to_string(p) + " in the ledger."});
            document.chapters.push_back(chapter);
            ASSERT_TRUE((*library)->add(file, document).ok());
        }
    }
    QElapsedTimer clock;
    clock.start();
    const double cpuBefore = processCpuMs();
    probe().begin();
    start();
    const auto* books = window->findChild<LibraryModel*>();
    ASSERT_NE(books, nullptr);
    ASSERT_TRUE(QTest::qWaitFor([&] { return books->rowCount() == 500; }, kPatienceMs));
    static_cast<void>(window->grab());
    const auto wallMs = static_cast<double>(clock.elapsed());
    const double cpuMs = processCpuMs() - cpuBefore;
    std::printf("500 books on the screen after %.0f ms (cpu of all threads %.0f ms)\n", wallMs,
                cpuMs);
    EXPECT_LT(std::min(wallMs, cpuMs * 2.0), 1500.0); // as above
    report("start with 500 books");
}

// Somebody reads: pages forward and back, the text, search, an hour of it
// (LONGHAND_READING_MINUTES). Memory grows while caches fill and then no more.
TEST_F(Responsive, MemoryStaysWhereItIsOverAnHourOfReading)
{
    const auto data = test::folder_from("LONGHAND_DATA");
    if (!data)
        GTEST_SKIP() << test::missing("LONGHAND_DATA");
    const double minutes =
        std::max(qEnvironmentVariable("LONGHAND_READING_MINUTES").toDouble(), 0.1);
    start();
    ASSERT_TRUE(import(fromPath(*data / "pdf" / "long" / "systemtap-tapsets-en.pdf")));
    QAbstractScrollArea* area = tallest();
    ASSERT_NE(area, nullptr);
    QScrollBar* bar = area->verticalScrollBar();
    // The text of where one is, and a word looked for in the whole book.
    const auto lookAtTheText = [&] {
        window->panes().reader->setShowsPages(false);
        QTest::qWait(30);
        window->panes().reader->openFind();
        auto* words = window->findChild<QLineEdit*>(QStringLiteral("findText"));
        words->setText(QStringLiteral("probe"));
        QTest::keyClick(words, Qt::Key_Return);
        QTest::qWait(30);
        QTest::keyClick(words, Qt::Key_Escape);
        window->panes().reader->setShowsPages(true);
    };
    const auto read = [&](double forMinutes) {
        QElapsedTimer clock;
        clock.start();
        int turn = 0;
        while (clock.elapsed() < static_cast<qint64>(forMinutes * 60'000)) {
            // A page every 30 ms; each hundred, a leap to another part of the book.
            bar->setValue(bar->value() + area->viewport()->height());
            if (++turn % 100 == 0) {
                bar->setValue(static_cast<int>(qint64(bar->maximum()) * (turn * 37 % 100) / 100));
                lookAtTheText();
            }
            QTest::qWait(30);
        }
        return turn;
    };
    read(minutes / 2.0); // the caches fill
    const std::size_t before = residentBytes();
    const int pages = read(minutes / 2.0);
    const std::size_t after = residentBytes();
    std::printf("%d pages read in %.1f min: %.1f MB before, %.1f MB after\n", pages, minutes / 2.0,
                static_cast<double>(before) / 1e6, static_cast<double>(after) / 1e6);
    EXPECT_LT(after, before + 32'000'000);
}

} // namespace
} // namespace longhand::ui

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    testing::InitGoogleTest(&argc, argv);
    const longhand::ui::ProbedApplication application(argc, argv);
    return RUN_ALL_TESTS();
}
