// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/reader/pdf_file.h"

#include "app/ingest/reader/pdf_text.h"
#include "engine/base/utf8.h"

#include <algorithm>
#include <cairo.h>
#include <cmath>
#include <cstring>
#include <poppler.h>
#include <unistd.h>

namespace longhand::ingest::reader {
namespace {

constexpr double kMostPixels = 64.0e6;
constexpr double kMostSide = 32000;  // cairo's surfaces end at 32767
constexpr int kDeepestOutline = 16;
constexpr std::size_t kMostOutlineEntries = 20'000;
constexpr std::size_t kMostLinks = 5'000;

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
    void operator()(PopplerIndexIter* iterator) const { poppler_index_iter_free(iterator); }
    void operator()(PopplerAction* action) const { poppler_action_free(action); }
    void operator()(PopplerDest* destination) const { poppler_dest_free(destination); }
    void operator()(char* text) const { g_free(text); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* context) const { cairo_destroy(context); }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;

// Text of a PDF as a valid UTF-8 string of reasonable length.
std::string text_of(Owned<char> text)
{
    if (text == nullptr)
        return "";
    const Owned<char> valid(g_utf8_make_valid(text.get(), -1));
    std::string out = valid.get();
    constexpr std::size_t kLongest = 4096;
    if (out.size() > kLongest)
        out.resize(utf8::floor_boundary(out, kLongest));
    return std::string(utf8::trim(out));
}

// The document, or null and why. With a password the file is named, not handed over: Poppler tries
// it as Latin-1 and as UTF-8, and one made from a descriptor has lost its file by the second try.
Owned<PopplerDocument> document_of(int descriptor, const std::string& password, GError** error)
{
    if (password.empty())
        return Owned<PopplerDocument>(poppler_document_new_from_fd(::dup(descriptor), nullptr, error));
    const std::string name = "file:///proc/self/fd/" + std::to_string(descriptor);
    return Owned<PopplerDocument>(poppler_document_new_from_file(name.c_str(), password.c_str(), error));
}

class PopplerFile final : public PdfFile {
public:
    explicit PopplerFile(Owned<PopplerDocument> document) : document_(std::move(document)) {}

    RawDocument facts() override
    {
        RawDocument facts;
        const int pages = poppler_document_get_n_pages(document_.get());
        facts.page_count = static_cast<std::uint32_t>(std::clamp(pages, 0, static_cast<int>(kMostPages)));
        facts.title = text_of(Owned<char>(poppler_document_get_title(document_.get())));
        facts.author = text_of(Owned<char>(poppler_document_get_author(document_.get())));
        return facts;
    }

    RawPage page(std::uint32_t number) override
    {
        RawPage out;
        out.number = number;
        const Owned<PopplerPage> page = page_at(number);
        if (page == nullptr) {
            out.state = document::PageState::failed;
            out.reason = "The page is damaged and could not be opened.";
            return out;
        }
        double width = 0;
        double height = 0;
        poppler_page_get_size(page.get(), &width, &height);
        out.width = std::isfinite(width) ? static_cast<float>(width) : 0.0F;
        out.height = std::isfinite(height) ? static_cast<float>(height) : 0.0F;
        out.label = text_of(Owned<char>(poppler_page_get_label(page.get())));
        read_text(page.get(), out);
        read_links(page.get(), out);
        judge(page.get(), out);
        return out;
    }

    std::vector<OutlineEntry> outline() override
    {
        std::vector<OutlineEntry> entries;
        const Owned<PopplerIndexIter> top(poppler_index_iter_new(document_.get()));
        walk(top.get(), 1, entries);
        return entries;
    }

    Result<Pixels> render(std::uint32_t number, double pixels_per_point) override;

private:
    Owned<PopplerPage> page_at(std::uint32_t number)
    {
        if (number == 0 || number > kMostPages)
            return nullptr;
        return Owned<PopplerPage>(
            poppler_document_get_page(document_.get(), static_cast<int>(number) - 1));
    }

