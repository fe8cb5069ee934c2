// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/pdf_paragraphs.h"

#include "app/ingest/pdf_boxes.h"
#include "app/ingest/pdf_composer.h"
#include "app/ingest/pdf_edges.h"
#include "app/ingest/pdf_lines.h"
#include "engine/base/utf8.h"

#include <algorithm>
#include <cmath>

namespace longhand::ingest::pdf {
namespace {

using document::ParagraphKind;

constexpr std::size_t kTableRows = 3;       // fewer lines with gaps are no table
constexpr std::size_t kHeadingLines = 3;
constexpr std::size_t kHeadingLetters = 160;
constexpr float kNoteLines = 15;            // notes as large as the text fill no more than so many lines

// Groups the lines of one region into blocks.
class Grouping {
public:
    Grouping(const PageWords& page, float body_size, const Dictionary& dictionary, PageBlocks& out)
        : page_(page), body_size_(body_size), dictionary_(dictionary), out_(out)
    {
    }

    std::vector<Block> run(const std::vector<Line>& lines)
    {
        lines_ = &lines;
        edges_ = edges_of(lines);
        local_ = local_edges(lines, edges_);
        for (std::size_t i = 0; i < lines.size();) {
            if (const std::size_t taken = add_side_by_side(i); taken > 0) {
                i += taken;
                continue;
            }
            if (const std::size_t rows = table_rows(i); rows >= kTableRows) {
                if (is_contents_list(i, rows))
                    for (std::size_t k = i; k < i + rows; ++k)
                        add_contents_line(k);
                else
                    add_table(i, rows);
                i += rows;
                continue;
            }
            std::size_t end = i + 1;
            while (end < lines.size() && goes_on(i, end) && table_rows(end) < kTableRows)
                ++end;
            add_block(i, end);
            i = end;
        }
        return std::move(blocks_);
    }

private:
    [[nodiscard]] const Line& line(std::size_t i) const { return (*lines_)[i]; }
    [[nodiscard]] std::u32string text(std::size_t i) const { return text_of(page_, line(i)); }
    [[nodiscard]] float first_word_width(std::size_t i) const
    {
        const auto& box = page_.words[line(i).words.front()].box;
        return box.x1 - box.x0;
    }
    // Blank space between the end of a line and the edge at which the text around it breaks.
    [[nodiscard]] float room_after(std::size_t i, bool right_to_left) const
    {
        return right_to_left ? line(i).box.x0 - local_[i].x0 : local_[i].x1 - line(i).box.x1;
    }
    [[nodiscard]] bool centred(const Line& at) const
    {
        const float left = at.box.x0 - edges_.x0;
        const float right = edges_.x1 - at.box.x1;
        return left > 2 * at.size && std::abs(left - right) < 0.15F * (left + right) + 3;
    }

    // A line under a centred one that is the first of a narrow block set from edge to edge.
    [[nodiscard]] bool opens_block(std::size_t i) const
    {
        return i + 1 < lines_->size() && std::abs(line(i + 1).box.x0 - line(i).box.x0) < 2 &&
               std::abs(line(i - 1).box.x0 - line(i).box.x0) > line(i).size;
    }

