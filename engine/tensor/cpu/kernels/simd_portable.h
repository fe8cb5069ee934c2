// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstring>

namespace longhand::tensor {
namespace { // see simd_avx2.h

// One vector of 4 lanes in the compiler's own vector types: SSE2 on any x86-64, NEON on AArch64.
struct Simd {
    static constexpr int kLanes = 4;
    static constexpr int kTileRows = 4;
    static constexpr int kVectors = 2;
    static constexpr float kPowerOfZero = -127.0F; // an exponent of 0 bits: scale() gives 0
    using F = float __attribute__((vector_size(16)));
    using I = std::int32_t __attribute__((vector_size(16)));
    using U = std::uint32_t __attribute__((vector_size(16)));
    using Bytes = std::uint8_t __attribute__((vector_size(16)));

    static F zero() { return F{}; }
    static F set(float x) { return F{x, x, x, x}; }
    static F load(const float* from)
    {
        F x;
        std::memcpy(&x, from, sizeof(x));
        return x;
    }
    static void store(float* to, F x) { std::memcpy(to, &x, sizeof(x)); }
    static F load_part(const float* from, std::int64_t count)
    {
        F x{};
        for (std::int64_t i = 0; i < count; ++i)
            x[i] = from[i];
        return x;
    }
    static void store_part(float* to, F x, std::int64_t count)
    {
        for (std::int64_t i = 0; i < count; ++i)
            to[i] = x[i];
    }
    static F load_f16(const void* from)
    {
        std::uint16_t half[4];
        std::memcpy(half, from, sizeof(half));
        const U bits{half[0], half[1], half[2], half[3]};
        // Shifted into a float's place the exponent is 112 too small; the product mends it, also
        // for subnormal numbers. What was infinity or NaN becomes one again.
        const F small = reinterpret_cast<F>((bits & 0x7FFFU) << 13U) * 0x1p112F;
        const U special = reinterpret_cast<U>(small >= 65536.0F) & 0x7F800000U;
        return reinterpret_cast<F>(reinterpret_cast<U>(small) | special | (bits & 0x8000U) << 16U);
    }
    static F load_bf16(const void* from)
    {
        std::uint16_t half[4];
        std::memcpy(half, from, sizeof(half));
        const U bits{half[0], half[1], half[2], half[3]};
        return reinterpret_cast<F>(bits << 16U);
    }
    static F load_i8(const void* from)
    {
        std::int8_t bytes[4];
        std::memcpy(bytes, from, sizeof(bytes));
        return to_float(I{bytes[0], bytes[1], bytes[2], bytes[3]});
    }
    static void store_f16(void* to, F x)
    {
        std::uint16_t half[4];
        for (int i = 0; i < 4; ++i)
            half[i] = half_of(x[i]);
        std::memcpy(to, half, sizeof(half));
    }
    static void store_i8(void* to, F x)
    {
        const I whole = __builtin_convertvector(round(x), I);
        std::int8_t bytes[4];
        for (int i = 0; i < 4; ++i)
            bytes[i] = static_cast<std::int8_t>(whole[i]);
        std::memcpy(to, bytes, sizeof(bytes));
    }
    static F add(F a, F b) { return a + b; }
    static F sub(F a, F b) { return a - b; }
    static F mul(F a, F b) { return a * b; }
    static F div(F a, F b) { return a / b; }
    static F fma(F a, F b, F c) { return a * b + c; }
    static F max(F a, F b) { return a > b ? a : b; }
    static F min(F a, F b) { return a < b ? a : b; }
    static F abs(F a) { return reinterpret_cast<F>(reinterpret_cast<U>(a) & 0x7FFFFFFFU); }
    static F round(F a) // |a| < 2^22
    {
        const F magic = set(0x1.8p23F);
        return (a + magic) - magic;
    }
    static F scale(F p, F n)
    {
        const I exponent = __builtin_convertvector(n, I) + 127;
        return p * reinterpret_cast<F>(exponent << 23);
    }
    static float sum(F a) { return (a[0] + a[2]) + (a[1] + a[3]); }
    static float largest(F a)
    {
        const float low = a[0] > a[2] ? a[0] : a[2];
        const float high = a[1] > a[3] ? a[1] : a[3];
        return low > high ? low : high;
    }
    static bool any_less(F a, F b)
    {
        const I less = a < b;
        return (less[0] | less[1] | less[2] | less[3]) != 0;
    }

