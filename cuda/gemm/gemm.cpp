// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/gemm/gemm.h"

#include "cuda/runtime/check.h"

namespace longhand::gpu {
namespace {

// What NVIDIA recommends for Hopper; given by hand, so that no product allocates.
constexpr std::uint64_t kWorkspaceBytes = 32U << 20U;

// cuBLAS counts columns first: y^T [out, rows] = w x^T.
void run_product(cublasHandle_t handle, void* y, cudaDataType_t y_type, const void* x,
                 const void* w, cudaDataType_t type, const ProductShape& shape,
                 cublasComputeType_t compute)
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
    : workspace_(account, kWorkspaceBytes), constants_(account, 2 * sizeof(float))
{
    constexpr float kConstants[] = {0.0F, 1.0F};
    GPU_CHECK(cudaMemcpy(constants_.as(), kConstants, sizeof(kConstants), cudaMemcpyHostToDevice));
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
    run_product(handle_, y, CUDA_R_32F, x, w, CUDA_R_16F, shape, CUBLAS_COMPUTE_32F);
}

void Gemm::product(__half* y, const __half* x, const __half* w, const ProductShape& shape) const
{
    run_product(handle_, y, CUDA_R_16F, x, w, CUDA_R_16F, shape, CUBLAS_COMPUTE_32F);
}

void Gemm::product(float* y, const float* x, const float* w, const ProductShape& shape) const
{
    run_product(handle_, y, CUDA_R_32F, x, w, CUDA_R_32F, shape, CUBLAS_COMPUTE_32F_PEDANTIC);
}

template <class Number>
void Gemm::run(float* y, const Operand<Number>& a, const Operand<Number>& b,
               const GeneralShape& shape, cudaDataType_t type, cublasComputeType_t compute) const
{
    if (shape.rows == 0 || shape.columns == 0)
        return;
    const float beta = shape.add ? 1.0F : 0.0F;
    const float* factors[] = {&shape.factor, &beta};
    if (shape.device_factor != nullptr) {
        factors[0] = shape.device_factor;
        factors[1] = constants_.as<float>() + (shape.add ? 1 : 0);
        GPU_CHECK(cublasSetPointerMode(handle_, CUBLAS_POINTER_MODE_DEVICE));
    }
    // cuBLAS counts columns first: y^T = b^T a^T.
    const cublasStatus_t status = cublasGemmEx(
        handle_, b.transposed ? CUBLAS_OP_T : CUBLAS_OP_N, a.transposed ? CUBLAS_OP_T : CUBLAS_OP_N,
        static_cast<int>(shape.columns), static_cast<int>(shape.rows),
        static_cast<int>(shape.depth), factors[0], b.values, type, static_cast<int>(b.stride),
        a.values, type, static_cast<int>(a.stride), factors[1], y, CUDA_R_32F,
        static_cast<int>(shape.y_stride), compute, CUBLAS_GEMM_DEFAULT);
    GPU_CHECK(cublasSetPointerMode(handle_, CUBLAS_POINTER_MODE_HOST));
    GPU_CHECK(status);
}

void Gemm::multiply(float* y, const Operand<__half>& a, const Operand<__half>& b,
                    const GeneralShape& shape) const
{
    run(y, a, b, shape, CUDA_R_16F, CUBLAS_COMPUTE_32F);
}

void Gemm::multiply(float* y, const Operand<float>& a, const Operand<float>& b,
                    const GeneralShape& shape, FloatProducts how) const
{
    run(y, a, b, shape, CUDA_R_32F,
        how == FloatProducts::exact ? CUBLAS_COMPUTE_32F_PEDANTIC : CUBLAS_COMPUTE_32F_FAST_TF32);
}

} // namespace longhand::gpu
