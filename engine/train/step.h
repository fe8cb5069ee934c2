// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/train/decoder_pass.h"
#include "engine/train/parameters.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

namespace longhand::train {

// A sequence to learn from: labels[t] is what position t - 1 should have predicted, usually
// tokens[t], or -1 where nothing is to be learned. The first label never counts. Both borrowed, of
// equal size, 1 to `positions` tokens.
struct TrainingSequence {
    std::span<const TokenId> tokens;
    std::span<const TokenId> labels;
};

struct StepOptions {
    std::int64_t rows = 0;       // most tokens of one micro-batch, all sequences together
    std::int64_t positions = 0;  // longest sequence
    // 0: dense attention. Else S2 with this group, even; each sequence is cut by itself (s2.h).
    // Only training steps attend so, never `losses`.
    std::int64_t s2_group = 0;
    Activations activations = Activations::recompute;
    float beta1 = 0.9F;
    float beta2 = 0.999F;
    float eps = 1e-8F;
    float weight_decay = 0.0F;  // decoupled, of every trained tensor
    float max_norm = 0.0F;      // of all gradients together; 0: not clipped
};

enum class Weights : std::uint8_t { base, trained };

// Everything that the next step depends on, in host memory; pending gradients are not part of it.
struct StepState {
    std::vector<float> values, first_moments, second_moments;
    std::int64_t updates = 0;
    std::uint64_t micro_batches = 0;
};

// One step of training, whatever drives it: micro-batches add their gradients, an update clips and
// applies them. Frozen weights stay as they were loaded, of any type. Deterministic: the same
// calls give the same bits. Threads: one caller at a time.
class TrainStep {
public:
    // Fails: invalid, out_of_memory.
    static Result<std::unique_ptr<TrainStep>> make(std::shared_ptr<const model::Transformer> base,
                                                   std::shared_ptr<Parameters> parameters,
                                                   const StepOptions& options);
    // Whether activations are kept, as far as memory allows (`limit_bytes`; 0: what the backend
    // says is free): both ways give the same bits. Fails: out_of_memory, naming what is needed.
    static Result<Activations> choose_activations(const model::Transformer& base,
                                                  const StepOptions& options,
                                                  std::uint64_t limit_bytes);
    // Memory of the step beside the base's and the parameters'.
    static std::uint64_t bytes(const model::ModelConfig& config, const StepOptions& options)
    {
        return DecoderPass::bytes(config, {options.rows, options.positions, options.activations});
    }

    struct Loss {
        double sum = 0.0;         // of the losses of all labels, in nats
        std::int64_t labels = 0;  // how many
        [[nodiscard]] double mean() const { return labels > 0 ? sum / static_cast<double>(labels) : 0.0; }
    };
    // Labels that a micro-batch counts: `total_labels` of accumulate is their sum over a step.
    static std::int64_t count_labels(std::span<const TrainingSequence> sequences);

    // Forward and backward over sequences packed behind one another; their gradients, those of the
    // mean over `total_labels`, are added up. Each call draws its own dropout.
    // Fails: invalid (too long, no label, a token outside the vocabulary), DeviceError's kinds.
    Result<Loss> accumulate(std::span<const TrainingSequence> sequences, std::int64_t total_labels);
    // Clips, applies AdamW and forgets the gradients. Returns their global norm before clipping;
    // when it is not finite nothing has changed but the step's number.
    Result<double> update(double learning_rate);
    // Drops the gradients that were added up since the last update, as if they never had been.
    Result<void> forget();
    // From the next micro-batch on; 0: dense. Even.
    void attend_in_groups(std::int64_t s2_group);
    // The loss alone: dense, without dropout, of the base or of what has been trained.
    Result<Loss> losses(std::span<const TrainingSequence> sequences, Weights weights);

    [[nodiscard]] std::int64_t updates() const { return updates_; }
    [[nodiscard]] const std::shared_ptr<Parameters>& parameters() const { return parameters_; }
    [[nodiscard]] const model::Transformer& base() const { return *base_; }
    // The model as trained so far, for generation: shares all memory, so it moves with each update.
    [[nodiscard]] std::shared_ptr<const model::Transformer> trained() const;

    // As it was made: nothing trained, no moments, the first dropout. Fails: DeviceError's kinds.
    Result<void> restart();
    // To go back to. The state must be this step's own. Fails: DeviceError's kinds.
    [[nodiscard]] Result<StepState> state() const;
    Result<void> restore(const StepState& state);
    // The same as a file of our own, written whole or not at all; load continues bit for bit.
    // `cursor` is the caller's own state (schedule, place in the corpus), given back by load.
    // Fails: unreadable, out_of_memory (disk full); load: not_found, corrupt, invalid (made for
    // other parameters).
    Result<void> save(const std::filesystem::path& path, std::span<const std::byte> cursor) const;
    Result<std::vector<std::byte>> load(const std::filesystem::path& path);

private:
    TrainStep(std::shared_ptr<const model::Transformer> base,
              std::shared_ptr<Parameters> parameters, const StepOptions& options);
    Result<void> pack(std::span<const TrainingSequence> sequences, std::int64_t s2_group);
    [[nodiscard]] DecoderPass::Input input(const model::TransformerParts& parts) const;
    Loss sum_losses(std::size_t rows) const;

    std::shared_ptr<const model::Transformer> base_;
    std::shared_ptr<Parameters> parameters_;
    StepOptions options_;
    std::unique_ptr<DecoderPass> pass_;
    model::TransformerParts base_parts_, trained_parts_;
    tensor::Tensor square_sum_;  // [1]
    std::int64_t updates_ = 0;
    std::uint64_t micro_batches_ = 0;  // dropout's counter
    std::uint64_t pending_ = 0;        // of them, since the last update
    // The packed rows of a micro-batch.
    std::vector<TokenId> tokens_, targets_;
    std::vector<std::int32_t> positions_, boundaries_, shifted_;
    std::vector<float> nll_;
};

}  // namespace longhand::train