    static I zero_i() { return I{}; }
    static I set_i(std::int32_t x) { return I{x, x, x, x}; }
    static I load_i(const void* from)
    {
        I x;
        std::memcpy(&x, from, sizeof(x));
        return x;
    }
    static I and_bytes(I a, int mask) { return a & (mask * 0x01010101); }
    static I or_i(I a, I b) { return a | b; }
    template <int kBits> static I shift_right(I a)
    {
        using Words = std::uint16_t __attribute__((vector_size(16)));
        if constexpr (kBits >= 0)
            return reinterpret_cast<I>(reinterpret_cast<Words>(a) >> kBits);
        else
            return reinterpret_cast<I>(reinterpret_cast<Words>(a) << -kBits);
    }
    static I look_up(const std::uint8_t* table, I a)
    {
        std::uint8_t bytes[sizeof(I)];
        std::memcpy(bytes, &a, sizeof(a));
        for (std::uint8_t& byte : bytes)
            byte = table[byte];
        std::memcpy(&a, bytes, sizeof(a));
        return a;
    }
    static F look_up_f(const float* table, I a)
    {
        return F{table[a[0] & 15], table[a[1] & 15], table[a[2] & 15], table[a[3] & 15]};
    }
    static I shift_lanes(I a, int bits)
    {
        return reinterpret_cast<I>(reinterpret_cast<U>(a) >> bits);
    }
    static I load_u8(const void* from)
    {
        std::uint8_t bytes[4];
        std::memcpy(bytes, from, sizeof(bytes));
        return I{bytes[0], bytes[1], bytes[2], bytes[3]};
    }
    static I times_power(I a, int bits) { return a << bits; }
    static F to_float(I a) { return __builtin_convertvector(a, F); }
    // Byte k of each lane, widened by shifts; 16-bit products keep SSE2's multiply usable.
    static I dot(I acc, I weights, I inputs)
    {
        using Words = std::int16_t __attribute__((vector_size(16)));
        const auto w = reinterpret_cast<Words>(weights);
        const auto x = reinterpret_cast<Words>(inputs);
        // Even bytes: weight below 256 and input in 16 bits; their product needs 32.
        return acc + products(w & 255, (x << 8) >> 8) +
               products(reinterpret_cast<Words>(reinterpret_cast<Halves>(w) >> 8), x >> 8);
    }
    static I dot_small(I acc, I weights, I inputs) { return dot(acc, weights, inputs); }

    static F sums(const F* a) { return F{sum(a[0]), sum(a[1]), sum(a[2]), sum(a[3])}; }

private:
    using Halves = std::uint16_t __attribute__((vector_size(16)));
    // Sum of the two 16-bit products of each 32-bit lane.
    template <class Words> static I products(Words a, Words b)
    {
        const auto wide_a = reinterpret_cast<I>(a);
        const auto wide_b = reinterpret_cast<I>(b);
        return ((wide_a << 16) >> 16) * ((wide_b << 16) >> 16) + (wide_a >> 16) * (wide_b >> 16);
    }
    static std::uint16_t half_of(float value)
    {
        std::uint32_t bits = 0;
        std::memcpy(&bits, &value, sizeof(bits));
        const std::uint32_t sign = (bits >> 16U) & 0x8000U;
        const std::uint32_t size = bits & 0x7FFFFFFFU;
        if (size > 0x7F800000U)
            return static_cast<std::uint16_t>(sign | 0x7E00U);
        if (size >= 0x477FF000U)
            return static_cast<std::uint16_t>(sign | 0x7C00U);
        if (size < 0x38800000U) {
            float magnitude = 0.0F;
            std::memcpy(&magnitude, &size, sizeof(size));
            // Adding 2^-1 leaves the number of steps of 2^-24 in the fraction, rounded to even.
            const float shifted = magnitude + 0.5F;
            std::uint32_t steps = 0;
            std::memcpy(&steps, &shifted, sizeof(steps));
            return static_cast<std::uint16_t>(sign | (steps - 0x3F000000U));
        }
        const std::uint32_t rounded = size + 0xFFFU + ((size >> 13U) & 1U) - (112U << 23U);
        return static_cast<std::uint16_t>(sign | (rounded >> 13U));
    }
};

} // namespace
} // namespace longhand::tensor
