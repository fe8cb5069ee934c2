// SPDX-License-Identifier: GPL-3.0-or-later
// Rotary rules in files: every type in both layouts of a config, with fields missing, and the keys
// of GGUF read, written and read again.
#include "engine/model/rope_files.h"

#include "engine/model/rope.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace longhand::model {
namespace {

using checkpoint::KeyValues;
using testing::HasSubstr;

// Both layouts of one rule over a base of 20000.
std::vector<std::string> layouts(const std::string& type, const std::string& fields)
{
    const std::string head = R"({"model_type": "llama", "hidden_size": 64, "intermediate_size": 112,
        "num_attention_heads": 8, "num_hidden_layers": 2, "vocab_size": 160,
        "max_position_embeddings": 4096, )";
    return {head + R"("rope_theta": 20000.0, "rope_scaling": {"type": ")" + type + "\"" + fields +
                "}}",
            head + R"("rope_theta": 20000.0, "rope_scaling": {"rope_type": ")" + type + "\"" +
                fields + "}}",
            head + R"("rope_parameters": {"rope_theta": 20000.0, "rope_type": ")" + type + "\"" +
                fields + "}}"};
}

void expect_rule(const std::string& type, const std::string& fields, const RopeRule& expected)
{
    for (const std::string& json : layouts(type, fields)) {
        const auto config = config_from_json(json, std::nullopt);
        ASSERT_TRUE(config.ok()) << json << "\n" << to_string(config.error());
        EXPECT_EQ(config->rope, expected) << json;
        EXPECT_EQ(config->rope_theta, 20000.0) << json;
    }
}

void expect_error(const std::string& type, const std::string& fields, ErrorKind kind,
                  const std::string& name)
{
    for (const std::string& json : layouts(type, fields)) {
        const auto config = config_from_json(json, std::nullopt);
        ASSERT_FALSE(config.ok()) << json;
        EXPECT_EQ(config.error().kind, kind) << json;
        EXPECT_THAT(config.error().message, HasSubstr(name)) << json;
    }
}

TEST(RopeInJson, EveryTypeIsReadInBothLayouts)
{
    expect_rule("default", "", {});
    expect_rule("linear", R"(, "factor": 4)", {.kind = RopeKind::linear, .factor = 4.0});
    expect_rule("dynamic", R"(, "factor": 2.5)",
                {.kind = RopeKind::dynamic, .factor = 2.5, .original_length = 4096});
    expect_rule("yarn", R"(, "factor": 4.0, "original_max_position_embeddings": 1024)",
                {.kind = RopeKind::yarn, .factor = 4.0, .original_length = 1024});
    expect_rule("llama3", R"(, "factor": 8.0, "original_max_position_embeddings": 1024,
                              "low_freq_factor": 2.0, "high_freq_factor": 8.0)",
                {.kind = RopeKind::llama3,
                 .factor = 8.0,
                 .original_length = 1024,
                 .low_freq_factor = 2.0,
                 .high_freq_factor = 8.0});
    for (const char* const type : {"longrope", "su", "yarn"})
        expect_rule(type, R"(, "original_max_position_embeddings": 1024,
                              "short_factor": [1, 1, 1, 1], "long_factor": [1, 2, 3, 4.5])",
                    {.kind = RopeKind::longrope,
                     .factor = 4.0,
                     .original_length = 1024,
                     .short_factors = {1, 1, 1, 1},
                     .long_factors = {1, 2, 3, 4.5}});
}

TEST(RopeInJson, YarnTakesItsOverrides)
{
    const RopeRule plain{.kind = RopeKind::yarn, .factor = 4.0, .original_length = 1024};
    const std::string start = R"(, "factor": 4, "original_max_position_embeddings": 1024)";
    RopeRule expected = plain;
    expected.magnitude = 1.1;
    expected.beta_fast = 24;
    expected.beta_slow = 2;
    expected.truncate = false;
    expect_rule("yarn", start + R"(, "attention_factor": 1.1, "beta_fast": 24, "beta_slow": 2.0,
                                     "truncate": false, "mscale": 2, "mscale_all_dim": 1)",
                expected);
    expected = plain;
    expected.magnitude = (0.1 * 0.707 * std::log(4.0) + 1) / (0.1 * 0.5 * std::log(4.0) + 1);
    for (const std::string& json :
         layouts("yarn", start + R"(, "mscale": 0.707, "mscale_all_dim": 0.5)"))
        EXPECT_NEAR(config_from_json(json, std::nullopt)->rope.magnitude, expected.magnitude,
                    1e-12);
    expect_rule("yarn", start + R"(, "mscale": 0.707)", plain); // one alone says nothing
}

