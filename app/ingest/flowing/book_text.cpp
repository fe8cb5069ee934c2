// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/flowing/book_text.h"

#include "app/ingest/flowing/inline_text.h"
#include "app/ingest/flowing/markup_blocks.h"
#include "app/ingest/flowing/package_path.h"
#include "app/ingest/flowing/titles.h"

#include <algorithm>
#include <unordered_map>

namespace longhand::ingest::flowing {

using document::ChapterRole;
using document::Image;
using document::Paragraph;
using document::ParagraphKind;
using document::SpanKind;

namespace {

std::optional<ChapterRole> role_of_type(std::string_view word)
{
    static const std::unordered_map<std::string_view, ChapterRole> kRoles = {
        {"cover", ChapterRole::front},
        {"titlepage", ChapterRole::front},
        {"halftitlepage", ChapterRole::front},
        {"copyright-page", ChapterRole::front},
        {"dedication", ChapterRole::front},
        {"foreword", ChapterRole::front},
        {"preface", ChapterRole::front},
        {"preamble", ChapterRole::front},
        {"acknowledgments", ChapterRole::front},
        {"imprint", ChapterRole::front},
        {"imprimatur", ChapterRole::front},
        {"contributors", ChapterRole::front},
        {"other-credits", ChapterRole::front},
        {"frontmatter", ChapterRole::front},
        {"toc", ChapterRole::contents},
        {"landmarks", ChapterRole::contents},
        {"loi", ChapterRole::contents},
        {"lot", ChapterRole::contents},
        {"page-list", ChapterRole::contents},
        {"bibliography", ChapterRole::bibliography},
        {"index", ChapterRole::index},
        {"footnotes", ChapterRole::notes},
        {"endnotes", ChapterRole::notes},
        {"rearnotes", ChapterRole::notes},
        {"colophon", ChapterRole::back},
        {"appendix", ChapterRole::back},
        {"afterword", ChapterRole::back},
        {"backmatter", ChapterRole::back},
        {"glossary", ChapterRole::back},
        {"credits", ChapterRole::back},
        {"bodymatter", ChapterRole::body},
        {"chapter", ChapterRole::body},
        {"part", ChapterRole::body},
        {"prologue", ChapterRole::body},
        {"epilogue", ChapterRole::body},
        {"introduction", ChapterRole::body},
        {"conclusion", ChapterRole::body},
    };
    const auto found = kRoles.find(word);
    return found == kRoles.end() ? std::nullopt : std::optional(found->second);
}

// The most telling word wins: "backmatter bibliography" is a bibliography.
std::optional<ChapterRole> role_of(const Node& node)
{
    std::string words(node.prefixed("type"));
    if (const std::string_view role = node.attribute("role"); role.starts_with("doc-"))
        words += " " + std::string(role.substr(4));
    std::optional<ChapterRole> general, special;
    for (std::size_t begin = 0; begin < words.size();) {
        const std::size_t end = std::min(words.find_first_of(" \t\r\n", begin), words.size());
        const std::string_view word = std::string_view(words).substr(begin, end - begin);
        const bool matter = word.ends_with("matter");
        if (const auto role = role_of_type(word))
            (matter ? general : special) = role;
        begin = end + 1;
    }
    return special ? special : general;
}

bool is_verse_class(const Node& node)
{
    for (const std::string_view word :
         {"poem", "poetry", "verse", "stanza", "linegroup", "line-group", "lg"}) {
        if (node.has_class(word))
            return true;
    }
    return node.has_type("z3998:verse") || node.has_type("z3998:poem");
}

int heading_level(const Node& node)
{
    const std::string_view name = node.local();
    return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6' ? name[1] - '0'
                                                                                  : 0;
}

struct Context {
    ParagraphKind kind = ParagraphKind::body;
    int heading = 0;
    std::optional<ChapterRole> role;
    int note = -1;
    bool keep_space = false;
    int table = -1;
    std::string id; // of the element, when it has one
    std::size_t first = 0;
};

class PageReader : public BlockVisitor {
public:
    PageReader(const std::string& part, BookText& book) : part_(part), book_(book)
    {
        stack_.push_back({});
        hooks_.resolve = [this](std::string_view href) { return resolve(href, part_); };
        hooks_.picture = [this](const Node& node) { return add_image(node); };
        hooks_.anchor = [this](std::string_view id) {
            add_anchor(id, book_.blocks.size(), book_.blocks.size() + 1);
        };
        hooks_.back_link = [this](std::string_view href) {
            back_links_.push_back(resolve(href, part_));
        };
    }

