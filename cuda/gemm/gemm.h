// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cuda/runtime/memory.h"

#include <cstdint>
#include <cublas_v2.h>
#include <cuda_fp16.h>
#include <memory>

namespace longhand::gpu {

// Row-major: y[rows, out] = alpha * x[rows, in] w[out, in]^T + beta * y, y_stride values from one
// row of y to the next.
struct ProductShape {
    std::int64_t rows = 0;
    std::int64_t out = 0;
    std::int64_t in = 0;
    std::int64_t y_stride = 0;
    float alpha = 1.0F;
    float beta = 0.0F;
};

// A row-major operand of a general product, `stride` values from one stored row to the next.
template <class Number> struct Operand {
    const Number* values = nullptr;
    std::int64_t stride = 0;
    bool transposed = false;
};

// y[rows, columns] = factor * a[rows, depth] b[depth, columns], set or added.
struct GeneralShape {
    std::int64_t rows = 0;
    std::int64_t columns = 0;
    std::int64_t depth = 0;
    std::int64_t y_stride = 0;
    bool add = true;
    float factor = 1.0F;
    const float* device_factor = nullptr; // in its place where not null
};

// What f32 operands are multiplied as: themselves, or rounded to the 11 bits of TF32's mantissa.
enum class FloatProducts : std::uint8_t { exact, rounded };

// Large products through cuBLAS, queued on one stream. Sums in f32. Throws DeviceError.
class Gemm {
public:
    Gemm(std::shared_ptr<MemoryAccount> account, cudaStream_t stream);
    ~Gemm();
    Gemm(const Gemm&) = delete;
    Gemm& operator=(const Gemm&) = delete;

    void product(float* y, const __half* x, const __half* w, const ProductShape& shape) const;
    void product(__half* y, const __half* x, const __half* w, const ProductShape& shape) const;
    // f32 operands are multiplied exactly.
    void product(float* y, const float* x, const float* w, const ProductShape& shape) const;

    void multiply(float* y, const Operand<__half>& a, const Operand<__half>& b,
                  const GeneralShape& shape) const;
    void multiply(float* y, const Operand<float>& a, const Operand<float>& b,
                  const GeneralShape& shape, FloatProducts how) const;

private:
    template <class Number>
    void run(float* y, const Operand<Number>& a, const Operand<Number>& b,
             const GeneralShape& shape, cudaDataType_t type, cublasComputeType_t compute) const;

    cublasHandle_t handle_ = nullptr;
    DeviceBuffer workspace_;
    DeviceBuffer constants_; // 0 and 1, for factors that lie on the device
};

} // namespace longhand::gpu
