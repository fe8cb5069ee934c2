// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ingest/ingest.h"
#include "app/ingest/raw_page.h"

#include <optional>

namespace longhand::ingest {

// What a reader child told about a file: raw pages of a PDF, or a finished document of a format
// without pages.
struct RawRead {
    RawDocument pdf;
    std::optional<document::Document> flowing;
};

// Runs reader children over the file until it is read. A page on which one dies or falls silent
// is `failed`, and another child goes on behind it, a bounded number of times; pages nobody
// came to are `failed` too. Fails as read_document() does. Thread-safe.
Result<RawRead> read_raw(const std::filesystem::path& path, document::Format format,
                         const Options& options, const ProgressSink& progress, std::stop_token stop);

}  // namespace longhand::ingest
