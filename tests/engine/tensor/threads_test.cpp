// SPDX-License-Identifier: GPL-3.0-or-later
// The promise of make_cpu_backend: results do not depend on the number of threads, bit for bit.
#include "tests/engine/tensor/cache_bench.h"

#include "engine/tensor/cpu/thread_pool.h"

#include <algorithm>
#include <atomic>

namespace longhand::tensor {
namespace {

using namespace test;

class ThreadsOn : public OnEachInstructionSet {
protected:
    // Runs `step` with one thread and with more, several times each, for threads race only
    // sometimes.
    template <class Step> void expect_same_bits(const Step& step, const std::string& what)
    {
        const auto one = step(*fast(1));
        for (const int threads : {2, 3, 5}) {
            const auto backend = fast(threads);
            for (int round = 0; round < 3; ++round)
                ASSERT_TRUE(same_bits(step(*backend), one)) << what << ", threads " << threads;
        }
    }
};

INSTANTIATE_TEST_SUITE_P(Sets, ThreadsOn, every_instruction_set(), InstructionSetName());

TEST_P(ThreadsOn, ProductsGiveTheSameBits)
{
    Random random(Seed{401});
    for (const DType dtype : kWeightTypes)
        for (const std::int64_t rows : {1, 5, 64}) {
            const std::int64_t in = block_of(dtype) > 32 ? 256 : 96;
            const StoredWeight weight = random_weight(random, dtype, 300, in);
            const StoredWeight down = random_weight(random, dtype, 50, in);
            const StoredWeight gate = random_weight(random, dtype, in, in);
            const auto x = normal_values(random, rows * in);
            expect_same_bits(
                [&](Backend& on) {
                    const Linear layer{load(on, weight), {}, {}};
                    const Tensor out = make_poisoned(on, {rows, 300});
                    on.linear(std::span(&out, 1), make(on, {rows, in}, x), std::span(&layer, 1));
                    return values_of(on, out);
                },
                "linear " + std::string(to_string(dtype)));
            expect_same_bits(
                [&](Backend& on) {
                    const Tensor out = make_poisoned(on, {rows, 50});
                    const Linear inner{load(on, gate), {}, {}};
                    on.gated_mlp(out, make(on, {rows, in}, x), inner, inner,
                                 {load(on, down), {}, {}}, Activation::silu);
                    return values_of(on, out);
                },
                "gated_mlp " + std::string(to_string(dtype)));
        }
}

TEST_P(ThreadsOn, CrossEntropyGivesTheSameBits)
{
    Random random(Seed{402});
    const StoredWeight head = random_weight(random, DType::q4_0, 5000, 64);
    const auto hidden = normal_values(random, 33 * 64);
    std::vector<std::int32_t> targets;
    for (int i = 0; i < 33; ++i)
        targets.push_back(static_cast<std::int32_t>(random.below(5000)));
    expect_same_bits(
        [&](Backend& on) {
            const Tensor nll = make_poisoned(on, {33});
            on.cross_entropy(nll, make(on, {33, 64}, hidden), {.linear = {load(on, head), {}, {}}},
                             make(on, targets));
            return values_of(on, nll);
        },
        "cross_entropy");
}

TEST_P(ThreadsOn, AttentionGivesTheSameBits)
{
    Random random(Seed{403});
    const AttentionShape shape = shape_of(6, 2, 32);
    const RowRun few[] = {{1, 1500, 0}, {9, 600, 0}};
    const RowRun many[] = {{1, 600, 0}, {40, 0, 0}, {1, 7, 0}, {64, 300, 0}, {3, 29, 0}};
    for (const auto& runs : {std::span<const RowRun>(few), std::span<const RowRun>(many)}) {
        const ShuffledLayout layout(random, runs, 32);
        const Cache cache = random_cache(random, DType::f16, layout, shape, 32);
        const auto q = normal_values(random, layout.rows * 6 * 32);
        expect_same_bits([&](Backend& on) { return attend(on, q, cache, shape, layout); },
                         "attend");
    }
}

TEST(ThreadPool, EveryUnitRunsExactlyOnceHoweverManyThreadsThereAre)
{
    for (const int threads : {1, 2, 3, 8}) {
        ThreadPool pool(threads);
        EXPECT_EQ(pool.threads(), threads);
        for (const std::int64_t units : {0, 1, 2, 7, 1000})
            for (int round = 0; round < 20; ++round) {
                std::vector<std::atomic<int>> seen(static_cast<std::size_t>(units));
                pool.for_each(units, [&](std::int64_t unit, int thread) {
                    if (thread >= 0 && thread < threads)
                        ++seen[static_cast<std::size_t>(unit)];
                });
                for (const auto& times : seen)
                    ASSERT_EQ(times.load(), 1);
            }
    }
}

} // namespace
} // namespace longhand::tensor
