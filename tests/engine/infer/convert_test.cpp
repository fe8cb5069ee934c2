// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/infer/convert.h"

#include "engine/checkpoint/gguf_writer.h"
#include "engine/checkpoint/safetensors_writer.h"
#include "engine/infer/vocabulary.h"
#include "engine/model/transformer.h"
#include "engine/tensor/cpu/cpu_backend.h"
#include "tests/support/environment.h"
#include "tests/support/model_files.h"
#include "tests/support/tiny_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace longhand::infer {
namespace {

using checkpoint::Checkpoint;
using tensor::DType;
using tensor::Shape;

struct Sizes {
    std::int64_t dim = 64, heads = 4, kv_heads = 2, mlp = 96, vocabulary = 48;
    bool tied = false;
};

class Convert : public ::testing::Test {
protected:
    // A Hugging Face folder of random weights without a tokenizer.
    void write_folder(const Sizes& sizes)
    {
        std::filesystem::create_directories(source_);
        test::write_bytes(
            source_ / "config.json",
            R"({"model_type": "llama", "num_hidden_layers": 2, "hidden_size": )" +
                std::to_string(sizes.dim) + R"(, "intermediate_size": )" +
                std::to_string(sizes.mlp) + R"(, "num_attention_heads": )" +
                std::to_string(sizes.heads) + R"(, "num_key_value_heads": )" +
                std::to_string(sizes.kv_heads) + R"(, "vocab_size": )" +
                std::to_string(sizes.vocabulary) +
                R"(, "max_position_embeddings": 64, "rms_norm_eps": 1e-5, "rope_theta": 5000.0,
                "rope_scaling": {"type": "linear", "factor": 4.0}, "tie_word_embeddings": )" +
                (sizes.tied ? "true}" : "false}"));
        const std::int64_t kv = sizes.dim / sizes.heads * sizes.kv_heads;
        std::vector<checkpoint::PlannedTensor> plan = {
            {"model.embed_tokens.weight", DType::f32, {sizes.vocabulary, sizes.dim}},
            {"model.norm.weight", DType::f32, {sizes.dim}}};
        if (!sizes.tied)
            plan.push_back({"lm_head.weight", DType::f32, {sizes.vocabulary, sizes.dim}});
        for (const std::string layer : {"model.layers.0.", "model.layers.1."})
            plan.insert(plan.end(),
                        {{layer + "input_layernorm.weight", DType::f32, {sizes.dim}},
                         {layer + "self_attn.q_proj.weight", DType::f32, {sizes.dim, sizes.dim}},
                         {layer + "self_attn.k_proj.weight", DType::f32, {kv, sizes.dim}},
                         {layer + "self_attn.v_proj.weight", DType::f32, {kv, sizes.dim}},
                         {layer + "self_attn.o_proj.weight", DType::f32, {sizes.dim, sizes.dim}},
                         {layer + "post_attention_layernorm.weight", DType::f32, {sizes.dim}},
                         {layer + "mlp.gate_proj.weight", DType::f32, {sizes.mlp, sizes.dim}},
                         {layer + "mlp.up_proj.weight", DType::f32, {sizes.mlp, sizes.dim}},
                         {layer + "mlp.down_proj.weight", DType::f32, {sizes.dim, sizes.mlp}}});
        auto writer = checkpoint::SafeTensorsWriter::create_sharded(source_, plan, 40'000);
        ASSERT_TRUE(writer.ok()) << writer.error().message;
        Random random(Seed{31});
        for (const auto& tensor : plan) {
            std::vector<float> values(static_cast<std::size_t>(tensor.shape.count()));
            const float spread = 1.0F / std::sqrt(static_cast<float>(tensor.shape.back()));
            for (float& value : values)
                value = tensor.shape.rank() == 1 ? random.uniform(0.8F, 1.2F)
                                                 : spread * random.normal();
            ASSERT_TRUE(writer->write(std::as_bytes(std::span(values))).ok());
        }
        ASSERT_TRUE(writer->finish().ok());
    }

    Result<Converted> convert(DType type)
    {
        return convert_model(source_, target_, {.type = type, .threads = 2});
    }

    static std::vector<float> logits_of(const std::filesystem::path& path,
                                        std::span<const TokenId> tokens)
    {
        const Checkpoint file = Checkpoint::open(path).value();
        const auto config = model::read_config(file).value();
        return test::logits_of(
            model::Transformer::load(config, file, tensor::make_oracle_backend()).value(), tokens,
            512);
    }

    [[nodiscard]] DType type_of(const char* name) const
    {
        return Checkpoint::open(target_).value().find(name)->dtype;
    }

