// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ingest/pdf_paragraphs.h"

namespace longhand::ingest::pdf {

// Writes lines into a paragraph: text, spans, and the way back to each glyph.
class Composer {
public:
    Composer(const PageWords& page, const Dictionary& dictionary, std::vector<document::Note>& notes)
        : page_(page), dictionary_(dictionary), notes_(notes)
    {
    }

    // The next line of a running paragraph: hyphen, blank or nothing at the joint.
    void add_line(const Line& line);
    // The next line of code: a line feed and the indent before it.
    void add_code_line(const Line& line, float left);
    // Words of one table cell; " | " before every cell but the first.
    void add_cell(const Line& line);
    // `keep_styles` false: a heading or code, whose look says nothing about its words.
    document::Paragraph take(bool keep_styles);

private:
    struct Look {
        bool bold = false, italic = false, mono = false;
        int rise = 0;  // 1 superscript, -1 subscript
        friend bool operator==(const Look&, const Look&) = default;
    };

    void append_words(const Line& line);
    void append_glyph(std::uint32_t glyph, const Look& look);
    void append_inserted(std::string_view text);
    void close_look();

    const PageWords& page_;
    const Dictionary& dictionary_;
    std::vector<document::Note>& notes_;
    document::Paragraph paragraph_;
    Look look_;
    std::uint32_t look_begin_ = 0, look_end_ = 0;
    bool ends_soft_ = false;  // the last line ended in a soft hyphen
};

// Puts `next` behind `paragraph` as if its first line followed on the same page.
void append_paragraph(document::Paragraph& paragraph, const document::Paragraph& next,
                      const Dictionary& dictionary);

}  // namespace longhand::ingest::pdf
