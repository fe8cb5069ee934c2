// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/serialise.h"

#include "app/document/packing.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace longhand::document {
namespace {

constexpr std::uint32_t kMagic = 0x444F484CU;        // "LHOD"
constexpr std::uint32_t kGlyphMagic = 0x474F484CU;   // "LHOG"
constexpr std::uint32_t kVersion = 1;
constexpr float kUnitsPerPoint = 32.0F;

void write(PackWriter& out, const Box& box)
{
    out.f32(box.x0);
    out.f32(box.y0);
    out.f32(box.x1);
    out.f32(box.y1);
}

void write(PackWriter& out, const Page& page)
{
    out.u32(page.number);
    out.text(page.label);
    out.u8(static_cast<std::uint8_t>(page.state));
    out.text(page.reason);
    out.f32(page.width);
    out.f32(page.height);
    out.i32(page.rotation);
    out.list(page.removed, [&](const std::string& line) { out.text(line); });
}

void write(PackWriter& out, const Paragraph& paragraph)
{
    out.u8(static_cast<std::uint8_t>(paragraph.kind));
    out.text(paragraph.text);
    out.list(paragraph.spans, [&](const Span& span) {
        out.u8(static_cast<std::uint8_t>(span.kind));
        out.u32(span.begin);
        out.u32(span.end);
        out.text(span.value);
    });
    out.list(paragraph.origins, [&](const Origin& origin) {
        out.u32(origin.begin);
        out.u32(origin.end);
        out.u32(origin.page);
        out.u32(origin.first_glyph);
    });
    out.i32(paragraph.table);
    out.text(paragraph.place.part);
    out.i32(paragraph.place.block);
}

Result<Box> read_box(PackReader& in)
{
    Box box;
    TRY(box.x0, in.f32());
    TRY(box.y0, in.f32());
    TRY(box.x1, in.f32());
    TRY(box.y1, in.f32());
    return box;
}

Result<Page> read_page(PackReader& in)
{
    Page page;
    TRY(page.number, in.u32());
    TRY(page.label, in.text());
    TRY(page.state, in.one_of(PageState::failed));
    TRY(page.reason, in.text());
    TRY(page.width, in.f32());
    TRY(page.height, in.f32());
    TRY(page.rotation, in.i32());
    TRY(in.list(page.removed, 4, [&] { return in.text(); }));
    return page;
}

Result<Span> read_span(PackReader& in, std::size_t text_bytes)
{
    Span span;
    TRY(span.kind, in.one_of(SpanKind::image));
    TRY(span.begin, in.u32());
    TRY(span.end, in.u32());
    TRY(span.value, in.text());
    if (span.begin > span.end || span.end > text_bytes)
        return in.raw().corrupt("a span leaves its paragraph");
    return span;
}

Result<Origin> read_origin(PackReader& in, std::size_t text_bytes)
{
    Origin origin;
    TRY(origin.begin, in.u32());
    TRY(origin.end, in.u32());
    TRY(origin.page, in.u32());
    TRY(origin.first_glyph, in.u32());
    if (origin.begin > origin.end || origin.end > text_bytes)
        return in.raw().corrupt("an origin leaves its paragraph");
    return origin;
}

Result<Paragraph> read_paragraph(PackReader& in)
{
    Paragraph paragraph;
    TRY(paragraph.kind, in.one_of(ParagraphKind::separator));
    TRY(paragraph.text, in.text());
    TRY(in.list(paragraph.spans, 13, [&] { return read_span(in, paragraph.text.size()); }));
    TRY(in.list(paragraph.origins, 16, [&] { return read_origin(in, paragraph.text.size()); }));
    TRY(paragraph.table, in.i32());
    TRY(paragraph.place.part, in.text());
    TRY(paragraph.place.block, in.i32());
    return paragraph;
}

constexpr std::uint64_t kLeastParagraph = 1 + 4 + 4 + 4 + 4 + 4 + 4;

Result<Chapter> read_chapter(PackReader& in)
{
    Chapter chapter;
    TRY(chapter.title, in.text());
    TRY(chapter.level, in.i32());
    TRY(chapter.role, in.one_of(ChapterRole::notes));
    TRY(in.list(chapter.paragraphs, kLeastParagraph, [&] { return read_paragraph(in); }));
    return chapter;
}

Result<Note> read_note(PackReader& in)
{
    Note note;
    TRY(note.id, in.text());
    TRY(note.label, in.text());
    TRY(in.list(note.paragraphs, kLeastParagraph, [&] { return read_paragraph(in); }));
    TRY(note.chapter, in.i32());
    return note;
}

Result<Image> read_image(PackReader& in)
{
    Image image;
    TRY(image.id, in.text());
    TRY(image.part, in.text());
    TRY(image.alt, in.text());
    TRY(image.page, in.u32());
    TRY(image.box, read_box(in));
    return image;
}

Result<Table> read_table(PackReader& in)
{
    Table table;
    TRY(table.caption, in.text());
    TRY(in.list(table.rows, 4, [&]() -> Result<std::vector<std::string>> {
        std::vector<std::string> row;
        TRY(in.list(row, 4, [&] { return in.text(); }));
        return row;
    }));
    return table;
}

Result<Problem> read_problem(PackReader& in)
{
    Problem problem;
    TRY(problem.kind, in.text());
    TRY(problem.message, in.text());
    TRY(in.list(problem.pages, 4, [&] { return in.u32(); }));
    return problem;
}

Result<void> expect_header(PackReader& in, std::uint32_t magic)
{
    TRY(const std::uint32_t found, in.u32());
    if (found != magic)
        return in.raw().corrupt("does not begin as this form does");
    TRY(const std::uint32_t version, in.u32());
    if (version > kVersion)
        return Error{ErrorKind::unsupported, in.raw().name() + ": version " +
                                                 std::to_string(version) + ", expected at most " +
                                                 std::to_string(kVersion)};
    return {};
}

// Boxes step from the left top of one to the next, in 1/32 point.
std::int64_t quantised(float value)
{
    constexpr float kFurthest = 1.0e7F;  // points; keeps sums of steps inside 64 bits
    const float bounded = std::isfinite(value) ? std::min(std::max(value, -kFurthest), kFurthest)
                                               : 0.0F;
    return std::llround(bounded * kUnitsPerPoint);
}

}  // namespace

