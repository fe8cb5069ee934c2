// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/tensor/training_bench.h"

namespace longhand::tensor::test {

PackedSequences dense(const std::vector<std::int32_t>& lengths)
{
    PackedSequences packed;
    for (const std::int32_t length : lengths) {
        for (std::int32_t i = 0; i < length; ++i)
            packed.positions.push_back(i);
        packed.boundaries.push_back(packed.boundaries.back() + length);
    }
    return packed;
}

PackedSequences grouped(const std::vector<std::int32_t>& lengths, std::int32_t group,
                        std::int64_t heads)
{
    PackedSequences packed = dense(lengths);
    packed.boundaries = {0};
    packed.shifted = {0};
    packed.shifted_from_head = heads / 2;
    std::int32_t begin = 0;
    for (const std::int32_t length : lengths) {
        for (std::int32_t at = group; at < length; at += group)
            packed.boundaries.push_back(begin + at);
        for (std::int32_t at = group / 2; at < length; at += group)
            packed.shifted.push_back(begin + at);
        begin += length;
        packed.boundaries.push_back(begin);
        packed.shifted.push_back(begin);
    }
    return packed;
}

std::vector<float> central_differences(std::vector<float> values, double step,
                                       const std::function<double(const std::vector<float>&)>& loss)
{
    std::vector<float> slopes;
    for (float& value : values) {
        const float middle = value;
        value = middle + static_cast<float>(step);
        const double above_at = static_cast<double>(value);
        const double above = loss(values);
        value = middle - static_cast<float>(step);
        const double below = loss(values);
        slopes.push_back(
            static_cast<float>((above - below) / (above_at - static_cast<double>(value))));
        value = middle;
    }
    return slopes;
}

double inner_product(std::span<const float> a, std::span<const float> b)
{
    ENSURE(a.size() == b.size());
    double sum = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += static_cast<double>(a[i]) * static_cast<double>(b[i]);
    return sum;
}

} // namespace longhand::tensor::test