    // Whether line `i` belongs to the block that began with line `first`.
    [[nodiscard]] bool goes_on(std::size_t first, std::size_t i) const
    {
        const Line& before = line(i - 1);
        const Line& now = line(i);
        const float step = now.box.y0 - before.box.y0;
        const float usual = std::max(edges_.leading, 0.9F * std::max(before.size, now.size));
        if (std::abs(now.size - before.size) > 0.12F * std::max(now.size, before.size))
            return false;
        if (step > 1.45F * usual + 1)
            return false;
        if (now.mono != before.mono || now.bold != before.bold)
            return false;
        if (now.mono)
            return true;
        const std::u32string previous = text(i - 1);
        const std::u32string current = text(i);
        if (is_contents_line(previous) || is_contents_line(current) || is_list_mark(current))
            return false;
        if (centred(now) && centred(before))
            return !opens_block(i);
        // room for the next word was left: the line was ended on purpose
        const float room = room_after(i - 1, now.right_to_left);
        const bool left_room = room > first_word_width(i) + 1.2F * now.size && !utf8::is_cjk(previous.back());
        const bool left_room_cjk = utf8::is_cjk(previous.back()) && room > 2.5F * now.size;
        const bool list = is_list_mark(text(first));
        if (left_room || left_room_cjk)
            return false;
        // an indent opens a paragraph, unless the whole block hangs (a list, a bibliography)
        const float indent = now.right_to_left ? before.box.x1 - now.box.x1 : now.box.x0 - before.box.x0;
        const bool hanging = i - first == 1 || list;
        if (indent > 0.8F * now.size && !hanging)
            return false;
        if (indent > 0.8F * now.size && hanging && !list && ends_sentence(previous))
            return false;
        // back out to the edge after an indented line of a hanging paragraph: the next entry
        if (i - first >= 2 && indent < -0.8F * now.size && line(first).box.x0 < line(first + 1).box.x0 - 0.8F * now.size)
            return false;
        return true;
    }

    // Lines from `i` on that stand in cells.
    [[nodiscard]] std::size_t table_rows(std::size_t i) const
    {
        std::size_t rows = 0;
        while (i + rows < lines_->size()) {
            const Line& now = line(i + rows);
            if (now.mono || cells_of(page_, now).size() < 2 || is_contents_line(text(i + rows)))
                break;
            if (rows > 0 && now.box.y0 - line(i + rows - 1).box.y0 > 3 * edges_.leading)
                break;
            ++rows;
        }
        return rows;
    }

    // Authors under the title: one paragraph each. Lines taken.
    std::size_t add_side_by_side(std::size_t begin)
    {
        const bool above_the_text = page_.raw->number == 1 && std::ranges::none_of(blocks_, [](const Block& block) {
            return block.paragraph.kind == ParagraphKind::body && block.lines >= 3;
        });
        if (!above_the_text)
            return 0;
        const SideBySide found = side_by_side(page_, *lines_, begin);
        for (const std::vector<Line>& box : found.boxes) {
            Composer composer(page_, dictionary_, out_.notes);
            for (const Line& cell : box)
                composer.add_line(cell);
            Block block = described(begin, begin, begin + 1);
            block.y = box.front().box.y0;
            block.lines = box.size();
            block.paragraph = composer.take(/*keep_styles=*/true);
            blocks_.push_back(std::move(block));
        }
        return found.lines;
    }

    // Rows that end in page numbers which rise and stand at the edge of the text.
    [[nodiscard]] bool is_contents_list(std::size_t begin, std::size_t rows) const
    {
        int last = 0;
        for (std::size_t i = begin; i < begin + rows; ++i) {
            const Line number = cells_of(page_, line(i)).back();
            const std::u32string digits = text_of(page_, number);
            const float to_edge = line(i).right_to_left ? number.box.x0 - edges_.x0 : edges_.x1 - number.box.x1;
            if (std::abs(to_edge) > 4 || !is_bare_number(digits))
                return false;
            int value = 0;
            for (const char32_t code : digits)
                value = code >= U'0' && code <= U'9' ? value * 10 + static_cast<int>(code - U'0') : 0;
            if (value < last)
                return false;
            last = value;
        }
        return true;
    }

    void add_contents_line(std::size_t i)
    {
        Composer composer(page_, dictionary_, out_.notes);
        composer.add_line(without_leader(page_, line(i)));
        Block block = described(i, i, i + 1);
        block.contents = true;
        block.paragraph = composer.take(/*keep_styles=*/false);
        blocks_.push_back(std::move(block));
    }

    void add_table(std::size_t begin, std::size_t rows)
    {
        document::Table table;
        const auto index = static_cast<std::int32_t>(out_.tables.size());
        for (std::size_t i = begin; i < begin + rows; ++i) {
            Composer composer(page_, dictionary_, out_.notes);
            std::vector<std::string> cells;
            for (const Line& cell : cells_of(page_, line(i))) {
                composer.add_cell(cell);
                cells.push_back(utf8_of(text_of(page_, cell)));
            }
            table.rows.push_back(std::move(cells));
            Block block = described(begin, i, i + 1);
            block.paragraph = composer.take(/*keep_styles=*/false);
            block.paragraph.kind = ParagraphKind::table_row;
            block.paragraph.table = index;
            blocks_.push_back(std::move(block));
        }
        out_.tables.push_back(std::move(table));
    }

