// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace longhand::document {

// A book as the rest of the program sees it: clean text in reading order, every character with
// its way back to page and box. Immutable once built (shared as shared_ptr<const Document>).
// Text is UTF-8, NFC where the source was; offsets are bytes on code-point boundaries.
// Chapters, paragraphs and pages are vectors; the numbers shown to people count from 1.

struct Box {  // points, origin top left of the page as shown and drawn (its rotation applied)
    float x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    friend bool operator==(const Box&, const Box&) = default;
};

enum class PageState : std::uint8_t {
    text,
    empty,       // nothing on it
    scan,        // images, no text
    unreadable,  // glyphs without usable Unicode (over 5 % U+FFFD or private use)
    failed       // the reader could not read it; `reason` says why
};
std::string_view to_string(PageState state);

struct Page {
    std::uint32_t number = 0;  // from 1, as in the file
    std::string label;         // printed page number ("xii"), empty when the file gives none
    PageState state = PageState::text;
    std::string reason;  // one sentence for every state but text
    float width = 0, height = 0;
    std::int32_t rotation = 0;  // degrees clockwise the file declares; already in width, height, boxes
    std::vector<Box> glyphs;    // one a character of the page's raw text; empty when not loaded
    std::vector<std::string> removed;  // running heads and page numbers taken out of the text
};

enum class SpanKind : std::uint8_t {
    emphasis, strong, code, superscript, subscript,
    ruby,            // value: the reading
    note_reference,  // value: Note::id
    link,            // value: target
    image            // value: Image::id; covers no text (begin == end)
};
struct Span {
    SpanKind kind = SpanKind::emphasis;
    std::uint32_t begin = 0, end = 0;  // bytes of Paragraph::text
    std::string value;
    friend bool operator==(const Span&, const Span&) = default;
};

// Characters [begin, end) of a paragraph are the glyphs first_glyph, first_glyph + 1, ... of a
// page, one a code point. Text the cleaning put in (a blank at a line joint) has no origin.
struct Origin {
    std::uint32_t begin = 0, end = 0;
    std::uint32_t page = 0;  // from 1
    std::uint32_t first_glyph = 0;
};

// Where a paragraph stands in a package (EPUB): entry name and index of its block element in
// document order, as ingest/xhtml counts them. Export replaces text there.
struct Place {
    std::string part;
    std::int32_t block = -1;  // -1: none
};

enum class ParagraphKind : std::uint8_t {
    body, heading, list_item, quote, verse, code, table_row, caption, separator
};
std::string_view to_string(ParagraphKind kind);

struct Paragraph {
    ParagraphKind kind = ParagraphKind::body;
    std::string text;
    std::vector<Span> spans;      // sorted by begin; may nest, never cross
    std::vector<Origin> origins;  // sorted by begin; empty where the format has no pages
    std::int32_t table = -1;      // index into Document::tables for table_row
    Place place;

    [[nodiscard]] std::uint32_t first_page() const { return origins.empty() ? 0 : origins.front().page; }
};

enum class ChapterRole : std::uint8_t { front, body, back, contents, bibliography, index, notes };
std::string_view to_string(ChapterRole role);

// Where the chapter borders come from, in order of trust.
enum class ChapterSource : std::uint8_t { navigation, outline, contents_page, headings, pieces, whole };
std::string_view to_string(ChapterSource source);

struct Chapter {
    std::string title;
    std::int32_t level = 1;  // 1: outermost
    ChapterRole role = ChapterRole::body;
    std::vector<Paragraph> paragraphs;  // the heading is one of them, kind heading

    [[nodiscard]] std::size_t words() const;
    [[nodiscard]] std::uint32_t first_page() const;  // 0: no pages
};

struct Note {  // footnote or endnote, apart from the body
    std::string id;
    std::string label;  // as printed: "3", "*"
    std::vector<Paragraph> paragraphs;
    std::int32_t chapter = -1;  // index of the chapter that refers to it
};
struct Image {
    std::string id;
    std::string part;  // package entry, empty for PDF
    std::string alt;
    std::uint32_t page = 0;
    Box box;
};
struct Table {
    std::string caption;
    std::vector<std::vector<std::string>> rows;
};

enum class Format : std::uint8_t { pdf, epub, text, markdown, html };
std::string_view to_string(Format format);

// Something a person should know about the file, with what can be done.
struct Problem {
    std::string kind;     // stable: "scan_pages", "drm", "truncated", "encoding_guessed", ...
    std::string message;  // one English sentence: what and what to do
    std::vector<std::uint32_t> pages;
};

struct Document {
    Format format = Format::text;
    std::string title;
    std::vector<std::string> authors;
    std::string language;  // BCP 47, declared or detected; empty: unknown
    std::string encoding;  // of a text file, as decoded
    ChapterSource chapter_source = ChapterSource::whole;
    std::vector<Page> pages;  // empty where the format has none
    std::vector<Chapter> chapters;
    std::vector<Note> notes;
    std::vector<Image> images;
    std::vector<Table> tables;
    std::vector<Problem> problems;

    [[nodiscard]] std::size_t words() const;
};

// A run of text inside one paragraph. Indices count from 0.
struct TextRange {
    std::uint32_t chapter = 0, paragraph = 0;
    std::uint32_t begin = 0, end = 0;  // bytes
    friend auto operator<=>(const TextRange&, const TextRange&) = default;
};

struct PageBox {
    std::uint32_t page = 0;  // from 1
    Box box;
};

std::string_view text_of(const Document& document, const TextRange& range);
// Pages the range touches, ascending; empty where there are none.
std::vector<std::uint32_t> pages_of(const Document& document, const TextRange& range);
// One box a line and page. Empty when the pages' glyphs are not loaded.
std::vector<PageBox> boxes_of(const Document& document, const TextRange& range);
// What stands before a list item where lists are written with marks: "- ", or nothing when its text
// brings a number or a letter of its own ("3. ", "b) ", "(iv) ").
std::string_view list_mark(std::string_view item);

// A paragraph's text cut into sentences (Latin and CJK punctuation, closing quotes kept with
// their sentence, common abbreviations not split): byte ranges that together cover all but blanks.
std::vector<std::pair<std::uint32_t, std::uint32_t>> sentences(std::string_view text);
// Language by script and frequent words ("en", "zh", "ja", "ko", "de", "fr", "es", "it", "ru", "ar", ...); empty when unsure.
std::string detect_language(std::string_view text);

}  // namespace longhand::document
