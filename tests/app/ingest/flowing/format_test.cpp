// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/format_signs.h"
#include "app/ingest/ingest.h"
#include "tests/app/ingest/flowing/package_builder.h"
#include "tests/support/environment.h"

#include <gtest/gtest.h>

#include <fstream>

namespace longhand::ingest {
namespace {

using document::Format;

Result<Format> format_of(const std::string& bytes, const std::string& name = "file")
{
    return format_of_bytes(bytes, bytes, name);
}

TEST(FormatSigns, KnowTheFormatsThatAreRead)
{
    EXPECT_EQ(*format_of("%PDF-1.4\n"), Format::pdf);
    EXPECT_EQ(*format_of("junk before\n%PDF-1.7"), Format::pdf);
    EXPECT_EQ(*format_of(flowing::zip(flowing::epub_entries({}, ""))), Format::epub);
    EXPECT_EQ(*format_of("<!DOCTYPE html><html></html>"), Format::html);
    EXPECT_EQ(*format_of("\xEF\xBB\xBF<!-- x -->\n<HTML>"), Format::html);
    EXPECT_EQ(*format_of("<?xml version=\"1.0\"?>\n<html xmlns=\"x\">"), Format::html);
    EXPECT_EQ(*format_of("# One\n\ntext\n\n## Two\n\nmore"), Format::markdown);
    EXPECT_EQ(*format_of("plain words", "notes.md"), Format::markdown);
    EXPECT_EQ(*format_of("plain words", "notes.pdf"), Format::text);
    EXPECT_EQ(*format_of("He said <html> was a word."), Format::text);
    EXPECT_EQ(*format_of("\xFF\xFE" + std::string("o\0n\0c\0e\0", 8)), Format::text);
    EXPECT_EQ(*format_of(std::string("\0\n\x4E\0\x70\x6F\x58\x54\x4E\0\0A", 12)), Format::text);
    EXPECT_EQ(*format_of("\xB5\xC6\xCB\xFE\xB5\xC4\xBF\xB4\xCA\xD8"), Format::text);
}

TEST(FormatSigns, SayWhatToDoWithTheOthers)
{
    std::string mobi(100, '\0');
    mobi.replace(60, 8, "BOOKMOBI");
    for (const std::string& bytes :
         {mobi, std::string("\x89PNG\r\n"), std::string("{\\rtf1 x}"),
          flowing::zip({{"word/document.xml", "<x/>"}}), flowing::zip({{"a.txt", "x"}}),
          std::string("\x7F"
                      "ELF\2\1\1"),
          std::string("ab\0\0\0c\0\0d", 9)}) {
        const auto format = format_of(bytes);
        ASSERT_FALSE(format.ok());
        EXPECT_EQ(format.error().kind, ErrorKind::unsupported);
        EXPECT_GT(format.error().message.size(), 40U);
    }
    EXPECT_NE(format_of(mobi).error().message.find("EPUB"), std::string::npos);
}

TEST(FormatSigns, OfFilesThatAreNotThere)
{
    const test::TemporaryFolder folder;
    EXPECT_EQ(detect_format(folder.path() / "none").error().kind, ErrorKind::not_found);
    EXPECT_EQ(detect_format(folder.path()).error().kind, ErrorKind::unreadable);
    std::ofstream(folder.path() / "empty").close();
    EXPECT_EQ(detect_format(folder.path() / "empty").error().kind, ErrorKind::corrupt);
    std::ofstream(folder.path() / "a.bin") << "Some words.\n";
    EXPECT_EQ(*detect_format(folder.path() / "a.bin"), Format::text);
}

} // namespace
} // namespace longhand::ingest
