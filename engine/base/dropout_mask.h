// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace longhand {

// Whether dropout keeps element (row, column) of an input: a hash of the seed and the place, so
// that forward, backward and every backend agree and nothing is stored. The hash is splitmix64's
// output number row * 2^32 + column (Steele et al. 2014); the element falls where its upper 24 bits
// are below rate * 2^24. What is kept is multiplied by 1 / (1 - rate).
struct DropoutMask {
    DropoutMask(float rate, std::uint64_t mask_seed) // rate in [0, 1)
        : seed(mask_seed),
          threshold(static_cast<std::uint64_t>(static_cast<double>(rate) * 0x1p24)),
          factor(1.0F / (1.0F - rate))
    {
    }
    // 0 or `factor`. constexpr, so that device code may call it.
    [[nodiscard]] constexpr float operator()(std::int64_t row, std::int64_t column) const
    {
        const std::uint64_t place =
            (static_cast<std::uint64_t>(row) << 32U) + static_cast<std::uint64_t>(column) + 1;
        std::uint64_t z = seed + place * 0x9E3779B97F4A7C15ULL;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
        return ((z ^ (z >> 31U)) >> 40U) < threshold ? 0.0F : factor;
    }
    std::uint64_t seed;
    std::uint64_t threshold;
    float factor;
};

} // namespace longhand
