// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/format_signs.h"

#include <algorithm>

namespace longhand::ingest {

using document::Format;

namespace {

constexpr std::size_t kPdfHeaderWithin = 1024;

Error unsupported(const std::string& name, const std::string& message)
{
    return Error{ErrorKind::unsupported, name + ": " + message};
}

constexpr std::string_view kConvert =
    "Convert it to EPUB (calibre does that for books without DRM) and import the EPUB.";

struct Sign {
    std::size_t at;
    std::string_view bytes;
    std::string_view what; // "a MOBI or AZW3 book"
    std::string_view advice;
};

using namespace std::string_view_literals;

const Sign kKnown[] = {
    {60, "BOOKMOBI"sv, "a Kindle book (MOBI or AZW3), which is not read directly", kConvert},
    {60, "TEXtREAd"sv, "a PalmDOC book, which is not read directly", kConvert},
    {0, "TPZ"sv, "a Kindle book (Topaz), which is not read directly", kConvert},
    {0, "CONT\x02\0"sv, "a Kindle book (KFX), which is not read directly", kConvert},
    {0,
     "\xEA"
     "DRMION\xEE"sv,
     "a Kindle book locked by DRM, which only Amazon's own program can open",
     "Read it there, or ask the shop for a copy without DRM."},
    {0, "ITOLITLS"sv, "a Microsoft Reader book (LIT), which is not read directly", kConvert},
    {0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv,
     "an old Office document (such as .doc), which is not read",
     "Save it as PDF, EPUB, HTML or text and import that."},
    {0, "{\\rtf"sv, "a rich text document (RTF), which is not read",
     "Save it as PDF, HTML or text and import that."},
    {0, "AT&TFORM"sv, "a DjVu document, which is not read", "Convert it to PDF and import that."},
    {0, "%!PS"sv, "a PostScript file, which is not read",
     "Convert it to PDF (ps2pdf) and import that."},
    {0, "\x89PNG"sv, "a picture, not a text",
     "A program that recognises text (OCR) can make a PDF with text of it."},
    {0, "\xFF\xD8\xFF"sv, "a picture, not a text",
     "A program that recognises text (OCR) can make a PDF with text of it."},
    {0, "II*\0"sv, "a picture, not a text",
     "A program that recognises text (OCR) can make a PDF with text of it."},
    {0, "MM\0*"sv, "a picture, not a text",
     "A program that recognises text (OCR) can make a PDF with text of it."},
    {0, "GIF8"sv, "a picture, not a text",
     "A program that recognises text (OCR) can make a PDF with text of it."},
    {0, "\x1F\x8B"sv, "a compressed file (gzip)", "Unpack it and import what is inside."},
    {0, "BZh"sv, "a compressed file (bzip2)", "Unpack it and import what is inside."},
    {0,
     "\xFD"
     "7zXZ\0"sv,
     "a compressed file (xz)", "Unpack it and import what is inside."},
    {0, "\x28\xB5\x2F\xFD"sv, "a compressed file (zstd)", "Unpack it and import what is inside."},
    {0, "7z\xBC\xAF\x27\x1C"sv, "an archive (7z)", "Unpack it and import what is inside."},
    {0, "Rar!\x1A\x07"sv, "an archive (RAR)", "Unpack it and import what is inside."},
    {0,
     "\x7F"
     "ELF"sv,
     "a program, not a text", "Choose a PDF, EPUB, HTML, Markdown or text file."},
    {0, "SQLite format 3\0"sv, "a database, not a text",
     "Choose a PDF, EPUB, HTML, Markdown or text file."},
    {0, "GGUF"sv, "a language model, not a text", "Give it with --model instead of importing it."},
};

bool contains(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

// Names stand in the local headers at the front and in the directory at the end.
Result<Format> format_of_zip(std::string_view head, std::string_view tail, const std::string& name)
{
    const auto holds = [&](std::string_view part) {
        return contains(head, part) || contains(tail, part);
    };
    if (contains(head.substr(0, 256), "application/epub+zip") || holds("META-INF/container.xml"))
        return Format::epub;
    if (holds("word/document.xml"))
        return unsupported(name, "a Word document, which is not read by this version. Save it as "
                                 "PDF, EPUB or text and import that.");
    if (holds("application/vnd.oasis.opendocument"))
        return unsupported(name, "an OpenDocument file, which is not read by this version. Save it "
                                 "as PDF, EPUB or text and import that.");
    if (holds(".opf"))
        return Format::epub;
    return unsupported(name, "a ZIP archive that is no EPUB. Unpack it and import what is inside.");
}

std::string lower(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

// Characters of living scripts make up nearly all of the head when its bytes are taken in pairs.
bool is_wide_in_order(std::string_view head, std::size_t high)
{
    std::size_t letters = 0;
    for (std::size_t i = 0; i + 1 < head.size(); i += 2) {
        const unsigned unit = static_cast<unsigned>(static_cast<unsigned char>(head[i + high]))
                                  << 8U |
                              static_cast<unsigned char>(head[i + 1 - high]);
        const bool letter =
            (unit >= 0x20 && unit < 0x7F) || unit == '\n' || unit == '\r' || unit == '\t' ||
            (unit >= 0xA0 && unit < 0x700) || (unit >= 0x2010 && unit < 0x2030) ||
            (unit >= 0x3000 && unit < 0x3100) || (unit >= 0x4E00 && unit < 0xA000) ||
            (unit >= 0xAC00 && unit < 0xD7A4) || (unit >= 0xFF00 && unit < 0xFFF0);
        letters += letter ? 1 : 0;
    }
    return letters * 2 * 100 >= head.size() * 95;
}

bool is_wide(std::string_view head)
{
    return head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF") ||
           is_wide_in_order(head, 0) || is_wide_in_order(head, 1);
}

// Bytes that no text has: zero bytes outside UTF-16, or many control characters.
bool is_binary(std::string_view head)
{
    const auto controls =
        static_cast<std::size_t>(std::count_if(head.begin(), head.end(), [](char c) {
            const auto byte = static_cast<unsigned char>(c);
            return byte < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' &&
                   byte != 0x1B && byte != 0x1A;
        }));
    if (head.find('\0') != std::string_view::npos)
        return !is_wide(head);
    return controls * 50 > head.size();
}

// The head as ASCII for sniffing: UTF-16 loses its zero bytes.
std::string plain_head(std::string_view head)
{
    std::string out(head.substr(0, 8192));
    std::erase(out, '\0');
    for (const std::string_view mark : {"\xEF\xBB\xBF"sv, "\xFF\xFE"sv, "\xFE\xFF"sv}) {
        if (out.starts_with(mark))
            out.erase(0, mark.size());
    }
    return lower(out);
}

bool is_html(std::string_view text)
{
    for (;;) {
        const std::size_t first = text.find_first_not_of(" \t\r\n\f");
        text = first == std::string_view::npos ? std::string_view() : text.substr(first);
        const bool comment = text.starts_with("<!--");
        const bool declaration = text.starts_with("<?");
        if (!comment && !declaration)
            break;
        const std::size_t end = text.find(comment ? "-->" : "?>");
        if (end == std::string_view::npos)
            return false;
        text.remove_prefix(end + (comment ? 3 : 2));
    }
    for (const std::string_view start :
         {"<!doctype html", "<html", "<head", "<body", "<title>", "<meta "}) {
        if (text.starts_with(start))
            return true;
    }
    return text.starts_with("<") && contains(text.substr(0, 1024), "<html");
}

bool is_markdown_name(const std::string& name)
{
    const std::string suffix = lower(name);
    return suffix.ends_with(".md") || suffix.ends_with(".markdown") || suffix.ends_with(".mkd");
}

// Signs that a plain text does not show by accident: headings of several ranks, or headings beside
// links and fences.
bool is_markdown(std::string_view text)
{
    std::size_t headings = 0, deeper = 0, fences = 0, links = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        begin = end + 1;
        const std::size_t marks = line.find_first_not_of('#');
        if (marks != std::string_view::npos && marks > 0 && marks <= 6 && line[marks] == ' ') {
            ++headings;
            deeper += marks > 1 ? 1 : 0;
        }
        fences += line.starts_with("```") ? 1 : 0;
        const std::size_t link = line.find("](");
        links += link != std::string_view::npos && line.find('[') < link &&
                         line.find(')', link) != std::string_view::npos
                     ? 1
                     : 0;
    }
    return (headings >= 2 && deeper >= 1 && headings > deeper) || (headings >= 1 && fences >= 2) ||
           (headings >= 2 && links >= 2);
}

} // namespace

Result<Format> format_of_bytes(std::string_view head, std::string_view tail,
                               const std::string& name)
{
    if (head.empty())
        return Error{ErrorKind::corrupt, name + ": the file is empty"};
    if (contains(head.substr(0, kPdfHeaderWithin), "%PDF-"))
        return Format::pdf;
    for (const Sign& sign : kKnown) {
        if (head.size() > sign.at && head.substr(sign.at, sign.bytes.size()) == sign.bytes)
            return unsupported(name, "this is " + std::string(sign.what) + ". " +
                                         std::string(sign.advice));
    }
    if (head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06"))
        return format_of_zip(head, tail, name);
    if (is_binary(head))
        return unsupported(
            name, "these bytes are no text. Choose a PDF, EPUB, HTML, Markdown or text file.");
    const std::string plain = plain_head(head);
    if (contains(std::string_view(plain).substr(0, 2048), "<fictionbook"))
        return unsupported(name, "a FictionBook (FB2), which is not read directly. " +
                                     std::string(kConvert));
    if (is_html(plain))
        return Format::html;
    if (is_markdown_name(name) || is_markdown(plain))
        return Format::markdown;
    return Format::text;
}

} // namespace longhand::ingest
