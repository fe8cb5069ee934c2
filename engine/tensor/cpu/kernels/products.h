// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Included once by each instruction set's file, after its simd header.
#include "engine/tensor/cpu/kernels/kernels.h"

namespace longhand::tensor {
namespace { // see simd_avx2.h

constexpr int kParts = kPanel / Simd::kLanes; // vectors that make a panel

// Formats: where a panel's parts lie (packed_weight.h) and how a block becomes 8 vectors of
// unsigned bytes, vector g holding values 4g .. 4g + 3 of each output.
template <int kZero, bool kMinimum> struct Nibbles {
    static constexpr int kZeroBits = kZero; // log2 of what a byte stands for 0 with; -1: 0 itself
    static constexpr bool kHasMinimum = kMinimum;
    static constexpr bool kSmall = true;
    static constexpr std::int64_t kCodeBytes = 256;
    static void load(Simd::I* groups, const std::byte* codes)
    {
        for (int g = 0; g < 8; g += 2) {
            const Simd::I pairs = Simd::load_i(codes + g * 32);
            groups[g] = Simd::low_nibbles(pairs);
            groups[g + 1] = Simd::high_nibbles(pairs);
        }
    }
};

struct Bytes {
    static constexpr int kZeroBits = 7;
    static constexpr bool kHasMinimum = false;
    static constexpr bool kSmall = false;
    static constexpr std::int64_t kCodeBytes = 512;
    static void load(Simd::I* groups, const std::byte* codes)
    {
        for (int g = 0; g < 8; ++g)
            groups[g] = Simd::load_i(codes + g * 64);
    }
};

std::int32_t read_i32(const std::byte* from)
{
    std::int32_t x = 0;
    __builtin_memcpy(&x, from, sizeof(x));
    return x;
}

float read_f32(const std::byte* from)
{
    float x = 0.0F;
    __builtin_memcpy(&x, from, sizeof(x));
    return x;
}

// Writes one vector of outputs for each row, beginning at output `first` of `columns`.
template <int R> void store_rows(const PanelProduct& p, Simd::F* sums, std::int64_t first)
{
    const std::int64_t count = p.columns - first;
    if (count <= 0)
        return;
    if (count >= Simd::kLanes) {
        const Simd::F bias = p.bias == nullptr ? Simd::zero() : Simd::load(p.bias + first);
        for (int r = 0; r < R; ++r)
            Simd::store(p.y + r * p.y_stride + first, Simd::add(sums[r], bias));
        return;
    }
    const Simd::F bias = p.bias == nullptr ? Simd::zero() : Simd::load_part(p.bias + first, count);
    for (int r = 0; r < R; ++r)
        Simd::store_part(p.y + r * p.y_stride + first, Simd::add(sums[r], bias), count);
}

template <class Format, int R>
void multiply_block(Simd::F* sums, const std::byte* codes, const std::byte* scales,
                    const std::byte* minima, const std::byte* x)
{
    Simd::I groups[8];
    Format::load(groups, codes);
    const Simd::F scale = Simd::load_f16(scales);
    [[maybe_unused]] Simd::F minimum = Simd::zero();
    if constexpr (Format::kHasMinimum)
        minimum = Simd::load_f16(minima);
    const std::byte* facts = x + R * kBlock;
#pragma GCC unroll 16
    for (int r = 0; r < R; ++r) {
        Simd::I sum = Simd::zero_i();
        if constexpr (Format::kZeroBits >= 0)
            sum =
                Simd::times_power(Simd::set_i(read_i32(facts + 8 * R + 4 * r)), Format::kZeroBits);
#pragma GCC unroll 8
        for (int g = 0; g < 8; ++g) {
            const Simd::I inputs = Simd::set_i(read_i32(x + r * kBlock + 4 * g));
            sum = Format::kSmall ? Simd::dot_small(sum, groups[g], inputs)
                                 : Simd::dot(sum, groups[g], inputs);
        }
        const Simd::F input_scale = Simd::set(read_f32(facts + 4 * r));
        sums[r] = Simd::fma(Simd::mul(Simd::to_float(sum), input_scale), scale, sums[r]);
        if constexpr (Format::kHasMinimum)
            sums[r] = Simd::fma(Simd::set(read_f32(facts + 4 * R + 4 * r)), minimum, sums[r]);
    }
}

template <class Format, int R> void multiply_quantised_rows(const PanelProduct& p)
{
    const std::int64_t blocks = p.depth / kBlock;
    const std::int64_t scale_bytes = blocks * 2 * kPanel;
    const std::int64_t fact_bytes = (Format::kHasMinimum ? 2 : 1) * scale_bytes;
    const std::byte* panel = p.weight;
    for (std::int64_t first = 0; first < p.columns; first += kPanel, panel += p.panel_bytes)
        for (int part = 0; part < kParts; ++part) {
            const std::byte* scales = panel + part * Simd::kLanes * 2;
            const std::byte* codes = panel + (fact_bytes + 63) / 64 * 64 + part * Simd::kLanes * 4;
            const std::byte* x = p.tile;
            Simd::F sums[R];
            for (int r = 0; r < R; ++r)
                sums[r] = Simd::zero();
            for (std::int64_t b = 0; b < blocks; ++b) {
                multiply_block<Format, R>(sums, codes, scales, scales + scale_bytes, x);
                codes += Format::kCodeBytes;
                scales += 2 * kPanel;
                x += R * kBlockRowBytes;
            }
            store_rows<R>(p, sums, first + part * Simd::kLanes);
        }
}

struct Float32 {
    static constexpr std::int64_t kBytes = 4;
    static Simd::F load(const std::byte* from)
    {
        return Simd::load(reinterpret_cast<const float*>(from));
    }
};
struct Float16 {
    static constexpr std::int64_t kBytes = 2;
    static Simd::F load(const std::byte* from) { return Simd::load_f16(from); }
};
struct Brain16 {
    static constexpr std::int64_t kBytes = 2;
    static Simd::F load(const std::byte* from) { return Simd::load_bf16(from); }
};

// P vectors of outputs beside one another: with few rows that keeps enough sums in flight to hide
// the latency of a multiply-add. The sum of an output runs over k in order, whatever R and P.
template <class Number, int R, int P>
void multiply_plain_part(const PanelProduct& p, const std::byte* weight, std::int64_t part_bytes,
                         std::int64_t first)
{
    Simd::F sums[P][R];
    for (int i = 0; i < P; ++i)
        for (int r = 0; r < R; ++r)
            sums[i][r] = Simd::zero();
    const auto* x = reinterpret_cast<const float*>(p.tile);
    for (std::int64_t k = 0; k < p.depth; ++k) {
        Simd::F w[P];
        for (int i = 0; i < P; ++i)
            w[i] = Number::load(weight + i * part_bytes);
#pragma GCC unroll 16
        for (int r = 0; r < R; ++r) {
            const Simd::F input = Simd::set(x[r]);
            for (int i = 0; i < P; ++i)
                sums[i][r] = Simd::fma(w[i], input, sums[i][r]);
        }
        weight += kPanel * Number::kBytes;
        x += R;
    }
    for (int i = 0; i < P; ++i)
        store_rows<R>(p, sums[i],
                      first + i * (part_bytes == p.panel_bytes ? kPanel : Simd::kLanes));
}

template <class Number, int R> void multiply_plain_rows(const PanelProduct& p)
{
    const std::byte* panel = p.weight;
    std::int64_t first = 0;
    if constexpr (kParts > 1) {
        // The parts of one panel are the vectors beside one another.
        constexpr int P = R * kParts <= 8 ? kParts : 2;
        for (; first < p.columns; first += kPanel, panel += p.panel_bytes)
            for (int part = 0; part < kParts; part += P)
                multiply_plain_part<Number, R, P>(p, panel + part * Simd::kLanes * Number::kBytes,
                                                  Simd::kLanes * Number::kBytes,
                                                  first + part * Simd::kLanes);
    } else {
        constexpr int P = R == 1 ? 8 : R == 2 ? 4 : R <= 8 ? 2 : 1;
        for (; first + P * kPanel <= p.columns + kPanel - 1;
             first += P * kPanel, panel += P * p.panel_bytes)
            multiply_plain_part<Number, R, P>(p, panel, p.panel_bytes, first);
        for (; first < p.columns; first += kPanel, panel += p.panel_bytes)
            multiply_plain_part<Number, R, 1>(p, panel, p.panel_bytes, first);
    }
}

template <template <int> class Rows> void by_rows(const PanelProduct& p)
{
    switch (p.rows) {
    case 1:
        return Rows<1>::run(p);
    case 2:
        return Rows<2>::run(p);
    case 4:
        return Rows<4>::run(p);
    default:
        break;
    }
    if constexpr (Simd::kTileRows > 4) {
        if (p.rows == 8)
            return Rows<8>::run(p);
        return Rows<16>::run(p);
    }
}

template <class Format> struct QuantisedRows {
    template <int R> struct With {
        static void run(const PanelProduct& p) { multiply_quantised_rows<Format, R>(p); }
    };
};

template <class Number> struct PlainRows {
    template <int R> struct With {
        static void run(const PanelProduct& p) { multiply_plain_rows<Number, R>(p); }
    };
};

void tile_plain(std::byte* tile, const float* x, std::int64_t stride, int rows, std::int64_t depth)
{
    auto* to = reinterpret_cast<float*>(tile);
    if (rows == 1) {
        __builtin_memcpy(to, x, static_cast<std::size_t>(depth) * sizeof(float));
        return;
    }
    for (std::int64_t k = 0; k < depth; ++k)
        for (int r = 0; r < rows; ++r)
            *to++ = x[r * stride + k];
}

void quantise_block(std::byte* codes, std::byte* facts, int rows, const float* x)
{
    constexpr int kVectorsOfBlock = kBlock / Simd::kLanes;
    Simd::F values[kVectorsOfBlock];
    Simd::F reach = Simd::zero();
    for (int i = 0; i < kVectorsOfBlock; ++i) {
        values[i] = Simd::load(x + i * Simd::kLanes);
        reach = Simd::max(reach, Simd::abs(values[i]));
    }
    const float largest = Simd::largest(reach);
    const float scale = largest / 127.0F;
    // A block too small for its scale to have an inverse counts as 0.
    const Simd::F inverse = Simd::set(largest > 1e-36F ? 127.0F / largest : 0.0F);
    Simd::F total = Simd::zero();
    for (int i = 0; i < kVectorsOfBlock; ++i) {
        const Simd::F code = Simd::round(Simd::mul(values[i], inverse));
        total = Simd::add(total, code);
        Simd::store_i8(codes + i * Simd::kLanes, code);
    }
    const float sum = Simd::sum(total);
    const float scaled = scale * sum;
    const auto minus = -static_cast<std::int32_t>(sum);
    __builtin_memcpy(facts, &scale, sizeof(scale));
    __builtin_memcpy(facts + 4 * rows, &scaled, sizeof(scaled));
    __builtin_memcpy(facts + 8 * rows, &minus, sizeof(minus));
}

void tile_quantised(std::byte* tile, const float* x, std::int64_t stride, int rows,
                    std::int64_t depth)
{
    for (std::int64_t k = 0; k < depth; k += kBlock, tile += rows * kBlockRowBytes)
        for (int r = 0; r < rows; ++r)
            quantise_block(tile + r * kBlock, tile + rows * kBlock + 4 * r, rows,
                           x + r * stride + k);
}

} // namespace
} // namespace longhand::tensor
