// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Included once by each instruction set's file, after its simd header.
#include "engine/tensor/cpu/kernels/products.h"

namespace longhand::tensor {
namespace { // see simd_avx2.h

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

// Codes: how the codes of 32 values of a panel (panel_layout.h) become 8 vectors of unsigned
// bytes, vector g holding values 4g .. 4g + 3 of each output. kLow and kHigh bits lie apart.
// kZeroBits: log2 of the byte that stands for 0; -1: 0 itself does. kSmall: bytes are below 128.
template <int kLow, int kHigh, int kZero> struct Codes {
    static constexpr int kZeroBits = kZero;
    static constexpr bool kSmall = kLow + kHigh < 8;
    static constexpr std::int64_t kBytes = 64 * (kLow + kHigh);

    // Byte-wise: bits [from, from + width) of v, moved to bit `to`.
    template <int kFrom, int kTo, int kWidth> static Simd::I moved(Simd::I v)
    {
        constexpr int kMask = ((1 << kWidth) - 1) << kTo;
        return Simd::and_bytes(Simd::template shift_right<kFrom - kTo>(v), kMask);
    }
    template <int g> static Simd::I group(const std::byte* codes)
    {
        constexpr int kLowGroups = 8 / kLow;
        Simd::I low = Simd::load_i(codes + g / kLowGroups * 64);
        if constexpr (kLow < 8)
            low = moved<g % kLowGroups * kLow, 0, kLow>(low);
        if constexpr (kHigh > 0) {
            constexpr int kHighGroups = 8 / kHigh;
            const Simd::I high = Simd::load_i(codes + 64 * kLow + g / kHighGroups * 64);
            return Simd::or_i(low, moved<g % kHighGroups * kHigh, kLow, kHigh>(high));
        }
        return low;
    }
    static void load(Simd::I* groups, const std::byte* codes)
    {
        groups[0] = group<0>(codes);
        groups[1] = group<1>(codes);
        groups[2] = group<2>(codes);
        groups[3] = group<3>(codes);
        groups[4] = group<4>(codes);
        groups[5] = group<5>(codes);
        groups[6] = group<6>(codes);
        groups[7] = group<7>(codes);
    }
};

// iq4: the table's bytes, shifted up by 128.
struct TableCodes {
    static constexpr int kZeroBits = 7;
    static constexpr bool kSmall = false;
    static constexpr std::int64_t kBytes = 256;
    static void load(Simd::I* groups, const std::byte* codes)
    {
        Codes<4, 0, -1>::load(groups, codes);
        for (int g = 0; g < 8; ++g)
            groups[g] = Simd::look_up(kTable, groups[g]);
    }
    alignas(16) static constexpr std::uint8_t kTable[16] = {1,   24,  45,  63,  79,  93,  106, 118,
                                                            129, 141, 153, 166, 181, 197, 217, 241};
};

// Scales and minima of one block of 32 inputs: one for all of them, or one for each half.
template <int kHalves> struct Facts {
    Simd::F scale[kHalves];
    Simd::F minimum[kHalves]; // what is added; not set where there is none
};

// One row of one block: adds what P panels beside one another give to their sums. Each input, once
// broadcast, serves all of them: with one panel the loads, not the products, were the limit.
// Inlined, so that the codes stay in registers over the rows.
template <class Codes, bool kMinimum, int kHalves, int R, int P>
[[gnu::always_inline]] inline void multiply_row(Simd::F (*sums)[R], int r,
                                                const Simd::I (*groups)[8],
                                                const Facts<kHalves>* weights, const std::byte* x)
{
    const std::byte* facts = x + R * kBlock;
    const Simd::F input_scale = Simd::set(read_f32(facts + 4 * r));
    // Minus the sums of the inputs' codes, whole or of each half.
    [[maybe_unused]] Simd::I minus[kHalves];
    if constexpr (kHalves == 2) {
        minus[0] = Simd::set_i(read_i32(facts + 12 * R + 4 * r));
        minus[1] = Simd::set_i(read_i32(facts + 8 * R + 4 * r) - read_i32(facts + 12 * R + 4 * r));
    } else if constexpr (Codes::kZeroBits >= 0) {
        minus[0] = Simd::set_i(read_i32(facts + 8 * R + 4 * r));
    }
#pragma GCC unroll 2
    for (int half = 0; half < kHalves; ++half) {
        Simd::I dots[P];
        for (int i = 0; i < P; ++i) {
            dots[i] = Simd::zero_i();
            if constexpr (Codes::kZeroBits >= 0)
                dots[i] = Simd::times_power(minus[half], Codes::kZeroBits);
        }
#pragma GCC unroll 8
        for (int g = half * 8 / kHalves; g < (half + 1) * 8 / kHalves; ++g) {
            const Simd::I inputs = Simd::set_i(read_i32(x + r * kBlock + 4 * g));
            for (int i = 0; i < P; ++i)
                dots[i] = Codes::kSmall ? Simd::dot_small(dots[i], groups[i][g], inputs)
                                        : Simd::dot(dots[i], groups[i][g], inputs);
        }
        for (int i = 0; i < P; ++i) {
            Simd::F& sum = sums[i][r];
            sum = Simd::fma(Simd::mul(Simd::to_float(dots[i]), input_scale), weights[i].scale[half],
                            sum);
            if constexpr (kMinimum && kHalves == 2)
                sum = Simd::fma(Simd::mul(Simd::to_float(minus[half]), input_scale),
                                Simd::sub(Simd::zero(), weights[i].minimum[half]), sum);
        }
    }
    if constexpr (kMinimum && kHalves == 1) {
        const Simd::F input_sum = Simd::set(read_f32(facts + 4 * R + 4 * r));
        for (int i = 0; i < P; ++i)
            sums[i][r] = Simd::fma(input_sum, weights[i].minimum[0], sums[i][r]);
    }
}

template <class Codes, bool kMinimum, int kHalves, int R, int P>
[[gnu::always_inline]] inline void multiply_block(Simd::F (*sums)[R], const std::byte* codes,
                                                  std::int64_t panel_bytes,
                                                  const Facts<kHalves>* weights, const std::byte* x)
{
    Simd::I groups[P][8];
    for (int i = 0; i < P; ++i)
        Codes::load(groups[i], codes + i * panel_bytes);
#pragma GCC unroll 16
    for (int r = 0; r < R; ++r)
        multiply_row<Codes, kMinimum, kHalves, R, P>(sums, r, groups, weights, x);
}

// Panels that are multiplied together: two where their codes and sums find registers enough.
template <int R> constexpr int kTogether = kParts == 1 && R >= 8 ? 2 : 1;

template <int R, int P> struct PanelSums {
    PanelSums()
    {
        for (int i = 0; i < P; ++i)
            for (int r = 0; r < R; ++r)
                of[i][r] = Simd::zero();
    }
    void store(const PanelProduct& p, std::int64_t first)
    {
        for (int i = 0; i < P; ++i)
            store_rows<R>(p, of[i], first + i * kPanel);
    }
    Simd::F of[P][R];
};

// Calls run for all panels of the product: kTogether at a time, then one by one.
template <template <int, int> class Run, int R> void by_panels(const PanelProduct& p)
{
    constexpr int P = kTogether<R>;
    const std::byte* panel = p.weight;
    std::int64_t first = 0;
    if constexpr (P > 1)
        for (; first + P * kPanel <= p.columns + kPanel - 1;
             first += P * kPanel, panel += P * p.panel_bytes)
            Run<R, P>::run(p, panel, first);
    for (; first < p.columns; first += kPanel, panel += p.panel_bytes)
        for (int part = 0; part < kParts; ++part)
            Run<R, 1>::run(p, panel, first + part * Simd::kLanes, part);
}

// Blocks of 32 with f16 scales.
template <class Codes, bool kMinimum> struct SmallBlocks {
    template <int R, int P> struct Panels {
        static void run(const PanelProduct& p, const std::byte* panel, std::int64_t first,
                        int part = 0)
        {
            const std::int64_t blocks = p.depth / kBlock;
            const std::int64_t scale_bytes = blocks * 2 * kPanel;
            const std::int64_t fact_bytes = ((kMinimum ? 2 : 1) * scale_bytes + 63) / 64 * 64;
            const std::byte* scales = panel + part * Simd::kLanes * 2;
            const std::byte* codes = panel + fact_bytes + part * Simd::kLanes * 4;
            const std::byte* x = p.tile;
            PanelSums<R, P> sums;
            for (std::int64_t b = 0; b < blocks; ++b) {
                Facts<1> facts[P];
                for (int i = 0; i < P; ++i) {
                    facts[i].scale[0] = Simd::load_f16(scales + i * p.panel_bytes);
                    if constexpr (kMinimum)
                        facts[i].minimum[0] =
                            Simd::load_f16(scales + i * p.panel_bytes + scale_bytes);
                }
                multiply_block<Codes, kMinimum, 1, R, P>(sums.of, codes, p.panel_bytes, facts, x);
                codes += Codes::kBytes;
                scales += 2 * kPanel;
                x += R * kBlockRowBytes;
            }
            sums.store(p, first);
        }
    };
    template <int R> struct With {
        static void run(const PanelProduct& p) { by_panels<Panels, R>(p); }
    };
};

// How whole-number scales of a block of 256 lie before its codes.
enum class Scales { with_sign, and_minima, both_in_a_byte };

// Blocks of 256 with a unit and whole-number scales for each half or whole of 32 values.
template <class Codes, int kHalves, Scales kScales> struct LargeBlocks {
    static constexpr bool kMinimum = kScales != Scales::with_sign;
    static constexpr std::int64_t kGroupBytes = kScales == Scales::and_minima ? 2 * kPanel : kPanel;
    static constexpr std::int64_t kUnitBytes = (kMinimum ? 2 : 1) * 2 * kPanel;
    static constexpr std::int64_t kFactBytes =
        (kUnitBytes + 8 * kHalves * kGroupBytes + 63) / 64 * 64;

    static void load_group(Simd::F& scale, Simd::F& minimum, const std::byte* at, Simd::F unit,
                           Simd::F minimum_unit)
    {
        if constexpr (kScales == Scales::with_sign) {
            scale = Simd::mul(unit, Simd::load_i8(at));
        } else if constexpr (kScales == Scales::and_minima) {
            scale = Simd::mul(unit, Simd::to_float(Simd::load_u8(at)));
            minimum = Simd::mul(minimum_unit, Simd::to_float(Simd::load_u8(at + kPanel)));
        } else {
            const Simd::I both = Simd::load_u8(at);
            scale = Simd::mul(unit, Simd::to_float(Simd::and_bytes(both, 15)));
            minimum =
                Simd::mul(minimum_unit,
                          Simd::to_float(Simd::and_bytes(Simd::template shift_right<4>(both), 15)));
        }
    }

    static void load_block(Facts<kHalves>* facts, const std::byte* block, int part)
    {
        const Simd::F unit = Simd::load_f16(block + part * Simd::kLanes * 2);
        Simd::F minimum_unit = Simd::zero();
        if constexpr (kMinimum)
            minimum_unit = Simd::sub(Simd::zero(),
                                     Simd::load_f16(block + 2 * kPanel + part * Simd::kLanes * 2));
        const std::byte* scales = block + kUnitBytes + part * Simd::kLanes;
        for (int b = 0; b < 8; ++b)
            for (int half = 0; half < kHalves; ++half, scales += kGroupBytes)
                load_group(facts[b].scale[half], facts[b].minimum[half], scales, unit,
                           minimum_unit);
    }

    template <int R, int P> struct Panels {
        static void run(const PanelProduct& p, const std::byte* panel, std::int64_t first,
                        int part = 0)
        {
            const std::byte* block = panel;
            const std::byte* x = p.tile;
            PanelSums<R, P> sums;
            for (std::int64_t k = 0; k < p.depth; k += 8 * kBlock) {
                Facts<kHalves> of_panels[P][8];
                for (int i = 0; i < P; ++i)
                    load_block(of_panels[i], block + i * p.panel_bytes, part);
                const std::byte* codes = block + kFactBytes + part * Simd::kLanes * 4;
                for (int b = 0; b < 8; ++b) {
                    Facts<kHalves> facts[P];
                    for (int i = 0; i < P; ++i)
                        facts[i] = of_panels[i][b];
                    multiply_block<Codes, kMinimum, kHalves, R, P>(sums.of, codes, p.panel_bytes,
                                                                   facts, x);
                    codes += Codes::kBytes;
                    x += R * kBlockRowBytes;
                }
                block += kFactBytes + 8 * Codes::kBytes;
            }
            sums.store(p, first);
        }
    };
    template <int R> struct With {
        static void run(const PanelProduct& p) { by_panels<Panels, R>(p); }
    };
};

void quantise_input(std::byte* codes, std::byte* facts, int rows, const float* x)
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
    Simd::F total[2] = {Simd::zero(), Simd::zero()}; // of each half
    for (int i = 0; i < kVectorsOfBlock; ++i) {
        const Simd::F code = Simd::round(Simd::mul(values[i], inverse));
        Simd::F& half = total[i * Simd::kLanes / (kBlock / 2)];
        half = Simd::add(half, code);
        Simd::store_i8(codes + i * Simd::kLanes, code);
    }
    const float first = Simd::sum(total[0]);
    const float sum = first + Simd::sum(total[1]);
    const float scaled = scale * sum;
    const auto minus = -static_cast<std::int32_t>(sum);
    const auto minus_first = -static_cast<std::int32_t>(first);
    __builtin_memcpy(facts, &scale, sizeof(scale));
    __builtin_memcpy(facts + 4 * rows, &scaled, sizeof(scaled));
    __builtin_memcpy(facts + 8 * rows, &minus, sizeof(minus));
    __builtin_memcpy(facts + 12 * rows, &minus_first, sizeof(minus_first));
}

void tile_quantised(std::byte* tile, const float* x, std::int64_t stride, int rows,
                    std::int64_t depth)
{
    for (std::int64_t k = 0; k < depth; k += kBlock, tile += rows * kBlockRowBytes)
        for (int r = 0; r < rows; ++r)
            quantise_input(tile + r * kBlock, tile + rows * kBlock + 4 * r, rows,
                           x + r * stride + k);
}

} // namespace
} // namespace longhand::tensor
