// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tensor/nf4.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

namespace longhand::tensor {
namespace {

constexpr std::size_t kFloat = sizeof(float);

float finite(float value)
{
    return std::isfinite(value) ? value : 0.0F;
}

std::array<float, 256> make_absmax_levels()
{
    std::array<float, 256> levels{};
    std::size_t count = 0;
    levels[count++] = 0.0F;
    levels[count++] = 1.0F;
    for (int i = 0; i <= 6; ++i) {
        const int parts = 1 << i;
        const float step = (1.0F - 0.1F) / static_cast<float>(parts);
        // Counted from the nearer end, each rounded once.
        const auto edge = [&](int k) {
            const double from_start = static_cast<double>(0.1F) + static_cast<double>(step) * k;
            const double from_end = 1.0 - static_cast<double>(step) * (parts - k);
            return static_cast<float>(k < (parts + 1) / 2 ? from_start : from_end);
        };
        const auto power = static_cast<float>(std::pow(10.0, i - 6));
        for (int k = 0; k < parts; ++k) {
            const float middle = (edge(k) + edge(k + 1)) / 2.0F;
            levels[count++] = power * middle;
            levels[count++] = -(power * middle);
        }
    }
    ENSURE(count == levels.size());
    std::sort(levels.begin(), levels.end());
    return levels;
}

std::uint8_t nearest_level(float share)
{
    const auto& levels = nf4_absmax_levels();
    const auto after = std::lower_bound(levels.begin(), levels.end(), share);
    if (after == levels.begin())
        return 0;
    if (after == levels.end())
        return 255;
    const bool lower = share - *(after - 1) <= *after - share;
    return static_cast<std::uint8_t>(after - levels.begin() - (lower ? 1 : 0));
}

float mean_of(std::span<const float> values)
{
    double sum = 0.0;
    for (const float value : values)
        sum += static_cast<double>(value);
    return values.empty() ? 0.0F : static_cast<float>(sum / static_cast<double>(values.size()));
}

// One group of absmax; returns its scale.
float encode_absmax(std::byte* codes, std::span<const float> absmax, float offset)
{
    float scale = 0.0F;
    for (const float value : absmax)
        scale = std::max(scale, std::fabs(value - offset));
    for (std::size_t i = 0; i < absmax.size(); ++i)
        codes[i] = static_cast<std::byte>(
            nearest_level(scale == 0.0F ? 0.0F : (absmax[i] - offset) / scale));
    return scale;
}

} // namespace

std::uint64_t nf4_bytes(std::uint64_t values)
{
    const std::uint64_t blocks = values / kNf4Block;
    return blocks * (kNf4Block / 2 + 1) + kFloat * (1 + (blocks + kNf4Group - 1) / kNf4Group);
}

const std::array<float, 256>& nf4_absmax_levels()
{
    static const std::array<float, 256> levels = make_absmax_levels();
    return levels;
}

std::uint8_t nf4_code(float share)
{
    // Middles between neighbouring levels, in the digits the format's authors give them.
    static constexpr std::array<float, 15> kThresholds = {
        -0.8480964004993439F,  -0.6106329262256622F,  -0.4599952697753906F,   -0.33967943489551544F,
        -0.23460740596055984F, -0.13791173323988914F, -0.045525018125772476F, 0.03979014977812767F,
        0.12025525420904160F,  0.20352124795317650F,  0.29201376736164093F,   0.38931253552436830F,
        0.50166341662406920F,  0.64278692007064820F,  0.86147841811180115F};
    const auto above = std::lower_bound(kThresholds.begin(), kThresholds.end(), share);
    return static_cast<std::uint8_t>(above - kThresholds.begin());
}

Nf4View::Nf4View(std::span<const std::byte> bytes, std::uint64_t values)
{
    ENSURE(values % kNf4Block == 0 && bytes.size() == nf4_bytes(values));
    const std::size_t blocks = values / kNf4Block;
    const std::size_t groups = (blocks + kNf4Group - 1) / kNf4Group;
    codes = bytes.first(values / 2);
    std::memcpy(&offset, bytes.data() + codes.size(), kFloat);
    scales = bytes.subspan(codes.size() + kFloat, groups * kFloat);
    absmax_codes = bytes.last(blocks);
}

float Nf4View::absmax(std::int64_t block) const
{
    float scale = 0.0F;
    std::memcpy(&scale, scales.data() + static_cast<std::size_t>(block / kNf4Group) * kFloat,
                kFloat);
    const auto code = std::to_integer<std::size_t>(absmax_codes[static_cast<std::size_t>(block)]);
    const float distance = nf4_absmax_levels()[code] * scale;
    return distance + offset;
}

float encode_nf4_block(std::byte* codes, const float* values)
{
    float largest = 0.0F;
    for (std::int64_t i = 0; i < kNf4Block; ++i)
        largest = std::max(largest, std::fabs(finite(values[i])));
    const auto code = [&](std::int64_t i) {
        return unsigned{nf4_code(largest == 0.0F ? 0.0F : finite(values[i]) / largest)};
    };
    for (std::int64_t i = 0; i < kNf4Block; i += 2)
        codes[i / 2] = static_cast<std::byte>(code(i) << 4U | code(i + 1));
    return largest;
}

void encode_nf4(std::span<std::byte> bytes, std::span<const float> values)
{
    ENSURE(values.size() % kNf4Block == 0 && bytes.size() == nf4_bytes(values.size()));
    const std::size_t blocks = values.size() / kNf4Block;
    std::vector<float> absmax(blocks);
    for (std::size_t block = 0; block < blocks; ++block)
        absmax[block] = encode_nf4_block(bytes.data() + block * (kNf4Block / 2),
                                         values.data() + block * kNf4Block);
    const float offset = mean_of(absmax);
    std::byte* to = bytes.data() + values.size() / 2;
    std::memcpy(to, &offset, kFloat);
    std::byte* codes = bytes.data() + bytes.size() - blocks;
    for (std::size_t first = 0; first < blocks; first += kNf4Group) {
        const std::size_t count = std::min<std::size_t>(kNf4Group, blocks - first);
        const float scale =
            encode_absmax(codes + first, std::span(absmax).subspan(first, count), offset);
        std::memcpy(to + kFloat * (1 + first / kNf4Group), &scale, kFloat);
    }
}

void decode_nf4(std::span<float> values, const Nf4View& tensor, std::int64_t first)
{
    ENSURE(first % kNf4Block == 0 && values.size() % kNf4Block == 0);
    for (std::size_t i = 0; i < values.size(); i += kNf4Block) {
        const std::int64_t begin = first + static_cast<std::int64_t>(i);
        const float absmax = tensor.absmax(begin / kNf4Block);
        for (std::int64_t k = 0; k < kNf4Block; ++k)
            values[i + static_cast<std::size_t>(k)] = kNf4Levels[tensor.code(begin + k)] * absmax;
    }
}

} // namespace longhand::tensor
