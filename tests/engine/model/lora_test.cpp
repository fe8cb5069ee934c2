// SPDX-License-Identifier: GPL-3.0-or-later
// Adapters as files have them, applied to small random decoders.
#include "engine/model/lora.h"

#include "engine/model/decoder_parts.h"
#include "engine/model/random_model.h"
#include "engine/tensor/cpu/cpu_backend.h"
#include "tests/support/model_files.h"
#include "tests/support/tiny_model.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <filesystem>

namespace longhand::model {
namespace {

struct Matrix {
    std::string name;
    std::vector<std::int64_t> extents;
    std::vector<float> values;
};

Matrix random_matrix(const std::string& name, std::int64_t rows, std::int64_t columns)
{
    Matrix matrix{name, {rows, columns}, {}};
    Random random(derive(Seed{21}, name));
    for (std::int64_t i = 0; i < rows * columns; ++i)
        matrix.values.push_back(0.1F * random.normal());
    return matrix;
}

std::string bytes_of(const std::vector<float>& values)
{
    return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(float)};
}

std::string safetensors_of(const std::vector<Matrix>& matrices)
{
    std::string header = "{";
    std::string data;
    for (const Matrix& matrix : matrices) {
        std::string shape;
        for (const std::int64_t extent : matrix.extents)
            shape += (shape.empty() ? "" : ",") + std::to_string(extent);
        const std::size_t begin = data.size();
        data += bytes_of(matrix.values);
        header += (header.size() > 1 ? "," : "") + ("\"" + matrix.name) +
                  "\":{\"dtype\":\"F32\",\"shape\":[" + shape + "],\"data_offsets\":[" +
                  std::to_string(begin) + "," + std::to_string(data.size()) + "]}";
    }
    return test::safetensors(header + "}", data);
}

class Lora : public testing::Test {
protected:
    void SetUp() override
    {
        folder_ = std::filesystem::path(testing::TempDir()) /
                  ("lora-" +
                   std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
        std::filesystem::create_directories(folder_);
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    void write_peft(const std::vector<Matrix>& matrices, const std::string& more = {},
                    const std::string& patterns = "\"r\":4,\"lora_alpha\":8") const
    {
        test::write_bytes(folder_ / "adapter_model.safetensors", safetensors_of(matrices));
        test::write_bytes(folder_ / "adapter_config.json",
                          "{\"peft_type\":\"LORA\",\"bias\":\"none\"," + patterns + more + "}");
    }
    [[nodiscard]] Result<std::shared_ptr<const LoraAdapter>>
    apply(const std::shared_ptr<const Transformer>& base, float scale = 1.0F) const
    {
        TRY(const checkpoint::AdapterFile file, checkpoint::read_adapter(folder_));
        return LoraAdapter::make(file, base, scale);
    }
    // The pairs of q and down of layer 1, named as PEFT does.
    static std::vector<Matrix> pairs(std::int64_t rank = 4)
    {
        const std::string stem = "base_model.model.model.layers.1.";
        return {random_matrix(stem + "self_attn.q_proj.lora_A.weight", rank, 64),
                random_matrix(stem + "self_attn.q_proj.lora_B.weight", 64, rank),
                random_matrix(stem + "mlp.down_proj.lora_A.weight", rank, 96),
                random_matrix(stem + "mlp.down_proj.lora_B.weight", 64, rank)};
    }
    // The tiny model with `scale` B A of those pairs added to its weights, f32.
    static std::shared_ptr<const Transformer> merged(const std::vector<Matrix>& pairs, float scale,
                                                     const test::TinyOptions& options = {})
    {
        const ModelConfig config = test::tiny_config(options);
        const WeightSource plain = random_weights(tensor::DType::f32, options.seed);
        const auto source = [&](const std::string& name,
                                const tensor::Shape& shape) -> Result<HostWeight> {
            TRY(HostWeight weight, plain(name, shape));
            const std::size_t first = name == layer_name(config.names.q, 1)      ? 0
                                      : name == layer_name(config.names.down, 1) ? 2
                                                                                 : 4;
            if (first == 4)
                return weight;
            auto values = std::make_shared<std::vector<float>>(weight.bytes.size() / 4);
            std::memcpy(values->data(), weight.bytes.data(), weight.bytes.size());
            const std::int64_t rank = pairs[first].extents[0];
            const std::vector<float>& a = pairs[first].values;
            std::vector<float> b = pairs[first + 1].values;
            if (first == 0 && options.interleaved)
                b = interleave_rows(b, rank, config.head_dim);
            for (std::int64_t o = 0; o < shape[0]; ++o)
                for (std::int64_t i = 0; i < shape[1]; ++i)
                    for (std::int64_t r = 0; r < rank; ++r)
                        (*values)[static_cast<std::size_t>(o * shape[1] + i)] +=
                            scale * b[static_cast<std::size_t>(o * rank + r)] *
                            a[static_cast<std::size_t>(r * shape[1] + i)];
            return HostWeight{std::as_bytes(std::span(*values)), tensor::DType::f32, values};
        };
        return Transformer::load(config, source, tensor::make_oracle_backend()).value();
    }

    std::filesystem::path folder_;
    std::vector<TokenId> tokens_ = test::random_tokens(Seed{22}, 24);
};

// Acceptance C2, on both backends and both orders of rotary rows.
TEST_F(Lora, AppliedGivesTheLogitsOfTheMergedModel)
{
    write_peft(pairs());
    for (const bool interleaved : {false, true})
        for (const bool fast : {false, true}) {
            test::TinyOptions options{.interleaved = interleaved};
            const std::vector<float> expected =
                test::logits_of(merged(pairs(), 2.0F, options), tokens_, 24);
            if (fast)
                options.backend = tensor::make_cpu_backend({.threads = 2});
            const auto adapter = apply(test::tiny_model(options));
            ASSERT_TRUE(adapter.ok()) << to_string(adapter.error());
            for (const std::int64_t chunk : {24, 1})
                EXPECT_LT(test::relative_error(
                              test::logits_of((*adapter)->transformer(), tokens_, chunk), expected),
                          1e-5)
                    << interleaved << fast << chunk;
        }
}

TEST_F(Lora, AScaleMultipliesTheDelta)
{
    write_peft(pairs());
    const auto base = test::tiny_model();
    EXPECT_LT(test::relative_error(test::logits_of((*apply(base, 0.5F))->transformer(), tokens_, 24),
                                   test::logits_of(merged(pairs(), 1.0F), tokens_, 24)),
              1e-5);
    EXPECT_EQ(test::logits_of((*apply(base, 0.0F))->transformer(), tokens_, 24),
              test::logits_of(base, tokens_, 24));
}

TEST_F(Lora, ARunnerSwitchesBetweenAdaptersWithoutReloading)
{
    write_peft(pairs());
    const auto base = test::tiny_model();
    const auto adapted = (*apply(base))->transformer();
    const auto runner = Runner::make(base, {.positions = 24, .kv_tokens = 96, .step_rows = 24,
                                            .logit_rows = 24, .kv_dtype = tensor::DType::f32})
                            .value();
    const auto logits = [&] {
        KvSequence sequence = runner->make_sequence();
        const SequenceTokens part{&sequence, tokens_};
        EXPECT_TRUE(runner->forward(std::span(&part, 1), {0, 24}));
        std::vector<float> values(24 * static_cast<std::size_t>(test::kTinyVocabulary));
        runner->logits(0, 24, values);
        return values;
    };
    const std::vector<float> before = logits();
    runner->use(adapted);
    EXPECT_EQ(logits(), test::logits_of(adapted, tokens_, 24));
    runner->use(base);
    EXPECT_EQ(logits(), before);
}

TEST_F(Lora, ScalesFollowPatternsAndRsLora)
{
    write_peft(pairs(), {}, "\"r\":8,\"lora_alpha\":8,\"use_rslora\":true,"
                            "\"rank_pattern\":{\"q_proj\":4,\"mlp.down_proj\":4},"
                            "\"alpha_pattern\":{\"layers.1.mlp.down_proj\":6}");
    const auto file = checkpoint::read_adapter(folder_);
    ASSERT_TRUE(file.ok()) << to_string(file.error());
    ASSERT_EQ(file->pairs.size(), 2U);
    EXPECT_EQ(file->pairs[0].module, "layers.1.mlp.down_proj");
    EXPECT_FLOAT_EQ(file->pairs[0].scale, 6.0F / 2.0F);
    EXPECT_FLOAT_EQ(file->pairs[1].scale, 8.0F / 2.0F);
}

TEST_F(Lora, NormsAndEmbeddingsThatWereTrainedWholeTakeTheirPlace)
{
    const auto base = test::tiny_model({.tied_head = true});
    Matrix norm{"base_model.model.model.norm.weight", {64}, std::vector<float>(64, 0.5F)};
    const Matrix table =
        random_matrix("base_model.model.model.embed_tokens.weight", test::kTinyVocabulary, 64);
    write_peft({norm, table});
    const auto adapter = apply(base);
    ASSERT_TRUE(adapter.ok()) << to_string(adapter.error());
    const Transformer& adapted = *(*adapter)->transformer();
    EXPECT_EQ(adapted.embedding().buffer, adapted.head().linear.weight.buffer);
    EXPECT_NE(adapted.embedding().buffer, base->embedding().buffer);
    std::vector<float> gain(64);
    base->backend().download(std::as_writable_bytes(std::span(gain)), adapted.final_norm());
    EXPECT_EQ(gain, norm.values);
}

TEST_F(Lora, AGgufAdapterOfLlamaHasItsRowsAsTheModelsFile)
{
    const std::vector<Matrix> of = pairs();
    const auto file = folder_ / "adapter.gguf";
    test::GgufBuilder builder;
    builder.text("general.type", "adapter")
        .text("general.architecture", "llama")
        .text("adapter.type", "lora")
        .real("adapter.lora.alpha", 8.0F)
        .tensor("blk.1.attn_q.weight.lora_a", {64, 4}, 0, bytes_of(of[0].values))
        .tensor("blk.1.attn_q.weight.lora_b", {4, 64}, 0,
                bytes_of(interleave_rows(of[1].values, 4, 16)))
        .tensor("blk.1.ffn_down.weight.lora_a", {96, 4}, 0, bytes_of(of[2].values))
        .tensor("blk.1.ffn_down.weight.lora_b", {4, 64}, 0, bytes_of(of[3].values));
    test::write_bytes(file, builder.build());
    const auto read = checkpoint::read_adapter(file);
    ASSERT_TRUE(read.ok()) << to_string(read.error());
    for (const bool interleaved : {false, true}) {
        const test::TinyOptions options{.interleaved = interleaved};
        const auto adapter = LoraAdapter::make(*read, test::tiny_model(options), 1.0F);
        ASSERT_TRUE(adapter.ok()) << to_string(adapter.error());
        EXPECT_LT(test::relative_error(
                      test::logits_of((*adapter)->transformer(), tokens_, 24),
                      test::logits_of(merged(of, 2.0F, options), tokens_, 24)),
                  1e-5);
    }
}

TEST_F(Lora, RowsSeparatedAfterInterleavingAreThemselves)
{
    const std::vector<float> rows = {0, 1, 2, 3, 4, 5, 6, 7};
    EXPECT_EQ(interleave_rows(rows, 1, 4), (std::vector<float>{0, 2, 1, 3, 4, 6, 5, 7}));
    EXPECT_EQ(separate_rows(interleave_rows(rows, 1, 8), 1, 8), rows);
}

TEST_F(Lora, ARotaryRuleOfTheAdapterMustBeTheModels)
{
    write_peft(pairs(), ",\"rope_parameters\":{\"rope_type\":\"linear\",\"factor\":4.0,"
                        "\"rope_theta\":10000.0}");
    const auto refused = apply(test::tiny_model());
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().kind, ErrorKind::unsupported);
    EXPECT_NE(refused.error().message.find("linear:4"), std::string::npos);
    EXPECT_TRUE(apply(test::tiny_model({.rope = parse_rope_rule("linear:4").value()})).ok());
}

TEST_F(Lora, WhatWouldQuietlyBeLeftOutIsRefusedByName)
{
    const auto base = test::tiny_model();
    const auto message = [&](const std::string& more, ErrorKind kind) {
        write_peft(pairs(), more);
        const auto adapter = apply(base);
        EXPECT_FALSE(adapter.ok()) << more;
        EXPECT_EQ(adapter.error().kind, kind) << adapter.error().message;
        return adapter.error().message;
    };
    EXPECT_NE(message(",\"use_dora\":true", ErrorKind::unsupported).find("use_dora"),
              std::string::npos);
    EXPECT_NE(message(",\"bias\":\"all\"", ErrorKind::unsupported).find("bias"), std::string::npos);
    EXPECT_NE(message(",\"peft_type\":\"IA3\"", ErrorKind::unsupported).find("IA3"),
              std::string::npos);
    EXPECT_NE(message(",\"rank_pattern\":{\"layers.(1|2).q_proj\":4}", ErrorKind::unsupported)
                  .find("regular expression"),
              std::string::npos);
    EXPECT_NE(message(",\"rank_pattern\":{\"q_proj\":5}", ErrorKind::corrupt).find("rank 4"),
              std::string::npos);

    std::vector<Matrix> unknown = pairs();
    for (Matrix& matrix : unknown)
        matrix.name.replace(matrix.name.find("layers.1"), 8, "layers.7");
    write_peft(unknown);
    EXPECT_EQ(apply(base).error().kind, ErrorKind::unsupported);
    std::vector<Matrix> half = pairs();
    half.pop_back();
    write_peft(half);
    EXPECT_EQ(apply(base).error().kind, ErrorKind::corrupt);
    std::vector<Matrix> wide = pairs();
    wide[0] = random_matrix(wide[0].name, 4, 65);
    write_peft(wide);
    EXPECT_EQ(apply(base).error().kind, ErrorKind::corrupt);
    std::vector<Matrix> infinite = pairs();
    infinite[1].values[3] = INFINITY;
    write_peft(infinite);
    EXPECT_EQ(apply(base).error().kind, ErrorKind::corrupt);
}

}  // namespace
}  // namespace longhand::model