    void walk(PopplerIndexIter* iterator, int level, std::vector<OutlineEntry>& entries)
    {
        if (iterator == nullptr || level > kDeepestOutline)
            return;
        do {
            if (entries.size() >= kMostOutlineEntries)
                return;
            const Owned<PopplerAction> action(poppler_index_iter_get_action(iterator));
            if (action != nullptr)
                entries.push_back(entry_of(*action, level));
            const Owned<PopplerIndexIter> child(poppler_index_iter_get_child(iterator));
            walk(child.get(), level + 1, entries);
        } while (poppler_index_iter_next(iterator));
    }

    OutlineEntry entry_of(const PopplerAction& action, int level)
    {
        OutlineEntry entry;
        entry.level = level;
        entry.title = text_of(Owned<char>(g_strdup(action.any.title)));
        if (action.type != POPPLER_ACTION_GOTO_DEST || action.goto_dest.dest == nullptr)
            return entry;
        const PopplerDest* destination = action.goto_dest.dest;
        Owned<PopplerDest> named;
        if (destination->type == POPPLER_DEST_NAMED && destination->named_dest != nullptr) {
            named.reset(poppler_document_find_dest(document_.get(), destination->named_dest));
            destination = named.get();
        }
        if (destination == nullptr || destination->page_num < 1)
            return entry;
        entry.page = static_cast<std::uint32_t>(destination->page_num);
        if (destination->change_top != 0 && std::isfinite(destination->top))
            entry.y = from_top(entry.page, destination->top);
        return entry;
    }

    // Destinations count from the lower edge of the sheet, boxes from the upper edge of the crop.
    float from_top(std::uint32_t number, double y)
    {
        const Owned<PopplerPage> page = page_at(number);
        if (page == nullptr)
            return -1;
        double width = 0;
        double height = 0;
        poppler_page_get_size(page.get(), &width, &height);
        PopplerRectangle crop{};
        poppler_page_get_crop_box(page.get(), &crop);
        const double top = height - (y - crop.y1);
        return std::isfinite(top) ? static_cast<float>(std::clamp(top, 0.0, height)) : -1.0F;
    }

    static void read_links(PopplerPage* page, RawPage& out)
    {
        GList* links = poppler_page_get_link_mapping(page);
        for (const GList* at = links; at != nullptr && out.links.size() < kMostLinks; at = at->next) {
            const auto* link = static_cast<const PopplerLinkMapping*>(at->data);
            if (link->action == nullptr || link->action->type != POPPLER_ACTION_URI ||
                link->action->uri.uri == nullptr)
                continue;
            const PopplerRectangle& area = link->area;
            const document::Box box{static_cast<float>(area.x1), out.height - static_cast<float>(area.y2),
                                    static_cast<float>(area.x2), out.height - static_cast<float>(area.y1)};
            if (std::isfinite(box.x0 + box.y0 + box.x1 + box.y1))
                out.links.push_back({box, text_of(Owned<char>(g_strdup(link->action->uri.uri)))});
        }
        poppler_page_free_link_mapping(links);
    }

    // Text, or why there is none.
    void judge(PopplerPage* page, RawPage& out)
    {
        std::size_t visible = 0;
        std::size_t meaningless = 0;
        for (const char32_t code : out.text) {
            visible += utf8::is_space(code) ? 0 : 1;
            meaningless += code == 0xFFFD || (code >= 0xE000 && code <= 0xF8FF) || code >= 0xF0000;
        }
        if (visible == 0) {
            judge_blank(page, out);
        } else if (meaningless * 20 > visible) {
            out.state = document::PageState::unreadable;
            out.reason = "The fonts of this page do not say which characters they show; "
                         "run it through a text recogniser (OCR).";
        }
    }

    void judge_blank(PopplerPage* page, RawPage& out)
    {
        GList* images = poppler_page_get_image_mapping(page);
        const bool has_images = images != nullptr;
        poppler_page_free_image_mapping(images);
        if (has_images) {
            out.state = document::PageState::scan;
            out.reason = "The page is a picture without text; run it through a text recogniser (OCR).";
        } else if (shows_something(page, out)) {
            out.state = document::PageState::scan;
            out.reason = "The page holds drawn shapes without text; if they are letters, run it "
                         "through a text recogniser (OCR).";
        } else {
            out.state = document::PageState::empty;
            out.reason = "The page is blank.";
        }
    }

