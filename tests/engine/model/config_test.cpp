// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/config.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

namespace longhand::model {
namespace {

using checkpoint::KeyValues;
using testing::HasSubstr;

KeyValues llama_keys()
{
    KeyValues keys;
    keys.set("general.architecture", std::string("llama"));
    keys.set("llama.block_count", std::int64_t{30});
    keys.set("llama.context_length", std::int64_t{8192});
    keys.set("llama.embedding_length", std::int64_t{576});
    keys.set("llama.feed_forward_length", std::int64_t{1536});
    keys.set("llama.attention.head_count", std::int64_t{9});
    keys.set("llama.attention.head_count_kv", std::int64_t{3});
    keys.set("llama.attention.layer_norm_rms_epsilon", 1e-5);
    keys.set("llama.rope.freq_base", 1e5);
    keys.set("llama.rope.dimension_count", std::int64_t{64});
    return keys;
}

std::string llama_json(const std::string& more)
{
    return R"({"model_type": "llama", "hidden_size": 64, "intermediate_size": 112,
               "num_attention_heads": 8, "num_hidden_layers": 2, "num_key_value_heads": 2,
               "vocab_size": 160, "rms_norm_eps": 1e-05, "max_position_embeddings": 128,
               "attention_bias": false, "hidden_act": "silu")" +
           more + "}";
}

Error error_of(const Result<ModelConfig>& result)
{
    EXPECT_FALSE(result.ok());
    return result.ok() ? Error{} : result.error();
}

TEST(GgufConfig, ReadsEveryField)
{
    const auto config = config_from_key_values(llama_keys(), std::nullopt).value();
    EXPECT_EQ(config.layers, 30);
    EXPECT_EQ(config.dim, 576);
    EXPECT_EQ(config.heads, 9);
    EXPECT_EQ(config.kv_heads, 3);
    EXPECT_EQ(config.head_dim, 64);
    EXPECT_EQ(config.mlp_dim, 1536);
    EXPECT_EQ(config.context_length, 8192);
    EXPECT_FLOAT_EQ(config.rms_eps, 1e-5F);
    EXPECT_EQ(config.rope_theta, 1e5);
    EXPECT_EQ(config.rope, RopeRule{});
    EXPECT_TRUE(config.rope_interleaved);
}

TEST(GgufConfig, AnAbsentScalingTypeMeansLinear)
{
    auto keys = llama_keys();
    keys.set("llama.rope.scaling.factor", 4.0);
    EXPECT_EQ(config_from_key_values(keys, std::nullopt)->rope,
              (RopeRule{.kind = RopeKind::linear, .factor = 4.0}));
    keys = llama_keys();
    keys.set("llama.rope.scale_linear", 2.0);
    EXPECT_EQ(config_from_key_values(keys, std::nullopt)->rope,
              (RopeRule{.kind = RopeKind::linear, .factor = 2.0}));
}

TEST(GgufConfig, AnUnknownRuleIsAnErrorUnlessOneIsGiven)
{
    auto keys = llama_keys();
    keys.set("llama.rope.scaling.type", std::string("mystery"));
    keys.set("llama.rope.scaling.factor", 4.0);
    const Error error = error_of(config_from_key_values(keys, std::nullopt));
    EXPECT_EQ(error.kind, ErrorKind::unsupported);
    EXPECT_THAT(error.message, HasSubstr("mystery"));
    EXPECT_TRUE(config_from_key_values(keys, RopeRule{}).ok());
}

TEST(GgufConfig, AGivenRuleStretchesTheClaimedLength)
{
    const RopeRule linear{.kind = RopeKind::linear, .factor = 4.0};
    const auto config = config_from_key_values(llama_keys(), linear).value();
    EXPECT_EQ(config.context_length, 32768);
    EXPECT_EQ(config.rope.factor, 4.0);
    EXPECT_EQ(config.rope.original_length, 8192);
    // A base says nothing of how far it reaches.
    EXPECT_EQ(config_from_key_values(llama_keys(), RopeRule{.base = 5e5})->context_length, 8192);
}

TEST(GgufConfig, UnknownArchitecturesAreRefusedWithTheKnownOnes)
{
    auto keys = llama_keys();
    keys.set("general.architecture", std::string("mamba"));
    const Error error = error_of(config_from_key_values(keys, std::nullopt));
    EXPECT_EQ(error.kind, ErrorKind::unsupported);
    EXPECT_THAT(error.message, HasSubstr("mamba"));
    EXPECT_THAT(error.message, HasSubstr("supported: llama"));
}

TEST(GgufConfig, KeysThatChangeResultsAreRefusedByName)
{
    for (const char* const key :
         {"llama.expert_count", "llama.logit_scale", "llama.attention.clamp_kqv",
          "llama.attention.value_length", "llama.rope.dimension_sections"}) {
        auto keys = llama_keys();
        keys.set(key, std::int64_t{8});
        const Error error = error_of(config_from_key_values(keys, std::nullopt));
        EXPECT_EQ(error.kind, ErrorKind::unsupported) << key;
        EXPECT_THAT(error.message, HasSubstr(key));
    }
    auto keys = llama_keys();
    keys.set("llama.expert_count", std::int64_t{0});
    EXPECT_TRUE(config_from_key_values(keys, std::nullopt).ok());
}

TEST(GgufConfig, RotaryKeysOfTheWrongTypeAreCorruptAndNamedNotIgnored)
{
    const std::pair<const char*, checkpoint::Value> cases[] = {
        {"llama.rope.freq_base", std::string("10000")},
        {"llama.rope.scaling.type", std::int64_t{2}},
        {"llama.rope.scaling.factor", std::string("4")},
        {"llama.rope.scale_linear", true}};
    for (const auto& [key, value] : cases) {
        auto keys = llama_keys();
        keys.set(key, value);
        const Error error = error_of(config_from_key_values(keys, std::nullopt));
        EXPECT_EQ(error.kind, ErrorKind::corrupt) << key;
        EXPECT_THAT(error.message, HasSubstr(key));
    }
}

TEST(GgufConfig, ALengthThatNoModelHasStaysOneWhenItIsStretched)
{
    auto keys = llama_keys();
    keys.set("llama.context_length", std::numeric_limits<std::int64_t>::max());
    const RopeRule linear{.kind = RopeKind::linear, .factor = 1024.0};
    auto config = config_from_key_values(keys, linear);
    ASSERT_TRUE(config.ok());
    config->vocabulary = 100;
    EXPECT_EQ(check(*config).error().kind, ErrorKind::corrupt);
    EXPECT_EQ(stretched(1000, 2.5), 2500);
    EXPECT_EQ(stretched(1000, 0.5), 1000);
}

TEST(GgufConfig, AMissingKeyIsNamed)
{
    KeyValues keys;
    keys.set("general.architecture", std::string("llama"));
    const Error error = error_of(config_from_key_values(keys, std::nullopt));
    EXPECT_EQ(error.kind, ErrorKind::corrupt);
    EXPECT_THAT(error.message, HasSubstr("llama.block_count"));
}

TEST(JsonConfig, ReadsTheNewerLayout)
{
    const auto config = config_from_json(
        llama_json(R"(, "head_dim": 16, "rope_parameters":
                       {"rope_type": "linear", "factor": 4.0, "rope_theta": 500000.0})"),
        std::nullopt);
    ASSERT_TRUE(config.ok()) << config.error().message;
    EXPECT_EQ(config->head_dim, 16);
    EXPECT_EQ(config->rope_theta, 500000.0);
    EXPECT_EQ(config->rope, (RopeRule{.kind = RopeKind::linear, .factor = 4.0}));
    EXPECT_FALSE(config->rope_interleaved);
    EXPECT_FALSE(config->tied_head);
}

TEST(JsonConfig, ReadsTheOlderLayoutWithEitherNameOfTheRule)
{
    for (const char* const name : {"type", "rope_type"}) {
        const auto config =
            config_from_json(llama_json(R"(, "rope_theta": 20000, "tie_word_embeddings": true,
                                           "rope_scaling": {")" +
                                        std::string(name) + R"(": "linear", "factor": 2})"),
                             std::nullopt);
        ASSERT_TRUE(config.ok()) << config.error().message;
        EXPECT_EQ(config->head_dim, 8);
        EXPECT_EQ(config->rope_theta, 20000.0);
        EXPECT_EQ(config->rope, (RopeRule{.kind = RopeKind::linear, .factor = 2.0}));
        EXPECT_TRUE(config->tied_head);
    }
}

TEST(JsonConfig, NullAndAbsentScalingMeanNoRule)
{
    EXPECT_EQ(config_from_json(llama_json(""), std::nullopt)->rope, RopeRule{});
    EXPECT_EQ(config_from_json(llama_json(R"(, "rope_scaling": null)"), std::nullopt)->rope,
              RopeRule{});
}

TEST(JsonConfig, UnknownRulesAreErrorsInBothLayouts)
{
    for (const char* const rope :
         {R"(, "rope_scaling": {"type": "mystery", "factor": 4})",
          R"(, "rope_scaling": {"factor": 4})",
          R"(, "rope_parameters": {"rope_type": "proportional", "factor": 8})",
          R"(, "rope_parameters": {"chunked_attention": {"rope_type": "default"}})",
          R"(, "rope_scaling": {"type": "linear"})"}) {
        EXPECT_FALSE(config_from_json(llama_json(rope), std::nullopt).ok()) << rope;
    }
}

TEST(JsonConfig, FieldsThatChangeResultsAreRefusedByName)
{
    for (const char* const field :
         {R"("sliding_window": 4096)", R"("final_logit_softcapping": 30.0)",
          R"("query_pre_attn_scalar": 128)", R"("num_local_experts": 8)", R"("use_qk_norm": true)",
          R"("quantization_config": {"bits": 4})", R"("embedding_multiplier": 12.0)"}) {
        const Error error =
            error_of(config_from_json(llama_json(", " + std::string(field)), std::nullopt));
        EXPECT_EQ(error.kind, ErrorKind::unsupported) << field;
        const std::string name = std::string(field).substr(1, std::string(field).find('"', 1) - 1);
        EXPECT_THAT(error.message, HasSubstr(name));
    }
    std::string relu = llama_json("");
    relu.replace(relu.find("silu"), 4, "relu");
    EXPECT_THAT(error_of(config_from_json(relu, std::nullopt)).message, HasSubstr("relu"));
}

TEST(JsonConfig, AnotherModelTypeIsRefusedWithTheKnownOnes)
{
    std::string other = llama_json("");
    other.replace(other.find("llama"), 5, "qwen9");
    const Error error = error_of(config_from_json(other, std::nullopt));
    EXPECT_EQ(error.kind, ErrorKind::unsupported);
    EXPECT_THAT(error.message, HasSubstr("supported: llama"));
}

TEST(JsonConfig, HostileContentIsAnError)
{
    for (const char* const json :
         {"", "{", "[]", "null", "{\"model_type\": 3}", "{\"model_type\": \"llama\"}"})
        EXPECT_FALSE(config_from_json(json, std::nullopt).ok()) << json;
    const std::string good = llama_json("");
    for (std::size_t cut = 0; cut < good.size(); ++cut)
        EXPECT_FALSE(config_from_json(std::string_view(good).substr(0, cut), std::nullopt).ok());
}

TEST(JsonConfig, BiasesAndActivationsAreHonoured)
{
    std::string biased = llama_json(R"(, "mlp_bias": true)");
    biased.replace(biased.find("false"), 5, "true");
    biased.replace(biased.find("silu"), 4, "gelu");
    const auto config = config_from_json(biased, std::nullopt);
    ASSERT_TRUE(config.ok()) << config.error().message;
    EXPECT_TRUE(config->qkv_bias && config->o_bias && config->mlp_bias);
    EXPECT_EQ(config->activation, tensor::Activation::gelu);
}

TEST(ModelConfig, ImpossibleSizesAreCorrupt)
{
    const auto sound = [] {
        ModelConfig config = config_from_json(llama_json(""), std::nullopt).value();
        EXPECT_TRUE(check(config).ok());
        return config;
    };
    ModelConfig config = sound();
    config.kv_heads = 3;
    EXPECT_EQ(check(config).error().kind, ErrorKind::corrupt);
    config = sound();
    config.head_dim = 7;
    EXPECT_EQ(check(config).error().kind, ErrorKind::corrupt);
    config = sound();
    config.vocabulary = std::int64_t{1} << 40;
    EXPECT_EQ(check(config).error().kind, ErrorKind::corrupt);
    config = sound();
    config.rms_eps = -1.0F;
    EXPECT_EQ(check(config).error().kind, ErrorKind::corrupt);
    config = sound();
    config.layers = 0;
    EXPECT_EQ(check(config).error().kind, ErrorKind::corrupt);
}

}  // namespace
}  // namespace longhand::model
