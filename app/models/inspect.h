// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/infer/model_loader.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace longhand::models {

// What a GGUF file or a Hugging Face folder is, told without loading it.
struct ModelFacts {
    std::filesystem::path path;
    std::string name; // of the file without suffix, or of the folder
    bool folder = false;
    std::uint64_t disk_bytes = 0;
    std::string title;        // the file's own name for itself; may be empty
    std::string architecture; // as the file says it; may be empty
    std::string licence;      // as the file states it; empty: it does not
    std::uint64_t parameters = 0;
    std::string weight_type;          // of most bytes
    std::int64_t claimed_tokens = 0;  // context the file claims
    std::int64_t measured_tokens = 0; // length measured here; 0: not measured
    std::int64_t vocabulary = 0;
    std::string tokenizer;
    std::string chat_template;          // the one recognised; empty: none
    bool has_chat_template = false;     // the file holds one, recognised or not
    std::vector<std::string> languages; // it is known to translate between; empty: not known
    // Why this version cannot use it, as the engine says it; absent: it can.
    std::optional<Error> refusal;
    // For plan_memory; absent when refused.
    std::optional<infer::ModelSummary> summary;

    [[nodiscard]] bool usable() const { return !refusal; }
    // Summaries and answers are chats.
    [[nodiscard]] bool chats() const { return usable() && !chat_template.empty(); }
};

// Fails only where there is no model at all to describe: not_found, unreadable, corrupt (damaged
// or cut off; says where), unsupported (neither format). A model that is whole and cannot be
// computed here comes back with its `refusal`.
Result<ModelFacts> inspect(const std::filesystem::path& path);

} // namespace longhand::models
