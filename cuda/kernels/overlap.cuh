// SPDX-License-Identifier: GPL-3.0-or-later
// Kernels of a decode step follow one another in microseconds. On cards that can (compute
// capability 9.0), each starts while the one before it still runs, reads what does not depend on it
// (weights), and then waits for it.
#pragma once

#include "cuda/runtime/check.h"

#include <cuda_runtime.h>

namespace longhand::gpu {

// The next kernel of the stream may come to the card from here on.
__device__ __forceinline__ void let_next_begin()
{
#if defined(__CUDA_ARCH__) && __CUDA_ARCH__ >= 900
    asm volatile("griddepcontrol.launch_dependents;");
#endif
}

// Until everything that was queued before is done. Every block of a kernel launched with
// launch_overlapped calls it before it reads results or writes.
__device__ __forceinline__ void wait_for_previous()
{
#if defined(__CUDA_ARCH__) && __CUDA_ARCH__ >= 900
    asm volatile("griddepcontrol.wait;" ::: "memory");
#endif
}

// Whether the current device overlaps kernels so.
inline bool can_overlap()
{
    static const bool able = [] {
        int device = 0;
        int major = 0;
        GPU_CHECK(cudaGetDevice(&device));
        GPU_CHECK(cudaDeviceGetAttribute(&major, cudaDevAttrComputeCapabilityMajor, device));
        return major >= 9;
    }();
    return able;
}

template <class Parameter>
void launch_overlapped(void (*kernel)(Parameter), dim3 grid, int threads, int shared_bytes,
                       cudaStream_t stream, const Parameter& parameter)
{
    cudaLaunchAttribute attribute = {};
    attribute.id = cudaLaunchAttributeProgrammaticStreamSerialization;
    attribute.val.programmaticStreamSerializationAllowed = 1;
    cudaLaunchConfig_t config = {};
    config.gridDim = grid;
    config.blockDim = dim3(static_cast<unsigned>(threads));
    config.dynamicSmemBytes = static_cast<std::size_t>(shared_bytes);
    config.stream = stream;
    config.attrs = &attribute;
    config.numAttrs = can_overlap() ? 1 : 0;
    GPU_CHECK(cudaLaunchKernelEx(&config, kernel, parameter));
}

} // namespace longhand::gpu
