// SPDX-License-Identifier: GPL-3.0-or-later
// What configs of the families say besides sizes, as their published files have it.
#include "engine/model/config.h"

#include "engine/model/family.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace longhand::model {
namespace {

using checkpoint::KeyValues;
using testing::ElementsAre;
using testing::HasSubstr;

ModelConfig from_json(const std::string& type, const std::string& more)
{
    const std::string json =
        R"({"model_type": ")" + type +
        R"(", "hidden_size": 64, "intermediate_size": 112, "num_attention_heads": 4,
            "num_hidden_layers": 4, "num_key_value_heads": 2, "vocab_size": 160,
            "max_position_embeddings": 4096)" +
        more + "}";
    const auto config = config_from_json(json, std::nullopt);
    EXPECT_TRUE(config.ok()) << to_string(config.error());
    return config.ok() ? *config : ModelConfig{};
}

KeyValues keys_of(const std::string& architecture)
{
    KeyValues keys;
    keys.set("general.architecture", architecture);
    for (const auto& [key, value] :
         {std::pair("block_count", 4), std::pair("context_length", 4096),
          std::pair("embedding_length", 64), std::pair("feed_forward_length", 112),
          std::pair("attention.head_count", 4), std::pair("attention.head_count_kv", 2)})
        keys.set(architecture + "." + key, std::int64_t{value});
    keys.set(architecture + ".attention.layer_norm_rms_epsilon", 1e-6);
    return keys;
}

ModelConfig from_keys(const KeyValues& keys)
{
    const auto config = config_from_key_values(keys, std::nullopt);
    EXPECT_TRUE(config.ok()) << to_string(config.error());
    return config.ok() ? *config : ModelConfig{};
}

TEST(Families, AreListed)
{
    EXPECT_THAT(supported_architectures(),
                ElementsAre("llama", "mistral", "qwen2", "qwen3", "gemma2", "gemma3", "phi3"));
    const auto refused = config_from_json(R"({"model_type": "mamba"})", std::nullopt);
    EXPECT_THAT(refused.error().message, HasSubstr("gemma3_text"));
}

TEST(Mistral, HasItsWindowOnEveryLayerUnlessItIsNull)
{
    EXPECT_THAT(from_json("mistral", "").windows, ElementsAre(4096, 4096, 4096, 4096));
    EXPECT_THAT(from_json("mistral", R"(, "sliding_window": 24)").windows,
                ElementsAre(24, 24, 24, 24));
    EXPECT_TRUE(from_json("mistral", R"(, "sliding_window": null)").windows.empty());
}

TEST(Qwen2, HasBiasesAndAWindowOnlyIfItIsUsed)
{
    const ModelConfig plain = from_json("qwen2", R"(, "sliding_window": 24)");
    EXPECT_TRUE(plain.qkv_bias);
    EXPECT_FALSE(plain.o_bias);
    EXPECT_TRUE(plain.windows.empty());
    const std::string used = R"(, "sliding_window": 24, "use_sliding_window": true)";
    EXPECT_THAT(from_json("qwen2", used + R"(, "max_window_layers": 3)").windows,
                ElementsAre(0, 0, 0, 24));
    EXPECT_TRUE(from_json("qwen2", used).windows.empty()); // the habit is 28 layers without
    EXPECT_THAT(from_json("qwen2", used + R"(, "layer_types": ["full_attention",
                    "sliding_attention", "full_attention", "full_attention"])")
                    .windows,
                ElementsAre(0, 24, 0, 0));
}

TEST(Qwen3, NormsHeadsThatHaveAWidthOfTheirOwn)
{
    const ModelConfig config = from_json("qwen3", "");
    EXPECT_TRUE(config.head_norms);
    EXPECT_FALSE(config.qkv_bias);
    EXPECT_EQ(config.head_dim, 128);
    EXPECT_EQ(from_json("qwen3", R"(, "head_dim": 32)").head_dim, 32);
}

