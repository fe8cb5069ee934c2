// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <immintrin.h>

namespace longhand::tensor {
namespace { // compiled with this file's flags; must not merge with another instruction set's

// One vector of 16 lanes.
struct Simd {
    static constexpr int kLanes = 16;
    static constexpr int kTileRows = 16;
    static constexpr int kVectors = 4; // vectors a micro-kernel keeps beside one another
    // scale() goes below the normal numbers (2^-127 to 2^-149): a hidden key must weigh nothing.
    static constexpr float kPowerOfZero = -160.0F;
    using F = __m512;
    using I = __m512i;

    static F zero() { return _mm512_setzero_ps(); }
    static F set(float x) { return _mm512_set1_ps(x); }
    static F load(const float* from) { return _mm512_loadu_ps(from); }
    static void store(float* to, F x) { _mm512_storeu_ps(to, x); }
    static __mmask16 first(std::int64_t count)
    {
        return static_cast<__mmask16>((1U << static_cast<unsigned>(count)) - 1U);
    }
    // The first `count` < 16 lanes; the rest are 0.
    static F load_part(const float* from, std::int64_t count)
    {
        return _mm512_maskz_loadu_ps(first(count), from);
    }
    static void store_part(float* to, F x, std::int64_t count)
    {
        _mm512_mask_storeu_ps(to, first(count), x);
    }
    static F load_f16(const void* from)
    {
        return _mm512_cvtph_ps(_mm256_loadu_si256(static_cast<const __m256i*>(from)));
    }
    static F load_bf16(const void* from)
    {
        const __m256i half = _mm256_loadu_si256(static_cast<const __m256i*>(from));
        return _mm512_castsi512_ps(_mm512_slli_epi32(_mm512_cvtepu16_epi32(half), 16));
    }
    static F load_i8(const void* from)
    {
        const __m128i bytes = _mm_loadu_si128(static_cast<const __m128i*>(from));
        return _mm512_cvtepi32_ps(_mm512_cvtepi8_epi32(bytes));
    }
    static void store_f16(void* to, F x)
    {
        _mm256_storeu_si256(static_cast<__m256i*>(to),
                            _mm512_cvtps_ph(x, _MM_FROUND_TO_NEAREST_INT));
    }
    // Rounds to nearest; |x| <= 127.
    static void store_i8(void* to, F x)
    {
        _mm_storeu_si128(static_cast<__m128i*>(to), _mm512_cvtepi32_epi8(_mm512_cvtps_epi32(x)));
    }
    static F add(F a, F b) { return _mm512_add_ps(a, b); }
    static F sub(F a, F b) { return _mm512_sub_ps(a, b); }
    static F mul(F a, F b) { return _mm512_mul_ps(a, b); }
    static F div(F a, F b) { return _mm512_div_ps(a, b); }
    static F fma(F a, F b, F c) { return _mm512_fmadd_ps(a, b, c); } // a * b + c
    static F max(F a, F b) { return _mm512_max_ps(a, b); }
    static F min(F a, F b) { return _mm512_min_ps(a, b); }
    static F abs(F a) { return _mm512_abs_ps(a); }
    static F round(F a) { return _mm512_roundscale_ps(a, _MM_FROUND_TO_NEAREST_INT); }
    // p * 2^n for whole n in [-160, 127].
    static F scale(F p, F n) { return _mm512_scalef_ps(p, n); }
    static float sum(F a) { return _mm512_reduce_add_ps(a); }
    static float largest(F a) { return _mm512_reduce_max_ps(a); }
    static bool any_less(F a, F b) { return _mm512_cmp_ps_mask(a, b, _CMP_LT_OQ) != 0; }

    static I zero_i() { return _mm512_setzero_si512(); }
    static I set_i(std::int32_t x) { return _mm512_set1_epi32(x); }
    static I load_i(const void* from) { return _mm512_loadu_si512(from); }
    static I and_bytes(I a, int mask)
    {
        return _mm512_and_si512(a, _mm512_set1_epi8(static_cast<char>(mask)));
    }
    static I or_i(I a, I b) { return _mm512_or_si512(a, b); }
    // Of 16 bits each; to the left when negative.
    template <int kBits> static I shift_right(I a)
    {
        if constexpr (kBits >= 0)
            return _mm512_srli_epi16(a, kBits);
        else
            return _mm512_slli_epi16(a, -kBits);
    }
    // Each byte, below 16, becomes the table's byte.
    static I look_up(const std::uint8_t* table, I a)
    {
        const __m128i bytes = _mm_load_si128(reinterpret_cast<const __m128i*>(table));
        return _mm512_shuffle_epi8(_mm512_broadcast_i32x4(bytes), a);
    }
    // Each lane's low 4 bits become the table's number.
    static F look_up_f(const float* table, I a)
    {
        return _mm512_permutexvar_ps(a, _mm512_loadu_ps(table));
    }
    static I shift_lanes(I a, int bits)
    {
        return _mm512_srli_epi32(a, static_cast<unsigned>(bits));
    }
    // One unsigned byte for each lane.
    static I load_u8(const void* from)
    {
        return _mm512_cvtepu8_epi32(_mm_loadu_si128(static_cast<const __m128i*>(from)));
    }
    static I times_power(I a, int bits)
    {
        return _mm512_slli_epi32(a, static_cast<unsigned>(bits));
    }
    static F to_float(I a) { return _mm512_cvtepi32_ps(a); }
    // acc + the four products of each lane, weights unsigned, inputs signed. `small`: below 16.
    static I dot_small(I acc, I weights, I inputs)
    {
        return _mm512_dpbusd_epi32(acc, weights, inputs);
    }
    static I dot(I acc, I weights, I inputs) { return _mm512_dpbusd_epi32(acc, weights, inputs); }

    // Lane i of the result is the sum over the lanes of a[i].
    static F sums(const F* a)
    {
        __m512 pairs[8];
        for (int i = 0; i < 8; ++i)
            pairs[i] = _mm512_add_ps(_mm512_unpacklo_ps(a[2 * i], a[2 * i + 1]),
                                     _mm512_unpackhi_ps(a[2 * i], a[2 * i + 1]));
        __m512 quads[4];
        for (int i = 0; i < 4; ++i) {
            const __m512d low = _mm512_castps_pd(pairs[2 * i]);
            const __m512d high = _mm512_castps_pd(pairs[2 * i + 1]);
            quads[i] = _mm512_add_ps(_mm512_castpd_ps(_mm512_unpacklo_pd(low, high)),
                                     _mm512_castpd_ps(_mm512_unpackhi_pd(low, high)));
        }
        // quads[i] holds, in each 128-bit lane, partial sums of a[4 i .. 4 i + 3].
        const __m512 low = _mm512_add_ps(_mm512_shuffle_f32x4(quads[0], quads[1], 0x88),
                                         _mm512_shuffle_f32x4(quads[0], quads[1], 0xDD));
        const __m512 high = _mm512_add_ps(_mm512_shuffle_f32x4(quads[2], quads[3], 0x88),
                                          _mm512_shuffle_f32x4(quads[2], quads[3], 0xDD));
        return _mm512_add_ps(_mm512_shuffle_f32x4(low, high, 0x88),
                             _mm512_shuffle_f32x4(low, high, 0xDD));
    }
};

} // namespace
} // namespace longhand::tensor
