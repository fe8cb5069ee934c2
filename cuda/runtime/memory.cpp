// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/runtime/memory.h"

#include "cuda/runtime/check.h"
#include "engine/base/error.h"

#include <algorithm>
#include <string>

namespace longhand::gpu {

Stream::Stream()
{
    GPU_CHECK(cudaStreamCreateWithFlags(&stream_, cudaStreamNonBlocking));
}

Stream::~Stream()
{
    cudaStreamDestroy(stream_);
}

void Stream::wait() const
{
    GPU_CHECK(cudaStreamSynchronize(stream_));
}

bool MemoryAccount::take(std::uint64_t bytes)
{
    if (limit_ > 0 && (bytes > limit_ || used_ > limit_ - bytes))
        return false;
    used_ += bytes;
    most_ = std::max(most_, used_);
    return true;
}

DeviceBuffer::DeviceBuffer(std::shared_ptr<MemoryAccount> account, std::uint64_t bytes)
{
    if (bytes == 0)
        return;
    if (!account->take(bytes))
        throw DeviceError(ErrorKind::out_of_memory,
                          std::to_string(bytes) + " bytes on the card, where " +
                              std::to_string(account->used()) + " of the allowed " +
                              std::to_string(account->limit()) + " are taken");
    account_ = std::move(account);
    bytes_ = bytes;
    const cudaError_t status = cudaMalloc(&data_, bytes);
    if (status == cudaSuccess)
        return;
    (void)cudaGetLastError(); // the next launch must not report it again
    data_ = nullptr;
    release();
    GPU_CHECK(status);
}

DeviceBuffer& DeviceBuffer::operator=(DeviceBuffer&& other) noexcept
{
    DeviceBuffer taken(std::move(other));
    swap(taken);
    return *this;
}

void DeviceBuffer::release()
{
    if (data_ != nullptr)
        cudaFree(data_);
    if (account_ != nullptr)
        account_->give_back(bytes_);
    account_ = nullptr;
    data_ = nullptr;
    bytes_ = 0;
}

void DeviceBuffer::swap(DeviceBuffer& other) noexcept
{
    std::swap(account_, other.account_);
    std::swap(data_, other.data_);
    std::swap(bytes_, other.bytes_);
}

std::byte* grow(DeviceBuffer& buffer, const std::shared_ptr<MemoryAccount>& account,
                std::uint64_t bytes)
{
    if (buffer.bytes() < bytes) {
        buffer = DeviceBuffer(); // before the larger one, so that both need not fit
        buffer = DeviceBuffer(account, bytes);
    }
    return buffer.as();
}

PinnedBuffer::PinnedBuffer(std::uint64_t bytes) : bytes_(bytes)
{
    void* data = nullptr;
    GPU_CHECK(cudaMallocHost(&data, bytes));
    data_ = static_cast<std::byte*>(data);
}

PinnedBuffer::~PinnedBuffer()
{
    cudaFreeHost(data_);
}

} // namespace longhand::gpu