TEST(Gemma2, TakesWhatItsFilesLeaveUnsaid)
{
    const ModelConfig config = from_json("gemma2", "");
    EXPECT_EQ(config.activation, tensor::Activation::gelu_tanh);
    EXPECT_TRUE(config.tied_head && config.post_norms);
    EXPECT_FALSE(config.head_norms);
    EXPECT_EQ(config.norm_offset, 1.0F);
    EXPECT_EQ(config.embedding_scale, 8.0F);
    EXPECT_EQ(config.attention_soft_cap, 50.0F);
    EXPECT_EQ(config.final_soft_cap, 30.0F);
    EXPECT_DOUBLE_EQ(config.attention_scale, 1.0 / 16.0);
    EXPECT_EQ(config.head_dim, 256);
    EXPECT_THAT(config.windows, ElementsAre(4096, 0, 4096, 0));
    EXPECT_EQ(config.local_rope_theta, 0.0);
    EXPECT_EQ(from_json("gemma2", R"(, "final_logit_softcapping": null)").final_soft_cap, 0.0F);
}

TEST(Gemma3, TurnsLayersWithAWindowByABaseOfTheirOwnInBothLayouts)
{
    const ModelConfig older = from_json("gemma3_text", R"(, "rope_theta": 1000000.0,
        "rope_local_base_freq": 20000.0, "rope_scaling": {"rope_type": "linear", "factor": 8.0},
        "sliding_window": 512, "sliding_window_pattern": 3)");
    const ModelConfig newer = from_json("gemma3_text", R"(, "sliding_window": 512,
        "layer_types": ["sliding_attention", "sliding_attention", "full_attention",
                        "sliding_attention"],
        "rope_parameters": {"full_attention": {"rope_type": "linear", "factor": 8.0,
                                               "rope_theta": 1000000.0},
                            "sliding_attention": {"rope_type": "default",
                                                  "rope_theta": 20000.0}})");
    for (const ModelConfig& config : {older, newer}) {
        EXPECT_THAT(config.windows, ElementsAre(512, 512, 0, 512));
        EXPECT_EQ(config.rope_theta, 1e6);
        EXPECT_EQ(config.rope, (RopeRule{.kind = RopeKind::linear, .factor = 8.0}));
        EXPECT_EQ(config.local_rope_theta, 2e4);
        EXPECT_EQ(config.local_rope, RopeRule{});
        EXPECT_TRUE(config.turns_locally(0));
        EXPECT_FALSE(config.turns_locally(2));
        EXPECT_EQ(config.final_soft_cap, 0.0F);
    }
}

TEST(Phi3, HasFusedMatricesAndTurnsPartOfAHead)
{
    const ModelConfig config = from_json("phi3", R"(, "partial_rotary_factor": 0.75,
        "max_position_embeddings": 131072, "original_max_position_embeddings": 4096,
        "rope_scaling": {"type": "su", "short_factor": [1, 1, 1, 1, 1, 1],
                         "long_factor": [1, 2, 3, 4, 5, 6]})");
    EXPECT_FALSE(config.names.qkv.empty() || config.names.gate_up.empty());
    EXPECT_EQ(config.rotary_dim, 12);
    EXPECT_EQ(config.rope.kind, RopeKind::longrope);
    EXPECT_EQ(config.rope.factor, 32.0);
    EXPECT_EQ(config.rope.original_length, 4096);
    EXPECT_EQ(config.context_length, 131072);
    EXPECT_TRUE(check(config).ok());
}

TEST(GgufFamilies, HaveTheHabitsThatTheirKeysLeaveUnsaid)
{
    const ModelConfig llama = from_keys(keys_of("llama"));
    EXPECT_TRUE(llama.rope_interleaved);
    EXPECT_TRUE(llama.windows.empty());
    const ModelConfig qwen3 = from_keys(keys_of("qwen3"));
    EXPECT_TRUE(qwen3.head_norms && !qwen3.rope_interleaved);
    const ModelConfig gemma2 = from_keys(keys_of("gemma2"));
    EXPECT_THAT(gemma2.windows, ElementsAre(4096, 0, 4096, 0));
    EXPECT_EQ(gemma2.norm_offset, 0.0F); // added by the converter
    EXPECT_EQ(gemma2.embedding_scale, 8.0F);
    EXPECT_EQ(gemma2.attention_scale, 0.0);
    EXPECT_EQ(gemma2.final_soft_cap, 30.0F);
    const ModelConfig gemma3 = from_keys(keys_of("gemma3"));
    EXPECT_THAT(gemma3.windows, ElementsAre(4096, 4096, 4096, 4096));
    EXPECT_EQ(gemma3.local_rope_theta, 1e4);
    EXPECT_EQ(gemma3.final_soft_cap, 0.0F);
    EXPECT_EQ(from_keys(keys_of("phi3")).names.gate_up, "blk.{}.ffn_up.weight");
}

