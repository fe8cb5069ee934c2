// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tensor/cpu/packed_attention.h"

#include "engine/tensor/cpu/training_checks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace longhand::tensor {
namespace {

constexpr std::int64_t kTileRows = kWideLanes;
constexpr std::int64_t kBlockKeys = 64;
constexpr float kNothingYet = -1e30F; // below every score, and finite when subtracted
constexpr int kLaneStep = 16;

std::int64_t tile_floats(std::int64_t dim)
{
    return 2 * dim * kWideLanes + 2 * kWideLanes + kWideKeys * (dim + kWideLanes);
}

// Rows of a transposed head do not all fall on the same place of the cache.
std::int64_t transposed_row(std::int64_t rows)
{
    return (rows + 15) / 16 * 16 + 16;
}

} // namespace

void PackedAttention::cut(const AttentionShape& shape, const PackedLayout& layout)
{
    tiles_.clear();
    for (std::int64_t head = 0; head < shape.heads; ++head) {
        const std::span<const std::int32_t> boundaries = boundaries_of(layout, head);
        for (std::size_t i = 0; i + 1 < boundaries.size(); ++i)
            for (std::int64_t row = boundaries[i]; row < boundaries[i + 1]; row += kTileRows)
                tiles_.push_back({head, boundaries[i], row,
                                  std::min<std::int64_t>(row + kTileRows, boundaries[i + 1])});
    }
}

void PackedAttention::attend(const Tensor& out, const Tensor& lse, const Tensor& q, const Tensor& k,
                             const Tensor& v, const AttentionShape& shape,
                             const PackedLayout& layout)
{
    Call call;
    call.q = floats(q);
    call.k = floats(k);
    call.shape = shape;
    call.rows = q.shape.rows();
    cut(shape, layout);
    (void)thread_.floats(pool_.threads() * tile_floats(shape.head_dim));
    float* to = writable_floats(out);
    float* to_lse = writable_floats(lse);
    pool_.for_each(static_cast<std::int64_t>(tiles_.size()), [&](std::int64_t unit, int thread) {
        attend_tile(tiles_[static_cast<std::size_t>(unit)], call, floats(v), to, to_lse, thread);
    });
}

void PackedAttention::attend_tile(const Tile& tile, const Call& call, const float* v, float* out,
                                  float* lse, int thread)
{
    const std::int64_t dim = call.shape.head_dim;
    const std::int64_t rows = tile.end - tile.first;
    AttentionTile sums;
    sums.queries = thread_.floats(0) + thread * tile_floats(dim);
    sums.sums = sums.queries + dim * kWideLanes;
    sums.largest = sums.sums + dim * kWideLanes;
    sums.total = sums.largest + kWideLanes;
    float* scratch = sums.total + kWideLanes;
    sums.stride = static_cast<int>((rows + kLaneStep - 1) / kLaneStep * kLaneStep);
    sums.head_dim = dim;
    sums.soft_cap = call.shape.soft_cap;
    std::fill_n(sums.queries, dim * sums.stride, 0.0F);
    std::fill_n(sums.sums, dim * sums.stride, 0.0F);
    std::fill_n(sums.largest, sums.stride, kNothingYet);
    std::fill_n(sums.total, sums.stride, 0.0F);
    const float scale = call.shape.scale * std::numbers::log2e_v<float>;
    for (std::int64_t lane = 0; lane < rows; ++lane)
        for (std::int64_t i = 0; i < dim; ++i)
            sums.queries[i * sums.stride + lane] =
                call.q[(tile.first + lane) * call.q_row() + tile.head * dim + i] * scale;

    const auto first_key = [&](std::int64_t row) {
        return call.shape.window > 0 ? std::max(tile.segment, row - call.shape.window + 1)
                                     : tile.segment;
    };
    const std::int64_t shift = call.kv_head(tile.head) * dim;
    for (std::int64_t first = first_key(tile.first); first < tile.end; first += kWideKeys) {
        const std::int64_t count = std::min<std::int64_t>(kWideKeys, tile.end - first);
        std::array<const std::byte*, kWideKeys> keys;
        std::array<const std::byte*, kWideKeys> values;
        for (std::int64_t i = 0; i < count; ++i) {
            const std::int64_t at = (first + i) * call.kv_row() + shift;
            keys[static_cast<std::size_t>(i)] = reinterpret_cast<const std::byte*>(call.k + at);
            values[static_cast<std::size_t>(i)] = reinterpret_cast<const std::byte*>(v + at);
        }
        const bool all = first + count <= tile.first + 1 && first >= first_key(tile.end - 1);
        std::array<std::int32_t, kWideLanes> begins{};
        std::array<std::int32_t, kWideLanes> ends;
        ends.fill(static_cast<std::int32_t>(count));
        for (std::int64_t lane = 0; !all && lane < rows; ++lane) {
            const std::int64_t row = tile.first + lane;
            begins[static_cast<std::size_t>(lane)] =
                static_cast<std::int32_t>(first_key(row) - first);
            ends[static_cast<std::size_t>(lane)] = static_cast<std::int32_t>(row + 1 - first);
        }
        kernels_.attend_wide(sums, {keys.data(), DType::f32}, {values.data(), DType::f32},
                             static_cast<int>(count), all ? nullptr : begins.data(),
                             all ? nullptr : ends.data(), scratch);
    }
    for (std::int64_t lane = 0; lane < rows; ++lane) {
        float* to = out + (tile.first + lane) * call.q_row() + tile.head * dim;
        for (std::int64_t i = 0; i < dim; ++i)
            to[i] = sums.sums[i * sums.stride + lane] / sums.total[lane];
        lse[(tile.first + lane) * call.shape.heads + tile.head] =
            (sums.largest[lane] + std::log2(sums.total[lane])) * std::numbers::ln2_v<float>;
    }
}

