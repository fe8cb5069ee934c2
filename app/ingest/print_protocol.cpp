// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/print_protocol.h"

#include "app/document/packing.h"

namespace longhand::ingest {
namespace {

using document::PackReader;
using document::PackWriter;

constexpr std::uint8_t kDimmed = 1, kMarked = 2, kNewPage = 4;

Result<PrintSpan> unpack_span(PackReader& in, const std::string& text)
{
    PrintSpan span;
    TRY(span.kind, in.one_of(PrintSpanKind::address));
    TRY(span.begin, in.u32());
    TRY(span.end, in.u32());
    TRY(span.value, in.text());
    if (span.begin > span.end || span.end > text.size() ||
        utf8::floor_boundary(text, span.begin) != span.begin ||
        utf8::floor_boundary(text, span.end) != span.end)
        return in.raw().corrupt("a span does not lie on its text");
    return span;
}

}  // namespace

std::string pack(const PrintFacts& facts)
{
    PackWriter out;
    out.text(facts.title);
    out.text(facts.author);
    out.text(facts.language);
    out.text(facts.head);
    out.u8(static_cast<std::uint8_t>(facts.paper));
    return out.take();
}

std::string pack(const PrintBlock& block)
{
    PackWriter out;
    out.u8(static_cast<std::uint8_t>(block.style));
    out.i32(block.level);
    out.text(block.text);
    out.text(block.label);
    out.text(block.language);
    out.text(block.anchor);
    out.u8(static_cast<std::uint8_t>((block.dimmed ? kDimmed : 0) | (block.marked ? kMarked : 0) |
                                     (block.new_page ? kNewPage : 0)));
    out.list(block.spans, [&](const PrintSpan& span) {
        out.u8(static_cast<std::uint8_t>(span.kind));
        out.u32(span.begin);
        out.u32(span.end);
        out.text(span.value);
    });
    return out.take();
}

Result<PrintFacts> unpack_print_facts(Payload payload)
{
    PackReader in(payload, "what is to be printed");
    PrintFacts facts;
    TRY(facts.title, in.text());
    TRY(facts.author, in.text());
    TRY(facts.language, in.text());
    TRY(facts.head, in.text());
    TRY(facts.paper, in.one_of(Paper::letter));
    return facts;
}

Result<PrintBlock> unpack_print_block(Payload payload)
{
    PackReader in(payload, "a block to be printed");
    PrintBlock block;
    TRY(block.style, in.one_of(PrintStyle::separator));
    TRY(block.level, in.i32());
    TRY(block.text, in.text());
    TRY(block.label, in.text());
    TRY(block.language, in.text());
    TRY(block.anchor, in.text());
    TRY(const std::uint8_t flags, in.u8());
    block.dimmed = (flags & kDimmed) != 0;
    block.marked = (flags & kMarked) != 0;
    block.new_page = (flags & kNewPage) != 0;
    constexpr std::uint64_t kLeastSpanBytes = 13;
    TRY(in.list(block.spans, kLeastSpanBytes, [&] { return unpack_span(in, block.text); }));
    return block;
}

std::string pack_page_count(std::uint32_t pages)
{
    PackWriter out;
    out.u32(pages);
    return out.take();
}

Result<std::uint32_t> unpack_page_count(Payload payload)
{
    PackReader in(payload, "the number of pages");
    return in.u32();
}

}  // namespace longhand::ingest
