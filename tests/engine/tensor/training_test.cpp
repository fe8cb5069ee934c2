// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of training: a backend beside the oracle, at sizes around every tile.
#include "tests/engine/tensor/training_suite.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <random>

namespace longhand::tensor::test {
namespace {

constexpr double kBackwardSums = 2e-5; // sums of sums in f32

} // namespace

void TrainingOn::SetUp()
{
    const char* given = std::getenv("LONGHAND_SEED");
    constexpr std::uint64_t kUsual = 401;
    seed_ = given != nullptr        ? std::strtoull(given, nullptr, 10)
            : GetParam().fresh_seed ? std::random_device()()
                                    : kUsual;
    random_ = Random(Seed{seed_});
    std::string reason;
    tested_ = GetParam().make(2, reason);
    if (tested_ == nullptr)
        GTEST_SKIP() << reason;
}

std::unique_ptr<Backend> TrainingOn::another(int threads) const
{
    std::string reason;
    return GetParam().make(threads, reason);
}

double TrainingOn::bound_of(bool exact) const
{
    return exact ? kBackwardSums : std::max(kBackwardSums, GetParam().rounded);
}

void TrainingOn::expect_alike(const Step& step, double bound, const std::string& where)
{
    const auto ours = step(*tested_);
    const auto theirs = step(*oracle_);
    ASSERT_EQ(ours.size(), theirs.size());
    for (std::size_t i = 0; i < ours.size(); ++i)
        EXPECT_LT(worst_row_error(ours[i], theirs[i], static_cast<std::int64_t>(ours[i].size())),
                  bound *
                      (ours[i].size() < 8 ? 20 : 1)) // one number may be nearly 0 by cancellation
            << where << ", result " << i << ", seed " << seed_;
}

namespace {

struct Heads {
    std::int64_t heads, kv_heads, dim;
};
struct Case {
    Heads heads;
    PackedSequences rows;
    std::int32_t window;
    float soft_cap;
};

std::vector<Case> attention_cases()
{
    std::vector<Case> cases;
    for (const Heads heads : {Heads{4, 4, 64}, Heads{9, 3, 16}, Heads{8, 1, 80}, Heads{3, 1, 6},
                              Heads{6, 2, 96}, Heads{4, 1, 128}}) {
        cases.push_back({heads, dense({1, 31, 64, 65, 130}), 0, 0.0F});
        cases.push_back({heads, grouped({96, 33, 7}, 24, heads.heads), 0, 0.0F});
        cases.push_back({heads, dense({150}), 20, 0.0F});
        cases.push_back({heads, grouped({200, 64}, 64, heads.heads), 50, 0.0F});
        cases.push_back({heads, dense({70, 5}), 0, 2.0F});
    }
    return cases;
}

TEST_P(TrainingOn, PackedAttentionAndItsGradientsAreTheOracles)
{
    for (const bool half : {false, true})
        for (const Case& one : attention_cases()) {
            if (half && GetParam().rounded == 0.0)
                continue;
            PackedLayout layout = one.rows.layout();
            layout.half_inputs = half;
            const auto rows = static_cast<std::int64_t>(one.rows.positions.size());
            const auto [heads, kv_heads, dim] = one.heads;
            const AttentionShape shape{heads,      kv_heads,
                                       dim,        1.0F / std::sqrt(static_cast<float>(dim)),
                                       one.window, one.soft_cap};
            const auto q = normal_values(random_, rows * heads * dim, 2.0F);
            const auto k = normal_values(random_, rows * kv_heads * dim, 2.0F);
            const auto v = normal_values(random_, rows * kv_heads * dim);
            const auto d = normal_values(random_, rows * heads * dim);
            expect_alike(
                [&](Backend& backend) -> std::vector<std::vector<float>> {
                    const Shape wide{rows, heads * dim};
                    const Shape narrow{rows, kv_heads * dim};
                    const Tensor tq = make(backend, wide, q);
                    const Tensor tk = make(backend, narrow, k);
                    const Tensor tv = make(backend, narrow, v);
                    const Tensor out = make_poisoned(backend, wide);
                    const Tensor lse = make_poisoned(backend, {rows, heads});
                    backend.training().attend_packed(out, lse, tq, tk, tv, shape, layout);
                    const Tensor dq = make_poisoned(backend, wide);
                    const Tensor dk = make_poisoned(backend, narrow);
                    const Tensor dv = make_poisoned(backend, narrow);
                    backend.training().attend_packed_backward(dq, dk, dv, make(backend, wide, d),
                                                              out, lse, tq, tk, tv, shape, layout);
                    return {values_of(backend, out), values_of(backend, lse),
                            values_of(backend, dq), values_of(backend, dk), values_of(backend, dv)};
                },
                half ? 3 * bound_of(false) : kBackwardSums, // products of products
                (half ? "16 bits, " : "") + std::to_string(heads) + "/" + std::to_string(kv_heads) +
                    " heads of " + std::to_string(dim) + ", rows " + std::to_string(rows) +
                    ", window " + std::to_string(one.window));
        }
}

TEST_P(TrainingOn, ALinearAndItsGradientsOverEveryFrozenTypeAreTheOracles)
{
    for (const DType dtype : kWeightTypes)
        for (const std::int64_t least : {32, 288})
            for (const std::int64_t out : {1, 17, 300})
                for (const std::int64_t rows : {1, 7, 130}) {
                    if (out * rows < 8)
                        continue; // one number may be nearly 0 by cancellation
                    const std::int64_t block = block_of(dtype);
                    const std::int64_t in = (least + block - 1) / block * block;
                    const StoredWeight weight = random_weight(random_, dtype, out, in);
                    const auto x = normal_values(random_, rows * in);
                    const auto dy = normal_values(random_, rows * out);
                    const auto before = normal_values(random_, rows * in);
                    const auto a = normal_values(random_, 5 * in, 0.1F);
                    const auto b = normal_values(random_, out * 5, 0.1F);
                    for (const float rate : {0.0F, 0.25F})
                        expect_alike(
                            [&](Backend& backend) -> std::vector<std::vector<float>> {
                                const LoraDelta delta{make(backend, {5, in}, a),
                                                      make(backend, {out, 5}, b),
                                                      2.0F,
                                                      {rate, 77}};
                                const Linear layer{load(backend, weight), {}, std::span(&delta, 1)};
                                const Tensor dx = make(backend, {rows, in}, before);
                                const Tensor da = make(backend, {5, in}, a);
                                const Tensor db = make(backend, {out, 5}, b);
                                const LinearGradient gradient{{}, {}, da, db};
                                const Tensor dout = make(backend, {rows, out}, dy);
                                const Tensor y = make_poisoned(backend, {rows, out});
                                backend.training().linear(std::span(&y, 1),
                                                          make(backend, {rows, in}, x),
                                                          std::span(&layer, 1));
                                backend.training().linear_backward(
                                    dx, std::span(&gradient, 1), std::span(&dout, 1),
                                    make(backend, {rows, in}, x), std::span(&layer, 1));
                                return {values_of(backend, dx), values_of(backend, da),
                                        values_of(backend, db), values_of(backend, y)};
                            },
                            bound_of(dtype == DType::f32),
                            std::string(to_string(dtype)) + " [" + std::to_string(out) + ", " +
                                std::to_string(in) + "], rows " + std::to_string(rows));
                }
}

TEST_P(TrainingOn, GradientsOfAWeightAndABiasAreTheOracles)
{
    const std::int64_t rows = 150;
    const std::int64_t in = 70;
    const std::int64_t out = 101;
    const auto w = normal_values(random_, out * in);
    const auto x = normal_values(random_, rows * in);
    const auto dy = normal_values(random_, rows * out);
    const auto bias = normal_values(random_, out);
    expect_alike(
        [&](Backend& backend) -> std::vector<std::vector<float>> {
            const Linear layer{make(backend, {out, in}, w), make(backend, {out}, bias), {}};
            const LinearGradient gradient{
                make(backend, {out, in}, w), make(backend, {out}, bias), {}, {}};
            const Tensor dout = make(backend, {rows, out}, dy);
            backend.training().linear_backward({}, std::span(&gradient, 1), std::span(&dout, 1),
                                               make(backend, {rows, in}, x), std::span(&layer, 1));
            return {values_of(backend, gradient.weight), values_of(backend, gradient.bias)};
        },
        kBackwardSums, "[101, 70]");
}

TEST_P(TrainingOn, CrossEntropyAndItsGradientsAreTheOracles)
{
    struct Weights {
        DType dtype;
        bool half_inputs;
    };
    for (const auto& [dtype, half] :
         {Weights{DType::f32, false}, Weights{DType::f32, true}, Weights{DType::f16, true}})
        for (const float cap : {0.0F, 3.0F})
            for (const std::int64_t vocabulary : {7, 64, 1100}) {
                const std::int64_t rows = 45;
                const std::int64_t dim = 33;
                const StoredWeight weight = random_weight(random_, dtype, vocabulary, dim);
                const auto hidden = normal_values(random_, rows * dim, 4.0F);
                const auto before = normal_values(random_, vocabulary * dim);
                std::vector<std::int32_t> targets(static_cast<std::size_t>(rows));
                for (std::int32_t& target : targets)
                    target = static_cast<std::int32_t>(
                                 random_.below(static_cast<std::uint64_t>(vocabulary) + 1)) -
                             1;
                expect_alike(
                    [&](Backend& backend) -> std::vector<std::vector<float>> {
                        const Head head{{load(backend, weight), {}, {}}, cap, half};
                        const Tensor nll = make_poisoned(backend, {rows});
                        const Tensor dhidden = make_poisoned(backend, {rows, dim});
                        const Tensor dweight = make(backend, {vocabulary, dim}, before);
                        backend.training().cross_entropy_gradient(
                            nll, dhidden, dweight, make(backend, {rows, dim}, hidden), head,
                            targets, 0.25F);
                        return {values_of(backend, nll), values_of(backend, dhidden),
                                values_of(backend, dweight)};
                    },
                    bound_of(!half),
                    std::string(to_string(dtype)) + ", vocabulary " + std::to_string(vocabulary) +
                        ", cap " + std::to_string(cap));
            }
}

TEST_P(TrainingOn, NormsGatesRotationAndEmbeddingAreTheOracles)
{
    const std::int64_t rows = 37;
    for (const std::int64_t dim : {5, 64, 100}) {
        const auto x = normal_values(random_, rows * dim);
        const auto y = normal_values(random_, rows * dim);
        const auto z = normal_values(random_, rows * dim);
        const auto gain = normal_values(random_, dim);
        expect_alike(
            [&](Backend& backend) -> std::vector<std::vector<float>> {
                const Tensor dx = make(backend, {rows, dim}, z);
                const Tensor dgain = make(backend, {dim}, gain);
                backend.training().rms_norm_backward(dx, dgain, make(backend, {rows, dim}, y),
                                                     make(backend, {rows, dim}, x),
                                                     make(backend, {dim}, gain), 1e-5F);
                return {values_of(backend, dx), values_of(backend, dgain)};
            },
            kBackwardSums, "norm of " + std::to_string(dim));
        for (const Activation activation :
             {Activation::silu, Activation::gelu, Activation::gelu_tanh})
            expect_alike(
                [&](Backend& backend) -> std::vector<std::vector<float>> {
                    const Tensor g = make(backend, {rows, dim}, x);
                    const Tensor u = make(backend, {rows, dim}, y);
                    const Tensor out = make_poisoned(backend, {rows, dim});
                    backend.training().gate(out, g, u, activation);
                    const Tensor dg = make(backend, {rows, dim}, z);
                    const Tensor du = make_poisoned(backend, {rows, dim});
                    backend.training().gate_backward(dg, du, dg, g, u, activation);
                    return {values_of(backend, out), values_of(backend, dg),
                            values_of(backend, du)};
                },
                kBackwardSums, "gate of " + std::to_string(dim));
    }
    for (const bool interleaved : {false, true})
        for (const Direction direction : {Direction::forward, Direction::backward}) {
            const auto x = normal_values(random_, rows * 3 * 20);
            const auto cosines = normal_values(random_, 64 * 8);
            const auto sines = normal_values(random_, 64 * 8);
            std::vector<std::int32_t> positions;
            for (std::int64_t row = 0; row < rows; ++row)
                positions.push_back(static_cast<std::int32_t>(random_.below(64)));
            expect_alike(
                [&](Backend& backend) -> std::vector<std::vector<float>> {
                    const RopeTable table{make(backend, {64, 8}, cosines),
                                          make(backend, {64, 8}, sines), 16, interleaved};
                    const Tensor turned = make(backend, {rows, 3 * 20}, x);
                    backend.training().rope(turned, 3, table, positions, direction);
                    return {values_of(backend, turned)};
                },
                kFloatSums, "rope");
        }
}

TEST_P(TrainingOn, TheOptimiserIsTheOracles)
{
    const std::int64_t count = 40000; // more than one part
    const auto p = normal_values(random_, count);
    const auto g = normal_values(random_, count);
    const auto m = normal_values(random_, count, 0.1F);
    std::vector<float> v = normal_values(random_, count, 0.1F);
    for (float& value : v)
        value *= value;
    for (const float max_norm : {0.0F, 1.0F})
        expect_alike(
            [&](Backend& backend) -> std::vector<std::vector<float>> {
                const Tensor tp = make(backend, {count}, p);
                const Tensor tg = make(backend, {count}, g);
                const Tensor tm = make(backend, {count}, m);
                const Tensor tv = make(backend, {count}, v);
                const Tensor sum = make_poisoned(backend, {1});
                backend.training().square_sum(sum, tg);
                backend.training().adamw(
                    tp, tg, tm, tv,
                    {.learning_rate = 0.01F, .weight_decay = 0.1F, .step = 3, .max_norm = max_norm},
                    sum);
                backend.training().add_scaled(tg, tp, 0.5F);
                return {values_of(backend, tp), values_of(backend, tm), values_of(backend, tv),
                        values_of(backend, sum), values_of(backend, tg)};
            },
            kBackwardSums, "adamw");
}

TEST_P(TrainingOn, TheSameInputsGiveTheSameBitsWhateverTheThreads)
{
    const std::int64_t rows = 200;
    const AttentionShape shape{6, 2, 64, 0.125F};
    const PackedSequences packed = grouped({150, 50}, 32, 6);
    PackedLayout layout = packed.layout();
    layout.half_inputs = true;
    const auto q = normal_values(random_, rows * 384);
    const auto k = normal_values(random_, rows * 128);
    const auto w = normal_values(random_, 384 * 128);
    const auto run = [&](int threads) {
        const auto backend = another(threads);
        const Tensor tq = make(*backend, {rows, 384}, q);
        const Tensor tk = make(*backend, {rows, 128}, k);
        const Tensor out = make_poisoned(*backend, {rows, 384});
        const Tensor lse = make_poisoned(*backend, {rows, 6});
        TrainingSteps& steps = backend->training();
        steps.attend_packed(out, lse, tq, tk, tk, shape, layout);
        const Tensor dq = make_poisoned(*backend, {rows, 384});
        const Tensor dk = make_poisoned(*backend, {rows, 128});
        const Tensor dv = make_poisoned(*backend, {rows, 128});
        steps.attend_packed_backward(dq, dk, dv, tq, out, lse, tq, tk, tk, shape, layout);
        const Linear layer{make(*backend, {384, 128}, w), {}, {}};
        const LinearGradient gradient{make(*backend, {384, 128}, w), {}, {}, {}};
        steps.linear_backward(dv, std::span(&gradient, 1), std::span(&dq, 1), tk,
                              std::span(&layer, 1));
        std::vector<float> all = values_of(*backend, dq);
        for (const Tensor& tensor : {dk, dv, gradient.weight}) {
            const std::vector<float> more = values_of(*backend, tensor);
            all.insert(all.end(), more.begin(), more.end());
        }
        return all;
    };
    EXPECT_TRUE(same_bits(run(1), run(3)));
}

} // namespace
} // namespace longhand::tensor::test
