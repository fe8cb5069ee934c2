// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/flowing/markup.h"

#include <algorithm>
#include <unordered_set>

namespace longhand::ingest::flowing {
namespace {

bool has_word(std::string_view list, std::string_view word)
{
    for (std::size_t begin = 0; begin < list.size();) {
        begin = list.find_first_not_of(" \t\r\n", begin);
        if (begin == std::string_view::npos)
            return false;
        const std::size_t end = std::min(list.find_first_of(" \t\r\n", begin), list.size());
        if (list.substr(begin, end - begin) == word)
            return true;
        begin = end;
    }
    return false;
}

bool is_void(std::string_view name)
{
    static const std::unordered_set<std::string_view> kVoid = {
        "area",  "base", "br",   "col",   "embed",  "hr",    "img",
        "input", "link", "meta", "param", "source", "track", "wbr"};
    return kVoid.count(name) != 0;
}

void escape(std::string& out, std::string_view text, bool attribute)
{
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += attribute ? "&quot;" : "\"";
            break;
        case '\n':
            out += attribute ? "&#10;" : "\n";
            break;
        case '\t':
            out += attribute ? "&#9;" : "\t";
            break;
        default:
            out += c;
        }
    }
}

void write(std::string& out, const Node& node, bool html)
{
    switch (node.kind) {
    case Node::Kind::text:
        escape(out, node.text, false);
        return;
    case Node::Kind::comment:
        out += "<!--" + node.text + "-->";
        return;
    case Node::Kind::instruction:
        out += "<?" + node.name + (node.text.empty() ? "" : " ") + node.text + "?>";
        return;
    case Node::Kind::fragment:
    case Node::Kind::element:
        break;
    }
    if (node.kind == Node::Kind::element) {
        out += "<" + node.name;
        for (const Attribute& attribute : node.attributes) {
            out += " " + attribute.name + "=\"";
            escape(out, attribute.value, true);
            out += "\"";
        }
        if (node.children.empty() &&
            (!html || is_void(node.name) || node.name.find(':') != std::string::npos)) {
            out += "/>";
            return;
        }
        out += ">";
    }
    for (const Node& child : node.children)
        write(out, child, html);
    if (node.kind == Node::Kind::element)
        out += "</" + node.name + ">";
}

void append_text(std::string& out, const Node& node)
{
    if (node.kind == Node::Kind::text)
        out += node.text;
    for (const Node& child : node.children)
        append_text(out, child);
}

} // namespace

std::string_view Node::local() const
{
    const std::string_view whole = name;
    const std::size_t colon = whole.rfind(':');
    return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

const std::string* Node::find_attribute(std::string_view attribute_name) const
{
    for (const Attribute& each : attributes) {
        if (each.name == attribute_name)
            return &each.value;
    }
    return nullptr;
}

std::string_view Node::attribute(std::string_view attribute_name) const
{
    const std::string* const value = find_attribute(attribute_name);
    return value == nullptr ? std::string_view() : std::string_view(*value);
}

void Node::set_attribute(std::string_view attribute_name, std::string_view value)
{
    for (Attribute& each : attributes) {
        if (each.name == attribute_name) {
            each.value = value;
            return;
        }
    }
    attributes.push_back({std::string(attribute_name), std::string(value)});
}

std::string_view Node::prefixed(std::string_view local_name) const
{
    for (const Attribute& each : attributes) {
        const std::string_view whole = each.name;
        const std::size_t colon = whole.find(':');
        if (colon != std::string_view::npos && whole.substr(colon + 1) == local_name)
            return each.value;
    }
    return {};
}

bool Node::has_class(std::string_view word) const
{
    return has_word(attribute("class"), word);
}

bool Node::has_type(std::string_view word) const
{
    return has_word(prefixed("type"), word) ||
           has_word(attribute("role"), "doc-" + std::string(word));
}

bool is_block_name(std::string_view local_name)
{
    static const std::unordered_set<std::string_view> kBlocks = {
        "address",  "article",    "aside",   "blockquote", "body",   "caption",  "center", "col",
        "colgroup", "dd",         "details", "dialog",     "dir",    "div",      "dl",     "dt",
        "fieldset", "figcaption", "figure",  "footer",     "form",   "h1",       "h2",     "h3",
        "h4",       "h5",         "h6",      "header",     "hgroup", "hr",       "html",   "legend",
        "li",       "main",       "menu",    "nav",        "ol",     "optgroup", "p",      "pre",
        "search",   "section",    "summary", "table",      "tbody",  "td",       "tfoot",  "th",
        "thead",    "tr",         "ul"};
    return kBlocks.count(local_name) != 0;
}

std::string text_of(const Node& node)
{
    std::string out;
    append_text(out, node);
    return out;
}

const Node* find_first(const Node& node, std::string_view local_name)
{
    if (node.is(local_name))
        return &node;
    for (const Node& child : node.children) {
        if (const Node* const found = find_first(child, local_name))
            return found;
    }
    return nullptr;
}

Node text_node(std::string text)
{
    Node node;
    node.kind = Node::Kind::text;
    node.text = std::move(text);
    return node;
}

std::string serialise(const Markup& markup, bool html)
{
    std::string out = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + markup.prolog;
    write(out, markup.root, html);
    out += '\n';
    return out;
}

} // namespace longhand::ingest::flowing
