// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/random.h"
#include "engine/model/decoder_parts.h"
#include "engine/tensor/training.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace longhand::train {

// What of a model is trained.
struct TrainableOptions {
    std::int64_t rank = 8;  // 0: no LoRA
    float alpha = 16.0F;    // the delta counts alpha / rank
    float dropout = 0.0F;   // of the deltas' inputs, [0, 1)
    std::vector<model::LinearKind> targets;  // in every layer
    bool embeddings = false;  // the table; with a tied head, the head as well
    bool norms = false;       // every gain
    Seed seed;                // of A, and of dropout
};

// One trained tensor: views into the flat buffers.
struct Parameter {
    std::string name;  // "layers.0.self_attn.q_proj.lora_A.weight", "embed_tokens.weight"
    tensor::Tensor value;
    tensor::Tensor gradient;
};

// All that is trained, with gradients and the optimiser's moments: four flat f32 buffers of a
// backend, so that the optimiser is one step and a state one block of bytes. Values are f32
// whatever the model's weights are. A starts uniform in +-1 / sqrt(in), B with zeros (PEFT), so that
// a fresh set changes nothing; a tensor's start depends on the seed and its name alone.
class Parameters {
public:
    // Embeddings and norms start as the base's. Fails: out_of_memory, invalid (nothing to train, a
    // rank or dropout without sense), unsupported (a table whose type has no plain values).
    static Result<std::shared_ptr<Parameters>> make(const model::Transformer& base,
                                                    const TrainableOptions& options);

    [[nodiscard]] const std::vector<Parameter>& all() const { return all_; }
    // Null when nothing is called so.
    [[nodiscard]] const Parameter* find(std::string_view name) const;
    [[nodiscard]] const TrainableOptions& options() const { return options_; }
    // The base's parts with what is trained in their place: deltas behind the base's own, f32
    // embeddings and norms. They borrow this set's memory. No dropout.
    [[nodiscard]] model::TransformerParts parts_over(const model::Transformer& base);
    // As it was made. Fails: DeviceError's kinds.
    Result<void> restart(const model::Transformer& base);
    // Gives every trained delta a mask of its own from here on, or none.
    void draw_dropout(Seed seed);
    void clear_dropout();

    [[nodiscard]] const tensor::Tensor& values() const { return values_; }
    [[nodiscard]] const tensor::Tensor& gradients() const { return gradients_; }
    [[nodiscard]] const tensor::Tensor& first_moments() const { return first_moments_; }
    [[nodiscard]] const tensor::Tensor& second_moments() const { return second_moments_; }
    [[nodiscard]] std::int64_t count() const { return count_; }  // trained numbers
    [[nodiscard]] std::uint64_t bytes() const;                   // all four buffers

    // Sets or reads one tensor. Sizes must agree.
    void set(const Parameter& parameter, std::span<const float> values);
    [[nodiscard]] std::vector<float> get(const tensor::Tensor& tensor) const;

private:
    struct Plan;
    Parameters(std::shared_ptr<tensor::Backend> backend, const TrainableOptions& options);
    Result<void> allocate_all(const Plan& plan);
    Result<void> start(const model::Transformer& base);
    void build_deltas(const model::Transformer& base);

    std::shared_ptr<tensor::Backend> backend_;
    TrainableOptions options_;
    std::vector<Parameter> all_;
    // For each layer and kind: the base's deltas, then ours. Parts borrow them.
    std::vector<std::vector<tensor::LoraDelta>> deltas_;
    tensor::Tensor values_, gradients_, first_moments_, second_moments_;  // [padded count]
    std::vector<tensor::LoraDelta*> trained_;  // ours
    std::int64_t count_ = 0;
};

}  // namespace longhand::train
