// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/infer/generator.h"
#include "engine/infer/grammar_mask.h"
#include "engine/infer/kv_store.h"
#include "engine/infer/model_loader.h"
#include "engine/model/runner.h"

#include <chrono>
#include <deque>
#include <memory>
#include <optional>
#include <vector>

namespace longhand::infer {

// The real generator: a loaded model with its KV cache. Takes all its memory when it is opened.
//
// Requests run together, so that a step reads each weight once for all of them: one token of every
// answer, and beside them a chunk of the prompts still to be read. They are let in first come,
// first served, each with room for its whole prompt and answer, so that none fails half way; one
// that begins as a running one does waits until that has read the beginning. No answer depends on
// who ran beside it. What a request has read stays in the cache, as far as there is room, and a
// later one that begins the same does not read it again; what it wants kept (Request::keep_as)
// goes to the store too and is found there by the next session. A stop is noticed within one step.
// Threads: one caller at a time; the count_tokens functions from any thread.
class Session : public Generator {
public:
    // Without a store nothing is kept on the disk. Fails: out_of_memory, unsupported, invalid.
    static Result<std::unique_ptr<Session>> open(LoadedModel model,
                                                 std::unique_ptr<KvStore> store = nullptr);
    ~Session() override;

    void generate_each(std::vector<Request> first, const TextSink& sink, const NextRequest& next,
                       std::stop_token stop, const ProgressSink& progress = {}) override;
    [[nodiscard]] std::size_t parallel() const override;
    Result<PrefixHandle> read_prefix(const Prompt& prompt, const AdapterHandle& adapter,
                                     std::stop_token stop,
                                     const ProgressSink& progress = {}) override;
    // Adapters for single requests, one upon the other and all upon those the model was loaded
    // with. No weight is loaded again; any number of handles may be in use, in one batch too.
    // Fails: as checkpoint::read_adapter and model::LoraAdapter::make; invalid (no parts).
    Result<AdapterHandle> load_adapter(std::span<const AdapterPart> parts);
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
        AdapterHandle adapter;
    };
    class Meter;
    struct Turn;
    struct Batch;

    Session(LoadedModel model, std::unique_ptr<KvStore> store);

    Result<std::vector<TokenId>> encode(const Prompt& prompt, bool continues) const;
    Result<std::vector<TokenId>> encode(const Chat& chat) const;
    [[nodiscard]] Result<void> check_adapter(const Adapter* adapter) const;
    Result<std::unique_ptr<Sequence>> prepare(const Request& request, std::size_t index);
    Result<std::shared_ptr<const TokenMask>> mask_of(const Grammar& grammar);
    // Takes a request in behind those that wait, or hands over why it cannot be.
    void enqueue(Batch& batch, std::size_t index, std::optional<Request> request);
    void hand_over(Batch& batch, Sequence& sequence);
    void run(Batch& batch);
    void admit(Batch& batch);
    static bool is_read_by_another(const Batch& batch, const Sequence& sequence);
    void step(Batch& batch);
    void step_with(Batch& batch, const Adapter* adapter);
    void use(const Adapter* adapter);
    void plan_step(Batch& batch, const Adapter* adapter);
    void sample_step(Batch& batch);
    static void count_step(Batch& batch, std::int64_t rows, double seconds);
    void take_logits(Batch& batch, Sequence& sequence, std::span<float> logits);
    void finish(Batch& batch, Sequence& sequence, Finish finish);
    // All of one prompt that the cache does not hold. False: stopped.
    bool read(Sequence& sequence, Meter& meter, const std::stop_token& stop);
    [[nodiscard]] model::KvSequence longest_prefix(const Batch* batch,
                                                   std::span<const TokenId> tokens,
                                                   const Request& request) const;
    // Of what this request reads; nothing when that is not to be kept.
    [[nodiscard]] std::optional<KvIdentity> kept_identity(const Request& request) const;
    void restore_longer(Sequence& sequence, std::int64_t whole);
    void keep(const Sequence& sequence);
    bool make_room(model::KvSequence& kv, std::int64_t tokens);
    void remember(std::vector<TokenId> tokens, model::KvSequence kv, AdapterHandle adapter);
    [[nodiscard]] std::int64_t pool_tokens() const
    {
        return runner_->pool().pages() * model::KvPool::kPageTokens;
    }

    LoadedModel model_;
    std::unique_ptr<KvStore> store_;  // may be null
    KvIdentity identity_;             // of what this session reads without an adapter
    std::unique_ptr<model::Runner> runner_;
    std::deque<Remembered> remembered_;  // latest first
    std::vector<float> logits_;          // [logit_rows, vocabulary]
    std::vector<float> raw_logits_;
    std::vector<bool> allowed_;
    std::shared_ptr<const SortedTokens> sorted_tokens_;  // made for the first grammar
};

}  // namespace longhand::infer
