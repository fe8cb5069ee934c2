// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/adapt/study_text.h"
#include "engine/model/random_model.h"
#include "engine/tensor/cpu/cpu_backend.h"
#include "tests/support/tiny_model.h"

namespace longhand::adapt {

inline std::shared_ptr<const model::Transformer>
study_model(const model::ModelConfig& config = test::tiny_config())
{
    return model::Transformer::load(config,
                                    model::random_weights(tensor::DType::f32, Seed{3}),
                                    tensor::make_cpu_backend({.threads = 2}))
        .value();
}

inline StudyOptions small_study()
{
    return {.chunk = 32, .train_context = 64, .rank = 4, .alpha = 4.0F, .rate = 5e-3};
}

// A book in a language of its own: which token follows which is drawn from `language`, and one
// time in four any token of its 40.
inline std::vector<TokenId> book(std::uint64_t language, std::uint64_t seed, std::size_t size)
{
    const std::vector<TokenId> words = test::random_tokens(Seed{language}, 40);
    const std::vector<TokenId> next = test::random_tokens(Seed{language + 1000}, 259, 40);
    Random random(Seed{seed});
    std::vector<TokenId> tokens;
    std::size_t at = 0;
    while (tokens.size() < size) {
        tokens.push_back(words[at]);
        at = random.below(4) == 0 ? random.below(40)
                                  : static_cast<std::size_t>(next[at * 6 % 259]);
    }
    return tokens;
}

inline std::vector<ChunkReport> reports_of(Study& study, std::span<const TokenId> text,
                                           std::int64_t most_chunks = 0)
{
    std::vector<ChunkReport> reports;
    const auto done = study_text(
        study, text, most_chunks,
        [&](const ChunkReport& report) { reports.push_back(report); }, {});
    ENSURE(done.ok());
    return reports;
}

}  // namespace longhand::adapt
