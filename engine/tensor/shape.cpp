// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tensor/shape.h"

#include "engine/tensor/nf4.h"

#include <algorithm>
#include <limits>

namespace longhand::tensor {

Shape::Shape(std::initializer_list<std::int64_t> extents)
{
    ENSURE(extents.size() <= kMaxRank);
    std::copy(extents.begin(), extents.end(), extents_.begin());
    rank_ = extents.size();
}

Result<Shape> Shape::from(std::span<const std::int64_t> extents)
{
    if (extents.size() > kMaxRank)
        return Error{ErrorKind::corrupt, "tensor of rank " + std::to_string(extents.size()) +
                                             ", expected at most " + std::to_string(kMaxRank)};
    Shape shape;
    std::int64_t product = 1;
    for (const std::int64_t extent : extents) {
        if (extent < 0 || __builtin_mul_overflow(product, extent, &product))
            return Error{ErrorKind::corrupt,
                         "tensor extent " + std::to_string(extent) + " out of range"};
        shape.extents_[shape.rank_++] = extent;
    }
    return shape;
}

std::int64_t Shape::count() const
{
    std::int64_t product = 1;
    for (std::size_t axis = 0; axis < rank_; ++axis)
        product *= extents_[axis];
    return product;
}

std::string to_string(const Shape& shape)
{
    std::string text = "[";
    for (std::size_t axis = 0; axis < shape.rank(); ++axis)
        text += (axis == 0 ? "" : ", ") + std::to_string(shape[axis]);
    return text + "]";
}

Result<std::uint64_t> byte_size(const Shape& shape, DType dtype)
{
    const DTypeTraits& type = traits(dtype);
    if (shape.back() % type.block_values != 0)
        return Error{ErrorKind::corrupt, "rows of " + std::to_string(shape.back()) +
                                             " values are no multiple of the " +
                                             std::string(type.name) + " block of " +
                                             std::to_string(type.block_values)};
    const auto blocks = static_cast<std::uint64_t>(shape.count()) / type.block_values;
    std::uint64_t bytes = 0;
    if (__builtin_mul_overflow(blocks, std::uint64_t{type.block_bytes}, &bytes))
        return Error{ErrorKind::corrupt, "tensor " + to_string(shape) + " is too large"};
    if (dtype == DType::nf4)
        return nf4_bytes(static_cast<std::uint64_t>(shape.count()));
    return bytes;
}

}  // namespace longhand::tensor
