// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/protocol.h"

#include "app/document/packing.h"
#include "app/document/serialise.h"

#include <algorithm>
#include <cstring>

namespace longhand::ingest {
namespace {

using document::PackReader;
using document::PackWriter;

constexpr const char* kSender = "answer of the reader";

std::string utf8_of(const std::u32string& text)
{
    std::string out;
    out.reserve(text.size());
    for (const char32_t code : text)
        utf8::append(out, code);
    return out;
}

// Exactly `count` characters, so that boxes and text stay in step.
Result<std::u32string> utf32_of(PackReader& in, std::size_t count)
{
    TRY(const std::string text, in.text());
    std::u32string out;
    out.reserve(count);
    for (std::size_t offset = 0; offset < text.size();)
        out.push_back(utf8::next(text, offset));
    if (out.size() != count)
        return in.raw().corrupt("found " + std::to_string(out.size()) + " characters, expected " +
                                std::to_string(count));
    return out;
}

void write(PackWriter& out, const document::Box& box)
{
    out.f32(box.x0);
    out.f32(box.y0);
    out.f32(box.x1);
    out.f32(box.y1);
}

Result<document::Box> read_box(PackReader& in)
{
    document::Box box;
    TRY(box.x0, in.f32());
    TRY(box.y0, in.f32());
    TRY(box.x1, in.f32());
    TRY(box.y1, in.f32());
    return box;
}

Result<RawRun> read_run(PackReader& in, std::size_t glyphs, std::size_t fonts)
{
    RawRun run;
    TRY(run.begin, in.u32());
    TRY(run.end, in.u32());
    TRY(run.font, in.u32());
    TRY(run.size, in.f32());
    if (run.begin > run.end || run.end > glyphs || run.font >= fonts)
        return in.raw().corrupt("a font run leaves its page");
    return run;
}

Result<RawLink> read_link(PackReader& in)
{
    RawLink link;
    TRY(link.box, read_box(in));
    TRY(link.target, in.text());
    return link;
}

// A message ends where its last field does.
template <class T>
Result<T> whole(PackReader& in, T message)
{
    if (in.raw().remaining() != 0)
        return in.raw().corrupt("bytes after the end");
    return message;
}

}  // namespace

std::string frame(RecordKind kind, std::string_view payload)
{
    PackWriter out;
    out.u32(static_cast<std::uint32_t>(payload.size()));
    out.u8(static_cast<std::uint8_t>(kind));
    std::string bytes = out.take();
    bytes.append(payload);
    return bytes;
}

Result<Header> parse_header(std::span<const std::byte, kHeaderBytes> bytes)
{
    PackReader in(bytes, kSender);
    Header header;
    TRY(header.bytes, in.u32());
    TRY(const std::uint8_t kind, in.u8());
    if (kind < static_cast<std::uint8_t>(RecordKind::read_request) ||
        kind > static_cast<std::uint8_t>(RecordKind::printed))
        return in.raw().corrupt("found record kind " + std::to_string(kind));
    if (header.bytes > kMostRecordBytes)
        return in.raw().corrupt("found a record of " + std::to_string(header.bytes) +
                                " bytes, expected at most " + std::to_string(kMostRecordBytes));
    header.kind = static_cast<RecordKind>(kind);
    return header;
}

std::string pack(const ReadRequest& request)
{
    PackWriter out;
    out.u8(static_cast<std::uint8_t>(request.format));
    out.text(request.password);
    out.text(request.encoding);
    out.text(request.name);
    out.u32(request.first_page);
    out.u64(request.memory_bytes);
    out.u64(request.output_bytes);
    out.f64(request.total_s);
    return out.take();
}

Result<ReadRequest> unpack_read_request(Payload payload)
{
    PackReader in(payload, "request to the reader");
    ReadRequest request;
    TRY(request.format, in.one_of(document::Format::html));
    TRY(request.password, in.text());
    TRY(request.encoding, in.text());
    TRY(request.name, in.text());
    TRY(request.first_page, in.u32());
    TRY(request.memory_bytes, in.u64());
    TRY(request.output_bytes, in.u64());
    TRY(request.total_s, in.f64());
    return whole(in, std::move(request));
}

std::string pack(const RenderRequest& request)
{
    PackWriter out;
    out.u32(request.page);
    out.f64(request.pixels_per_point);
    return out.take();
}

Result<RenderRequest> unpack_render_request(Payload payload)
{
    PackReader in(payload, "request to the reader");
    RenderRequest request;
    TRY(request.page, in.u32());
    TRY(request.pixels_per_point, in.f64());
    return whole(in, std::move(request));
}

std::string pack_facts(const RawDocument& document)
{
    PackWriter out;
    out.text(document.title);
    out.text(document.author);
    out.u32(document.page_count);
    return out.take();
}

Result<RawDocument> unpack_facts(Payload payload)
{
    PackReader in(payload, kSender);
    RawDocument document;
    TRY(document.title, in.text());
    TRY(document.author, in.text());
    TRY(document.page_count, in.u32());
    if (document.page_count > kMostPages)
        return in.raw().corrupt("found " + std::to_string(document.page_count) +
                                " pages, expected at most " + std::to_string(kMostPages));
    return whole(in, std::move(document));
}

std::string pack(const RawPage& page)
{
    PackWriter out;
    out.u32(page.number);
    out.text(page.label);
    out.u8(static_cast<std::uint8_t>(page.state));
    out.text(page.reason);
    out.f32(page.width);
    out.f32(page.height);
    document::Page glyphs;
    glyphs.glyphs = page.boxes;
    const std::string boxes = document::serialise_glyphs(glyphs);
    out.u32(static_cast<std::uint32_t>(boxes.size()));
    out.bytes(boxes);
    out.text(utf8_of(page.text));
    out.list(page.fonts, [&](const std::string& font) { out.text(font); });
    out.list(page.runs, [&](const RawRun& run) {
        out.u32(run.begin);
        out.u32(run.end);
        out.u32(run.font);
        out.f32(run.size);
    });
    out.list(page.links, [&](const RawLink& link) {
        write(out, link.box);
        out.text(link.target);
    });
    return out.take();
}

Result<RawPage> unpack_page(Payload payload)
{
    PackReader in(payload, kSender);
    RawPage page;
    TRY(page.number, in.u32());
    TRY(page.label, in.text());
    TRY(page.state, in.one_of(document::PageState::failed));
    TRY(page.reason, in.text());
    TRY(page.width, in.f32());
    TRY(page.height, in.f32());
    TRY(const std::uint32_t box_bytes, in.u32());
    TRY(const auto boxes, in.raw().bytes(box_bytes));
    TRY(page.boxes, document::deserialise_glyphs(boxes));
    TRY(page.text, utf32_of(in, page.boxes.size()));
    TRY(in.list(page.fonts, 4, [&] { return in.text(); }));
    TRY(in.list(page.runs, 16,
                [&] { return read_run(in, page.boxes.size(), page.fonts.size()); }));
    TRY(in.list(page.links, 20, [&] { return read_link(in); }));
    return whole(in, std::move(page));
}

std::string pack(const OutlineEntry& entry)
{
    PackWriter out;
    out.text(entry.title);
    out.i32(entry.level);
    out.u32(entry.page);
    out.f32(entry.y);
    return out.take();
}

Result<OutlineEntry> unpack_outline(Payload payload)
{
    PackReader in(payload, kSender);
    OutlineEntry entry;
    TRY(entry.title, in.text());
    TRY(entry.level, in.i32());
    TRY(entry.page, in.u32());
    TRY(entry.y, in.f32());
    return whole(in, std::move(entry));
}

std::string pack(const document::Problem& problem)
{
    PackWriter out;
    out.text(problem.kind);
    out.text(problem.message);
    out.list(problem.pages, [&](std::uint32_t page) { out.u32(page); });
    return out.take();
}

Result<document::Problem> unpack_problem(Payload payload)
{
    PackReader in(payload, kSender);
    document::Problem problem;
    TRY(problem.kind, in.text());
    TRY(problem.message, in.text());
    TRY(in.list(problem.pages, 4, [&] { return in.u32(); }));
    return whole(in, std::move(problem));
}

std::string pack(const Error& error)
{
    PackWriter out;
    out.u8(static_cast<std::uint8_t>(error.kind));
    out.text(utf8::sanitise(error.message));
    return out.take();
}

Error unpack_error(Payload payload)
{
    PackReader in(payload, kSender);
    const auto kind = in.one_of(ErrorKind::internal);
    if (!kind.ok())
        return kind.error();
    const auto message = in.text();
    return message.ok() ? Error{*kind, *message} : message.error();
}

std::string pack(const Pixels& pixels)
{
    PackWriter out;
    out.i32(pixels.width);
    out.i32(pixels.height);
    out.bytes({reinterpret_cast<const char*>(pixels.argb.data()), pixels.argb.size() * 4});
    return out.take();
}

Result<Pixels> unpack_pixels(Payload payload)
{
    PackReader in(payload, kSender);
    Pixels pixels;
    TRY(pixels.width, in.i32());
    TRY(pixels.height, in.i32());
    const std::uint64_t remaining = in.raw().remaining();
    if (pixels.width <= 0 || pixels.height <= 0 || pixels.width > 32767 || pixels.height > 32767 ||
        remaining != static_cast<std::uint64_t>(pixels.width) *
                         static_cast<std::uint64_t>(pixels.height) * 4)
        return in.raw().corrupt("the pixels do not fill their picture");
    TRY(const auto bytes, in.raw().bytes(remaining));
    pixels.argb.resize(bytes.size() / 4);
    std::memcpy(pixels.argb.data(), bytes.data(), bytes.size());
    return pixels;
}

}  // namespace longhand::ingest
