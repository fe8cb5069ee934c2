// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/flowing/book_text.h"

#include "app/ingest/flowing/titles.h"
#include "engine/base/utf8.h"

#include <algorithm>

namespace longhand::ingest::flowing {

using document::Span;
using document::SpanKind;

namespace {

constexpr std::size_t kLongestNote = 12; // blocks

std::string without_brackets(std::string_view text)
{
    std::string out = single_spaced(text);
    while (!out.empty() && (out.front() == '[' || out.front() == '('))
        out.erase(0, 1);
    while (!out.empty() &&
           (out.back() == ']' || out.back() == ')' || out.back() == '.' || out.back() == ':'))
        out.pop_back();
    return single_spaced(out);
}

// "3", "[12]", "*", "†", "a": what a reader knows as the mark of a note.
bool is_note_mark(std::string_view text)
{
    const std::string mark = without_brackets(text);
    if (mark.empty() || utf8::count(mark) > 4)
        return false;
    std::size_t letters = 0, others = 0, digits = 0;
    for (std::size_t offset = 0; offset < mark.size();) {
        const char32_t code = utf8::next(mark, offset);
        const bool letter = (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
        letters += letter ? 1 : 0;
        digits += code >= '0' && code <= '9' ? 1 : 0;
        others +=
            std::u32string_view(U"*†‡§¶#※注註①②③④⑤⑥⑦⑧⑨⑩").find(code) != std::u32string_view::npos
                ? 1
                : 0;
    }
    return letters + digits + others == utf8::count(mark) && letters <= 1;
}

bool links_back(const BookText& book, const Extent& note, std::size_t from, const std::string& part)
{
    const auto leads_home = [&](const std::string& target) {
        const auto anchor = book.anchors.find(target);
        return anchor != book.anchors.end() && target != part && from >= anchor->second.first &&
               from < anchor->second.last &&
               anchor->second.last - anchor->second.first <= kLongestNote;
    };
    for (std::size_t i = note.first; i < note.last; ++i) {
        const TextBlock& block = book.blocks[i];
        if (std::any_of(block.back_links.begin(), block.back_links.end(), leads_home))
            return true;
        for (const Span& span : block.paragraph.spans) {
            if ((span.kind == SpanKind::link || span.kind == SpanKind::note_reference) &&
                leads_home(span.value))
                return true;
        }
    }
    return false;
}

// The blocks of a linked note: those of the element with the id; when the id sits on a mark inside
// the first of them, that block.
bool is_note_extent(const BookText& book, const Extent& extent)
{
    if (extent.last <= extent.first || extent.last > book.blocks.size() ||
        extent.last - extent.first > kLongestNote)
        return false;
    for (std::size_t i = extent.first; i < extent.last; ++i) {
        if (book.blocks[i].heading_level > 0)
            return false;
    }
    return true;
}

class NoteFinder {
public:
    explicit NoteFinder(BookText& book) : book_(book) {}

    void run()
    {
        for (std::size_t i = 0; i < book_.notes.size(); ++i)
            by_id_.emplace(book_.notes[i].id, static_cast<int>(i));
        for (std::size_t i = 0; i < book_.blocks.size(); ++i) {
            if (book_.blocks[i].note < 0 ||
                book_.notes[static_cast<std::size_t>(book_.blocks[i].note)].certain == false)
                read_references(i);
        }
        for (std::size_t i = 0; i < book_.blocks.size(); ++i)
            settle(book_.blocks[i]);
    }

private:
    // A reference may point at the note's element or at a mark inside it.
    int note_at(const std::string& target) const
    {
        if (const auto found = by_id_.find(target); found != by_id_.end())
            return found->second;
        const auto anchor = book_.anchors.find(target);
        if (anchor == book_.anchors.end() || anchor->second.first >= book_.blocks.size())
            return -1;
        return book_.blocks[anchor->second.first].note;
    }

    int linked_note(const std::string& target, std::size_t from, std::string_view mark)
    {
        const auto anchor = book_.anchors.find(target);
        if (anchor == book_.anchors.end() || target.find('#') == std::string::npos)
            return -1;
        const Extent extent = anchor->second;
        const std::string part = target.substr(0, target.find('#'));
        if (!is_note_extent(book_, extent) || (from >= extent.first && from < extent.last) ||
            extent.first < from)
            return -1;
        if (!is_note_mark(mark) || !links_back(book_, extent, from, part))
            return -1;
        const int note = static_cast<int>(book_.notes.size());
        book_.notes.push_back({target, without_brackets(mark), true});
        by_id_.emplace(target, note);
        for (std::size_t i = extent.first; i < extent.last; ++i)
            book_.blocks[i].note = note;
        return note;
    }

    void read_references(std::size_t from)
    {
        for (std::size_t s = 0; s < book_.blocks[from].paragraph.spans.size(); ++s) {
            Span& span = book_.blocks[from].paragraph.spans[s];
            if (span.kind != SpanKind::link && span.kind != SpanKind::note_reference)
                continue;
            const std::string mark =
                book_.blocks[from].paragraph.text.substr(span.begin, span.end - span.begin);
            int note = note_at(span.value);
            const bool inside = note >= 0 && note == book_.blocks[from].note;
            if (note >= 0 && !inside &&
                (span.kind == SpanKind::note_reference || is_note_mark(mark))) {
                confirm(note, mark);
            } else {
                note = note < 0 ? linked_note(span.value, from, mark) : -1;
            }
            Span& same = book_.blocks[from].paragraph.spans[s];
            if (note >= 0) {
                same.kind = SpanKind::note_reference;
                same.value = book_.notes[static_cast<std::size_t>(note)].id;
            } else {
                same.kind = SpanKind::link;
            }
        }
    }

    void confirm(int index, std::string_view mark)
    {
        NoteText& note = book_.notes[static_cast<std::size_t>(index)];
        note.certain = true;
        if (note.label.empty())
            note.label = without_brackets(mark);
    }

    // What looked like a note and has no reference stays in the text.
    void settle(TextBlock& block) const
    {
        if (block.note >= 0 && !book_.notes[static_cast<std::size_t>(block.note)].certain)
            block.note = -1;
    }

    BookText& book_;
    std::map<std::string, int, std::less<>> by_id_;
};

} // namespace

void separate_notes(BookText& book)
{
    NoteFinder(book).run();
}

} // namespace longhand::ingest::flowing
