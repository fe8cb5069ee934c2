// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/backend/packed_attention.h"

#include "cuda/backend/device_tensor.h"
#include "cuda/kernels/rows.h"

#include <array>
#include <cstring>

namespace longhand::gpu {
namespace {

using tensor::AttentionShape;
using tensor::PackedLayout;
using tensor::Tensor;

// A Half's arrays on the host, in numbers of 32 bits.
struct HostHalf {
    std::vector<std::int32_t> tiles; // pairs: index in the run, run
    std::vector<RowRun> runs;
    std::vector<std::int32_t> run_of_row, begin, end;
};

HostHalf half_of(const std::vector<std::int32_t>& boundaries, std::int32_t window)
{
    HostHalf half;
    const std::int32_t rows = boundaries.back();
    for (std::size_t i = 1; i < boundaries.size(); ++i) {
        const std::int32_t first = boundaries[i - 1];
        const std::int32_t count = boundaries[i] - first;
        if (count == 0)
            continue;
        const auto run = static_cast<std::int32_t>(half.runs.size());
        // Positions are rows of the pack.
        half.runs.push_back({first, count, first, 0, first});
        for (std::int32_t tile = (count - 1) / kTileRows; tile >= 0; --tile)
            half.tiles.insert(half.tiles.end(), {tile, run});
        for (std::int32_t row = first; row < first + count; ++row) {
            half.run_of_row.push_back(run);
            half.begin.push_back(window > 0 ? std::max(first, row - window + 1) : first);
            const std::int32_t last = first + count - 1;
            half.end.push_back(window > 0 ? std::min(last, row + window - 1) : last);
        }
    }
    ENSURE(static_cast<std::int32_t>(half.run_of_row.size()) == rows);
    return half;
}

} // namespace

void PackedAttention::bind(const AttentionShape& shape, const PackedLayout& layout)
{
    const Key key{{layout.boundaries.begin(), layout.boundaries.end()},
                  {layout.shifted.begin(), layout.shifted.end()},
                  shape.window};
    if (key == bound_)
        return;
    bound_ = {};
    half_count_ = key.shifted.empty() ? 1 : 2;
    std::vector<std::int32_t> numbers{0, 0}; // a page table of one page; tiles need 8 bytes
    const auto put = [&](const void* from, std::size_t bytes) {
        const std::size_t at = numbers.size();
        numbers.resize(at + (bytes / sizeof(std::int32_t) + 1) / 2 * 2);
        std::memcpy(numbers.data() + at, from, bytes);
        return at;
    };
    std::array<std::array<std::size_t, 5>, 2> places{};
    for (int i = 0; i < half_count_; ++i) {
        const HostHalf half = half_of(i == 0 ? key.boundaries : key.shifted, key.window);
        const auto index = static_cast<std::size_t>(i);
        const auto put_all = [&](const auto& values) {
            return put(values.data(), values.size() * sizeof(values.front()));
        };
        places[index] = {put_all(half.tiles), put_all(half.runs), put_all(half.run_of_row),
                         put_all(half.begin), put_all(half.end)};
        halves_of_heads_[i].tile_count = static_cast<int>(half.tiles.size() / 2);
    }
    const std::int32_t* base = numbers_.send(numbers);
    for (int i = 0; i < half_count_; ++i) {
        const auto& [tiles, runs, run_of_row, begin, end] = places[static_cast<std::size_t>(i)];
        Half& half = halves_of_heads_[i];
        half.tiles = reinterpret_cast<const std::int64_t*>(base + tiles);
        half.layout = {base, reinterpret_cast<const RowRun*>(base + runs), base + run_of_row};
        half.seen = {base + begin, base + end};
    }
    bound_ = key;
}

__half* PackedAttention::take_halves(std::int64_t values)
{
    return reinterpret_cast<__half*>(
        grow(copies_, account_, static_cast<std::uint64_t>(values) * sizeof(__half)));
}

void PackedAttention::attend(const Tensor& out, const Tensor& lse, const Tensor& q, const Tensor& k,
                             const Tensor& v, const AttentionShape& shape,
                             const PackedLayout& layout)
{
    bind(shape, layout);
    const std::int64_t rows = q.shape.rows();
    Attend step;
    step.out = floats(out);
    step.half = halves_.beside(out);
    step.q = floats(q);
    step.lse = floats(lse);
    step.pages = {floats(k),
                  floats(v),
                  CacheType::f32,
                  static_cast<int>(rows),
                  static_cast<int>(shape.kv_heads),
                  static_cast<int>(shape.head_dim)};
    step.heads = static_cast<int>(shape.heads);
    step.scale = shape.scale;
    step.window = shape.window;
    step.soft_cap = shape.soft_cap;
    step.portable = portable_;
    CachePages halves = step.pages;
    halves.type = CacheType::f16;
    const bool tiles = layout.half_inputs && can_attend_tiles(halves.head_dim);
    if (tiles) {
        const std::int64_t count = k.shape.count();
        __half* copies = take_halves(2 * count);
        to_half(copies, floats(k), count, 1.0F, stream_);
        to_half(copies + count, floats(v), count, 1.0F, stream_);
        halves.keys = copies;
        halves.values = copies + count;
        step.pages = halves;
    }
    const int split = half_count_ == 1 ? step.heads : static_cast<int>(layout.shifted_from_head);
    for (int i = 0; i < half_count_; ++i) {
        step.first_head = i == 0 ? 0 : split;
        step.head_count = i == 0 ? split : step.heads - split;
        step.layout = halves_of_heads_[i].layout;
        if (step.head_count == 0)
            continue;
        if (tiles)
            attend_tiles(step, halves_of_heads_[i].tiles, halves_of_heads_[i].tile_count, stream_);
        else
            attend_plain(step, rows, stream_);
    }
    halves_.wrote(lse);
}

void PackedAttention::backward(const Gradients& to, const Inputs& from, const AttentionShape& shape,
                               const PackedLayout& layout)
{
    bind(shape, layout);
    const std::int64_t rows = from.q.shape.rows();
    const std::int64_t wide = from.q.shape.count();
    const std::int64_t narrow = from.k.shape.count();
    AttentionBackward step;
    step.dq = floats(to.q);
    step.dk = floats(to.k);
    step.dv = floats(to.v);
    step.lse = floats(from.lse);
    step.heads = static_cast<int>(shape.heads);
    step.kv_heads = static_cast<int>(shape.kv_heads);
    step.head_dim = static_cast<int>(shape.head_dim);
    step.rows = static_cast<int>(rows);
    step.scale = shape.scale;
    step.soft_cap = shape.soft_cap;
    step.portable = portable_;
    step.seen[0] = halves_of_heads_[0].seen;
    step.seen[1] = halves_of_heads_[half_count_ - 1].seen;
    step.shifted_from = half_count_ == 1 ? step.heads : static_cast<int>(layout.shifted_from_head);
    const auto deltas = static_cast<std::uint64_t>((rows * shape.heads + 3) / 4 * 4);
    auto* delta = reinterpret_cast<float*>(
        grow(delta_, account_, deltas * sizeof(float) + sizeof(HalfScale)));
    dot_heads(delta, floats(from.dout), floats(from.out), rows, step.heads, step.head_dim, stream_);
    step.delta = delta;
    if (layout.half_inputs && can_attend_backward_tiles(step.head_dim, step.soft_cap)) {
        __half* q = take_halves(2 * (wide + narrow));
        __half* k = q + wide;
        __half* v = k + narrow;
        __half* dout = v + narrow;
        auto* scale = reinterpret_cast<HalfScale*>(delta + deltas);
        to_half(q, floats(from.q), wide, 1.0F, stream_);
        to_half(k, floats(from.k), narrow, 1.0F, stream_);
        to_half(v, floats(from.v), narrow, 1.0F, stream_);
        to_scaled_half(dout, floats(from.dout), wide, scale, stream_);
        attend_backward_tiles(step, q, k, v, dout, scale, stream_);
    } else {
        attend_backward_plain(step, floats(from.q), floats(from.k), floats(from.v),
                              floats(from.dout), stream_);
    }
    for (const Tensor* const set : {&to.q, &to.k, &to.v})
        halves_.wrote(*set);
}

} // namespace longhand::gpu
