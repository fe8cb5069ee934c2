// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/flowing/book_text.h"
#include "app/ingest/flowing/pieces.h"
#include "app/ingest/flowing/titles.h"
#include "engine/base/utf8.h"

#include <algorithm>
#include <array>
#include <map>

namespace longhand::ingest::flowing {

using document::Chapter;
using document::ChapterRole;
using document::ChapterSource;
using document::Document;
using document::Paragraph;
using document::ParagraphKind;

namespace {

constexpr std::uint64_t kLongChapter =
    12'000;                                  // words; a longer one is divided by what is inside it
constexpr std::uint64_t kWhole = 4'500;      // a text without any entry is one chapter up to here
constexpr std::uint64_t kShortChapter = 400; // mean words below which dividing makes crumbs

// Drops entries that divide a chapter of ordinary length.
class BorderChooser {
public:
    BorderChooser(const std::vector<Entry>& entries, const std::vector<std::uint64_t>& words_before)
        : entries_(entries), words_before_(words_before)
    {
    }

    std::vector<Entry> choose()
    {
        visit(0, entries_.size());
        return std::move(chosen_);
    }

private:
    std::uint64_t words(std::size_t begin, std::size_t end) const
    {
        const std::uint64_t from = words_before_[entries_[begin].block];
        const std::uint64_t to =
            end < entries_.size() ? words_before_[entries_[end].block] : words_before_.back();
        return to > from ? to - from : 0;
    }

    // Entries [begin, end): the outermost level first, then what each of them holds.
    void visit(std::size_t begin, std::size_t end)
    {
        for (std::size_t i = begin; i < end;) {
            std::size_t next = i + 1;
            while (next < end && entries_[next].level > entries_[i].level)
                ++next;
            chosen_.push_back(entries_[i]);
            if (next > i + 1 && divides(i, next))
                visit(i + 1, next);
            i = next;
        }
    }

    bool divides(std::size_t begin, std::size_t end) const
    {
        int inner = entries_[begin + 1].level;
        for (std::size_t i = begin + 1; i < end; ++i)
            inner = std::min(inner, entries_[i].level);
        const auto parts = static_cast<std::uint64_t>(
            std::count_if(entries_.begin() + static_cast<std::ptrdiff_t>(begin) + 1,
                          entries_.begin() + static_cast<std::ptrdiff_t>(end),
                          [&](const Entry& entry) { return entry.level == inner; }));
        const std::uint64_t inside = words(begin, end);
        const std::uint64_t all = words_before_.back();
        const bool nearly_all = inside * 10 > all * 8 && inside > 3000;
        return (inside > kLongChapter || nearly_all) &&
               inside / std::max<std::uint64_t>(parts, 1) >= kShortChapter;
    }

    const std::vector<Entry>& entries_;
    const std::vector<std::uint64_t>& words_before_;
    std::vector<Entry> chosen_;
};

std::vector<std::uint64_t> words_before(const BookText& book)
{
    std::vector<std::uint64_t> sums = {0};
    for (const TextBlock& block : book.blocks)
        sums.push_back(sums.back() +
                       (block.note < 0 ? utf8::count_words(block.paragraph.text) : 0));
    return sums;
}

// Of entries at one place the outermost names the chapter; the next one joins its name when it
// stands in the same page ("Part One" and "Chapter 1"). One of a page without text gives way.
std::vector<Entry> one_a_place(std::vector<Entry> entries, std::size_t blocks)
{
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry& a, const Entry& b) { return a.block < b.block; });
    std::vector<Entry> out;
    for (Entry& entry : entries) {
        if (entry.block >= blocks)
            continue;
        if (out.empty() || out.back().block != entry.block) {
            out.push_back(std::move(entry));
            continue;
        }
        Entry& before = out.back();
        if (before.part == entry.part && before.title == entry.title)
            continue;
        if (before.part == entry.part || entry.level > before.level) {
            if (before.title.size() + entry.title.size() < 160)
                before.title += " · " + entry.title;
        } else {
            before = std::move(entry);
        }
    }
    return out;
}

std::optional<ChapterRole> common_role(const BookText& book, std::size_t first, std::size_t last)
{
    std::array<std::size_t, 8> counts = {};
    std::size_t blocks = 0;
    for (std::size_t i = first; i < last; ++i) {
        if (book.blocks[i].paragraph.kind == ParagraphKind::separator)
            continue;
        ++blocks;
        if (book.blocks[i].role)
            ++counts[static_cast<std::size_t>(*book.blocks[i].role)];
    }
    const auto most = std::max_element(counts.begin(), counts.end());
    if (*most * 2 <= blocks)
        return std::nullopt;
    return static_cast<ChapterRole>(most - counts.begin());
}

