// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/infer/generator.h"

#include <optional>
#include <string>
#include <string_view>

namespace longhand::infer::remote {

// The OpenAI-compatible protocol as text: requests out, answers in. Answers are data that nobody
// vouches for; what does not fit is an error, never an assumption.

struct Call {
    std::string path; // behind the server's /v1: "/chat/completions", "/completions"
    std::string body; // JSON
};
// A streamed completion of `request`. An answer that is to continue a text has it as its last,
// open message, as vLLM, SGLang and llama.cpp's server take it. Fails: unsupported (ids as prompt,
// prefix, adapter, mask, log-probabilities), naming what a server cannot do.
Result<Call> call_for(const Request& request, const std::string& model);

// A piece of a streamed answer, or a whole one.
struct Piece {
    std::string text;
    std::optional<Finish> finish;
    std::int64_t prompt_tokens = 0, answer_tokens = 0; // 0: not said
};
// Fails: corrupt (no JSON of this protocol; the error that the server reports in the stream).
Result<Piece> piece_of(std::string_view json);

struct ServedModel {
    std::string name;
    std::int64_t context_length = 0; // 0: not said
};
// The model of this name, or the first when `name` is empty, of the answer to GET /models.
// Fails: unreadable, not_found (with the names there are).
Result<ServedModel> served_model(std::string_view json, const std::string& name);

// What an error's body says, at most 300 bytes; empty when nothing readable.
std::string error_text(std::string_view body);

} // namespace longhand::infer::remote
