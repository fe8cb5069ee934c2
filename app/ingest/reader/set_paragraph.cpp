// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/reader/set_paragraph.h"

#include <algorithm>
#include <cmath>

namespace longhand::ingest::reader {
namespace {

// The first that is installed; scripts it lacks come from what the system prefers for them.
constexpr const char* kSerif = "Source Serif 4, Source Serif Pro, Libertinus Serif, Noto Serif, "
                               "TeX Gyre Pagella, P052, Liberation Serif, serif";
constexpr const char* kMono = "Source Code Pro, Noto Sans Mono, DejaVu Sans Mono, monospace";

constexpr double kHanLeading = 1.15;  // Han characters fill their square and want more air

int units(double points) { return static_cast<int>(std::lround(points * PANGO_SCALE)); }

void put(PangoAttrList* list, PangoAttribute* attribute, const PrintSpan& span)
{
    attribute->start_index = span.begin;
    attribute->end_index = span.end;
    pango_attr_list_insert(list, attribute);
}

void put_colour(PangoAttrList* list, const PrintSpan& span, std::uint32_t rgb)
{
    const auto part = [rgb](unsigned shift) {
        return static_cast<guint16>(((rgb >> shift) & 0xFFU) * 257U);
    };
    put(list, pango_attr_foreground_new(part(16), part(8), part(0)), span);
}

void put_span(PangoAttrList* list, const PrintSpan& span, const Look& look)
{
    switch (span.kind) {
    case PrintSpanKind::emphasis:
        put(list, pango_attr_style_new(look.italic ? PANGO_STYLE_NORMAL : PANGO_STYLE_ITALIC), span);
        return;
    case PrintSpanKind::strong:
        put(list, pango_attr_weight_new(PANGO_WEIGHT_BOLD), span);
        return;
    case PrintSpanKind::code:
        put(list, pango_attr_family_new(kMono), span);
        put(list, pango_attr_scale_new(0.92), span);
        return;
    case PrintSpanKind::superscript:
        put(list, pango_attr_scale_new(0.68), span);
        put(list, pango_attr_rise_new(units(look.size * 0.36)), span);
        return;
    case PrintSpanKind::subscript:
        put(list, pango_attr_scale_new(0.68), span);
        put(list, pango_attr_rise_new(units(look.size * -0.18)), span);
        return;
    case PrintSpanKind::dim: put_colour(list, span, 0x5C5F66); return;
    case PrintSpanKind::jump:
    case PrintSpanKind::address: put_colour(list, span, 0x1B5C94); return;
    case PrintSpanKind::ruby: return;  // set above when the line is drawn
    }
}

bool is_han(const std::string& language)
{
    return language.starts_with("zh") || language.starts_with("ja") || language.starts_with("ko");
}

// Han characters in the forms of their language; its font comes first, for quotation marks and
// digits as wide as the characters beside them.
std::string families(const std::string& language, const char* latin)
{
    const auto either = [&](const char* country) {
        const std::string name(country);
        return "Noto Serif CJK " + name + ", Source Han Serif " + name + ", Noto Sans CJK " + name +
               ", " + latin;
    };
    if (language.starts_with("zh-Hant") || language.starts_with("zh-TW") ||
        language.starts_with("zh-HK"))
        return either("TC");
    if (language.starts_with("zh"))
        return either("SC");
    if (language.starts_with("ja"))
        return either("JP");
    return language.starts_with("ko") ? either("KR") : latin;
}

void set_font(PangoLayout* layout, const Look& look, const std::string& language)
{
    PangoFontDescription* font = pango_font_description_new();
    pango_font_description_set_family(
        font, look.mono ? kMono : families(language, kSerif).c_str());
    pango_font_description_set_absolute_size(font, look.size * PANGO_SCALE);
    if (look.bold)
        pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
    if (look.italic)
        pango_font_description_set_style(font, PANGO_STYLE_ITALIC);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
}

Layout fresh(cairo_t* cairo, const std::string& language)
{
    Layout layout(pango_cairo_create_layout(cairo));
    PangoContext* context = pango_layout_get_context(layout.get());
    // One unit of the page is one point, and glyphs keep the widths of print, not of a screen.
    pango_cairo_context_set_resolution(context, 72.0);
    pango_context_set_round_glyph_positions(context, FALSE); // paper has no pixels to round to
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    if (!language.empty())
        pango_context_set_language(context, pango_language_from_string(language.c_str()));
    pango_context_set_base_dir(context, PANGO_DIRECTION_LTR);
    pango_layout_context_changed(layout.get());
    return layout;
}

}  // namespace

Look look_of(const PrintBlock& block)
{
    switch (block.style) {
    case PrintStyle::title:
        return {.size = 21, .bold = true, .before = 0, .after = 8, .leading = 1.25};
    case PrintStyle::facts: return {.size = 9, .before = 0, .after = 8};
    case PrintStyle::heading:
        if (block.level <= 1)
            return {.size = 15, .bold = true, .before = 20, .after = 8, .leading = 1.25};
        return {.size = block.level == 2 ? 12.5 : 11, .bold = true, .before = 14, .after = 5, .leading = 1.25};
    case PrintStyle::body: return {};
    case PrintStyle::bullet: return {.after = 4, .left = 16};
    case PrintStyle::quote: return {.size = 10, .before = 1, .after = 7, .left = 22, .right = 16};
    case PrintStyle::verse: return {.size = 10.5, .after = 6, .left = 22};
    case PrintStyle::code: return {.size = 9, .mono = true, .after = 6, .left = 12, .leading = 1.3};
    case PrintStyle::note: return {.size = 9, .after = 4, .left = 24, .leading = 1.38};
    case PrintStyle::separator: return {.before = 8, .after = 14};
    }
    return {};
}

Pitch pitch_of(const PrintBlock& block, const Look& look)
{
    Pitch pitch;
    pitch.height = look.size * look.leading * (is_han(block.language) ? kHanLeading : 1.0);
    for (const PrintSpan& span : block.spans)
        if (span.kind == PrintSpanKind::ruby)
            pitch.above = look.size * 0.55;
    pitch.baseline = (pitch.height + look.size * 0.74) / 2;
    return pitch;
}

bool is_right_to_left(PangoLayout* layout)
{
    return pango_layout_get_direction(layout, 0) == PANGO_DIRECTION_RTL;
}

std::string printable(std::string text)
{
    for (char& sign : text)
        if ((static_cast<unsigned char>(sign) < 0x20 && sign != '\n') || sign == 0x7F)
            sign = ' ';
    return text;
}

Layout lay_out(cairo_t* cairo, const PrintBlock& block, const Look& look, double width)
{
    Layout layout = fresh(cairo, block.language);
    set_font(layout.get(), look, block.language);
    PangoAttrList* list = pango_attr_list_new();
    for (const PrintSpan& span : block.spans)
        put_span(list, span, look);
    pango_layout_set_text(layout.get(), block.text.c_str(), static_cast<int>(block.text.size()));
    pango_layout_set_attributes(layout.get(), list);
    pango_attr_list_unref(list);
    pango_layout_set_width(layout.get(), units(std::max(width, 40.0)));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_justify(layout.get(),
                              is_han(block.language) && block.style != PrintStyle::facts ? TRUE
                                                                                         : FALSE);
    if (look.centred)
        pango_layout_set_alignment(layout.get(), PANGO_ALIGN_CENTER);
    return layout;
}

Layout lay_out_line(cairo_t* cairo, const std::string& text, const std::string& language,
                    double size, double width)
{
    Layout layout = fresh(cairo, language);
    set_font(layout.get(), {.size = size}, language);
    pango_layout_set_single_paragraph_mode(layout.get(), TRUE);
    pango_layout_set_text(layout.get(), text.c_str(), static_cast<int>(text.size()));
    pango_layout_set_width(layout.get(), units(width));
    pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
    return layout;
}

}  // namespace longhand::ingest::reader
