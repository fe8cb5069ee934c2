// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/transformer.h"

#include "engine/model/memory_plan.h"
#include "engine/model/random_model.h"
#include "engine/model/runner.h"
#include "engine/tensor/nf4.h"
#include "engine/tensor/cpu/cpu_backend.h"
#include "tests/support/tiny_model.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>

namespace longhand::model {
namespace {

using test::logits_of;
using test::random_tokens;
using test::relative_error;
using test::tiny_model;

struct BackendCase {
    const char* name;
    std::shared_ptr<tensor::Backend> (*make)();
};

class TransformerOn : public testing::TestWithParam<BackendCase> {};

INSTANTIATE_TEST_SUITE_P(
    Backends, TransformerOn,
    testing::Values(
        BackendCase{"oracle",
                    []() -> std::shared_ptr<tensor::Backend> { return tensor::make_oracle_backend(); }},
        BackendCase{"cpu",
                    []() -> std::shared_ptr<tensor::Backend> { return tensor::make_cpu_backend(); }}),
    [](const auto& of) { return std::string(of.param.name); });

TEST_P(TransformerOn, PrefillingInChunksGivesTheLogitsOfPrefillingAtOnce)
{
    const auto model = tiny_model({.backend = GetParam().make()});
    const auto tokens = random_tokens(Seed{7}, 96);
    const auto whole = logits_of(model, tokens, 96);
    for (const std::int64_t chunk : {1, 5, 32, 33, 95})
        EXPECT_LT(relative_error(logits_of(model, tokens, chunk), whole), 1e-5) << chunk;
}

TEST_P(TransformerOn, SequencesPackedInOneStepGiveWhatEachGivesAlone)
{
    const auto model = tiny_model({.backend = GetParam().make()});
    const auto runner = Runner::make(model, {.positions = 128,
                                             .kv_tokens = 512,
                                             .step_rows = 160,
                                             .logit_rows = 160,
                                             .kv_dtype = tensor::DType::f32})
                            .value();
    std::vector<std::vector<TokenId>> texts;
    std::vector<KvSequence> sequences;
    for (const std::int64_t length : {40, 1, 65, 33}) {
        texts.push_back(random_tokens(Seed{static_cast<std::uint64_t>(length)}, length));
        sequences.push_back(runner->make_sequence());
    }
    // First all but the last token of each, then the last ones together, as decoding does.
    std::vector<SequenceTokens> parts;
    for (std::size_t i = 0; i < texts.size(); ++i)
        if (texts[i].size() > 1)
            parts.push_back({&sequences[i], std::span(texts[i]).first(texts[i].size() - 1)});
    ASSERT_TRUE(runner->forward(parts, {0, 0}));
    parts.clear();
    for (std::size_t i = 0; i < texts.size(); ++i)
        parts.push_back({&sequences[i], std::span(texts[i]).last(1)});
    ASSERT_TRUE(runner->forward(parts, {0, 4}));
    const auto vocabulary = static_cast<std::size_t>(test::kTinyVocabulary);
    std::vector<float> logits(4 * vocabulary);
    runner->logits(0, 4, logits);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const auto alone = logits_of(model, texts[i], 64);
        EXPECT_LT(relative_error(std::span(logits).subspan(i * vocabulary, vocabulary),
                                 std::span(alone).last(vocabulary)),
                  1e-5)
            << texts[i].size();
    }
}

TEST_P(TransformerOn, WantedRowsGiveTheLogitsThatAllRowsWouldGive)
{
    const auto model = tiny_model({.backend = GetParam().make()});
    const auto tokens = random_tokens(Seed{9}, 50);
    const auto all = logits_of(model, tokens, 50);
    const auto runner = Runner::make(model, {.positions = 50,
                                             .step_rows = 50,
                                             .logit_rows = 50,
                                             .kv_dtype = tensor::DType::f32})
                            .value();
    KvSequence sequence = runner->make_sequence();
    const SequenceTokens part{&sequence, tokens};
    ASSERT_TRUE(runner->forward(std::span(&part, 1), {17, 20}));
    const auto vocabulary = static_cast<std::size_t>(test::kTinyVocabulary);
    std::vector<float> some(3 * vocabulary);
    runner->logits(4, 3, some);
    EXPECT_LT(relative_error(some, std::span(all).subspan(21 * vocabulary, 3 * vocabulary)), 1e-5);
}

TEST_P(TransformerOn, LossesAreTheNegativeLogSoftmaxOfTheLogits)
{
    const auto model = tiny_model({.tied_head = true, .backend = GetParam().make()});
    const auto tokens = random_tokens(Seed{5}, 30);
    const auto logits = logits_of(model, tokens, 30);
    const auto runner =
        Runner::make(model, {.positions = 30, .step_rows = 30, .kv_dtype = tensor::DType::f32}).value();
    KvSequence sequence = runner->make_sequence();
    const SequenceTokens part{&sequence, tokens};
    ASSERT_TRUE(runner->forward(std::span(&part, 1), {0, 30}));
    auto targets = random_tokens(Seed{6}, 30);
    targets[3] = -1;
    std::vector<float> nll(30);
    runner->losses(targets, nll);
    for (std::size_t row = 0; row < 30; ++row) {
        double total = 0.0;
        const auto at = std::span(logits).subspan(row * test::kTinyVocabulary, test::kTinyVocabulary);
        for (const float logit : at)
            total += std::exp(static_cast<double>(logit));
        const double expected =
            targets[row] < 0
                ? 0.0
                : std::log(total) - static_cast<double>(at[static_cast<std::size_t>(targets[row])]);
        EXPECT_NEAR(static_cast<double>(nll[row]), expected, 1e-4) << row;
    }
}

TEST_P(TransformerOn, AFullPoolComputesNothingAndSaysSo)
{
    const auto model = tiny_model({.backend = GetParam().make()});
    const auto runner =
        Runner::make(model, {.positions = 128, .kv_tokens = 64, .step_rows = 128}).value();
    KvSequence sequence = runner->make_sequence();
    const auto tokens = random_tokens(Seed{5}, 100);
    const SequenceTokens part{&sequence, tokens};
    EXPECT_FALSE(runner->forward(std::span(&part, 1), {0, 0}));
    EXPECT_EQ(sequence.length(), 0);
}

TEST_P(TransformerOn, AHalfPrecisionCacheChangesLogitsByItsRoundingOnly)
{
    const auto model = tiny_model({.backend = GetParam().make()});
    const auto tokens = random_tokens(Seed{7}, 64);
    const auto exact = logits_of(model, tokens, 64, tensor::DType::f32);
    const double error = relative_error(logits_of(model, tokens, 64, tensor::DType::f16), exact);
    EXPECT_LT(error, 2e-3);
    EXPECT_GT(error, 0.0);
}

TEST_P(TransformerOn, AnEightBitCacheChangesLogitsByItsRoundingOnly)
{
    const auto model = tiny_model({.head_dim = 32, .backend = GetParam().make()});
    const auto tokens = random_tokens(Seed{7}, 64);
    const auto exact = logits_of(model, tokens, 64, tensor::DType::f32);
    const double error = relative_error(logits_of(model, tokens, 64, tensor::DType::q8_0), exact);
    EXPECT_LT(error, 2e-2);
    EXPECT_GT(error, 1e-4);
}

TEST_P(TransformerOn, OddNumbersOfHeadsAndBlockWeightsAgreeWithTheOracle)
{
    for (const auto dtype : {tensor::DType::f16, tensor::DType::q8_0, tensor::DType::q4_1}) {
        test::TinyOptions options = {
            .heads = 9, .kv_heads = 3, .head_dim = 32, .dim = 288, .weights = dtype};
        const auto tokens = random_tokens(Seed{7}, 48);
        const auto expected = logits_of(tiny_model(options), tokens, 48);
        options.backend = GetParam().make();
        EXPECT_LT(relative_error(logits_of(tiny_model(options), tokens, 48), expected), 3e-2)
            << to_string(dtype);
    }
}

// A source whose q and k rows are reordered from half-split pairs (i, i + d/2) to interleaved
// ones (2i, 2i + 1), as the GGUF converter does.
WeightSource interleaved(const WeightSource& plain, std::int64_t head_dim)
{
    return [plain, head_dim](const std::string& name, const tensor::Shape& shape) -> Result<HostWeight> {
        TRY(HostWeight weight, plain(name, shape));
        if (name.find("attn_q.") == std::string::npos && name.find("attn_k.") == std::string::npos)
            return weight;
        const auto row_bytes = weight.bytes.size() / static_cast<std::size_t>(shape[0]);
        auto moved = std::make_shared<std::vector<std::byte>>(weight.bytes.size());
        for (std::int64_t row = 0; row < shape[0]; ++row) {
            const std::int64_t head = row / head_dim;
            const std::int64_t i = row % head_dim;
            const std::int64_t pair = i % (head_dim / 2);
            const std::int64_t to = head * head_dim + 2 * pair + (i >= head_dim / 2 ? 1 : 0);
            std::memcpy(moved->data() + static_cast<std::size_t>(to) * row_bytes,
                        weight.bytes.data() + static_cast<std::size_t>(row) * row_bytes, row_bytes);
        }
        return HostWeight{*moved, weight.dtype, moved};
    };
}

TEST_P(TransformerOn, BothRotaryLayoutsGiveTheSameLogits)
{
    const auto backend = GetParam().make();
    const WeightSource plain = random_weights(tensor::DType::f32, Seed{21});
    const auto split = Transformer::load(test::tiny_config(), plain, backend).value();
    const auto paired = Transformer::load(test::tiny_config({.interleaved = true}),
                                          interleaved(plain, 16), backend)
                            .value();
    const auto tokens = random_tokens(Seed{7}, 70);
    const auto expected = logits_of(split, tokens, 70);
    EXPECT_LT(relative_error(logits_of(paired, tokens, 70), expected), 1e-5);
    const auto wrong = Transformer::load(test::tiny_config({.interleaved = true}), plain, backend);
    EXPECT_GT(relative_error(logits_of(*wrong, tokens, 70), expected), 1e-2);
}

// NF4 of a weight in f32 is what its codes stand for, and nothing else is rounded.
TEST(Transformer, LinearsLoadedAsNf4GiveTheLogitsOfTheirDequantisedSelves)
{
    for (const bool fused : {false, true}) {
        ModelConfig config = test::tiny_config({.dim = 128});
        config.mlp_dim = 128;
        if (fused) {
            config.names.qkv = "blk.{}.attn_qkv.weight";
            config.names.gate_up = "blk.{}.ffn_gate_up.weight";
        }
        const WeightSource plain = random_weights(tensor::DType::f32, Seed{3});
        const WeightSource rounded = [&](const std::string& name,
                                         const tensor::Shape& shape) -> Result<HostWeight> {
            TRY(HostWeight weight, plain(name, shape));
            if (!name.starts_with("blk.") || shape.rank() < 2)
                return weight;
            // Matrices that stand in one are rounded each for itself.
            const std::int64_t parts[] = {config.q_dim(), config.kv_dim(), config.kv_dim()};
            const std::int64_t halves[] = {config.mlp_dim, config.mlp_dim};
            const std::int64_t whole[] = {shape[0]};
            const std::span<const std::int64_t> rows = name.find("qkv") != std::string::npos ? parts
                                   : name.find("gate_up") != std::string::npos ? std::span<const std::int64_t>(halves)
                                                                               : whole;
            auto values = std::make_shared<std::vector<float>>(weight.bytes.size() / 4);
            std::memcpy(values->data(), weight.bytes.data(), weight.bytes.size());
            std::size_t first = 0;
            for (const std::int64_t count : rows) {
                const auto size = static_cast<std::size_t>(count * shape[1]);
                const auto part = std::span(*values).subspan(first, size);
                std::vector<std::byte> codes(tensor::nf4_bytes(size));
                tensor::encode_nf4(codes, part);
                tensor::decode_nf4(part, {codes, size}, 0);
                first += size;
            }
            return HostWeight{std::as_bytes(std::span(*values)), tensor::DType::f32, values};
        };
        const std::shared_ptr<tensor::Backend> backend = tensor::make_oracle_backend();
        const auto expected = Transformer::load(config, rounded, backend);
        const auto loaded = Transformer::load(config, plain, backend, tensor::DType::nf4);
        ASSERT_TRUE(loaded.ok()) << to_string(loaded.error());
        EXPECT_EQ((*loaded)->layers()[1].gate.weight.dtype, tensor::DType::nf4);
        EXPECT_EQ((*loaded)->embedding().dtype, tensor::DType::f32);
        EXPECT_LT((*loaded)->weight_bytes(), (*expected)->weight_bytes());
        const auto tokens = random_tokens(Seed{4}, 20);
        EXPECT_LT(relative_error(logits_of(*loaded, tokens, 20), logits_of(*expected, tokens, 20)),
                  1e-5);
    }
}

TEST(Transformer, ATensorOfAnotherShapeIsAnError)
{
    const WeightSource source = [](const std::string& name, const tensor::Shape&) -> Result<HostWeight> {
        return Error{ErrorKind::corrupt, "tensor " + name + " is missing"};
    };
    const auto made = Transformer::load(test::tiny_config(), source, tensor::make_oracle_backend());
    ASSERT_FALSE(made.ok());
    EXPECT_EQ(made.error().kind, ErrorKind::corrupt);
    EXPECT_NE(made.error().message.find("token_embd.weight"), std::string::npos);
}

TEST(MemoryPlan, CountsWeightsCacheAndWorkspace)
{
    const auto config = shape_of("smollm2-135m").value();
    // 23040 bytes of 16-bit keys and values a token, as published for this shape.
    const auto plan = plan_memory(config, 100, {.positions = 2048, .step_rows = 512});
    EXPECT_EQ(plan.kv_bytes, 2048U * 23040U);
    EXPECT_EQ(plan.weight_bytes, 100U);
    EXPECT_GT(plan.workspace_bytes, 0U);
    EXPECT_EQ(plan.total(), plan.kv_bytes + plan.weight_bytes + plan.workspace_bytes);
}

TEST(RandomModel, HasThePublishedNumberOfParameters)
{
    const auto parameters = [](const char* name) {
        return weight_bytes_of(shape_of(name).value(), tensor::DType::f32).value() / 4;
    };
    EXPECT_EQ(parameters("smollm2-135m"), 134515008U);
    EXPECT_EQ(parameters("llama2-7b"), 6738415616U);
    EXPECT_EQ(parameters("llama2-13b"), 13015864320U);
    EXPECT_EQ(parameters("qwen3-8b"), 8190735360U);
    EXPECT_EQ(parameters("llama3-8b"), 8030261248U);
    EXPECT_FALSE(shape_of("gpt-9").ok());
    EXPECT_FALSE(weight_type("q9").ok());
}

TEST(RandomModel, RowsThatAreNoWholeBlocksTakeATypeThatFits)
{
    const WeightSource source = random_weights(tensor::DType::q4_k, Seed{5});
    EXPECT_EQ(source("w", {2, 512})->dtype, tensor::DType::q4_k);
    EXPECT_EQ(source("w", {2, 576})->dtype, tensor::DType::q8_0);
    EXPECT_EQ(source("w", {2, 50})->dtype, tensor::DType::f16);
    EXPECT_TRUE(weight_bytes_of(shape_of("smollm2-135m").value(), tensor::DType::q4_k).ok());
}

TEST(RandomModel, TensorsDependOnSeedAndNameAlone)
{
    const tensor::Shape shape{32, 64};
    const auto bytes = [&](Seed seed, const char* name, tensor::DType dtype) {
        const auto weight = random_weights(dtype, seed)(name, shape).value();
        return std::vector<std::byte>(weight.bytes.begin(), weight.bytes.end());
    };
    for (const auto dtype : {tensor::DType::f32, tensor::DType::q4_0}) {
        EXPECT_EQ(bytes(Seed{1}, "a", dtype), bytes(Seed{1}, "a", dtype));
        EXPECT_NE(bytes(Seed{1}, "a", dtype), bytes(Seed{1}, "b", dtype));
        EXPECT_NE(bytes(Seed{1}, "a", dtype), bytes(Seed{2}, "a", dtype));
    }
}

}  // namespace
}  // namespace longhand::model
