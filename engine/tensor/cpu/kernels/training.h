// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Included once by each instruction set's file, after its simd header.
#include "engine/tensor/cpu/kernels/rows.h"

#include <cmath>

namespace longhand::tensor {
namespace { // see simd_avx2.h

// c[m][n] += sum_k a[m * a_row + k * a_step] * b[k][n] for M rows and V vectors.
template <int M, int V>
void add_product_block(const DenseProduct& p, std::int64_t m, std::int64_t n)
{
    const float* a = p.a + m * p.a_row;
    const float* b = p.b + n;
    float* c = p.c + m * p.c_row + n;
    Simd::F sums[M][V];
    for (int i = 0; i < M; ++i)
        for (int v = 0; v < V; ++v)
            sums[i][v] = Simd::load(c + i * p.c_row + v * Simd::kLanes);
    for (std::int64_t k = 0; k < p.depth; ++k) {
        Simd::F lanes[V];
        for (int v = 0; v < V; ++v)
            lanes[v] = Simd::load(b + k * p.b_row + v * Simd::kLanes);
        for (int i = 0; i < M; ++i) {
            const Simd::F factor = Simd::set(a[i * p.a_row + k * p.a_step]);
            for (int v = 0; v < V; ++v)
                sums[i][v] = Simd::fma(factor, lanes[v], sums[i][v]);
        }
    }
    for (int i = 0; i < M; ++i)
        for (int v = 0; v < V; ++v)
            Simd::store(c + i * p.c_row + v * Simd::kLanes, sums[i][v]);
}

// The last columns, fewer than a vector holds.
void add_product_rest(const DenseProduct& p, std::int64_t m, std::int64_t n)
{
    const std::int64_t count = p.columns - n;
    float* c = p.c + m * p.c_row + n;
    Simd::F sum = Simd::load_part(c, count);
    for (std::int64_t k = 0; k < p.depth; ++k)
        sum = Simd::fma(Simd::set(p.a[m * p.a_row + k * p.a_step]),
                        Simd::load_part(p.b + k * p.b_row + n, count), sum);
    Simd::store_part(c, sum, count);
}

template <int V> void add_product_columns(const DenseProduct& p, std::int64_t n)
{
    constexpr int kRows = Simd::kLanes == 16 ? 6 : 4;
    std::int64_t m = 0;
    for (; m + kRows <= p.rows; m += kRows)
        add_product_block<kRows, V>(p, m, n);
    for (; m < p.rows; ++m)
        add_product_block<1, V>(p, m, n);
}

void add_product(const DenseProduct& p)
{
    std::int64_t n = 0;
    for (; n + Simd::kVectors * Simd::kLanes <= p.columns; n += Simd::kVectors * Simd::kLanes)
        add_product_columns<Simd::kVectors>(p, n);
    for (; n + Simd::kLanes <= p.columns; n += Simd::kLanes)
        add_product_columns<1>(p, n);
    for (std::int64_t m = 0; n < p.columns && m < p.rows; ++m)
        add_product_rest(p, m, n);
}

// Calls body(load, store, i) for whole vectors and for what is left of `count` values.
template <class Body> void for_parts(std::int64_t count, Body body)
{
    for_vectors(
        count,
        [&](std::int64_t i) {
            body([i](const float* x) { return Simd::load(x + i); },
                 [i](float* x, Simd::F value) { Simd::store(x + i, value); });
        },
        [&](std::int64_t i, std::int64_t n) {
            body([i, n](const float* x) { return Simd::load_part(x + i, n); },
                 [i, n](float* x, Simd::F value) { Simd::store_part(x + i, value, n); });
        });
}

struct Slope {
    Simd::F value;
    Simd::F slope;
};

Slope silu_slope(Simd::F x)
{
    const Simd::F one = Simd::set(1.0F);
    const Simd::F s = sigmoid(x);
    return {Simd::mul(x, s), Simd::mul(s, Simd::fma(x, Simd::sub(one, s), one))};
}

// x s(2u), u = sqrt(2 / pi) (x + 0.044715 x^3), s the sigmoid.
Slope gelu_tanh_slope(Simd::F x)
{
    const Simd::F one = Simd::set(1.0F);
    const Simd::F squared = Simd::mul(x, x);
    const Simd::F u = Simd::mul(x, Simd::fma(squared, Simd::set(0.044715F), one));
    const Simd::F s = sigmoid(Simd::mul(u, Simd::set(1.5957691216F)));
    const Simd::F inner =
        Simd::mul(Simd::fma(squared, Simd::set(0.134145F), one), Simd::set(1.5957691216F));
    const Simd::F rest = Simd::mul(Simd::mul(x, inner), Simd::sub(one, s));
    return {Simd::mul(x, s), Simd::mul(s, Simd::add(one, rest))};
}

// No model that we know trains with the exact gelu; one value after another will do.
void gelu_backward(float* dg, float* du, const float* dout, const float* g, const float* u,
                   std::int64_t count)
{
    for (std::int64_t i = 0; i < count; ++i) {
        const float x = g[i];
        const float below = 0.5F * __builtin_erfcf(-x * 0.70710678F);
        const float density = 0.39894228F * __builtin_expf(-0.5F * x * x);
        const float d = dout[i];
        dg[i] = d * u[i] * (below + x * density);
        du[i] = d * x * below;
    }
}

void gate_backward(float* dg, float* du, const float* dout, const float* g, const float* u,
                   std::int64_t count, Activation activation)
{
    if (activation == Activation::gelu) {
        gelu_backward(dg, du, dout, g, u, count);
        return;
    }
    for_parts(count, [&](auto load, auto store) {
        const Simd::F x = load(g);
        const Slope at = activation == Activation::silu ? silu_slope(x) : gelu_tanh_slope(x);
        const Simd::F d = load(dout);
        store(du, Simd::mul(d, at.value));
        store(dg, Simd::mul(Simd::mul(d, load(u)), at.slope));
    });
}

float rms_norm_backward(float* dx, const float* dy, const float* x, const float* gain,
                        std::int64_t dim, float eps)
{
    const float factor = 1.0F / __builtin_sqrtf(dot(x, x, dim) / static_cast<float>(dim) + eps);
    Simd::F sum = Simd::zero();
    for_parts(dim, [&](auto load, auto) {
        sum = Simd::fma(Simd::mul(load(gain), load(dy)), load(x), sum);
    });
    const float mean = Simd::sum(sum) / static_cast<float>(dim);
    const Simd::F direct = Simd::set(factor);
    const Simd::F through = Simd::set(-mean * factor * factor * factor);
    for_parts(dim, [&](auto load, auto store) {
        const Simd::F own = Simd::fma(Simd::mul(load(gain), load(dy)), direct, load(dx));
        store(dx, Simd::fma(load(x), through, own));
    });
    return factor;
}

void attention_gradient(float* scores, float* dscores, std::int64_t count, const ScoreGradient& row)
{
    const Simd::F scale = Simd::set(row.scale);
    const Simd::F limit = Simd::set(row.soft_cap);
    const Simd::F lse = Simd::set(row.lse);
    const Simd::F mean = Simd::set(row.mean);
    const Simd::F one = Simd::set(1.0F);
    for_parts(count, [&](auto load, auto store) {
        Simd::F score = Simd::mul(load(scores), scale);
        Simd::F slope = scale;
        if (row.soft_cap > 0.0F) {
            const Simd::F t = tanh(Simd::div(score, limit));
            slope = Simd::mul(slope, Simd::sub(one, Simd::mul(t, t)));
            score = Simd::mul(limit, t);
        }
        const Simd::F p = exp2(Simd::mul(Simd::sub(score, lse), Simd::set(kLog2E)));
        store(dscores, Simd::mul(Simd::mul(p, Simd::sub(load(dscores), mean)), slope));
        store(scores, p);
    });
}

void exp_scaled(float* x, std::int64_t count, float minus, float factor)
{
    const Simd::F shift = Simd::set(minus);
    for_parts(count, [&](auto load, auto store) {
        const Simd::F power = Simd::mul(Simd::sub(load(x), shift), Simd::set(kLog2E));
        store(x, Simd::mul(exp2(power), Simd::set(factor)));
    });
}

} // namespace
} // namespace longhand::tensor
