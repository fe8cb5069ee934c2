// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/token.h"
#include "engine/model/decoder_parts.h"
#include "engine/tensor/training.h"
#include "engine/train/parameters.h"

#include <memory>
#include <span>
#include <vector>

namespace longhand::train {

// Whether a layer's activations are kept for the backward pass or computed again from its input:
// about a third more time for a sixteenth of the memory.
enum class Activations : std::uint8_t { keep, recompute };

// One packed forward and backward pass over whole sequences, for every decoder that a ModelConfig
// describes, written once above the backend: what the inference runner computes, with everything
// kept that a gradient needs. All memory is taken when it is made. Throws DeviceError.
class DecoderPass {
public:
    struct Options {
        std::int64_t rows = 0;       // most rows of a pass
        std::int64_t positions = 0;  // longest sequence
        // A rule whose table depends on the length takes it for these positions.
        Activations activations = Activations::recompute;
    };
    // Fails: out_of_memory, invalid.
    static Result<std::unique_ptr<DecoderPass>> make(std::shared_ptr<const model::Transformer> base,
                                                     const Options& options);
    // What `make` takes.
    static std::uint64_t bytes(const model::ModelConfig& config, const Options& options);

    // What a pass runs over. `tokens`: one for each row of the layout. All borrowed.
    struct Input {
        const model::TransformerParts* parts = nullptr;
        std::span<const TokenId> tokens;
        tensor::PackedLayout layout;
    };
    // Ends with the normed hidden state of every row. `for_backward`: keeps what backward needs.
    void forward(const Input& input, bool for_backward);
    // nll [rows] of the targets over the last forward pass; a target of -1 gives 0.
    void losses(const Input& input, std::span<const TokenId> targets, std::span<float> nll);
    // After a forward pass that was kept: adds scale * the gradients of the summed losses to the
    // set's gradients, and yields the losses.
    void backward(const Input& input, Parameters& parameters, std::span<const TokenId> targets,
                  float scale, std::span<float> nll);

private:
    // A layer's activations, [rows, columns] each.
    struct Slot {
        tensor::Tensor normed;        // the input of q, k and v
        tensor::Tensor raw_q, raw_k;  // before the norms of heads; empty without them
        tensor::Tensor q, k, v;       // rotated
        tensor::Tensor attended, lse;
        tensor::Tensor attention_out;  // o's output; kept for a norm behind it
        tensor::Tensor middle;         // the residual stream between the blocks
        tensor::Tensor mlp_normed, gate, up, gated;
        tensor::Tensor mlp_out;
    };

    DecoderPass(std::shared_ptr<const model::Transformer> base, const Options& options);
    Result<void> allocate_all();
    Result<void> allocate_slot(Slot& slot);
    Result<void> take(tensor::Tensor& tensor, std::int64_t columns);
    [[nodiscard]] Slot& slot(std::size_t layer)
    {
        return slots_[options_.activations == Activations::keep ? layer : 0];
    }
    [[nodiscard]] Slot cut(const Slot& slot) const;  // to the rows of this pass
    [[nodiscard]] tensor::Tensor rows(const tensor::Tensor& tensor) const;
    [[nodiscard]] tensor::AttentionShape attention_shape(std::size_t layer) const;
    [[nodiscard]] const tensor::RopeTable& rope_of(std::size_t layer) const;

    // As exact as the rest of the pass.
    [[nodiscard]] static tensor::Head head_of(const Input& input);
    void attention_forward(const Input& input, std::size_t layer, const Slot& at);
    void mlp_forward(const Input& input, std::size_t layer, const Slot& at);
    void turn(const Input& input, std::size_t layer, const Slot& at);
    void recompute(const Input& input, std::size_t layer);
    void mlp_backward(const Input& input, std::size_t layer, const Slot& at,
                      Parameters& parameters);
    void attention_backward(const Input& input, std::size_t layer, const Slot& at,
                            Parameters& parameters, bool need_input);
    void heads_backward(const Input& input, std::size_t layer, const Slot& at,
                        Parameters& parameters);
    // The gradient of what a block added, from that of the residual stream.
    tensor::Tensor block_gradient(const tensor::Tensor& raw, const tensor::Tensor& gain,
                                  const tensor::Tensor& dgain);

    std::shared_ptr<const model::Transformer> base_;
    Options options_;
    tensor::RopeTable rope_, local_rope_;
    std::vector<Slot> slots_;              // one a layer, or one for all
    std::vector<tensor::Tensor> streams_;  // the residual stream before each layer, and at the end
    tensor::Tensor tokens_, nll_;          // [rows]
    tensor::Tensor hidden_;                // normed, at the end
    tensor::Tensor dstream_, dnormed_, dblock_;  // [rows, dim]
    tensor::Tensor dgate_, dup_;                 // [rows, mlp_dim]
    tensor::Tensor dattended_, dq_, dk_, dv_, draw_q_, draw_k_;
    std::int64_t rows_ = 0;  // of this pass
};

}  // namespace longhand::train
