// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/infer/generator.h"
#include "engine/infer/model_loader.h"
#include "engine/model/runner.h"

#include <chrono>
#include <deque>
#include <memory>
#include <vector>

namespace longhand::infer {

// The real generator: a loaded model with its KV cache. Takes all its memory when it is opened.
//
// Requests are prefilled one after the other in chunks and decode together, so that a step reads
// each weight once for all of them; who joins when depends on room in the KV cache alone, and no
// answer depends on it. What a request has read stays in the cache, as far as there is room, and
// a later one that begins the same does not read it again. A stop is noticed within one chunk or
// one token. Threads: one caller at a time; the count_tokens functions from any thread.
class Session : public Generator {
public:
    // Fails: out_of_memory, unsupported, invalid.
    static Result<std::unique_ptr<Session>> open(LoadedModel model);
    ~Session() override;

    std::vector<Result<Completion>> generate(std::span<const Request> requests,
                                             const TextSink& sink, std::stop_token stop,
                                             const ProgressSink& progress = {}) override;
    Result<PrefixHandle> read_prefix(const Prompt& prompt, std::stop_token stop,
                                     const ProgressSink& progress = {}) override;
    [[nodiscard]] TokenCount count_tokens(std::string_view text) const override;
    [[nodiscard]] TokenCount count_tokens(const Prompt& prompt) const override;
    [[nodiscard]] std::int64_t context_length() const override;
    [[nodiscard]] std::int64_t measured_length() const override;
    [[nodiscard]] Capabilities capabilities() const override;
    [[nodiscard]] std::string model_name() const override { return model_.name; }

    [[nodiscard]] const LoadedModel& model() const { return model_; }

private:
    struct Sequence;  // one request on its way (session_sequence.h)
    struct Remembered {
        std::vector<TokenId> tokens;
        model::KvSequence kv;
    };
    class Meter;
    struct Batch;

    explicit Session(LoadedModel model);

    Result<std::vector<TokenId>> encode(const Prompt& prompt, bool continues) const;
    Result<std::vector<TokenId>> encode(const Chat& chat) const;
    Result<std::unique_ptr<Sequence>> prepare(const Request& request, std::size_t index) const;
    void run(Batch& batch);
    void admit(Batch& batch);
    void step(Batch& batch);
    void take_logits(Batch& batch, Sequence& sequence, std::span<float> logits);
    void finish(Batch& batch, Sequence& sequence, Finish finish);
    // Prefills all but what the cache holds. False: stopped.
    bool prefill(Sequence& sequence, Meter& meter, const std::stop_token& stop);
    [[nodiscard]] model::KvSequence longest_prefix(const Batch* batch,
                                                   std::span<const TokenId> tokens,
                                                   const PrefixHandle& prefix) const;
    bool make_room(model::KvSequence& kv, std::int64_t tokens);
    void remember(std::vector<TokenId> tokens, model::KvSequence kv);

    LoadedModel model_;
    std::unique_ptr<model::Runner> runner_;
    std::deque<Remembered> remembered_;  // latest first
    std::vector<float> logits_;          // [logit_rows, vocabulary]
    std::vector<float> raw_logits_;
    std::vector<bool> allowed_;
};

}  // namespace longhand::infer
