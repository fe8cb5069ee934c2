// SPDX-License-Identifier: GPL-3.0-or-later
// linear, gated_mlp and cross_entropy of the fast backend beside the oracle.
#include "engine/tensor/cpu/block_format.h"
#include "tests/engine/tensor/step_bench.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace longhand::tensor {
namespace {

using namespace test;

class ProductsOn : public OnEachInstructionSet {
protected:
    static std::vector<float> linear(Backend& backend, const std::vector<float>& in,
                                     std::int64_t rows, const Linear& layer)
    {
        const Tensor out = make_poisoned(backend, {rows, layer.weight.shape[0]});
        const Tensor x = make(backend, {rows, layer.weight.shape[1]}, in);
        backend.linear(std::span(&out, 1), x, std::span(&layer, 1));
        return values_of(backend, out);
    }
    static std::vector<float> linear(Backend& backend, const std::vector<float>& in,
                                     std::int64_t rows, const StoredWeight& weight)
    {
        return linear(backend, in, rows, Linear{load(backend, weight), {}, {}});
    }
};

INSTANTIATE_TEST_SUITE_P(Sets, ProductsOn, every_instruction_set(), InstructionSetName());

constexpr std::int64_t kRows[] = {1, 2, 3, 7, 17, 64};

std::vector<std::int64_t> depths_of(DType dtype)
{
    if (block_of(dtype) == 1)
        return {1, 5, 33, 250};
    if (block_of(dtype) == 32)
        return {32, 96, 160, 544};
    if (block_of(dtype) == 64)
        return {64, 192, 576};
    return {256, 768};
}

TEST_P(ProductsOn, ALinearOfEveryWeightTypeAndOddSizesIsTheOracles)
{
    Random random(Seed{101});
    const auto backend = fast();
    for (const DType dtype : kWeightTypes)
        for (const std::int64_t in : depths_of(dtype))
            for (const std::int64_t out : {1, 7, 16, 17, 40, 131}) {
                const StoredWeight weight = random_weight(random, dtype, out, in);
                for (const std::int64_t rows : kRows) {
                    const auto x = grid_values(random, rows * in);
                    // A row of one output may be nearly 0 by cancellation: all rows as one.
                    EXPECT_LT(worst_row_error(linear(*backend, x, rows, weight),
                                              linear(*oracle_, x, rows, weight), rows * out),
                              kFloatSums * (out * rows < 8 ? 20 : 1))
                        << to_string(dtype) << " [" << out << ", " << in << "], rows " << rows;
                }
            }
}

TEST_P(ProductsOn, InputsOfBlockTypesMayBeRoundedToEightBitsButNoFurther)
{
    Random random(Seed{102});
    const auto backend = fast();
    for (const DType dtype : kBlockTypes) {
        const std::int64_t in = block_of(dtype) == 256 ? 512 : 576;
        const StoredWeight weight = random_weight(random, dtype, 96, in);
        for (const std::int64_t rows : kRows) {
            const auto x = normal_values(random, rows * in);
            EXPECT_LT(worst_row_error(linear(*backend, x, rows, weight),
                                      linear(*oracle_, x, rows, weight), 96),
                      kRoundedInputs)
                << to_string(dtype) << ", rows " << rows;
        }
    }
}

TEST_P(ProductsOn, PlainWeightsKeepTheirInputsWhole)
{
    Random random(Seed{103});
    const auto backend = fast();
    for (const DType dtype : {DType::f32, DType::f16, DType::bf16, DType::nf4}) {
        const std::int64_t in = dtype == DType::nf4 ? 576 : 577;
        const StoredWeight weight = random_weight(random, dtype, 96, in);
        for (const std::int64_t rows : kRows) {
            const auto x = normal_values(random, rows * in);
            EXPECT_LT(worst_row_error(linear(*backend, x, rows, weight),
                                      linear(*oracle_, x, rows, weight), 96),
                      kFloatSums)
                << to_string(dtype) << ", rows " << rows;
        }
    }
}

TEST_P(ProductsOn, ZeroAndTinyInputsGiveNoNaN)
{
    Random random(Seed{104});
    const auto backend = fast();
    for (const DType dtype : kWeightTypes) {
        const StoredWeight weight = random_weight(random, dtype, 20, 256);
        std::vector<float> x(std::size_t{3} * 256, 0.0F);
        for (std::size_t i = 256; i < 512; ++i)
            x[i] = 1e-41F; // below the smallest normal number
        for (const float y : linear(*backend, x, 3, weight))
            EXPECT_LT(std::fabs(y), 1e-30F) << to_string(dtype);
    }
}

// The largest size of a value whose unit is 1.
float largest_of(DType dtype)
{
    const BlockForm& form = form_of(dtype);
    const float code = form.has_table ? 127.0F : static_cast<float>((1 << form.bits) - 1);
    return form.is_super()
               ? code * static_cast<float>(std::max(-form.least_scale, form.largest_scale))
               : code;
}

// Blocks of the lowest codes and of the highest, in turn, under the largest scales.
StoredWeight extreme_weight(DType dtype, const Shape& shape)
{
    const BlockForm& form = form_of(dtype);
    const std::uint32_t size = traits(dtype).block_bytes;
    std::vector<std::byte> bytes(byte_size(shape, dtype).value());
    for (std::size_t block = 0; block < bytes.size() / size; ++block) {
        BlockParts parts;
        parts.unit = f16_from_float(1.0F);
        parts.minimum_unit = f16_from_float(form.has_minimum ? 1.0F : 0.0F);
        parts.codes.fill(static_cast<std::uint8_t>(block % 2 == 0 ? 0 : (1 << form.bits) - 1));
        for (std::size_t group = 0; group < static_cast<std::size_t>(form.groups()); ++group) {
            parts.scales[group] =
                static_cast<std::int16_t>(group % 2 == 0 ? form.largest_scale : form.least_scale);
            parts.minima[group] =
                static_cast<std::uint8_t>(group % 3 == 0 ? form.largest_minimum : 0);
        }
        put_together(bytes.data() + block * size, dtype, parts);
    }
    return {dtype, shape, std::make_shared<const std::vector<std::byte>>(std::move(bytes))};
}

TEST_P(ProductsOn, CodesAtTheirExtremesDoNotOverflow)
{
    // Every weight at the end of its range, every input at +-127 of its scale: the largest sums
    // that 8-bit products can meet.
    const auto backend = fast();
    for (const DType dtype : kBlockTypes) {
        const StoredWeight weight = extreme_weight(dtype, {33, 512});
        for (const float sign : {1.0F, -1.0F}) {
            const std::vector<float> x(std::size_t{5} * 512, sign * 127.0F);
            const auto expected = linear(*oracle_, x, 5, weight);
            const auto found = linear(*backend, x, 5, weight);
            for (std::size_t i = 0; i < found.size(); ++i)
                ASSERT_NEAR(found[i], expected[i], 1e-6F * 127 * 512 * largest_of(dtype))
                    << to_string(dtype) << " " << i;
        }
    }
}

TEST_P(ProductsOn, LinearsOfDifferentTypesShareAnInputAndHaveBiasAndDeltas)
{
    Random random(Seed{105});
    const auto backend = fast();
    const std::int64_t in = 160;
    const std::int64_t outs[] = {96, 33, 17};
    const StoredWeight weights[] = {random_weight(random, DType::q4_1, outs[0], in),
                                    random_weight(random, DType::f16, outs[1], in),
                                    random_weight(random, DType::f32, outs[2], in)};
    const StoredWeight a = random_weight(random, DType::f32, 3, in);
    const StoredWeight b = random_weight(random, DType::f32, outs[1], 3);
    const StoredWeight half_a = random_weight(random, DType::f16, 5, in);
    const StoredWeight half_b = random_weight(random, DType::f16, outs[1], 5);
    const auto bias = normal_values(random, outs[0]);
    for (const std::int64_t rows : kRows) {
        const auto x = grid_values(random, rows * in);
        const auto run = [&](Backend& on) {
            // One delta loaded as a weight, one lying plainly in memory as a trainer keeps it.
            const std::array<LoraDelta, 2> deltas{
                LoraDelta{load(on, a), load(on, b), 2.0F},
                LoraDelta{make(on, half_a.dtype, half_a.shape, *half_a.bytes),
                          make(on, half_b.dtype, half_b.shape, *half_b.bytes), -0.5F}};
            const std::array<Linear, 3> layers{
                Linear{load(on, weights[0]), make(on, {outs[0]}, bias), {}},
                Linear{load(on, weights[1]), {}, deltas}, Linear{load(on, weights[2]), {}, {}}};
            std::array<Tensor, 3> to;
            for (std::size_t i = 0; i < 3; ++i)
                to[i] = make_poisoned(on, {rows, outs[i]});
            on.linear(to, make(on, {rows, in}, x), layers);
            std::vector<std::vector<float>> results;
            for (const Tensor& result : to)
                results.push_back(values_of(on, result));
            return results;
        };
        const auto found = run(*backend);
        const auto expected = run(*oracle_);
        for (std::size_t i = 0; i < 3; ++i)
            EXPECT_LT(worst_row_error(found[i], expected[i], outs[i]), 2 * kFloatSums)
                << "layer " << i << ", rows " << rows;
    }
}

TEST_P(ProductsOn, AWeightThatLiesPlainlyInMemoryGivesTheSameProduct)
{
    Random random(Seed{106});
    const auto backend = fast();
    for (const DType dtype : kWeightTypes) {
        const std::int64_t in = block_of(dtype) > 32 ? 256 : 96;
        const StoredWeight weight = random_weight(random, dtype, 37, in);
        for (const std::int64_t rows : kRows) {
            const auto x = normal_values(random, rows * in);
            const Linear plain{make(*backend, dtype, weight.shape, *weight.bytes), {}, {}};
            EXPECT_LT(worst_row_error(linear(*backend, x, rows, plain),
                                      linear(*oracle_, x, rows, weight), 37),
                      kFloatSums)
                << to_string(dtype) << ", rows " << rows;
        }
    }
}

TEST_P(ProductsOn, ARowDoesNotDependOnTheRowsBesideIt)
{
    Random random(Seed{107});
    const auto backend = fast();
    for (const DType dtype : kWeightTypes) {
        const std::int64_t in = block_of(dtype) > 32 ? 256 : 96;
        const StoredWeight weight = random_weight(random, dtype, 50, in);
        const auto x = normal_values(random, 37 * in);
        const auto all = linear(*backend, x, 37, weight);
        for (std::int64_t row = 0; row < 37; ++row) {
            const std::vector<float> alone(x.begin() + row * in, x.begin() + (row + 1) * in);
            ASSERT_TRUE(same_bits(linear(*backend, alone, 1, weight),
                                  std::span(all).subspan(static_cast<std::size_t>(row) * 50, 50)))
                << to_string(dtype) << ", row " << row;
        }
    }
}

struct MlpWeights {
    StoredWeight gate, up, down;
};

std::vector<float> gated_mlp(Backend& backend, const MlpWeights& weights,
                             const std::vector<float>& in, std::int64_t rows, Activation activation,
                             const std::vector<LoraDelta>& deltas = {})
{
    const Tensor x = make(backend, {rows, weights.gate.shape[1]}, in);
    const Tensor out = make_poisoned(backend, {rows, weights.down.shape[0]});
    backend.gated_mlp(out, x, {load(backend, weights.gate), {}, deltas},
                      {load(backend, weights.up), {}, {}}, {load(backend, weights.down), {}, {}},
                      activation);
    return values_of(backend, out);
}

TEST_P(ProductsOn, AGatedMlpOfPlainWeightsIsTheOracles)
{
    Random random(Seed{108});
    const auto backend = fast();
    for (const DType dtype : {DType::f32, DType::f16, DType::bf16})
        for (const std::int64_t inner : {1, 31, 32, 33, 150})
            for (const std::int64_t rows : kRows)
                for (const Activation activation :
                     {Activation::silu, Activation::gelu_tanh, Activation::gelu}) {
                    const MlpWeights weights{random_weight(random, dtype, inner, 50),
                                             random_weight(random, dtype, inner, 50),
                                             random_weight(random, dtype, 41, inner)};
                    // Few inner values may be nearly 0 by cancellation: all rows as one.
                    const auto x = normal_values(random, rows * 50, 2.0F);
                    EXPECT_LT(worst_row_error(gated_mlp(*backend, weights, x, rows, activation),
                                              gated_mlp(*oracle_, weights, x, rows, activation),
                                              41 * rows),
                              4 * kFloatSums)
                        << to_string(dtype) << ", inner " << inner << ", rows " << rows;
                }
}

TEST_P(ProductsOn, AGatedMlpOfBlockWeightsRoundsItsInputsTwiceAndNoMore)
{
    Random random(Seed{109});
    const auto backend = fast();
    // The input and the inner values are rounded, and a product of two of them is gated: the bound
    // of one product for each.
    for (const DType outer : {DType::q4_0, DType::q4_1, DType::q8_0, DType::q6_k, DType::f16})
        for (const DType down : {DType::q4_0, DType::q4_1, DType::q8_0, DType::q4_k, DType::f32}) {
            const MlpWeights weights{random_weight(random, outer, 256, 256),
                                     random_weight(random, outer, 256, 256),
                                     random_weight(random, down, 64, 256)};
            for (const std::int64_t rows : kRows)
                for (const Activation activation :
                     {Activation::silu, Activation::gelu_tanh, Activation::gelu}) {
                    const auto x = normal_values(random, rows * 256, 2.0F);
                    EXPECT_LT(worst_row_error(gated_mlp(*backend, weights, x, rows, activation),
                                              gated_mlp(*oracle_, weights, x, rows, activation),
                                              64),
                              3 * kRoundedInputs)
                        << to_string(outer) << ", " << to_string(down) << ", rows " << rows;
                }
        }
}

TEST_P(ProductsOn, AGatedMlpWithADeltaTakesTheSlowWayToTheSameResult)
{
    Random random(Seed{110});
    const auto backend = fast();
    const MlpWeights weights{random_weight(random, DType::f32, 70, 50),
                             random_weight(random, DType::f32, 70, 50),
                             random_weight(random, DType::f32, 41, 70)};
    const StoredWeight a = random_weight(random, DType::f32, 4, 50);
    const StoredWeight b = random_weight(random, DType::f32, 70, 4);
    for (const std::int64_t rows : kRows) {
        const auto x = normal_values(random, rows * 50);
        const auto run = [&](Backend& on) {
            return gated_mlp(on, weights, x, rows, Activation::silu,
                             {LoraDelta{load(on, a), load(on, b), 1.5F}});
        };
        EXPECT_LT(worst_row_error(run(*backend), run(*oracle_), 41), 4 * kFloatSums) << rows;
    }
}

std::vector<float> cross_entropy(Backend& backend, const StoredWeight& head,
                                 const std::vector<float>& hidden,
                                 const std::vector<std::int32_t>& targets, float soft_cap = 0.0F)
{
    const auto rows = static_cast<std::int64_t>(targets.size());
    const Tensor nll = make_poisoned(backend, {rows});
    backend.cross_entropy(nll, make(backend, {rows, head.shape[1]}, hidden),
                          {{load(backend, head), {}, {}}, soft_cap}, make(backend, targets));
    return values_of(backend, nll);
}

TEST_P(ProductsOn, CrossEntropyOfEveryHeadTypeIsTheOracles)
{
    Random random(Seed{111});
    const auto backend = fast();
    const std::vector<std::int64_t> all{1, 2, 17, 1023, 1024, 1025, 2500};
    const std::vector<std::int64_t> some{17, 1025};
    for (const DType dtype : kWeightTypes)
        for (const std::int64_t vocabulary : block_of(dtype) == 1 ? all : some)
            for (const std::int64_t rows : {1, 3, 17}) {
                const std::int64_t dim = block_of(dtype) == 256 ? 256 : 64;
                const StoredWeight head = random_weight(random, dtype, vocabulary, dim);
                std::vector<std::int32_t> targets;
                for (std::int64_t row = 0; row < rows; ++row)
                    targets.push_back(static_cast<std::int32_t>(
                        random.below(static_cast<std::uint64_t>(vocabulary))));
                targets.back() = rows > 1 ? -1 : static_cast<std::int32_t>(vocabulary - 1);
                const auto hidden = grid_values(random, rows * dim);
                const auto found = cross_entropy(*backend, head, hidden, targets);
                const auto expected = cross_entropy(*oracle_, head, hidden, targets);
                for (std::size_t row = 0; row < found.size(); ++row)
                    EXPECT_NEAR(found[row], expected[row], 2e-5)
                        << to_string(dtype) << ", " << vocabulary << " words, row " << row;
                if (rows > 1) {
                    EXPECT_EQ(found.back(), 0.0F);
                }
            }
}

TEST_P(ProductsOn, ACappedHeadGivesCappedLogitsAndTheirCrossEntropy)
{
    Random random(Seed{113});
    const auto backend = fast();
    for (const DType dtype : {DType::f32, DType::q4_0})
        for (const std::int64_t vocabulary : {1, 17, 2500}) {
            const StoredWeight head = random_weight(random, dtype, vocabulary, 64);
            const auto hidden = grid_values(random, 3 * 64);
            const auto run = [&](Backend& on) {
                const Tensor out = make_poisoned(on, {3, vocabulary});
                on.logits(out, make(on, {3, 64}, hidden), {{load(on, head), {}, {}}, 4.0F});
                return values_of(on, out);
            };
            const auto logits = run(*backend);
            EXPECT_LT(worst_row_error(logits, run(*oracle_), 3 * vocabulary), kFloatSums);
            // The definition, over the plain product.
            const auto plain = linear(*oracle_, hidden, 3, head);
            for (std::size_t i = 0; i < logits.size(); ++i)
                EXPECT_NEAR(logits[i], 4.0 * std::tanh(plain[i] / 4.0), 1e-5);
            const std::vector<std::int32_t> targets{0, static_cast<std::int32_t>(vocabulary - 1),
                                                    -1};
            const auto nll = cross_entropy(*backend, head, hidden, targets, 4.0F);
            const auto columns = static_cast<std::size_t>(vocabulary);
            for (std::size_t row = 0; row < 2; ++row) {
                double total = 0.0;
                for (std::size_t i = 0; i < columns; ++i)
                    total += std::exp(static_cast<double>(logits[row * columns + i]));
                const auto target = static_cast<std::size_t>(targets[row]);
                EXPECT_NEAR(nll[row],
                            std::log(total) - static_cast<double>(logits[row * columns + target]),
                            2e-5);
            }
            EXPECT_EQ(nll[2], 0.0F);
        }
}

TEST_P(ProductsOn, CrossEntropyOfHugeLogitsStaysFinite)
{
    Random random(Seed{112});
    const auto backend = fast();
    const StoredWeight head = random_weight(random, DType::f32, 1500, 32);
    auto hidden = normal_values(random, 4 * 32, 3000.0F);
    const std::vector<std::int32_t> targets{0, 700, 1400, -1};
    const auto found = cross_entropy(*backend, head, hidden, targets);
    const auto expected = cross_entropy(*oracle_, head, hidden, targets);
    for (std::size_t row = 0; row < found.size(); ++row)
        EXPECT_NEAR(found[row], expected[row], 2e-6F * expected[row] + 1e-2F);
}

} // namespace
} // namespace longhand::tensor
