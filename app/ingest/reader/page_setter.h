// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ingest/print_pdf.h"

#include <functional>
#include <string_view>

namespace longhand::ingest::reader {

// Sets blocks on pages with pango and writes them as PDF with cairo, page after page: memory does
// not grow with the text. Headings never end a page, a paragraph leaves at least two lines on
// either side of a page break, text can be selected, jumps and addresses can be followed.
class PageSetter {
public:
    // `out` gets the file's bytes in order, in pieces, during any call.
    using Out = std::function<void(std::string_view bytes)>;
    static std::unique_ptr<PageSetter> make(const PrintFacts& facts, Out out);
    virtual ~PageSetter() = default;
    virtual Result<void> add(const PrintBlock& block) = 0;
    virtual Result<std::uint32_t> finish() = 0;  // how many pages
};

}  // namespace longhand::ingest::reader
