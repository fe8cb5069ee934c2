// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/document.h"
#include "engine/base/result.h"

#include <span>

namespace longhand::document {

// Our own binary form (versioned, little-endian, lengths checked on reading), used between the
// reader child and the program and in the library. Glyph boxes are kept apart, page by page,
// quantised to 1/32 point, because they are most of the volume.
std::string serialise(const Document& document);  // without glyph boxes
// Fails: corrupt, unsupported (a newer version).
Result<Document> deserialise(std::span<const std::byte> bytes);
std::string serialise_glyphs(const Page& page);
Result<std::vector<Box>> deserialise_glyphs(std::span<const std::byte> bytes);

}  // namespace longhand::document
