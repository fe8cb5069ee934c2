// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/export.h"
#include "app/ingest/flowing/epub_package.h"
#include "app/ingest/flowing/flowing.h"
#include "app/ingest/flowing/xhtml_blocks.h"
#include "engine/base/mapped_file.h"
#include "tests/support/environment.h"
#include "tests/support/sample_novel.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <set>

namespace longhand::exporting {
namespace {

namespace flowing = ingest::flowing;

document::Document read_epub(const std::filesystem::path& path)
{
    const auto bytes = read_file(path, 1U << 28U);
    EXPECT_TRUE(bytes.ok());
    auto document = flowing::read_epub({.bytes = *bytes, .name = path.filename().string()});
    EXPECT_TRUE(document.ok()) << (document.ok() ? "" : to_string(document.error()));
    return document.ok() ? std::move(*document) : document::Document();
}

// Every paragraph as itself between two signs, its spans moved along.
TranslationExport echo(const document::Document& book, const std::filesystem::path& source)
{
    TranslationExport translation{.book = {book.title, book.authors, source, std::string(64, 'b')},
                                  .from = "en", .to = "de"};
    const std::string mark = "\u00AB";
    const auto add = [&](std::size_t chapter, const std::vector<document::Paragraph>& paragraphs) {
        for (std::size_t p = 0; p < paragraphs.size(); ++p) {
            if (paragraphs[p].text.empty())
                continue;
            library::Segment segment{.chapter = static_cast<std::uint32_t>(chapter),
                                     .index = static_cast<std::uint32_t>(p),
                                     .source = paragraphs[p].text,
                                     .target = mark + paragraphs[p].text,
                                     .spans = paragraphs[p].spans,
                                     .status = library::SegmentStatus::done};
            for (document::Span& span : segment.spans) {
                span.begin += 2;
                span.end += 2;
            }
            translation.segments.push_back(std::move(segment));
        }
    };
    for (std::size_t c = 0; c < book.chapters.size(); ++c)
        add(c, book.chapters[c].paragraphs);
    for (std::size_t n = 0; n < book.notes.size(); ++n)
        add(book.chapters.size() + n, book.notes[n].paragraphs);
    return translation;
}

TEST(FreshEpub, CanBeReadAgainWithItsChapters)
{
    test::TemporaryFolder folder;
    const document::Document book = test::sample_novel();
    const auto path = folder.path() / "out.epub";
    ASSERT_TRUE(export_translation(book, echo(book, ""), path).ok());
    const document::Document back = read_epub(path);
    ASSERT_EQ(back.chapters.size(), 2U);
    EXPECT_EQ(back.title, "The Strait");
    EXPECT_EQ(back.language, "de");
    bool found = false;
    for (const auto& paragraph : back.chapters[1].paragraphs)
        found = found || paragraph.text.starts_with("\u00ABThey landed on Hull Island");
    EXPECT_TRUE(found);
}

// Codes of epubcheck's errors with the number of times each occurs; empty when it is not installed.
std::map<std::string, int> epubcheck(const std::filesystem::path& path)
{
    std::map<std::string, int> errors;
    FILE* pipe = ::popen(("epubcheck '" + path.string() + "' 2>&1").c_str(), "r");
    char line[4096];
    while (std::fgets(line, sizeof line, pipe) != nullptr) {
        const std::string text = line;
        if (text.starts_with("ERROR(") || text.starts_with("FATAL("))
            ++errors[text.substr(0, text.find(')'))];
    }
    ::pclose(pipe);
    return errors;
}

TEST(EpubInPlace, KeepsThePackageOfRealBooksAndReplacesTheirText)
{
    const auto data = test::folder_from("LONGHAND_DATA");
    if (!data)
        GTEST_SKIP() << test::missing("LONGHAND_DATA");
    const bool check = std::system("epubcheck --version > /dev/null 2>&1") == 0;
    test::TemporaryFolder folder;
    std::size_t books = 0;
    for (const auto& entry : std::filesystem::directory_iterator(*data / "epub")) {
        if (entry.path().extension() != ".epub" || entry.file_size() > (2U << 20U))
            continue;
        const document::Document book = read_epub(entry.path());
        ASSERT_FALSE(book.chapters.empty()) << entry.path();
        const auto path = folder.path() / entry.path().filename();
        const auto report = export_translation(book, echo(book, entry.path()), path);
        ASSERT_TRUE(report.ok()) << entry.path() << ": " << to_string(report.error());
        EXPECT_EQ(report->untranslated, 0U) << entry.path();
        const document::Document back = read_epub(path);
        ASSERT_EQ(back.chapters.size(), book.chapters.size()) << entry.path();
        std::size_t marked = 0;
        std::size_t paragraphs = 0;
        for (std::size_t c = 0; c < back.chapters.size(); ++c)
            for (const auto& paragraph : back.chapters[c].paragraphs) {
                ++paragraphs;
                marked += paragraph.text.find("\u00AB") != std::string::npos ? 1 : 0;
            }
        EXPECT_GE(marked * 100, paragraphs * 97) << entry.path() << ": " << marked << " of " << paragraphs;
        EXPECT_EQ(back.images.size(), book.images.size()) << entry.path();
        if (check && std::getenv("LONGHAND_EPUBCHECK") != nullptr) {
            const auto before = epubcheck(entry.path());
            for (const auto& [code, count] : epubcheck(path))
                EXPECT_LE(count, before.contains(code) ? before.at(code) : 0) << entry.path() << " " << code;
        }
        ++books;
    }
    EXPECT_GE(books, 3U);
}

}  // namespace
}  // namespace longhand::exporting
