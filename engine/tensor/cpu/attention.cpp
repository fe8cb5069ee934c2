// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tensor/cpu/attention.h"

#include "engine/tensor/cpu/number_format.h"
#include "engine/tensor/cpu/step_checks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace longhand::tensor {
namespace {

constexpr std::int64_t kEnoughUnits = 16; // more keep any desktop processor's cores busy
constexpr std::int32_t kWidePartKeys = 512;
constexpr float kNothingYet = -1e30F; // below every score, and still finite when subtracted
constexpr float kLog2E = 1.44269504F;

std::int32_t lanes_of(bool narrow, std::int32_t rows, std::int32_t heads)
{
    return narrow ? heads : (rows * heads + kPanel - 1) / kPanel * kPanel;
}

// Floats of a thread: queries of a tile, twice sums, largest and total (of what came before, and of
// the part that is read), then the kernels' own scratch.
std::int64_t thread_floats(std::int64_t head_dim)
{
    return (3 * head_dim + 4) * kWideLanes + kWideKeys * (head_dim + kWideLanes) +
           kNarrowHeads * kNarrowKeys + kPanel;
}

std::int64_t partial_floats(std::int32_t lanes, std::int64_t head_dim)
{
    return lanes * (head_dim + 2);
}

void store_cache_row(const Kernels& kernels, const Tensor& cache, std::int64_t slot,
                     const float* from, std::int64_t count)
{
    const DTypeTraits& type = traits(cache.dtype);
    const auto bytes = static_cast<std::size_t>(count) / type.block_values * type.block_bytes;
    std::byte* to = writable_host_bytes(cache).data() + static_cast<std::size_t>(slot) * bytes;
    if (cache.dtype == DType::f16)
        kernels.to_half(reinterpret_cast<std::uint16_t*>(to), from, count);
    else
        quantise({to, bytes}, cache.dtype, {from, static_cast<std::size_t>(count)});
}

// Where value i of a lane lies among a tile's queries and sums.
std::int64_t place_of(bool narrow, const AttentionTile& tile, std::int64_t lane, std::int64_t i)
{
    return narrow ? lane * tile.head_dim + i : i * tile.stride + lane;
}

// Adds what later keys gave to what earlier ones gave.
void add_part(const AttentionTile& to, const AttentionTile& from, bool narrow, std::int64_t lanes)
{
    std::array<float, kWideLanes> keep;
    std::array<float, kWideLanes> gain;
    for (std::int64_t lane = 0; lane < lanes; ++lane) {
        const float largest = std::max(to.largest[lane], from.largest[lane]);
        float& kept = keep[static_cast<std::size_t>(lane)];
        float& added = gain[static_cast<std::size_t>(lane)];
        kept = std::exp2(to.largest[lane] - largest);
        added = std::exp2(from.largest[lane] - largest);
        to.largest[lane] = largest;
        to.total[lane] = kept * to.total[lane] + added * from.total[lane];
    }
    // As the sums lie in memory.
    const std::int64_t outer = narrow ? lanes : to.head_dim;
    const std::int64_t inner = narrow ? to.head_dim : lanes;
    for (std::int64_t i = 0; i < outer; ++i) {
        float* sums = to.sums + i * (narrow ? to.head_dim : to.stride);
        const float* more = from.sums + i * (narrow ? to.head_dim : to.stride);
        for (std::int64_t j = 0; j < inner; ++j) {
            const auto lane = static_cast<std::size_t>(narrow ? i : j);
            sums[j] = keep[lane] * sums[j] + gain[lane] * more[j];
        }
    }
}

} // namespace

Result<void> Attention::reserve(const Workspace& workspace)
{
    // More tiles than this grow the list once.
    tiles_.reserve(static_cast<std::size_t>(workspace.rows * workspace.heads + 1));
    TRY(thread_.reserve(pool_.threads() * thread_floats(workspace.head_dim) * 4));
    const std::int64_t wide = (workspace.positions / kWidePartKeys + 2) * kWideLanes;
    const std::int64_t narrow = (workspace.positions / kNarrowKeys + 2) * kNarrowHeads;
    return partials_.reserve(kEnoughUnits * std::max(wide, narrow) * (workspace.head_dim + 2) * 4);
}

