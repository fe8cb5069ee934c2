// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tensor/cpu/panel_layout.h"

#include "engine/tensor/cpu/kernels/kernels.h"

#include <cstring>

namespace longhand::tensor {
namespace {

constexpr std::int64_t kVector = 64;
constexpr std::int64_t kWordGroups = kBlock / 4;

std::int64_t padded(std::int64_t bytes)
{
    return (bytes + kVector - 1) / kVector * kVector;
}

std::uint32_t every_byte(int bits)
{
    return ((1U << static_cast<unsigned>(bits)) - 1U) * 0x01010101U;
}

// Bits [skip, skip + bits) of 32 codes of one lane, to or from `bits` vectors.
void write_part(std::byte* to, std::int64_t lane, const std::uint8_t* codes, int skip, int bits)
{
    const int groups = 8 / bits;
    for (int v = 0; v < bits; ++v) {
        std::uint32_t word = 0;
        for (int s = 0; s < groups; ++s) {
            std::uint32_t four = 0;
            std::memcpy(&four, codes + 4 * (v * groups + s), sizeof(four));
            word |= ((four >> static_cast<unsigned>(skip)) & every_byte(bits))
                    << static_cast<unsigned>(s * bits);
        }
        std::memcpy(to + v * kVector + 4 * lane, &word, sizeof(word));
    }
}

void read_part(std::uint8_t* codes, const std::byte* from, std::int64_t lane, int skip, int bits)
{
    const int groups = 8 / bits;
    for (int v = 0; v < bits; ++v) {
        std::uint32_t word = 0;
        std::memcpy(&word, from + v * kVector + 4 * lane, sizeof(word));
        for (int s = 0; s < groups; ++s) {
            std::uint32_t four = 0;
            std::uint8_t* place = codes + 4 * (v * groups + s);
            std::memcpy(&four, place, sizeof(four));
            four |= ((word >> static_cast<unsigned>(s * bits)) & every_byte(bits))
                    << static_cast<unsigned>(skip);
            std::memcpy(place, &four, sizeof(four));
        }
    }
}

// Facts are copied one way or the other.
struct Writing {
    template <class Part> void operator()(std::byte* at, const Part& part) const
    {
        std::memcpy(at, &part, sizeof(part));
    }
    void pair(std::byte* at, std::int16_t low, std::uint8_t high) const
    {
        *at = static_cast<std::byte>(low | high << 4);
    }
    void whole(std::byte* at, std::int16_t number, bool) const
    {
        *at = static_cast<std::byte>(number);
    }
};

struct Reading {
    template <class Part> void operator()(const std::byte* at, Part& part) const
    {
        std::memcpy(&part, at, sizeof(part));
    }
    void pair(const std::byte* at, std::int16_t& low, std::uint8_t& high) const
    {
        low = static_cast<std::int16_t>(std::to_integer<int>(*at) & 15);
        high = static_cast<std::uint8_t>(std::to_integer<unsigned>(*at) >> 4U);
    }
    void whole(const std::byte* at, std::int16_t& number, bool has_sign) const
    {
        number = has_sign ? std::to_integer<std::int8_t>(*at) : std::to_integer<std::uint8_t>(*at);
    }
};

} // namespace

PanelLayout::PanelLayout(DType dtype, std::int64_t in)
    : form_(form_of(dtype)), blocks_(in / form_.values),
      low_bits_(form_.bits == 8 || form_.bits < 4 ? form_.bits & ~1 : 4),
      scale_and_minimum_(form_.is_super() && form_.largest_scale == 15),
      code_bytes_(form_.values / kBlock * kVector * form_.bits)
{
    static_assert(kWordGroups == 8);
    const std::int64_t units = (form_.has_minimum ? 2 : 1) * std::int64_t{2 * kPanel};
    if (form_.is_super()) {
        const int bytes = form_.has_minimum && !scale_and_minimum_ ? 2 : 1;
        fact_bytes_ = padded(units + std::int64_t{form_.groups() * bytes * kPanel});
        panel_bytes_ = blocks_ * (fact_bytes_ + code_bytes_);
    } else {
        fact_bytes_ = padded(blocks_ * units);
        panel_bytes_ = fact_bytes_ + blocks_ * code_bytes_;
    }
}

std::int64_t PanelLayout::codes_at(std::int64_t block) const
{
    return form_.is_super() ? block * (fact_bytes_ + code_bytes_) + fact_bytes_
                            : fact_bytes_ + block * code_bytes_;
}

template <class Walk, class Bytes, class Parts>
void PanelLayout::walk_facts(const Walk& walk, Bytes* panel, std::int64_t lane, std::int64_t block,
                             Parts& parts) const
{
    constexpr std::int64_t kHalves = 2 * kPanel;
    if (!form_.is_super()) {
        walk(panel + block * kHalves + 2 * lane, parts.unit);
        if (form_.has_minimum)
            walk(panel + (blocks_ + block) * kHalves + 2 * lane, parts.minimum_unit);
        return;
    }
    Bytes* at = panel + block * (fact_bytes_ + code_bytes_);
    walk(at + 2 * lane, parts.unit);
    at += kHalves;
    if (form_.has_minimum) {
        walk(at + 2 * lane, parts.minimum_unit);
        at += kHalves;
    }
    for (std::size_t group = 0; group < static_cast<std::size_t>(form_.groups()); ++group) {
        if (scale_and_minimum_)
            walk.pair(at + lane, parts.scales[group], parts.minima[group]);
        else
            walk.whole(at + lane, parts.scales[group], form_.least_scale < 0);
        at += kPanel;
        if (form_.has_minimum && !scale_and_minimum_) {
            walk(at + lane, parts.minima[group]);
            at += kPanel;
        }
    }
}

void PanelLayout::write(std::byte* panel, std::int64_t lane, std::int64_t block,
                        const BlockParts& parts) const
{
    walk_facts(Writing{}, panel, lane, block, parts);
    std::byte* to = panel + codes_at(block);
    for (int first = 0; first < form_.values; first += kBlock) {
        const std::uint8_t* codes = parts.codes.data() + first;
        write_part(to, lane, codes, 0, low_bits_);
        if (form_.bits > low_bits_)
            write_part(to + low_bits_ * kVector, lane, codes, low_bits_, form_.bits - low_bits_);
        to += form_.bits * kVector;
    }
}

void PanelLayout::read(BlockParts& parts, const std::byte* panel, std::int64_t lane,
                       std::int64_t block) const
{
    walk_facts(Reading{}, panel, lane, block, parts);
    std::memset(parts.codes.data(), 0, static_cast<std::size_t>(form_.values));
    const std::byte* from = panel + codes_at(block);
    for (int first = 0; first < form_.values; first += kBlock) {
        std::uint8_t* codes = parts.codes.data() + first;
        read_part(codes, from, lane, 0, low_bits_);
        if (form_.bits > low_bits_)
            read_part(codes, from + low_bits_ * kVector, lane, low_bits_, form_.bits - low_bits_);
        from += form_.bits * kVector;
    }
}

} // namespace longhand::tensor