    bool shows_something(PopplerPage* page, const RawPage& out)
    {
        const double longest = std::max({static_cast<double>(out.width), static_cast<double>(out.height), 1.0});
        const auto drawn = draw(page, out.width, out.height, std::min(0.5, 300.0 / longest));
        return drawn.ok() && std::ranges::any_of(drawn->argb, [](std::uint32_t pixel) {
                   return (pixel & 0xFFU) < 0xF0U || (pixel >> 8U & 0xFFU) < 0xF0U ||
                          (pixel >> 16U & 0xFFU) < 0xF0U;
               });
    }

    static Result<Pixels> draw(PopplerPage* page, double width, double height, double scale);

    Owned<PopplerDocument> document_;
};

Result<Pixels> PopplerFile::draw(PopplerPage* page, double width, double height, double scale)
{
    if (!(width > 0) || !(height > 0) || !(scale > 0) || !std::isfinite(width * height * scale))
        return Error{ErrorKind::corrupt, "the page has no size"};
    scale = std::min({scale, std::sqrt(kMostPixels / (width * height)), kMostSide / width,
                      kMostSide / height});
    Pixels out;
    out.width = std::max(1, static_cast<int>(std::lround(width * scale)));
    out.height = std::max(1, static_cast<int>(std::lround(height * scale)));
    const Owned<cairo_surface_t> surface(
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, out.width, out.height));
    const Owned<cairo_t> context(cairo_create(surface.get()));
    if (cairo_status(context.get()) != CAIRO_STATUS_SUCCESS)
        return Error{ErrorKind::out_of_memory, "no memory for a picture of the page"};
    cairo_set_source_rgb(context.get(), 1, 1, 1);
    cairo_paint(context.get());
    cairo_scale(context.get(), out.width / width, out.height / height);
    poppler_page_render(page, context.get());
    cairo_surface_flush(surface.get());
    const unsigned char* rows = cairo_image_surface_get_data(surface.get());
    if (rows == nullptr)
        return Error{ErrorKind::corrupt, "the page could not be drawn"};
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
    const auto row_pixels = static_cast<std::size_t>(out.width);
    out.argb.resize(row_pixels * static_cast<std::size_t>(out.height));
    for (std::size_t y = 0; y < static_cast<std::size_t>(out.height); ++y)
        std::memcpy(out.argb.data() + y * row_pixels, rows + y * stride, row_pixels * 4);
    return out;
}

Result<Pixels> PopplerFile::render(std::uint32_t number, double pixels_per_point)
{
    const Owned<PopplerPage> page = page_at(number);
    if (page == nullptr)
        return Error{ErrorKind::invalid, "no page " + std::to_string(number)};
    double width = 0;
    double height = 0;
    poppler_page_get_size(page.get(), &width, &height);
    return draw(page.get(), width, height, pixels_per_point);
}

}  // namespace

Result<std::unique_ptr<PdfFile>> PdfFile::open(int descriptor, const std::string& password)
{
    GError* raw = nullptr;
    Owned<PopplerDocument> document = document_of(descriptor, password, &raw);
    const std::unique_ptr<GError, void (*)(GError*)> error(raw, g_error_free);
    if (document != nullptr)
        return std::unique_ptr<PdfFile>(std::make_unique<PopplerFile>(std::move(document)));
    if (error == nullptr || error->domain != POPPLER_ERROR || error->code != POPPLER_ERROR_ENCRYPTED)
        return Error{ErrorKind::corrupt, error == nullptr ? "cannot be opened" : error->message};
    return Error{ErrorKind::locked, password.empty()
                                        ? "the PDF is encrypted and needs a password"
                                        : "the password does not open this PDF"};
}

}  // namespace longhand::ingest::reader
