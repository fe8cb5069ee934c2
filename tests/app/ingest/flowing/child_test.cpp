// SPDX-License-Identifier: GPL-3.0-or-later
// Books without pages, read through the reader child and its fence.
#include "app/ingest/ingest.h"
#include "tests/app/ingest/flowing/package_builder.h"
#include "tests/support/environment.h"

#include <gtest/gtest.h>

#include <chrono>
#include <fstream>

namespace longhand::ingest {
namespace {

using document::Document;

class ReaderChild : public testing::Test {
protected:
    std::filesystem::path file(const std::string& name, const std::string& bytes)
    {
        const auto path = folder_.path() / name;
        std::ofstream(path, std::ios::binary) << bytes;
        return path;
    }
    Result<Document> read(const std::filesystem::path& path, Options options = {})
    {
        options.reader = LONGHAND_READER_PROGRAM;
        return read_document(path, options, nullptr, {});
    }

private:
    test::TemporaryFolder folder_;
};

TEST_F(ReaderChild, ReadsEveryFormatWithoutPages)
{
    const std::string book = flowing::zip(flowing::epub_entries(
        {{"第一.xhtml", flowing::page("<h1>One</h1><p>It <em>shone</em>.</p>")}},
        "<li><a href='%E7%AC%AC%E4%B8%80.xhtml'>One</a></li>"));
    const auto epub = read(file("b.epub", book));
    ASSERT_TRUE(epub.ok()) << epub.error().message;
    EXPECT_EQ(epub->format, document::Format::epub);
    EXPECT_EQ(flowing::text_of(epub->chapters.at(0)), "One\nIt shone.");
    const auto text =
        read(file("t.txt", "\xB5\xC6\xCB\xFE\xB5\xC4\xB9\xE2"), {.encoding = "GB18030"});
    ASSERT_TRUE(text.ok()) << text.error().message;
    EXPECT_EQ(flowing::text_of(text->chapters.at(0)), "灯塔的光");
    EXPECT_EQ(text->encoding, "GB18030");
    const auto markdown = read(file("m.md", "# One\n\nIt *shone*.\n"));
    ASSERT_TRUE(markdown.ok()) << markdown.error().message;
    EXPECT_EQ(flowing::text_of(markdown->chapters.at(0)), "One\nIt shone.");
    const auto html = read(file("h.html", "<!doctype html><p>It <i>shone</i>.<p>&eacute;"));
    ASSERT_TRUE(html.ok()) << html.error().message;
    EXPECT_EQ(flowing::text_of(html->chapters.at(0)), "It shone.\né");
}

TEST_F(ReaderChild, HandsOnWhyABookCannotBeRead)
{
    const auto broken = read(file("b.epub", flowing::zip({{"mimetype", "application/epub+zip"}})));
    ASSERT_FALSE(broken.ok());
    EXPECT_EQ(broken.error().kind, ErrorKind::corrupt);
    std::string kindle(200, '\0');
    kindle.replace(60, 8, "BOOKMOBI");
    const auto mobi = read(file("b.azw3", kindle));
    ASSERT_FALSE(mobi.ok());
    EXPECT_EQ(mobi.error().kind, ErrorKind::unsupported);
    const auto unknown = read(file("t.txt", "text"), {.encoding = "no-such-charset"});
    ASSERT_FALSE(unknown.ok());
    EXPECT_EQ(unknown.error().kind, ErrorKind::invalid);
}

TEST_F(ReaderChild, ReadsEveryEpubOfTheDataFolderInTime)
{
    const auto data = test::folder_from("LONGHAND_DATA");
    if (!data)
        GTEST_SKIP() << test::missing("LONGHAND_DATA");
    for (const auto& entry : std::filesystem::recursive_directory_iterator(*data / "epub")) {
        if (entry.path().extension() != ".epub")
            continue;
        const auto start = std::chrono::steady_clock::now();
        const auto document = read(entry.path());
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
        EXPECT_LT(took.count(), 20.0) << entry.path();
        if (!document.ok()) {
            EXPECT_EQ(document.error().kind, ErrorKind::corrupt) << document.error().message;
        }
    }
}

} // namespace
} // namespace longhand::ingest
