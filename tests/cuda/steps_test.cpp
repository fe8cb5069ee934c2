// SPDX-License-Identifier: GPL-3.0-or-later
// Every step on the card beside the oracle.
#include "cuda/backend/cuda_backend.h"
#include "tests/engine/tensor/cache_bench.h"

#include <array>
#include <cmath>
#include <cstdlib>
#include <random>

namespace longhand::tensor {
namespace {

using namespace test;

// Inputs and weights are rounded to f16 once each: 2.8e-4 of a product, in a walk over the sum.
constexpr double kHalfInputs = 6e-4;

class OnTheCard : public ::testing::Test {
protected:
    void SetUp() override
    {
        auto made = gpu::make_cuda_backend({});
        if (!made.ok())
            GTEST_SKIP() << made.error().message;
        card_ = std::move(made).value();
        portable_ = gpu::make_cuda_backend({.portable_kernels = true}).value();
        const char* given = std::getenv("LONGHAND_SEED");
        seed_ = given != nullptr ? std::strtoull(given, nullptr, 10) : std::random_device()();
        random_ = Random(Seed{seed_});
        RecordProperty("seed", std::to_string(seed_));
    }
    [[nodiscard]] std::string seed() const { return ", seed " + std::to_string(seed_); }

    std::vector<float> linear(Backend& backend, const std::vector<float>& in, std::int64_t rows,
                              const StoredWeight& weight)
    {
        const Linear layer{load(backend, weight), {}, {}};
        const Tensor out = make_poisoned(backend, {rows, weight.shape[0]});
        const Tensor x = make(backend, {rows, weight.shape[1]}, in);
        backend.linear(std::span(&out, 1), x, std::span(&layer, 1));
        return values_of(backend, out);
    }
    std::vector<float> mlp(Backend& backend, const std::vector<float>& in, std::int64_t rows,
                           std::span<const StoredWeight> weights, Activation activation)
    {
        const Tensor out = make_poisoned(backend, {rows, weights[2].shape[0]});
        const Tensor x = make(backend, {rows, weights[0].shape[1]}, in);
        backend.gated_mlp(out, x, {load(backend, weights[0]), {}, {}},
                          {load(backend, weights[1]), {}, {}}, {load(backend, weights[2]), {}, {}},
                          activation);
        return values_of(backend, out);
    }
    void expect_attention(DType dtype, const AttentionShape& shape, std::span<const RowRun> runs,
                          std::int64_t page_tokens)
    {
        const ShuffledLayout layout(random_, runs, page_tokens, shape.window);
        const Cache cache = random_cache(random_, dtype, layout, shape, page_tokens);
        const auto q = normal_values(random_, layout.rows * shape.heads * shape.head_dim, 2.0F);
        const auto expected = attend(*oracle_, q, cache, shape, layout);
        for (Backend* const backend : {card_.get(), portable_.get()})
            EXPECT_LT(worst_row_error(attend(*backend, q, cache, shape, layout), expected,
                                      shape.heads * shape.head_dim),
                      dtype == DType::f32 ? 1e-5 : 2.5e-3)
                << (backend == portable_.get() ? "portable, " : "") << to_string(dtype)
                << ", heads " << shape.heads << "/" << shape.kv_heads << " of " << shape.head_dim
                << ", window " << shape.window << ", cap " << shape.soft_cap << seed();
    }