void PackedAttention::backward(const Tensor& dq, const Tensor& dk, const Tensor& dv,
                               const Tensor& dout, const Tensor& out, const Tensor& lse,
                               const Tensor& q, const Tensor& k, const Tensor& v,
                               const AttentionShape& shape, const PackedLayout& layout)
{
    Call call;
    call.q = floats(q);
    call.k = floats(k);
    call.dout = floats(dout);
    call.lse = floats(lse);
    call.dq = writable_floats(dq);
    call.dk = writable_floats(dk);
    call.dv = writable_floats(dv);
    call.shape = shape;
    call.rows = q.shape.rows();
    prepare(call, floats(v), floats(out));
    cut(shape, layout);
    (void)thread_.floats(pool_.threads() * 2 * kTileRows * kBlockKeys);
    pool_.for_each(static_cast<std::int64_t>(tiles_.size()), [&](std::int64_t unit, int thread) {
        query_gradient(call, tiles_[static_cast<std::size_t>(unit)], thread);
    });
    const std::int64_t blocks = (call.rows + kBlockKeys - 1) / kBlockKeys;
    pool_.for_each(shape.kv_heads * blocks, [&](std::int64_t unit, int thread) {
        key_gradient(call, layout, unit / blocks, unit % blocks * kBlockKeys, thread);
    });
}

void PackedAttention::prepare(const Call& call, const float* v, const float* out)
{
    const std::int64_t dim = call.shape.head_dim;
    const std::int64_t heads = call.shape.heads;
    float* means = means_.floats(call.rows * heads);
    pool_.for_each(call.rows, [&](std::int64_t row, int) {
        for (std::int64_t h = 0; h < heads; ++h) {
            const std::int64_t at = (row * heads + h) * dim;
            means[row * heads + h] = kernels_.dot(call.dout + at, out + at, dim);
        }
    });
    const std::int64_t length = transposed_row(call.rows);
    const std::int64_t width = call.kv_row();
    float* transposed = transposed_.floats(2 * width * length);
    constexpr std::int64_t kRows = 16;
    pool_.for_each((call.rows + kRows - 1) / kRows, [&](std::int64_t unit, int) {
        const std::int64_t end = std::min(call.rows, (unit + 1) * kRows);
        for (std::int64_t i = 0; i < width; ++i)
            for (std::int64_t row = unit * kRows; row < end; ++row) {
                transposed[i * length + row] = call.k[row * width + i];
                transposed[(width + i) * length + row] = v[row * width + i];
            }
    });
}

PackedAttention::Block PackedAttention::gradient_block(const Call& call, const Tile& queries,
                                                       std::int64_t first_key, std::int64_t keys,
                                                       int thread)
{
    const std::int64_t dim = call.shape.head_dim;
    const std::int64_t rows = queries.end - queries.first;
    const std::int64_t length = transposed_row(call.rows);
    Block block;
    block.weights = thread_.floats(0) + thread * 2 * kTileRows * kBlockKeys;
    block.dscores = block.weights + kTileRows * kBlockKeys;
    std::fill_n(block.weights, 2 * kTileRows * kBlockKeys, 0.0F);
    DenseProduct product;
    product.c = block.weights;
    product.c_row = kBlockKeys;
    product.a = call.q + queries.first * call.q_row() + queries.head * dim;
    product.a_row = call.q_row();
    product.a_step = 1;
    product.b = transposed_.read() + call.kv_head(queries.head) * dim * length + first_key;
    product.b_row = length;
    product.rows = rows;
    product.columns = keys;
    product.depth = dim;
    kernels_.add_product(product);
    product.c = block.dscores;
    product.a = call.dout + queries.first * call.q_row() + queries.head * dim;
    product.b += call.kv_row() * length;
    kernels_.add_product(product);
    for (std::int64_t r = 0; r < rows; ++r) {
        const std::int64_t row = queries.first + r;
        const std::int64_t seen = call.shape.window > 0
                                      ? std::max(queries.segment, row - call.shape.window + 1)
                                      : queries.segment;
        const std::int64_t begin = std::clamp<std::int64_t>(seen - first_key, 0, keys);
        const std::int64_t end = std::clamp<std::int64_t>(row + 1 - first_key, begin, keys);
        float* weights = block.weights + r * kBlockKeys;
        float* dscores = block.dscores + r * kBlockKeys;
        for (float* const hidden : {weights, dscores}) {
            std::fill(hidden, hidden + begin, 0.0F);
            std::fill(hidden + end, hidden + keys, 0.0F);
        }
        const std::int64_t at = row * call.shape.heads + queries.head;
        kernels_.attention_gradient(weights + begin, dscores + begin, end - begin,
                                    {.scale = call.shape.scale,
                                     .soft_cap = call.shape.soft_cap,
                                     .lse = call.lse[at],
                                     .mean = means_.read()[at]});
    }
    return block;
}

