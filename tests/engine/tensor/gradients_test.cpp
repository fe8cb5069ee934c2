// SPDX-License-Identifier: GPL-3.0-or-later
// The oracle's gradients beside differences of its own forward steps, and what must hold of them.
#include "tests/engine/tensor/training_bench.h"

#include <cmath>

namespace longhand::tensor {
namespace {

using namespace test;

constexpr double kStep = 1e-3;
constexpr double kDifferences = 1e-3;

class Gradients : public testing::Test {
protected:
    [[nodiscard]] TrainingSteps& steps() const { return backend_->training(); }
    [[nodiscard]] Tensor tensor(const Shape& shape, const std::vector<float>& values) const
    {
        return make(*backend_, shape, values);
    }
    [[nodiscard]] Tensor zeros(const Shape& shape) const
    {
        return tensor(shape, std::vector<float>(static_cast<std::size_t>(shape.count())));
    }
    void expect_slopes(const Tensor& gradient, const std::vector<float>& at,
                       const std::function<double(const std::vector<float>&)>& loss,
                       const char* what) const
    {
        const std::vector<float> slopes = central_differences(at, kStep, loss);
        EXPECT_LT(worst_row_error(values_of(*backend_, gradient), slopes,
                                  static_cast<std::int64_t>(slopes.size())),
                  kDifferences)
            << what;
    }
    std::unique_ptr<Backend> backend_ = make_oracle_backend();
    Random random_{Seed{501}};
};

TEST_F(Gradients, OfAttentionAreDifferencesOfAttention)
{
    for (const float cap : {0.0F, 1.5F}) {
        const PackedSequences packed = grouped({8, 5}, 4, 3);
        const std::int64_t rows = 13;
        const AttentionShape shape{3, 1, 4, 0.7F, 3, cap};
        const Shape wide{rows, 12};
        const Shape narrow{rows, 4};
        const auto q = normal_values(random_, 12 * rows);
        const auto k = normal_values(random_, 4 * rows);
        const auto v = normal_values(random_, 4 * rows);
        const auto d = normal_values(random_, 12 * rows);
        const Tensor out = zeros(wide);
        const Tensor lse = zeros({rows, 3});
        const auto loss = [&](const std::vector<float>& q_at, const std::vector<float>& k_at,
                              const std::vector<float>& v_at) {
            steps().attend_packed(out, lse, tensor(wide, q_at), tensor(narrow, k_at),
                                  tensor(narrow, v_at), shape, packed.layout());
            return inner_product(values_of(*backend_, out), d);
        };
        (void)loss(q, k, v);
        const Tensor dq = zeros(wide);
        const Tensor dk = zeros(narrow);
        const Tensor dv = zeros(narrow);
        steps().attend_packed_backward(dq, dk, dv, tensor(wide, d), out, lse, tensor(wide, q),
                                       tensor(narrow, k), tensor(narrow, v), shape,
                                       packed.layout());
        expect_slopes(
            dq, q, [&](const auto& x) { return loss(x, k, v); }, "q");
        expect_slopes(
            dk, k, [&](const auto& x) { return loss(q, x, v); }, "k");
        expect_slopes(
            dv, v, [&](const auto& x) { return loss(q, k, x); }, "v");
    }
}

TEST_F(Gradients, OfALinearWithDeltasAreDifferencesOfIt)
{
    const std::int64_t rows = 4;
    const auto x = normal_values(random_, rows * 5);
    const auto w = normal_values(random_, 3 * 5);
    const auto bias = normal_values(random_, 3);
    const auto d = normal_values(random_, rows * 3);
    const auto a = normal_values(random_, 2 * 5);
    const auto b = normal_values(random_, 3 * 2);
    const LoraDelta frozen{tensor({2, 5}, a), tensor({3, 2}, b), 0.5F, {}};
    const auto loss = [&](const std::vector<float>& x_at, const std::vector<float>& w_at,
                          const std::vector<float>& bias_at, const std::vector<float>& a_at,
                          const std::vector<float>& b_at) {
        const LoraDelta deltas[] = {frozen,
                                    {tensor({2, 5}, a_at), tensor({3, 2}, b_at), 3.0F, {0.3F, 9}}};
        const Linear layer{tensor({3, 5}, w_at), tensor({3}, bias_at), deltas};
        const Tensor out = zeros({rows, 3});
        backend_->linear(std::span(&out, 1), tensor({rows, 5}, x_at), std::span(&layer, 1));
        return inner_product(values_of(*backend_, out), d);
    };
    const LoraDelta deltas[] = {frozen, {tensor({2, 5}, a), tensor({3, 2}, b), 3.0F, {0.3F, 9}}};
    const Linear layer{tensor({3, 5}, w), tensor({3}, bias), deltas};
    const LinearGradient gradient{zeros({3, 5}), zeros({3}), zeros({2, 5}), zeros({3, 2})};
    const Tensor dx = zeros({rows, 5});
    const Tensor dout = tensor({rows, 3}, d);
    steps().linear_backward(dx, std::span(&gradient, 1), std::span(&dout, 1), tensor({rows, 5}, x),
                            std::span(&layer, 1));
    expect_slopes(
        dx, x, [&](const auto& at) { return loss(at, w, bias, a, b); }, "x");
    expect_slopes(
        gradient.weight, w, [&](const auto& at) { return loss(x, at, bias, a, b); }, "w");
    expect_slopes(
        gradient.bias, bias, [&](const auto& at) { return loss(x, w, at, a, b); }, "bias");
    expect_slopes(
        gradient.a, a, [&](const auto& at) { return loss(x, w, bias, at, b); }, "a");
    expect_slopes(
        gradient.b, b, [&](const auto& at) { return loss(x, w, bias, a, at); }, "b");
}

TEST_F(Gradients, OfTheLossAreDifferencesOfIt)
{
    const std::int64_t rows = 3;
    const auto hidden = normal_values(random_, rows * 4);
    const auto w = normal_values(random_, 6 * 4);
    const std::vector<std::int32_t> targets = {5, -1, 2};
    for (const float cap : {0.0F, 2.0F}) {
        const auto loss = [&](const std::vector<float>& hidden_at, const std::vector<float>& w_at) {
            const Head head{{tensor({6, 4}, w_at), {}, {}}, cap};
            const Tensor nll = zeros({rows});
            backend_->cross_entropy(nll, tensor({rows, 4}, hidden_at), head,
                                    make(*backend_, targets));
            double sum = 0.0;
            for (const float one : values_of(*backend_, nll))
                sum += static_cast<double>(one);
            return 0.5 * sum;
        };
        const Head head{{tensor({6, 4}, w), {}, {}}, cap};
        const Tensor nll = zeros({rows});
        const Tensor dhidden = zeros({rows, 4});
        const Tensor dweight = zeros({6, 4});
        steps().cross_entropy_gradient(nll, dhidden, dweight, tensor({rows, 4}, hidden), head,
                                       targets, 0.5F);
        expect_slopes(
            dhidden, hidden, [&](const auto& at) { return loss(at, w); }, "hidden");
        expect_slopes(
            dweight, w, [&](const auto& at) { return loss(hidden, at); }, "weight");
    }
}

TEST_F(Gradients, OfANormAreDifferencesOfIt)
{
    const std::int64_t rows = 3;
    const auto x = normal_values(random_, rows * 5);
    const auto gain = normal_values(random_, 5);
    const auto d = normal_values(random_, rows * 5);
    const auto loss = [&](const std::vector<float>& x_at, const std::vector<float>& gain_at) {
        const Tensor out = zeros({rows, 5});
        backend_->add_rms_norm(out, tensor({rows, 5}, x_at), {}, tensor({5}, gain_at), 1e-3F);
        return inner_product(values_of(*backend_, out), d);
    };
    const Tensor dx = zeros({rows, 5});
    const Tensor dgain = zeros({5});
    steps().rms_norm_backward(dx, dgain, tensor({rows, 5}, d), tensor({rows, 5}, x),
                              tensor({5}, gain), 1e-3F);
    expect_slopes(
        dx, x, [&](const auto& at) { return loss(at, gain); }, "x");
    expect_slopes(
        dgain, gain, [&](const auto& at) { return loss(x, at); }, "gain");
}

TEST_F(Gradients, OfAGateAreDifferencesOfIt)
{
    const auto g = normal_values(random_, 12, 2.0F);
    const auto u = normal_values(random_, 12);
    const auto d = normal_values(random_, 12);
    for (const Activation activation :
         {Activation::silu, Activation::gelu, Activation::gelu_tanh}) {
        const auto loss = [&](const std::vector<float>& g_at, const std::vector<float>& u_at) {
            const Tensor out = zeros({1, 12});
            steps().gate(out, tensor({1, 12}, g_at), tensor({1, 12}, u_at), activation);
            return inner_product(values_of(*backend_, out), d);
        };
        const Tensor dg = zeros({1, 12});
        const Tensor du = zeros({1, 12});
        steps().gate_backward(dg, du, tensor({1, 12}, d), tensor({1, 12}, g), tensor({1, 12}, u),
                              activation);
        expect_slopes(
            dg, g, [&](const auto& at) { return loss(at, u); }, "g");
        expect_slopes(
            du, u, [&](const auto& at) { return loss(g, at); }, "u");
    }
}

// Acceptance A5: the transpose, magnitude factor and all.
TEST_F(Gradients, OfARotationAreItsTranspose)
{
    const auto x = normal_values(random_, 2 * 12);
    const auto d = normal_values(random_, 2 * 12);
    std::vector<float> cosines;
    std::vector<float> sines;
    for (const float angle : {0.3F, 1.7F, 2.9F, -0.4F}) {
        cosines.push_back(1.25F * std::cos(angle));
        sines.push_back(1.25F * std::sin(angle));
    }
    for (const bool interleaved : {false, true}) {
        const RopeTable table{tensor({2, 2}, cosines), tensor({2, 2}, sines), 4, interleaved};
        const std::vector<std::int32_t> positions = {1, 0};
        const auto loss = [&](const std::vector<float>& at) {
            const Tensor turned = tensor({2, 12}, at);
            steps().rope(turned, 2, table, positions, Direction::forward);
            return inner_product(values_of(*backend_, turned), d);
        };
        const Tensor dx = tensor({2, 12}, d);
        steps().rope(dx, 2, table, positions, Direction::backward);
        expect_slopes(dx, x, loss, "x");
    }
}

TEST_F(Gradients, OfAnEmbeddingSumUpWhereATokenComesTwice)
{
    const Tensor dtable = tensor({3, 2}, {1, 1, 1, 1, 1, 1});
    const std::vector<std::int32_t> tokens = {2, 0, 2};
    steps().embed_backward(dtable, tensor({3, 2}, {1, 2, 3, 4, 5, 6}), tokens, 2.0F);
    EXPECT_EQ(values_of(*backend_, dtable), (std::vector<float>{7, 9, 1, 1, 13, 17}));
}

TEST_F(Gradients, AnInfiniteNormLeavesTheWeightsAlone)
{
    const std::vector<float> before = {1, 2};
    const Tensor p = tensor({2}, before);
    const Tensor m = zeros({2});
    const Tensor v = zeros({2});
    const Tensor g = tensor({2}, {INFINITY, 1});
    const Tensor sum = zeros({1});
    steps().square_sum(sum, g);
    steps().adamw(p, g, m, v, {.learning_rate = 0.1F}, sum);
    EXPECT_EQ(values_of(*backend_, p), before);
    EXPECT_EQ(values_of(*backend_, m), (std::vector<float>{0, 0}));
}

// By hand: the first step of Adam moves by the rate, whatever the size of the gradient; the decay
// comes before it and from the weight alone.
TEST_F(Gradients, TheFirstStepOfAdamWMovesByTheRateAndTheDecay)
{
    const Tensor p = tensor({2}, {1.0F, -2.0F});
    const Tensor g = tensor({2}, {0.5F, -300.0F});
    const Tensor m = zeros({2});
    const Tensor v = zeros({2});
    const Tensor sum = zeros({1});
    steps().square_sum(sum, g);
    steps().adamw(p, g, m, v, {.learning_rate = 0.1F, .weight_decay = 0.5F}, sum);
    const std::vector<float> after = values_of(*backend_, p);
    EXPECT_NEAR(after[0], 0.95F - 0.1F, 1e-5F);
    EXPECT_NEAR(after[1], -1.9F + 0.1F, 1e-5F);
}

TEST(Dropout, DropsTheShareThatItsRateSaysAndKeepsTheMean)
{
    const DropoutMask mask(0.2F, 12345);
    double sum = 0.0;
    int dropped = 0;
    constexpr int kRows = 500;
    constexpr int kColumns = 200;
    for (int row = 0; row < kRows; ++row)
        for (int column = 0; column < kColumns; ++column) {
            const float factor = mask(row, column);
            dropped += factor == 0.0F ? 1 : 0;
            sum += static_cast<double>(factor);
        }
    constexpr double kCount = kRows * kColumns;
    EXPECT_NEAR(dropped / kCount, 0.2, 0.006); // 4.7 standard deviations
    EXPECT_NEAR(sum / kCount, 1.0, 0.008);
}

TEST(Dropout, AnotherSeedDropsOtherElements)
{
    const DropoutMask one(0.5F, 1);
    const DropoutMask other(0.5F, 2);
    int alike = 0;
    for (int i = 0; i < 10000; ++i)
        alike += one(i / 100, i % 100) == other(i / 100, i % 100) ? 1 : 0;
    EXPECT_NEAR(alike, 5000, 250);
}

} // namespace
} // namespace longhand::tensor
