// SPDX-License-Identifier: GPL-3.0-or-later
// A translation of thirty chapters from start to end as a person lives it: killed once, paused
// twice, one paragraph edited, one translated again; what they did is in the exported book.
#include "app/export/export.h"
#include "app/ingest/flowing/flowing.h"
#include "app/jobs/corrections.h"
#include "app/jobs/jobs.h"
#include "engine/base/mapped_file.h"
#include "engine/infer/scripted_generator.h"
#include "tests/support/environment.h"

#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <thread>

#include <sys/wait.h>
#include <unistd.h>

namespace longhand::jobs {
namespace {

constexpr std::uint32_t kChapters = 30, kParagraphs = 4;

document::Document novel()
{
    const std::vector<std::string> who = {"The keeper", "Maren", "The old captain", "A boy", "The cook"};
    const std::vector<std::string> what = {"carried the lamp up the narrow stairs",
                                           "counted the grey ships in the bay",
                                           "wrote the hour of the tide into the ledger",
                                           "waited for the last boat from the mainland",
                                           "listened to the wind in the cold chimney",
                                           "mended the torn net beside the fire",
                                           "read an old letter twice and burned it"};
    document::Document book;
    book.title = "The Long Winter";
    book.authors = {"A. Keeper"};
    book.language = "en";
    for (std::uint32_t c = 0; c < kChapters; ++c) {
        document::Chapter chapter;
        chapter.title = "Night " + std::to_string(c + 1);
        for (std::uint32_t p = 0; p < kParagraphs; ++p)
            chapter.paragraphs.push_back({.text = who[(c + p) % who.size()] + " " + what[(c * 3 + p) % what.size()] +
                                                  ", and nobody on the island spoke of it afterwards."});
        book.chapters.push_back(std::move(chapter));
    }
    return book;
}

// Signs in the measure of the text, another for every piece; a person's instruction is obeyed.
std::shared_ptr<infer::Generator> translator()
{
    return std::make_shared<infer::ScriptedGenerator>([](const infer::Request&, const std::string& prompt) {
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
        if (prompt.find("in one word") != std::string::npos)
            return std::string("他们静静地看着大海，一整夜都没有说过一句话。");
        static const char* kSigns[] = {"灯", "海", "风", "夜", "船", "雪", "山", "人", "书", "火", "石", "路"};
        const std::size_t from = prompt.rfind("English: ");
        std::string text;
        std::size_t state = std::hash<std::string>()(prompt.substr(from == std::string::npos ? 0 : from));
        const std::size_t size = from == std::string::npos ? 60 : prompt.size() - from;
        for (std::size_t i = 0; i < size / 4; ++i) {
            state = state * 6364136223846793005ULL + 1442695040888963407ULL;
            text += kSigns[(state >> 33U) % 12];
        }
        return text + "。";
    });
}

class Watched : public testing::Test {
protected:
    std::unique_ptr<JobRunner> start()
    {
        return JobRunner::start({.data_dir = folder_.path() / "data",
                                 .prompts = std::string(LONGHAND_SOURCE_DIR) + "/resources/prompts",
                                 .holder = "watched" + std::to_string(::getpid()),
                                 .generator = [](const ProgressSink&)
                                     -> Result<std::shared_ptr<infer::Generator>> { return translator(); },
                                 .events = [](const Event&) {}})
            .value();
    }
    std::size_t translated(library::Library& library)
    {
        const auto all = library.segments(key_).value();
        std::size_t count = 0;
        for (const library::Segment& segment : all)
            count += segment.status != library::SegmentStatus::waiting ? 1U : 0U;
        return count;
    }
    bool comes_to(library::Library& library, std::size_t count)
    {
        for (int i = 0; i < 6000; ++i) {
            if (translated(library) >= count)
                return true;
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        return false;
    }
    test::TemporaryFolder folder_;
    library::TranslationKey key_;
};

TEST_F(Watched, AKillTwoPausesAnEditAndARetranslationEndInAValidBookThatHoldsThem)
{
    const auto epub = folder_.path() / "novel.epub";
    const document::Document drawn = novel();
    exporting::TranslationExport as_written{.book = {drawn.title, drawn.authors, "", std::string(64, 'c')},
                                            .from = "en", .to = "en"};
    for (std::uint32_t c = 0; c < kChapters; ++c)
        for (std::uint32_t p = 0; p < kParagraphs; ++p)
            as_written.segments.push_back({.chapter = c, .index = p,
                                           .source = drawn.chapters[c].paragraphs[p].text,
                                           .target = drawn.chapters[c].paragraphs[p].text,
                                           .status = library::SegmentStatus::done});
    ASSERT_TRUE(exporting::export_translation(drawn, as_written, epub).ok());
    const auto bytes = read_file(epub, 1U << 26U);
    ASSERT_TRUE(bytes.ok());
    const auto book = ingest::flowing::read_epub({.bytes = *bytes, .name = "novel.epub"});
    ASSERT_TRUE(book.ok()) << to_string(book.error());
    ASSERT_EQ(book->chapters.size(), kChapters);
    {
        const auto library = library::Library::open(folder_.path() / "data").value();
        key_ = {library->add(epub, *book).value().book, "en", "zh"};
    }

    // Killed in the middle, in a process of its own.
    const pid_t child = ::fork();
    if (child == 0) {
        const auto runner = start();
        const JobId id = runner->submit(TranslateJob{.book = key_.book, .options = {.to = "zh"}, .probe_first = false}).value();
        runner->wait(id);
        ::_exit(0);
    }
    const auto library = library::Library::open(folder_.path() / "data").value();
    const bool reached = comes_to(*library, 20);
    ::kill(child, SIGKILL);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(reached);
    ASSERT_TRUE(WIFSIGNALED(status));
    const std::size_t kept = translated(*library);
    EXPECT_LT(kept, kChapters * kParagraphs);

    const auto jobs = library->journal().jobs().value();
    ASSERT_EQ(jobs.size(), 1U);
    const JobId job = jobs[0].id;
    const auto runner = start();
    ASSERT_TRUE(runner->resume(job).ok());
    ASSERT_TRUE(comes_to(*library, kept + 15));
    ASSERT_TRUE(runner->pause(job).ok());
    runner->wait(job);
    const std::size_t paused = translated(*library);
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    EXPECT_EQ(translated(*library), paused); // it rests
    const library::Segment first = library->segments(key_)->at(1);
    ASSERT_TRUE(edit_segment(*library, key_, {first.chapter, first.index}, "守塔人亲手改写了这一句。").ok());

    ASSERT_TRUE(runner->resume(job).ok());
    ASSERT_TRUE(comes_to(*library, paused + 15));
    ASSERT_TRUE(runner->pause(job).ok());
    runner->wait(job);
    RetranslateJob again{.book = key_.book, .chapter = 2, .index = first.index, .options = {.from = "en", .to = "zh"}};
    again.options.instruction = "Say it in one word.";
    const auto once = runner->submit(again);
    ASSERT_TRUE(once.ok()) << to_string(once.error());
    runner->wait(*once);

    ASSERT_TRUE(runner->resume(job).ok());
    runner->wait(job);
    const auto all = library->segments(key_).value();
    for (const library::Segment& segment : all)
        EXPECT_FALSE(segment.target.empty()) << segment.chapter << '.' << segment.index;

    exporting::TranslationExport made{.book = {book->title, book->authors, epub, std::string(64, 'c')},
                                      .from = "en", .to = "zh", .segments = all};
    const auto out = folder_.path() / "novel.zh.epub";
    const auto report = exporting::export_translation(*book, made, out);
    ASSERT_TRUE(report.ok()) << to_string(report.error());
    EXPECT_EQ(report->untranslated, 0U);
    const auto back = ingest::flowing::read_epub({.bytes = read_file(out, 1U << 26U).value(), .name = "novel.zh.epub"});
    ASSERT_TRUE(back.ok());
    std::string text;
    for (const document::Chapter& chapter : back->chapters)
        for (const document::Paragraph& paragraph : chapter.paragraphs)
            text += paragraph.text + '\n';
    EXPECT_NE(text.find("守塔人亲手改写了这一句。"), std::string::npos);
    EXPECT_NE(text.find("他们静静地看着大海"), std::string::npos);
    EXPECT_EQ(text.find("nobody on the island"), std::string::npos);
    if (std::filesystem::exists("/usr/share/java/epubcheck.jar") &&
        std::system("java -version > /dev/null 2>&1") == 0) {
        EXPECT_EQ(std::system(("java -jar /usr/share/java/epubcheck.jar -q '" + out.string() + "'").c_str()), 0);
    }
}

}  // namespace
}  // namespace longhand::jobs
