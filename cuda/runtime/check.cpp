// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/runtime/check.h"

#include "engine/base/error.h"

namespace longhand::gpu {
namespace {

[[noreturn]] void fail(ErrorKind kind, const char* reason, const char* call, const char* file,
                       int line)
{
    throw DeviceError(kind, std::string(call) + " at " + file + ":" + std::to_string(line) + ": " +
                                reason);
}

} // namespace

void check(cudaError_t status, const char* call, const char* file, int line)
{
    if (status == cudaSuccess)
        return;
    fail(status == cudaErrorMemoryAllocation ? ErrorKind::out_of_memory : ErrorKind::internal,
         cudaGetErrorString(status), call, file, line);
}

void check(cublasStatus_t status, const char* call, const char* file, int line)
{
    if (status == CUBLAS_STATUS_SUCCESS)
        return;
    fail(status == CUBLAS_STATUS_ALLOC_FAILED ? ErrorKind::out_of_memory : ErrorKind::internal,
         cublasGetStatusString(status), call, file, line);
}

} // namespace longhand::gpu
