// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ingest/raw_page.h"

#include <string>
#include <string_view>

namespace longhand::ingest::test {

struct Type {  // what a line is set in
    float size = 10;
    std::string font = "Serif-Regular";
};

// A page made by hand as the reader child would send it: every Latin character is half as wide as
// its size, every Han character and kana as wide; boxes are as high as the size.
class Sheet {
public:
    explicit Sheet(std::uint32_t number, float width = 600, float height = 800);

    // A line of the PDF library whose first character has its upper left corner at (x, y).
    Sheet& line(float x, float y, std::string_view text, const Type& type = {});
    // Lines below one another, `leading` points from top to top.
    Sheet& lines(float x, float y, std::initializer_list<std::string_view> texts,
                 const Type& type = {}, float leading = 12);
    // More characters on the line just written, `rise` points above it, `gap` points to the right.
    Sheet& add(std::string_view text, const Type& type = {}, float rise = 0, float gap = 0);
    // Words on one line of the PDF library, each cell at its own x.
    Sheet& cells(float y, std::initializer_list<std::pair<float, std::string_view>> cells,
                 const Type& type = {});
    Sheet& label(std::string text);
    [[nodiscard]] RawPage page() const { return page_; }

private:
    void put(std::string_view text, const Type& type, float y);

    RawPage page_;
    float x_ = 0;
    float y_ = 0;
};

// One column of text, so many lines that a chapter has weight: `lines` lines of ten words.
std::string_view filler(std::size_t line);

RawDocument document_of(std::initializer_list<Sheet> sheets);

}  // namespace longhand::ingest::test
