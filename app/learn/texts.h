// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/document.h"
#include "app/ingest/ingest.h"
#include "engine/base/result.h"

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace longhand::learn {

// Texts for a model to learn from or to study.

// A plain text as it stands, byte for byte but for what is no UTF-8; any other format as text_of
// reads it. Fails as ingest::read_document does.
Result<std::string> read_text(const std::filesystem::path& file, const ingest::Options& options,
                              std::stop_token stop);
// The paragraphs of all chapters in reading order, an empty line between two.
std::string text_of(const document::Document& document);

// Whether a file is kept for measuring: its name, or that of a folder it lies in, says "valid" or
// "validation". Such a file is never trained on.
bool is_for_measuring(const std::filesystem::path& file);

struct FoundTexts {
    std::vector<std::filesystem::path> files;        // sorted within each folder
    std::vector<std::filesystem::path> left_out;     // in a folder, for measuring
};
// Files as they are, and all files below folders. Fails: not_found; invalid when a file that is
// for measuring was named; unreadable.
Result<FoundTexts> find_texts(const std::vector<std::filesystem::path>& paths);

}  // namespace longhand::learn
