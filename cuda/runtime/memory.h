// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cuda_runtime_api.h>
#include <memory>
#include <utility>

namespace longhand::gpu {

// Owners of what the runtime hands out. Move-only; they free what they hold.

class Stream {
public:
    Stream(); // throws DeviceError
    ~Stream();
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;
    [[nodiscard]] cudaStream_t get() const { return stream_; }
    void wait() const; // until everything queued is done

private:
    cudaStream_t stream_ = nullptr;
};

// Counts the bytes of one backend's buffers against a limit (0: none). Outlives its buffers.
class MemoryAccount {
public:
    explicit MemoryAccount(std::uint64_t limit_bytes) : limit_(limit_bytes) {}
    [[nodiscard]] std::uint64_t used() const { return used_; }
    [[nodiscard]] std::uint64_t most() const { return most_; }
    [[nodiscard]] std::uint64_t limit() const { return limit_; }
    [[nodiscard]] bool take(std::uint64_t bytes);
    void give_back(std::uint64_t bytes) { used_ -= bytes; }

private:
    std::uint64_t limit_ = 0;
    std::uint64_t used_ = 0;
    std::uint64_t most_ = 0;
};

// Memory of the device, 256-byte aligned.
class DeviceBuffer {
public:
    DeviceBuffer() = default;
    // Throws DeviceError: out_of_memory when the device or the account has no more.
    DeviceBuffer(std::shared_ptr<MemoryAccount> account, std::uint64_t bytes);
    ~DeviceBuffer() { release(); }
    DeviceBuffer(DeviceBuffer&& other) noexcept { swap(other); }
    DeviceBuffer& operator=(DeviceBuffer&& other) noexcept;
    DeviceBuffer(const DeviceBuffer&) = delete;
    DeviceBuffer& operator=(const DeviceBuffer&) = delete;

    template <class T = std::byte> [[nodiscard]] T* as() const { return static_cast<T*>(data_); }
    [[nodiscard]] std::uint64_t bytes() const { return bytes_; }

private:
    void release();
    void swap(DeviceBuffer& other) noexcept;

    std::shared_ptr<MemoryAccount> account_;
    void* data_ = nullptr;
    std::uint64_t bytes_ = 0;
};

// At least `bytes` in `buffer`: what it has, or a larger one in its place. Throws DeviceError.
std::byte* grow(DeviceBuffer& buffer, const std::shared_ptr<MemoryAccount>& account,
                std::uint64_t bytes);

// Host memory that the device copies from without staging.
class PinnedBuffer {
public:
    explicit PinnedBuffer(std::uint64_t bytes); // throws DeviceError
    ~PinnedBuffer();
    PinnedBuffer(const PinnedBuffer&) = delete;
    PinnedBuffer& operator=(const PinnedBuffer&) = delete;
    [[nodiscard]] std::byte* data() const { return data_; }
    [[nodiscard]] std::uint64_t bytes() const { return bytes_; }

private:
    std::byte* data_ = nullptr;
    std::uint64_t bytes_ = 0;
};

} // namespace longhand::gpu
