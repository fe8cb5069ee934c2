// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checkpoint/adapter_parts.h"

#include <bit>
#include <cmath>
#include <cstring>

namespace longhand::checkpoint {
namespace {

constexpr std::int64_t kMostRank = 65536;

float half_to_float(std::uint16_t half)
{
    const int exponent = (half >> 10) & 31;
    const int fraction = half & 1023;
    const float sign = (half & 0x8000) != 0 ? -1.0F : 1.0F;
    if (exponent == 0)
        return sign * std::ldexp(static_cast<float>(fraction), -24);
    if (exponent == 31)
        return fraction == 0 ? sign * INFINITY : NAN;
    return sign * std::ldexp(static_cast<float>(fraction + 1024), exponent - 25);
}

} // namespace

bool cut_prefix(std::string& text, std::string_view prefix)
{
    if (!text.starts_with(prefix))
        return false;
    text.erase(0, prefix.size());
    return true;
}

bool cut_suffix(std::string& text, std::string_view suffix)
{
    if (!text.ends_with(suffix))
        return false;
    text.erase(text.size() - suffix.size());
    return true;
}

Result<std::vector<float>> numbers(const std::string& file, const TensorEntry& entry)
{
    std::vector<float> values(static_cast<std::size_t>(entry.shape.count()));
    if (entry.dtype == tensor::DType::f32) {
        std::memcpy(values.data(), entry.bytes.data(), entry.bytes.size());
    } else if (entry.dtype == tensor::DType::f16 || entry.dtype == tensor::DType::bf16) {
        for (std::size_t i = 0; i < values.size(); ++i) {
            std::uint16_t bits = 0;
            std::memcpy(&bits, entry.bytes.data() + i * sizeof bits, sizeof bits);
            values[i] = entry.dtype == tensor::DType::f16
                            ? half_to_float(bits)
                            : std::bit_cast<float>(static_cast<std::uint32_t>(bits) << 16U);
        }
    } else {
        return unsupported(file, "tensor " + entry.name + " of type " +
                                     std::string(to_string(entry.dtype)));
    }
    for (const float value : values)
        if (!std::isfinite(value))
            return corrupt(file, "tensor " + entry.name + " holds what is no number");
    return values;
}

Result<std::vector<AdapterPair>> pair_up(const std::string& file, const Halves& halves)
{
    std::vector<AdapterPair> pairs;
    for (const auto& [module, a] : halves.a) {
        const auto b = halves.b.find(module);
        if (b == halves.b.end())
            return corrupt(file, module + " has an A without a B");
        AdapterPair pair;
        pair.module = module;
        pair.a_shape = a->shape;
        pair.b_shape = b->second->shape;
        if (pair.a_shape.rank() != 2 || pair.b_shape.rank() != 2 ||
            pair.a_shape[0] != pair.b_shape[1] || pair.a_shape[0] < 1 ||
            pair.a_shape[0] > kMostRank)
            return corrupt(file, module + " has A " + to_string(pair.a_shape) + " and B " +
                                     to_string(pair.b_shape));
        TRY(pair.a, numbers(file, *a));
        TRY(pair.b, numbers(file, *b->second));
        pairs.push_back(std::move(pair));
    }
    for (const auto& [module, b] : halves.b)
        if (!halves.a.contains(module))
            return corrupt(file, module + " has a B without an A");
    return pairs;
}

} // namespace longhand::checkpoint