void Attention::rope_append(const Tensor& q, const Tensor& k, const Tensor& v, const KvPages& kv,
                            const HeadNorms& norms, const RopeTable& rope,
                            const AttentionShape& shape, const AttentionLayout& layout)
{
    constexpr std::int64_t kUnitRows = 8;
    const std::int64_t rows = q.shape.rows();
    const std::int64_t half = rope.rotary_dim / 2;
    const float* cosines = half == 0 ? nullptr : floats(rope.cos);
    const float* sines = half == 0 ? nullptr : floats(rope.sin);
    const float* q_gain = norms.q_gain.empty() ? nullptr : floats(norms.q_gain);
    const float* k_gain = norms.k_gain.empty() ? nullptr : floats(norms.k_gain);
    float* queries = writable_floats(q);
    float* keys = writable_floats(k);
    const float* values = floats(v);
    const auto append = [&](std::int64_t row, const Segment& segment) {
        const std::int64_t position = segment.first_position + row - segment.first_row;
        const auto turn = [&](float* x, std::int64_t heads, const float* gain) {
            for (std::int64_t index = row * heads; index < (row + 1) * heads; ++index) {
                float* head = x + index * shape.head_dim;
                if (gain != nullptr)
                    kernels_.add_rms_norm(head, head, nullptr, gain, shape.head_dim, norms.eps);
                if (half != 0)
                    kernels_.rotate(head, cosines + position * half, sines + position * half, half,
                                    rope.interleaved);
            }
        };
        turn(queries, shape.heads, q_gain);
        turn(keys, shape.kv_heads, k_gain);
        const auto entry =
            static_cast<std::size_t>(segment.table_begin + position / kv.page_tokens);
        const std::int64_t slot =
            layout.page_table[entry] * kv.page_tokens + position % kv.page_tokens;
        const std::int64_t width = shape.kv_heads * shape.head_dim;
        store_cache_row(kernels_, kv.keys, slot, keys + row * width, width);
        store_cache_row(kernels_, kv.values, slot, values + row * width, width);
    };
    pool_.for_each((rows + kUnitRows - 1) / kUnitRows, [&](std::int64_t unit, int) {
        std::size_t at = 0;
        for (std::int64_t row = unit * kUnitRows; row < std::min(rows, (unit + 1) * kUnitRows);
             ++row) {
            while (row >= layout.segments[at].first_row + layout.segments[at].rows)
                ++at;
            append(row, layout.segments[at]);
        }
    });
}

void Attention::attend(const Tensor& out, const Tensor& q, const KvPages& kv,
                       const AttentionShape& shape, const AttentionLayout& layout)
{
    const DTypeTraits& type = traits(kv.keys.dtype);
    Call call{.out = writable_floats(out),
              .q = floats(q),
              .keys = host_bytes(kv.keys).data(),
              .values = host_bytes(kv.values).data(),
              .kv = &kv,
              .shape = shape,
              .layout = &layout};
    call.head_bytes = shape.head_dim / type.block_values * type.block_bytes;
    call.row_bytes = call.head_bytes * shape.kv_heads;
    cut(shape, layout);
    if (tiles_.empty())
        return;
    (void)thread_.floats(pool_.threads() * thread_floats(shape.head_dim));
    pool_.for_each(tiles_.back().end_unit, [&](std::int64_t unit, int thread) {
        const auto tile = std::upper_bound(
            tiles_.begin(), tiles_.end(), unit,
            [](std::int64_t value, const Tile& candidate) { return value < candidate.end_unit; });
        attend_unit(call, *tile, unit - (tile->end_unit - tile->units), thread);
    });
    if (std::all_of(tiles_.begin(), tiles_.end(), [](const Tile& t) { return t.units == 1; }))
        return;
    pool_.for_each(static_cast<std::int64_t>(tiles_.size()), [&](std::int64_t index, int) {
        if (const Tile& tile = tiles_[static_cast<std::size_t>(index)]; tile.units > 1)
            merge(call, tile);
    });
}

