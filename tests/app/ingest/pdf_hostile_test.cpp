// SPDX-License-Identifier: GPL-3.0-or-later
// PDFs cut short and with flipped bits, through the real reader child and its fence.
#include "app/ingest/ingest.h"
#include "engine/base/random.h"
#include "tests/app/ingest/pdf_writer.h"
#include "tests/support/environment.h"

#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <unistd.h>
#include <fstream>

namespace longhand::ingest {
namespace {

using document::Document;
using test::PdfWriter;

constexpr std::size_t kCuts = 60;
constexpr int kFlips = 200;
constexpr double kLongest_s = 10;

std::string sample_bytes()
{
    PdfWriter pdf;
    pdf.title("Cut and Bent");
    for (int page = 1; page <= 4; ++page) {
        pdf.page().text(50, 550, "Chapter " + std::to_string(page), 16, true);
        for (int line = 0; line < 5; ++line)
            pdf.text(50, 500 - 12 * line, "A line of text that has a few words more than it needs.");
        pdf.outline(1, "Chapter " + std::to_string(page), page);
    }
    pdf.page().picture();
    pdf.label_pages_from(1, "/S /D");
    return pdf.bytes();
}

class HostilePdf : public testing::Test {
protected:
    std::filesystem::path file(const std::string& bytes)
    {
        const auto path = folder_.path() / "hostile.pdf";
        std::ofstream(path, std::ios::binary) << bytes;
        return path;
    }
    static Options options()
    {
        Options options;
        options.reader = LONGHAND_READER_PROGRAM;
        options.limits.silence_s = 2;
        options.limits.total_s = kLongest_s;
        return options;
    }
    // A document in which everything holds together, or an error that says something; in time.
    void expect_an_end(const std::string& bytes, const std::string& what)
    {
        const auto start = std::chrono::steady_clock::now();
        const auto document = read_document(file(bytes), options(), nullptr, {});
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
        EXPECT_LT(took.count(), kLongest_s) << what;
        if (!document.ok()) {
            EXPECT_FALSE(document.error().message.empty()) << what;
            return;
        }
        for (const document::Page& page : document->pages)
            EXPECT_EQ(page.reason.empty(), page.state == document::PageState::text) << what;
        for (const auto& chapter : document->chapters)
            for (const auto& paragraph : chapter.paragraphs)
                for (const auto& origin : paragraph.origins) {
                    ASSERT_LE(origin.end, paragraph.text.size()) << what;
                    ASSERT_LE(origin.page, document->pages.size()) << what;
                }
    }

private:
    longhand::test::TemporaryFolder folder_;
};

TEST_F(HostilePdf, CutShortAnywhereEndsInADocumentOrAnError)
{
    const std::string whole = sample_bytes();
    for (std::size_t cut = 0; cut < kCuts; ++cut) {
        const std::size_t size = whole.size() * cut / kCuts;
        expect_an_end(whole.substr(0, size), "cut at " + std::to_string(size));
    }
}

TEST_F(HostilePdf, FlippedBitsEndInADocumentOrAnError)
{
    const std::string whole = sample_bytes();
    Random random(Seed{29});
    for (int round = 0; round < kFlips; ++round) {
        std::string bytes = whole;
        for (std::uint64_t flips = 1 + random.below(3); flips > 0; --flips)
            bytes[random.below(bytes.size())] ^= static_cast<char>(1U << random.below(8));
        expect_an_end(bytes, "round " + std::to_string(round));
    }
}

TEST_F(HostilePdf, BrokenPagesAreDrawnOrRefusedAndTheRendererLives)
{
    const std::string whole = sample_bytes();
    Random random(Seed{31});
    std::size_t drawn = 0;
    for (int round = 0; round < 40; ++round) {
        std::string bytes = whole;
        for (int flips = 0; flips < 3; ++flips)
            bytes[random.below(bytes.size())] ^= static_cast<char>(1U << random.below(8));
        const auto renderer = PageRenderer::open(file(bytes), options());
        if (!renderer.ok())
            continue;
        for (std::uint32_t page = 1; page <= 5; ++page) {
            const auto pixels = (*renderer)->render(page, 0.2);
            if (!pixels.ok()) {
                EXPECT_FALSE(pixels.error().message.empty()) << round;
                continue;
            }
            ++drawn;
            EXPECT_EQ(pixels->argb.size(),
                      static_cast<std::size_t>(pixels->width) * static_cast<std::size_t>(pixels->height));
        }
    }
    EXPECT_GT(drawn, 50U);
}

// Children of this process, as the system lists them.
std::vector<pid_t> children()
{
    std::vector<pid_t> found;
    for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
        std::ifstream status(entry.path() / "status");
        std::string key;
        pid_t parent = 0;
        while (status >> key && key != "PPid:")
            status.ignore(4096, '\n');
        if (key == "PPid:" && status >> parent && parent == ::getpid())
            found.push_back(std::stoi(entry.path().filename().string()));
    }
    return found;
}

TEST_F(HostilePdf, AChildKilledInTheMiddleLosesAPageAtMost)
{
    PdfWriter pdf;
    constexpr std::uint32_t kPages = 120;
    for (std::uint32_t page = 1; page <= kPages; ++page) {
        pdf.page();
        for (int line = 0; line < 40; ++line)
            pdf.text(40, 560 - 12 * line, "A line of page " + std::to_string(page) + " with some words in it.");
    }
    const auto path = file(pdf.bytes());
    std::size_t killed = 0;
    const auto document = read_document(path, options(), [&](const Progress& progress) {
        if (progress.done != 5 && progress.done != 60)
            return;
        for (const pid_t child : children())
            killed += ::kill(child, SIGKILL) == 0 ? 1 : 0;
    }, {});
    ASSERT_TRUE(document.ok()) << document.error().message;
    EXPECT_EQ(killed, 2U);
    ASSERT_EQ(document->pages.size(), kPages);
    std::size_t failed = 0;
    for (const document::Page& page : document->pages)
        failed += page.state == document::PageState::failed ? 1 : 0;
    EXPECT_LE(failed, 2U);
    EXPECT_TRUE(children().empty());
}

}  // namespace
}  // namespace longhand::ingest
