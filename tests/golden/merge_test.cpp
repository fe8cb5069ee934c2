// SPDX-License-Identifier: GPL-3.0-or-later
// Acceptance C2 and C6 over every family: a model with adapters in its weights gives the logits of
// the adapters applied, in either layout, and so do the adapters written anew.
#include "engine/infer/convert.h"
#include "engine/model/lora.h"
#include "engine/model/tensor_list.h"
#include "engine/tensor/cpu/cpu_backend.h"
#include "tests/golden/reference.h"
#include "tests/support/environment.h"
#include "tests/support/tiny_model.h"

#include <gtest/gtest.h>

namespace longhand {
namespace {

using checkpoint::AdapterFile;
using checkpoint::Layout;
using tensor::DType;
namespace fs = std::filesystem;

std::vector<float> random_values(Random& random, std::int64_t count, float spread)
{
    std::vector<float> values;
    for (std::int64_t i = 0; i < count; ++i)
        values.push_back(spread * random.normal());
    return values;
}

// Of all linears of layer 1, with trained norms.
AdapterFile random_adapter(const model::ModelConfig& config, Seed seed)
{
    Random random(seed);
    AdapterFile adapter;
    const std::int64_t rank = 3;
    const auto add = [&](const char* module, std::int64_t rows, std::int64_t columns) {
        adapter.pairs.push_back({.module = std::string("layers.1.") + module,
                                 .a_shape = {rank, columns},
                                 .b_shape = {rows, rank},
                                 .a = random_values(random, rank * columns, 0.1F),
                                 .b = random_values(random, rows * rank, 0.1F),
                                 .scale = 1.5F});
    };
    add("self_attn.q_proj", config.q_dim(), config.dim);
    add("self_attn.k_proj", config.kv_dim(), config.dim);
    add("self_attn.v_proj", config.kv_dim(), config.dim);
    add("self_attn.o_proj", config.dim, config.q_dim());
    add("mlp.gate_proj", config.mlp_dim, config.dim);
    add("mlp.up_proj", config.mlp_dim, config.dim);
    add("mlp.down_proj", config.dim, config.mlp_dim);
    for (const char* const norm : {"layers.0.post_attention_layernorm.weight", "norm.weight"})
        adapter.whole.push_back({norm, {config.dim}, random_values(random, config.dim, 0.3F)});
    return adapter;
}

std::vector<float> logits_of(const fs::path& model, const std::vector<fs::path>& adapters,
                             const std::vector<TokenId>& tokens, float scale = 1.0F)
{
    const auto file = checkpoint::Checkpoint::open(model).value();
    std::vector<AdapterFile> files;
    for (const fs::path& path : adapters)
        files.push_back(checkpoint::read_adapter(path).value());
    const auto rule = model::settle_rule(std::nullopt, files).value();
    const auto config = model::read_config(file, rule).value();
    auto transformer = model::Transformer::load(config, file, tensor::make_cpu_backend()).value();
    for (const AdapterFile& adapter : files)
        transformer = model::LoraAdapter::make(adapter, transformer, scale).value()->transformer();
    return test::logits_of(transformer, tokens, 512);
}

class Merge : public testing::Test {
protected:
    fs::path adapter_for(const fs::path& model, const std::string& name, Seed seed,
                         const std::string& rope = {})
    {
        const auto config = model::read_config(checkpoint::Checkpoint::open(model).value()).value();
        AdapterFile adapter = random_adapter(config, seed);
        adapter.rope_parameters = rope;
        const fs::path path = folder_.path() / name;
        EXPECT_TRUE(checkpoint::write_adapter(adapter, path).ok());
        return path;
    }

