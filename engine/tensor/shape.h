// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/dtype.h"

#include <array>
#include <initializer_list>
#include <span>
#include <string>

namespace longhand::tensor {

constexpr std::size_t kMaxRank = 4;

// Extents, outermost first: [rows, columns] is row-major with `columns` contiguous (the reverse of
// the order GGUF writes).
class Shape {
public:
    Shape() = default;
    Shape(std::initializer_list<std::int64_t> extents);
    // Fails: corrupt when the rank is above kMaxRank, an extent is negative or the product
    // overflows 63 bits.
    static Result<Shape> from(std::span<const std::int64_t> extents);

    [[nodiscard]] std::size_t rank() const { return rank_; }
    [[nodiscard]] std::int64_t operator[](std::size_t axis) const { return extents_[axis]; }
    [[nodiscard]] std::int64_t back() const { return rank_ == 0 ? 1 : extents_[rank_ - 1]; }
    [[nodiscard]] std::int64_t count() const;  // product of the extents; 1 for rank 0
    // Product of all extents but the last: the number of contiguous rows.
    [[nodiscard]] std::int64_t rows() const { return back() == 0 ? 0 : count() / back(); }
    friend bool operator==(const Shape& a, const Shape& b) = default;

private:
    std::array<std::int64_t, kMaxRank> extents_{};
    std::size_t rank_ = 0;
};

std::string to_string(const Shape& shape);  // "[32, 576]"

// Fails: corrupt when the last extent is no multiple of the type's block, or the size overflows.
Result<std::uint64_t> byte_size(const Shape& shape, DType dtype);

}  // namespace longhand::tensor
