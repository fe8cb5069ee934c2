// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/cpu/host_buffer.h"

#include <memory>

namespace longhand::tensor {

// Memory that grows when a step asks for more than was announced, and never shrinks.
class Scratch {
public:
    // Fails: out_of_memory. What the scratch held is lost when it grows.
    Result<void> reserve(std::int64_t bytes)
    {
        if (memory_ != nullptr && static_cast<std::int64_t>(memory_->bytes()) >= bytes)
            return {};
        memory_ = nullptr;
        memory_ = HostBuffer::allocate(static_cast<std::uint64_t>(bytes));
        if (memory_ == nullptr)
            return Error{ErrorKind::out_of_memory,
                         "no memory for " + std::to_string(bytes) + " bytes of intermediate values"};
        return {};
    }

    // The memory, at least `bytes` of it; throws DeviceError when there is none.
    [[nodiscard]] std::byte* bytes(std::int64_t bytes)
    {
        if (memory_ == nullptr || static_cast<std::int64_t>(memory_->bytes()) < bytes)
            if (const Result<void> grown = reserve(bytes); !grown)
                throw DeviceError(grown.error().kind, grown.error().message);
        return memory_->write();
    }

    [[nodiscard]] float* floats(std::int64_t count)
    {
        return reinterpret_cast<float*>(bytes(count * static_cast<std::int64_t>(sizeof(float))));
    }

    // What was asked for before, to read.
    [[nodiscard]] const float* read() const
    {
        return reinterpret_cast<const float*>(memory_->read());
    }

private:
    std::shared_ptr<HostBuffer> memory_;
};

} // namespace longhand::tensor
