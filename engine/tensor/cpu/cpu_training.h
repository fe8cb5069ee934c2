// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/cpu/dense_products.h"
#include "engine/tensor/cpu/packed_attention.h"
#include "engine/tensor/training.h"

#include <vector>

namespace longhand::tensor {

// What CpuBackend adds for training. Shares its kernels and threads.
class CpuTraining final : public TrainingSteps {
public:
    CpuTraining(const Kernels& kernels, ThreadPool& pool)
        : kernels_(kernels), pool_(pool), products_(kernels, pool), attention_(kernels, pool)
    {
    }

    void linear(std::span<const Tensor> outs, const Tensor& in,
                std::span<const Linear> layers) override;
    void rope(const Tensor& x, std::int64_t heads, const RopeTable& table,
              std::span<const std::int32_t> positions, Direction direction) override;
    void attend_packed(const Tensor& out, const Tensor& lse, const Tensor& q, const Tensor& k,
                       const Tensor& v, const AttentionShape& shape,
                       const PackedLayout& layout) override;
    void gate(const Tensor& out, const Tensor& g, const Tensor& u, Activation activation) override;
    void attend_packed_backward(const Tensor& dq, const Tensor& dk, const Tensor& dv,
                                const Tensor& dout, const Tensor& out, const Tensor& lse,
                                const Tensor& q, const Tensor& k, const Tensor& v,
                                const AttentionShape& shape, const PackedLayout& layout) override;
    void gate_backward(const Tensor& dg, const Tensor& du, const Tensor& dout, const Tensor& g,
                       const Tensor& u, Activation activation) override;
    void rms_norm_backward(const Tensor& dx, const Tensor& dgain, const Tensor& dy, const Tensor& x,
                           const Tensor& gain, float eps) override;
    void linear_backward(const Tensor& din, std::span<const LinearGradient> gradients,
                         std::span<const Tensor> douts, const Tensor& in,
                         std::span<const Linear> layers) override;
    void cross_entropy_gradient(const Tensor& nll, const Tensor& dhidden, const Tensor& dweight,
                                const Tensor& hidden, const Head& head,
                                std::span<const std::int32_t> targets, float scale) override;
    void embed_backward(const Tensor& dtable, const Tensor& dout,
                        std::span<const std::int32_t> tokens, float scale) override;
    void zero(const Tensor& tensor) override;
    void add_scaled(const Tensor& y, const Tensor& x, float scale) override;
    void square_sum(const Tensor& sum, const Tensor& values) override;
    void adamw(const Tensor& parameters, const Tensor& gradients, const Tensor& m, const Tensor& v,
               const AdamW& settings, const Tensor& square_sum) override;

private:
    // Labelled rows of a cross-entropy, gathered, with room for their logits.
    struct EntropyBlock {
        std::span<const std::int64_t> rows;
        float* hidden = nullptr;  // [rows, dim]
        float* logits = nullptr;  // [rows, vocabulary], then their gradients
        float* dhidden = nullptr; // [rows, dim]
    };

    void add_delta(float* out, const Tensor& in, const LoraDelta& delta);
    // The delta's input after dropout: `in` itself where nothing is dropped.
    const float* drop(const Tensor& in, const Dropout& dropout);
    // z [rows, rank] = scale * A x, zeroed before.
    void project(float* z, const float* x, std::int64_t rows, const LoraDelta& delta);
    void delta_backward(const Tensor& din, const LinearGradient& gradient, const Tensor& dout,
                        const Tensor& in, const LoraDelta& delta, bool trainable);
    void bias_backward(const Tensor& dbias, const Tensor& dout);
    void block_logits(const EntropyBlock& block, const Head& head);
    void logit_gradient(float* logits, std::int32_t target, float* nll, const Head& head,
                        float scale, int thread);

    const Kernels& kernels_;
    ThreadPool& pool_;
    DenseProducts products_;
    PackedAttention attention_;
    std::vector<std::int64_t> labelled_;
    Scratch kept_;       // inputs of a delta after dropout, then the gradient of them
    Scratch inner_;      // A x of a delta, and its gradient
    Scratch transposed_; // A of a delta, or for each thread some rows of the head
    Scratch factors_;    // of each row of a norm
    Scratch entropy_;    // an EntropyBlock
    Scratch capped_;     // for each thread a row of logits
};

} // namespace longhand::tensor
