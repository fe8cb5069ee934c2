// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/progress.h"
#include "engine/base/token.h"
#include "engine/model/runner.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace longhand::eval {

// Perplexity over token streams. Texts are tokenised raw, without BOS; the model's own context
// limit is not asked, a window of any length runs. Losses are natural, per token.

struct ScoreOptions {
    tensor::DType kv_dtype = tensor::DType::f16;
    std::int64_t step_rows = 0;  // 0: what the backend uses well
    ProgressSink progress;  // phase "window 512", unit "tokens" computed
    std::stop_token stop;
};

struct Score {
    std::string protocol;  // "sw", "all", "block", "prequential", "same-tokens"
    std::int64_t window = 0;
    std::int64_t stride = 0;  // 0 where the protocol has none
    std::int64_t scored_tokens = 0;
    double mean_nll = 0.0;
    double perplexity = 0.0;  // exp(mean_nll)
    // Prequential alone: the mean over tokens of exp(mean loss of the token's chunk), which the
    // paper reports; never below the perplexity.
    double mean_of_exp = 0.0;
    double seconds = 0.0;
    // Per stream, one entry a token; NaN where the protocol scores none. Where windows overlap and
    // all their tokens count ("all"), the last window's.
    std::vector<std::vector<float>> nll;
};

// Protocol P-SW (Press et al. 2022; Chen et al. 2023): windows of `window` tokens advance by
// `stride` over each stream apart, positions from 0. The first scores all its tokens but the very
// first, a later one the tokens that are new in it. The mean weighs every token alike.
// Fails: invalid (window below 2, stride outside [1, window), nothing to score), cancelled,
// out_of_memory.
Result<Score> sliding_window(const std::shared_ptr<const model::Transformer>& transformer,
                             std::span<const std::vector<TokenId>> streams, std::int64_t window,
                             std::int64_t stride, const ScoreOptions& options);

// Scores the same tokens at each window: for each end E one pass over tokens [E - window, E),
// positions from 0, the last `scored` of them scored; the mean is over all streams and ends, so
// that windows compare. Fails: as above; invalid when window <= scored, or an end lies outside
// [window, tokens of every stream].
Result<Score> same_tokens(const std::shared_ptr<const model::Transformer>& transformer,
                          std::span<const std::vector<TokenId>> streams, std::int64_t window,
                          std::int64_t scored, std::span<const std::int64_t> ends,
                          const ScoreOptions& options);

// Protocols P-ALL (stride below the window) and P-BLOCK (stride equal to it), as the published code
// of LongLoRA and LongQLoRA counts: the streams joined to one; windows [i, i + window) at i = 0,
// stride, 2 stride, ... below tokens - window, the last one dropped; every token of every window is
// scored but its first, so tokens near a window's start with hardly any context count each time;
// the mean of the windows' means. That code raises 2.71828 instead of e to it (at a loss of 3 a
// difference of 2e-6 of the perplexity); here it is e. Never compare with P-SW.
// Fails: as sliding_window; invalid when no window is left.
Result<Score> every_window(const std::shared_ptr<const model::Transformer>& transformer,
                           std::span<const std::vector<TokenId>> streams, std::int64_t window,
                           std::int64_t stride, const ScoreOptions& options);

// Protocol P-PREQ (Temp-LoRA): each stream in chunks of `chunk` tokens, each chunk scored once,
// behind the `window` - `chunk` tokens before it (fewer at the start), positions from 0.
// Fails: as sliding_window.
Result<Score> prequential(const std::shared_ptr<const model::Transformer>& transformer,
                          std::span<const std::vector<TokenId>> streams, std::int64_t window,
                          std::int64_t chunk, const ScoreOptions& options);

}  // namespace longhand::eval
