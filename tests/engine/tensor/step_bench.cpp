// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/tensor/step_bench.h"

#include "engine/tensor/cpu/number_format.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

namespace longhand::tensor::test {

std::vector<float> normal_values(Random& random, std::int64_t count, float spread)
{
    std::vector<float> values(static_cast<std::size_t>(count));
    for (float& value : values)
        value = spread * random.normal();
    return values;
}

std::vector<float> grid_values(Random& random, std::int64_t count)
{
    constexpr std::size_t kBlock = 32;
    std::vector<float> values(static_cast<std::size_t>(count));
    for (std::size_t first = 0; first < values.size(); first += kBlock) {
        const float step = std::ldexp(1.0F, static_cast<int>(random.below(4)) - 8);
        const std::size_t end = std::min(values.size(), first + kBlock);
        for (std::size_t i = first; i < end; ++i)
            values[i] = step * (static_cast<float>(random.below(255)) - 127.0F);
        values[first + random.below(end - first)] = random.below(2) == 0 ? 127 * step : -127 * step;
    }
    return values;
}

Tensor make(Backend& backend, DType dtype, const Shape& shape, std::span<const std::byte> bytes)
{
    const Tensor tensor{backend.allocate(bytes.size()).value(), 0, dtype, shape};
    backend.upload(tensor, bytes);
    return tensor;
}

Tensor make(Backend& backend, const Shape& shape, const std::vector<float>& values)
{
    return make(backend, DType::f32, shape, std::as_bytes(std::span(values)));
}

Tensor make(Backend& backend, const std::vector<std::int32_t>& values)
{
    return make(backend, DType::i32, Shape{static_cast<std::int64_t>(values.size())},
                std::as_bytes(std::span(values)));
}

Tensor make_poisoned(Backend& backend, const Shape& shape)
{
    return make(backend, shape,
                std::vector<float>(static_cast<std::size_t>(shape.count()),
                                   std::numeric_limits<float>::quiet_NaN()));
}

std::vector<std::byte> bytes_of(Backend& backend, const Tensor& tensor)
{
    std::vector<std::byte> bytes(byte_size(tensor.shape, tensor.dtype).value());
    backend.download(bytes, tensor);
    return bytes;
}

std::vector<float> values_of(Backend& backend, const Tensor& tensor)
{
    const std::vector<std::byte> bytes = bytes_of(backend, tensor);
    std::vector<float> values(static_cast<std::size_t>(tensor.shape.count()));
    dequantise(values, tensor.dtype, bytes);
    return values;
}

StoredWeight random_weight(Random& random, DType dtype, std::int64_t out, std::int64_t in)
{
    const Shape shape{out, in};
    std::vector<std::byte> bytes(byte_size(shape, dtype).value());
    quantise(bytes, dtype,
             normal_values(random, out * in, 1.0F / std::sqrt(static_cast<float>(in))));
    return {dtype, shape, std::make_shared<const std::vector<std::byte>>(std::move(bytes))};
}

Tensor load(Backend& backend, const StoredWeight& weight)
{
    return backend.load_weight(*weight.bytes, weight.dtype, weight.shape, weight.bytes).value();
}

double worst_row_error(std::span<const float> a, std::span<const float> b, std::int64_t columns)
{
    ENSURE(a.size() == b.size());
    const auto width = static_cast<std::size_t>(columns);
    double worst = 0.0;
    for (std::size_t row = 0; row < a.size(); row += width) {
        double difference = 0.0;
        double norm = 0.0;
        for (std::size_t i = row; i < row + width; ++i) {
            if (!std::isfinite(a[i]) || !std::isfinite(b[i]))
                return std::numeric_limits<double>::infinity();
            const double d = static_cast<double>(a[i]) - static_cast<double>(b[i]);
            difference += d * d;
            norm += static_cast<double>(b[i]) * static_cast<double>(b[i]);
        }
        if (difference > 0.0)
            worst = std::max(worst, std::sqrt(difference / norm));
    }
    return worst;
}

bool same_bits(std::span<const float> a, std::span<const float> b)
{
    return a.size() == b.size() &&
           (a.empty() || std::memcmp(a.data(), b.data(), a.size_bytes()) == 0);
}

void OnEachInstructionSet::SetUp()
{
    const auto sets = available_instruction_sets();
    if (std::find(sets.begin(), sets.end(), GetParam()) == sets.end())
        GTEST_SKIP() << "this machine or build lacks " << to_string(GetParam());
}

} // namespace longhand::tensor::test
