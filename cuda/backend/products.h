// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cuda/backend/half_inputs.h"
#include "cuda/backend/weight_tiles.h"
#include "cuda/gemm/gemm.h"
#include "cuda/kernels/small_linear.h"
#include "engine/tensor/backend.h"

#include <memory>

namespace longhand::gpu {

// Every step that multiplies with weights. Few rows go to kernels that read a weight once and
// expand it in registers; many rows to cuBLAS, codes first expanded into a scratch tile of f16.
class Products {
public:
    Products(std::shared_ptr<MemoryAccount> account, HalfInputs& halves, cudaStream_t stream);

    void reserve(const tensor::Workspace& workspace);
    void linear(std::span<const tensor::Tensor> outs, const tensor::Tensor& in,
                std::span<const tensor::Linear> layers);
    void gated_mlp(const tensor::Tensor& out, const tensor::Tensor& in, const tensor::Linear& gate,
                   const tensor::Linear& up, const tensor::Linear& down,
                   tensor::Activation activation);
    void logits(const tensor::Tensor& out, const tensor::Tensor& hidden, const tensor::Head& head);
    void cross_entropy(const tensor::Tensor& nll, const tensor::Tensor& hidden,
                       const tensor::Head& head, const tensor::Tensor& targets);

private:
    // Rows of an input; `half` is filled when the first product asks for it.
    struct Rows {
        const float* x = nullptr; // null: only `half` exists
        const __half* half = nullptr;
        std::int64_t count = 0;
        std::int64_t depth = 0;
        float half_scale = 1.0F; // x = half * half_scale
    };
    // y += / = W x without bias and deltas.
    void multiply(float* y, const tensor::Tensor& weight, Rows& in, float alpha);
    template <class Out>
    void multiply_half(Out* y, const tensor::Tensor& weight, Rows& in, float alpha);
    bool small(std::span<float* const> ys, Rows& in, std::span<const tensor::Linear> layers);
    void apply(float* y, const tensor::Linear& layer, Rows& in);
    void apply_deltas(float* y, const tensor::Linear& layer, Rows& in);
    void gate_small(const tensor::Linear& gate, const tensor::Linear& up, Rows& in,
                    GateActivation activation, __half* inner);
    void gate_large(const tensor::Linear& gate, const tensor::Linear& up, Rows& in,
                    GateActivation activation, __half* inner);
    void gate_exact(float* y, const tensor::Linear& gate, const tensor::Linear& up,
                    const tensor::Linear& down, Rows& in, GateActivation activation);
    const __half* half_of(Rows& in);
    std::byte* scratch(DeviceBuffer& buffer, std::uint64_t bytes)
    {
        return grow(buffer, account_, bytes);
    }

    std::shared_ptr<MemoryAccount> account_;
    HalfInputs& halves_;
    cudaStream_t stream_;
    Gemm gemm_;
    WeightTiles tiles_;
    DeviceBuffer inner_;  // hidden activations of the gated MLP
    DeviceBuffer gates_;  // gate and up where they are computed apart
    DeviceBuffer delta_;  // A x of a low-rank update
    DeviceBuffer logits_; // a block of rows
};

} // namespace longhand::gpu
