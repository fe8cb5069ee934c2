// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Included once by each instruction set's file, after its simd header.
#include "engine/tensor/cpu/kernels/kernels.h"

namespace longhand::tensor {
namespace { // see simd_avx2.h

constexpr float kLog2E = 1.44269504F;

// 2^x for x <= 126, relative error 3e-7; 0 below Simd::kPowerOfZero. Polynomial of Cephes' exp2f.
Simd::F exp2(Simd::F x)
{
    x = Simd::max(x, Simd::set(Simd::kPowerOfZero));
    const Simd::F whole = Simd::round(x);
    const Simd::F rest = Simd::sub(x, whole);
    Simd::F p = Simd::set(1.535336188319500e-4F);
    p = Simd::fma(p, rest, Simd::set(1.339887440266574e-3F));
    p = Simd::fma(p, rest, Simd::set(9.618437357674640e-3F));
    p = Simd::fma(p, rest, Simd::set(5.550332471162809e-2F));
    p = Simd::fma(p, rest, Simd::set(2.402264791363012e-1F));
    p = Simd::fma(p, rest, Simd::set(6.931472028550421e-1F));
    p = Simd::fma(p, rest, Simd::set(1.0F));
    return Simd::scale(p, whole);
}

// 1 / (1 + e^-x)
Simd::F sigmoid(Simd::F x)
{
    const Simd::F power = Simd::min(Simd::mul(x, Simd::set(-kLog2E)), Simd::set(120.0F));
    return Simd::div(Simd::set(1.0F), Simd::add(Simd::set(1.0F), exp2(power)));
}

// 2 / (1 + e^-2x) - 1. Near 0 the absolute error is 1e-7.
Simd::F tanh(Simd::F x)
{
    const Simd::F s = sigmoid(Simd::add(x, x));
    return Simd::sub(Simd::add(s, s), Simd::set(1.0F));
}

// Calls body(offset, count) for each vector of `count` values; the last may be partial.
template <class Whole, class Part> void for_vectors(std::int64_t count, Whole whole, Part part)
{
    std::int64_t i = 0;
    for (; i + Simd::kLanes <= count; i += Simd::kLanes)
        whole(i);
    if (i < count)
        part(i, count - i);
}

float dot(const float* a, const float* b, std::int64_t count)
{
    Simd::F sums[4] = {Simd::zero(), Simd::zero(), Simd::zero(), Simd::zero()};
    std::int64_t i = 0;
    for (; i + 4 * Simd::kLanes <= count; i += 4 * Simd::kLanes)
        for (int j = 0; j < 4; ++j)
            sums[j] = Simd::fma(Simd::load(a + i + j * Simd::kLanes),
                                Simd::load(b + i + j * Simd::kLanes), sums[j]);
    for (; i + Simd::kLanes <= count; i += Simd::kLanes)
        sums[0] = Simd::fma(Simd::load(a + i), Simd::load(b + i), sums[0]);
    if (i < count)
        sums[1] = Simd::fma(Simd::load_part(a + i, count - i), Simd::load_part(b + i, count - i),
                            sums[1]);
    return Simd::sum(Simd::add(Simd::add(sums[0], sums[1]), Simd::add(sums[2], sums[3])));
}

void add_scaled(float* y, const float* x, float scale, std::int64_t count)
{
    const Simd::F factor = Simd::set(scale);
    for_vectors(
        count,
        [&](std::int64_t i) {
            Simd::store(y + i, Simd::fma(Simd::load(x + i), factor, Simd::load(y + i)));
        },
        [&](std::int64_t i, std::int64_t n) {
            Simd::store_part(
                y + i, Simd::fma(Simd::load_part(x + i, n), factor, Simd::load_part(y + i, n)), n);
        });
}

void add_rms_norm(float* out, float* residual, const float* delta, const float* gain,
                  std::int64_t dim, float eps)
{
    if (delta != nullptr)
        add_scaled(residual, delta, 1.0F, dim);
    const float mean = dot(residual, residual, dim) / static_cast<float>(dim);
    const Simd::F factor = Simd::set(1.0F / __builtin_sqrtf(mean + eps));
    for_vectors(
        dim,
        [&](std::int64_t i) {
            Simd::store(out + i, Simd::mul(Simd::mul(Simd::load(residual + i), factor),
                                           Simd::load(gain + i)));
        },
        [&](std::int64_t i, std::int64_t n) {
            Simd::store_part(out + i,
                             Simd::mul(Simd::mul(Simd::load_part(residual + i, n), factor),
                                       Simd::load_part(gain + i, n)),
                             n);
        });
}

void add_normed(float* residual, const float* delta, const float* gain, std::int64_t dim, float eps)
{
    const float mean = dot(delta, delta, dim) / static_cast<float>(dim);
    const Simd::F factor = Simd::set(1.0F / __builtin_sqrtf(mean + eps));
    for_vectors(
        dim,
        [&](std::int64_t i) {
            const Simd::F scaled = Simd::mul(Simd::load(delta + i), factor);
            Simd::store(residual + i,
                        Simd::fma(scaled, Simd::load(gain + i), Simd::load(residual + i)));
        },
        [&](std::int64_t i, std::int64_t n) {
            const Simd::F scaled = Simd::mul(Simd::load_part(delta + i, n), factor);
            Simd::store_part(
                residual + i,
                Simd::fma(scaled, Simd::load_part(gain + i, n), Simd::load_part(residual + i, n)),
                n);
        });
}

void cap(float* x, std::int64_t count, float soft_cap)
{
    const Simd::F limit = Simd::set(soft_cap);
    const auto capped = [&](Simd::F value) {
        return Simd::mul(limit, tanh(Simd::div(value, limit)));
    };
    for_vectors(
        count, [&](std::int64_t i) { Simd::store(x + i, capped(Simd::load(x + i))); },
        [&](std::int64_t i, std::int64_t n) {
            Simd::store_part(x + i, capped(Simd::load_part(x + i, n)), n);
        });
}

// x Phi(x) = max(x, 0) - |x| erfc(|x| / sqrt(2)) / 2, with the Chebyshev fit of erfc in t = 1 / (1
// + z / 2) of Press et al. (Numerical Recipes, erfcc), relative error 1.2e-7 everywhere: what is
// left of a large negative x is right too.
Simd::F gelu(Simd::F x)
{
    constexpr float kFit[] = {0.17087277F,  -0.82215223F, 1.48851587F, -1.13520398F, 0.27886807F,
                              -0.18628806F, 0.09678418F,  0.37409196F, 1.00002368F,  -1.26551223F};
    const Simd::F size = Simd::max(x, Simd::sub(Simd::zero(), x));
    const Simd::F z = Simd::mul(size, Simd::set(0.70710678F));
    const Simd::F t = Simd::div(Simd::set(1.0F), Simd::fma(z, Simd::set(0.5F), Simd::set(1.0F)));
    Simd::F power = Simd::zero();
    for (const float factor : kFit)
        power = Simd::fma(power, t, Simd::set(factor));
    power = Simd::sub(power, Simd::mul(z, z));
    const Simd::F tail = Simd::mul(t, exp2(Simd::mul(power, Simd::set(kLog2E))));
    return Simd::sub(Simd::max(x, Simd::zero()), Simd::mul(Simd::mul(size, Simd::set(0.5F)), tail));
}

Simd::F activate(Simd::F x, Activation activation)
{
    if (activation == Activation::silu)
        return Simd::mul(x, sigmoid(x));
    if (activation == Activation::gelu)
        return gelu(x);
    // 0.5 x (1 + tanh(u)) = x sigmoid(2u)
    const Simd::F cubed = Simd::mul(Simd::mul(x, x), x);
    const Simd::F u = Simd::fma(cubed, Simd::set(0.044715F), x);
    return Simd::mul(x, sigmoid(Simd::mul(u, Simd::set(1.5957691216F))));
}

void gate(float* y, const float* gates, std::int64_t count, Activation activation)
{
    for_vectors(
        count,
        [&](std::int64_t i) {
            Simd::store(y + i,
                        Simd::mul(Simd::load(y + i), activate(Simd::load(gates + i), activation)));
        },
        [&](std::int64_t i, std::int64_t n) {
            Simd::store_part(y + i,
                             Simd::mul(Simd::load_part(y + i, n),
                                       activate(Simd::load_part(gates + i, n), activation)),
                             n);
        });
}

float largest(const float* x, std::int64_t count)
{
    float best = x[0];
    Simd::F most = Simd::set(best);
    std::int64_t i = 0;
    for (; i + Simd::kLanes <= count; i += Simd::kLanes)
        most = Simd::max(most, Simd::load(x + i));
    best = Simd::largest(most);
    for (; i < count; ++i)
        best = x[i] > best ? x[i] : best;
    return best;
}

float sum_exp(const float* x, std::int64_t count, float minus)
{
    const Simd::F shift = Simd::set(minus);
    const Simd::F log2e = Simd::set(kLog2E);
    Simd::F sum = Simd::zero();
    for_vectors(
        count,
        [&](std::int64_t i) {
            sum = Simd::add(sum, exp2(Simd::mul(Simd::sub(Simd::load(x + i), shift), log2e)));
        },
        [&](std::int64_t i, std::int64_t n) {
            float terms[Simd::kLanes] = {};
            Simd::store_part(
                terms, exp2(Simd::mul(Simd::sub(Simd::load_part(x + i, n), shift), log2e)), n);
            sum = Simd::add(sum, Simd::load(terms));
        });
    return Simd::sum(sum);
}

void rotate(float* head, const float* cosines, const float* sines, std::int64_t half,
            bool interleaved)
{
    if (interleaved) {
        for (std::int64_t i = 0; i < half; ++i) {
            const float low = head[2 * i];
            const float high = head[2 * i + 1];
            head[2 * i] = low * cosines[i] - high * sines[i];
            head[2 * i + 1] = high * cosines[i] + low * sines[i];
        }
        return;
    }
    for_vectors(
        half,
        [&](std::int64_t i) {
            const Simd::F low = Simd::load(head + i);
            const Simd::F high = Simd::load(head + half + i);
            const Simd::F c = Simd::load(cosines + i);
            const Simd::F s = Simd::load(sines + i);
            Simd::store(head + i, Simd::sub(Simd::mul(low, c), Simd::mul(high, s)));
            Simd::store(head + half + i, Simd::fma(high, c, Simd::mul(low, s)));
        },
        [&](std::int64_t i, std::int64_t n) {
            const Simd::F low = Simd::load_part(head + i, n);
            const Simd::F high = Simd::load_part(head + half + i, n);
            const Simd::F c = Simd::load_part(cosines + i, n);
            const Simd::F s = Simd::load_part(sines + i, n);
            Simd::store_part(head + i, Simd::sub(Simd::mul(low, c), Simd::mul(high, s)), n);
            Simd::store_part(head + half + i, Simd::fma(high, c, Simd::mul(low, s)), n);
        });
}

void to_half(std::uint16_t* to, const float* from, std::int64_t count)
{
    for_vectors(
        count, [&](std::int64_t i) { Simd::store_f16(to + i, Simd::load(from + i)); },
        [&](std::int64_t i, std::int64_t n) {
            std::uint16_t half[Simd::kLanes];
            Simd::store_f16(half, Simd::load_part(from + i, n));
            for (std::int64_t j = 0; j < n; ++j)
                to[i + j] = half[j];
        });
}

} // namespace
} // namespace longhand::tensor
