// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/eval/perplexity.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>

namespace longhand::eval {
namespace {

using Clock = std::chrono::steady_clock;

// One pass: tokens [begin, end) of a stream from position 0, those from `scored_from` on scored.
struct Pass {
    std::size_t stream = 0;
    std::int64_t begin = 0;
    std::int64_t end = 0;
    std::int64_t scored_from = 0;  // above begin: the first token of a pass has no context
};

class Scorer {
public:
    Scorer(model::Runner& runner, const ScoreOptions& options, std::uint64_t total)
        : runner_(runner), options_(options), total_(total), start_(Clock::now())
    {
    }

    // Writes the losses of the scored tokens to `nll`, which spans the whole stream.
    Result<void> run(const Pass& pass, std::span<const TokenId> stream, std::span<float> nll)
    {
        model::KvSequence sequence = runner_.make_sequence();
        for (std::int64_t at = pass.begin; at < pass.end - 1;) {
            if (options_.stop.stop_requested())
                return Error{ErrorKind::cancelled, "stopped while scoring"};
            // The row of token t predicts t + 1; the last token predicts nothing.
            const std::int64_t count = std::min(options_.step_rows, pass.end - 1 - at);
            const std::int64_t first = std::clamp<std::int64_t>(pass.scored_from - 1 - at, 0, count);
            const model::SequenceTokens part{&sequence, part_of(stream, at, count)};
            ENSURE(runner_.forward(std::span(&part, 1), {first, count - first}));
            if (first < count) {
                const std::int64_t target = at + first + 1;
                runner_.losses(part_of(stream, target, count - first),
                               nll.subspan(static_cast<std::size_t>(target),
                                           static_cast<std::size_t>(count - first)));
            }
            at += count;
            report(static_cast<std::uint64_t>(count));
        }
        return {};
    }

    [[nodiscard]] double seconds() const
    {
        return std::chrono::duration<double>(Clock::now() - start_).count();
    }

private:
    static std::span<const TokenId> part_of(std::span<const TokenId> stream, std::int64_t begin,
                                            std::int64_t count)
    {
        return stream.subspan(static_cast<std::size_t>(begin), static_cast<std::size_t>(count));
    }

    void report(std::uint64_t tokens)
    {
        done_ += tokens;
        if (!options_.progress)
            return;
        const double rate = static_cast<double>(done_) / std::max(seconds(), 1e-9);
        options_.progress({.phase = "window " + std::to_string(runner_.options().positions),
                           .done = done_,
                           .total = total_,
                           .unit = "tokens",
                           .tokens_per_s = rate,
                           .eta_s = static_cast<double>(total_ - done_) / rate});
    }

