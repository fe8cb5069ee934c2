// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace longhand::ingest {

// A text as pages: what a PDF export is made of. The pages are set by longhand-reader, which has
// the fonts and no right to write; the bytes come back over its channel and are written here.

enum class PrintStyle : std::uint8_t {
    title,    // of the whole, once
    facts,    // small and dim, below a title or at the end
    heading,  // `level` from 1; stands in the outline
    body,
    bullet,   // `label` hangs before it ("•", "3.")
    quote,
    verse,
    code,
    note,     // small; `label` hangs before it
    separator
};

enum class PrintSpanKind : std::uint8_t {
    emphasis, strong, code, superscript, subscript,
    dim,
    ruby,    // value: the reading, set above
    jump,    // value: an anchor of this text
    address  // value: http, https or mailto
};
struct PrintSpan {
    PrintSpanKind kind = PrintSpanKind::emphasis;
    std::uint32_t begin = 0, end = 0;  // bytes of the text, on code-point borders
    std::string value;
};

struct PrintBlock {
    PrintStyle style = PrintStyle::body;
    std::int32_t level = 1;
    std::string text;  // UTF-8; line ends are kept
    std::vector<PrintSpan> spans;
    std::string label;
    std::string language;  // BCP 47: chooses among the forms of a Han character
    std::string anchor;    // what a jump leads to; unique
    bool dimmed = false;   // a source beside its translation
    bool marked = false;   // with a bar at its side: not translated, not found
    bool new_page = false;
};

enum class Paper : std::uint8_t { a4, letter };
// By the person's locale (LC_PAPER, LC_ALL, LANG): letter in North America and where it rules.
Paper paper_of_locale();

struct PrintFacts {
    std::string title, author, language;
    std::string head;  // at the top of every page but the first; empty: none
    Paper paper = Paper::a4;
};

// Writes one PDF, block by block, with memory for a page at a time. A file that is there is
// replaced by finish() alone, in one step. One thread at a time. A block of more than a
// megabyte is set as several.
class PdfPrinter {
public:
    // Fails: not_found or unreadable (no reader program; the folder), unsupported (built without PDF).
    static Result<std::unique_ptr<PdfPrinter>> start(const std::filesystem::path& reader,
                                                     const PrintFacts& facts,
                                                     const std::filesystem::path& out);
    virtual ~PdfPrinter() = default;  // without finish() nothing is left behind
    // Fails: unreadable (the reader died), out_of_memory (disk full), invalid (a span off its text).
    virtual Result<void> add(const PrintBlock& block) = 0;
    virtual Result<std::uint32_t> finish() = 0;  // how many pages
};

}  // namespace longhand::ingest
