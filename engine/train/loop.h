// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/mixture.h"
#include "engine/train/schedule.h"
#include "engine/train/step.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace longhand::train {

// From this step on sequences are `length` tokens long.
struct LengthStage {
    std::int64_t from_step = 0;
    std::int64_t length = 0;
};

enum class AttentionPattern : std::uint8_t { dense, s2 };

struct LoopOptions {
    std::int64_t steps = 0;
    std::int64_t length = 0;  // tokens of the longest sequence
    // Shorter sequences first (Xiong et al. 2023, table 10); ascending, none above `length`.
    // Empty: `length` from the start. A step keeps its tokens.
    std::vector<LengthStage> curriculum;
    // A step takes sequences until it has this many tokens or, when 0, this many sequences. They
    // are split into micro-batches whose gradients add up to that of the mean over all labels.
    std::int64_t step_tokens = 0;
    std::int64_t step_sequences = 1;
    std::int64_t micro_tokens = 0;  // most tokens computed at once; 0: `length`
    Schedule schedule;
    AttentionPattern attention = AttentionPattern::dense;  // s2: groups of a quarter of the length
    std::optional<Activations> activations;  // absent: kept where memory allows
    // For activations, beside weights and parameters; 0: what the backend says is free.
    std::uint64_t memory_limit_bytes = 0;
    float beta1 = 0.9F, beta2 = 0.999F, eps = 1e-8F, weight_decay = 0.0F;
    float max_norm = 0.0F;  // 0: gradients are not clipped

    // A loss or gradient that is no number, or a smoothed loss this much (nats) above the lowest
    // one: the loop goes back to its last good state, at half the rate, and leaves out what it was
    // learning. 0: only what is no number counts.
    double divergence = 1.0;
    std::int64_t most_rollbacks = 3;  // then the loop ends with an error

    std::filesystem::path checkpoint;      // file of the state; empty: nothing is kept
    std::string subject;                   // the model and texts: a checkpoint of others is refused
    std::int64_t checkpoint_every = 50;    // steps from one good state to the next
    std::shared_ptr<const TokenSource> held_out;  // never learned from; may be null
    std::int64_t held_out_every = 50;      // steps between two measurements; also at the end
    std::int64_t held_out_sequences = 4;
};

// What a step was.
struct StepReport {
    std::int64_t step = 0;   // from 1
    std::int64_t steps = 0;  // of the whole
    double loss = 0.0;       // mean of the step's labels, nats, before its update
    double learning_rate = 0.0;
    double grad_norm = 0.0;  // before clipping
    std::int64_t length = 0, sequences = 0, tokens = 0;
    double tokens_per_s = 0.0;
    double eta_s = 0.0;
    std::optional<double> held_out_loss;  // where it was measured, after the update
    // Not empty: the step was undone, and why. `step` is the one it goes on behind.
    std::string undone;
};
using StepSink = std::function<void(const StepReport&)>;

struct LoopResult {
    std::int64_t steps = 0;  // done, in all
    bool complete = false;   // false: stopped; resume() goes on
    std::int64_t rollbacks = 0;
    std::vector<float> losses;  // of every step that counts, from the first
};

// The one loop of training: sequences in, an adapter (and, where chosen, embeddings and norms)
// out. Deterministic: the same options, sources and seed give the same bits, also when it was
// stopped or killed and resumed. Attention is dense outside the steps themselves. Threads: one caller.
class TrainingLoop {
public:
    // Fails: invalid (an option without sense), out_of_memory, naming what is needed and free.
    static Result<std::unique_ptr<TrainingLoop>>
    make(std::shared_ptr<const model::Transformer> base, std::shared_ptr<Parameters> parameters,
         Mixture mixture, const LoopOptions& options);

    // Goes on from the checkpoint where there is one; false: there is none. Fails: corrupt,
    // invalid (it belongs to other parameters, options or sources), unreadable.
    Result<bool> resume();
    // Until all steps are done or a stop is requested (noticed between two micro-batches; the step
    // begun is given up); what is done then is kept in the checkpoint.
    // Fails: internal (it diverged again and again; the parameters are those of the last good
    // state), and as steps, sources and files do.
    Result<LoopResult> run(const StepSink& sink, std::stop_token stop);

    [[nodiscard]] const TrainStep& step() const { return *step_; }
    [[nodiscard]] Activations activations() const { return activations_; }
    [[nodiscard]] std::uint64_t memory_bytes() const { return memory_bytes_; }  // weights included
    [[nodiscard]] const Mixture& mixture() const { return mixture_; }

private:
    struct Batch {
        std::vector<LabelledTokens> sequences;
        std::int64_t length = 0, tokens = 0;
    };
    // All that changes from step to step beside the parameters.
    struct Place {
        std::int64_t step = 0;
        double smoothed = 0.0, lowest = 0.0;  // loss
        double rate_share = 1.0;
        std::int64_t rollbacks = 0;
        std::vector<float> losses;
    };

    TrainingLoop(Mixture mixture, const LoopOptions& options)
        : mixture_(std::move(mixture)), options_(options)
    {
    }
    Result<void> plan_memory(const model::Transformer& base, const Parameters& parameters);
    [[nodiscard]] StepOptions step_options(Activations activations) const;
    [[nodiscard]] std::int64_t length_at(std::int64_t step) const;
    Result<Batch> draw();
    // Empty: stopped between two micro-batches.
    Result<std::optional<StepReport>> learn(const Batch& batch, const std::stop_token& stop);
    // Why a step must be undone; empty: it is fine.
    std::string judge(const StepReport& report);
    Result<void> undo(StepReport& report);
    Result<void> keep_state();
    Result<double> measure_held_out();
    [[nodiscard]] std::string identity() const;
    [[nodiscard]] std::string cursor() const;
    Result<void> read_cursor(std::string_view text);

    Mixture mixture_;
    LoopOptions options_;
    std::unique_ptr<TrainStep> step_;
    Activations activations_ = Activations::recompute;
    std::uint64_t memory_bytes_ = 0;
    Place place_;
    Place good_place_;
    StepState good_;
    double seconds_ = 0.0;  // of this run
    std::int64_t run_steps_ = 0;
};

}  // namespace longhand::train
