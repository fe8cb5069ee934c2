// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace longhand::ingest::test {

// A small PDF, uncompressed, set in the fonts that every reader has. Coordinates count from the
// lower left corner of a page of 400 x 600 points, as in the format.
class PdfWriter {
public:
    // Pages are numbered from 1 in the order in which they are begun.
    PdfWriter& page();
    // A line of Latin-1 text on the page begun last.
    PdfWriter& text(double x, double y, const std::string& line, double size = 10, bool bold = false);
    // A picture over the whole page begun last.
    PdfWriter& picture();
    PdfWriter& raw(const std::string& operators);
    PdfWriter& outline(int level, const std::string& title, int page);
    PdfWriter& label_pages_from(int page, const std::string& style);  // "/S /r", "/S /D"
    PdfWriter& title(const std::string& text);
    PdfWriter& lock();  // says that it is encrypted, with a password nobody knows
    [[nodiscard]] std::string bytes() const;

private:
    struct Page {
        std::string content;
        bool has_picture = false;
    };
    struct Entry {
        int level = 1;
        std::string title;
        int page = 1;
    };
    std::vector<Page> pages_;
    std::vector<Entry> outline_;
    std::vector<std::pair<int, std::string>> labels_;
    std::string title_;
    bool locked_ = false;
};

}  // namespace longhand::ingest::test
