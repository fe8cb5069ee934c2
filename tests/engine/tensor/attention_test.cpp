// SPDX-License-Identifier: GPL-3.0-or-later
// rope_append and attend of the fast backend beside the oracle.
#include "tests/engine/tensor/cache_bench.h"

#include "engine/tensor/cpu/number_format.h"

#include <algorithm>
#include <cmath>

namespace longhand::tensor {
namespace {

using namespace test;

class AttentionOn : public OnEachInstructionSet {
protected:
    // Errors are relative to a row of all heads: one head's sum may be nearly 0 by cancellation.
    void expect_the_oracles(Random& random, Backend& backend, DType dtype,
                            const AttentionShape& shape, std::span<const RowRun> runs,
                            std::int64_t page_tokens, const std::string& what)
    {
        const ShuffledLayout layout(random, runs, page_tokens, shape.window);
        const Cache cache = random_cache(random, dtype, layout, shape, page_tokens);
        const auto q = normal_values(random, layout.rows * shape.heads * shape.head_dim, 2.0F);
        // Both read the same cache: what is left is the exponential (3e-7) and sums in f32.
        EXPECT_LT(worst_row_error(attend(backend, q, cache, shape, layout),
                                  attend(*oracle_, q, cache, shape, layout),
                                  shape.heads * shape.head_dim),
                  1e-5)
            << what << ", " << to_string(dtype) << ", heads " << shape.heads << "/"
            << shape.kv_heads << " of " << shape.head_dim << ", pages of " << page_tokens;
    }
};

INSTANTIATE_TEST_SUITE_P(Sets, AttentionOn, every_instruction_set(), InstructionSetName());

constexpr RowRun kMixedRuns[] = {{1, 0, 0},  {1, 33, 0}, {2, 5, 0},
                                 {3, 30, 0}, {7, 0, 0},  {17, 31, 0}};
constexpr RowRun kLongRuns[] = {{1, 700, 0}, {5, 1030, 0}};

TEST_P(AttentionOn, EveryGroupingOfHeadsAndEveryCacheTypeIsTheOracles)
{
    Random random(Seed{301});
    const auto backend = fast();
    const struct {
        std::int64_t heads, kv_heads;
    } groupings[] = {{2, 2}, {6, 2}, {9, 3}, {16, 2}, {9, 1}, {24, 2}, {40, 1}};
    for (const DType dtype : {DType::f32, DType::f16, DType::q8_0})
        for (const auto& [heads, kv_heads] : groupings)
            for (const std::int64_t dim : {32, 64})
                expect_the_oracles(random, *backend, dtype, shape_of(heads, kv_heads, dim),
                                   kMixedRuns, 16, "mixed");
}

TEST_P(AttentionOn, TheHeadsThatModelsHaveAreTheOraclesInEveryCacheType)
{
    Random random(Seed{310});
    const auto backend = fast();
    for (const DType dtype : {DType::f32, DType::f16, DType::q8_0})
        for (const std::int64_t dim : {64, 80, 96, 128, 256}) {
            if (dim % static_cast<std::int64_t>(traits(dtype).block_values) != 0)
                continue;
            expect_the_oracles(random, *backend, dtype, shape_of(8, 2, dim), kMixedRuns, 32,
                               "short");
            expect_the_oracles(random, *backend, dtype, shape_of(3, 1, dim), kLongRuns, 32, "long");
        }
}

TEST_P(AttentionOn, HeadsThatAreNoMultipleOfAVectorAreTheOracles)
{
    Random random(Seed{302});
    const auto backend = fast();
    for (const DType dtype : {DType::f32, DType::f16})
        for (const std::int64_t dim : {1, 2, 7, 20, 33, 100})
            expect_the_oracles(random, *backend, dtype, shape_of(6, 2, dim), kMixedRuns, 7, "odd");
}

TEST_P(AttentionOn, RunsOfEveryLengthEndAtTheirOwnPosition)
{
    Random random(Seed{303});
    const auto backend = fast();
    for (const std::int64_t heads : {2, 6, 16, 32, 64})
        for (const std::int32_t rows : {1, 2, 3, 4, 5, 7, 17, 31, 32, 33, 64, 65}) {
            const RowRun run[] = {{rows, 13, 0}};
            expect_the_oracles(random, *backend, DType::f32, shape_of(heads, 2, 16), run, 32,
                               std::to_string(rows) + " rows");
        }
}

TEST_P(AttentionOn, LongCachesThatAreReadInPartsAreTheOracles)
{
    Random random(Seed{304});
    const auto backend = fast();
    for (const DType dtype : {DType::f32, DType::f16, DType::q8_0})
        for (const std::int64_t kv_heads : {1, 3})
            expect_the_oracles(random, *backend, dtype, shape_of(9, kv_heads, 32), kLongRuns, 32,
                               "long");
}

TEST_P(AttentionOn, WindowsKeyBeginsAndCapsAreHonoured)
{
    Random random(Seed{305});
    const auto backend = fast();
    const RowRun runs[] = {{1, 40, 0},    {1, 300, 290}, {9, 25, 20},
                           {40, 300, 64}, {1, 3, 3},     {3, 0, 0}};
    for (const std::int32_t window : {0, 1, 2, 31, 32, 33, 500})
        for (const float soft_cap : {0.0F, 2.0F, 50.0F}) {
            AttentionShape shape = shape_of(6, 2, 32);
            shape.window = window;
            shape.soft_cap = soft_cap;
            expect_the_oracles(random, *backend, DType::f32, shape, runs, 8,
                               "window " + std::to_string(window) + ", cap " +
                                   std::to_string(soft_cap));
        }
}

TEST_P(AttentionOn, ARowAtTheBorderSeesItselfAndNothingBehindIt)
{
    // Values are one-hot by position: the output names the positions that were seen.
    const auto backend = fast();
    constexpr std::int64_t kDim = 32;
    AttentionShape shape = shape_of(2, 1, kDim);
    Random random(Seed{306});
    const RowRun run[] = {{20, 0, 0}};
    const ShuffledLayout layout(random, run, 8);
    Cache cache = random_cache(random, DType::f32, layout, shape, 8);
    for (std::int64_t position = 0; position < 20; ++position) {
        std::vector<float> value(kDim, 0.0F);
        value[static_cast<std::size_t>(position)] = 1.0F;
        const std::int64_t slot =
            layout.page_table[static_cast<std::size_t>(position / 8)] * 8 + position % 8;
        quantise(
            std::span(cache.values).subspan(static_cast<std::size_t>(slot) * kDim * 4, kDim * 4),
            DType::f32, value);
    }
    const auto q = normal_values(random, 20 * 2 * kDim);
    const auto out = attend(*backend, q, cache, shape, layout);
    for (std::size_t row = 0; row < 20; ++row)
        for (std::size_t head = 0; head < 2; ++head) {
            float total = 0.0F;
            for (std::size_t position = 0; position < kDim; ++position) {
                const float weight = out[(row * 2 + head) * kDim + position];
                total += weight;
                if (position <= row)
                    EXPECT_GT(weight, 0.0F) << row << " sees " << position;
                else
                    EXPECT_EQ(weight, 0.0F) << row << " sees " << position;
            }
            EXPECT_NEAR(total, 1.0F, 1e-6F);
        }
}

TEST_P(AttentionOn, ScoresOfAnySizeGiveFiniteWeights)
{
    Random random(Seed{307});
    const auto backend = fast();
    const AttentionShape shape = shape_of(6, 2, 32);
    const RowRun runs[] = {{1, 600, 0}, {17, 40, 0}};
    const ShuffledLayout layout(random, runs, 32);
    const Cache cache = random_cache(random, DType::f32, layout, shape, 32);
    for (const float size : {0.0F, 1e-30F, 300.0F, 1e6F}) {
        const auto q = normal_values(random, layout.rows * 6 * 32, size);
        const auto out = attend(*backend, q, cache, shape, layout);
        for (const float y : out)
            ASSERT_TRUE(std::isfinite(y)) << size;
        if (size <= 300.0F) { // beyond, which key wins is a matter of the last bit of a score
            EXPECT_LT(worst_row_error(out, attend(*oracle_, q, cache, shape, layout), 32), 1e-3);
        }
    }
}

TEST_P(AttentionOn, ASequenceDoesNotDependOnThoseBesideIt)
{
    Random random(Seed{308});
    const auto backend = fast();
    const AttentionShape shape = shape_of(6, 2, 32);
    // One row each over many keys, as decoding has it, and some that are read: few sequences are
    // cut into more units.
    std::vector<RowRun> runs;
    for (std::int32_t i = 0; i < 12; ++i)
        runs.push_back({i % 4 == 3 ? 2 + i : 1, 100 + 135 * i, 0});
    const ShuffledLayout layout(random, runs, 32);
    const Cache cache = random_cache(random, DType::f16, layout, shape, 32);
    const auto q = normal_values(random, layout.rows * 6 * 32);
    const auto all = attend(*backend, q, cache, shape, layout);
    for (const Segment& segment : layout.segments) {
        ShuffledLayout one = layout;
        one.segments = {segment};
        one.segments[0].first_row = 0;
        one.rows = segment.rows;
        const auto begin = static_cast<std::size_t>(segment.first_row) * 6 * 32;
        const auto count = static_cast<std::size_t>(segment.rows) * 6 * 32;
        const auto own = std::span(q).subspan(begin, count);
        EXPECT_TRUE(same_bits(attend(*backend, {own.begin(), own.end()}, cache, shape, one),
                              std::span(all).subspan(begin, count)))
            << segment.rows << " rows at position " << segment.first_position;
    }
}

struct RopeCase {
    std::int64_t head_dim = 0;
    std::int64_t rotary_dim = 0;
    bool interleaved = false;
    bool normed = false;
};

struct Rotated {
    std::vector<float> q, k;
    std::vector<std::byte> keys, values;
};

Rotated rope_append(Backend& backend, const RopeCase& rope, const AttentionShape& shape,
                    const ShuffledLayout& layout, DType dtype, std::int64_t page_tokens, Seed seed)
{
    Random random(seed);
    constexpr std::int64_t kPositions = 128;
    const std::int64_t half = rope.rotary_dim / 2;
    RopeTable table;
    table.rotary_dim = rope.rotary_dim;
    table.interleaved = rope.interleaved;
    if (half > 0) {
        auto cosines = normal_values(random, kPositions * half);
        auto sines = cosines;
        for (std::size_t i = 0; i < cosines.size(); ++i) {
            sines[i] = std::sin(cosines[i]);
            cosines[i] = std::cos(cosines[i]);
        }
        table.cos = make(backend, {kPositions, half}, cosines);
        table.sin = make(backend, {kPositions, half}, sines);
    }
    const std::int64_t width = shape.kv_heads * shape.head_dim;
    const Shape queries{layout.rows, shape.heads * shape.head_dim};
    const Shape keys{layout.rows, width};
    const Tensor q = make(backend, queries, normal_values(random, queries.count()));
    const Tensor k = make(backend, keys, normal_values(random, keys.count()));
    const Tensor v = make(backend, keys, normal_values(random, keys.count()));
    Cache cache{dtype, page_tokens, layout.pages * page_tokens, width, {}, {}};
    const std::size_t bytes = byte_size(Shape{cache.slots, width}, dtype).value();
    cache.keys.assign(bytes, std::byte{0xFF});
    cache.values.assign(bytes, std::byte{0xFF});
    const KvPages pages = make_pages(backend, cache);
    HeadNorms norms;
    if (rope.normed)
        norms = {make(backend, {shape.head_dim}, normal_values(random, shape.head_dim)),
                 make(backend, {shape.head_dim}, normal_values(random, shape.head_dim)), 1e-5F};
    backend.rope_append(q, k, v, pages, norms, table, shape, layout.view());

    // The cache holds exactly what its type makes of the rotated keys and of the values, in the
    // slots of these positions, and nothing else was touched.
    const auto key_rows = values_of(backend, k);
    const auto value_rows = values_of(backend, v);
    const auto row_bytes = bytes / static_cast<std::size_t>(cache.slots);
    const auto columns = static_cast<std::size_t>(width);
    for (const Segment& segment : layout.segments)
        for (std::int32_t i = 0; i < segment.rows; ++i) {
            const std::int64_t position = segment.first_position + i;
            const auto entry =
                static_cast<std::size_t>(segment.table_begin + position / page_tokens);
            const auto slot = static_cast<std::size_t>(layout.page_table[entry] * page_tokens +
                                                       position % page_tokens);
            const auto row = static_cast<std::size_t>(segment.first_row + i);
            quantise(std::span(cache.keys).subspan(slot * row_bytes, row_bytes), dtype,
                     std::span(key_rows).subspan(row * columns, columns));
            quantise(std::span(cache.values).subspan(slot * row_bytes, row_bytes), dtype,
                     std::span(value_rows).subspan(row * columns, columns));
        }
    EXPECT_EQ(bytes_of(backend, pages.keys), cache.keys);
    EXPECT_EQ(bytes_of(backend, pages.values), cache.values);
    return {values_of(backend, q), key_rows, cache.keys, cache.values};
}

TEST_P(AttentionOn, RopeTurnsWholeAndPartialHeadsAndStoresThemAtTheirPositions)
{
    Random random(Seed{309});
    const auto backend = fast();
    for (const DType dtype : {DType::f32, DType::f16, DType::q8_0})
        for (const RopeCase& rope : {RopeCase{32, 32, false},
                                     {32, 32, true},
                                     {64, 64, false},
                                     {64, 20, false},
                                     {64, 20, true},
                                     {64, 64, false, true},
                                     {64, 20, true, true},
                                     {20, 0, false, true},
                                     {64, 0, false},
                                     {20, 20, false},
                                     {6, 6, true},
                                     {2, 2, false}}) {
            if (dtype == DType::q8_0 && rope.head_dim % 32 != 0)
                continue;
            const AttentionShape shape = shape_of(6, 2, rope.head_dim);
            const ShuffledLayout layout(random, kMixedRuns, 8);
            const Seed seed{random.next_u64()};
            const Rotated found = rope_append(*backend, rope, shape, layout, dtype, 8, seed);
            const Rotated expected = rope_append(*oracle_, rope, shape, layout, dtype, 8, seed);
            // Two products and a sum, each rounded once, behind a norm's sum in f32.
            const double bound = rope.normed ? 1e-6 : 3e-7;
            EXPECT_LT(worst_row_error(found.q, expected.q, 6 * rope.head_dim), bound)
                << rope.head_dim << "/" << rope.rotary_dim;
            EXPECT_LT(worst_row_error(found.k, expected.k, 2 * rope.head_dim), bound)
                << rope.head_dim << "/" << rope.rotary_dim;
            EXPECT_EQ(found.values, expected.values);
        }
}

// By hand: the head (3, 4) has the root mean square 5 / sqrt(2), and position 1 turns by a quarter.
TEST_P(AttentionOn, HeadsAreNormedBeforeTheyTurn)
{
    const auto backend = fast();
    for (Backend* const on : {backend.get(), oracle_.get()}) {
        RopeTable quarter;
        quarter.cos = make(*on, {2, 1}, std::vector<float>{1.0F, 0.0F});
        quarter.sin = make(*on, {2, 1}, std::vector<float>{0.0F, 1.0F});
        quarter.rotary_dim = 2;
        const Tensor q = make(*on, {1, 2}, std::vector<float>{3.0F, 4.0F});
        const Tensor k = make(*on, {1, 2}, std::vector<float>{-4.0F, 3.0F});
        const Tensor v = make(*on, {1, 2}, std::vector<float>{1.0F, 1.0F});
        const KvPages pages{make_poisoned(*on, {4, 2}), make_poisoned(*on, {4, 2}), 4};
        const HeadNorms norms{make(*on, {2}, std::vector<float>{1.0F, 2.0F}),
                              make(*on, {2}, std::vector<float>{3.0F, 1.0F}), 1e-12F};
        const std::int32_t page = 0;
        const Segment segment{.rows = 1, .first_position = 1};
        on->rope_append(q, k, v, pages, norms, quarter, shape_of(1, 1, 2),
                        {std::span(&page, 1), std::span(&segment, 1)});
        const double root = std::sqrt(2.0) / 5.0;
        EXPECT_NEAR(values_of(*on, q)[0], -8.0 * root, 1e-6);
        EXPECT_NEAR(values_of(*on, q)[1], 3.0 * root, 1e-6);
        EXPECT_NEAR(values_of(*on, pages.keys)[2], -3.0 * root, 1e-6);
        EXPECT_NEAR(values_of(*on, pages.keys)[3], -12.0 * root, 1e-6);
    }
}

} // namespace
} // namespace longhand::tensor
