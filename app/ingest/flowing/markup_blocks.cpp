// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/flowing/markup_blocks.h"

#include "app/ingest/flowing/titles.h"
#include "engine/base/utf8.h"

#include <algorithm>

namespace longhand::ingest::flowing {
namespace {

bool is_blank(std::string_view text)
{
    for (std::size_t offset = 0; offset < text.size();) {
        const char32_t code = utf8::next(text, offset);
        if (!utf8::is_space(code) && code != 0xAD && code != 0x200B && code != 0x2060)
            return false;
    }
    return true;
}

bool is_blank_node(const Node& node)
{
    return (node.kind == Node::Kind::text && is_blank(node.text)) ||
           node.kind == Node::Kind::comment || node.kind == Node::Kind::instruction;
}

bool has_picture(const Node& node)
{
    return is_picture(node) || std::any_of(node.children.begin(), node.children.end(), has_picture);
}

bool is_container(const Node& node)
{
    return node.is_element() && !is_silent(node) && !is_picture(node) && !node.is("math") &&
           (node.holds_block || is_block_name(node.local()));
}

bool is_hidden_block(const Node& node)
{
    return node.is_element() && (node.holds_block || is_block_name(node.local())) &&
           is_silent(node);
}

// One run, perhaps wrapped in one <p> or <div>.
bool is_plain_cell(const Node& cell)
{
    if (!cell.holds_block)
        return true;
    const Node* only = nullptr;
    for (const Node& child : cell.children) {
        if (is_blank_node(child))
            continue;
        if (only != nullptr || !child.is_element() || child.holds_block ||
            !(child.is("p") || child.is("div")))
            return false;
        only = &child;
    }
    return true;
}

void rows_of(Node& table, std::vector<Node*>& rows)
{
    for (Node& child : table.children) {
        if (child.is("tr"))
            rows.push_back(&child);
        else if (child.is("thead") || child.is("tbody") || child.is("tfoot"))
            rows_of(child, rows);
    }
}

bool is_plain_table(Node& table)
{
    std::vector<Node*> rows;
    rows_of(table, rows);
    std::size_t widest = 0;
    for (Node* const row : rows) {
        const std::vector<Node*> cells = cells_of(*row);
        widest = std::max(widest, cells.size());
        if (!std::all_of(cells.begin(), cells.end(),
                         [](const Node* cell) { return is_plain_cell(*cell); }))
            return false;
    }
    return widest >= 2;
}

class Walk {
public:
    explicit Walk(BlockVisitor& visitor) : visitor_(visitor) {}

    void container(Node& node)
    {
        if (node.is("hr")) {
            visitor_.rule(node);
            return;
        }
        if (node.is("head"))
            return;
        visitor_.enter(node);
        if (node.is("table") && is_plain_table(node)) {
            visitor_.table(node);
            table(node);
        } else {
            children(node);
        }
        visitor_.leave(node);
    }

private:
    void table(Node& node)
    {
        for (Node& child : node.children) {
            if (child.is("tr")) {
                visitor_.enter(child);
                if (has_text(child))
                    visitor_.block({&child, 0, child.children.size(), true}, number_++);
                else if (has_picture(child))
                    visitor_.pictures({&child, 0, child.children.size(), false});
                visitor_.leave(child);
            } else if (child.is("thead") || child.is("tbody") || child.is("tfoot")) {
                visitor_.enter(child);
                table(child);
                visitor_.leave(child);
            } else if (is_container(child)) {
                container(child);
            }
        }
    }

    // Two <br/>, or something like a hidden list that is no inline markup.
    static bool ends_run(const Node& parent, std::size_t i)
    {
        if (is_hidden_block(parent.children[i]))
            return true;
        if (!parent.children[i].is("br"))
            return false;
        for (std::size_t next = i + 1; next < parent.children.size(); ++next) {
            if (parent.children[next].is("br"))
                return true;
            if (!is_blank_node(parent.children[next]))
                return false;
        }
        return false;
    }

