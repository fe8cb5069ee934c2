// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/targets.h"

#include "app/document/serialise.h"
#include "app/ingest/pdf_document.h"
#include "app/ingest/raw_receiver.h"

namespace longhand::fuzz {
namespace {

using document::Paragraph;

void look_at(const Paragraph& paragraph, const document::Document& document)
{
    const auto size = paragraph.text.size();
    for (const document::Span& span : paragraph.spans)
        demand(span.begin <= span.end && span.end <= size,
               "not true that a span lies in its paragraph");
    std::uint32_t last = 0;
    for (const document::Origin& origin : paragraph.origins) {
        demand(last <= origin.begin && origin.begin < origin.end && origin.end <= size,
               "not true that origins are runs of their paragraph in order");
        last = origin.end;
        demand(origin.page >= 1 && origin.page <= document.pages.size() &&
                   origin.first_glyph < document.pages[origin.page - 1].glyphs.size(),
               "not true that an origin leads to a glyph");
    }
}

void look_at(const document::Document& document)
{
    for (const document::Chapter& chapter : document.chapters)
        for (const Paragraph& paragraph : chapter.paragraphs)
            look_at(paragraph, document);
    for (const document::Note& note : document.notes)
        for (const Paragraph& paragraph : note.paragraphs)
            look_at(paragraph, document);
    const std::string stored = document::serialise(document);
    const auto back = document::deserialise(std::as_bytes(std::span(stored)));
    demand(back.ok() && document::serialise(*back) == stored,
           "not true that a document that was made can be stored");
}

// The same steps as with a child; the stream ends where the bytes do.
Result<document::Format> receive(ingest::Payload bytes, ingest::RawReceiver& receiver)
{
    while (bytes.size() >= ingest::kHeaderBytes) {
        TRY(const ingest::Header header, ingest::parse_header(bytes.first<ingest::kHeaderBytes>()));
        bytes = bytes.subspan(ingest::kHeaderBytes);
        if (header.kind == ingest::RecordKind::done) {
            const auto format = receiver.has_facts() ? document::Format::pdf : document::Format::text;
            TRY(receiver.finished(format));
            return format;
        }
        if (header.bytes > bytes.size())
            break;
        TRY(receiver.take(header.kind, bytes.first(header.bytes)));
        bytes = bytes.subspan(header.bytes);
    }
    // A child that dies: the page after the last one is given up, and no other child is there.
    constexpr std::uint32_t kFewPages = 50;
    if (!receiver.has_facts() || receiver.read().pdf.page_count > kFewPages)
        return Error{ErrorKind::corrupt, "cut off"};
    while (!receiver.has_every_page())
        receiver.fail_next_page("The reader broke down on this page.");
    return document::Format::pdf;
}

} // namespace

bool reader_stream(Bytes bytes)
{
    ingest::RawReceiver receiver;
    const auto format = receive(std::as_bytes(bytes), receiver);
    if (!format.ok())
        return false;
    if (*format == document::Format::pdf)
        look_at(ingest::compose_pdf(std::move(receiver.read().pdf), "fuzz.pdf"));
    return true;
}

} // namespace longhand::fuzz
