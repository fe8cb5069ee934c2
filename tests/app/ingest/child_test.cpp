// SPDX-License-Identifier: GPL-3.0-or-later
// Reader children that die, hang or lie: finished pages or an error, soon, and the program lives.
#include "app/ingest/ingest.h"
#include "tests/support/environment.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <fstream>
#include <thread>

namespace longhand::ingest {
namespace {

using document::PageState;
using testing::Each;
using testing::ElementsAre;

class ReaderChildren : public testing::Test {
protected:
    // A file that tells the fake reader what to do when it comes to `page`.
    std::filesystem::path file(const std::string& how, int page)
    {
        const auto path = folder_.path() / "fake.pdf";
        std::ofstream(path, std::ios::binary) << "%PDF-1.4 " << how << " " << page << " ";
        return path;
    }
    static Options options()
    {
        Options options;
        options.reader = LONGHAND_FAKE_READER_PROGRAM;
        options.limits.silence_s = 0.3;
        options.limits.output_bytes = 8U << 20U;
        return options;
    }
    // Reads, and expects an end within `seconds`.
    Result<document::Document> read(const std::string& how, int page, double seconds = 3)
    {
        const auto start = std::chrono::steady_clock::now();
        auto document = read_document(file(how, page), options(), nullptr, {});
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
        EXPECT_LT(took.count(), seconds) << how;
        return document;
    }

private:
    longhand::test::TemporaryFolder folder_;
};

std::vector<PageState> states_of(const document::Document& document)
{
    std::vector<PageState> states;
    for (const auto& page : document.pages)
        states.push_back(page.state);
    return states;
}

TEST_F(ReaderChildren, ThatMisbehaveBeforeTheFirstPageMakeTheFileCorrupt)
{
    for (const char* how : {"dies", "ends", "hangs", "trickles", "babbles", "promises", "repeats", "floods"}) {
        const auto document = read(how, 0);
        ASSERT_FALSE(document.ok()) << how;
        EXPECT_EQ(document.error().kind, ErrorKind::corrupt) << how << ": " << document.error().message;
        EXPECT_NE(document.error().message.find("fake.pdf"), std::string::npos) << document.error().message;
    }
}

TEST_F(ReaderChildren, ThatMisbehaveOnOnePageLoseThatPageAlone)
{
    for (const char* how : {"dies", "ends", "hangs", "trickles", "babbles", "promises", "repeats", "cuts", "floods"}) {
        const auto document = read(how, 3);
        ASSERT_TRUE(document.ok()) << how << ": " << document.error().message;
        EXPECT_THAT(states_of(*document),
                    ElementsAre(PageState::text, PageState::text, PageState::failed, PageState::text,
                                PageState::text, PageState::text))
            << how;
        EXPECT_FALSE(document->pages[2].reason.empty()) << how;
        ASSERT_EQ(document->problems.size(), 1U) << how;
        EXPECT_EQ(document->problems[0].kind, "failed_pages");
        EXPECT_THAT(document->problems[0].pages, ElementsAre(3));
    }
}

TEST_F(ReaderChildren, AReaderThatIsNotThereIsSaidToBeMissing)
{
    Options without = options();
    without.reader = "/nowhere/longhand-reader";
    const auto document = read_document(file("dies", 1), without, nullptr, {});
    ASSERT_FALSE(document.ok());
    EXPECT_EQ(document.error().kind, ErrorKind::unreadable);
    EXPECT_NE(document.error().message.find("longhand-reader"), std::string::npos);
}

TEST_F(ReaderChildren, AFileThatIsNotThereIsNotFoundAndAFolderUnreadable)
{
    const auto missing = read_document("/nowhere/book.pdf", options(), nullptr, {});
    ASSERT_FALSE(missing.ok());
    EXPECT_EQ(missing.error().kind, ErrorKind::not_found);
    const auto folder = read_document("/", options(), nullptr, {});
    ASSERT_FALSE(folder.ok());
    EXPECT_EQ(folder.error().kind, ErrorKind::unreadable);
}

TEST_F(ReaderChildren, AHangingOneIsLeftAtOnceWhenReadingIsStopped)
{
    Options patient = options();
    patient.limits.silence_s = 60;
    std::stop_source source;
    const auto path = file("hangs", 2);
    const auto start = std::chrono::steady_clock::now();
    const auto document = read_document(
        path, patient, [&](const Progress&) { source.request_stop(); }, source.get_token());
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    ASSERT_FALSE(document.ok());
    EXPECT_EQ(document.error().kind, ErrorKind::cancelled);
    EXPECT_LT(took.count(), 2.0);
}

TEST_F(ReaderChildren, APageThatKillsTheRendererLeavesTheOthersToBeDrawn)
{
    for (const char* how : {"dies", "ends", "hangs", "babbles", "promises", "cuts"}) {
        const auto renderer = PageRenderer::open(file(how, 3), options());
        ASSERT_TRUE(renderer.ok()) << how << ": " << renderer.error().message;
        for (const std::uint32_t page : {1U, 3U, 2U, 3U, 4U}) {
            const auto pixels = (*renderer)->render(page, 1.0);
            EXPECT_EQ(pixels.ok(), page != 3) << how << " " << page;
            if (pixels.ok()) {
                EXPECT_THAT(pixels->argb, Each(page)) << how;
            } else {
                EXPECT_FALSE(pixels.error().message.empty());
            }
        }
    }
}

TEST_F(ReaderChildren, ARendererThatNeverComesUpIsAnError)
{
    for (const char* how : {"dies", "ends", "hangs", "babbles"}) {
        const auto renderer = PageRenderer::open(file(how, 0), options());
        ASSERT_FALSE(renderer.ok()) << how;
        EXPECT_EQ(renderer.error().kind, ErrorKind::corrupt) << how << ": " << renderer.error().message;
    }
}

}  // namespace
}  // namespace longhand::ingest