    test::TemporaryFolder folder_;
};

TEST_F(Merge, GivesTheLogitsOfTheAdaptersAppliedInEveryFamily)
{
    if (!test::folder_from("LONGHAND_GOLDEN"))
        GTEST_SKIP() << test::missing("LONGHAND_GOLDEN");
    for (const std::string name :
         {"llama-gqa", "llama-tied-9-3-heads", "mistral-sliding-window", "qwen2-bias",
          "qwen3-qk-norm", "gemma2", "gemma3", "phi3-fused"}) {
        const auto golden = test::reference(name);
        if (!golden)
            continue;
        const fs::path model = golden->folder / "model";
        const fs::path work = folder_.path() / name;
        fs::create_directories(work);
        const auto tokens = golden->ids("input_ids");
        const fs::path one = adapter_for(model, name + "/one", Seed{1});
        const fs::path two = adapter_for(model, name + "/two", Seed{2});
        const std::vector<float> expected = logits_of(model, {one, two}, tokens);
        infer::ConvertOptions options{.type = DType::f32, .adapters = {{one}, {two}}};
        const auto gguf = work / "merged.gguf";
        ASSERT_TRUE(infer::convert_model(model, gguf, options).ok()) << name;
        EXPECT_LT(test::relative_error(logits_of(gguf, {}, tokens), expected), 1e-5) << name;
        options.layout = Layout::hugging_face;
        const auto merged = infer::convert_model(model, work / "folder", options);
        ASSERT_TRUE(merged.ok()) << name << ": " << to_string(merged.error());
        EXPECT_LT(test::relative_error(logits_of(work / "folder", {}, tokens), expected), 1e-5)
            << name;

        // The same from a GGUF file as the base, and the adapters as one of either kind.
        const auto base = work / "base.gguf";
        ASSERT_TRUE(infer::convert_model(model, base, {.type = DType::f32}).ok()) << name;
        EXPECT_LT(test::relative_error(logits_of(base, {one, two}, tokens), expected), 1e-5)
            << name;
        options.layout = Layout::gguf;
        ASSERT_TRUE(infer::convert_model(base, work / "again.gguf", options).ok()) << name;
        EXPECT_LT(test::relative_error(logits_of(work / "again.gguf", {}, tokens), expected), 1e-5)
            << name;
        for (const char* const joined : {"joined", "joined.gguf"}) {
            const auto written = infer::export_adapter(model, work / joined, options);
            ASSERT_TRUE(written.ok()) << name << ": " << to_string(written.error());
            for (const fs::path& under : {model, base})
                EXPECT_LT(test::relative_error(logits_of(under, {work / joined}, tokens), expected),
                          1e-5)
                    << name << " " << joined;
        }
    }
}

TEST_F(Merge, ScalesMultiplyAndTheRotaryRuleOfAnAdapterIsWritten)
{
    const auto golden = test::reference("llama-gqa");
    if (!golden)
        GTEST_SKIP() << test::missing("LONGHAND_GOLDEN");
    const fs::path model = golden->folder / "model";
    const auto tokens = golden->ids("input_ids");
    const fs::path adapter =
        adapter_for(model, "scaled", Seed{3},
                    R"({"rope_type": "yarn", "rope_theta": 10000.0, "factor": 4.0,
                        "original_max_position_embeddings": 128})");
    const std::vector<float> expected = logits_of(model, {adapter}, tokens, 0.25F);
    for (const char* const name : {"merged.gguf", "merged"}) {
        const fs::path out = folder_.path() / name;
        const infer::ConvertOptions options{
            .type = DType::f32,
            .layout = out.extension() == ".gguf" ? Layout::gguf : Layout::hugging_face,
            .adapters = {{adapter, 0.25F}}};
        ASSERT_TRUE(infer::convert_model(model, out, options).ok()) << name;
        EXPECT_LT(test::relative_error(logits_of(out, {}, tokens), expected), 1e-5) << name;
        const auto config = model::read_config(checkpoint::Checkpoint::open(out).value()).value();
        EXPECT_EQ(model::to_string(config.rope), "yarn:4");
        EXPECT_EQ(config.rope.original_length, 128);
        EXPECT_EQ(config.context_length, 512);
    }
    infer::ConvertOptions other{.adapters = {{adapter}}};
    other.rope = model::parse_rope_rule("linear:2").value();
    const auto refused = infer::convert_model(model, folder_.path() / "no.gguf", other);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().kind, ErrorKind::invalid);
}

TEST_F(Merge, ATiedHeadStaysTiedAndOneOfItsOwnIsRefused)
{
    const auto golden = test::reference("llama-tied-9-3-heads");
    if (!golden)
        GTEST_SKIP() << test::missing("LONGHAND_GOLDEN");
    const fs::path model = golden->folder / "model";
    const auto config = model::read_config(checkpoint::Checkpoint::open(model).value()).value();
    AdapterFile adapter = random_adapter(config, Seed{4});
    Random random(Seed{5});
    const tensor::Shape shape{config.vocabulary, config.dim};
    adapter.whole.push_back(
        {"embed_tokens.weight", shape, random_values(random, shape.count(), 0.1F)});
    const fs::path path = folder_.path() / "tied";
    ASSERT_TRUE(checkpoint::write_adapter(adapter, path).ok());
    const auto tokens = golden->ids("input_ids");
    for (const char* const name : {"merged.gguf", "merged"}) {
        const fs::path out = folder_.path() / name;
        const infer::ConvertOptions options{
            .type = DType::f32,
            .layout = out.extension() == ".gguf" ? Layout::gguf : Layout::hugging_face,
            .adapters = {{path}}};
        ASSERT_TRUE(infer::convert_model(model, out, options).ok()) << name;
        EXPECT_TRUE(model::read_config(checkpoint::Checkpoint::open(out).value())->tied_head);
        EXPECT_LT(
            test::relative_error(logits_of(out, {}, tokens), logits_of(model, {path}, tokens)),
            1e-5)
            << name;
    }
    EXPECT_EQ(infer::export_adapter(model, folder_.path() / "x.gguf", {.adapters = {{path}}})
                  .error()
                  .kind,
              ErrorKind::unsupported)
        << "GGUF adapters hold no embeddings";
    adapter.whole.push_back({"lm_head.weight", shape, random_values(random, shape.count(), 0.1F)});
    ASSERT_TRUE(checkpoint::write_adapter(adapter, path).ok());
    EXPECT_EQ(infer::convert_model(model, folder_.path() / "no.gguf", {.adapters = {{path}}})
                  .error()
                  .kind,
              ErrorKind::unsupported);
}

} // namespace
} // namespace longhand
