// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/shape.h"

#include <memory>

namespace longhand::tensor {

// Memory that a backend owns; what is inside, only that backend knows.
class Buffer {
public:
    virtual ~Buffer() = default;
    [[nodiscard]] virtual std::uint64_t bytes() const = 0;
};

// A typed view of a buffer: row-major, contiguous. A value; copies share the buffer.
struct Tensor {
    std::shared_ptr<Buffer> buffer;
    std::uint64_t offset_bytes = 0;
    DType dtype = DType::f32;
    Shape shape;

    [[nodiscard]] bool empty() const { return buffer == nullptr; }
    // The first `count` rows (all but the last extent flattened) starting at `begin`, as
    // [count, back]. Shares the buffer. Of nf4, whose facts belong to the whole, all or none.
    [[nodiscard]] Tensor rows(std::int64_t begin, std::int64_t count) const;
};

}  // namespace longhand::tensor
