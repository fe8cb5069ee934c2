// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/tensor.h"

#include <cstddef>
#include <memory>
#include <span>

namespace longhand::tensor {

// Memory of this process: its own (aligned to 64 bytes, large ones to the huge page), or borrowed
// and then read-only.
class HostBuffer final : public Buffer {
public:
    // Null when there is no memory.
    static std::shared_ptr<HostBuffer> allocate(std::uint64_t bytes);
    static std::shared_ptr<HostBuffer> borrow(std::span<const std::byte> bytes,
                                              std::shared_ptr<const void> owner);
    ~HostBuffer() override;
    HostBuffer(const HostBuffer&) = delete;
    HostBuffer& operator=(const HostBuffer&) = delete;

    [[nodiscard]] std::uint64_t bytes() const override { return bytes_; }
    [[nodiscard]] const std::byte* read() const { return data_; }
    [[nodiscard]] std::byte* write() const; // ENSUREs that the memory is our own

private:
    HostBuffer() = default;
    std::byte* data_ = nullptr;
    std::uint64_t bytes_ = 0;
    std::size_t alignment_ = 0; // 0: borrowed
    std::shared_ptr<const void> owner_;
};

// The bytes of a tensor that lies plainly in a HostBuffer; ENSUREs that it does and stays inside.
std::span<const std::byte> host_bytes(const Tensor& tensor);
std::span<std::byte> writable_host_bytes(const Tensor& tensor);

// The same as numbers; ENSUREs type and alignment. i32 tensors are int32, f32 tensors float.
const float* floats(const Tensor& tensor);
float* writable_floats(const Tensor& tensor);
const std::int32_t* integers(const Tensor& tensor);

} // namespace longhand::tensor
