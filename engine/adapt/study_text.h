// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/adapt/study.h"

#include <array>
#include <functional>
#include <stop_token>

namespace longhand::adapt {

// A whole text, from where the study stands to its end; chunks are the text's own, a chunk at a
// time behind the context before it. `most_chunks`: no more than that in all; 0: all. Stops between
// two chunks. Fails: cancelled, and as Study::study does.
using ChunkSink = std::function<void(const ChunkReport&)>;
Result<void> study_text(Study& study, std::span<const TokenId> text, std::int64_t most_chunks,
                        const ChunkSink& sink, std::stop_token stop);

// What studying gave, over the tokens of the chunks.
struct StudyFit {
    std::int64_t chunks = 0, tokens = 0;
    double base_perplexity = 0.0, adapted_perplexity = 0.0;  // exp(mean loss)
    // The mean of exp(mean loss of a chunk), as the paper's code counts; never below.
    double base_mean_of_exp = 0.0, adapted_mean_of_exp = 0.0;
    // 1 - exp(adapted - base) of the first, second and last third of the chunks; 0 without chunks.
    std::array<double, 3> gain_by_third{};
};
StudyFit fit_of(std::span<const ChunkReport> chunks);

}  // namespace longhand::adapt
