// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/document.h"
#include "engine/base/result.h"

#include <functional>
#include <string>
#include <string_view>

namespace longhand::ingest::flowing {

// Books without pages. Pure functions from bytes to a Document: no file, no network, no clock;
// what is in the bytes is believed nowhere. They run inside the reader child, and in tests alone.

struct Source {
    std::string_view bytes;      // the whole file
    std::string name;            // of the file, for the title and for messages
    std::string encoding;        // of a text file, asked for by the person; empty: detected
    std::function<void()> alive; // called for every part that was read; may be empty
};

// Fails: corrupt (nothing could be read), unsupported (DRM, and what to do), invalid (an encoding
// nobody knows). What is wrong in a part is a Problem of the document.
Result<document::Document> read_text(const Source& source);
Result<document::Document> read_markdown(const Source& source);
Result<document::Document> read_html(const Source& source);
Result<document::Document> read_epub(const Source& source);

// The one for `format`. Fails: as above; unsupported for a format with pages.
Result<document::Document> read(document::Format format, const Source& source);

} // namespace longhand::ingest::flowing
