// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/runtime/devices.h"

#include <cuda_runtime_api.h>

namespace longhand::gpu {
namespace {

constexpr int kOldestMajor = 8;

Error driver_error(cudaError_t status)
{
    if (status == cudaErrorInsufficientDriver)
        return {ErrorKind::unsupported,
                "no NVIDIA driver, or one older than this build needs; install or update it to "
                "use the card"};
    return {ErrorKind::unsupported,
            std::string("the CUDA runtime reports: ") + cudaGetErrorString(status)};
}

Result<Device> describe(int index)
{
    cudaDeviceProp properties{};
    if (const cudaError_t status = cudaGetDeviceProperties(&properties, index);
        status != cudaSuccess)
        return driver_error(status);
    Device device{.index = index,
                  .name = properties.name,
                  .compute_major = properties.major,
                  .compute_minor = properties.minor,
                  .memory_bytes = properties.totalGlobalMem};
    if (properties.major < kOldestMajor)
        device.refusal = device.name + " is older than compute capability 8.0; the CPU is used";
    std::size_t free_bytes = 0;
    std::size_t total_bytes = 0;
    if (cudaSetDevice(index) == cudaSuccess &&
        cudaMemGetInfo(&free_bytes, &total_bytes) == cudaSuccess)
        device.free_bytes = free_bytes;
    return device;
}

}  // namespace

Result<std::vector<Device>> list_devices()
{
    int count = 0;
    const cudaError_t status = cudaGetDeviceCount(&count);
    if (status == cudaErrorNoDevice)
        return std::vector<Device>{};
    if (status != cudaSuccess)
        return driver_error(status);
    std::vector<Device> devices;
    for (int index = 0; index < count; ++index) {
        TRY(Device device, describe(index));
        devices.push_back(std::move(device));
    }
    return devices;
}

}  // namespace longhand::gpu