class Assembler {
public:
    Assembler(BookText& book, Document& document) : book_(book), document_(document) {}

    void add_chapter(std::string title, int level, std::optional<ChapterRole> role,
                     std::size_t first, std::size_t last)
    {
        if (first >= last)
            return;
        Chapter chapter;
        chapter.title = std::move(title);
        chapter.level = level;
        const auto named = role_of_title(chapter.title);
        const auto marked = role ? role : common_role(book_, first, last);
        chapter.role =
            marked && *marked != ChapterRole::body ? *marked : named.value_or(ChapterRole::body);
        for (std::size_t i = first; i < last; ++i) {
            if (book_.blocks[i].note < 0)
                chapter.paragraphs.push_back(book_.blocks[i].paragraph);
        }
        if (!chapter.paragraphs.empty())
            document_.chapters.push_back(std::move(chapter));
    }

    void add_notes()
    {
        std::vector<document::Note> notes(book_.notes.size());
        for (const TextBlock& block : book_.blocks) {
            if (block.note >= 0)
                notes[static_cast<std::size_t>(block.note)].paragraphs.push_back(block.paragraph);
        }
        std::map<std::string_view, std::int32_t> referring;
        for (std::size_t c = 0; c < document_.chapters.size(); ++c) {
            for (const Paragraph& paragraph : document_.chapters[c].paragraphs) {
                for (const document::Span& span : paragraph.spans) {
                    if (span.kind == document::SpanKind::note_reference)
                        referring.emplace(span.value, static_cast<std::int32_t>(c));
                }
            }
        }
        for (std::size_t i = 0; i < notes.size(); ++i) {
            if (notes[i].paragraphs.empty())
                continue;
            notes[i].id = book_.notes[i].id;
            notes[i].label = book_.notes[i].label;
            const auto from = referring.find(notes[i].id);
            notes[i].chapter = from == referring.end() ? -1 : from->second;
            document_.notes.push_back(std::move(notes[i]));
        }
    }

private:
    BookText& book_;
    Document& document_;
};

std::string first_heading(const BookText& book, std::size_t first, std::size_t last)
{
    for (std::size_t i = first; i < last; ++i) {
        if (book.blocks[i].heading_level > 0)
            return single_spaced(book.blocks[i].paragraph.text);
    }
    return {};
}

} // namespace

std::vector<Entry> entries_of_headings(const BookText& book)
{
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < book.blocks.size(); ++i) {
        const TextBlock& block = book.blocks[i];
        if (block.heading_level == 0 || block.heading_level > 3 || block.note >= 0)
            continue;
        // A heading right below another of the same kind goes on with it.
        if (!entries.empty() && entries.back().block + 1 == i &&
            entries.back().level == block.heading_level)
            continue;
        entries.push_back({single_spaced(block.paragraph.text),
                           block.heading_level,
                           i,
                           block.paragraph.place.part,
                           {}});
    }
    return entries;
}

void assemble(BookText book, std::vector<Entry> entries, ChapterSource source, Document& document)
{
    const std::vector<std::uint64_t> words = words_before(book);
    entries = one_a_place(std::move(entries), book.blocks.size());
    entries = BorderChooser(entries, words).choose();
    Assembler assembler(book, document);
    if (entries.size() < 2 && words.back() > (entries.empty() ? kWhole : kLongChapter)) {
        std::vector<Paragraph> paragraphs;
        for (const TextBlock& block : book.blocks) {
            if (block.note < 0)
                paragraphs.push_back(block.paragraph);
        }
        cut_into_pieces(std::move(paragraphs), document.title, document);
    } else {
        document.chapter_source = entries.empty() ? ChapterSource::whole : source;
        const std::size_t front = entries.empty() ? book.blocks.size() : entries.front().block;
        std::string title = entries.empty() ? document.title : first_heading(book, 0, front);
        if (title.empty())
            title = document.title;
        assembler.add_chapter(
            title, 1, entries.empty() ? std::nullopt : std::optional(ChapterRole::front), 0, front);
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const std::size_t end =
                i + 1 < entries.size() ? entries[i + 1].block : book.blocks.size();
            assembler.add_chapter(entries[i].title, entries[i].level, entries[i].role,
                                  entries[i].block, end);
        }
    }
    assembler.add_notes();
    document.images = std::move(book.images);
    document.tables = std::move(book.tables);
}

} // namespace longhand::ingest::flowing
