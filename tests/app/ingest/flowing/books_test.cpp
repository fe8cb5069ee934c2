// SPDX-License-Identifier: GPL-3.0-or-later
// Real books of the data folder: each ends in a state in time, and what is written back into an
// EPUB's pages stands where reading finds it again.
#include "app/ingest/flowing/flowing.h"
#include "app/ingest/flowing/package_archive.h"
#include "app/ingest/flowing/xhtml_blocks.h"
#include "app/ingest/ingest.h"
#include "tests/app/ingest/flowing/package_builder.h"
#include "tests/support/environment.h"

#include <gtest/gtest.h>

#include <chrono>
#include <fstream>
#include <sstream>

namespace longhand::ingest::flowing {
namespace {

using document::Document;
using document::Paragraph;

std::string bytes_of(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    std::stringstream stream;
    stream << in.rdbuf();
    return stream.str();
}

std::vector<std::filesystem::path> epubs(const std::filesystem::path& data)
{
    std::vector<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(data / "epub")) {
        if (entry.path().extension() == ".epub")
            found.push_back(entry.path());
    }
    return found;
}

void expect_sound(const Paragraph& paragraph, const std::string& where)
{
    const auto boundary = [&](std::uint32_t offset) {
        return offset == paragraph.text.size() ||
               (offset < paragraph.text.size() &&
                (static_cast<unsigned char>(paragraph.text[offset]) & 0xC0U) != 0x80U);
    };
    std::uint32_t last = 0;
    for (const document::Span& span : paragraph.spans) {
        ASSERT_LE(span.begin, span.end) << where;
        ASSERT_TRUE(boundary(span.begin) && boundary(span.end)) << where << ": " << paragraph.text;
        ASSERT_GE(span.begin, last) << where;
        last = span.begin;
    }
}

TEST(Books, EveryEpubEndsInAStateInTime)
{
    const auto data = test::folder_from("LONGHAND_DATA");
    if (!data)
        GTEST_SKIP() << test::missing("LONGHAND_DATA");
    for (const auto& path : epubs(*data)) {
        const std::string bytes = bytes_of(path);
        const auto start = std::chrono::steady_clock::now();
        const auto document = read_epub({bytes, path.filename().string(), {}, nullptr});
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
        EXPECT_LT(took.count(), 20.0) << path;
        if (!document.ok()) {
            EXPECT_EQ(document.error().kind, ErrorKind::corrupt) << path;
            continue;
        }
        EXPECT_FALSE(document->title.empty()) << path;
        for (const auto& chapter : document->chapters) {
            EXPECT_FALSE(chapter.title.empty()) << path;
            for (const Paragraph& paragraph : chapter.paragraphs) {
                EXPECT_FALSE(paragraph.text.empty()) << path;
                expect_sound(paragraph, path.filename().string());
            }
        }
    }
}

// The pages of an EPUB, by name.
std::map<std::string, std::string> pages_of(const std::string& bytes)
{
    auto archive = PackageArchive::open(bytes, "book");
    if (!archive.ok())
        return {};
    std::set<std::string> wanted;
    for (const std::string& name : archive->names()) {
        if (name.ends_with("html"))
            wanted.insert(name);
    }
    auto contents = archive->read(wanted, nullptr);
    return contents.ok() ? *contents : std::map<std::string, std::string>{};
}

TEST(Books, WhatIsWrittenIntoABlockIsFoundThereAgain)
{
    const auto data = test::folder_from("LONGHAND_DATA");
    if (!data)
        GTEST_SKIP() << test::missing("LONGHAND_DATA");
    std::size_t blocks = 0;
    for (const auto& path : epubs(*data)) {
        std::size_t budget = 3U << 20U; // of markup for one book
        for (const auto& [name, content] : pages_of(bytes_of(path))) {
            if (content.size() > budget)
                break;
            budget -= content.size();
            const auto before = block_texts(content);
            if (!before.ok())
                continue;
            const auto written = replace_blocks(
                content, [](int block) { return std::optional("T" + std::to_string(block) + "."); },
                "de");
            ASSERT_TRUE(written.ok()) << path << " " << name;
            const auto after = block_texts(*written);
            ASSERT_TRUE(after.ok());
            ASSERT_EQ(after->size(), before->size()) << path << " " << name;
            for (std::size_t i = 0; i < after->size(); ++i)
                ASSERT_NE((*after)[i].find("T" + std::to_string(i) + "."), std::string::npos)
                    << path << " " << name << " " << (*before)[i];
            const auto untouched = replace_blocks(
                content, [](int) { return std::nullopt; }, "");
            ASSERT_EQ(*block_texts(*untouched), *before) << path << " " << name;
            blocks += after->size();
        }
    }
    EXPECT_GT(blocks, 5'000U);
}

TEST(Books, OneNovelReadsTheSameInEveryEncoding)
{
    const auto data = test::folder_from("LONGHAND_DATA");
    if (!data)
        GTEST_SKIP() << test::missing("LONGHAND_DATA");
    const auto folder = *data / "novels-zh" / "encodings";
    const auto whole = read_text({bytes_of(folder / "henhai.gb18030.txt"), "a.txt", {}, nullptr});
    const auto wide =
        read_text({bytes_of(folder / "henhai-part.utf16le-bom.txt"), "b.txt", {}, nullptr});
    const auto marked =
        read_text({bytes_of(folder / "henhai-part.utf8-bom.txt"), "c.txt", {}, nullptr});
    ASSERT_TRUE(whole.ok() && wide.ok() && marked.ok());
    EXPECT_EQ(whole->encoding, "GB18030");
    EXPECT_EQ(wide->encoding, "UTF-16LE");
    EXPECT_EQ(marked->encoding, "UTF-8");
    EXPECT_FALSE(has_problem(*whole, "encoding_guessed"));
    EXPECT_EQ(whole->chapters.size(), 11U); // what stands before the first, and ten
    for (std::size_t i = 0; i + 1 < marked->chapters.size(); ++i) {
        EXPECT_EQ(text_of(whole->chapters[i]), text_of(marked->chapters[i]));
        EXPECT_EQ(text_of(wide->chapters[i]), text_of(marked->chapters[i]));
    }
}

} // namespace
} // namespace longhand::ingest::flowing