TEST(RopeInJson, WhatAFileLeavesOutIsTakenFromTheRestOrIsAnError)
{
    expect_rule("yarn", R"(, "factor": 4)",
                {.kind = RopeKind::yarn, .factor = 4.0, .original_length = 4096});
    expect_rule("yarn", R"(, "original_max_position_embeddings": 512)",
                {.kind = RopeKind::yarn, .factor = 8.0, .original_length = 512});
    expect_rule("llama3", R"(, "factor": 8)",
                {.kind = RopeKind::llama3, .factor = 8.0, .original_length = 8192});
    for (const char* const type : {"linear", "dynamic", "yarn", "llama3"})
        expect_error(type, "", ErrorKind::corrupt, "factor");
    expect_error("longrope", R"(, "factor": 4, "short_factor": [1, 1, 1, 1])", ErrorKind::corrupt,
                 "long_factor");
    expect_error("linear", R"(, "factor": "4")", ErrorKind::corrupt, "factor");
    expect_error("yarn", R"(, "factor": 4, "truncate": 1)", ErrorKind::corrupt, "truncate");
    expect_error("longrope", R"(, "factor": 4, "short_factor": [1], "long_factor": ["1"])",
                 ErrorKind::corrupt, "long_factor");
}

TEST(RopeInJson, UnknownTypesAreErrorsAndNeverNone)
{
    for (const char* const type : {"mrope", "ntk", "proportional", "Linear"})
        expect_error(type, R"(, "factor": 4)", ErrorKind::unsupported, type);
}

TEST(RopeInJson, ARuleWrittenReadsBackAsItself)
{
    std::vector<RopeRule> rules = {
        {},
        {.kind = RopeKind::linear, .factor = 2.5, .original_length = 2048},
        {.kind = RopeKind::dynamic, .factor = 4, .original_length = 2048},
        {.kind = RopeKind::yarn, .factor = 4, .original_length = 2048, .magnitude = 1.25},
        {.kind = RopeKind::yarn,
         .factor = 16,
         .original_length = 64,
         .beta_fast = 20,
         .beta_slow = 3,
         .truncate = false},
        {.kind = RopeKind::llama3, .factor = 8, .original_length = 64, .low_freq_factor = 2},
        {.kind = RopeKind::longrope,
         .factor = 4,
         .original_length = 64,
         .short_factors = {1, 1.5},
         .long_factors = {2, 3}}};
    for (const RopeRule& rule : rules) {
        const std::string text = rope_parameters({12345.5, rule, 4, 8192}, 0.5).value();
        const auto stored = rope_from_json(JsonFields::parse(text).value(), 8192, 0);
        ASSERT_TRUE(stored.ok() && stored->rule.ok()) << text;
        EXPECT_EQ(*stored->rule, rule) << text;
        EXPECT_EQ(stored->theta, 12345.5) << text;
        EXPECT_EQ(stored->partial_rotary_factor, 0.5) << text;
    }
    // Bases of a rule's own are written as the base.
    const auto raised = JsonFields::parse(
        rope_parameters({1e4, {.kind = RopeKind::ntk, .factor = 4}, 64, 0}, 1.0).value());
    EXPECT_NEAR(raised->number("rope_theta").value(), 41829, 1);
    EXPECT_EQ(raised->text("rope_type").value(), "default");
    EXPECT_FALSE(rope_parameters({1e4, {.kind = RopeKind::divisors}, 64, 0}, 1.0).ok());
}

