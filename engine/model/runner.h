// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/token.h"
#include "engine/model/kv_cache.h"
#include "engine/model/transformer.h"
#include "engine/tensor/recording.h"

#include <memory>
#include <span>
#include <vector>

namespace longhand::model {

// What a runner must be able to do; all its memory is taken from this when it is made.
struct RunnerOptions {
    std::int64_t positions = 0;   // longest sequence
    std::int64_t kv_tokens = 0;   // tokens of all sequences together; 0: positions
    // Sequences at a time, which layers with a sliding window then have room for; 0: these layers
    // keep every token (kv_cache.h, kv_room).
    std::int64_t sequences = 0;
    std::int64_t step_rows = 512;  // tokens of the largest step
    std::int64_t logit_rows = 1;  // most rows of logits asked for at once
    tensor::DType kv_dtype = tensor::DType::f16;
};

// New tokens of one sequence, to stand behind what it already holds.
struct SequenceTokens {
    KvSequence* sequence = nullptr;
    std::span<const TokenId> tokens;  // each in [0, vocabulary)
};

// The rows of a step, packed in the order of its sequences, whose results are wanted.
struct WantedRows {
    std::int64_t first = 0;
    std::int64_t count = 0;
};

// The forward pass of a decoder, written once above the backend, with everything it writes: the
// KV pool, the rotary tables and the activations. Pre-norm blocks (Touvron et al. 2023):
//     x += o(attend(rope(q, k), v)),  with q, k, v of norm(x);   x += mlp(norm(x)).
// What a family has besides (norms of heads, norms behind a block, windows) the config says.
// A step takes no memory. Steps throw DeviceError. Threads: one caller at a time.
class Runner {
public:
    // Fails: invalid, out_of_memory, unsupported (KV type).
    static Result<std::unique_ptr<Runner>> make(std::shared_ptr<const Transformer> transformer,
                                                const RunnerOptions& options);

    // Appends the tokens of every part to its sequence, whose pages are reserved here; returns
    // false, with nothing computed, when the pool is full. Keeps the final hidden state of the
    // wanted rows. The last layer computes only those: a chunk inside a prompt wants none.
    [[nodiscard]] bool forward(std::span<const SequenceTokens> parts, WantedRows wanted);
    // Logits of `rows` wanted rows from the `first` on: [rows, vocabulary] into `out`.
    void logits(std::int64_t first, std::int64_t rows, std::span<float> out);
    // Negative log-likelihood (nats) of a target for each wanted row; a target of -1 gives 0.
    void losses(std::span<const TokenId> targets, std::span<float> out);

    // Steps from here on read another model of the same sizes, rule and backend: an adapter's, which
    // shares the weights. Sequences stay; keys and values cached under one model and continued
    // under another mix both, so a caller keeps them apart or means it.
    void use(std::shared_ptr<const Transformer> transformer);

    [[nodiscard]] KvSequence make_sequence() const { return KvSequence(pool_); }
    [[nodiscard]] KvPool& pool() { return *pool_; }
    [[nodiscard]] const Transformer& transformer() const { return *transformer_; }
    [[nodiscard]] const ModelConfig& config() const { return transformer_->config(); }
    [[nodiscard]] const RunnerOptions& options() const { return options_; }
    static KvRoom kv_room(const ModelConfig& config, const RunnerOptions& options);
    // Activations, logits and rotary tables.
    static std::uint64_t workspace_bytes(const ModelConfig& config, const RunnerOptions& options);

private:
    Runner(std::shared_ptr<const Transformer> transformer, const RunnerOptions& options);
    Result<void> allocate_all();
    Result<void> make_rope_tables();
    [[nodiscard]] tensor::AttentionLayout layout_of(std::int64_t layer) const;
    [[nodiscard]] std::int64_t pack(std::span<const SequenceTokens> parts);
    void narrow_segments(WantedRows wanted);
    void run_layers(std::int64_t rows, WantedRows wanted);
    [[nodiscard]] tensor::Recording* recording_for(std::int64_t rows);
    void run_layer(std::size_t index, std::int64_t rows);
    void finish_layer(std::size_t index, std::int64_t first, std::int64_t rows);

    std::shared_ptr<const Transformer> transformer_;
    RunnerOptions options_;
    std::shared_ptr<KvPool> pool_;
    tensor::RopeTable rope_, local_rope_;  // the second for layers that turn by a rule of their own
    tensor::Tensor tokens_;                            // [step_rows] i32; also targets
    tensor::Tensor residual_, normed_, delta_, hidden_;  // [step_rows, dim]
    tensor::Tensor q_, attended_;                      // [step_rows, q_dim]
    tensor::Tensor k_, v_;                             // [step_rows, kv_dim]
    tensor::Tensor logits_;                            // [logit_rows, vocabulary]
    tensor::Tensor nll_;                               // [step_rows]
    std::int64_t wanted_ = 0;                          // rows of hidden_ that are valid
    // Decode steps of some numbers of rows, the last used first.
    struct Recorded {
        std::shared_ptr<const Transformer> transformer;
        std::int64_t rows = 0;
        std::unique_ptr<tensor::Recording> steps;
    };
    std::vector<Recorded> recorded_;
    std::vector<TokenId> packed_;
    std::vector<tensor::Segment> segments_;
    std::vector<std::int32_t> page_table_, window_table_;  // the second as the first, or empty
};

}  // namespace longhand::model