    [[nodiscard]] Block described(std::size_t, std::size_t begin, std::size_t end) const
    {
        const Line& first = line(begin);
        Block block;
        block.page = page_.raw->number;
        block.y = first.box.y0;
        block.size = first.size;
        block.bold = first.bold;
        block.centred = centred(first);
        block.space_above =
            begin == 0 ? 0 : (first.box.y0 - line(begin - 1).box.y1) / std::max(edges_.leading, 1.0F);
        block.indented = first.right_to_left ? edges_.x1 - first.box.x1 > 0.8F * first.size
                                             : first.box.x0 - edges_.x0 > 0.8F * first.size;
        const Line& last = line(end - 1);
        block.ends_full = room_after(end - 1, last.right_to_left) < 6 * last.size;
        block.lines = end - begin;
        return block;
    }

    void add_block(std::size_t begin, std::size_t end)
    {
        if (end - begin == 1 && is_contents_line(text(begin)))
            return add_contents_line(begin);
        Block block = described(begin, begin, end);
        const Line& first = line(begin);
        const bool code = first.mono && end - begin >= 2;
        Composer composer(page_, dictionary_, out_.notes);
        for (std::size_t i = begin; i < end; ++i)
            if (code)
                composer.add_code_line(line(i), edges_.x0);
            else if (i == begin && bullet_length(text(i)) > 0)
                composer.add_line(without_bullet(page_, line(i)));
            else
                composer.add_line(line(i));
        const ParagraphKind kind = code ? ParagraphKind::code : kind_of(block, text(begin), composer_text(begin, end));
        block.paragraph = composer.take(kind != ParagraphKind::heading && kind != ParagraphKind::code);
        block.paragraph.kind = kind;
        if (!utf8::trim(block.paragraph.text).empty())
            blocks_.push_back(std::move(block));
    }

    [[nodiscard]] std::u32string composer_text(std::size_t begin, std::size_t end) const
    {
        std::u32string all;
        for (std::size_t i = begin; i < end; ++i)
            all += text(i) + U" ";
        return all;
    }

    [[nodiscard]] ParagraphKind kind_of(const Block& block, std::u32string_view first,
                                        std::u32string_view whole) const
    {
        const bool large = block.size > 1.12F * body_size_;
        const bool stands_out = large || (block.bold && block.size > 0.9F * body_size_);
        if (is_caption(first))
            return ParagraphKind::caption;
        if (stands_out && block.lines <= kHeadingLines && whole.size() <= kHeadingLetters &&
            !ends_sentence(whole) && has_letters(whole) && !is_contents_line(first))
            return ParagraphKind::heading;
        if (is_list_mark(first))
            return ParagraphKind::list_item;
        if (is_separator(whole))
            return ParagraphKind::separator;
        return ParagraphKind::body;
    }

