// SPDX-License-Identifier: GPL-3.0-or-later
// The embedded model with its weights in every type: what products with 8-bit inputs cost, apart
// from what rounding the weights costs.
#include "engine/eval/perplexity.h"
#include "engine/infer/convert.h"
#include "engine/tensor/cpu/cpu_backend.h"
#include "engine/tensor/cpu/number_format.h"
#include "tests/golden/reference.h"
#include "tests/support/environment.h"

#include <gtest/gtest.h>

namespace longhand {
namespace {

constexpr std::size_t kTokens = 512;  // of the reference's book

// Matrices as f32, so that nothing is rounded but what the file has rounded already.
model::WeightSource widened(const checkpoint::Checkpoint& file)
{
    return [source = model::weights_of(file)](
               const std::string& name, const tensor::Shape& shape) -> Result<model::HostWeight> {
        TRY(const model::HostWeight weight, source(name, shape));
        const auto values =
            std::make_shared<std::vector<float>>(static_cast<std::size_t>(shape.count()));
        tensor::dequantise(*values, weight.dtype, weight.bytes);
        return model::HostWeight{std::as_bytes(std::span(*values)), tensor::DType::f32, values};
    };
}

double mean_nll(const model::ModelConfig& config, const model::WeightSource& weights,
                const std::vector<TokenId>& tokens)
{
    const auto transformer =
        model::Transformer::load(config, weights, tensor::make_cpu_backend()).value();
    const auto length = static_cast<std::int64_t>(tokens.size());
    const std::vector<std::vector<TokenId>> streams = {tokens};
    return eval::sliding_window(transformer, streams, length, length - 1, {}).value().mean_nll;
}

class Quantised : public testing::TestWithParam<tensor::DType> {};

TEST_P(Quantised, WeightsPredictAsWellAsTheSameWeightsInF32)
{
    const auto golden = test::reference("smollm2-135m-instruct");
    const auto embedded = test::embedded_model_file();
    if (!golden || !embedded)
        GTEST_SKIP() << test::missing(golden ? "LONGHAND_MODELS" : "LONGHAND_GOLDEN");
    std::vector<TokenId> tokens = golden->ids("book/input_ids");
    tokens.resize(kTokens);
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "model.gguf";
    const auto made = infer::convert_model(*embedded, path, {.type = GetParam()});
    ASSERT_TRUE(made.ok()) << to_string(made.error());
    const auto file = checkpoint::Checkpoint::open(path).value();
    const auto config = model::read_config(file).value();
    const double stored = mean_nll(config, model::weights_of(file), tokens);
    const double wide = mean_nll(config, widened(file), tokens);
    std::printf("%-7s mean NLL %.4f, the same weights in f32 %.4f, apart %+.4f (%.0f MB)\n",
                std::string(to_string(GetParam())).c_str(), stored, wide, stored - wide,
                static_cast<double>(made->bytes) / 1e6);
    EXPECT_NEAR(stored, wide, 0.02);
}

using tensor::DType;
INSTANTIATE_TEST_SUITE_P(Types, Quantised,
                         testing::Values(DType::f16, DType::bf16, DType::q8_0, DType::q6_k,
                                         DType::q5_k, DType::q5_0, DType::q5_1, DType::q4_k,
                                         DType::q4_0, DType::q4_1, DType::iq4_nl, DType::iq4_xs,
                                         DType::q3_k, DType::q2_k),
                         [](const auto& type) { return std::string(to_string(type.param)); });

}  // namespace
}  // namespace longhand