    void children(Node& node)
    {
        for (std::size_t i = 0; i < node.children.size();) {
            if (is_container(node.children[i])) {
                container(node.children[i]);
                ++i;
                continue;
            }
            std::size_t end = i;
            while (end < node.children.size() && !is_container(node.children[end]) &&
                   !ends_run(node, end))
                ++end;
            run(node, i, end);
            while (end < node.children.size() &&
                   (node.children[end].is("br") || is_blank_node(node.children[end]) ||
                    is_hidden_block(node.children[end])))
                ++end;
            i = end;
        }
    }

    void run(Node& node, std::size_t first, std::size_t last)
    {
        while (first < last && is_blank_node(node.children[first]))
            ++first;
        while (last > first && is_blank_node(node.children[last - 1]))
            --last;
        const auto begin = node.children.begin() + static_cast<std::ptrdiff_t>(first);
        const auto end = node.children.begin() + static_cast<std::ptrdiff_t>(last);
        if (std::any_of(begin, end, has_text))
            visitor_.block({&node, first, last, false}, number_++);
        else if (first < last)
            visitor_.pictures({&node, first, last, false});
    }

    BlockVisitor& visitor_;
    int number_ = 0;
};

} // namespace

bool has_text(const Node& node)
{
    if (node.kind == Node::Kind::text)
        return !is_blank(node.text);
    if (!node.is_element() && node.kind != Node::Kind::fragment)
        return false;
    if (is_silent(node) || is_picture(node))
        return false;
    if (node.is("math"))
        return !is_blank(formula_text(node));
    return std::any_of(node.children.begin(), node.children.end(), has_text);
}

bool is_back_link(const Node& node)
{
    if (!node.is("a"))
        return false;
    if (node.has_type("backlink") || node.has_class("footnote-backref"))
        return true;
    const std::string text = single_spaced(text_of(node));
    return text.starts_with("↩") || text.starts_with("↑") || text.starts_with("⏎") || text == "^" ||
           text == "[←]" || text == "←" || text == "⤴";
}

bool is_silent(const Node& node)
{
    if (!node.is_element())
        return node.kind == Node::Kind::comment || node.kind == Node::Kind::instruction;
    const std::string_view name = node.local();
    for (const std::string_view silent :
         {"script", "style", "template", "rt", "rp", "head", "noscript", "iframe", "input",
          "select", "textarea", "button", "map"}) {
        if (name == silent)
            return true;
    }
    if (node.name == "epub:case" || node.find_attribute("hidden") != nullptr || is_back_link(node))
        return true;
    const bool number = node.has_type("pagebreak") || node.has_class("pagenum") ||
                        node.has_class("lnum") || node.has_class("linenum");
    return number && !node.holds_block && text_of(node).size() <= 20;
}

bool is_picture(const Node& node)
{
    const std::string_view name = node.is_element() ? node.local() : std::string_view();
    return name == "img" || name == "svg" || name == "video" || name == "audio" ||
           name == "canvas" || name == "image" || name == "picture" || name == "object" ||
           name == "embed";
}

std::string formula_text(const Node& math)
{
    const std::string_view alternative = math.attribute("alttext");
    if (!alternative.empty() && !alternative.starts_with("Alternative text not available"))
        return single_spaced(alternative);
    std::string out;
    std::function<void(const Node&)> append = [&](const Node& node) {
        if (node.is("annotation") || node.is("annotation-xml"))
            return;
        if (node.kind == Node::Kind::text)
            out += single_spaced(node.text);
        if (node.is("msup") || node.is("msub") || node.is("mfrac")) {
            const char* const between = node.is("msup") ? "^" : node.is("msub") ? "_" : "/";
            bool first = true;
            for (const Node& child : node.children) {
                if (!child.is_element())
                    continue;
                if (!first)
                    out += between;
                first = false;
                append(child);
            }
            return;
        }
        for (const Node& child : node.children)
            append(child);
        if (node.is("mtr") || node.is("mtd"))
            out += node.is("mtr") ? "; " : " ";
    };
    append(math);
    return single_spaced(out);
}

std::vector<Node*> cells_of(Node& row)
{
    std::vector<Node*> cells;
    for (Node& child : row.children) {
        if (child.is("td") || child.is("th"))
            cells.push_back(&child);
    }
    return cells;
}

void walk_blocks(Node& root, BlockVisitor& visitor)
{
    Walk(visitor).container(root);
}

} // namespace longhand::ingest::flowing