RopeRule from_keys(const KeyValues& keys, const RopeLists& lists = {})
{
    const auto rule = rope_from_key_values(keys, "llama.", 8192, lists);
    EXPECT_TRUE(rule.ok()) << to_string(rule.error());
    return rule.ok() ? *rule : RopeRule{.factor = -1};
}

KeyValues scaling(const std::vector<std::pair<const char*, checkpoint::Value>>& keys)
{
    KeyValues values;
    for (const auto& [key, value] : keys)
        values.set("llama.rope." + std::string(key), value);
    return values;
}

TEST(RopeInGguf, AbsentTypesAndFactorsMeanNone)
{
    EXPECT_EQ(from_keys({}), RopeRule{});
    EXPECT_EQ(from_keys(scaling({{"scaling.factor", 0.0}})), RopeRule{});
    EXPECT_EQ(from_keys(scaling({{"scaling.factor", 1.0}})), RopeRule{});
    EXPECT_EQ(from_keys(scaling({{"scaling.type", std::string("none")}, {"scaling.factor", 4.0}})),
              RopeRule{});
    const RopeRule linear{.kind = RopeKind::linear, .factor = 4.0};
    EXPECT_EQ(from_keys(scaling({{"scaling.factor", 4.0}})), linear);
    EXPECT_EQ(from_keys(scaling({{"scale_linear", 4.0}})), linear);
}

TEST(RopeInGguf, YarnIsReadWithEveryKeyItMayHave)
{
    const auto yarn = [](std::vector<std::pair<const char*, checkpoint::Value>> keys) {
        keys.emplace_back("scaling.type", std::string("yarn"));
        keys.emplace_back("scaling.factor", 4.0);
        return scaling(keys);
    };
    RopeRule expected{.kind = RopeKind::yarn, .factor = 4.0, .original_length = 8192};
    EXPECT_EQ(from_keys(yarn({})), expected);
    expected.original_length = 2048;
    expected.beta_fast = 16.0;
    expected.beta_slow = 2.0;
    EXPECT_EQ(from_keys(yarn({{"scaling.original_context_length", std::int64_t{2048}},
                              {"scaling.yarn_beta_fast", 16.0},
                              {"scaling.yarn_beta_slow", 2.0},
                              {"scaling.yarn_ext_factor", 1.0}})),
              expected);
    const double own = 0.1 * std::log(4.0) + 1.0;
    EXPECT_DOUBLE_EQ(from_keys(yarn({{"scaling.attn_factor", 0.5}})).magnitude, 0.5 * own);
    EXPECT_DOUBLE_EQ(from_keys(yarn({{"scaling.yarn_attn_factor", 1.1}})).magnitude, 1.1);
    EXPECT_DOUBLE_EQ(from_keys(yarn({{"scaling.yarn_log_multiplier", 0.1}})).magnitude, 1.0);
    EXPECT_EQ(from_keys(yarn({{"scaling.yarn_ext_factor", 0.0}})).kind, RopeKind::linear);
    const auto odd =
        rope_from_key_values(yarn({{"scaling.yarn_ext_factor", 0.5}}), "llama.", 8192, {});
    EXPECT_THAT(odd.error().message, HasSubstr("yarn_ext_factor"));
}

TEST(RopeInGguf, TensorsOfDivisorsAreRulesOfTheirOwn)
{
    const RopeLists all{{1, 2}, {3, 4}, {5, 6}};
    EXPECT_EQ(from_keys({}, all), (RopeRule{.kind = RopeKind::divisors, .long_factors = {1, 2}}));
    const RopeLists lists{{}, {3, 4}, {1, 1}};
    RopeRule expected{.kind = RopeKind::longrope,
                      .factor = 4.0,
                      .original_length = 2048,
                      .magnitude = 1.19,
                      .short_factors = {1, 1},
                      .long_factors = {3, 4}};
    EXPECT_EQ(from_keys(scaling({{"scaling.original_context_length", std::int64_t{2048}},
                                 {"scaling.attn_factor", 1.19}}),
                        lists),
              expected);
    EXPECT_EQ(rope_from_key_values(scaling({{"scaling.type", std::string("longrope")}}), "llama.",
                                   8192, {})
                  .error()
                  .kind,
              ErrorKind::corrupt);
    EXPECT_EQ(
        rope_from_key_values(scaling({{"scaling.type", std::string("yarn")}}), "llama.", 8192, all)
            .error()
            .kind,
        ErrorKind::unsupported);
}

