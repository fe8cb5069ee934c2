// SPDX-License-Identifier: GPL-3.0-or-later
// embed and add_rms_norm of the fast backend beside the oracle.
#include "tests/engine/tensor/step_bench.h"

#include <algorithm>
#include <cmath>

namespace longhand::tensor {
namespace {

using namespace test;

class RowsOn : public OnEachInstructionSet {};

INSTANTIATE_TEST_SUITE_P(Sets, RowsOn, every_instruction_set(), InstructionSetName());

TEST_P(RowsOn, EmbeddingsOfEveryTypeAreExactlyTheStoredValues)
{
    Random random(Seed{201});
    const auto backend = fast();
    for (const DType dtype : kWeightTypes)
        for (std::int64_t dim : {32, 96, 160}) {
            dim = (dim + block_of(dtype) - 1) / block_of(dtype) * block_of(dtype); // whole blocks
            const StoredWeight table = random_weight(random, dtype, 37, dim);
            for (const std::int64_t rows : {1, 2, 3, 7, 17, 64}) {
                std::vector<std::int32_t> tokens{36}; // of the last, partly filled panel
                while (static_cast<std::int64_t>(tokens.size()) < rows)
                    tokens.push_back(static_cast<std::int32_t>(random.below(37)));
                const auto run = [&](Backend& on) {
                    const Tensor out = make_poisoned(on, {rows, dim});
                    on.embed(out, load(on, table), make(on, tokens), 1.5F);
                    return values_of(on, out);
                };
                EXPECT_TRUE(same_bits(run(*backend), run(*oracle_)))
                    << to_string(dtype) << " " << dim << ", rows " << rows;
            }
        }
}

enum class Delta { none, plain, normed };

TEST_P(RowsOn, NormAddsTheDeltaOnceAndScalesByTheRootMeanSquare)
{
    Random random(Seed{202});
    const auto backend = fast();
    for (const std::int64_t dim : {1, 7, 15, 16, 17, 33, 64, 576, 1001})
        for (const std::int64_t rows : {1, 2, 3, 7, 17, 64})
            for (const Delta kind : {Delta::none, Delta::plain, Delta::normed}) {
                const auto x = normal_values(random, rows * dim, 30.0F);
                const auto added = normal_values(random, rows * dim);
                const auto gain = normal_values(random, dim);
                const auto delta_gain = normal_values(random, dim);
                const auto run = [&](Backend& on, std::vector<float>& residual_after) {
                    const Tensor residual = make(on, {rows, dim}, x);
                    const Tensor out = make_poisoned(on, {rows, dim});
                    ResidualDelta delta;
                    if (kind != Delta::none)
                        delta.values = make(on, {rows, dim}, added);
                    if (kind == Delta::normed)
                        delta.gain = make(on, {dim}, delta_gain);
                    on.add_rms_norm(out, residual, delta, make(on, {dim}, gain), 1e-5F);
                    residual_after = values_of(on, residual);
                    return values_of(on, out);
                };
                std::vector<float> found_residual;
                std::vector<float> residual;
                const auto found = run(*backend, found_residual);
                const auto expected = run(*oracle_, residual);
                if (kind != Delta::normed) {
                    EXPECT_TRUE(same_bits(found_residual, residual)) << dim << ", rows " << rows;
                }
                EXPECT_LT(worst_row_error(found_residual, residual, dim), 1e-6) << dim;
                // One sum of squares in f32 and two roundings a value.
                EXPECT_LT(worst_row_error(found, expected, dim), 1e-6) << dim << ", rows " << rows;
            }
}

// By hand: the delta (3, 4) has the root mean square 5 / sqrt(2).
TEST_P(RowsOn, ADeltaWithAGainIsNormedBeforeItIsAdded)
{
    const auto backend = fast();
    for (Backend* const on : {backend.get(), oracle_.get()}) {
        const Tensor residual = make(*on, {1, 2}, std::vector<float>{1.0F, -1.0F});
        const Tensor out = make_poisoned(*on, {1, 2});
        const Tensor ones = make(*on, {2}, std::vector<float>{1.0F, 1.0F});
        on->add_rms_norm(out, residual,
                         {make(*on, {1, 2}, std::vector<float>{3.0F, 4.0F}),
                          make(*on, {2}, std::vector<float>{5.0F, 10.0F})},
                         ones, 1e-12F);
        const std::vector<float> after = values_of(*on, residual);
        EXPECT_NEAR(after[0], 1.0 + 3.0 * std::sqrt(2.0), 1e-5);
        EXPECT_NEAR(after[1], -1.0 + 8.0 * std::sqrt(2.0), 1e-5);
    }
}

TEST_P(RowsOn, NormOfARowOfZerosIsZero)
{
    const auto backend = fast();
    const Tensor residual = make(*backend, {2, 19}, std::vector<float>(38, 0.0F));
    const Tensor out = make_poisoned(*backend, {2, 19});
    backend->add_rms_norm(out, residual, {}, make(*backend, {19}, std::vector<float>(19, 1.0F)),
                          1e-5F);
    for (const float y : values_of(*backend, out))
        EXPECT_EQ(y, 0.0F);
}

} // namespace
} // namespace longhand::tensor
