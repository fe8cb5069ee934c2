// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/tensor/cache_bench.h"

#include "engine/tensor/cpu/number_format.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace longhand::tensor::test {
namespace {

std::int64_t first_seen(const Segment& segment, std::int32_t window)
{
    return window == 0 ? segment.key_begin
                       : std::max(segment.key_begin, segment.first_position - window + 1);
}

} // namespace

ShuffledLayout::ShuffledLayout(Random& random, std::span<const RowRun> runs,
                               std::int64_t page_tokens, std::int32_t window)
{
    for (const RowRun& run : runs) {
        Segment segment;
        segment.first_row = static_cast<std::int32_t>(rows);
        segment.rows = run.rows;
        segment.first_position = run.first_position;
        segment.key_begin = run.key_begin;
        segment.table_begin = static_cast<std::int32_t>(page_table.size());
        rows += run.rows;
        const std::int64_t used = (run.first_position + run.rows + page_tokens - 1) / page_tokens;
        for (std::int64_t page = 0; page < used; ++page) {
            const bool seen = (page + 1) * page_tokens > first_seen(segment, window);
            page_table.push_back(seen ? static_cast<std::int32_t>(pages++) : -1);
        }
        segments.push_back(segment);
        ++pages; // one that nobody uses
    }
    std::vector<std::int32_t> order(static_cast<std::size_t>(pages));
    std::iota(order.begin(), order.end(), 0);
    for (std::size_t i = order.size(); i > 1; --i)
        std::swap(order[i - 1], order[random.below(i)]);
    for (std::int32_t& page : page_table)
        if (page >= 0)
            page = order[static_cast<std::size_t>(page)];
}

Cache random_cache(Random& random, DType dtype, const ShuffledLayout& layout,
                   const AttentionShape& shape, std::int64_t page_tokens)
{
    const std::int64_t width = shape.kv_heads * shape.head_dim;
    const std::int64_t slots = layout.pages * page_tokens;
    const std::size_t bytes = byte_size(Shape{slots, width}, dtype).value();
    // All bits set are NaN as f32, as f16 and as the scale of a q8_0 block.
    Cache cache{dtype, page_tokens, slots, width, {}, {}};
    cache.keys.assign(bytes, std::byte{0xFF});
    cache.values.assign(bytes, std::byte{0xFF});
    const std::size_t row_bytes = bytes / static_cast<std::size_t>(slots);
    for (const Segment& segment : layout.segments)
        for (std::int64_t position = first_seen(segment, shape.window);
             position < segment.first_position + segment.rows; ++position) {
            const auto entry =
                static_cast<std::size_t>(segment.table_begin + position / page_tokens);
            const std::int64_t slot =
                layout.page_table[entry] * page_tokens + position % page_tokens;
            for (std::vector<std::byte>* rows : {&cache.keys, &cache.values})
                quantise(
                    std::span(*rows).subspan(static_cast<std::size_t>(slot) * row_bytes, row_bytes),
                    dtype, normal_values(random, width));
        }
    return cache;
}

KvPages make_pages(Backend& backend, const Cache& cache)
{
    const Shape shape{cache.slots, cache.width};
    return {make(backend, cache.dtype, shape, cache.keys),
            make(backend, cache.dtype, shape, cache.values), cache.page_tokens};
}

std::vector<float> attend(Backend& backend, const std::vector<float>& queries, const Cache& cache,
                          const AttentionShape& shape, const ShuffledLayout& layout)
{
    const Shape matrix{layout.rows, shape.heads * shape.head_dim};
    const Tensor out = make_poisoned(backend, matrix);
    backend.attend(out, make(backend, matrix, queries), make_pages(backend, cache), shape,
                   layout.view());
    return values_of(backend, out);
}

AttentionShape shape_of(std::int64_t heads, std::int64_t kv_heads, std::int64_t head_dim)
{
    AttentionShape shape;
    shape.heads = heads;
    shape.kv_heads = kv_heads;
    shape.head_dim = head_dim;
    shape.scale = 1.0F / std::sqrt(static_cast<float>(head_dim));
    return shape;
}

} // namespace longhand::tensor::test
