// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace longhand {

// A seed is a value of its own, so that a call says what the number is.
struct Seed {
    std::uint64_t value = 0;
};

// The seed of a part: depends on the whole's seed and the part's name, never on order. Used for a
// job's units, so that a resumed job continues exactly.
Seed derive(Seed seed, std::string_view name);
Seed derive(Seed seed, std::uint64_t index);

// xoshiro256** (Blackman and Vigna 2018), seeded by splitmix64. The same numbers on every machine.
class Random {
public:
    explicit Random(Seed seed);
    std::uint64_t next_u64();
    double uniform();                        // [0, 1)
    float uniform(float low, float high);    // [low, high)
    std::uint64_t below(std::uint64_t end);  // [0, end), end > 0
    float normal();                          // mean 0, variance 1

private:
    std::uint64_t state_[4];
};

}  // namespace longhand
