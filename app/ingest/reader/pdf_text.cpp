// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/reader/pdf_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <memory>
#include <unordered_map>

namespace longhand::ingest::reader {
namespace {

constexpr char32_t kLeftToRightEmbedding = 0x202A;
constexpr char32_t kRightToLeftEmbedding = 0x202B;
constexpr char32_t kPopDirection = 0x202C;

struct Glyph {
    char32_t code = 0;
    std::uint32_t rectangle = 0;
    bool joint = false;  // begins a right-to-left stretch directly behind another
};

// Poppler gives rectangles from left to right inside a word, but characters in logical order, a
// right-to-left stretch between U+202B and U+202C and left-to-right ones inside it between U+202A
// and U+202C. Pairs them up again and drops the marks.
class Pairing {
public:
    explicit Pairing(const char* text) : at_(text) {}

    std::vector<Glyph> run()
    {
        while (*at_ != '\0') {
            const char32_t code = take();
            if (code == kRightToLeftEmbedding) {
                const std::size_t begin = glyphs_.size();
                right_to_left();
                if (begin > 0 && begin == stretch_end_ && begin < glyphs_.size())
                    glyphs_[begin].joint = true;
                stretch_end_ = glyphs_.size();
            } else if (code != kLeftToRightEmbedding && code != kPopDirection) {
                glyphs_.push_back({code, next_rectangle_++});
            }
        }
        return std::move(glyphs_);
    }

private:
    char32_t take()
    {
        const gunichar code = g_utf8_get_char(at_);
        at_ = g_utf8_next_char(at_);
        return static_cast<char32_t>(code);
    }

    void right_to_left()
    {
        struct Item {
            std::size_t begin = 0, end = 0;
        };
        std::vector<Item> items;
        bool inner = false;
        while (*at_ != '\0') {
            const char32_t code = take();
            if (code == kLeftToRightEmbedding) {
                inner = true;
                items.push_back({glyphs_.size(), glyphs_.size()});
            } else if (code == kPopDirection) {
                if (!inner)
                    break;
                inner = false;
            } else if (code != kRightToLeftEmbedding) {
                if (!inner)
                    items.push_back({glyphs_.size(), glyphs_.size()});
                glyphs_.push_back({code, 0});
                items.back().end = glyphs_.size();
            }
        }
        for (auto item = items.rbegin(); item != items.rend(); ++item) {
            for (std::size_t i = item->begin; i < item->end; ++i)
                glyphs_[i].rectangle = next_rectangle_++;
        }
    }

    const char* at_;
    std::vector<Glyph> glyphs_;
    std::uint32_t next_rectangle_ = 0;
    std::size_t stretch_end_ = 0;
};

// Poppler leaves out the blank behind the first word of a line that begins at the right. Where two
// stretches touch in the text and not on the page, it belongs between them.
class Joints {
public:
    Joints(const std::vector<Glyph>& glyphs, const PopplerRectangle* rectangles, std::size_t count)
        : glyphs_(glyphs), rectangles_(rectangles), count_(count)
    {
    }
    [[nodiscard]] bool has_blank(std::size_t at, float size) const
    {
        double left = 1e9;    // of the word before
        double right = -1e9;  // of the word that begins here
        for (std::size_t i = at; i > 0 && in_word(i - 1); --i) {
            left = std::min(left, box(i - 1).x1);
            if (glyphs_[i - 1].joint)
                break;
        }
        for (std::size_t i = at; i < glyphs_.size() && in_word(i) && (i == at || !glyphs_[i].joint); ++i)
            right = std::max(right, box(i).x2);
        return left - right > 0.12 * static_cast<double>(size) && left - right < 1e6;
    }

private:
    [[nodiscard]] bool in_word(std::size_t i) const
    {
        return glyphs_[i].code != U' ' && glyphs_[i].code != U'\n';
    }
    [[nodiscard]] const PopplerRectangle& box(std::size_t i) const
    {
        return rectangles_[std::min<std::size_t>(glyphs_[i].rectangle, count_ - 1)];
    }
    const std::vector<Glyph>& glyphs_;
    const PopplerRectangle* rectangles_;
    std::size_t count_;
};

bool is_arabic_letter(char32_t code) { return code >= 0x621 && code <= 0x64A; }
bool is_alef(char32_t code)
{
    return code == 0x627 || code == 0x623 || code == 0x625 || code == 0x622;
}
constexpr char32_t kLam = 0x644;

// Forms that mean the same letters: Latin ligatures, Han radicals, compatibility ideographs,
// Hebrew and Arabic presentation forms. Full-width and half-width forms stay as they are.
bool is_form(char32_t code)
{
    return (code >= 0xFB00 && code <= 0xFDFF) || (code >= 0xFE70 && code <= 0xFEFC) ||
           (code >= 0x2E80 && code <= 0x2FDF) || (code >= 0xF900 && code <= 0xFAFF) ||
           code == 0x2126 || code == 0x212A || code == 0x212B;
}

bool is_dropped(char32_t code)
{
    return (code < 0x20 && code != U'\n' && code != U'\t') || code == 0x7F || code == 0xFEFF ||
           (code >= 0x200B && code <= 0x200F && code != 0x200C && code != 0x200D) ||
           (code >= 0x2028 && code <= 0x202E) || (code >= 0xE0000 && code <= 0xE007F);
}

// Appends characters to a page with what they mean spelled out.
class Speller {
public:
    explicit Speller(RawPage& page) : page_(page) {}