TEST(RopeInGguf, UnknownTypesAreErrorsAndNeverNone)
{
    const auto read = rope_from_key_values(
        scaling({{"scaling.type", std::string("dynamic")}, {"scaling.factor", 4.0}}), "llama.",
        8192, {});
    ASSERT_FALSE(read.ok());
    EXPECT_EQ(read.error().kind, ErrorKind::unsupported);
    EXPECT_THAT(read.error().message, HasSubstr("dynamic"));
}

struct Written {
    KeyValues keys;
    RopeLists lists;
};

Written written(const ModelConfig& config)
{
    Written out;
    const auto lists = rope_to_key_values(config, "llama.", out.keys);
    EXPECT_TRUE(lists.ok()) << to_string(lists.error());
    out.lists = lists.ok() ? *lists : RopeLists{};
    return out;
}

// Reads back what was written, as read_config does.
ModelConfig read_back(const Written& from)
{
    ModelConfig config;
    config.context_length = from.keys.integer("llama.context_length").value();
    config.rotary_dim = from.keys.integer("llama.rope.dimension_count").value();
    config.rope_theta = from.keys.number("llama.rope.freq_base").value();
    config.rope =
        rope_from_key_values(from.keys, "llama.", config.context_length, from.lists).value();
    return config;
}

class RopeWritten : public testing::TestWithParam<RopeRule> {
protected:
    static ModelConfig config()
    {
        ModelConfig made;
        made.rotary_dim = 8;
        made.rope_theta = 1e4;
        made.context_length = 8192;
        made.rope = GetParam();
        return made;
    }
};

TEST_P(RopeWritten, TurnsHeadsAsBefore)
{
    const ModelConfig before = config();
    const ModelConfig after = read_back(written(before));
    const RopeAngles a = rope_angles({before.rope_theta, before.rope, 8, 8192}, 8192);
    const RopeAngles b = rope_angles({after.rope_theta, after.rope, 8, 8192}, 8192);
    for (std::size_t i = 0; i < a.cos.size(); ++i) {
        ASSERT_NEAR(a.cos[i], b.cos[i], 1e-6) << i;
        ASSERT_NEAR(a.sin[i], b.sin[i], 1e-6) << i;
    }
}

TEST_P(RopeWritten, IsWrittenTheSameAgainAfterItWasRead)
{
    const Written first = written(config());
    const Written second = written(read_back(first));
    EXPECT_EQ(first.keys.all(), second.keys.all());
    EXPECT_EQ(first.lists.divisors, second.lists.divisors);
    EXPECT_EQ(first.lists.long_factors, second.lists.long_factors);
    EXPECT_EQ(first.lists.short_factors, second.lists.short_factors);
}

INSTANTIATE_TEST_SUITE_P(
    Rules, RopeWritten,
    testing::Values(
        RopeRule{}, RopeRule{.base = 5e5},
        RopeRule{.kind = RopeKind::linear, .factor = 4, .original_length = 2048},
        RopeRule{.kind = RopeKind::ntk, .factor = 4, .original_length = 2048},
        RopeRule{.kind = RopeKind::dynamic, .factor = 4, .original_length = 2048},
        RopeRule{.kind = RopeKind::yarn, .factor = 4, .original_length = 2048},
        RopeRule{.kind = RopeKind::yarn,
                 .factor = 4,
                 .original_length = 2048,
                 .magnitude = 1.5,
                 .beta_fast = 16},
        RopeRule{.kind = RopeKind::yarn, .factor = 4, .original_length = 2048, .truncate = false},
        RopeRule{.kind = RopeKind::llama3, .factor = 8, .original_length = 1024},
        RopeRule{.kind = RopeKind::longrope,
                 .factor = 4,
                 .original_length = 2048,
                 .short_factors = {1, 1, 1, 1},
                 .long_factors = {1, 2, 3, 4}}));

} // namespace
} // namespace longhand::model
