// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/adapt/study_text.h"

#include <cmath>

namespace longhand::adapt {
namespace {

struct Sum {
    double tokens = 0.0, base = 0.0, adapted = 0.0, base_exp = 0.0, adapted_exp = 0.0;
    void add(const ChunkReport& chunk)
    {
        const auto count = static_cast<double>(chunk.tokens);
        tokens += count;
        base += count * chunk.base_nll;
        adapted += count * chunk.adapted_nll;
        base_exp += count * std::exp(chunk.base_nll);
        adapted_exp += count * std::exp(chunk.adapted_nll);
    }
};

}  // namespace

Result<void> study_text(Study& study, std::span<const TokenId> text, std::int64_t most_chunks,
                        const ChunkSink& sink, std::stop_token stop)
{
    const auto done = [&] {
        return static_cast<std::size_t>(study.position()) >= text.size() ||
               (most_chunks > 0 && study.chunks() >= most_chunks);
    };
    while (!done()) {
        if (stop.stop_requested())
            return Error{ErrorKind::cancelled, "stopped while studying"};
        const auto begin = static_cast<std::size_t>(study.position());
        const StudyWindow window = study_window(begin, text.size(), study.options());
        if (window.end - window.context < 2)
            break;  // a text of one token
        TRY(const ChunkReport report,
            study.study({.context = text.subspan(window.context, window.begin - window.context),
                         .chunk = text.subspan(window.begin, window.end - window.begin),
                         .position = study.position()}));
        if (sink)
            sink(report);
    }
    return {};
}

StudyFit fit_of(std::span<const ChunkReport> chunks)
{
    Sum all;
    std::array<Sum, 3> thirds;
    for (std::size_t i = 0; i < chunks.size(); ++i) {
        all.add(chunks[i]);
        thirds[i * 3 / chunks.size()].add(chunks[i]);
    }
    StudyFit fit{.chunks = std::ssize(chunks), .tokens = static_cast<std::int64_t>(all.tokens)};
    if (all.tokens > 0.0) {
        fit.base_perplexity = std::exp(all.base / all.tokens);
        fit.adapted_perplexity = std::exp(all.adapted / all.tokens);
        fit.base_mean_of_exp = all.base_exp / all.tokens;
        fit.adapted_mean_of_exp = all.adapted_exp / all.tokens;
    }
    for (std::size_t i = 0; i < thirds.size(); ++i)
        if (thirds[i].tokens > 0.0)
            fit.gain_by_third[i] =
                1.0 - std::exp((thirds[i].adapted - thirds[i].base) / thirds[i].tokens);
    return fit;
}

}  // namespace longhand::adapt
