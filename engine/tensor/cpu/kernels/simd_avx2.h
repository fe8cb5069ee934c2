// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <immintrin.h>

namespace longhand::tensor {
namespace { // compiled with this file's flags; must not merge with another instruction set's

// One vector of 8 lanes; 8-bit dot products of the VNNI extension where the file is compiled for
// it.
struct Simd {
    static constexpr int kLanes = 8;
    static constexpr int kTileRows = 4;
    static constexpr int kVectors = 2;
    static constexpr float kPowerOfZero = -127.0F; // an exponent of 0 bits: scale() gives 0
    using F = __m256;
    using I = __m256i;

    static F zero() { return _mm256_setzero_ps(); }
    static F set(float x) { return _mm256_set1_ps(x); }
    static F load(const float* from) { return _mm256_loadu_ps(from); }
    static void store(float* to, F x) { _mm256_storeu_ps(to, x); }
    static I first(std::int64_t count)
    {
        return _mm256_cmpgt_epi32(_mm256_set1_epi32(static_cast<int>(count)),
                                  _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7));
    }
    static F load_part(const float* from, std::int64_t count)
    {
        return _mm256_maskload_ps(from, first(count));
    }
    static void store_part(float* to, F x, std::int64_t count)
    {
        _mm256_maskstore_ps(to, first(count), x);
    }
    static F load_f16(const void* from)
    {
        return _mm256_cvtph_ps(_mm_loadu_si128(static_cast<const __m128i*>(from)));
    }
    static F load_bf16(const void* from)
    {
        const __m128i half = _mm_loadu_si128(static_cast<const __m128i*>(from));
        return _mm256_castsi256_ps(_mm256_slli_epi32(_mm256_cvtepu16_epi32(half), 16));
    }
    static F load_i8(const void* from)
    {
        const __m128i bytes = _mm_loadl_epi64(static_cast<const __m128i*>(from));
        return _mm256_cvtepi32_ps(_mm256_cvtepi8_epi32(bytes));
    }
    static void store_f16(void* to, F x)
    {
        _mm_storeu_si128(static_cast<__m128i*>(to), _mm256_cvtps_ph(x, _MM_FROUND_TO_NEAREST_INT));
    }
    static void store_i8(void* to, F x)
    {
        const __m256i whole = _mm256_cvtps_epi32(x);
        const __m128i words =
            _mm_packs_epi32(_mm256_castsi256_si128(whole), _mm256_extracti128_si256(whole, 1));
        _mm_storel_epi64(static_cast<__m128i*>(to), _mm_packs_epi16(words, words));
    }
    static F add(F a, F b) { return _mm256_add_ps(a, b); }
    static F sub(F a, F b) { return _mm256_sub_ps(a, b); }
    static F mul(F a, F b) { return _mm256_mul_ps(a, b); }
    static F div(F a, F b) { return _mm256_div_ps(a, b); }
    static F fma(F a, F b, F c) { return _mm256_fmadd_ps(a, b, c); }
    static F max(F a, F b) { return _mm256_max_ps(a, b); }
    static F min(F a, F b) { return _mm256_min_ps(a, b); }
    static F abs(F a) { return _mm256_andnot_ps(_mm256_set1_ps(-0.0F), a); }
    static F round(F a)
    {
        return _mm256_round_ps(a, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
    }
    static F scale(F p, F n)
    {
        const I exponent = _mm256_add_epi32(_mm256_cvtps_epi32(n), _mm256_set1_epi32(127));
        return _mm256_mul_ps(p, _mm256_castsi256_ps(_mm256_slli_epi32(exponent, 23)));
    }
    static float sum(F a)
    {
        __m128 x = _mm_add_ps(_mm256_castps256_ps128(a), _mm256_extractf128_ps(a, 1));
        x = _mm_add_ps(x, _mm_movehl_ps(x, x));
        return _mm_cvtss_f32(_mm_add_ss(x, _mm_movehdup_ps(x)));
    }
    static float largest(F a)
    {
        __m128 x = _mm_max_ps(_mm256_castps256_ps128(a), _mm256_extractf128_ps(a, 1));
        x = _mm_max_ps(x, _mm_movehl_ps(x, x));
        return _mm_cvtss_f32(_mm_max_ss(x, _mm_movehdup_ps(x)));
    }
    static bool any_less(F a, F b)
    {
        return _mm256_movemask_ps(_mm256_cmp_ps(a, b, _CMP_LT_OQ)) != 0;
    }

    static I zero_i() { return _mm256_setzero_si256(); }
    static I set_i(std::int32_t x) { return _mm256_set1_epi32(x); }
    static I load_i(const void* from)
    {
        return _mm256_loadu_si256(static_cast<const __m256i*>(from));
    }
    static I and_bytes(I a, int mask)
    {
        return _mm256_and_si256(a, _mm256_set1_epi8(static_cast<char>(mask)));
    }
    static I or_i(I a, I b) { return _mm256_or_si256(a, b); }
    template <int kBits> static I shift_right(I a)
    {
        if constexpr (kBits >= 0)
            return _mm256_srli_epi16(a, kBits);
        else
            return _mm256_slli_epi16(a, -kBits);
    }
    static I look_up(const std::uint8_t* table, I a)
    {
        const __m128i bytes = _mm_load_si128(reinterpret_cast<const __m128i*>(table));
        return _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(bytes), a);
    }
    static F look_up_f(const float* table, I a)
    {
        const F low = _mm256_permutevar8x32_ps(_mm256_loadu_ps(table), a);
        const F high = _mm256_permutevar8x32_ps(_mm256_loadu_ps(table + 8), a);
        return _mm256_blendv_ps(low, high, _mm256_castsi256_ps(_mm256_slli_epi32(a, 28)));
    }
    static I shift_lanes(I a, int bits) { return _mm256_srli_epi32(a, bits); }
    static I load_u8(const void* from)
    {
        return _mm256_cvtepu8_epi32(_mm_loadl_epi64(static_cast<const __m128i*>(from)));
    }
    static I times_power(I a, int bits) { return _mm256_slli_epi32(a, bits); }
    static F to_float(I a) { return _mm256_cvtepi32_ps(a); }
#if defined(__AVXVNNI__)
    static I dot_small(I acc, I weights, I inputs)
    {
        return _mm256_dpbusd_avx_epi32(acc, weights, inputs);
    }
    static I dot(I acc, I weights, I inputs)
    {
        return _mm256_dpbusd_avx_epi32(acc, weights, inputs);
    }
#else
    static I dot_small(I acc, I weights, I inputs)
    {
        const I pairs = _mm256_maddubs_epi16(weights, inputs);
        return _mm256_add_epi32(acc, _mm256_madd_epi16(pairs, _mm256_set1_epi16(1)));
    }
    // Sums of two products of 8-bit weights pass 16 bits: widen first.
    static I dot(I acc, I weights, I inputs)
    {
        const I even = _mm256_madd_epi16(_mm256_and_si256(weights, _mm256_set1_epi16(255)),
                                         _mm256_srai_epi16(_mm256_slli_epi16(inputs, 8), 8));
        const I odd =
            _mm256_madd_epi16(_mm256_srli_epi16(weights, 8), _mm256_srai_epi16(inputs, 8));
        return _mm256_add_epi32(acc, _mm256_add_epi32(even, odd));
    }
#endif

    static F sums(const F* a)
    {
        const F low = _mm256_hadd_ps(_mm256_hadd_ps(a[0], a[1]), _mm256_hadd_ps(a[2], a[3]));
        const F high = _mm256_hadd_ps(_mm256_hadd_ps(a[4], a[5]), _mm256_hadd_ps(a[6], a[7]));
        return _mm256_add_ps(_mm256_permute2f128_ps(low, high, 0x20),
                             _mm256_permute2f128_ps(low, high, 0x31));
    }
};

} // namespace
} // namespace longhand::tensor