TEST(GgufFamilies, ReadWindowsByPeriodOrByLayer)
{
    KeyValues keys = keys_of("gemma3");
    keys.set("gemma3.attention.sliding_window", std::int64_t{512});
    keys.set("gemma3.attention.sliding_window_pattern", std::int64_t{2});
    keys.set("gemma3.rope.freq_base_swa", 5e3);
    const ModelConfig config = from_keys(keys);
    EXPECT_THAT(config.windows, ElementsAre(512, 0, 512, 0));
    EXPECT_EQ(config.local_rope_theta, 5e3);
    keys.set("gemma3.attention.sliding_window_pattern", std::vector<std::int64_t>{0, 1, 1, 0});
    EXPECT_THAT(from_keys(keys).windows, ElementsAre(0, 512, 512, 0));
    keys.set("gemma3.attention.sliding_window_pattern", std::vector<std::int64_t>{1});
    EXPECT_EQ(config_from_key_values(keys, std::nullopt).error().kind, ErrorKind::corrupt);
    KeyValues mistral = keys_of("llama");
    mistral.set("llama.attention.sliding_window", std::int64_t{24});
    EXPECT_THAT(from_keys(mistral).windows, ElementsAre(24, 24, 24, 24));
}

TEST(GgufFamilies, TellTheLargestGemmasByTheirDepth)
{
    KeyValues keys = keys_of("gemma2");
    keys.set("gemma2.block_count", std::int64_t{46});
    keys.set("gemma2.attention.key_length", std::int64_t{128});
    keys.set("gemma2.attention.value_length", std::int64_t{128});
    EXPECT_DOUBLE_EQ(from_keys(keys).attention_scale, 1.0 / 4.0); // 64 wide, 4 heads
    keys.set("gemma2.attention.scale", 0.5);
    EXPECT_DOUBLE_EQ(from_keys(keys).attention_scale, 0.5);
}

TEST(SettleRope, ARuleAskedForStartsFromTheOriginalLength)
{
    const auto claimed = [](const Result<RopeRule>& declared, const char* asked) {
        ModelConfig config;
        config.context_length = 16384;
        EXPECT_TRUE(settle_rope(config, declared, parse_rope_rule(asked).value()).ok());
        return std::pair(config.rope.original_length, config.context_length);
    };
    const RopeRule linear{.kind = RopeKind::linear, .factor = 4.0};
    RopeRule yarn{.kind = RopeKind::yarn, .factor = 4.0, .original_length = 2048};
    EXPECT_EQ(claimed(RopeRule{}, "yarn:2"), std::pair(16384L, 32768L));
    EXPECT_EQ(claimed(linear, "yarn:2"), std::pair(4096L, 8192L));
    EXPECT_EQ(claimed(yarn, "dynamic:4"), std::pair(2048L, 8192L));
    EXPECT_EQ(claimed(yarn, "none"), std::pair(0L, 2048L));
    EXPECT_EQ(claimed(RopeRule{}, "yarn:2:1000"), std::pair(1000L, 2000L));
    EXPECT_EQ(claimed(Error{ErrorKind::unsupported, "no"}, "linear:2"), std::pair(16384L, 32768L));
}

TEST(SettleRope, AFilesOwnRuleGrowsTheClaimFromItsOriginalLength)
{
    ModelConfig config;
    config.context_length = 32768;
    RopeRule yarn{.kind = RopeKind::yarn, .factor = 4.0, .original_length = 32768};
    ASSERT_TRUE(settle_rope(config, yarn, std::nullopt).ok());
    EXPECT_EQ(config.context_length, 131072);
    yarn.original_length = 16384; // the claim is the extended one already
    ASSERT_TRUE(settle_rope(config, yarn, std::nullopt).ok());
    EXPECT_EQ(config.context_length, 131072);
}

} // namespace
} // namespace longhand::model
