// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"

#include <bit>
#include <cmath>
#include <numbers>

namespace longhand {
namespace {

std::uint64_t splitmix(std::uint64_t& state)
{
    state += 0x9E3779B97F4A7C15ULL;
    std::uint64_t z = state;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31U);
}

}  // namespace

Seed derive(Seed seed, std::string_view name)
{
    std::uint64_t hash = 0xCBF29CE484222325ULL;  // FNV-1a
    for (const char c : name)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    return derive(seed, hash);
}

Seed derive(Seed seed, std::uint64_t index)
{
    std::uint64_t state = seed.value;
    std::uint64_t mixed = splitmix(state) ^ index;
    return {splitmix(mixed)};
}

Random::Random(Seed seed) : state_{}
{
    std::uint64_t mixer = seed.value;
    for (std::uint64_t& word : state_)
        word = splitmix(mixer);
}

std::uint64_t Random::next_u64()
{
    const std::uint64_t result = std::rotl(state_[1] * 5, 7) * 9;
    const std::uint64_t shifted = state_[1] << 17U;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = std::rotl(state_[3], 45);
    return result;
}

double Random::uniform()
{
    return static_cast<double>(next_u64() >> 11U) * 0x1.0p-53;
}

float Random::uniform(float low, float high)
{
    return low + static_cast<float>(uniform()) * (high - low);
}

std::uint64_t Random::below(std::uint64_t end)
{
    const std::uint64_t limit = ~0ULL - ~0ULL % end;  // rejects the biased rest
    std::uint64_t value = next_u64();
    while (value >= limit)
        value = next_u64();
    return value % end;
}

float Random::normal()
{
    const double radius = std::sqrt(-2.0 * std::log(1.0 - uniform()));
    return static_cast<float>(radius * std::cos(2.0 * std::numbers::pi * uniform()));
}

}  // namespace longhand
