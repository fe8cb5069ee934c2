// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ingest/flowing/markup.h"

#include <functional>

namespace longhand::ingest::flowing {

// The blocks of a page, counted in document order. Reading and export count with this one walk.
//
// A block is a longest run of neighbouring inline nodes (text, <em>, <a>, ...) inside one block
// element, that holds text a person can read. So <p>text</p> is one block; an <li> with text and a
// list inside it gives one for its own text before the inner list, and one after it, if there is
// any; two <br/> in a row end a run. A row of a plain table (every cell one run) is one block.
struct BlockPlace {
    Node* parent = nullptr;
    std::size_t first = 0, last = 0; // children [first, last) of parent, bare of blank text
    bool row = false;                // parent is a <tr>; all its children
};

class BlockVisitor {
public:
    virtual ~BlockVisitor() = default;
    virtual void enter(const Node&) {} // a block element, or an inline one that holds blocks
    virtual void leave(const Node&) {}
    virtual void block(const BlockPlace& place, int number) = 0;
    virtual void pictures(const BlockPlace&) {} // a run of images without text; not counted
    virtual void rule(const Node&) {}           // <hr/>
    virtual void table(const Node&) {}          // a plain table begins; its rows are blocks
};

void walk_blocks(Node& root, BlockVisitor& visitor);

// Elements whose text is no text of the block: scripts, <rt>, page breaks, printed page and line
// numbers, back links of notes, hidden ones.
bool is_silent(const Node& node);
bool is_back_link(const Node& node);
bool is_picture(const Node& node); // img, svg, video, ...
// What a formula says in a line of text: its alttext, or its symbols one after the other.
std::string formula_text(const Node& math);
// There is text in it that a person can read.
bool has_text(const Node& node);
// The cells of a row.
std::vector<Node*> cells_of(Node& row);

} // namespace longhand::ingest::flowing
