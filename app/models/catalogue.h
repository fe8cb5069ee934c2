// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace longhand::models {

// Models we know to be good at a task, of an architecture this version computes. Nothing here is
// fetched: the person is told the name, and drops or names the file.
struct KnownModel {
    std::string name;         // as its publisher writes it
    std::string publisher;
    std::string licence;      // SPDX where there is one
    std::string file_type;    // the weights meant by the figures
    std::uint64_t file_bytes = 0;    // about
    std::uint64_t memory_bytes = 0;  // about: weights and KV of 4096 tokens
    std::int64_t context_tokens = 0;
    bool chats = false;                  // summarises and answers
    std::vector<std::string> languages;  // that it translates between, BCP 47; empty: none
};

const std::vector<KnownModel>& known_models();
// Those that translate from `from` to `to` (primary language subtags compared), smallest first.
std::vector<KnownModel> known_translators(std::string_view from, std::string_view to);
// "EuroLLM-1.7B-Instruct (1.8 GB, Apache-2.0, needs 2.1 GB of memory)".
std::string describe(const KnownModel& model);

// SmolLM2-135M-Instruct: what the program comes with.
struct EmbeddedModel {
    std::string_view file_name;
    std::string_view sha256;
    std::uint64_t file_bytes;
    std::int64_t measured_length;  // tokens; tests/bench/RESULTS.md, "Answers"
};
const EmbeddedModel& embedded_model();

// Tokens up to which the model in this file was measured to do its work; 0: not measured here, so
// that what the file claims counts.
std::int64_t measured_length(const std::filesystem::path& model);

}  // namespace longhand::models
