// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/progress.h"
#include "engine/base/random.h"
#include "engine/model/runner.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace longhand::eval {

// How fast a model runs here: prefill and decode apart, at several depths and batch sizes.

struct ThroughputOptions {
    std::vector<std::int64_t> prompts = {512};  // tokens read in one go; 0: skip
    std::int64_t generate = 128;                // tokens decoded by each sequence; 0: skip
    std::vector<std::int64_t> depths = {0};     // tokens already in the cache, both measurements
    std::vector<std::int64_t> batches = {1};    // sequences that decode together
    std::int64_t repetitions = 3;               // the median counts
    std::int64_t step_rows = 0;                 // of prefill; 0: what the backend uses well
    tensor::DType kv_dtype = tensor::DType::f16;
    Seed seed{1};
    ProgressSink progress;  // phase "prompt 512" and the like
    std::stop_token stop;
};

// One measured case. A rate that was not measured is 0.
struct Throughput {
    std::int64_t prompt_tokens = 0;
    std::int64_t generated_tokens = 0;  // by each sequence
    std::int64_t depth = 0;
    std::int64_t batch = 1;
    double prompt_tokens_per_s = 0.0;
    double generate_tokens_per_s = 0.0;  // all sequences together
    double spread = 0.0;                 // (slowest - fastest) / median of the repetitions
    std::uint64_t weight_bytes = 0;
    std::uint64_t kv_bytes = 0;          // of the tokens in the cache at the end
    double bytes_per_s = 0.0;            // decode: weights and keys read; prefill: 0
    double flops_per_s = 0.0;            // prefill: 2 for each weight and token, and attention
    double share_of_ceiling = 0.0;       // of the read or matrix ceiling; 0 when there is none
    std::uint64_t peak_bytes = 0;        // weights, cache and workspace of the case
};

// What the machine itself can do, measured just before.
struct Ceilings {
    double copy_bytes_per_s = 0.0;
    double read_bytes_per_s = 0.0;
    double matrix_flops_per_s = 0.0;
};

// Measures through the backend, so with its threads: a copy of 256 MB and the best of its own
// matrix products: one row (reads the weights once) and many rows (arithmetic).
// Fails: out_of_memory.
Result<Ceilings> measure_ceilings(tensor::Backend& backend);

// Every combination: prompts x depths (batch 1), then depths x batches for decode. Depth is filled
// with random keys and values instead of being read: attention takes as long over either.
// `ceilings` absent: no shares. Calls `each` as soon as a case is done.
// Fails: invalid, out_of_memory, cancelled.
Result<std::vector<Throughput>>
measure_throughput(const std::shared_ptr<const model::Transformer>& transformer,
                   const std::optional<Ceilings>& ceilings, const ThroughputOptions& options,
                   const std::function<void(const Throughput&)>& each = {});

}  // namespace longhand::eval
