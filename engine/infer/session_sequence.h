// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/infer/loop_detector.h"
#include "engine/infer/sampler.h"
#include "engine/infer/session.h"
#include "engine/infer/text_stream.h"

#include <optional>

namespace longhand::infer {

using Clock = std::chrono::steady_clock;

inline double seconds_since(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

class SessionAdapter : public Adapter {
public:
    SessionAdapter(std::string name, std::string identity,
                   std::shared_ptr<const model::Transformer> base,
                   std::shared_ptr<const model::Transformer> applied)
        : name_(std::move(name)), identity_(std::move(identity)), base_(std::move(base)),
          applied_(std::move(applied))
    {
    }
    [[nodiscard]] std::string name() const override { return name_; }
    // Of its files and scales; empty when a file could not be read again.
    [[nodiscard]] const std::string& identity() const { return identity_; }
    [[nodiscard]] const std::shared_ptr<const model::Transformer>& base() const { return base_; }
    [[nodiscard]] const std::shared_ptr<const model::Transformer>& applied() const
    {
        return applied_;
    }

private:
    std::string name_, identity_;
    std::shared_ptr<const model::Transformer> base_, applied_;
};

class SessionPrefix : public Prefix {
public:
    SessionPrefix(std::vector<TokenId> tokens, model::KvSequence kv, AdapterHandle adapter)
        : tokens_(std::move(tokens)), kv_(std::move(kv)), adapter_(std::move(adapter))
    {
    }
    [[nodiscard]] std::int64_t tokens() const override
    {
        return static_cast<std::int64_t>(tokens_.size());
    }
    [[nodiscard]] const std::vector<TokenId>& ids() const { return tokens_; }
    [[nodiscard]] const model::KvSequence& kv() const { return kv_; }
    [[nodiscard]] const AdapterHandle& adapter() const { return adapter_; }

private:
    std::vector<TokenId> tokens_;
    model::KvSequence kv_;
    AdapterHandle adapter_;
};

std::size_t common_length(std::span<const TokenId> a, std::span<const TokenId> b);

// How many of `left` unread rows a step with room for `room` (at least 1) reads. Attention sums a
// single row in another order than several, so a chunk of one row is left neither now nor for
// later where that can be helped: then no answer depends on how its prompt was cut.
inline std::size_t rows_of_chunk(std::size_t left, std::size_t room)
{
    const std::size_t rows = std::min(left, room);
    return left - rows == 1 && rows > 2 ? rows - 1 : rows;
}

struct Session::Sequence {
    Sequence(const Request& asked, std::size_t at, std::vector<TokenId> ids, model::KvSequence cache)
        : request(&asked), index(at), prompt_tokens(ids.size()), tokens(std::move(ids)),
          kv(std::move(cache)), sampler(asked.sampling, asked.seed), text(asked.stop)
    {
        // Taken here, so that a decode step takes none.
        const auto budget = static_cast<std::size_t>(std::max(0, asked.max_tokens));
        tokens.reserve(tokens.size() + budget);
        completion.tokens.reserve(budget);
        completion.prompt_tokens = static_cast<std::int64_t>(prompt_tokens);
        sampler.see_prompt(tokens);
    }

    // Tokens of the prompt that the cache does not hold yet.
    [[nodiscard]] std::size_t unread() const
    {
        const auto held = static_cast<std::size_t>(kv.length());
        return held < prompt_tokens ? prompt_tokens - held : 0;
    }
    // The `rows` tokens behind what the cache holds.
    [[nodiscard]] model::SequenceTokens next_tokens(std::size_t rows)
    {
        return {&kv, std::span(tokens).subspan(static_cast<std::size_t>(kv.length()), rows)};
    }

    const Request* request;
    std::size_t index;  // of its place
    std::size_t prompt_tokens;
    std::vector<TokenId> tokens;  // prompt and answer; those behind kv.length() are still to be read
    model::KvSequence kv;
    Sampler sampler;
    TextStream text;
    LoopDetector loops;
    std::shared_ptr<const TokenMask> grammar;  // of the request's grammar; null: none
    Completion completion;
    Clock::time_point decode_start{};
    std::optional<Error> failed;
    bool done = false;
};

// What one sequence does in a step.
struct Session::Turn {
    Sequence* sequence = nullptr;
    std::size_t rows = 0;
    bool wanted = false;  // the logits of its last row
    bool reads = false;   // rows of the prompt; else the token that was picked last
    std::int64_t last_row = 0;
};

// Everything of one generate_each() call.
struct Session::Batch {
    const TextSink* sink = nullptr;
    const NextRequest* next = nullptr;
    std::stop_token stop;
    Meter* meter = nullptr;
    std::vector<Request> requests;  // what each place asks at present
    std::deque<std::unique_ptr<Sequence>> waiting;
    std::deque<std::unique_ptr<Sequence>> running;  // in the order they were let in
    std::vector<const Adapter*> adapters;           // of those running; null: none
    std::vector<Turn> turns;  // of the present step with one of them
    std::vector<model::SequenceTokens> parts;
    bool full = false;  // the next waiting one found no room; cleared when one ends
};

// Reports prefill and decode, at most ten times a second and at each phase's end.
class Session::Meter {
public:
    explicit Meter(const ProgressSink& sink) : sink_(&sink) {}

    void expect(std::uint64_t prompt_tokens, std::uint64_t answer_tokens)
    {
        prompt_total_ += prompt_tokens;
        answer_total_ += answer_tokens;
    }
    // `computed` of the tokens cost time; the others were in the cache.
    void prefilled(std::uint64_t tokens, std::uint64_t computed, double seconds)
    {
        prompt_done_ += tokens;
        computed_ += computed;
        prefill_s_ += seconds;
        report("prefill", prompt_done_, prompt_total_, computed_, prefill_s_);
    }
    void decoded(std::uint64_t tokens, double seconds)
    {
        answer_done_ += tokens;
        decode_s_ += seconds;
        report("decode", answer_done_, answer_total_, answer_done_, decode_s_);
    }
    // An answer that ends early needs the rest of its budget no more.
    void forget(std::uint64_t answer_tokens) { answer_total_ -= answer_tokens; }

private:
    void report(const char* phase, std::uint64_t done, std::uint64_t total, std::uint64_t timed,
                double seconds)
    {
        if (!*sink_ || (done < total && reported_ && seconds_since(*reported_) < 0.1))
            return;
        reported_ = Clock::now();
        const double rate = seconds > 0.0 ? static_cast<double>(timed) / seconds : 0.0;
        const double left = total > done ? static_cast<double>(total - done) : 0.0;
        (*sink_)({.phase = phase,
                  .done = done,
                  .total = total,
                  .unit = "tokens",
                  .tokens_per_s = rate,
                  .eta_s = rate > 0.0 ? left / rate : -1.0});
    }

    const ProgressSink* sink_;
    std::optional<Clock::time_point> reported_;
    std::uint64_t prompt_total_ = 0, prompt_done_ = 0, computed_ = 0;
    std::uint64_t answer_total_ = 0, answer_done_ = 0;
    double prefill_s_ = 0.0, decode_s_ = 0.0;
};

}  // namespace longhand::infer
