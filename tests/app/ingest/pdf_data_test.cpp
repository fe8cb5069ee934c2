// SPDX-License-Identifier: GPL-3.0-or-later
// Every PDF of the data folder: read in time, and every page drawn or refused.
#include "app/ingest/ingest.h"
#include "tests/support/environment.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <iostream>

namespace longhand::ingest {
namespace {

using Clock = std::chrono::steady_clock;
constexpr double kLongest_s = 20;  // a file

double seconds_since(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

// The password that a file name carries behind two hyphens: "user-baz-owner-foo", "openpassword".
std::string password_in(const std::filesystem::path& path)
{
    std::string name = path.stem().string();
    if (const std::size_t at = name.find("--"); at != std::string::npos)
        name.erase(0, at + 2);
    else
        return "";
    if (name == "nonascii")
        return "æøå";
    if (name.starts_with("user-"))
        name = name.substr(5, name.find('-', 5) - 5);
    return name;
}

std::vector<std::filesystem::path> pdfs_of(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.path().extension() == ".pdf")
            paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    return paths;
}

Options options_for(const std::filesystem::path& path)
{
    Options options;
    options.reader = LONGHAND_READER_PROGRAM;
    options.password = password_in(path);
    return options;
}

TEST(PdfData, EveryFileEndsInAStateInTime)
{
    const auto data = longhand::test::folder_from("LONGHAND_DATA");
    if (!data)
        GTEST_SKIP() << longhand::test::missing("LONGHAND_DATA");
    std::size_t read = 0;
    double longest = 0;
    std::string slowest;
    const auto paths = pdfs_of(*data / "pdf");
    for (const auto& path : paths) {
        const auto start = Clock::now();
        const auto document = read_document(path, options_for(path), nullptr, {});
        const double took = seconds_since(start);
        EXPECT_LT(took, kLongest_s) << path;
        if (took > longest) {
            longest = took;
            slowest = path.filename().string();
        }
        const bool hostile = path.parent_path().filename() == "hostile";
        EXPECT_TRUE(document.ok() || hostile) << path << ": " << document.error().message;
        if (!document.ok()) {
            EXPECT_FALSE(document.error().message.empty());
            continue;
        }
        ++read;
        for (const document::Page& page : document->pages)
            EXPECT_EQ(page.reason.empty(), page.state == document::PageState::text) << path;
        if (document->words() == 0) {
            EXPECT_FALSE(document->problems.empty()) << path << " has no words and does not say why";
        }
    }
    std::cout << paths.size() << " files, " << read << " read; slowest " << slowest << " " << longest
              << " s\n";
}

TEST(PdfData, EveryPageIsDrawnOrRefused)
{
    const auto data = longhand::test::folder_from("LONGHAND_DATA");
    if (!data)
        GTEST_SKIP() << longhand::test::missing("LONGHAND_DATA");
    std::size_t drawn = 0;
    std::size_t refused = 0;
    double longest = 0;
    for (const auto& path : pdfs_of(*data / "pdf")) {
        const auto renderer = PageRenderer::open(path, options_for(path));
        if (!renderer.ok()) {
            EXPECT_FALSE(renderer.error().message.empty()) << path;
            continue;
        }
        for (std::uint32_t page = 1;; ++page) {
            const auto start = Clock::now();
            const auto pixels = (*renderer)->render(page, 0.25);
            longest = std::max(longest, seconds_since(start));
            if (!pixels.ok() && pixels.error().kind == ErrorKind::invalid)
                break;
            drawn += pixels.ok() ? 1 : 0;
            refused += pixels.ok() ? 0 : 1;
            if (!pixels.ok()) {
                EXPECT_FALSE(pixels.error().message.empty()) << path;
            }
        }
    }
    EXPECT_LT(longest, kLongest_s);
    EXPECT_GT(drawn, 3000U);
    std::cout << drawn << " pages drawn, " << refused << " refused; slowest " << longest << " s\n";
}

}  // namespace
}  // namespace longhand::ingest
