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

// Large products through cuBLAS, queued on one stream. Sums in f32; f32 operands are multiplied as
// such, without rounding them to TF32. Throws DeviceError.
class Gemm {
public:
    Gemm(std::shared_ptr<MemoryAccount> account, cudaStream_t stream);
    ~Gemm();
    Gemm(const Gemm&) = delete;
    Gemm& operator=(const Gemm&) = delete;

    void product(float* y, const __half* x, const __half* w, const ProductShape& shape) const;
    void product(__half* y, const __half* x, const __half* w, const ProductShape& shape) const;
    void product(float* y, const float* x, const float* w, const ProductShape& shape) const;

private:
    cublasHandle_t handle_ = nullptr;
    DeviceBuffer workspace_;
};

} // namespace longhand::gpu
