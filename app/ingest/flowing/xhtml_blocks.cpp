// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/flowing/xhtml_blocks.h"

#include "app/ingest/flowing/book_text.h"
#include "app/ingest/flowing/markup_blocks.h"
#include "app/ingest/flowing/titles.h"

#include <algorithm>
#include <set>
#include <span>

namespace longhand::ingest::flowing {
namespace {

using Nodes = std::vector<Node>;

Node element(std::string name)
{
    Node node;
    node.kind = Node::Kind::element;
    node.name = std::move(name);
    return node;
}

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

void for_each(Node& node, const std::function<void(Node&)>& visit)
{
    visit(node);
    for (Node& child : node.children)
        for_each(child, visit);
}

struct BlockCollector : BlockVisitor {
    void block(const BlockPlace& place, int) override { places.push_back(place); }
    std::vector<BlockPlace> places;
};

// Puts a translation where a run of inline nodes stands.
class RunReplacer {
public:
    RunReplacer(std::span<Node> run, Nodes fragment) : run_(run), fragment_(std::move(fragment)) {}

    void replace()
    {
        if (Node* const wrapper = only_wrapper()) {
            unwrap_fragment(*wrapper);
            RunReplacer inner(wrapper->children, std::move(fragment_));
            inner.replace_here();
            return;
        }
        replace_here();
    }

private:
    // The one element around all of the run's text, if it is one that dresses or links text.
    Node* only_wrapper() const
    {
        Node* only = nullptr;
        for (Node& node : run_) {
            if (is_blank(node))
                continue;
            const bool dress = node.is_element() && !is_picture(node) && !is_silent(node) &&
                               !node.is("math") && !node.is("ruby") && !node.is("br") &&
                               !node.is("code");
            if (only != nullptr || !dress || node.children.empty())
                return nullptr;
            only = &node;
        }
        return only;
    }

    void unwrap_fragment(const Node& wrapper)
    {
        Node* only = nullptr;
        for (Node& node : fragment_) {
            if (is_blank(node))
                continue;
            if (only != nullptr || !node.is_element())
                return;
            only = &node;
        }
        if (only != nullptr && only->local() == wrapper.local()) {
            Nodes inner = std::move(only->children);
            fragment_ = std::move(inner);
        }
    }

    void replace_here()
    {
        if (run_.empty())
            return;
        collect_kept();
        Node whole;
        for (Nodes* const part : {&before_, &fragment_, &after_}) {
            for (Node& node : *part)
                whole.children.push_back(std::move(node));
        }
        for (Node& node : run_)
            node = Node{}; // an empty fragment: nothing is written
        run_.front() = std::move(whole);
    }

    void collect_kept()
    {
        std::set<std::string> ids, hrefs;
        for (Node& node : fragment_) {
            for_each(node, [&](Node& each) {
                if (!each.attribute("id").empty())
                    ids.insert(std::string(each.attribute("id")));
                if (each.is("a"))
                    hrefs.insert(std::string(each.attribute("href")));
            });
        }
        adopt_originals(hrefs, ids);
        bool text_seen = false;
        for (Node& node : run_)
            keep(node, ids, hrefs, text_seen);
    }

    // Links and formulas of the fragment take back what only the original knows.
    void adopt_originals(const std::set<std::string>& hrefs, std::set<std::string>& ids)
    {
        Nodes links, formulas;
        for (Node& node : run_) {
            for_each(node, [&](Node& each) {
                if (each.is("a") && hrefs.count(std::string(each.attribute("href"))) != 0)
                    links.push_back(each);
                if (each.is("math"))
                    formulas.push_back(each);
            });
        }
        for (Node& node : fragment_) {
            for_each(node, [&](Node& each) {
                if (each.is("a"))
                    adopt_link(each, links, ids);
                if (each.is("code"))
                    adopt_formula(each, formulas);
            });
        }
    }

    static void adopt_link(Node& link, Nodes& originals, std::set<std::string>& ids)
    {
        const auto same =
            std::find_if(originals.begin(), originals.end(), [&](const Node& original) {
                return original.attribute("href") == link.attribute("href");
            });
        if (same == originals.end())
            return;
        for (const Attribute& attribute : same->attributes) {
            if (link.find_attribute(attribute.name) == nullptr)
                link.attributes.push_back(attribute);
        }
        if (!same->attribute("id").empty())
            ids.insert(std::string(same->attribute("id")));
        originals.erase(same);
    }

    static void adopt_formula(Node& code, Nodes& originals)
    {
        const std::string text = single_spaced(text_of(code));
        const auto same =
            std::find_if(originals.begin(), originals.end(), [&](const Node& original) {
                return single_spaced(formula_text(original)) == text;
            });
        if (same == originals.end())
            return;
        code = std::move(*same);
        originals.erase(same);
    }

    void put(Node node, bool text_seen)
    {
        (text_seen ? after_ : before_).push_back(std::move(node));
    }

    void keep(Node& node, std::set<std::string>& ids, const std::set<std::string>& hrefs,
              bool& text_seen)
    {
        if (node.kind == Node::Kind::text) {
            text_seen = text_seen || !single_spaced(node.text).empty();
            return;
        }
        if (!node.is_element())
            return;
        if (is_picture(node) || (is_silent(node) && !node.is("rt") && !node.is("rp"))) {
            put(node, text_seen);
            return;
        }
        const bool reference =
            node.is("a") && (node.has_type("noteref") || node.has_class("noteref"));
        if (reference && hrefs.count(std::string(node.attribute("href"))) == 0) {
            after_.push_back(node);
            text_seen = true;
            return;
        }
        const std::string id(node.attribute("id"));
        if (!id.empty() && ids.insert(id).second) {
            Node anchor = element("span");
            anchor.set_attribute("id", id);
            put(std::move(anchor), text_seen);
        }
        for (Node& child : node.children)
            keep(child, ids, hrefs, text_seen);
    }

    std::span<Node> run_;
    Nodes fragment_, before_, after_;
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
        RunReplacer(run_of_cell(*cells[i]), std::move(texts[i])).replace();
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
            RunReplacer(
                std::span(place.parent->children).subspan(place.first, place.last - place.first),
                fragment_of(*text))
                .replace();
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
    for_each(markup.root, [&](Node& node) {
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
