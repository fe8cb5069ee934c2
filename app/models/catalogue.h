// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace longhand::models {

// Models we know to be good at a task, of an architecture and weight type this version computes.
// Nothing here is fetched by itself: a person reads the line and asks for the file.
struct KnownModel {
    std::string name; // as its publisher writes it
    std::string publisher;
    std::string licence;            // SPDX where there is one
    std::string page;               // where its publisher describes it
    std::string file_type;          // the weights meant by the figures
    std::uint64_t file_bytes = 0;   // about
    std::uint64_t memory_bytes = 0; // about: weights, KV of 4096 tokens, workspace
    std::int64_t context_tokens = 0;
    bool chats = false;                 // summarises and answers
    std::vector<std::string> languages; // that it translates between, BCP 47; empty: none
    std::string file;                   // its name on disk; empty: no file is known for certain
    std::string source;                 // https address of that file
    std::string converted_by;           // who made the file, where that is not the publisher
    std::string sha256;                 // lower case; empty: none is known for certain
};

const std::vector<KnownModel>& known_models();
// The list in the form of resources/models.json. Fails: corrupt, naming the entry and the field.
Result<std::vector<KnownModel>> parse_catalogue(std::string_view json);
// Null: none of that name (letter case aside).
const KnownModel* find_known(std::string_view name);
// Those that translate from `from` to `to` (primary language subtags compared), smallest first.
std::vector<KnownModel> known_translators(std::string_view from, std::string_view to);
// "EuroLLM-1.7B-Instruct by utter-project (Apache-2.0; Q8_0, 1.8 GB, needs 2.2 GB of memory)".
std::string describe(const KnownModel& model);

// Memory of a card the model is meant for, in GB: 0 (none, a processor does), 8, 12, 16, 24; more
// than 24: what it needs, rounded up.
int card_gb(const KnownModel& model);

// SmolLM2-135M-Instruct: what the program comes with.
struct EmbeddedModel {
    std::string_view file_name;
    std::string_view sha256;
    std::uint64_t file_bytes;
    std::int64_t measured_length; // tokens; tests/bench/RESULTS.md, "Answers"
};
const EmbeddedModel& embedded_model();

// Tokens up to which the model in this file was measured to do its work; 0: not measured here, so
// that what the file claims counts.
std::int64_t measured_length(const std::filesystem::path& model);

} // namespace longhand::models
