// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/engine/tensor/step_bench.h"

namespace longhand::tensor::test {

// A run of rows of one sequence, as a test asks for it.
struct RowRun {
    std::int32_t rows = 1;
    std::int32_t first_position = 0;
    std::int32_t key_begin = 0;
};

// Segments over pages in shuffled order, with pages between them that belong to nobody. Entries of
// pages that no row sees are -1, as if they had been given back.
struct ShuffledLayout {
    std::vector<Segment> segments;
    std::vector<std::int32_t> page_table;
    std::int64_t rows = 0;
    std::int64_t pages = 0;

    ShuffledLayout(Random& random, std::span<const RowRun> runs, std::int64_t page_tokens,
                   std::int32_t window = 0);
    [[nodiscard]] AttentionLayout view() const { return {page_table, segments}; }
};

// Keys and values of one layer.
struct Cache {
    DType dtype = DType::f32;
    std::int64_t page_tokens = 0;
    std::int64_t slots = 0;
    std::int64_t width = 0;
    std::vector<std::byte> keys;
    std::vector<std::byte> values;
};
// Random where some row of the layout sees, NaN everywhere else (q8_0: a NaN scale).
Cache random_cache(Random& random, DType dtype, const ShuffledLayout& layout,
                   const AttentionShape& shape, std::int64_t page_tokens);
KvPages make_pages(Backend& backend, const Cache& cache);

std::vector<float> attend(Backend& backend, const std::vector<float>& queries, const Cache& cache,
                          const AttentionShape& shape, const ShuffledLayout& layout);

AttentionShape shape_of(std::int64_t heads, std::int64_t kv_heads, std::int64_t head_dim);

} // namespace longhand::tensor::test
