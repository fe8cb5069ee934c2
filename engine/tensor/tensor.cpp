// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tensor/tensor.h"

namespace longhand::tensor {

Tensor Tensor::rows(std::int64_t begin, std::int64_t count) const
{
    ENSURE(begin >= 0 && count >= 0 && begin + count <= shape.rows());
    if (dtype == DType::nf4) {
        ENSURE(begin == 0 && count == shape.rows());
        return {buffer, offset_bytes, dtype, Shape{count, shape.back()}};
    }
    const DTypeTraits& type = traits(dtype);
    const auto row_bytes =
        static_cast<std::uint64_t>(shape.back()) / type.block_values * type.block_bytes;
    return {buffer, offset_bytes + static_cast<std::uint64_t>(begin) * row_bytes, dtype,
            Shape{count, shape.back()}};
}

}  // namespace longhand::tensor
