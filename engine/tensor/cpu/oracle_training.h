// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/training.h"

namespace longhand::tensor {

// The training steps of the oracle: formulas written down, sums in f64, one thread.
class OracleTraining final : public TrainingSteps {
public:
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
};

} // namespace longhand::tensor