    void enter(const Node& node) override
    {
        Context context = stack_.back();
        context.id = std::string(node.attribute("id"));
        context.first = book_.blocks.size();
        set_kind(node, context);
        if (const auto role = role_of(node))
            context.role = role;
        set_note(node, context);
        stack_.push_back(std::move(context));
    }

    void leave(const Node&) override
    {
        const Context context = std::move(stack_.back());
        stack_.pop_back();
        if (!context.id.empty())
            add_anchor(context.id, context.first, book_.blocks.size());
    }

    void block(const BlockPlace& place, int number) override
    {
        const Context& context = stack_.back();
        TextBlock block;
        InlineText text(hooks_, context.keep_space);
        if (place.row)
            add_row(*place.parent, text, context.table);
        else
            for (std::size_t i = place.first; i < place.last; ++i)
                text.add(place.parent->children[i]);
        text.finish(block.paragraph);
        block.paragraph.kind = place.row ? ParagraphKind::table_row : context.kind;
        block.paragraph.table = place.row ? context.table : -1;
        block.paragraph.place = {part_, number};
        block.heading_level = context.heading;
        block.role = context.role;
        block.note = context.note;
        block.back_links = std::move(back_links_);
        back_links_.clear();
        for (auto image = pictures_.rbegin(); image != pictures_.rend(); ++image)
            block.paragraph.spans.insert(block.paragraph.spans.begin(),
                                         {SpanKind::image, 0, 0, *image});
        pictures_.clear();
        book_.blocks.push_back(std::move(block));
        ++blocks_here_;
    }

    void pictures(const BlockPlace& place) override
    {
        InlineText none(hooks_, false);
        for (std::size_t i = place.first; i < place.last; ++i)
            none.add(place.parent->children[i]);
        Paragraph paragraph;
        none.finish(paragraph);
        for (const document::Span& span : paragraph.spans)
            pictures_.push_back(span.value);
    }

    void rule(const Node& node) override
    {
        TextBlock block;
        block.paragraph.kind = ParagraphKind::separator;
        block.paragraph.text = "* * *";
        block.paragraph.place = {part_, -1};
        block.role = stack_.back().role;
        block.note = stack_.back().note;
        if (!node.attribute("id").empty())
            add_anchor(node.attribute("id"), book_.blocks.size(), book_.blocks.size() + 1);
        book_.blocks.push_back(std::move(block));
    }

    void table(const Node&) override
    {
        stack_.back().table = static_cast<int>(book_.tables.size());
        book_.tables.emplace_back();
    }

    // Images after the last text hang on its end.
    void finish()
    {
        if (blocks_here_ == 0)
            return;
        Paragraph& last = book_.blocks.back().paragraph;
        const auto end = static_cast<std::uint32_t>(last.text.size());
        for (const std::string& image : pictures_)
            last.spans.push_back({SpanKind::image, end, end, image});
    }

private:
    static void set_kind(const Node& node, Context& context)
    {
        const std::string_view name = node.local();
        if (const int level = heading_level(node); level > 0) {
            context.kind = ParagraphKind::heading;
            context.heading = level;
        } else if (name == "li" || name == "dt" || name == "dd") {
            context.kind = ParagraphKind::list_item;
        } else if (name == "pre") {
            context.kind = ParagraphKind::code;
            context.keep_space = true;
        } else if (name == "figcaption" || name == "caption") {
            context.kind = ParagraphKind::caption;
        } else if (is_verse_class(node) && context.kind != ParagraphKind::heading) {
            context.kind = ParagraphKind::verse;
        } else if (name == "blockquote" && context.kind != ParagraphKind::verse) {
            context.kind = ParagraphKind::quote;
        }
    }

