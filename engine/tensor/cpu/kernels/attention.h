// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Included once by each instruction set's file, after rows.h.
#include "engine/tensor/cpu/kernels/kernels.h"

namespace longhand::tensor {
namespace { // see simd_avx2.h

void widen_row(float* to, const std::byte* from, DType dtype, std::int64_t count)
{
    if (dtype == DType::f32) {
        __builtin_memcpy(to, from, static_cast<std::size_t>(count) * sizeof(float));
    } else if (dtype == DType::f16) {
        for_vectors(
            count, [&](std::int64_t i) { Simd::store(to + i, Simd::load_f16(from + 2 * i)); },
            [&](std::int64_t i, std::int64_t n) {
                std::uint16_t half[Simd::kLanes] = {};
                __builtin_memcpy(half, from + 2 * i, static_cast<std::size_t>(n) * 2);
                Simd::store_part(to + i, Simd::load_f16(half), n);
            });
    } else { // q8_0
        for (std::int64_t i = 0; i < count; i += kBlock, from += 34) {
            std::uint16_t bits[Simd::kLanes] = {};
            __builtin_memcpy(bits, from, 2);
            float scales[Simd::kLanes];
            Simd::store(scales, Simd::load_f16(bits));
            const Simd::F scale = Simd::set(scales[0]);
            for (int j = 0; j < kBlock; j += Simd::kLanes)
                Simd::store(to + i + j, Simd::mul(Simd::load_i8(from + 2 + j), scale));
        }
    }
}

// c[m][lane] (+)= sum_k a[m * a_row + k * a_step] * b[k][lane] for M rows and V vectors of lanes.
template <int M, int V>
void accumulate(float* c, const float* a, std::int64_t a_row, std::int64_t a_step, const float* b,
                std::int64_t depth, int stride, bool add)
{
    Simd::F sums[M][V];
    for (int m = 0; m < M; ++m)
        for (int v = 0; v < V; ++v)
            sums[m][v] = add ? Simd::load(c + m * stride + v * Simd::kLanes) : Simd::zero();
    for (std::int64_t k = 0; k < depth; ++k) {
        Simd::F lanes[V];
        for (int v = 0; v < V; ++v)
            lanes[v] = Simd::load(b + k * stride + v * Simd::kLanes);
        for (int m = 0; m < M; ++m) {
            const Simd::F factor = Simd::set(a[m * a_row + k * a_step]);
            for (int v = 0; v < V; ++v)
                sums[m][v] = Simd::fma(factor, lanes[v], sums[m][v]);
        }
    }
    for (int m = 0; m < M; ++m)
        for (int v = 0; v < V; ++v)
            Simd::store(c + m * stride + v * Simd::kLanes, sums[m][v]);
}

template <int V>
void accumulate_rows(float* c, const float* a, std::int64_t a_row, std::int64_t a_step,
                     const float* b, std::int64_t rows, std::int64_t depth, int stride, bool add)
{
    std::int64_t m = 0;
    for (; m + 4 <= rows; m += 4)
        accumulate<4, V>(c + m * stride, a + m * a_row, a_row, a_step, b, depth, stride, add);
    for (; m < rows; ++m)
        accumulate<1, V>(c + m * stride, a + m * a_row, a_row, a_step, b, depth, stride, add);
}

void accumulate_all(float* c, const float* a, std::int64_t a_row, std::int64_t a_step,
                    const float* b, std::int64_t rows, std::int64_t depth, int stride, bool add)
{
    int lane = 0;
    for (; lane + Simd::kVectors * Simd::kLanes <= stride; lane += Simd::kVectors * Simd::kLanes)
        accumulate_rows<Simd::kVectors>(c + lane, a, a_row, a_step, b + lane, rows, depth, stride,
                                        add);
    for (; lane + 2 * Simd::kLanes <= stride; lane += 2 * Simd::kLanes)
        accumulate_rows<2>(c + lane, a, a_row, a_step, b + lane, rows, depth, stride, add);
    for (; lane < stride; lane += Simd::kLanes)
        accumulate_rows<1>(c + lane, a, a_row, a_step, b + lane, rows, depth, stride, add);
}

Simd::F capped(Simd::F score, float cap)
{
    // Scores are in units of log2, and so is the cap.
    const Simd::F limit = Simd::set(cap * kLog2E);
    return Simd::mul(limit, tanh(Simd::div(score, limit)));
}

constexpr float kHidden = -3e38F; // a score whose weight is 0

// Turns one vector of lanes' scores into weights, and rescales what came before.
void update_lanes(const AttentionTile& tile, float* scores, int count, int lane)
{
    const Simd::F before = Simd::load(tile.largest + lane);
    Simd::F most = before;
    for (int key = 0; key < count; ++key)
        most = Simd::max(most, Simd::load(scores + key * tile.stride + lane));
    Simd::F total = Simd::load(tile.total + lane);
    if (Simd::any_less(before, most)) {
        const Simd::F shrink = exp2(Simd::sub(before, most));
        total = Simd::mul(total, shrink);
        for (std::int64_t i = 0; i < tile.head_dim; ++i) {
            float* sum = tile.sums + i * tile.stride + lane;
            Simd::store(sum, Simd::mul(Simd::load(sum), shrink));
        }
        Simd::store(tile.largest + lane, most);
    }
    for (int key = 0; key < count; ++key) {
        float* score = scores + key * tile.stride + lane;
        const Simd::F weight = exp2(Simd::sub(Simd::load(score), most));
        total = Simd::add(total, weight);
        Simd::store(score, weight);
    }
    Simd::store(tile.total + lane, total);
}

void attend_wide(const AttentionTile& tile, const CacheRows& keys, const CacheRows& values,
                 int count, const std::int32_t* visible_begin, const std::int32_t* visible_end,
                 float* scratch)
{
    float* widened = scratch;
    float* scores = scratch + kWideKeys * tile.head_dim;
    const std::int64_t dim = tile.head_dim;
    for (int key = 0; key < count; ++key)
        widen_row(widened + key * dim, keys.rows[key], keys.dtype, dim);
    accumulate_all(scores, widened, dim, 1, tile.queries, count, dim, tile.stride, false);
    if (tile.soft_cap > 0.0F)
        for (int i = 0; i < count * tile.stride; i += Simd::kLanes)
            Simd::store(scores + i, capped(Simd::load(scores + i), tile.soft_cap));
    if (visible_begin != nullptr)
        for (int lane = 0; lane < tile.stride; ++lane) {
            for (int key = 0; key < count && key < visible_begin[lane]; ++key)
                scores[key * tile.stride + lane] = kHidden;
            for (int key = visible_end[lane] > 0 ? visible_end[lane] : 0; key < count; ++key)
                scores[key * tile.stride + lane] = kHidden;
        }
    for (int lane = 0; lane < tile.stride; lane += Simd::kLanes)
        update_lanes(tile, scores, count, lane);
    for (int key = 0; key < count; ++key)
        widen_row(widened + key * dim, values.rows[key], values.dtype, dim);
    accumulate_all(tile.sums, widened, 1, dim, scores, dim, count, tile.stride, true);
}

// The narrow kernel reads each row once for up to kHeadsTogether heads: kRowVectors vectors of it
// and of every query stay in registers.
constexpr int kHeadsTogether = 4;
constexpr int kRowVectors = Simd::kLanes == 16 ? 4 : 2;
constexpr int kRowValues = kRowVectors * Simd::kLanes;

template <class Number> void load_row(Simd::F* row, const std::byte* from, std::int64_t first)
{
    for (int v = 0; v < kRowVectors; ++v)
        row[v] = Number::load(from + (first + v * Simd::kLanes) * Number::kBytes);
}

// Rows of a cache lie apart, so the processor does not foresee them: some are asked for ahead, of
// `next` where `cache` ends.
template <class Number>
void fetch_ahead(const CacheRows& cache, const CacheRows* next, int row, int count,
                 std::int64_t first)
{
    constexpr int kAhead = 16;
    const int wanted = row + kAhead;
    if (wanted >= count && (next == nullptr || wanted - count >= count))
        return;
    const std::byte* from =
        (wanted < count ? cache.rows[wanted] : next->rows[wanted - count]) + first * Number::kBytes;
    for (std::int64_t at = 0; at < kRowValues * Number::kBytes; at += 64)
        __builtin_prefetch(from + at);
}

// scores[head][key] of H heads from `head` on. Dimensions are a multiple of kRowValues.
template <class Number, int H>
void score_heads(const AttentionTile& tile, int head, const CacheRows& keys,
                 const CacheRows& values, int count, float* scores)
{
    const std::int64_t dim = tile.head_dim;
    for (int first = 0; first < count; first += Simd::kLanes) {
        const int part = count - first < Simd::kLanes ? count - first : Simd::kLanes;
        Simd::F sums[H][Simd::kLanes];
        for (int h = 0; h < H; ++h)
            for (Simd::F& sum : sums[h])
                sum = Simd::zero();
        for (std::int64_t d = 0; d < dim; d += kRowValues) {
            Simd::F queries[H][kRowVectors];
            for (int h = 0; h < H; ++h)
                load_row<Float32>(
                    queries[h], reinterpret_cast<const std::byte*>(tile.queries + (head + h) * dim),
                    d);
            for (int key = 0; key < part; ++key) {
                Simd::F row[kRowVectors];
                fetch_ahead<Number>(keys, &values, first + key, count, d);
                load_row<Number>(row, keys.rows[first + key], d);
                for (int h = 0; h < H; ++h)
                    for (int v = 0; v < kRowVectors; ++v)
                        sums[h][key] = Simd::fma(queries[h][v], row[v], sums[h][key]);
            }
        }
        for (int h = 0; h < H; ++h) // behind `count` there is room up to kNarrowKeys
            Simd::store(scores + (head + h) * kNarrowKeys + first, Simd::sums(sums[h]));
    }
}

// sums[head] += weights[head][key] * value[key] of H heads from `head` on.
template <class Number, int H>
void add_values(const AttentionTile& tile, int head, const CacheRows& values, int count,
                const float* weights)
{
    for (std::int64_t d = 0; d < tile.head_dim; d += kRowValues) {
        float* to = tile.sums + head * tile.head_dim + d;
        Simd::F sums[H][kRowVectors];
        for (int h = 0; h < H; ++h)
            load_row<Float32>(sums[h], reinterpret_cast<const std::byte*>(to), h * tile.head_dim);
        for (int key = 0; key < count; ++key) {
            Simd::F row[kRowVectors];
            fetch_ahead<Number>(values, nullptr, key, count, d);
            load_row<Number>(row, values.rows[key], d);
            for (int h = 0; h < H; ++h) {
                const Simd::F weight = Simd::set(weights[(head + h) * kNarrowKeys + key]);
                for (int v = 0; v < kRowVectors; ++v)
                    sums[h][v] = Simd::fma(weight, row[v], sums[h][v]);
            }
        }
        for (int h = 0; h < H; ++h)
            for (int v = 0; v < kRowVectors; ++v)
                Simd::store(to + h * tile.head_dim + v * Simd::kLanes, sums[h][v]);
    }
}

// Calls work<H>(head) until all heads are done, as many together as possible.
template <class Work> void by_heads(int heads, const Work& work)
{
    int head = 0;
    for (; head + kHeadsTogether <= heads; head += kHeadsTogether)
        work.template operator()<kHeadsTogether>(head);
    if (heads - head == 3)
        work.template operator()<3>(head);
    else if (heads - head == 2)
        work.template operator()<2>(head);
    else if (heads - head == 1)
        work.template operator()<1>(head);
}

// Calls work<Number>() for rows that can be read in registers; false: there is no such way.
template <class Work> bool in_registers(const CacheRows& cache, std::int64_t dim, const Work& work)
{
    if (dim % kRowValues != 0 || (cache.dtype != DType::f16 && cache.dtype != DType::f32))
        return false;
    if (cache.dtype == DType::f16)
        work.template operator()<Float16>();
    else
        work.template operator()<Float32>();
    return true;
}

// scores[head][key] for up to kBlock keys whose rows are widened.
void widened_scores(const AttentionTile& tile, int heads, const float* widened, int count,
                    float* scores)
{
    const std::int64_t dim = tile.head_dim;
    for (int head = 0; head < heads; ++head) {
        const float* query = tile.queries + head * dim;
        float* to = scores + head * kNarrowKeys;
        int key = 0;
        for (; key + Simd::kLanes <= count && dim % Simd::kLanes == 0; key += Simd::kLanes) {
            Simd::F sums[Simd::kLanes];
            for (int i = 0; i < Simd::kLanes; ++i) {
                const float* row = widened + (key + i) * dim;
                sums[i] = Simd::mul(Simd::load(query), Simd::load(row));
                for (std::int64_t d = Simd::kLanes; d < dim; d += Simd::kLanes)
                    sums[i] = Simd::fma(Simd::load(query + d), Simd::load(row + d), sums[i]);
            }
            Simd::store(to + key, Simd::sums(sums));
        }
        for (; key < count; ++key)
            to[key] = dot(query, widened + key * dim, dim);
    }
}

// sums[head] += weights[head][key] * value[key] for up to kBlock keys whose rows are widened.
void widened_values(const AttentionTile& tile, int heads, const float* widened, int count,
                    const float* weights)
{
    const std::int64_t dim = tile.head_dim;
    for (int head = 0; head < heads; ++head) {
        const float* weight = weights + head * kNarrowKeys;
        float* sums = tile.sums + head * dim;
        std::int64_t d = 0;
        for (; d + 4 * Simd::kLanes <= dim; d += 4 * Simd::kLanes) {
            Simd::F sum[4];
            for (int i = 0; i < 4; ++i)
                sum[i] = Simd::load(sums + d + i * Simd::kLanes);
            for (int key = 0; key < count; ++key) {
                const Simd::F factor = Simd::set(weight[key]);
                for (int i = 0; i < 4; ++i)
                    sum[i] = Simd::fma(
                        factor, Simd::load(widened + key * dim + d + i * Simd::kLanes), sum[i]);
            }
            for (int i = 0; i < 4; ++i)
                Simd::store(sums + d + i * Simd::kLanes, sum[i]);
        }
        for (int key = 0; d < dim && key < count; ++key)
            add_scaled(sums + d, widened + key * dim + d, weight[key], dim - d);
    }
}

void narrow_scores(const AttentionTile& tile, int heads, const CacheRows& keys,
                   const CacheRows& values, int count, float* widened, float* scores)
{
    const std::int64_t dim = tile.head_dim;
    const bool done = in_registers(keys, dim, [&]<class Number>() {
        by_heads(heads, [&]<int H>(int head) {
            score_heads<Number, H>(tile, head, keys, values, count, scores);
        });
    });
    if (done)
        return;
    for (int first = 0; first < count; first += kBlock) {
        const int part = count - first < kBlock ? count - first : kBlock;
        for (int key = 0; key < part; ++key)
            widen_row(widened + key * dim, keys.rows[first + key], keys.dtype, dim);
        widened_scores(tile, heads, widened, part, scores + first);
    }
}

void narrow_values(const AttentionTile& tile, int heads, const CacheRows& values, int count,
                   float* widened, const float* weights)
{
    const std::int64_t dim = tile.head_dim;
    const bool done = in_registers(values, dim, [&]<class Number>() {
        by_heads(heads, [&]<int H>(int head) {
            add_values<Number, H>(tile, head, values, count, weights);
        });
    });
    if (done)
        return;
    for (int first = 0; first < count; first += kBlock) {
        const int part = count - first < kBlock ? count - first : kBlock;
        for (int key = 0; key < part; ++key)
            widen_row(widened + key * dim, values.rows[first + key], values.dtype, dim);
        widened_values(tile, heads, widened, part, weights + first);
    }
}

void attend_narrow(const AttentionTile& tile, int heads, const CacheRows& keys,
                   const CacheRows& values, int count, float* scratch)
{
    const std::int64_t dim = tile.head_dim;
    float* scores = scratch + kBlock * dim;
    narrow_scores(tile, heads, keys, values, count, scratch, scores);
    for (int head = 0; head < heads; ++head) {
        float* score = scores + head * kNarrowKeys;
        if (tile.soft_cap > 0.0F)
            for_vectors(
                count,
                [&](std::int64_t i) {
                    Simd::store(score + i, capped(Simd::load(score + i), tile.soft_cap));
                },
                [&](std::int64_t i, std::int64_t n) {
                    Simd::store_part(score + i,
                                     capped(Simd::load_part(score + i, n), tile.soft_cap), n);
                });
        const float before = tile.largest[head];
        const float block = largest(score, count);
        const float most = before > block ? before : block;
        if (before < most) {
            float shrink[Simd::kLanes];
            Simd::store(shrink, exp2(Simd::set(before - most)));
            tile.total[head] *= shrink[0];
            float* sums = tile.sums + head * dim;
            for (std::int64_t i = 0; i < dim; ++i)
                sums[i] *= shrink[0];
        }
        tile.largest[head] = most;
        const Simd::F shift = Simd::set(most);
        Simd::F total = Simd::zero();
        for_vectors(
            count,
            [&](std::int64_t i) {
                const Simd::F weight = exp2(Simd::sub(Simd::load(score + i), shift));
                total = Simd::add(total, weight);
                Simd::store(score + i, weight);
            },
            [&](std::int64_t i, std::int64_t n) {
                float weights[Simd::kLanes] = {};
                Simd::store_part(weights, exp2(Simd::sub(Simd::load_part(score + i, n), shift)), n);
                total = Simd::add(total, Simd::load(weights));
                Simd::store_part(score + i, Simd::load(weights), n);
            });
        tile.total[head] += Simd::sum(total);
    }
    narrow_values(tile, heads, values, count, scratch, scores);
}

} // namespace
} // namespace longhand::tensor
