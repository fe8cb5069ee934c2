// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Included once by each instruction set's file, after its simd header.
#include "engine/tensor/cpu/kernels/kernels.h"
#include "engine/tensor/nf4.h"

namespace longhand::tensor {
namespace { // see simd_avx2.h

constexpr int kParts = kPanel / Simd::kLanes; // vectors that make a panel

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

// nf4: levels are looked up and multiplied as f32; the sum of a block is scaled by its absmax.
template <int R, int P>
void multiply_nf4_part(const PanelProduct& p, const std::byte* weight, std::int64_t part_bytes,
                       std::int64_t first)
{
    constexpr std::int64_t kRowBytes = 4 * kPanel;
    Simd::F sums[P][R];
    for (int i = 0; i < P; ++i)
        for (int r = 0; r < R; ++r)
            sums[i][r] = Simd::zero();
    const auto* x = reinterpret_cast<const float*>(p.tile);
    const std::int64_t blocks = p.depth / kNf4Block;
    const std::byte* words = weight + blocks * kRowBytes;
    for (std::int64_t b = 0; b < blocks; ++b, weight += kRowBytes) {
        Simd::F of_block[P][R];
        for (int i = 0; i < P; ++i)
            for (int r = 0; r < R; ++r)
                of_block[i][r] = Simd::zero();
        for (int w = 0; w < kNf4Block / 8; ++w, words += kRowBytes)
            for (int k = 0; k < 8; ++k, x += R) {
                Simd::F levels[P];
                for (int i = 0; i < P; ++i)
                    levels[i] = Simd::look_up_f(
                        kNf4Levels.data(),
                        Simd::shift_lanes(Simd::load_i(words + i * part_bytes), 4 * k));
#pragma GCC unroll 16
                for (int r = 0; r < R; ++r) {
                    const Simd::F input = Simd::set(x[r]);
                    for (int i = 0; i < P; ++i)
                        of_block[i][r] = Simd::fma(levels[i], input, of_block[i][r]);
                }
            }
        for (int i = 0; i < P; ++i) {
            const Simd::F absmax =
                Simd::load(reinterpret_cast<const float*>(weight + i * part_bytes));
            for (int r = 0; r < R; ++r)
                sums[i][r] = Simd::fma(of_block[i][r], absmax, sums[i][r]);
        }
    }
    for (int i = 0; i < P; ++i)
        store_rows<R>(p, sums[i],
                      first + i * (part_bytes == p.panel_bytes ? kPanel : Simd::kLanes));
}

template <int R> struct Nf4Rows {
    static void run(const PanelProduct& p)
    {
        const std::byte* panel = p.weight;
        std::int64_t first = 0;
        if constexpr (kParts > 1) {
            for (; first < p.columns; first += kPanel, panel += p.panel_bytes)
                for (int part = 0; part < kParts; part += 2)
                    multiply_nf4_part<R, 2>(p, panel + part * Simd::kLanes * 4, Simd::kLanes * 4,
                                            first + part * Simd::kLanes);
        } else {
            constexpr int P = R == 1 ? 4 : R <= 4 ? 2 : 1;
            for (; first + P * kPanel <= p.columns + kPanel - 1;
                 first += P * kPanel, panel += P * p.panel_bytes)
                multiply_nf4_part<R, P>(p, panel, p.panel_bytes, first);
            for (; first < p.columns; first += kPanel, panel += p.panel_bytes)
                multiply_nf4_part<R, 1>(p, panel, p.panel_bytes, first);
        }
    }
};

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

} // namespace
} // namespace longhand::tensor
