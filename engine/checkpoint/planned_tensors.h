// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/shape.h"

#include <cstdint>
#include <string>
#include <vector>

namespace longhand::checkpoint {

// A tensor whose bytes are still to come. Files tell of all tensors before the first one's bytes,
// so a writer is given the whole plan at first and then the bytes in its order.
struct PlannedTensor {
    std::string name;
    tensor::DType dtype = tensor::DType::f32;
    tensor::Shape shape;
};

// A plan and how far its writing has come.
class PlannedTensors {
public:
    // Fails: corrupt (two of one name; a shape that its type cannot hold).
    static Result<PlannedTensors> from(std::vector<PlannedTensor> tensors);

    [[nodiscard]] const std::vector<PlannedTensor>& all() const { return tensors_; }
    [[nodiscard]] std::uint64_t bytes(std::size_t index) const { return bytes_[index]; }
    [[nodiscard]] std::uint64_t total_bytes() const;
    // The tensor that the next bytes belong to; all().size() when none is left.
    [[nodiscard]] std::size_t current() const { return current_; }
    [[nodiscard]] bool complete() const { return current_ == tensors_.size(); }
    // Counts bytes of the current tensor, which they must not pass (ENSURE). True when that one is
    // complete now; tensors without values are complete by themselves.
    bool add(std::uint64_t count);

private:
    void skip_empty();

    std::vector<PlannedTensor> tensors_;
    std::vector<std::uint64_t> bytes_;
    std::size_t current_ = 0;
    std::uint64_t done_ = 0;
};

} // namespace longhand::checkpoint
