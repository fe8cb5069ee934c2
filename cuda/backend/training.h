// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cuda/backend/packed_attention.h"
#include "cuda/backend/weight_tiles.h"
#include "cuda/gemm/gemm.h"
#include "engine/tensor/training.h"

namespace longhand::gpu {

// What CudaBackend adds for training. Products with f32 weights are true f32; all others take f16
// operands (gradients scaled, scaled_half.h) for the weight and TF32 for its deltas. Scratch grows
// with the first step of a size. Same inputs give the same bits.
class CudaTraining final : public tensor::TrainingSteps {
public:
    // portable: only kernels that every card has.
    CudaTraining(std::shared_ptr<MemoryAccount> account, HalfInputs& halves, cudaStream_t stream,
                 bool portable);

    void linear(std::span<const tensor::Tensor> outs, const tensor::Tensor& in,
                std::span<const tensor::Linear> layers) override;
    void rope(const tensor::Tensor& x, std::int64_t heads, const tensor::RopeTable& table,
              std::span<const std::int32_t> positions, tensor::Direction direction) override;
    void attend_packed(const tensor::Tensor& out, const tensor::Tensor& lse,
                       const tensor::Tensor& q, const tensor::Tensor& k, const tensor::Tensor& v,
                       const tensor::AttentionShape& shape,
                       const tensor::PackedLayout& layout) override;
    void gate(const tensor::Tensor& out, const tensor::Tensor& g, const tensor::Tensor& u,
              tensor::Activation activation) override;
    void attend_packed_backward(const tensor::Tensor& dq, const tensor::Tensor& dk,
                                const tensor::Tensor& dv, const tensor::Tensor& dout,
                                const tensor::Tensor& out, const tensor::Tensor& lse,
                                const tensor::Tensor& q, const tensor::Tensor& k,
                                const tensor::Tensor& v, const tensor::AttentionShape& shape,
                                const tensor::PackedLayout& layout) override;
    void gate_backward(const tensor::Tensor& dg, const tensor::Tensor& du,
                       const tensor::Tensor& dout, const tensor::Tensor& g, const tensor::Tensor& u,
                       tensor::Activation activation) override;
    void rms_norm_backward(const tensor::Tensor& dx, const tensor::Tensor& dgain,
                           const tensor::Tensor& dy, const tensor::Tensor& x,
                           const tensor::Tensor& gain, float eps) override;
    void linear_backward(const tensor::Tensor& din,
                         std::span<const tensor::LinearGradient> gradients,
                         std::span<const tensor::Tensor> douts, const tensor::Tensor& in,
                         std::span<const tensor::Linear> layers) override;
    void cross_entropy_gradient(const tensor::Tensor& nll, const tensor::Tensor& dhidden,
                                const tensor::Tensor& dweight, const tensor::Tensor& hidden,
                                const tensor::Head& head, std::span<const std::int32_t> targets,
                                float scale) override;
    void embed_backward(const tensor::Tensor& dtable, const tensor::Tensor& dout,
                        std::span<const std::int32_t> tokens, float scale) override;
    void zero(const tensor::Tensor& tensor) override;
    void add_scaled(const tensor::Tensor& y, const tensor::Tensor& x, float scale) override;
    void square_sum(const tensor::Tensor& sum, const tensor::Tensor& values) override;
    void adamw(const tensor::Tensor& parameters, const tensor::Tensor& gradients,
               const tensor::Tensor& m, const tensor::Tensor& v, const tensor::AdamW& settings,
               const tensor::Tensor& square_sum) override;

private:
    // f16 copy of a product's operand; operand = copy * *factor, or the copy itself where null.
    struct HalfOperand {
        const __half* values = nullptr;
        const float* factor = nullptr;
    };
    // Labelled rows of a cross-entropy whose logits are in memory at once.
    struct EntropyBlock {
        const std::int32_t* row_of = nullptr; // on the card
        const std::int32_t* targets = nullptr;
        std::int64_t rows = 0;
        float* hidden = nullptr; // [rows, dim]
        __half* hidden_half = nullptr;
        float* logits = nullptr;   // [rows, vocabulary]
        __half* dlogits = nullptr; // null where exact: in place of the logits
        float* dhidden = nullptr;  // [rows, dim]
    };
    HalfOperand scaled_half(const float* values, std::int64_t count);
    void multiply(float* out, const tensor::Tensor& in, HalfOperand& half,
                  const tensor::Tensor& weight);
    void add_delta(float* out, const tensor::Tensor& in, const tensor::LoraDelta& delta,
                   FloatProducts how);
    const float* drop(const tensor::Tensor& in, const tensor::Dropout& dropout);
    void weight_backward(const tensor::Tensor& din, const tensor::Tensor& dout,
                         const tensor::Tensor& weight);
    void delta_backward(const tensor::Tensor& din, const tensor::LinearGradient& gradient,
                        const tensor::Tensor& dout, const tensor::Tensor& in,
                        const tensor::LoraDelta& delta, bool trainable, FloatProducts how);
    EntropyBlock entropy_block(std::int64_t rows, std::int64_t dim, std::int64_t vocabulary,
                               bool exact);
    void block_logits(const EntropyBlock& block, const tensor::Head& head);
    void block_backward(const EntropyBlock& block, const tensor::Tensor& dweight,
                        const tensor::Tensor& weight, float scale);

    template <class Number> Number* scratch(DeviceBuffer& buffer, std::int64_t count)
    {
        return reinterpret_cast<Number*>(
            grow(buffer, account_, static_cast<std::uint64_t>(count) * sizeof(Number)));
    }

    std::shared_ptr<MemoryAccount> account_;
    HalfInputs& halves_;
    cudaStream_t stream_;
    Gemm gemm_;
    WeightTiles tiles_;
    PackedAttention attention_;
    SentNumbers positions_;
    SentNumbers labelled_;
    SentNumbers token_rows_;
    DeviceBuffer scale_;    // HalfScale of half_
    DeviceBuffer half_;     // a product's operand
    DeviceBuffer inner_;    // A x of a delta, behind it its gradient
    DeviceBuffer kept_;     // a delta's input after dropout, then its gradient
    DeviceBuffer factors_;  // of the rows of a norm
    DeviceBuffer partials_; // of sums over columns, or of squares
    DeviceBuffer entropy_;  // an EntropyBlock
};

} // namespace longhand::gpu
