// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cublas_v2.h>
#include <cuda_runtime_api.h>

namespace longhand::gpu {

// Throws DeviceError when a call failed: out_of_memory where memory was short, else internal, with
// the call, its place and what the runtime said.
void check(cudaError_t status, const char* call, const char* file, int line);
void check(cublasStatus_t status, const char* call, const char* file, int line);

} // namespace longhand::gpu

// Wraps every call of CUDA and cuBLAS; behind a launch: GPU_CHECK(cudaGetLastError()).
#define GPU_CHECK(call) ::longhand::gpu::check((call), #call, __FILE__, __LINE__)
