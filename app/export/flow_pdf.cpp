// SPDX-License-Identifier: GPL-3.0-or-later
// Translations, summaries and answers as pages.
#include "app/export/flow.h"
#include "app/export/result_text.h"
#include "app/ingest/ingest.h"
#include "app/ingest/print_pdf.h"
#include "engine/base/utf8.h"

#include <algorithm>
#include <optional>

namespace longhand::exporting {
namespace {

using document::ParagraphKind;
using document::SpanKind;
using ingest::PdfPrinter;
using ingest::PrintBlock;
using ingest::PrintSpan;
using ingest::PrintSpanKind;
using ingest::PrintStyle;

std::string joined(const std::vector<std::string>& texts)
{
    std::string all;
    for (const std::string& text : texts)
        all += (all.empty() ? "" : ", ") + text;
    return all;
}

ingest::PrintFacts facts_of(const std::string& title, const std::vector<std::string>& authors,
                            const std::string& language)
{
    return {title, joined(authors), language, title, ingest::paper_of_locale()};
}

std::optional<PrintSpanKind> kind_of(SpanKind kind)
{
    switch (kind) {
    case SpanKind::emphasis: return PrintSpanKind::emphasis;
    case SpanKind::strong: return PrintSpanKind::strong;
    case SpanKind::code: return PrintSpanKind::code;
    case SpanKind::superscript: return PrintSpanKind::superscript;
    case SpanKind::subscript: return PrintSpanKind::subscript;
    case SpanKind::ruby: return PrintSpanKind::ruby;
    case SpanKind::note_reference: return PrintSpanKind::jump;
    case SpanKind::link: return PrintSpanKind::address;
    case SpanKind::image: return std::nullopt;
    }
    return std::nullopt;
}

PrintStyle style_of(ParagraphKind kind)
{
    switch (kind) {
    case ParagraphKind::heading: return PrintStyle::heading;
    case ParagraphKind::list_item: return PrintStyle::bullet;
    case ParagraphKind::quote: return PrintStyle::quote;
    case ParagraphKind::verse: return PrintStyle::verse;
    case ParagraphKind::code: return PrintStyle::code;
    case ParagraphKind::separator: return PrintStyle::separator;
    case ParagraphKind::caption: return PrintStyle::facts;
    case ParagraphKind::body:
    case ParagraphKind::table_row: return PrintStyle::body;
    }
    return PrintStyle::body;
}

// One book on its way to pages.
class BookPrinter {
public:
    BookPrinter(PdfPrinter& printer, const document::Document& document,
                const TranslationExport& translation)
        : printer_(printer), document_(document), translation_(translation)
    {
    }

    Result<void> chapter(const std::vector<Block>& blocks, int level, bool new_page)
    {
        new_page_ = new_page;
        for (const Block& block : blocks)
            TRY(write(block, level));
        return {};
    }

    Result<void> note(std::size_t index, const std::vector<Block>& blocks)
    {
        note_ = index + 1;
        label_ = document_.notes[index].label;
        TRY(chapter(blocks, 6, false));
        note_ = 0;
        return {};
    }

private:
    Result<void> write(const Block& block, int level)
    {
        if (block.source->kind == ParagraphKind::separator)
            return printer_.add({.style = PrintStyle::separator});
        PrintBlock source = set(block, block.source->text, block.source->spans, level, translation_.from);
        if (block.target == nullptr) {
            if (block.expected)
                mark(source);
            return put(source);
        }
        const PrintBlock target =
            set(block, block.target->target, block.target->spans, level, translation_.to);
        const bool both = translation_.layout != Layout::target && block.expected &&
                          block.source->text != block.target->target;
        if (!both)
            return put(target);
        source.dimmed = translation_.layout == Layout::target_source;
        PrintBlock second = source;
        PrintBlock first = target;
        if (translation_.layout != Layout::target_source)
            std::swap(first, second);
        // one heading a chapter in the outline; of two languages the first
        if (second.style == PrintStyle::heading)
            second.style = PrintStyle::body;
        TRY(put(first));
        return put(second);
    }

    PrintBlock set(const Block& block, const std::string& text,
                   const std::vector<document::Span>& spans, int level, const std::string& language) const
    {
        PrintBlock out{.style = note_ > 0 ? PrintStyle::note : style_of(block.source->kind),
                       .level = std::clamp(level, 1, 6), .text = text, .language = language};
        if (out.style == PrintStyle::bullet)  // "3." and "b)" bring a mark of their own
            out.label = document::list_mark(text).empty() ? "" : "•";
        for (const document::Span& span : spans)
            if (const auto kind = kind_of(span.kind); kind && span.begin < span.end)
                add_span(out, *kind, span);
        return out;
    }

    void add_span(PrintBlock& out, PrintSpanKind kind, const document::Span& span) const
    {
        std::string value = span.value;
        if (span.kind == SpanKind::note_reference) {
            const auto& notes = document_.notes;
            const auto found = std::find_if(notes.begin(), notes.end(),
                                            [&](const document::Note& note) { return note.id == value; });
            if (found == notes.end())
                return;
            value = "note-" + std::to_string(found - notes.begin() + 1);
        }
        const auto border = [&](std::uint32_t at) {
            return at <= out.text.size() && utf8::floor_boundary(out.text, at) == at;
        };
        if (border(span.begin) && border(span.end))
            out.spans.push_back({kind, span.begin, span.end, std::move(value)});
    }

