// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/flowing/xhtml_blocks.h"

#include "app/ingest/flowing/book_text.h"
#include "app/ingest/flowing/markup_blocks.h"
#include "app/ingest/flowing/replace_run.h"
#include "app/ingest/flowing/titles.h"

#include <algorithm>
#include <span>

namespace longhand::ingest::flowing {
namespace {

using Nodes = std::vector<Node>;

bool is_blank(const Node& node)
{
    return node.kind == Node::Kind::comment || node.kind == Node::Kind::instruction ||
           (node.kind == Node::Kind::text && single_spaced(node.text).empty());
}

Nodes fragment_of(const std::string& xhtml)
{
    auto markup = parse_xml("<span>" + xhtml + "</span>");
    if (!markup.ok())
        return {text_node(xhtml)};
    return std::move(markup->root.children);
}

struct BlockCollector : BlockVisitor {
    void block(const BlockPlace& place, int) override { places.push_back(place); }
    std::vector<BlockPlace> places;
};

// " | " at the outermost level divides the cells of a row.
std::vector<Nodes> split_cells(Nodes fragment)
{
    std::vector<Nodes> cells(1);
    for (Node& node : fragment) {
        if (node.kind != Node::Kind::text) {
            cells.back().push_back(std::move(node));
            continue;
        }
        std::string_view rest = node.text;
        for (std::size_t bar = rest.find(" | "); bar != std::string_view::npos;
             bar = rest.find(" | ")) {
            cells.back().push_back(text_node(std::string(rest.substr(0, bar))));
            cells.emplace_back();
            rest.remove_prefix(bar + 3);
        }
        cells.back().push_back(text_node(std::string(rest)));
    }
    return cells;
}

std::span<Node> run_of_cell(Node& cell)
{
    for (Node& child : cell.children) {
        if (child.is("p") || child.is("div"))
            return child.children;
    }
    return cell.children;
}

void replace_row(Node& row, Nodes fragment)
{
    std::vector<Node*> cells = cells_of(row);
    std::erase_if(cells, [](const Node* cell) { return !has_text(*cell); });
    std::vector<Nodes> texts = split_cells(std::move(fragment));
    // More parts than cells: the last cell takes the rest. Fewer: the other cells stay.
    while (texts.size() > std::max<std::size_t>(cells.size(), 1)) {
        Nodes last = std::move(texts.back());
        texts.pop_back();
        texts.back().push_back(text_node(" | "));
        std::move(last.begin(), last.end(), std::back_inserter(texts.back()));
    }
    for (std::size_t i = 0; i < std::min(texts.size(), cells.size()); ++i) {
        const bool nothing = std::all_of(texts[i].begin(), texts[i].end(), is_blank);
        if (nothing)
            continue;
        replace_run(run_of_cell(*cells[i]), std::move(texts[i]));
    }
}

std::string_view primary(std::string_view language)
{
    return language.substr(0, language.find('-'));
}

bool is_right_to_left(std::string_view language)
{
    const std::string_view main = primary(language);
    return main == "ar" || main == "he" || main == "fa" || main == "ur" || main == "yi" ||
           main == "ps";
}

void set_language_below(Node& node, const std::string& old, std::string_view language,
                        bool direction)
{
    if (node.is_element() && (is_block_name(node.local()) || node.holds_block)) {
        for (const std::string_view name : {"xml:lang", "lang"}) {
            const std::string_view value = node.attribute(name);
            if (!value.empty() && primary(value) == old)
                node.set_attribute(name, language);
        }
        if (direction && node.find_attribute("dir") != nullptr)
            node.set_attribute("dir", is_right_to_left(language) ? "rtl" : "ltr");
        for (Node& child : node.children)
            set_language_below(child, old, language, direction);
    }
}

void set_language(Markup& markup, std::string_view language)
{
    Node& root = markup.root;
    std::string old(primary(root.attribute("xml:lang").empty() ? root.attribute("lang")
                                                               : root.attribute("xml:lang")));
    if (old.empty()) {
        for (const Node& child : root.children) {
            if (child.is("body"))
                old = primary(child.attribute("xml:lang").empty() ? child.attribute("lang")
                                                                  : child.attribute("xml:lang"));
        }
    }
    const bool turns = is_right_to_left(language) != is_right_to_left(old);
    set_language_below(root, old, language, turns);
    root.set_attribute("xml:lang", language);
    // XHTML 1.1 knows xml:lang alone.
    const bool html5 = markup.prolog.find("DTD XHTML") == std::string::npos;
    if (html5 || root.find_attribute("lang") != nullptr)
        root.set_attribute("lang", language);
    if (turns && is_right_to_left(language))
        root.set_attribute("dir", "rtl");
}

} // namespace

Result<std::string>
replace_blocks(std::string_view xhtml,
               const std::function<std::optional<std::string>(int block)>& replacement,
               std::string_view language)
{
    TRY(Markup markup, parse_page(xhtml));
    BlockCollector blocks;
    walk_blocks(markup.root, blocks);
    for (std::size_t i = 0; i < blocks.places.size(); ++i) {
        const auto text = replacement(static_cast<int>(i));
        if (!text)
            continue;
        const BlockPlace& place = blocks.places[i];
        if (place.row)
            replace_row(*place.parent, fragment_of(*text));
        else
            replace_run(
                std::span(place.parent->children).subspan(place.first, place.last - place.first),
                fragment_of(*text));
    }
    if (!language.empty())
        set_language(markup, language);
    return serialise(markup, true);
}

Result<std::vector<std::string>> block_texts(std::string_view xhtml)
{
    TRY(Markup markup, parse_page(xhtml));
    BookText book;
    append_page(markup.root, {}, book);
    std::vector<std::string> texts;
    for (TextBlock& block : book.blocks) {
        if (block.paragraph.place.block >= 0)
            texts.push_back(std::move(block.paragraph.text));
    }
    return texts;
}

Result<std::string> replace_element_texts(
    std::string_view xml, std::string_view local_name,
    const std::function<std::optional<std::string>(std::string_view text)>& replacement)
{
    TRY(Markup markup, parse_xml(xml));
    for_each_node(markup.root, [&](Node& node) {
        if (!node.is(local_name))
            return;
        if (auto text = replacement(single_spaced(text_of(node)))) {
            node.children.clear();
            node.children.push_back(text_node(std::move(*text)));
        }
    });
    return serialise(markup, false);
}

} // namespace longhand::ingest::flowing