    void set_note(const Node& node, Context& context)
    {
        const bool certain =
            node.has_type("footnote") || node.has_type("endnote") || node.has_type("rearnote");
        const bool perhaps = node.has_type("note") || node.has_type("annotation");
        if ((!certain && !perhaps) || context.note >= 0 || (perhaps && context.id.empty()))
            return;
        context.note = static_cast<int>(book_.notes.size());
        const std::string id =
            context.id.empty() ? "note-" + std::to_string(context.note) : context.id;
        book_.notes.push_back({part_ + "#" + id, {}, certain});
    }

    void add_anchor(std::string_view id, std::size_t first, std::size_t last)
    {
        book_.anchors.emplace(part_ + "#" + std::string(id), Extent{first, last});
    }

    std::string add_image(const Node& node)
    {
        Image image;
        image.alt = single_spaced(node.attribute("alt"));
        std::string_view source = node.attribute("src");
        if (node.is("svg") || node.is("picture")) {
            if (const Node* const title = find_first(node, "title"))
                image.alt = single_spaced(text_of(*title));
            const Node* const inner = find_first(node, node.is("svg") ? "image" : "img");
            if (inner != nullptr) {
                source = inner->is("img") ? inner->attribute("src") : inner->prefixed("href");
                source = source.empty() ? inner->attribute("href") : source;
                image.alt = image.alt.empty() ? single_spaced(inner->attribute("alt")) : image.alt;
            }
        }
        if (source.empty())
            source = node.attribute(node.is("object") ? "data" : "poster");
        if (image.alt.empty())
            image.alt = single_spaced(node.attribute("aria-label"));
        if (!source.empty() && !source.starts_with("data:"))
            image.part = resolve(source, part_);
        image.id = "image-" + std::to_string(book_.images.size() + 1);
        book_.images.push_back(image);
        return book_.images.back().id;
    }

    void add_row(Node& row, InlineText& text, int table)
    {
        std::vector<std::string> cells;
        bool first = true;
        for (const Node* const cell : cells_of(row)) {
            InlineText alone(silent_hooks_, false);
            alone.add(*cell);
            Paragraph paragraph;
            alone.finish(paragraph);
            cells.push_back(paragraph.text);
            if (!has_text(*cell))
                continue;
            if (!first)
                text.add_verbatim(" | ");
            first = false;
            text.add(*cell);
        }
        if (table >= 0 && static_cast<std::size_t>(table) < book_.tables.size())
            book_.tables[static_cast<std::size_t>(table)].rows.push_back(std::move(cells));
    }

    const std::string part_;
    BookText& book_;
    std::vector<Context> stack_;
    InlineText::Hooks hooks_;
    const InlineText::Hooks silent_hooks_{[](std::string_view href) { return std::string(href); },
                                          [](const Node&) { return std::string(); },
                                          [](std::string_view) {}, [](std::string_view) {}};
    std::vector<std::string> back_links_, pictures_;
    std::size_t blocks_here_ = 0;
};

// A table's caption is the caption paragraph that stands in it.
void set_table_captions(BookText& book, std::size_t first)
{
    for (std::size_t i = first; i + 1 < book.blocks.size(); ++i) {
        const Paragraph& next = book.blocks[i + 1].paragraph;
        if (book.blocks[i].paragraph.kind == ParagraphKind::caption && next.table >= 0) {
            std::string& caption = book.tables[static_cast<std::size_t>(next.table)].caption;
            if (caption.empty())
                caption = book.blocks[i].paragraph.text;
        }
    }
}

} // namespace

std::string resolve(std::string_view href, const std::string& part)
{
    const std::size_t colon = href.find(':');
    const std::size_t first = href.find_first_of("/?#");
    if (colon != std::string_view::npos && colon < first)
        return std::string(href);
    const std::size_t hash = href.find('#');
    std::string path = hash == 0 ? part : join_path(part, href.substr(0, hash));
    if (hash != std::string_view::npos)
        path += "#" + percent_decoded(href.substr(hash + 1));
    return path;
}

std::string append_page(Node& root, const std::string& part, BookText& book)
{
    const std::size_t first = book.blocks.size();
    PageReader reader(part, book);
    walk_blocks(root, reader);
    reader.finish();
    set_table_captions(book, first);
    book.anchors[part] = {first, book.blocks.size()};
    const Node* const title = find_first(root, "title");
    return title == nullptr ? std::string() : single_spaced(text_of(*title));
}

} // namespace longhand::ingest::flowing
