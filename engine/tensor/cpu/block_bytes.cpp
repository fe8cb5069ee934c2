// SPDX-License-Identifier: GPL-3.0-or-later
// Where the parts of each GGUF block type lie. One walk over a block serves both directions: the
// walker is told "this field of bits of that byte is this part" and either reads or writes it.
#include "engine/tensor/cpu/block_format.h"

#include <cstring>
#include <type_traits>

namespace longhand::tensor {
namespace {

// A block as it is read, or as it is written (then all bytes must be 0 at first).
template <bool kWrite> struct Walker {
    std::conditional_t<kWrite, std::byte*, const std::byte*> block;

    // Bits [low, low + width) of byte `at` are bits [part_low, part_low + width) of `part`.
    template <class Part>
    void field(Part& part, std::size_t at, unsigned low, unsigned width,
               unsigned part_low = 0) const
    {
        const unsigned mask = (1U << width) - 1U;
        if constexpr (kWrite)
            block[at] |=
                static_cast<std::byte>(((static_cast<unsigned>(part) >> part_low) & mask) << low);
        else
            part = static_cast<std::remove_const_t<Part>>(
                static_cast<unsigned>(part) | ((std::to_integer<unsigned>(block[at]) >> low) & mask)
                                                  << part_low);
    }
    // The same field of `count` bytes from `at` on, for codes one after another.
    template <class Codes>
    void run(Codes& codes, std::size_t first, std::size_t count, std::size_t at, unsigned low,
             unsigned width, unsigned part_low = 0) const
    {
        for (std::size_t i = 0; i < count; ++i)
            field(codes[first + i], at + i, low, width, part_low);
    }
    template <class Part> void half(Part& part, std::size_t at) const
    {
        if constexpr (kWrite)
            std::memcpy(block + at, &part, sizeof(std::uint16_t));
        else
            std::memcpy(&part, block + at, sizeof(std::uint16_t));
    }
};

// Blocks of 32: byte i holds value i low and value i + 16 high; a fifth bit of value i is bit i of
// a 32-bit number.
template <class W, class Parts> void walk_nibbles(const W& walk, Parts& parts, std::size_t at)
{
    walk.run(parts.codes, 0, 16, at, 0, 4);
    walk.run(parts.codes, 16, 16, at, 4, 4);
}

template <class W, class Parts> void walk_fifth_bits(const W& walk, Parts& parts, std::size_t at)
{
    for (std::size_t i = 0; i < 32; ++i)
        walk.field(parts.codes[i], at + i / 8, static_cast<unsigned>(i % 8), 1, 4);
}

// Blocks of 256, two halves of 128 values with 32 bytes each: bits 2j, 2j + 1 of byte l hold two
// bits of value 32 j + l.
template <class W, class Parts>
void walk_pairs(const W& walk, Parts& parts, std::size_t at, unsigned part_low)
{
    for (std::size_t i = 0; i < 8; ++i)
        walk.run(parts.codes, 32 * i, 32, at + i / 4 * 32, static_cast<unsigned>(i % 4 * 2), 2,
                 part_low);
}

// Four pieces of 64 values with 32 bytes each: values l low, l + 32 high.
template <class W, class Parts> void walk_long_nibbles(const W& walk, Parts& parts, std::size_t at)
{
    for (std::size_t i = 0; i < 8; ++i)
        walk.run(parts.codes, 32 * i, 32, at + i / 2 * 32, i % 2 == 0 ? 0 : 4, 4);
}

// Bit j of byte l is a bit of value 32 j + l.
template <class W, class Parts>
void walk_bit_columns(const W& walk, Parts& parts, std::size_t at, unsigned part_low)
{
    for (std::size_t i = 0; i < 8; ++i)
        walk.run(parts.codes, 32 * i, 32, at, static_cast<unsigned>(i), 1, part_low);
}

// 12 bytes: eight 6-bit scales and eight 6-bit minima. The first four of each are the low six bits
// of bytes 0 .. 3 and 4 .. 7; of the others, bytes 8 .. 11 hold four bits each (scale low, minimum
// high) and the top bits of the bytes above the two that remain.
template <class W, class Parts> void walk_six_bits(const W& walk, Parts& parts, std::size_t at)
{
    for (std::size_t j = 0; j < 4; ++j) {
        walk.field(parts.scales[j], at + j, 0, 6);
        walk.field(parts.minima[j], at + 4 + j, 0, 6);
        walk.field(parts.scales[j + 4], at + 8 + j, 0, 4);
        walk.field(parts.minima[j + 4], at + 8 + j, 4, 4);
        walk.field(parts.scales[j + 4], at + j, 6, 2, 4);
        walk.field(parts.minima[j + 4], at + 4 + j, 6, 2, 4);
    }
}

template <class W, class Parts> void walk_q2_k(const W& walk, Parts& parts)
{
    for (std::size_t group = 0; group < 16; ++group) {
        walk.field(parts.scales[group], group, 0, 4);
        walk.field(parts.minima[group], group, 4, 4);
    }
    walk_pairs(walk, parts, 16, 0);
    walk.half(parts.unit, 80);
    walk.half(parts.minimum_unit, 82);
}

// 16 scales of six bits: low nibbles of 8 bytes, then high ones; 4 bytes of upper pairs.
template <class W, class Parts> void walk_q3_k(const W& walk, Parts& parts)
{
    walk_bit_columns(walk, parts, 0, 2);
    walk_pairs(walk, parts, 32, 0);
    for (std::size_t group = 0; group < 16; ++group) {
        walk.field(parts.scales[group], 96 + group % 8, group < 8 ? 0 : 4, 4);
        walk.field(parts.scales[group], 104 + group % 4, static_cast<unsigned>(group / 4 * 2), 2,
                   4);
    }
    walk.half(parts.unit, 108);
}

// In each half of 128 values 64 bytes of nibbles: values l and l + 64 share byte l.
template <class W, class Parts> void walk_q6_k(const W& walk, Parts& parts)
{
    for (std::size_t i = 0; i < 4; ++i)
        walk.run(parts.codes, 64 * i, 64, i / 2 * 64, i % 2 == 0 ? 0 : 4, 4);
    walk_pairs(walk, parts, 128, 4);
    for (std::size_t group = 0; group < 16; ++group)
        walk.field(parts.scales[group], 192 + group, 0, 8);
    walk.half(parts.unit, 208);
}

template <class W, class Parts> void walk_iq4_xs(const W& walk, Parts& parts)
{
    walk.half(parts.unit, 0);
    for (std::size_t group = 0; group < 8; ++group) {
        walk.field(parts.scales[group], 4 + group / 2, group % 2 == 0 ? 0 : 4, 4);
        walk.field(parts.scales[group], 2 + group / 4, static_cast<unsigned>(group % 4 * 2), 2, 4);
    }
    for (std::size_t i = 0; i < 16; ++i)
        walk.run(parts.codes, 16 * i, 16, 8 + i / 2 * 16, i % 2 == 0 ? 0 : 4, 4);
}

template <class W, class Parts> void walk_block(const W& walk, Parts& parts, DType dtype)
{
    switch (dtype) {
    case DType::q2_k:
        return walk_q2_k(walk, parts);
    case DType::q3_k:
        return walk_q3_k(walk, parts);
    case DType::q6_k:
        return walk_q6_k(walk, parts);
    case DType::iq4_xs:
        return walk_iq4_xs(walk, parts);
    case DType::q4_k:
    case DType::q5_k:
        walk.half(parts.unit, 0);
        walk.half(parts.minimum_unit, 2);
        walk_six_bits(walk, parts, 4);
        if (dtype == DType::q5_k)
            walk_bit_columns(walk, parts, 16, 4);
        return walk_long_nibbles(walk, parts, dtype == DType::q5_k ? 48 : 16);
    default:
        break;
    }
    walk.half(parts.unit, 0);
    if (dtype == DType::q8_0) {
        walk.run(parts.codes, 0, 32, 2, 0, 8);
        return;
    }
    std::size_t at = 2;
    if (dtype == DType::q4_1 || dtype == DType::q5_1) {
        walk.half(parts.minimum_unit, at);
        at += 2;
    }
    if (dtype == DType::q5_0 || dtype == DType::q5_1) {
        walk_fifth_bits(walk, parts, at);
        at += 4;
    }
    walk_nibbles(walk, parts, at);
}

// What the bytes hold beside what the parts say: a bias of signed scales, two's complement.
std::int16_t scale_bias(DType dtype)
{
    return dtype == DType::q3_k || dtype == DType::iq4_xs ? 32 : 0;
}

} // namespace

void take_apart(BlockParts& parts, DType dtype, const std::byte* block)
{
    const BlockForm& form = form_of(dtype);
    std::memset(parts.codes.data(), 0, static_cast<std::size_t>(form.values));
    if (form.is_super()) {
        parts.scales.fill(0);
        parts.minima.fill(0);
    }
    walk_block(Walker<false>{block}, parts, dtype);
    if (dtype == DType::q8_0)
        for (std::size_t i = 0; i < 32; ++i)
            parts.codes[i] ^= 128U;
    if (dtype == DType::q6_k)
        for (std::int16_t& scale : parts.scales)
            scale = static_cast<std::int8_t>(scale);
    if (scale_bias(dtype) != 0)
        for (std::int16_t& scale : parts.scales)
            scale = static_cast<std::int16_t>(scale - scale_bias(dtype));
}

void put_together(std::byte* block, DType dtype, const BlockParts& parts)
{
    std::memset(block, 0, traits(dtype).block_bytes);
    BlockParts stored = parts;
    if (dtype == DType::q8_0)
        for (std::size_t i = 0; i < 32; ++i)
            stored.codes[i] ^= 128U;
    if (scale_bias(dtype) != 0)
        for (std::int16_t& scale : stored.scales)
            scale = static_cast<std::int16_t>(scale + scale_bias(dtype));
    walk_block(Walker<true>{block}, stored, dtype);
}

} // namespace longhand::tensor