    void mark(PrintBlock& block) const
    {
        const std::string sign = untranslated_mark(translation_.to);
        const auto shift = static_cast<std::uint32_t>(sign.size());
        for (PrintSpan& span : block.spans) {
            span.begin += shift;
            span.end += shift;
        }
        block.text = sign + block.text;
        block.spans.push_back({PrintSpanKind::dim, 0, shift, ""});
        block.marked = true;
    }

    Result<void> put(const PrintBlock& given)
    {
        PrintBlock block = given;
        block.new_page = std::exchange(new_page_, false);
        if (note_ > 0 && !label_.empty()) {
            block.label = std::exchange(label_, {});
            block.anchor = "note-" + std::to_string(note_);
        }
        return printer_.add(block);
    }

    PdfPrinter& printer_;
    const document::Document& document_;
    const TranslationExport& translation_;
    bool new_page_ = false;
    std::size_t note_ = 0;  // from 1; 0: the text
    std::string label_;
};

PrintStyle style_of(ResultKind kind)
{
    switch (kind) {
    case ResultKind::title: return PrintStyle::title;
    case ResultKind::facts: return PrintStyle::facts;
    case ResultKind::heading: return PrintStyle::heading;
    case ResultKind::notice:
    case ResultKind::body: return PrintStyle::body;
    case ResultKind::bullet: return PrintStyle::bullet;
    case ResultKind::quotation: return PrintStyle::quote;
    }
    return PrintStyle::body;
}

PrintBlock set_result(const ResultText& text, const ResultBlock& block)
{
    PrintBlock out{.style = style_of(block.kind), .level = 2, .language = text.language};
    if (out.style == PrintStyle::bullet)
        out.label = "•";
    out.marked = block.kind == ResultKind::notice;
    const auto here = [&] { return static_cast<std::uint32_t>(out.text.size()); };
    for (const ResultRun& run : block.runs) {
        if (!out.text.empty())
            out.text += text.words().end;
        if (block.kind == ResultKind::notice)
            out.spans.push_back({PrintSpanKind::strong, here(),
                                 here() + static_cast<std::uint32_t>(run.text.size()), ""});
        const std::uint32_t begin = here();
        out.text += run.text;
        if (run.unsupported) {
            out.text += " (" + std::string(text.words().not_from_text) + ")";
            out.spans.push_back({PrintSpanKind::dim, begin, here(), ""});
            out.marked = true;
        }
        for (const std::size_t number : run.notes) {
            const std::uint32_t from = here();
            out.text += "[" + std::to_string(number) + "]";
            out.spans.push_back({PrintSpanKind::superscript, from, here(), ""});
            out.spans.push_back({PrintSpanKind::jump, from, here(), "note-" + std::to_string(number)});
        }
    }
    return out;
}

}  // namespace

Result<void> print_translation(const document::Document& document,
                               const TranslationExport& translation, const std::filesystem::path& out)
{
    const Translated translated(translation.segments);
    TRY(const auto printer,
        PdfPrinter::start(ingest::find_reader(),
                          facts_of(translation.book.title, translation.book.authors, translation.to), out));
    if (!translation.book.title.empty())
        TRY(printer->add({.style = PrintStyle::title, .text = translation.book.title,
                          .language = translation.to}));
    if (!translation.book.authors.empty())
        TRY(printer->add({.style = PrintStyle::facts, .text = joined(translation.book.authors),
                          .language = translation.to}));
    BookPrinter book(*printer, document, translation);
    for (std::size_t i = 0; i < document.chapters.size(); ++i)
        TRY(book.chapter(translated.chapter(document, i), document.chapters[i].level,
                         i > 0 && document.chapters[i].level <= 1));
    if (!document.notes.empty())
        TRY(printer->add({.style = PrintStyle::separator}));
    for (std::size_t i = 0; i < document.notes.size(); ++i)
        TRY(book.note(i, translated.chapter(document, document.chapters.size() + i)));
    TRY(printer->finish());
    return {};
}

Result<void> print(const ResultText& text, const std::filesystem::path& out)
{
    TRY(const auto printer, PdfPrinter::start(ingest::find_reader(),
                                              facts_of(text.title, text.authors, text.language), out));
    for (const ResultBlock& block : text.blocks)
        TRY(printer->add(set_result(text, block)));
    if (!text.notes.empty())
        TRY(printer->add({.style = PrintStyle::heading, .level = 2,
                          .text = std::string(text.words().sources), .language = text.language}));
    for (std::size_t i = 0; i < text.notes.size(); ++i) {
        const ResultNote& note = text.notes[i];
        PrintBlock block{.style = PrintStyle::note,
                         .text = note.place + std::string(text.words().between) +
                                 quoted(text.words(), note.quote),
                         .label = std::to_string(i + 1) + ".", .language = text.language,
                         .anchor = "note-" + std::to_string(i + 1)};
        block.spans.push_back(
            {PrintSpanKind::strong, 0, static_cast<std::uint32_t>(note.place.size()), ""});
        TRY(printer->add(block));
    }
    TRY(printer->finish());
    return {};
}

}  // namespace longhand::exporting
