// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/serialise.h"

#include "engine/base/random.h"

#include <gtest/gtest.h>

namespace longhand::document {
namespace {

std::span<const std::byte> bytes_of(std::string_view text) { return std::as_bytes(std::span(text)); }

std::string word(Random& random)
{
    constexpr std::string_view parts[] = {"a", "z", " ", "é", "漢", "\n", "\U0001F600", ""};
    std::string out;
    for (std::uint64_t i = random.below(12); i > 0; --i)
        out += parts[random.below(std::size(parts))];
    return out;
}

Paragraph random_paragraph(Random& random)
{
    Paragraph paragraph;
    paragraph.kind = static_cast<ParagraphKind>(random.below(9));
    paragraph.text = word(random);
    const auto size = static_cast<std::uint32_t>(paragraph.text.size());
    for (std::uint64_t i = random.below(3); i > 0; --i)
        paragraph.spans.push_back({static_cast<SpanKind>(random.below(9)), 0, size, word(random)});
    for (std::uint64_t i = random.below(3); i > 0; --i)
        paragraph.origins.push_back({0, size, static_cast<std::uint32_t>(random.below(9)), 4});
    paragraph.table = static_cast<std::int32_t>(random.below(3)) - 1;
    paragraph.place = {word(random), static_cast<std::int32_t>(random.below(9)) - 1};
    return paragraph;
}

Document random_document(Seed seed)
{
    Random random(seed);
    Document document;
    document.format = static_cast<Format>(random.below(5));
    document.title = word(random);
    document.authors = {word(random), word(random)};
    document.language = "zh";
    document.encoding = word(random);
    document.chapter_source = static_cast<ChapterSource>(random.below(6));
    for (std::uint64_t i = random.below(4); i > 0; --i) {
        Page page;
        page.number = static_cast<std::uint32_t>(random.below(1000));
        page.label = word(random);
        page.state = static_cast<PageState>(random.below(5));
        page.reason = word(random);
        page.width = random.uniform(0.0F, 900.0F);
        page.height = random.uniform(0.0F, 900.0F);
        page.rotation = 90;
        page.removed = {word(random)};
        document.pages.push_back(page);
    }
    for (std::uint64_t i = random.below(4); i > 0; --i) {
        Chapter chapter{.title = word(random), .level = 2, .role = ChapterRole::index, .paragraphs = {}};
        for (std::uint64_t k = random.below(5); k > 0; --k)
            chapter.paragraphs.push_back(random_paragraph(random));
        document.chapters.push_back(chapter);
    }
    document.notes.push_back({word(random), "3", {random_paragraph(random)}, 1});
    document.images.push_back({word(random), word(random), word(random), 3, {1, 2, 3, 4}});
    document.tables.push_back({word(random), {{word(random), word(random)}, {}}});
    document.problems.push_back({"scan_pages", word(random), {1, 2, 9}});
    return document;
}

TEST(Serialise, ADocumentComesBackAsItWas)
{
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const Document document = random_document(Seed{seed});
        const std::string stored = serialise(document);
        const auto read = deserialise(bytes_of(stored));
        ASSERT_TRUE(read.ok()) << to_string(read.error());
        EXPECT_EQ(serialise(*read), stored);
        ASSERT_EQ(read->pages.size(), document.pages.size());
        for (std::size_t i = 0; i < document.pages.size(); ++i) {
            EXPECT_EQ(read->pages[i].label, document.pages[i].label);
            EXPECT_EQ(read->pages[i].state, document.pages[i].state);
            EXPECT_EQ(read->pages[i].width, document.pages[i].width);
            EXPECT_EQ(read->pages[i].removed, document.pages[i].removed);
        }
        ASSERT_EQ(read->chapters.size(), document.chapters.size());
        for (std::size_t i = 0; i < document.chapters.size(); ++i) {
            EXPECT_EQ(read->chapters[i].title, document.chapters[i].title);
            EXPECT_EQ(read->chapters[i].role, document.chapters[i].role);
            ASSERT_EQ(read->chapters[i].paragraphs.size(), document.chapters[i].paragraphs.size());
            for (std::size_t k = 0; k < document.chapters[i].paragraphs.size(); ++k) {
                EXPECT_EQ(read->chapters[i].paragraphs[k].text, document.chapters[i].paragraphs[k].text);
                EXPECT_EQ(read->chapters[i].paragraphs[k].spans, document.chapters[i].paragraphs[k].spans);
                EXPECT_EQ(read->chapters[i].paragraphs[k].place.block,
                          document.chapters[i].paragraphs[k].place.block);
            }
        }
        EXPECT_EQ(read->notes[0].label, "3");
        EXPECT_EQ(read->images[0].box, (Box{1, 2, 3, 4}));
        EXPECT_EQ(read->tables[0].rows, document.tables[0].rows);
        EXPECT_EQ(read->problems[0].pages, document.problems[0].pages);
    }
}

TEST(Serialise, EveryTruncationIsAnError)
{
    const std::string stored = serialise(random_document(Seed{3}));
    for (std::size_t size = 0; size < stored.size(); ++size)
        EXPECT_FALSE(deserialise(bytes_of(std::string_view(stored).substr(0, size))).ok()) << size;
    EXPECT_FALSE(deserialise(bytes_of(stored + "x")).ok());
}

TEST(Serialise, FlippedBitsGiveADocumentOrAnErrorWithoutHugeMemory)
{
    const std::string stored = serialise(random_document(Seed{5}));
    for (std::size_t bit = 0; bit < stored.size() * 8; ++bit) {
        std::string bad = stored;
        bad[bit / 8] = static_cast<char>(bad[bit / 8] ^ (1 << (bit % 8)));
        const auto read = deserialise(bytes_of(bad));
        if (read.ok()) {
            EXPECT_LE(serialise(*read).size(), bad.size());
        }
    }
}

TEST(Serialise, ANewerVersionIsUnsupported)
{
    std::string stored = serialise(Document{});
    stored[4] = 99;
    const auto read = deserialise(bytes_of(stored));
    ASSERT_FALSE(read.ok());
    EXPECT_EQ(read.error().kind, ErrorKind::unsupported);
}

TEST(Serialise, GlyphBoxesComeBackWithinHalfAUnit)
{
    Random random(Seed{9});
    Page page;
    for (int i = 0; i < 3000; ++i) {
        const float x = random.uniform(-100.0F, 2000.0F);
        const float y = random.uniform(-100.0F, 2000.0F);
        page.glyphs.push_back({x, y, x + random.uniform(-5.0F, 20.0F), y + random.uniform(0.0F, 20.0F)});
    }
    const std::string stored = serialise_glyphs(page);
    const auto read = deserialise_glyphs(bytes_of(stored));
    ASSERT_TRUE(read.ok()) << to_string(read.error());
    ASSERT_EQ(read->size(), page.glyphs.size());
    for (std::size_t i = 0; i < read->size(); ++i) {
        EXPECT_NEAR((*read)[i].x0, page.glyphs[i].x0, 1.0 / 64 + 1e-4);
        EXPECT_NEAR((*read)[i].y0, page.glyphs[i].y0, 1.0 / 64 + 1e-4);
        EXPECT_NEAR((*read)[i].x1, page.glyphs[i].x1, 1.0 / 64 + 1e-4);
        EXPECT_NEAR((*read)[i].y1, page.glyphs[i].y1, 1.0 / 64 + 1e-4);
    }
}

TEST(Serialise, BrokenGlyphBytesAreErrorsNotCrashes)
{
    Page page;
    for (int i = 0; i < 40; ++i)
        page.glyphs.push_back({static_cast<float>(i) * 6, 10, static_cast<float>(i) * 6 + 6, 22});
    const std::string stored = serialise_glyphs(page);
    for (std::size_t size = 0; size < stored.size(); ++size)
        EXPECT_FALSE(deserialise_glyphs(bytes_of(std::string_view(stored).substr(0, size))).ok());
    for (std::size_t bit = 0; bit < stored.size() * 8; ++bit) {
        std::string bad = stored;
        bad[bit / 8] = static_cast<char>(bad[bit / 8] ^ (1 << (bit % 8)));
        const auto read = deserialise_glyphs(bytes_of(bad));
        if (read.ok()) {
            EXPECT_LE(read->size(), bad.size() / 4);
        }
    }
}

}  // namespace
}  // namespace longhand::document