    test::TemporaryFolder folder_;
    const std::filesystem::path source_ = folder_.path() / "a model";
    const std::filesystem::path target_ = folder_.path() / "a model.gguf";
};

TEST_F(Convert, AFolderAsGgufGivesTheSameLogitsInsideAndBeyondTheOriginalLength)
{
    for (const Sizes& sizes : {Sizes{}, Sizes{.heads = 4, .kv_heads = 4, .tied = true}}) {
        write_folder(sizes);
        const auto tokens = test::random_tokens(Seed{3}, 80, sizes.vocabulary);
        const auto expected = logits_of(source_, tokens);
        ASSERT_TRUE(convert(DType::f32).ok());
        EXPECT_LT(test::relative_error(logits_of(target_, tokens), expected), 1e-5);
        ASSERT_TRUE(convert(DType::f16).ok());
        EXPECT_LT(test::relative_error(logits_of(target_, tokens), expected), 1e-2);
    }
}

TEST_F(Convert, RowsThatAreNoWholeNumberOfBlocksHaveTheNextType)
{
    write_folder({.dim = 64, .mlp = 256});
    const auto converted = convert(DType::q4_k);
    ASSERT_TRUE(converted.ok()) << converted.error().message;
    EXPECT_EQ(type_of("blk.0.attn_q.weight"), DType::q5_0);
    EXPECT_EQ(type_of("blk.0.ffn_down.weight"), DType::q4_k);
    EXPECT_EQ(type_of("output.weight"), DType::q8_0) << "at least q6_k, which does not fit";
    EXPECT_EQ(type_of("output_norm.weight"), DType::f32);
    EXPECT_EQ(converted->tensors.at(DType::q4_k), 2);
    EXPECT_FALSE(converted->has_tokenizer);
    write_folder({.dim = 40, .heads = 2, .kv_heads = 1, .mlp = 256});
    ASSERT_TRUE(convert(DType::q8_0).ok());
    EXPECT_EQ(type_of("blk.0.attn_q.weight"), DType::f16);
}

TEST_F(Convert, TheTableThatIsAlsoTheOutputIsRoundedLess)
{
    write_folder({.dim = 256, .heads = 4, .mlp = 256, .tied = true});
    ASSERT_TRUE(convert(DType::q2_k).ok());
    EXPECT_EQ(type_of("token_embd.weight"), DType::q6_k);
    EXPECT_EQ(type_of("blk.1.ffn_up.weight"), DType::q2_k);
}

TEST_F(Convert, AGgufFileKeepsItsKeysAndTokenizerAndGetsOtherTypes)
{
    const auto before = folder_.path() / "before.gguf";
    test::write_bytes(before, test::small_gguf_model().build());
    const auto converted = convert_model(before, target_, {.type = DType::q8_0, .threads = 1});
    ASSERT_TRUE(converted.ok()) << converted.error().message;
    const Checkpoint file = Checkpoint::open(target_).value();
    EXPECT_EQ(file.find("blk.0.attn_q.weight")->dtype, DType::q8_0);
    EXPECT_EQ(file.find("blk.0.attn_norm.weight")->dtype, DType::f32);
    EXPECT_EQ(read_vocabulary(file)->tokens, read_vocabulary(*Checkpoint::open(before))->tokens);
    EXPECT_EQ(read_chat_template(file)->name(), "chatml");
    EXPECT_EQ(file.key_values().integer("general.file_type"), 7);
}

TEST_F(Convert, AStopLeavesNothingBehind)
{
    write_folder({});
    std::stop_source stop;
    stop.request_stop();
    const auto converted =
        convert_model(source_, target_, {.type = DType::f16, .stop = stop.get_token()});
    EXPECT_EQ(converted.error().kind, ErrorKind::cancelled);
    EXPECT_FALSE(std::filesystem::exists(target_));
    EXPECT_FALSE(std::filesystem::exists(target_.string() + ".part"));
}

TEST_F(Convert, ATypeThatNoFileHoldsIsRefused)
{
    write_folder({});
    EXPECT_EQ(convert(DType::nf4).error().kind, ErrorKind::unsupported);
    EXPECT_EQ(convert(DType::i32).error().kind, ErrorKind::unsupported);
}

TEST_F(Convert, AVocabularyWrittenAsKeysIsReadBackAsItWas)
{
    tokenizer::Vocabulary vocabulary;
    vocabulary.kind = tokenizer::Vocabulary::Kind::byte_bpe;
    vocabulary.pre = "smollm";
    vocabulary.tokens = {"<|end|>", "a", "b", "ab", "<x>"};
    using Type = tokenizer::TokenType;
    vocabulary.types = {Type::control, Type::normal, Type::normal, Type::normal,
                        Type::user_defined};
    vocabulary.merges = {"a b"};
    vocabulary.bos = 0;
    vocabulary.eos = 0;
    vocabulary.add_bos = true;
    checkpoint::KeyValues values;
    write_vocabulary(values, vocabulary);
    auto writer = checkpoint::GgufWriter::create(target_, values, {});
    ASSERT_TRUE(writer.ok() && writer->finish().ok());
    const auto back = read_vocabulary(Checkpoint::open(target_).value());
    ASSERT_TRUE(back.ok()) << back.error().message;
    EXPECT_EQ(back->kind, vocabulary.kind);
    EXPECT_EQ(back->pre, vocabulary.pre);
    EXPECT_EQ(back->tokens, vocabulary.tokens);
    EXPECT_EQ(back->types, vocabulary.types);
    EXPECT_EQ(back->merges, vocabulary.merges);
    EXPECT_EQ(back->bos, 0);
    EXPECT_EQ(back->pad, -1);
    EXPECT_TRUE(back->add_bos);
    EXPECT_FALSE(back->add_eos);
}

} // namespace
} // namespace longhand::infer
