// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/reader/page_setter.h"

#include "app/ingest/reader/print_line.h"
#include "app/ingest/reader/set_paragraph.h"

#include <algorithm>
#include <array>
#include <cairo-pdf.h>
#include <cmath>
#include <cstdio>
#include <set>
#include <utility>

namespace longhand::ingest::reader {
namespace {

constexpr double kSide = 78, kTop = 76, kBottom = 78;  // margins, points
constexpr double kHeadSize = 8.5;
constexpr std::size_t kPiece = 64U << 10U;
constexpr std::size_t kMostOutline = 20'000;

double points(int units) { return static_cast<double>(units) / PANGO_SCALE; }

// Names and addresses stand in quotes in cairo's attributes.
std::string name_of(const std::string& anchor)
{
    std::string name;
    for (const char sign : anchor)
        if ((sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9') || sign == '-')
            name += sign;
    return name;
}

bool is_address(const std::string& text)
{
    const bool known = text.starts_with("https://") || text.starts_with("http://") ||
                       text.starts_with("mailto:");
    return known && std::all_of(text.begin(), text.end(), [](char sign) {
               return sign > 0x20 && sign < 0x7F && sign != '\'' && sign != '\\';
           });
}

template <class... Values>
std::string format(const char* pattern, Values... values)
{
    std::array<char, 160> text{};
    const int size = std::snprintf(text.data(), text.size(), pattern, values...);
    return {text.data(), static_cast<std::size_t>(std::clamp(size, 0, 159))};
}

struct Line {
    PangoLayoutLine* line = nullptr;  // the layout's
    double height = 0, baseline = 0;  // from the line's top
    double x = 0;
};

std::vector<Line> lines_of(PangoLayout* layout, const Pitch& pitch)
{
    std::vector<Line> lines;
    PangoLayoutIter* at = pango_layout_get_iter(layout);
    do {
        PangoRectangle logical{};
        pango_layout_iter_get_line_extents(at, nullptr, &logical);
        Line line{pango_layout_iter_get_line_readonly(at), pitch.height, pitch.baseline,
                  points(logical.x)};
        if (points(logical.height) > pitch.height) {  // a script that stands higher
            line.height = points(logical.height);
            line.baseline = points(pango_layout_iter_get_baseline(at) - logical.y);
        }
        line.height += pitch.above;
        line.baseline += pitch.above;
        lines.push_back(line);
    } while (pango_layout_iter_next_line(at) != FALSE);
    pango_layout_iter_free(at);
    return lines;
}

class CairoPages final : public PageSetter {
public:
    CairoPages(const PrintFacts& facts, Out out)
        : facts_(facts), out_(std::move(out)),
          width_(facts.paper == Paper::letter ? 612.0 : 595.276),
          height_(facts.paper == Paper::letter ? 792.0 : 841.89),
          surface_(cairo_pdf_surface_create_for_stream(write, this, width_, height_)),
          cairo_(cairo_create(surface_))
    {
        const auto say = [this](cairo_pdf_metadata_t what, const std::string& text) {
            if (!text.empty())
                cairo_pdf_surface_set_metadata(surface_, what, printable(text).c_str());
        };
        say(CAIRO_PDF_METADATA_TITLE, facts.title);
        say(CAIRO_PDF_METADATA_AUTHOR, facts.author);
        say(CAIRO_PDF_METADATA_CREATOR, "Longhand");
        outline_.emplace_back(0, CAIRO_PDF_OUTLINE_ROOT);
    }
    ~CairoPages() override
    {
        cairo_destroy(cairo_);
        cairo_surface_destroy(surface_);
    }
    CairoPages(const CairoPages&) = delete;
    CairoPages& operator=(const CairoPages&) = delete;

    Result<void> add(const PrintBlock& given) override
    {
        PrintBlock block = given;
        block.text = printable(std::move(block.text));
        const Look look = look_of(block);
        if (block.new_page && used_)
            end_page();
        if (used_)
            y_ += look.before;
        if (block.style == PrintStyle::separator)
            set_rule(look);
        else
            set_text(block, look);
        y_ += look.after;
        flush(kPiece);
        return status();
    }

    Result<std::uint32_t> finish() override
    {
        // A jump to nowhere would spoil the whole file.
        for (const std::string& name : jumped_)
            if (!anchored_.contains(name))
                tag(CAIRO_TAG_DEST, format("name='%s' internal", name.c_str()));
        end_page();
        cairo_surface_finish(surface_);
        TRY(status());
        flush(0);
        return pages_;
    }

private:
    static cairo_status_t write(void* self, const unsigned char* bytes, unsigned length)
    {
        static_cast<CairoPages*>(self)->waiting_.append(reinterpret_cast<const char*>(bytes), length);
        return CAIRO_STATUS_SUCCESS;
    }
    void flush(std::size_t most)
    {
        while (!waiting_.empty() && waiting_.size() >= most) {
            const std::size_t size = std::min<std::size_t>(waiting_.size(), 1U << 20U);
            out_(std::string_view(waiting_).substr(0, size));
            waiting_.erase(0, size);
        }
    }
    [[nodiscard]] Result<void> status() const
    {
        const cairo_status_t now = cairo_status(cairo_);
        if (now == CAIRO_STATUS_SUCCESS)
            return {};
        return Error{now == CAIRO_STATUS_NO_MEMORY ? ErrorKind::out_of_memory : ErrorKind::internal,
                     std::string("the page could not be set: ") + cairo_status_to_string(now)};
    }
    void tag(const char* name, const std::string& attributes)
    {
        cairo_tag_begin(cairo_, name, attributes.c_str());
        cairo_tag_end(cairo_, name);
    }
    [[nodiscard]] double room() const { return height_ - kBottom - y_; }
    void grey(double value) { cairo_set_source_rgb(cairo_, value, value, value); }

    void set_rule(const Look&)
    {
        if (room() < 24)
            end_page();
        grey(0.6);
        cairo_set_line_width(cairo_, 0.6);
        cairo_move_to(cairo_, width_ / 2 - 36, y_ + 6);
        cairo_line_to(cairo_, width_ / 2 + 36, y_ + 6);
        cairo_stroke(cairo_);
        used_ = true;
    }

    void set_text(const PrintBlock& block, const Look& look)
    {
        const double width = width_ - 2 * kSide - look.left - look.right;
        const Layout layout = lay_out(cairo_, block, look, width);
        const std::vector<Line> lines = lines_of(layout.get(), pitch_of(block, look));
        const bool leftwards = is_right_to_left(layout.get());
        const double x = kSide + (leftwards ? look.right : look.left);
        double together = 0;  // what must not be divided
        if (block.style == PrintStyle::heading || block.style == PrintStyle::title) {
            for (const Line& line : lines)
                together += line.height;
            together += look.after + 44;
        } else if (lines.size() > 1) {
            together = lines[0].height + lines[1].height;
        }
        if (used_ && room() < together)
            end_page();
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const bool leaves_one = i > 0 && i + 2 == lines.size() && lines.size() > 2 &&
                                    room() < lines[i].height + lines[i + 1].height;
            if (used_ && (room() < lines[i].height || leaves_one))
                end_page();
            if (i == 0)
                begin_block(block, look, lines[i], leftwards);
            draw(block, look, lines[i], x);
            y_ += lines[i].height;
            used_ = true;
        }
    }

    void begin_block(const PrintBlock& block, const Look& look, const Line& line, bool leftwards)
    {
        if (const std::string name = name_of(block.anchor);
            !name.empty() && anchored_.insert(name).second)
            tag(CAIRO_TAG_DEST,
                format("name='%s' x=%.2f y=%.2f internal", name.c_str(), kSide, y_));
        if (block.style == PrintStyle::heading || block.style == PrintStyle::title)
            add_outline(block);
        if (block.label.empty())
            return;
        const Layout label =
            lay_out_line(cairo_, printable(block.label),
                         block.label == "•" ? std::string() : block.language, // Han fonts have a dot
                         look.size, look.left * 2);
        int width = 0;
        pango_layout_get_size(label.get(), &width, nullptr);
        const double x = leftwards ? width_ - kSide - look.left + 6
                                   : kSide + look.left - 6 - points(width);
        grey(block.dimmed ? 0.42 : 0.1);
        show_line(cairo_, pango_layout_get_line_readonly(label.get(), 0), x, y_ + line.baseline);
    }

    void add_outline(const PrintBlock& block)
    {
        if (block.text.empty() || entries_ >= kMostOutline)
            return;
        const int level = block.style == PrintStyle::title ? 0 : std::clamp(block.level, 1, 6);
        if (level == 0)
            return;  // the whole is no part of itself
        ++entries_;
        while (outline_.size() > 1 && outline_.back().first >= level)
            outline_.pop_back();
        std::string text = block.text;
        std::replace(text.begin(), text.end(), '\n', ' ');
        const std::string place =
            format("page=%u pos=[%.2f %.2f]", pages_ + 1, kSide, std::max(0.0, y_ - 8));
        const int id = cairo_pdf_surface_add_outline(surface_, outline_.back().second, text.c_str(),
                                                     place.c_str(), CAIRO_PDF_OUTLINE_FLAG_OPEN);
        outline_.emplace_back(level, id);
    }

    void draw(const PrintBlock& block, const Look& look, const Line& line, double x)
    {
        if (block.marked) {
            cairo_set_source_rgb(cairo_, 0.70, 0.42, 0.0);
            cairo_rectangle(cairo_, kSide - 10, y_ + 1, 2, line.height - 2);
            cairo_fill(cairo_);
        }
        grey(block.dimmed || block.style == PrintStyle::facts ? 0.42 : 0.1);
        show_line(cairo_, line.line, x + line.x, y_ + line.baseline);
        for (const PrintSpan& span : block.spans) {
            const auto begin = static_cast<std::uint32_t>(pango_layout_line_get_start_index(line.line));
            const auto end = begin + static_cast<std::uint32_t>(pango_layout_line_get_length(line.line));
            if (span.end <= begin || span.begin >= end || span.begin == span.end)
                continue;
            if (span.kind == PrintSpanKind::ruby && span.begin >= begin)
                draw_reading(block, look, line, span, x);
            else if (span.kind == PrintSpanKind::jump || span.kind == PrintSpanKind::address)
                link(line, span, x);
        }
    }

    // Where a span stands on a line, as x and width pairs from the left of the layout.
    static std::vector<std::pair<double, double>> places(const Line& line, const PrintSpan& span)
    {
        int* ranges = nullptr;
        int count = 0;
        pango_layout_line_get_x_ranges(line.line, static_cast<int>(span.begin),
                                       static_cast<int>(span.end), &ranges, &count);
        std::vector<std::pair<double, double>> out;
        for (int i = 0; i < count; ++i)
            out.emplace_back(points(ranges[2 * i]), points(ranges[2 * i + 1] - ranges[2 * i]));
        g_free(ranges);
        return out;
    }

    void link(const Line& line, const PrintSpan& span, double x)
    {
        std::string target;
        if (span.kind == PrintSpanKind::jump) {
            const std::string name = name_of(span.value);
            if (name.empty())
                return;
            jumped_.insert(name);
            target = "dest='" + name + "'";
        } else if (is_address(span.value)) {
            target = "uri='" + span.value + "'";
        } else {
            return;
        }
        for (const auto& [from, width] : places(line, span))
            tag(CAIRO_TAG_LINK,
                target + format(" rect=[%.2f %.2f %.2f %.2f]", x + from, y_, width, line.height));
    }

    void draw_reading(const PrintBlock& block, const Look& look, const Line& line,
                      const PrintSpan& span, double x)
    {
        const auto where = places(line, span);
        if (where.empty() || span.value.empty())
            return;
        const Layout reading = lay_out_line(cairo_, printable(span.value), block.language,
                                            look.size * 0.5, width_);
        int width = 0, height = 0;
        pango_layout_get_size(reading.get(), &width, &height);
        const double middle = x + where.front().first + where.front().second / 2;
        cairo_move_to(cairo_, middle - points(width) / 2,
                      y_ + line.baseline - look.size * 0.95 - points(height) * 0.15);
        pango_cairo_show_layout_line(cairo_, pango_layout_get_line_readonly(reading.get(), 0));
    }

    void centred(const std::string& text, double y)
    {
        const Layout layout =
            lay_out_line(cairo_, text, facts_.language, kHeadSize, width_ - 2 * kSide);
        PangoRectangle logical{};
        pango_layout_get_extents(layout.get(), nullptr, &logical);
        show_line(cairo_, pango_layout_get_line_readonly(layout.get(), 0),
                  (width_ - points(logical.width)) / 2, y);
    }

    void end_page()
    {
        ++pages_;
        grey(0.42);
        if (pages_ > 1 && !facts_.head.empty())
            centred(printable(facts_.head), kTop - 30);
        centred(std::to_string(pages_), height_ - kBottom + 38);
        cairo_show_page(cairo_);
        y_ = kTop;
        used_ = false;
    }

    PrintFacts facts_;
    Out out_;
    double width_, height_;
    cairo_surface_t* surface_;
    cairo_t* cairo_;
    std::string waiting_;
    double y_ = kTop;
    bool used_ = false;  // something stands on this page
    std::uint32_t pages_ = 0;  // that are done
    std::vector<std::pair<int, int>> outline_;  // level and id of the headings around
    std::size_t entries_ = 0;
    std::set<std::string> jumped_, anchored_;
};

}  // namespace

std::unique_ptr<PageSetter> PageSetter::make(const PrintFacts& facts, Out out)
{
    return std::make_unique<CairoPages>(facts, std::move(out));
}

}  // namespace longhand::ingest::reader
