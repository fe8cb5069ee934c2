// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/targets.h"

#include "app/document/serialise.h"
#include "app/ingest/protocol.h"

namespace longhand::fuzz {
namespace {

using namespace ingest;

// Lines of one font from the top of a page, each as a PDF library tells it.
RawPage page_of(std::uint32_t number, const std::vector<std::u32string>& lines)
{
    RawPage page{.number = number, .label = std::to_string(number), .width = 300, .height = 200};
    page.fonts = {"Serif"};
    float y = 20;
    for (const std::u32string& line : lines) {
        float x = 20;
        for (const char32_t sign : line + U"\n") {
            page.text += sign;
            page.boxes.push_back({x, y, x + 5, y + 10});
            x += 5;
        }
        y += 12;
    }
    page.runs = {{0, static_cast<std::uint32_t>(page.text.size()), 0, 10}};
    return page;
}

std::string pdf_stream()
{
    RawDocument facts;
    facts.title = "The Light";
    facts.page_count = 2;
    RawPage second = page_of(2, {U"II. THE LAMP", U"It burned all night, and no", U"ship was lost 灯."});
    second.links = {{{20, 32, 60, 42}, "#page=1"}};
    return frame(RecordKind::facts, pack_facts(facts)) +
           frame(RecordKind::page,
                 pack(page_of(1, {U"Chapter I", U"The keeper climbed the wind-", U"ing stair.", U"1"}))) +
           frame(RecordKind::page, pack(second)) +
           frame(RecordKind::outline, pack(OutlineEntry{"Chapter I", 1, 1, 20})) +
           frame(RecordKind::outline, pack(OutlineEntry{"II. The lamp", 1, 2, 20})) +
           frame(RecordKind::problem, pack(document::Problem{"truncated", "It ends early.", {2}})) +
           frame(RecordKind::done, {});
}

std::string flowing_stream()
{
    document::Document document;
    document.title = "The Light";
    document::Paragraph paragraph;
    paragraph.text = "The keeper climbed the stair.";
    paragraph.spans = {{document::SpanKind::emphasis, 4, 10, ""}};
    document.chapters = {{.title = "One", .paragraphs = {paragraph}}};
    document.notes = {{.id = "n1", .label = "1", .paragraphs = {paragraph}, .chapter = 0}};
    return frame(RecordKind::alive, {}) +
           frame(RecordKind::document, document::serialise(document)) +
           frame(RecordKind::done, {});
}

} // namespace

std::vector<std::string> reader_seeds()
{
    return {pdf_stream(), flowing_stream()};
}

} // namespace longhand::fuzz
