// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ingest/pdf_writer.h"

#include <array>
#include <cstdio>

namespace longhand::ingest::test {
namespace {

std::string number(double value)
{
    std::array<char, 32> digits{};
    const int count = std::snprintf(digits.data(), digits.size(), "%.2f", value);
    return {digits.data(), static_cast<std::size_t>(count)};
}

std::string string_of(const std::string& text)
{
    std::string out = "(";
    for (const char c : text) {
        if (c == '(' || c == ')' || c == '\\')
            out.push_back('\\');
        out.push_back(c);
    }
    return out + ")";
}

std::string reference(std::size_t object) { return std::to_string(object) + " 0 R"; }

std::string stream(const std::string& dictionary, const std::string& data)
{
    return "<< " + dictionary + " /Length " + std::to_string(data.size()) + " >>\nstream\n" + data +
           "\nendstream";
}

}  // namespace

PdfWriter& PdfWriter::page()
{
    pages_.emplace_back();
    return *this;
}

PdfWriter& PdfWriter::text(double x, double y, const std::string& line, double size, bool bold)
{
    return raw("BT /F" + std::string(bold ? "2 " : "1 ") + number(size) + " Tf " + number(x) + " " +
               number(y) + " Td " + string_of(line) + " Tj ET\n");
}

PdfWriter& PdfWriter::picture()
{
    pages_.back().has_picture = true;
    return raw("q 400 0 0 600 0 0 cm /Im1 Do Q\n");
}

PdfWriter& PdfWriter::raw(const std::string& operators)
{
    pages_.back().content += operators;
    return *this;
}

PdfWriter& PdfWriter::outline(int level, const std::string& title, int page)
{
    outline_.push_back({level, title, page});
    return *this;
}

PdfWriter& PdfWriter::label_pages_from(int page, const std::string& style)
{
    labels_.emplace_back(page, style);
    return *this;
}

PdfWriter& PdfWriter::title(const std::string& text)
{
    title_ = text;
    return *this;
}

PdfWriter& PdfWriter::lock()
{
    locked_ = true;
    return *this;
}

std::string PdfWriter::bytes() const
{
    // 1 catalogue, 2 pages, 3 and 4 fonts, 5 picture, 6 information, 7 encryption, 8 outline;
    // then two objects a page, then one an outline entry
    constexpr std::size_t kFirstPage = 9;
    const std::size_t first_entry = kFirstPage + 2 * pages_.size();
    std::vector<std::string> objects(first_entry + outline_.size());
    std::string catalogue = "<< /Type /Catalog /Pages 2 0 R";
    if (!outline_.empty())
        catalogue += " /Outlines 8 0 R";
    if (!labels_.empty()) {
        catalogue += " /PageLabels << /Nums [";
        for (const auto& [page, style] : labels_)
            catalogue += " " + std::to_string(page - 1) + " << " + style + " >>";
        catalogue += " ] >>";
    }
    objects[1] = catalogue + " >>";
    std::string kids;
    for (std::size_t i = 0; i < pages_.size(); ++i)
        kids += reference(kFirstPage + 2 * i) + " ";
    objects[2] = "<< /Type /Pages /Count " + std::to_string(pages_.size()) + " /Kids [ " + kids + "] >>";
    objects[3] = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";
    objects[4] = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>";
    objects[5] = stream("/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray "
                        "/BitsPerComponent 8",
                        std::string("\x10\x80\xE0\x40", 4));
    objects[6] = "<< /Title " + string_of(title_) + " >>";
    objects[7] = "<< /Filter /Standard /V 1 /R 2 /P -4 /O (" + std::string(32, 'o') + ") /U (" +
                 std::string(32, 'u') + ") >>";
    for (std::size_t i = 0; i < pages_.size(); ++i) {
        objects[kFirstPage + 2 * i] =
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Resources << /Font << /F1 3 0 R "
            "/F2 4 0 R >> " +
            std::string(pages_[i].has_picture ? "/XObject << /Im1 5 0 R >> " : "") + ">> /Contents " +
            reference(kFirstPage + 2 * i + 1) + " >>";
        objects[kFirstPage + 2 * i + 1] = stream("", pages_[i].content);
    }
    // Entries are chained to brothers of their level and hang on the last entry of the level above.
    objects[8] = "<< /Type /Outlines";
    std::vector<std::size_t> open = {8};  // the object that a level hangs on
    std::vector<std::size_t> last;        // the last entry of each level
    for (std::size_t i = 0; i < outline_.size(); ++i) {
        const std::size_t object = first_entry + i;
        const auto level = static_cast<std::size_t>(outline_[i].level);
        open.resize(level);
        std::string& parent = objects[open.back()];
        objects[object] = "<< /Title " + string_of(outline_[i].title) + " /Parent " +
                          reference(open.back()) + " /Dest [" +
                          reference(kFirstPage + 2 * static_cast<std::size_t>(outline_[i].page - 1)) +
                          " /Fit]";
        if (last.size() >= level) {
            objects[last[level - 1]] += " /Next " + reference(object);
            objects[object] += " /Prev " + reference(last[level - 1]);
        } else {
            parent += " /First " + reference(object);
        }
        last.resize(level);
        last[level - 1] = object;
        open.push_back(object);
    }
    for (std::size_t i = 8; i < objects.size(); ++i)
        if (i == 8 || i >= first_entry)
            objects[i] += " >>";

    std::string out = "%PDF-1.4\n";
    std::vector<std::size_t> offsets(objects.size());
    for (std::size_t i = 1; i < objects.size(); ++i) {
        offsets[i] = out.size();
        out += std::to_string(i) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const std::size_t table = out.size();
    out += "xref\n0 " + std::to_string(objects.size()) + "\n0000000000 65535 f \n";
    for (std::size_t i = 1; i < objects.size(); ++i) {
        std::string digits = std::to_string(offsets[i]);
        digits.insert(0, 10 - digits.size(), '0');
        out += digits + " 00000 n \n";
    }
    out += "trailer\n<< /Size " + std::to_string(objects.size()) + " /Root 1 0 R /Info 6 0 R";
    if (locked_)
        out += " /Encrypt 7 0 R /ID [(0123456789abcdef) (0123456789abcdef)]";
    return out + " >>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
}

}  // namespace longhand::ingest::test