void Attention::cut(const AttentionShape& shape, const AttentionLayout& layout)
{
    tiles_.clear();
    const auto group = static_cast<std::int32_t>(shape.heads / shape.kv_heads);
    for (const Segment& segment : layout.segments) {
        const bool narrow = segment.rows == 1;
        const std::int32_t most_heads = std::min(group, narrow ? kNarrowHeads : kWideLanes / 2);
        const std::int32_t most_rows = narrow ? 1 : kWideLanes / most_heads;
        // The last rows see the most keys: first, so that no thread ends late with a long one.
        for (std::int32_t end = segment.rows; end > 0; end -= std::min(end, most_rows))
            for (std::int32_t head = 0; head < shape.heads;) {
                Tile tile{.segment = &segment};
                // A last tile of one row is the wide kernel's all the same: it may hold more
                // heads than the narrow one takes.
                tile.narrow = narrow;
                tile.rows = std::min(end, most_rows);
                tile.first_row = end - tile.rows;
                tile.position = segment.first_position + tile.first_row;
                tile.first_head = head;
                tile.heads = std::min(most_heads, group - head % group);
                tile.begin = first_key(segment, shape, tile.position);
                tile.end = tile.position + tile.rows;
                head += tile.heads;
                tiles_.push_back(tile);
            }
    }
    cut_keys(shape.head_dim);
}

void Attention::cut_keys(std::int64_t head_dim)
{
    const bool few = static_cast<std::int64_t>(tiles_.size()) < kEnoughUnits;
    std::int64_t unit = 0;
    std::int64_t partial = 0;
    for (Tile& tile : tiles_) {
        const std::int32_t keys = tile.end - tile.begin;
        tile.part_keys = tile.narrow ? kNarrowKeys : kWidePartKeys;
        tile.parts = std::max(1, (keys + tile.part_keys - 1) / tile.part_keys);
        tile.units = few ? tile.parts : 1;
        tile.end_unit = unit += tile.units;
        tile.partial = partial;
        if (tile.units > 1)
            partial +=
                tile.parts * partial_floats(lanes_of(tile.narrow, tile.rows, tile.heads), head_dim);
    }
    if (partial > 0)
        (void)partials_.floats(partial);
}

void Attention::attend_unit(const Call& call, const Tile& tile, std::int64_t unit, int thread)
{
    const std::int64_t dim = call.shape.head_dim;
    const std::int32_t lanes = lanes_of(tile.narrow, tile.rows, tile.heads);
    float* memory = thread_.floats(0) + thread * thread_floats(dim);
    AttentionTile sums;
    sums.queries = memory;
    sums.sums = sums.queries + dim * kWideLanes;
    sums.largest = sums.sums + dim * kWideLanes;
    sums.total = sums.largest + kWideLanes;
    AttentionTile next = sums;
    next.sums = sums.total + kWideLanes;
    next.largest = next.sums + dim * kWideLanes;
    next.total = next.largest + kWideLanes;
    float* scratch = next.total + kWideLanes;
    for (AttentionTile* const each : {&sums, &next}) {
        each->stride = lanes;
        each->head_dim = dim;
        each->soft_cap = call.shape.soft_cap;
    }
    load_queries(call, tile, sums);
    if (tile.units > 1) {
        AttentionTile own = partial(tile, unit, dim);
        own.queries = sums.queries;
        own.soft_cap = sums.soft_cap;
        attend_part(call, tile, own, unit, scratch);
        return;
    }
    attend_part(call, tile, sums, 0, scratch);
    for (std::int64_t part = 1; part < tile.parts; ++part) {
        attend_part(call, tile, next, part, scratch);
        add_part(sums, next, tile.narrow, tile.rows * tile.heads);
    }
    write_out(call, tile, sums);
}

void Attention::load_queries(const Call& call, const Tile& tile, const AttentionTile& sums)
{
    const std::int64_t dim = sums.head_dim;
    if (!tile.narrow)
        std::fill_n(sums.queries, dim * sums.stride, 0.0F);
    // Scores in units of log2 spare a product in every exponential.
    const float scale = call.shape.scale * kLog2E;
    for (std::int32_t lane = 0; lane < tile.rows * tile.heads; ++lane) {
        const std::int64_t row = tile.segment->first_row + tile.first_row + lane / tile.heads;
        const std::int64_t head = tile.first_head + lane % tile.heads;
        const float* query = call.q + (row * call.shape.heads + head) * dim;
        for (std::int64_t i = 0; i < dim; ++i)
            sums.queries[place_of(tile.narrow, sums, lane, i)] = query[i] * scale;
    }
}