    std::unique_ptr<Backend> card_;
    std::unique_ptr<Backend> portable_;
    std::unique_ptr<Backend> oracle_ = make_oracle_backend();
    std::uint64_t seed_ = 0;
    Random random_{Seed{0}};
};

// The next number of inputs that is whole blocks of the type.
std::int64_t whole(DType dtype, std::int64_t inputs)
{
    const std::int64_t block = block_of(dtype);
    return (inputs + block - 1) / block * block;
}

double bound(DType dtype)
{
    // Its scales and minima are multiplied out and rounded to f16 too, and largely cancel out.
    constexpr double kRoundedScales = 1.5e-3;
    return dtype == DType::f32 ? kFloatSums : dtype == DType::q4_k ? kRoundedScales : kHalfInputs;
}

constexpr std::int64_t kRows[] = {1, 2, 7, 8, 9, 16, 17, 31, 33, 64, 65, 130};

TEST_F(OnTheCard, ALinearOfEveryWeightTypeAndOddSizesIsTheOracles)
{
    for (const DType dtype : kWeightTypes)
        for (const std::int64_t least : {8, 33, 136, 520, 1160})
            for (const std::int64_t out : {1, 15, 16, 17, 131}) {
                const std::int64_t in = whole(dtype, least);
                const StoredWeight weight = random_weight(random_, dtype, out, in);
                for (const std::int64_t rows : kRows) {
                    // A single result may be nearly 0 by cancellation: several are one vector.
                    std::vector<float> ours;
                    std::vector<float> theirs;
                    while (ours.size() < 64) {
                        const auto x = normal_values(random_, rows * in);
                        const auto append = [](std::vector<float>& to, std::vector<float> from) {
                            to.insert(to.end(), from.begin(), from.end());
                        };
                        append(ours, linear(*card_, x, rows, weight));
                        append(theirs, linear(*oracle_, x, rows, weight));
                    }
                    EXPECT_LT(worst_row_error(ours, theirs, static_cast<std::int64_t>(ours.size())),
                              bound(dtype))
                        << to_string(dtype) << " [" << out << ", " << in << "], rows " << rows
                        << seed();
                }
            }
}

TEST_F(OnTheCard, LinearsThatShareAnInputAddTheirBiasesAndDeltas)
{
    for (const DType dtype : kWeightTypes)
        for (const std::int64_t rows : {1, 5, 70}) {
            const std::array<std::int64_t, 3> outs{48, 16, 20};
            const std::int64_t in = whole(dtype, 160);
            const auto x = normal_values(random_, rows * in);
            std::vector<StoredWeight> weights;
            std::vector<std::vector<float>> biases;
            for (const std::int64_t out : outs) {
                weights.push_back(random_weight(random_, dtype, out, in));
                biases.push_back(normal_values(random_, out));
            }
            const auto a = normal_values(random_, 4 * in, 0.1F);
            const auto b = normal_values(random_, 16 * 4, 0.1F);
            const auto run = [&](Backend& backend) {
                const LoraDelta delta{make(backend, {4, in}, a), make(backend, {16, 4}, b), 0.5F};
                std::vector<Linear> layers;
                std::vector<Tensor> results;
                for (std::size_t i = 0; i < outs.size(); ++i) {
                    layers.push_back(
                        {load(backend, weights[i]), make(backend, {outs[i]}, biases[i]),
                         i == 1 ? std::span(&delta, 1) : std::span<const LoraDelta>{}});
                    results.push_back(make_poisoned(backend, {rows, outs[i]}));
                }
                backend.linear(results, make(backend, {rows, in}, x), layers);
                std::vector<float> all;
                for (const Tensor& result : results) {
                    const auto values = values_of(backend, result);
                    all.insert(all.end(), values.begin(), values.end());
                }
                return all;
            };
            const auto ours = run(*card_);
            EXPECT_LT(worst_row_error(ours, run(*oracle_), static_cast<std::int64_t>(ours.size())),
                      bound(dtype))
                << to_string(dtype) << ", rows " << rows << seed();
        }
}

TEST_F(OnTheCard, AGatedMlpIsTheOraclesAlsoWithHugeHiddenValues)
{
    for (const DType dtype : kWeightTypes)
        for (const Activation activation :
             {Activation::silu, Activation::gelu_tanh, Activation::gelu})
            for (const float spread : {1.0F, 100.0F})
                for (const std::int64_t rows : {1, 9, 33, 70}) {
                    const std::int64_t in = whole(dtype, 96);
                    const std::int64_t hidden = whole(dtype, 160);
                    const std::array<StoredWeight, 3> weights{
                        random_weight(random_, dtype, hidden, in),
                        random_weight(random_, dtype, hidden, in),
                        random_weight(random_, dtype, 96, hidden)};
                    const auto x = normal_values(random_, rows * in, spread);
                    EXPECT_LT(worst_row_error(mlp(*card_, x, rows, weights, activation),
                                              mlp(*oracle_, x, rows, weights, activation),
                                              rows * 96),
                              bound(dtype) * 3)
                        << to_string(dtype) << ", rows " << rows << ", spread " << spread << seed();
                }
}

TEST_F(OnTheCard, NormsAndRowsOfATableAreTheOracles)
{
    for (const std::int64_t dim : {1, 31, 64, 576, 4096, 5000})
        for (const bool post : {false, true})
            for (const std::int64_t rows : {1, 3, 40}) {
                const auto x = normal_values(random_, rows * dim);
                const auto delta = normal_values(random_, rows * dim);
                const auto gain = normal_values(random_, dim);
                const auto run = [&](Backend& backend) {
                    const Tensor residual = make(backend, {rows, dim}, x);
                    const Tensor out = make_poisoned(backend, {rows, dim});
                    const Tensor gains = make(backend, {dim}, gain);
                    backend.add_rms_norm(
                        out, residual, {make(backend, {rows, dim}, delta), post ? gains : Tensor{}},
                        gains, 1e-5F);
                    auto all = values_of(backend, out);
                    const auto sums = values_of(backend, residual);
                    all.insert(all.end(), sums.begin(), sums.end());
                    return all;
                };
                EXPECT_LT(worst_row_error(run(*card_), run(*oracle_), rows * dim), kFloatSums)
                    << dim << " x " << rows << seed();
            }
    for (const DType dtype : kWeightTypes) {
        const std::int64_t dim = whole(dtype, 160);
        const StoredWeight table = random_weight(random_, dtype, 77, dim);
        const auto run = [&](Backend& backend) {
            const Tensor out = make_poisoned(backend, {4, dim});
            backend.embed(out, load(backend, table), make(backend, {0, 76, 16, 33}), 2.0F);
            return values_of(backend, out);
        };
        EXPECT_LT(worst_row_error(run(*card_), run(*oracle_), dim),
                  dtype == DType::f32 ? 1e-7 : 1e-3)
            << to_string(dtype) << seed();
    }
}

TEST_F(OnTheCard, LossesAndLogitsAreTheOracles)
{
    for (const DType dtype : kWeightTypes)
        for (const float cap : {0.0F, 3.0F}) {
            const std::int64_t dim = whole(dtype, 96);
            const StoredWeight table = random_weight(random_, dtype, 1003, dim);
            const auto hidden = normal_values(random_, 70 * dim, 3.0F);
            std::vector<std::int32_t> targets(70);
            for (std::int32_t& target : targets)
                target = static_cast<std::int32_t>(random_.below(1004)) - 1;
            const auto run = [&](Backend& backend) {
                const Head head{{load(backend, table), {}, {}}, cap};
                const Tensor nll = make_poisoned(backend, {70});
                const Tensor logits = make_poisoned(backend, {5, 1003});
                const Tensor x = make(backend, {70, dim}, hidden);
                backend.cross_entropy(nll, x, head, make(backend, targets));
                backend.logits(logits, x.rows(3, 5), head);
                auto all = values_of(backend, nll);
                const auto some = values_of(backend, logits);
                all.insert(all.end(), some.begin(), some.end());
                return all;
            };
            const auto ours = run(*card_);
            EXPECT_LT(worst_row_error(ours, run(*oracle_), static_cast<std::int64_t>(ours.size())),
                      bound(dtype))
                << to_string(dtype) << seed();
        }
}

constexpr RowRun kMixedRuns[] = {{1, 0, 0},   {1, 33, 0}, {2, 5, 0},    {3, 30, 0},
                                 {17, 31, 0}, {64, 0, 0}, {70, 129, 0}, {65, 3, 0}};
constexpr RowRun kLongRuns[] = {{1, 3000, 0}, {5, 1030, 0}, {200, 800, 0}};

TEST_F(OnTheCard, AttentionOfEveryShapeIsTheOracles)
{
    const std::array<std::array<std::int64_t, 2>, 6> groupings{
        {{2, 2}, {6, 2}, {9, 3}, {8, 2}, {8, 1}, {7, 1}}};
    for (const DType dtype : {DType::f32, DType::f16, DType::q8_0})
        for (const std::int64_t dim : {32, 64, 80, 96, 128, 256})
            for (const auto& [heads, kv_heads] : groupings)
                if (dtype != DType::q8_0 || dim % 32 == 0)
                    expect_attention(dtype, shape_of(heads, kv_heads, dim), kMixedRuns, 32);
}

TEST_F(OnTheCard, LongCachesWindowsAndCapsAreTheOracles)
{
    for (const DType dtype : {DType::f16, DType::q8_0})
        for (const std::int32_t window : {0, 100, 1024})
            for (const float cap : {0.0F, 4.0F}) {
                AttentionShape shape = shape_of(6, 2, 64);
                shape.window = window;
                shape.soft_cap = cap;
                expect_attention(dtype, shape, kLongRuns, 32);
            }
}

TEST_F(OnTheCard, KeysAreNormedTurnedAndStoredAsTheOraclesAre)
{
    for (const DType dtype : {DType::f32, DType::f16, DType::q8_0})
        for (const bool norms : {false, true})
            for (const bool interleaved : {false, true}) {
                const AttentionShape shape = shape_of(6, 2, 64);
                const ShuffledLayout layout(random_, kMixedRuns, 32);
                const auto q = normal_values(random_, layout.rows * 6 * 64);
                const auto k = normal_values(random_, layout.rows * 2 * 64);
                const auto gain = normal_values(random_, 64);
                const auto angles = normal_values(random_, 300 * 24);
                const auto run = [&](Backend& backend) {
                    const auto poison = [&](std::int64_t width) {
                        const Shape all{layout.pages * 32, width};
                        return make(backend, dtype, all,
                                    std::vector<std::byte>(byte_size(all, dtype).value()));
                    };
                    const KvPages kv{poison(128), poison(128), 32};
                    const Tensor gains = norms ? make(backend, {64}, gain) : Tensor{};
                    const Tensor qs = make(backend, {layout.rows, 384}, q);
                    const Tensor ks = make(backend, {layout.rows, 128}, k);
                    backend.rope_append(qs, ks, make(backend, {layout.rows, 128}, k), kv,
                                        {gains, gains, 1e-6F},
                                        {make(backend, {300, 24}, angles),
                                         make(backend, {300, 24}, angles), 48, interleaved},
                                        shape, layout.view());
                    auto all = values_of(backend, qs);
                    for (const Tensor& tensor : {kv.keys, kv.values}) {
                        const auto values = values_of(backend, tensor);
                        all.insert(all.end(), values.begin(), values.end());
                    }
                    return all;
                };
                const auto ours = run(*card_);
                EXPECT_LT(
                    worst_row_error(ours, run(*oracle_), static_cast<std::int64_t>(ours.size())),
                    dtype == DType::f32 ? 1e-6 : 1e-3)
                    << to_string(dtype) << seed();
            }
}

} // namespace
} // namespace longhand::tensor