    void add(char32_t code, const document::Box& box, std::uint32_t font, float size)
    {
        if (is_dropped(code))
            return;
        if (code == U'\t' || code == 0xA0)
            code = U' ';
        if (!page_.text.empty() && g_unichar_combining_class(code) != 0 && compose(code, box))
            return;
        if (!is_form(code)) {
            put(code, box, font, size);
            return;
        }
        std::array<gunichar, 20> letters{};
        const std::size_t count = std::min(
            letters.size(), g_unichar_fully_decompose(code, TRUE, letters.data(), letters.size()));
        const bool leftwards = code >= 0xFB1D && code <= 0xFEFC;
        const float width = (box.x1 - box.x0) / static_cast<float>(std::max<std::size_t>(count, 1));
        for (std::size_t i = 0; i < count; ++i) {
            const auto place = static_cast<float>(leftwards ? count - 1 - i : i);
            document::Box part = box;
            part.x0 = box.x0 + width * place;
            part.x1 = part.x0 + width;
            put(letters[i], part, font, size);
        }
    }

    // Half of a lam-alef glyph: both letters share its width, and a reversed stretch has put
    // the alef first.
    void swap_split_ligatures()
    {
        const auto width = [&](std::size_t i) { return page_.boxes[i].x1 - page_.boxes[i].x0; };
        for (std::size_t i = 0; i + 1 < page_.text.size(); ++i) {
            if (!is_alef(page_.text[i]) || page_.text[i + 1] != kLam)
                continue;
            if (std::abs(width(i) - width(i + 1)) > 0.02F)
                continue;
            const bool even_font =  // every letter equally wide: the widths prove nothing
                (i > 0 && is_arabic_letter(page_.text[i - 1]) &&
                 std::abs(width(i - 1) - width(i)) <= 0.02F) ||
                (i + 2 < page_.text.size() && is_arabic_letter(page_.text[i + 2]) &&
                 !is_alef(page_.text[i + 2]) && std::abs(width(i + 2) - width(i)) <= 0.02F);
            if (even_font)
                continue;
            std::swap(page_.text[i], page_.text[i + 1]);
            ++i;
        }
    }

private:
    bool compose(char32_t mark, const document::Box& box)
    {
        gunichar composed = 0;
        if (!g_unichar_compose(page_.text.back(), mark, &composed))
            return false;
        page_.text.back() = static_cast<char32_t>(composed);
        document::Box& base = page_.boxes.back();
        base = {std::min(base.x0, box.x0), std::min(base.y0, box.y0), std::max(base.x1, box.x1),
                std::max(base.y1, box.y1)};
        return true;
    }

    void put(char32_t code, const document::Box& box, std::uint32_t font, float size)
    {
        const auto index = static_cast<std::uint32_t>(page_.text.size());
        page_.text.push_back(code);
        page_.boxes.push_back(box);
        const bool goes_on = !page_.runs.empty() && page_.runs.back().end == index &&
                             page_.runs.back().font == font && page_.runs.back().size == size;
        if (goes_on)
            page_.runs.back().end = index + 1;
        else
            page_.runs.push_back({index, index + 1, font, size});
    }