void Attention::attend_part(const Call& call, const Tile& tile, const AttentionTile& sums,
                            std::int64_t part, float* scratch) const
{
    std::fill_n(sums.sums, sums.head_dim * sums.stride, 0.0F);
    std::fill_n(sums.largest, sums.stride, kNothingYet);
    std::fill_n(sums.total, sums.stride, 0.0F);
    const auto begin = static_cast<std::int32_t>(tile.begin + part * tile.part_keys);
    const std::int32_t end = std::min(tile.end, begin + tile.part_keys);
    const std::int32_t block = tile.narrow ? kNarrowKeys : kWideKeys;
    for (std::int32_t first = begin; first < end; first += block)
        attend_block(call, tile, sums, first, std::min(block, end - first), scratch);
}

void Attention::write_out(const Call& call, const Tile& tile, const AttentionTile& sums)
{
    const std::int64_t dim = sums.head_dim;
    for (std::int32_t lane = 0; lane < tile.rows * tile.heads; ++lane) {
        const std::int64_t row = tile.segment->first_row + tile.first_row + lane / tile.heads;
        const std::int64_t head = tile.first_head + lane % tile.heads;
        float* to = call.out + (row * call.shape.heads + head) * dim;
        const float inverse = 1.0F / sums.total[lane];
        for (std::int64_t i = 0; i < dim; ++i)
            to[i] = sums.sums[place_of(tile.narrow, sums, lane, i)] * inverse;
    }
}

void Attention::attend_block(const Call& call, const Tile& tile, const AttentionTile& sums,
                             std::int32_t first, std::int32_t count, float* scratch) const
{
    std::array<const std::byte*, kNarrowKeys> keys;
    std::array<const std::byte*, kNarrowKeys> values;
    find_rows(keys.data(), call, tile, call.keys, first, count);
    find_rows(values.data(), call, tile, call.values, first, count);
    const DType dtype = call.kv->keys.dtype;
    if (tile.narrow) {
        kernels_.attend_narrow(sums, tile.heads, {keys.data(), dtype}, {values.data(), dtype},
                               count, scratch);
        return;
    }
    const std::int32_t last = tile.position + tile.rows - 1;
    const bool all =
        first + count <= tile.position + 1 && first >= first_key(*tile.segment, call.shape, last);
    std::array<std::int32_t, kWideLanes> begins{};
    std::array<std::int32_t, kWideLanes> ends;
    ends.fill(count);
    for (std::int32_t lane = 0; !all && lane < tile.rows * tile.heads; ++lane) {
        const std::int32_t position = tile.position + lane / tile.heads;
        const auto index = static_cast<std::size_t>(lane);
        begins[index] = first_key(*tile.segment, call.shape, position) - first;
        ends[index] = position + 1 - first;
    }
    kernels_.attend_wide(sums, {keys.data(), dtype}, {values.data(), dtype}, count,
                         all ? nullptr : begins.data(), all ? nullptr : ends.data(), scratch);
}

void Attention::find_rows(const std::byte** rows, const Call& call, const Tile& tile,
                          const std::byte* cache, std::int32_t first, std::int32_t count) const
{
    const auto page_tokens = static_cast<std::int32_t>(call.kv->page_tokens);
    const std::int64_t kv_head = tile.first_head / (call.shape.heads / call.shape.kv_heads);
    std::int32_t page = first / page_tokens;
    std::int32_t inside = first % page_tokens;
    for (std::int32_t i = 0; i < count; ++page, inside = 0) {
        const auto entry = static_cast<std::size_t>(tile.segment->table_begin + page);
        const std::int64_t start = call.layout->page_table[entry] * call.kv->page_tokens;
        for (; inside < page_tokens && i < count; ++inside, ++i)
            rows[i] = cache + (start + inside) * call.row_bytes + kv_head * call.head_bytes;
    }
}

AttentionTile Attention::partial(const Tile& tile, std::int64_t part, std::int64_t head_dim)
{
    AttentionTile sums;
    sums.stride = lanes_of(tile.narrow, tile.rows, tile.heads);
    sums.head_dim = head_dim;
    sums.sums = partials_.floats(0) + tile.partial + part * partial_floats(sums.stride, head_dim);
    sums.largest = sums.sums + head_dim * sums.stride;
    sums.total = sums.largest + sums.stride;
    return sums;
}

void Attention::merge(const Call& call, const Tile& tile)
{
    const AttentionTile sums = partial(tile, 0, call.shape.head_dim);
    for (std::int32_t part = 1; part < tile.parts; ++part)
        add_part(sums, partial(tile, part, call.shape.head_dim), tile.narrow,
                 tile.rows * tile.heads);
    write_out(call, tile, sums);
}

} // namespace longhand::tensor