    const PageWords& page_;
    float body_size_;
    const Dictionary& dictionary_;
    PageBlocks& out_;
    const std::vector<Line>* lines_ = nullptr;
    Edges edges_;
    std::vector<Edges> local_;
    std::vector<Block> blocks_;
};

// The last lines of a region that are set small and begin with a mark: its notes.
std::size_t first_note_line(const PageWords& page, const std::vector<Line>& lines, float body_size)
{
    std::size_t from = lines.size();
    while (from > 0 && lines[from - 1].size < 0.93F * body_size && !lines[from - 1].mono)
        --from;
    for (std::size_t i = from; i < lines.size(); ++i)
        if (lines[i].box.y0 > 0.4F * page.raw->height && !note_label(page, lines[i]).empty())
            return i;
    // notes as large as the text: a raised number opens them, below a gap
    for (std::size_t i = 1; i < lines.size(); ++i)
        if (lines[i].box.y0 > 0.5F * page.raw->height && begins_with_called_number(page, lines[i]) &&
            lines[i].box.y0 - lines[i - 1].box.y1 > 0.5F * lines[i].size &&
            lines[i].box.y1 >= lines.back().box.y1 - kNoteLines * lines[i].size)
            return i;
    return lines.size();
}

void add_notes(const PageWords& page, const std::vector<Line>& lines, std::size_t from,
               const Dictionary& dictionary, std::vector<document::Note>& notes)
{
    std::vector<document::Note> none;
    std::string last;
    const auto label_of = [&](const Line& line) {
        const std::string label = note_label(page, line);
        return label.empty() ? next_label(page, line, last) : label;
    };
    for (std::size_t i = from; i < lines.size();) {
        const std::string label = label_of(lines[i]);
        last = label;
        std::size_t end = i + 1;
        while (end < lines.size() && label_of(lines[end]).empty())
            ++end;
        Composer composer(page, dictionary, none);
        for (std::size_t k = i; k < end; ++k) {
            const Line body = k == i ? without_label(page, lines[k], label) : lines[k];
            if (!body.words.empty())
                composer.add_line(body);
        }
        document::Note note;
        note.label = label;
        note.id = "p" + std::to_string(page.raw->number) + "-" + label;
        note.paragraphs.push_back(composer.take(/*keep_styles=*/true));
        if (!utf8::trim(note.paragraphs.front().text).empty())
            notes.push_back(std::move(note));
        i = end;
    }
}

bool may_go_on(const Block& before, const Block& next)
{
    const bool running = before.paragraph.kind == next.paragraph.kind
                             ? before.paragraph.kind == ParagraphKind::body
                             : before.paragraph.kind == ParagraphKind::list_item &&
                                   next.paragraph.kind == ParagraphKind::body;
    if (!running || before.contents || next.contents || std::abs(before.size - next.size) > 0.06F * before.size)
        return false;
    const std::string& text = before.paragraph.text;
    const std::string& following = next.paragraph.text;
    if (text.empty() || following.empty())
        return false;
    const char last = text.back();
    if (last == '-')
        return true;
    std::size_t at = 0;
    const char32_t first = utf8::next(following, at);
    const bool lower = (first >= U'a' && first <= U'z') || (first >= 0xDF && first <= 0xFF);
    if (ends_sentence_utf8(text))
        return false;
    return before.ends_full && (lower || !next.indented);
}

}  // namespace

PageBlocks blocks_of(const PageWords& page, float body_size, const Dictionary& dictionary)
{
    PageBlocks out;
    std::vector<std::vector<Line>> regions;
    for (const std::vector<std::uint32_t>& words : regions_of(page)) {
        std::vector<Line> lines = lines_of(page, words);
        const std::size_t notes = first_note_line(page, lines, body_size);
        add_notes(page, lines, notes, dictionary, out.notes);
        lines.resize(notes);
        std::vector<Line> margin = take_margin(page, lines);
        for (std::vector<Line>* part : {&lines, &margin})
            if (!part->empty())
                regions.push_back(std::move(*part));
    }
    bool first = true;
    for (const std::vector<Line>& lines : regions) {
        std::vector<Block> blocks = Grouping(page, body_size, dictionary, out).run(lines);
        if (first && !blocks.empty()) {
            blocks.front().opens_page = true;
            first = false;
        }
        out.regions.push_back(std::move(blocks));
    }
    return out;
}

std::vector<Block> join_regions(std::vector<PageBlocks>& pages, const Dictionary& dictionary)
{
    std::vector<Block> all;
    for (PageBlocks& page : pages)
        for (std::vector<Block>& region : page.regions)
            for (std::size_t i = 0; i < region.size(); ++i) {
                if (i == 0 && !all.empty() && may_go_on(all.back(), region[i])) {
                    append_paragraph(all.back().paragraph, region[i].paragraph, dictionary);
                    all.back().ends_full = region[i].ends_full;
                    continue;
                }
                all.push_back(std::move(region[i]));
            }
    return all;
}

}  // namespace longhand::ingest::pdf