    RawPage& page_;
};

// "ABCDEF+Name" names a subset of Name.
std::string font_name(const char* name)
{
    if (name == nullptr)
        return "";
    std::string_view view(name);
    const bool subset = view.size() > 7 && view[6] == '+' &&
                        std::ranges::all_of(view.substr(0, 6), [](char c) { return c >= 'A' && c <= 'Z'; });
    std::unique_ptr<char, void (*)(void*)> valid(
        g_utf8_make_valid(view.substr(subset ? 7 : 0).data(), -1), g_free);
    return valid.get();
}

struct Style {
    std::uint32_t font = 0;
    float size = 0;
};

// Poppler selects text between two corners of the page. On a page written from right to left it
// begins at the right one: from the left it misses what stands there, often all of it.
struct Selection {
    std::unique_ptr<char, void (*)(void*)> text{nullptr, g_free};
    PopplerRectangle area{};
};

Selection select(PopplerPage* page, const PopplerRectangle& area)
{
    PopplerRectangle corners = area;
    Selection selection;
    selection.text.reset(poppler_page_get_text_for_area(page, &corners));
    selection.area = area;
    return selection;
}

Selection whole_page(PopplerPage* page)
{
    double width = 0;
    double height = 0;
    poppler_page_get_size(page, &width, &height);
    Selection from_left = select(page, {0, 0, width, height});
    const char* text = from_left.text.get();
    const bool plain = text != nullptr && *text != '\0' && std::strstr(text, "\u202B") == nullptr &&
                       std::strchr(text, '\n') != nullptr;
    if (plain)
        return from_left;
    Selection from_right = select(page, {width, 0, 0, height});
    const auto letters = [](const Selection& selection) {
        return selection.text == nullptr ? 0 : std::strlen(selection.text.get());
    };
    return letters(from_right) > letters(from_left) ? std::move(from_right) : std::move(from_left);
}

std::vector<Style> styles_of(PopplerPage* page, PopplerRectangle area, std::size_t rectangles,
                             RawPage& into)
{
    std::vector<Style> styles(rectangles);
    std::unordered_map<std::string, std::uint32_t> known;
    GList* attributes = poppler_page_get_text_attributes_for_area(page, &area);
    for (const GList* link = attributes; link != nullptr; link = link->next) {
        const auto* attribute = static_cast<const PopplerTextAttributes*>(link->data);
        std::string name = font_name(attribute->font_name);
        const auto [place, is_new] =
            known.try_emplace(std::move(name), static_cast<std::uint32_t>(into.fonts.size()));
        if (is_new)
            into.fonts.push_back(place->first);
        const double size = std::isfinite(attribute->font_size) ? attribute->font_size : 0.0;
        const Style style{place->second, static_cast<float>(std::clamp(size, 0.0, 10000.0))};
        const auto first = static_cast<std::size_t>(std::max(attribute->start_index, 0));
        const auto last = static_cast<std::size_t>(std::max(attribute->end_index, 0));
        for (std::size_t i = first; i <= last && i < rectangles; ++i)
            styles[i] = style;
    }
    poppler_page_free_text_attributes(attributes);
    if (into.fonts.empty())
        into.fonts.emplace_back();
    return styles;
}

document::Box box_of(const PopplerRectangle& rectangle)
{
    const auto point = [](double value) {
        return static_cast<float>(std::isfinite(value) ? std::clamp(value, -1e6, 1e6) : 0.0);
    };
    return {point(std::min(rectangle.x1, rectangle.x2)), point(std::min(rectangle.y1, rectangle.y2)),
            point(std::max(rectangle.x1, rectangle.x2)), point(std::max(rectangle.y1, rectangle.y2))};
}

}  // namespace

void read_text(PopplerPage* page, RawPage& into)
{
    Selection selection = whole_page(page);
    PopplerRectangle* raw = nullptr;
    guint count = 0;
    if (selection.text == nullptr ||
        !poppler_page_get_text_layout_for_area(page, &selection.area, &raw, &count) || count == 0)
        return;
    const std::unique_ptr<PopplerRectangle, void (*)(void*)> rectangles(raw, g_free);
    const std::vector<Style> styles = styles_of(page, selection.area, count, into);
    const std::vector<Glyph> glyphs = Pairing(selection.text.get()).run();
    const Joints joints(glyphs, raw, count);
    Speller speller(into);
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        const Glyph& glyph = glyphs[i];
        // Where Poppler counts fewer rectangles than characters, the last one stands for the rest.
        const std::size_t index = std::min<std::size_t>(glyph.rectangle, count - 1);
        if (glyph.joint && joints.has_blank(i, styles[index].size))
            speller.add(U' ', box_of(raw[index]), styles[index].font, styles[index].size);
        speller.add(glyph.code, box_of(raw[index]), styles[index].font, styles[index].size);
    }
    speller.swap_split_ligatures();
}

}  // namespace longhand::ingest::reader