std::string serialise(const Document& document)
{
    PackWriter out;
    out.u32(kMagic);
    out.u32(kVersion);
    out.u8(static_cast<std::uint8_t>(document.format));
    out.text(document.title);
    out.list(document.authors, [&](const std::string& author) { out.text(author); });
    out.text(document.language);
    out.text(document.encoding);
    out.u8(static_cast<std::uint8_t>(document.chapter_source));
    out.list(document.pages, [&](const Page& page) { write(out, page); });
    const auto paragraph = [&](const Paragraph& item) { write(out, item); };
    out.list(document.chapters, [&](const Chapter& chapter) {
        out.text(chapter.title);
        out.i32(chapter.level);
        out.u8(static_cast<std::uint8_t>(chapter.role));
        out.list(chapter.paragraphs, paragraph);
    });
    out.list(document.notes, [&](const Note& note) {
        out.text(note.id);
        out.text(note.label);
        out.list(note.paragraphs, paragraph);
        out.i32(note.chapter);
    });
    out.list(document.images, [&](const Image& image) {
        out.text(image.id);
        out.text(image.part);
        out.text(image.alt);
        out.u32(image.page);
        write(out, image.box);
    });
    out.list(document.tables, [&](const Table& table) {
        out.text(table.caption);
        out.list(table.rows, [&](const std::vector<std::string>& row) {
            out.list(row, [&](const std::string& cell) { out.text(cell); });
        });
    });
    out.list(document.problems, [&](const Problem& problem) {
        out.text(problem.kind);
        out.text(problem.message);
        out.list(problem.pages, [&](std::uint32_t page) { out.u32(page); });
    });
    return out.take();
}

Result<Document> deserialise(std::span<const std::byte> bytes)
{
    PackReader in(bytes, "stored document");
    TRY(expect_header(in, kMagic));
    Document document;
    TRY(document.format, in.one_of(Format::html));
    TRY(document.title, in.text());
    TRY(in.list(document.authors, 4, [&] { return in.text(); }));
    TRY(document.language, in.text());
    TRY(document.encoding, in.text());
    TRY(document.chapter_source, in.one_of(ChapterSource::whole));
    TRY(in.list(document.pages, 4 * 7 + 1, [&] { return read_page(in); }));
    TRY(in.list(document.chapters, 13, [&] { return read_chapter(in); }));
    TRY(in.list(document.notes, 16, [&] { return read_note(in); }));
    TRY(in.list(document.images, 32, [&] { return read_image(in); }));
    TRY(in.list(document.tables, 8, [&] { return read_table(in); }));
    TRY(in.list(document.problems, 12, [&] { return read_problem(in); }));
    if (in.raw().remaining() != 0)
        return in.raw().corrupt("found " + std::to_string(in.raw().remaining()) +
                                " bytes after the end, expected none");
    return document;
}

std::string serialise_glyphs(const Page& page)
{
    PackWriter out;
    out.u32(kGlyphMagic);
    out.u32(kVersion);
    out.u32(static_cast<std::uint32_t>(page.glyphs.size()));
    std::int64_t x = 0;
    std::int64_t y = 0;
    for (const Box& box : page.glyphs) {
        const std::int64_t x0 = quantised(box.x0);
        const std::int64_t y0 = quantised(box.y0);
        const std::int64_t x1 = quantised(box.x1);
        out.varint(x0 - x);
        out.varint(y0 - y);
        out.varint(x1 - x0);
        out.varint(quantised(box.y1) - y0);
        x = x1;  // the next glyph mostly begins where this one ends
        y = y0;
    }
    return out.take();
}

Result<std::vector<Box>> deserialise_glyphs(std::span<const std::byte> bytes)
{
    PackReader in(bytes, "stored glyph boxes");
    TRY(expect_header(in, kGlyphMagic));
    std::vector<Box> boxes;
    std::int64_t x = 0;
    std::int64_t y = 0;
    constexpr std::int64_t kFurthest = std::int64_t{1} << 40U;
    const auto step = [&](std::int64_t from) -> Result<std::int64_t> {
        TRY(const std::int64_t by, in.varint());
        if (by > kFurthest || by < -kFurthest || from + by > kFurthest || from + by < -kFurthest)
            return in.raw().corrupt("a box lies out of every page");
        return from + by;
    };
    const auto points = [](std::int64_t units) {
        return static_cast<float>(units) / kUnitsPerPoint;
    };
    TRY(in.list(boxes, 4, [&]() -> Result<Box> {
        TRY(const std::int64_t x0, step(x));
        TRY(const std::int64_t y0, step(y));
        TRY(const std::int64_t x1, step(x0));
        TRY(const std::int64_t y1, step(y0));
        x = x1;
        y = y0;
        return Box{points(x0), points(y0), points(x1), points(y1)};
    }));
    if (in.raw().remaining() != 0)
        return in.raw().corrupt("bytes after the end");
    return boxes;
}

}  // namespace longhand::document