    model::Runner& runner_;
    const ScoreOptions& options_;
    std::uint64_t total_;
    std::uint64_t done_ = 0;
    Clock::time_point start_;
};

Result<Score> score(const std::shared_ptr<const model::Transformer>& transformer,
                    std::span<const std::vector<TokenId>> streams, std::span<const Pass> passes,
                    Score score, const ScoreOptions& options)
{
    for (const std::vector<TokenId>& stream : streams)
        for (const TokenId token : stream)
            if (token < 0 || token >= transformer->config().vocabulary)
                return Error{ErrorKind::invalid,
                             "token " + std::to_string(token) + " is not in the vocabulary"};
    if (options.step_rows < 0)
        return Error{ErrorKind::invalid, "steps of " + std::to_string(options.step_rows) + " rows"};
    const std::int64_t step_rows =
        options.step_rows > 0 ? options.step_rows : transformer->backend().describe().step_rows;
    TRY(const std::unique_ptr<model::Runner> runner,
        model::Runner::make(transformer, {.positions = score.window,
                                          .step_rows = std::min(step_rows, score.window),
                                          .kv_dtype = options.kv_dtype}));
    std::uint64_t total = 0;
    for (const Pass& pass : passes)
        total += static_cast<std::uint64_t>(pass.end - 1 - pass.begin);
    for (const std::vector<TokenId>& stream : streams)
        score.nll.emplace_back(stream.size(), std::numeric_limits<float>::quiet_NaN());
    ScoreOptions bounded = options;
    bounded.step_rows = runner->options().step_rows;
    Scorer scorer(*runner, bounded, total);
    double sum = 0.0;
    double exponentials = 0.0;  // of each pass' mean, once for each of its tokens
    try {
        for (const Pass& pass : passes) {
            std::vector<float>& nll = score.nll[pass.stream];
            TRY(scorer.run(pass, streams[pass.stream], nll));
            double own = 0.0;
            for (std::int64_t t = pass.scored_from; t < pass.end; ++t)
                own += static_cast<double>(nll[static_cast<std::size_t>(t)]);
            const std::int64_t count = pass.end - pass.scored_from;
            sum += own;
            score.scored_tokens += count;
            exponentials +=
                static_cast<double>(count) * std::exp(own / static_cast<double>(count));
        }
    } catch (const DeviceError& error) {
        return Error{error.kind(), error.what()};
    }
    score.mean_nll = sum / static_cast<double>(score.scored_tokens);
    score.perplexity = std::exp(score.mean_nll);
    if (score.protocol == "prequential")
        score.mean_of_exp = exponentials / static_cast<double>(score.scored_tokens);
    score.seconds = scorer.seconds();
    return score;
}

Error out_of_bounds(const char* what, std::int64_t value, std::int64_t low, std::int64_t high)
{
    return {ErrorKind::invalid, std::string(what) + " is " + std::to_string(value) +
                                    ", expected " + std::to_string(low) + " to " +
                                    std::to_string(high)};
}

constexpr std::int64_t kLongestWindow = std::int64_t{1} << 24;

}  // namespace

Result<Score> sliding_window(const std::shared_ptr<const model::Transformer>& transformer,
                             std::span<const std::vector<TokenId>> streams, std::int64_t window,
                             std::int64_t stride, const ScoreOptions& options)
{
    if (window < 2 || window > kLongestWindow)
        return out_of_bounds("the window", window, 2, kLongestWindow);
    if (stride < 1 || stride >= window)
        return out_of_bounds("the stride", stride, 1, window - 1);
    std::vector<Pass> passes;
    for (std::size_t i = 0; i < streams.size(); ++i) {
        const auto tokens = static_cast<std::int64_t>(streams[i].size());
        std::int64_t scored = 1;
        for (std::int64_t begin = 0; scored < tokens; begin += stride) {
            const std::int64_t end = std::min(begin + window, tokens);
            passes.push_back({.stream = i, .begin = begin, .end = end, .scored_from = scored});
            scored = end;
        }
    }
    if (passes.empty())
        return Error{ErrorKind::invalid, "nothing to score: no text has two tokens"};
    return score(transformer, streams, passes,
                 {.protocol = "sw", .window = window, .stride = stride}, options);
}

Result<Score> same_tokens(const std::shared_ptr<const model::Transformer>& transformer,
                          std::span<const std::vector<TokenId>> streams, std::int64_t window,
                          std::int64_t scored, std::span<const std::int64_t> ends,
                          const ScoreOptions& options)
{
    if (scored < 1)
        return out_of_bounds("the number of tokens to score", scored, 1, kLongestWindow);
    if (window <= scored || window > kLongestWindow)
        return out_of_bounds("the window", window, scored + 1, kLongestWindow);
    std::vector<Pass> passes;
    for (std::size_t i = 0; i < streams.size(); ++i)
        for (const std::int64_t end : ends) {
            const auto tokens = static_cast<std::int64_t>(streams[i].size());
            if (end < window || end > tokens)
                return out_of_bounds("an end", end, window, tokens);
            passes.push_back(
                {.stream = i, .begin = end - window, .end = end, .scored_from = end - scored});
        }
    if (passes.empty())
        return Error{ErrorKind::invalid, "nothing to score: no text or no end"};
    return score(transformer, streams, passes, {.protocol = "same-tokens", .window = window},
                 options);
}

Result<Score> every_window(const std::shared_ptr<const model::Transformer>& transformer,
                           std::span<const std::vector<TokenId>> streams, std::int64_t window,
                           std::int64_t stride, const ScoreOptions& options)
{
    if (window < 2 || window > kLongestWindow)
        return out_of_bounds("the window", window, 2, kLongestWindow);
    if (stride < 1 || stride > window)
        return out_of_bounds("the stride", stride, 1, window);
    std::vector<std::vector<TokenId>> joined(1);
    for (const std::vector<TokenId>& stream : streams)
        joined[0].insert(joined[0].end(), stream.begin(), stream.end());
    const auto tokens = static_cast<std::int64_t>(joined[0].size());
    std::vector<Pass> passes;
    for (std::int64_t begin = 0; begin < tokens - window; begin += stride)
        passes.push_back({.begin = begin, .end = begin + window, .scored_from = begin + 1});
    if (passes.size() < 2)
        return Error{ErrorKind::invalid,
                     std::to_string(tokens) + " tokens are too few for windows of " +
                         std::to_string(window) + ": the protocol drops the last one"};
    passes.pop_back();
    // All windows are of one length: the mean over their tokens is the mean of their means.
    return score(transformer, joined, passes,
                 {.protocol = stride == window ? "block" : "all",
                  .window = window,
                  .stride = stride},
                 options);
}

Result<Score> prequential(const std::shared_ptr<const model::Transformer>& transformer,
                          std::span<const std::vector<TokenId>> streams, std::int64_t window,
                          std::int64_t chunk, const ScoreOptions& options)
{
    if (window < 2 || window > kLongestWindow)
        return out_of_bounds("the window", window, 2, kLongestWindow);
    if (chunk < 1 || chunk > window)
        return out_of_bounds("the chunk", chunk, 1, window);
    std::vector<Pass> passes;
    for (std::size_t i = 0; i < streams.size(); ++i) {
        const auto tokens = static_cast<std::int64_t>(streams[i].size());
        for (std::int64_t at = 0; at < tokens; at += chunk) {
            const std::int64_t begin = std::max<std::int64_t>(0, at - (window - chunk));
            const std::int64_t end = std::min(at + chunk, tokens);
            const std::int64_t from = std::max(at, begin + 1);
            if (from < end)
                passes.push_back({.stream = i, .begin = begin, .end = end, .scored_from = from});
        }
    }
    if (passes.empty())
        return Error{ErrorKind::invalid, "nothing to score: no text has two tokens"};
    return score(transformer, streams, passes,
                 {.protocol = "prequential", .window = window, .stride = chunk}, options);
}

}  // namespace longhand::eval
