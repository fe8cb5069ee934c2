// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/infer/generator.h"

#include <chrono>
#include <memory>
#include <string>

namespace longhand::infer::remote {

struct RemoteOptions {
    std::string url;                 // "https://host:8000", with or without "/v1"
    std::string model;               // empty: the first that the server has
    std::string key_environment;     // NAME of the variable that holds the key; empty: no key
    std::size_t max_parallel = 4;    // requests at a time, 1 to 64
    std::int64_t context_length = 0; // 0: what the server says, else 8192
    int attempts = 8; // of one request, where answers come that cannot be used
    std::chrono::milliseconds patience{600000}; // with a server that is away: no answer, 429, 5xx
    std::chrono::milliseconds first_pause{500};     // doubled each time, half of it random
    std::chrono::milliseconds longest_pause{30000}; // also of what Retry-After asks
    std::chrono::milliseconds connect_timeout{10000};
    std::chrono::milliseconds idle_timeout{180000}; // without a byte: a long prompt takes its time
    std::chrono::milliseconds total_timeout{3600000}; // of one request while it is answered
    std::size_t max_line_bytes = 1U << 20U;           // of one event
    std::size_t max_answer_bytes = 64U << 20U;        // of one answer
};

// A model on a server that speaks the OpenAI-compatible protocol (vLLM, SGLang, llama.cpp's
// server). Text leaves the machine: only a person's own setting makes one. It has no tokenizer
// (counts are estimated and say so), no prefixes, adapters, masks or log-probabilities.
//
// Up to max_parallel requests run at once on the caller's thread; a stop ends them at once. What is
// likely to pass (no connection, a stream cut off, 408, 429, 5xx) is tried again after a pause that
// doubles, or the one that Retry-After names. Of an answer that was cut off, the next attempt must
// begin with what went to the sink; one that differs fails. A request fails with: unreadable (the
// server was away beyond `patience`), corrupt (its answers are none), invalid or not_found (it
// refuses the request), unsupported. Use from one thread at a time.
//
// Asks the server for its models. Fails: invalid (an address that is neither http nor https, a key
// that would go over plain http to another machine, a variable that is not set), unreadable,
// not_found (no such model), cancelled.
Result<std::shared_ptr<Generator>> open_remote(RemoteOptions options, std::stop_token stop);

} // namespace longhand::infer::remote
