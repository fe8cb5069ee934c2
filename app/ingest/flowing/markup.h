// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace longhand::ingest::flowing {

// XML and HTML as a plain tree. No document type is loaded, no entity of a document type is
// expanded beyond short plain text, nothing is fetched; depth and size are limited.

struct Attribute {
    std::string name, value; // name as written, prefix included
};

struct Node {
    enum class Kind : std::uint8_t { fragment, element, text, comment, instruction };

    Kind kind = Kind::fragment; // fragment: its children stand where it stands
    bool holds_block = false;   // element: a block element lies below it
    std::string name;           // element: as written; instruction: its target
    std::string text;           // text, comment, instruction
    std::vector<Attribute> attributes;
    std::vector<Node> children;

    [[nodiscard]] bool is_element() const { return kind == Kind::element; }
    // The name without prefix: "svg:image" is "image".
    [[nodiscard]] std::string_view local() const;
    [[nodiscard]] bool is(std::string_view local_name) const
    {
        return is_element() && local() == local_name;
    }
    // The value of the attribute called exactly so; empty when there is none.
    [[nodiscard]] std::string_view attribute(std::string_view attribute_name) const;
    [[nodiscard]] const std::string* find_attribute(std::string_view attribute_name) const;
    void set_attribute(std::string_view attribute_name, std::string_view value);
    // The value of the attribute with any prefix and this local name ("type": epub:type).
    [[nodiscard]] std::string_view prefixed(std::string_view local_name) const;
    // epub:type or role (without "doc-") holds this word.
    [[nodiscard]] bool has_type(std::string_view word) const;
    [[nodiscard]] bool has_class(std::string_view word) const;
};

// A block element of XHTML ("p", "div", "li", ...): it begins a line of its own.
bool is_block_name(std::string_view local_name);
// All text below, as it is.
std::string text_of(const Node& node);
const Node* find_first(const Node& node, std::string_view local_name);
Node text_node(std::string text);

struct Markup {
    std::string prolog;    // what stood before the root element, without the XML declaration
    Node root;             // the root element
    bool repaired = false; // it was no well-formed XML and was read as HTML is
};

// Fails: corrupt (not well-formed; absurdly deep or large).
Result<Markup> parse_xml(std::string_view bytes);
// Reads whatever comes. `encoding` names that of the bytes; empty: by mark, by meta, detected.
// Fails: corrupt (absurdly large), invalid (unknown encoding).
Result<Markup> parse_html(std::string_view bytes, const std::string& encoding);
// XML where it is well-formed, else HTML: the pages of an EPUB.
Result<Markup> parse_page(std::string_view bytes);

// UTF-8 XML. `html`: void elements as <br/>, all others with an end tag.
std::string serialise(const Markup& markup, bool html);

} // namespace longhand::ingest::flowing
