// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/reader/print_line.h"

#include <glib.h>

#include <string_view>
#include <vector>

namespace longhand::ingest::reader {
namespace {

double points(int pango) { return static_cast<double>(pango) / PANGO_SCALE; }

bool is_backward(const PangoGlyphItem& run) { return (run.item->analysis.level & 1) != 0; }

bool has_backward(const PangoLayoutLine& line)
{
    for (const GSList* at = line.runs; at != nullptr; at = at->next)
        if (is_backward(*static_cast<const PangoGlyphItem*>(at->data)))
            return true;
    return false;
}

bool is_drawn(PangoGlyph glyph)
{
    return glyph != PANGO_GLYPH_EMPTY && (glyph & PANGO_GLYPH_UNKNOWN_FLAG) == 0;
}

// Glyphs of one run with the places where they are drawn.
class Run {
public:
    Run(PangoGlyphItem& item, const char* text, double x, double y) : item_(item), text_(text)
    {
        const PangoGlyphString& glyphs = *item.glyphs;
        for (int i = 0; i < glyphs.num_glyphs; ++i) {
            const PangoGlyphGeometry& shape = glyphs.glyphs[i].geometry;
            places_.push_back({glyphs.glyphs[i].glyph, x + points(shape.x_offset),
                               y + points(shape.y_offset)});
            x += points(shape.width);
        }
        end_ = x;
    }
    [[nodiscard]] double end() const { return end_; }

    void show_backward(cairo_t* cairo)
    {
        PangoGlyphItemIter cluster;
        for (gboolean more = pango_glyph_item_iter_init_end(&cluster, &item_, text_); more != FALSE;
             more = pango_glyph_item_iter_prev_cluster(&cluster)) {
            const std::string_view letters(
                text_ + cluster.start_index,
                static_cast<std::size_t>(cluster.end_index - cluster.start_index));
            const int first = cluster.end_glyph + 1;
            const int count = cluster.start_glyph - cluster.end_glyph;
            if (count > 1 && g_utf8_strlen(letters.data(), static_cast<gssize>(letters.size())) == count)
                show_marks(cairo, letters, first, count);
            else
                show(cairo, letters, first, count);
        }
    }

private:
    // A letter and its marks: as many glyphs as characters, the last character first.
    void show_marks(cairo_t* cairo, std::string_view letters, int first, int count)
    {
        const char* end = letters.data() + letters.size();
        for (int i = first; i < first + count; ++i) {
            const char* begin = g_utf8_prev_char(end);
            show(cairo, {begin, static_cast<std::size_t>(end - begin)}, i, 1);
            end = begin;
        }
    }

    void show(cairo_t* cairo, std::string_view letters, int first, int count)
    {
        std::vector<cairo_glyph_t> glyphs;
        for (int i = first; i < first + count; ++i)
            if (const cairo_glyph_t& glyph = places_[static_cast<std::size_t>(i)];
                is_drawn(static_cast<PangoGlyph>(glyph.index)))
                glyphs.push_back(glyph);
        if (glyphs.empty())
            return;
        const cairo_text_cluster_t whole{static_cast<int>(letters.size()),
                                         static_cast<int>(glyphs.size())};
        cairo_show_text_glyphs(cairo, letters.data(), static_cast<int>(letters.size()), glyphs.data(),
                               static_cast<int>(glyphs.size()), &whole, 1, cairo_text_cluster_flags_t{});
    }

    PangoGlyphItem& item_;
    const char* text_;
    std::vector<cairo_glyph_t> places_;
    double end_ = 0;
};

void take_colour(cairo_t* cairo, const PangoItem& item)
{
    for (const GSList* at = item.analysis.extra_attrs; at != nullptr; at = at->next) {
        const auto* attribute = static_cast<const PangoAttribute*>(at->data);
        if (attribute->klass->type != PANGO_ATTR_FOREGROUND)
            continue;
        const PangoColor& colour = reinterpret_cast<const PangoAttrColor*>(attribute)->color;
        cairo_set_source_rgb(cairo, colour.red / 65535.0, colour.green / 65535.0,
                             colour.blue / 65535.0);
    }
}

}  // namespace

void show_line(cairo_t* cairo, PangoLayoutLine* line, double x, double y)
{
    if (!has_backward(*line)) {
        cairo_move_to(cairo, x, y);
        pango_cairo_show_layout_line(cairo, line);
        return;
    }
    const char* text = pango_layout_get_text(line->layout);
    for (const GSList* at = line->runs; at != nullptr; at = at->next) {
        auto& item = *static_cast<PangoGlyphItem*>(at->data);
        const double baseline = y - points(item.y_offset);
        Run run(item, text, x + points(item.start_x_offset), baseline);
        cairo_save(cairo);
        take_colour(cairo, *item.item);
        auto* font = reinterpret_cast<PangoCairoFont*>(item.item->analysis.font);
        if (is_backward(item) && font != nullptr) {
            cairo_set_scaled_font(cairo, pango_cairo_font_get_scaled_font(font));
            run.show_backward(cairo);
        } else {
            cairo_move_to(cairo, x + points(item.start_x_offset), baseline);
            pango_cairo_show_glyph_item(cairo, text, &item);
        }
        cairo_restore(cairo);
        x = run.end() + points(item.end_x_offset);
    }
}

}  // namespace longhand::ingest::reader
