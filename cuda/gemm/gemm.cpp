// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/gemm/gemm.h"

#include "cuda/runtime/check.h"

namespace longhand::gpu {
namespace {

// What NVIDIA recommends for Hopper; given by hand, so that no product allocates.
constexpr std::uint64_t kWorkspaceBytes = 32U << 20U;

// cuBLAS counts columns first: y^T [out, rows] = w x^T.
void multiply(cublasHandle_t handle, void* y, cudaDataType_t y_type, const void* x, const void* w,
              cudaDataType_t type, const ProductShape& shape, cublasComputeType_t compute)
{
    if (shape.rows == 0 || shape.out == 0)
        return;
    const auto in = static_cast<int>(shape.in);
    GPU_CHECK(cublasGemmEx(handle, CUBLAS_OP_T, CUBLAS_OP_N, static_cast<int>(shape.out),
                           static_cast<int>(shape.rows), in, &shape.alpha, w, type, in, x, type, in,
                           &shape.beta, y, y_type, static_cast<int>(shape.y_stride), compute,
                           CUBLAS_GEMM_DEFAULT));
}

} // namespace

Gemm::Gemm(std::shared_ptr<MemoryAccount> account, cudaStream_t stream)
    : workspace_(std::move(account), kWorkspaceBytes)
{
    GPU_CHECK(cublasCreate(&handle_));
    GPU_CHECK(cublasSetStream(handle_, stream));
    GPU_CHECK(cublasSetWorkspace(handle_, workspace_.as(), workspace_.bytes()));
}

Gemm::~Gemm()
{
    cublasDestroy(handle_);
}

void Gemm::product(float* y, const __half* x, const __half* w, const ProductShape& shape) const
{
    multiply(handle_, y, CUDA_R_32F, x, w, CUDA_R_16F, shape, CUBLAS_COMPUTE_32F);
}

void Gemm::product(__half* y, const __half* x, const __half* w, const ProductShape& shape) const
{
    multiply(handle_, y, CUDA_R_16F, x, w, CUDA_R_16F, shape, CUBLAS_COMPUTE_32F);
}

void Gemm::product(float* y, const float* x, const float* w, const ProductShape& shape) const
{
    multiply(handle_, y, CUDA_R_32F, x, w, CUDA_R_32F, shape, CUBLAS_COMPUTE_32F_PEDANTIC);
}

} // namespace longhand::gpu
