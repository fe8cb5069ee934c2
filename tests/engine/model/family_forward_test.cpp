// SPDX-License-Identifier: GPL-3.0-or-later
// What families have besides a plain decoder, over random weights: the forward pass keeps its
// properties, and what a switch does is what it says.
#include "engine/model/random_model.h"
#include "engine/tensor/cpu/cpu_backend.h"
#include "tests/support/tiny_model.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

namespace longhand::model {
namespace {

using test::logits_of;
using test::random_tokens;
using test::relative_error;

std::shared_ptr<const Transformer> load(const ModelConfig& config, const WeightSource& source)
{
    return Transformer::load(config, source, tensor::make_cpu_backend()).value();
}

const WeightSource kWeights = random_weights(tensor::DType::f32, Seed{31});

// Everything at once, as no family has it.
ModelConfig everything()
{
    ModelConfig config = test::tiny_config();
    config.layers = 4;
    config.qkv_bias = config.o_bias = config.mlp_bias = true;
    config.head_norms = config.post_norms = true;
    config.embedding_scale = 8.0F;
    config.attention_scale = 0.3;
    config.attention_soft_cap = 5.0F;
    config.final_soft_cap = 3.0F;
    config.windows = {7, 0, 12, 0};
    config.rotary_dim = 8;
    config.rope = parse_rope_rule("yarn:4:64").value();
    config.local_rope_theta = 500.0;
    return config;
}

TEST(Families, PrefillInChunksGivesTheLogitsOfPrefillAtOnce)
{
    const auto model = load(everything(), kWeights);
    const auto tokens = random_tokens(Seed{7}, 90);
    const auto whole = logits_of(model, tokens, 90);
    for (const std::int64_t chunk : {1, 5, 33})
        EXPECT_LT(relative_error(logits_of(model, tokens, chunk), whole), 1e-5) << chunk;
}

TEST(Families, EverySwitchChangesTheLogits)
{
    const auto tokens = random_tokens(Seed{7}, 60);
    const auto logits = logits_of(load(everything(), kWeights), tokens, 60);
    const auto differs = [&](const std::function<void(ModelConfig&)>& change) {
        ModelConfig config = everything();
        change(config);
        return relative_error(logits_of(load(config, kWeights), tokens, 60), logits) > 1e-4;
    };
    EXPECT_TRUE(differs([](ModelConfig& config) { config.qkv_bias = false; }));
    EXPECT_TRUE(differs([](ModelConfig& config) { config.o_bias = false; }));
    EXPECT_TRUE(differs([](ModelConfig& config) { config.mlp_bias = false; }));
    EXPECT_TRUE(differs([](ModelConfig& config) { config.head_norms = false; }));
    EXPECT_TRUE(differs([](ModelConfig& config) { config.post_norms = false; }));
    EXPECT_TRUE(differs([](ModelConfig& config) { config.norm_offset = 1.0F; }));
    EXPECT_TRUE(differs([](ModelConfig& config) { config.embedding_scale = 1.0F; }));
    EXPECT_TRUE(differs([](ModelConfig& config) { config.attention_scale = 0.0; }));
    EXPECT_TRUE(differs([](ModelConfig& config) { config.attention_soft_cap = 0.0F; }));
    EXPECT_TRUE(differs([](ModelConfig& config) { config.final_soft_cap = 0.0F; }));
    EXPECT_TRUE(differs([](ModelConfig& config) { config.windows.clear(); }));
    EXPECT_TRUE(differs([](ModelConfig& config) { config.rotary_dim = 16; }));
    EXPECT_TRUE(differs([](ModelConfig& config) { config.rope = {}; }));
    EXPECT_TRUE(differs([](ModelConfig& config) { config.local_rope_theta = 0.0; }));
    EXPECT_TRUE(differs([](ModelConfig& config) { config.activation = tensor::Activation::gelu; }));
}

// With one layer the window is all that a token knows of the past.
TEST(Families, ATokenSeesItselfAndTheWindowLessOneBeforeIt)
{
    ModelConfig config = test::tiny_config();
    config.layers = 1;
    config.windows = {6};
    const auto model = load(config, kWeights);
    auto tokens = random_tokens(Seed{3}, 40);
    const auto before = logits_of(model, tokens, 40);
    tokens[20] = (tokens[20] + 1) % 100;
    const auto after = logits_of(model, tokens, 40);
    const auto row = [](const std::vector<float>& logits, std::size_t index) {
        return std::span(logits).subspan(index * test::kTinyVocabulary, test::kTinyVocabulary);
    };
    for (const std::size_t index : {19U, 26U, 30U, 39U})
        EXPECT_TRUE(std::ranges::equal(row(before, index), row(after, index))) << index;
    for (const std::size_t index : {20U, 21U, 25U})
        EXPECT_GT(relative_error(row(after, index), row(before, index)), 1e-4) << index;
}

// Answers for a fused matrix or bias with the rows of its parts.
WeightSource fusing(const ModelConfig& apart)
{
    return [apart](const std::string& name, const tensor::Shape& shape) -> Result<HostWeight> {
        const bool qkv = name.find("attn_qkv") != std::string::npos;
        if (!qkv && name.find("gate_up") == std::string::npos)
            return kWeights(name, shape);
        const std::string tail = name.substr(name.rfind('.'));
        const std::string head = name.substr(0, name.find('.', 4) + 1);
        const std::vector<std::pair<std::string, std::int64_t>> parts =
            qkv ? std::vector<std::pair<std::string, std::int64_t>>{{"attn_q", apart.q_dim()},
                                                                    {"attn_k", apart.kv_dim()},
                                                                    {"attn_v", apart.kv_dim()}}
                : std::vector<std::pair<std::string, std::int64_t>>{{"ffn_gate", apart.mlp_dim},
                                                                    {"ffn_up", apart.mlp_dim}};
        auto joined = std::make_shared<std::vector<std::byte>>();
        for (const auto& [part, rows] : parts) {
            const tensor::Shape own = shape.rank() == 2 ? tensor::Shape{rows, shape[1]}
                                                        : tensor::Shape{rows};
            TRY(const HostWeight weight, kWeights(head + part + tail, own));
            joined->insert(joined->end(), weight.bytes.begin(), weight.bytes.end());
        }
        return HostWeight{*joined, tensor::DType::f32, joined};
    };
}

TEST(Families, FusedMatricesAreTheRowsOfTheirParts)
{
    const ModelConfig apart = everything();
    ModelConfig fused = apart;
    fused.names.qkv = "blk.{}.attn_qkv.weight";
    fused.names.gate_up = "blk.{}.gate_up.weight";
    const auto tokens = random_tokens(Seed{7}, 40);
    const auto expected = load(apart, kWeights);
    const auto made = load(fused, fusing(apart));
    EXPECT_EQ(logits_of(made, tokens, 40), logits_of(expected, tokens, 40));
    EXPECT_EQ(made->weight_bytes(), expected->weight_bytes());
    EXPECT_EQ(made->bytes_per_token(), expected->bytes_per_token());
}

TEST(Families, WeightBytesAreCountedBeforeAndAfterLoadingAlike)
{
    EXPECT_EQ(load(everything(), kWeights)->weight_bytes(),
              weight_bytes_of(everything(), tensor::DType::f32).value());
}

// A rule whose table depends on length takes the planned one: the logits of a session do not
// depend on how much of it is used.
TEST(Families, ARuleThatDependsOnLengthTakesThePlannedOne)
{
    ModelConfig config = test::tiny_config();
    config.rope = parse_rope_rule("dynamic:4:16").value();
    const auto model = load(config, kWeights);
    const auto tokens = random_tokens(Seed{7}, 10);
    const auto planned = [&](std::int64_t positions) {
        const auto runner = Runner::make(model, {.positions = positions,
                                                 .step_rows = 10,
                                                 .logit_rows = 10,
                                                 .kv_dtype = tensor::DType::f32})
                                .value();
        KvSequence sequence = runner->make_sequence();
        const SequenceTokens part{&sequence, tokens};
        EXPECT_TRUE(runner->forward(std::span(&part, 1), {0, 10}));
        std::vector<float> logits(10 * test::kTinyVocabulary);
        runner->logits(0, 10, logits);
        return logits;
    };
    EXPECT_EQ(planned(10), planned(16));  // both within the original length
    EXPECT_GT(relative_error(planned(64), planned(16)), 1e-4);
}

}  // namespace
}  // namespace longhand::model
