// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longhand::ingest::flowing {

// Writing back into the pages of an EPUB. Blocks are counted exactly as reading counts them for
// document::Place::block (markup_blocks.h says what a block is).

// The page re-serialised as XHTML (UTF-8) with the text of block i replaced by
// `replacement(i)`, a fragment of inline XHTML ("Es war <em>einmal</em>"); no value leaves the
// block as it is, and a fragment that is not well-formed is written as plain text.
//
// What a translation must not lose stays: images, elements with ids (as empty anchors where the
// fragment does not carry the id itself), back links of notes, and note references and links whose
// href the fragment does not repeat (at the end). An <a> of the fragment takes over the attributes
// of the original with the same href; the text of a formula, in <code> or as a word, becomes the
// formula again, and one that is missing is added at the end; an element around the whole block
// (the <a> of a table of contents) stays. In the block of a table row " | " divides the cells that
// hold text.
//
// `language` (BCP 47; empty: left alone) is set on the root and wherever an element around blocks
// repeats the page's old language; the writing direction follows it.
// Fails: corrupt (absurdly large). A page that is no well-formed XML is repaired.
Result<std::string>
replace_blocks(std::string_view xhtml,
               const std::function<std::optional<std::string>(int block)>& replacement,
               std::string_view language);

// The text of every block as it was read.
Result<std::vector<std::string>> block_texts(std::string_view xhtml);

// An XML file (package document, NCX) with the text of elements called `local_name`
// ("title", "text", "language") replaced; no value leaves one as it is.
// Fails: corrupt (not well-formed).
Result<std::string> replace_element_texts(
    std::string_view xml, std::string_view local_name,
    const std::function<std::optional<std::string>(std::string_view text)>& replacement);

} // namespace longhand::ingest::flowing