void PackedAttention::query_gradient(const Call& call, const Tile& tile, int thread)
{
    const std::int64_t dim = call.shape.head_dim;
    const std::int64_t rows = tile.end - tile.first;
    float* dq = call.dq + tile.first * call.q_row() + tile.head * dim;
    for (std::int64_t r = 0; r < rows; ++r)
        std::fill_n(dq + r * call.q_row(), dim, 0.0F);
    const std::int64_t begin = call.shape.window > 0
                                   ? std::max(tile.segment, tile.first - call.shape.window + 1)
                                   : tile.segment;
    for (std::int64_t first = begin; first < tile.end; first += kBlockKeys) {
        const std::int64_t keys = std::min(kBlockKeys, tile.end - first);
        const Block block = gradient_block(call, tile, first, keys, thread);
        kernels_.add_product({.c = dq,
                              .c_row = call.q_row(),
                              .a = block.dscores,
                              .a_row = kBlockKeys,
                              .a_step = 1,
                              .b = call.k + first * call.kv_row() + call.kv_head(tile.head) * dim,
                              .b_row = call.kv_row(),
                              .rows = rows,
                              .columns = dim,
                              .depth = keys});
    }
}

// All queries that see a block of keys, head by head, segment by segment.
void PackedAttention::key_gradient(const Call& call, const PackedLayout& layout,
                                   std::int64_t kv_head, std::int64_t first, int thread)
{
    const std::int64_t dim = call.shape.head_dim;
    const std::int64_t end = std::min(call.rows, first + kBlockKeys);
    for (std::int64_t row = first; row < end; ++row)
        for (float* const sums : {call.dk, call.dv})
            std::fill_n(sums + row * call.kv_row() + kv_head * dim, dim, 0.0F);
    const std::int64_t group = call.shape.heads / call.shape.kv_heads;
    for (std::int64_t head = kv_head * group; head < (kv_head + 1) * group; ++head) {
        const std::span<const std::int32_t> boundaries = boundaries_of(layout, head);
        const auto after = std::upper_bound(boundaries.begin(), boundaries.end(), first);
        for (auto segment = after - 1; segment + 1 != boundaries.end() && *segment < end;
             ++segment) {
            const std::int64_t first_key = std::max<std::int64_t>(first, segment[0]);
            const std::int64_t end_key = std::min<std::int64_t>(end, segment[1]);
            std::int64_t end_row = segment[1];
            if (call.shape.window > 0)
                end_row = std::min<std::int64_t>(end_row, end_key - 1 + call.shape.window);
            for (std::int64_t row = first_key; row < end_row && first_key < end_key;
                 row += kTileRows)
                add_key_gradient(call, {head, segment[0], row, std::min(row + kTileRows, end_row)},
                                 first_key, end_key - first_key, thread);
        }
    }
}

void PackedAttention::add_key_gradient(const Call& call, const Tile& queries,
                                       std::int64_t first_key, std::int64_t keys, int thread)
{
    const std::int64_t dim = call.shape.head_dim;
    const Block block = gradient_block(call, queries, first_key, keys, thread);
    const std::int64_t at = first_key * call.kv_row() + call.kv_head(queries.head) * dim;
    const std::int64_t from = queries.first * call.q_row() + queries.head * dim;
    DenseProduct product;
    product.c = call.dv + at;
    product.c_row = call.kv_row();
    product.a = block.weights;
    product.a_row = 1;
    product.a_step = kBlockKeys;
    product.b = call.dout + from;
    product.b_row = call.q_row();
    product.rows = keys;
    product.columns = dim;
    product.depth = queries.end - queries.first;
    kernels_.add_product(product);
    product.c = call.dk + at;
    product.a = block.dscores;
    product.b = call.q + from;
    kernels_.add_product(product);
}

} // namespace longhand::tensor
