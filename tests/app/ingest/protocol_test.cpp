// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/protocol.h"
#include "tests/app/ingest/allocations.h"

#include <gtest/gtest.h>

#include <functional>

namespace longhand::ingest {
namespace {

Payload bytes_of(const std::string& text) { return std::as_bytes(std::span(text)); }

RawPage sample_page()
{
    RawPage page;
    page.number = 7;
    page.label = "vii";
    page.state = document::PageState::unreadable;
    page.reason = "A reason.";
    page.width = 595;
    page.height = 842;
    page.text = U"灯a\n";
    page.boxes = {{1, 2, 11, 12}, {11, 2, 16, 12}, {16, 2, 16, 12}};
    page.fonts = {"Serif", "Song"};
    page.runs = {{0, 1, 1, 10}, {1, 2, 0, 10.5F}};
    page.links = {{{1, 2, 3, 4}, "https://example.org/"}};
    return page;
}

ReadRequest sample_request()
{
    return {document::Format::markdown, "secret", "GB18030", "灯.md", 12, 1ULL << 40U, 77, 1.5};
}

RawDocument sample_facts()
{
    RawDocument facts;
    facts.title = "The Light";
    facts.author = "K. Eeper";
    facts.page_count = 99;
    return facts;
}

Pixels sample_pixels()
{
    return {3, 2, {0xFF000000U, 1, 2, 3, 4, 0xFFFFFFFFU}};
}

struct Message {
    const char* name;
    std::string payload;
    std::function<bool(Payload)> unpacks;  // whether it is taken for a message
};

std::vector<Message> messages()
{
    return {
        {"read request", pack(sample_request()), [](Payload p) { return unpack_read_request(p).ok(); }},
        {"render request", pack(RenderRequest{3, 2.5}), [](Payload p) { return unpack_render_request(p).ok(); }},
        {"facts", pack_facts(sample_facts()), [](Payload p) { return unpack_facts(p).ok(); }},
        {"page", pack(sample_page()), [](Payload p) { return unpack_page(p).ok(); }},
        {"outline", pack(OutlineEntry{"One", 2, 5, 71}), [](Payload p) { return unpack_outline(p).ok(); }},
        {"problem", pack(document::Problem{"kind", "message", {1, 2}}),
         [](Payload p) { return unpack_problem(p).ok(); }},
        {"pixels", pack(sample_pixels()), [](Payload p) { return unpack_pixels(p).ok(); }},
    };
}

TEST(Protocol, EveryRequestComesBackAsItWasSent)
{
    const auto read = unpack_read_request(bytes_of(pack(sample_request())));
    ASSERT_TRUE(read.ok()) << read.error().message;
    EXPECT_EQ(read->format, document::Format::markdown);
    EXPECT_EQ(read->password, "secret");
    EXPECT_EQ(read->encoding, "GB18030");
    EXPECT_EQ(read->name, "灯.md");
    EXPECT_EQ(read->first_page, 12U);
    EXPECT_EQ(read->memory_bytes, 1ULL << 40U);
    EXPECT_EQ(read->output_bytes, 77U);
    EXPECT_EQ(read->total_s, 1.5);
    const auto render = unpack_render_request(bytes_of(pack(RenderRequest{3, 2.5})));
    ASSERT_TRUE(render.ok()) << render.error().message;
    EXPECT_EQ(render->page, 3U);
    EXPECT_EQ(render->pixels_per_point, 2.5);
}

TEST(Protocol, APageComesBackAsItWasSent)
{
    const RawPage sent = sample_page();
    const auto page = unpack_page(bytes_of(pack(sent)));
    ASSERT_TRUE(page.ok()) << page.error().message;
    EXPECT_EQ(page->number, 7U);
    EXPECT_EQ(page->label, "vii");
    EXPECT_EQ(page->state, document::PageState::unreadable);
    EXPECT_EQ(page->reason, "A reason.");
    EXPECT_EQ(page->width, 595);
    EXPECT_EQ(page->height, 842);
    EXPECT_EQ(page->text, sent.text);
    EXPECT_EQ(page->boxes, sent.boxes);
    EXPECT_EQ(page->fonts, sent.fonts);
    ASSERT_EQ(page->runs.size(), 2U);
    EXPECT_EQ(page->runs[1].begin, 1U);
    EXPECT_EQ(page->runs[1].end, 2U);
    EXPECT_EQ(page->runs[1].font, 0U);
    EXPECT_EQ(page->runs[1].size, 10.5F);
    ASSERT_EQ(page->links.size(), 1U);
    EXPECT_EQ(page->links[0].target, "https://example.org/");
    EXPECT_EQ(page->links[0].box, (document::Box{1, 2, 3, 4}));
}

TEST(Protocol, WhatElseTheChildSaysComesBackAsItWasSent)
{
    const auto facts = unpack_facts(bytes_of(pack_facts(sample_facts())));
    ASSERT_TRUE(facts.ok()) << facts.error().message;
    EXPECT_EQ(facts->title, "The Light");
    EXPECT_EQ(facts->author, "K. Eeper");
    EXPECT_EQ(facts->page_count, 99U);
    const auto entry = unpack_outline(bytes_of(pack(OutlineEntry{"One", 2, 5, 71})));
    ASSERT_TRUE(entry.ok()) << entry.error().message;
    EXPECT_EQ(entry->title, "One");
    EXPECT_EQ(entry->level, 2);
    EXPECT_EQ(entry->page, 5U);
    EXPECT_EQ(entry->y, 71);
    const auto problem = unpack_problem(bytes_of(pack(document::Problem{"kind", "message", {1, 2}})));
    ASSERT_TRUE(problem.ok()) << problem.error().message;
    EXPECT_EQ(problem->kind, "kind");
    EXPECT_EQ(problem->message, "message");
    EXPECT_EQ(problem->pages, (std::vector<std::uint32_t>{1, 2}));
    const Error error = unpack_error(bytes_of(pack(Error{ErrorKind::locked, "needs a password"})));
    EXPECT_EQ(error.kind, ErrorKind::locked);
    EXPECT_EQ(error.message, "needs a password");
    const auto pixels = unpack_pixels(bytes_of(pack(sample_pixels())));
    ASSERT_TRUE(pixels.ok()) << pixels.error().message;
    EXPECT_EQ(pixels->width, 3);
    EXPECT_EQ(pixels->height, 2);
    EXPECT_EQ(pixels->argb, sample_pixels().argb);
}

TEST(Protocol, AFrameSaysWhatFollows)
{
    const std::string framed = frame(RecordKind::outline, "12345");
    ASSERT_EQ(framed.size(), kHeaderBytes + 5);
    const auto header = parse_header(bytes_of(framed).first<kHeaderBytes>());
    ASSERT_TRUE(header.ok());
    EXPECT_EQ(header->kind, RecordKind::outline);
    EXPECT_EQ(header->bytes, 5U);
}

TEST(Protocol, AHeaderOfUnknownKindOrAbsurdLengthIsRefused)
{
    const unsigned past_last = static_cast<unsigned>(RecordKind::printed) + 1;
    for (const unsigned kind : {0U, past_last, 255U}) {
        std::string head = frame(RecordKind::done, {});
        head[4] = static_cast<char>(kind);
        EXPECT_FALSE(parse_header(bytes_of(head).first<kHeaderBytes>()).ok()) << kind;
    }
    const std::string endless = "\xFF\xFF\xFF\xFF\x04";
    const auto header = parse_header(bytes_of(endless).first<kHeaderBytes>());
    ASSERT_FALSE(header.ok());
    EXPECT_EQ(header.error().kind, ErrorKind::corrupt);
}

TEST(Protocol, EveryTruncationAndEveryAddedByteIsRefused)
{
    for (const Message& message : messages()) {
        ASSERT_TRUE(message.unpacks(bytes_of(message.payload))) << message.name;
        for (std::size_t size = 0; size < message.payload.size(); ++size)
            EXPECT_FALSE(message.unpacks(bytes_of(message.payload).first(size)))
                << message.name << " cut at " << size;
        EXPECT_FALSE(message.unpacks(bytes_of(message.payload + '\0'))) << message.name;
    }
}

TEST(Protocol, ACutErrorIsAnErrorOfItsOwn)
{
    const std::string whole = pack(Error{ErrorKind::locked, "needs a password"});
    for (std::size_t size = 0; size < whole.size(); ++size)
        EXPECT_EQ(unpack_error(bytes_of(whole).first(size)).kind, ErrorKind::corrupt) << size;
}

TEST(Protocol, FlippedBitsAreRefusedOrKeepAPageWhole)
{
    const std::string whole = pack(sample_page());
    std::size_t refused = 0;
    for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
        std::string bytes = whole;
        bytes[bit / 8] ^= static_cast<char>(1U << (bit % 8));
        const auto page = unpack_page(bytes_of(bytes));
        if (!page.ok()) {
            ++refused;
            continue;
        }
        EXPECT_EQ(page->boxes.size(), page->text.size());
        for (const RawRun& run : page->runs) {
            EXPECT_LE(run.begin, run.end);
            EXPECT_LE(run.end, page->text.size());
            EXPECT_LT(run.font, page->fonts.size());
        }
    }
    EXPECT_GT(refused, whole.size() * 8 / 3);  // most of a page are lengths, kinds and texts
}

TEST(Protocol, LengthsThatPromiseTooMuchAllocateNothing)
{
    for (const Message& message : messages()) {
        for (std::size_t at = 0; at + 4 <= message.payload.size(); ++at) {
            for (const char high : {'\xFF', '\x7F'}) {
                std::string bytes = message.payload;
                bytes.replace(at, 4, {'\xFF', '\xFF', '\xFF', high});
                test::forget_allocations();
                (void)message.unpacks(bytes_of(bytes));
                EXPECT_LT(test::largest_allocation(), 64 * bytes.size() + 4096)
                    << message.name << " at " << at;
            }
        }
    }
}

TEST(Protocol, PixelsThatDoNotFillTheirPictureAreRefused)
{
    for (const auto& [width, height] : std::vector<std::pair<std::int32_t, std::int32_t>>{
             {0, 2}, {-3, -2}, {2, 2}, {65536, 65536}, {1 << 30, 1 << 30}, {40000, 1}}) {
        Pixels pixels = sample_pixels();
        pixels.width = width;
        pixels.height = height;
        EXPECT_FALSE(unpack_pixels(bytes_of(pack(pixels))).ok()) << width << "x" << height;
    }
}

}  // namespace
}  // namespace longhand::ingest
