// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

namespace longhand::fuzz {

// Readers of what nobody vouches for. A target takes any bytes, never crashes and throws
// BrokenTruth when a reader accepted something that contradicts itself; errors of a reader are
// fine. The same functions serve a coverage-guided fuzzer: see libfuzzer.cpp.
class BrokenTruth : public std::logic_error {
public:
    using std::logic_error::logic_error;
};
using Bytes = std::span<const std::uint8_t>;
inline void demand(bool truth, const char* what)
{
    if (!truth)
        throw BrokenTruth(what);
}

bool gguf_file(Bytes bytes);
bool safetensors_file(Bytes bytes);
bool config_json(Bytes bytes);
// A vocabulary written line by line (targets.cpp says how), then texts encoded with it.
bool vocabulary(Bytes bytes);
bool sentencepiece_model(Bytes bytes);
bool tokenizer_json(Bytes bytes);
bool chat_template(Bytes bytes);
// A GGUF adapter; or a PEFT folder: the bytes of adapter_config.json as two bytes (low first), that
// file, then adapter_model.safetensors. What is read is applied to a small model.
bool adapter_file(Bytes bytes);
// What a reader child says about a PDF or a flowing text (app/ingest/protocol.h), from the first
// record to the last; then the document is made of it.
bool reader_stream(Bytes bytes);

// What mutations start from: sound inputs of every kind that a target distinguishes.
std::vector<std::string> gguf_seeds();
std::vector<std::string> safetensors_seeds();
std::vector<std::string> config_seeds();
std::vector<std::string> vocabulary_seeds();
std::vector<std::string> sentencepiece_seeds();
std::vector<std::string> tokenizer_json_seeds();
std::vector<std::string> template_seeds();
std::vector<std::string> adapter_seeds();
std::vector<std::string> reader_seeds();

} // namespace longhand::fuzz
