// SPDX-License-Identifier: GPL-3.0-or-later
// Every reference model written as GGUF, and from there as a folder again, still gives the
// reference's logits, also at positions beyond the length it was trained for.
#include "engine/infer/convert.h"

#include "engine/base/mapped_file.h"
#include "engine/checkpoint/safetensors_writer.h"
#include "engine/tensor/cpu/cpu_backend.h"
#include "tests/golden/reference.h"
#include "tests/support/environment.h"
#include "tests/support/tiny_model.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace longhand {
namespace {

using checkpoint::Layout;

// What GGUF has no place for: its only base is that of the claimed length, and the reference's is
// that of its own.
constexpr std::array kDiffer = {"rope-dynamic-4"};
// And what config.json has none for: divisors, which is how GGUF has this rule.
constexpr std::array kOneWay = {"rope-llama3"};

template <class Names> bool among(const Names& names, const std::string& name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

double error_of(const test::Reference& golden, const std::filesystem::path& path)
{
    const auto file = checkpoint::Checkpoint::open(path).value();
    const auto config = model::read_config(file).value();
    const auto transformer = model::Transformer::load(config, file, tensor::make_cpu_backend());
    if (!transformer.ok()) {
        ADD_FAILURE() << to_string(transformer.error());
        return 1.0;
    }
    return test::relative_error(test::logits_of(*transformer, golden.ids("input_ids"), 512),
                                golden.floats("logits"));
}

TEST(Golden, ConvertedModelsGiveTheReferencesLogits)
{
    if (!test::folder_from("LONGHAND_GOLDEN"))
        GTEST_SKIP() << test::missing("LONGHAND_GOLDEN");
    for (const std::string& name : test::references_of_kind("logits")) {
        const auto golden = test::reference(name);
        if (!golden)
            continue;
        const test::TemporaryFolder folder;
        const auto gguf = folder.path() / "model.gguf";
        const auto back = folder.path() / "back";
        const auto made =
            infer::convert_model(golden->folder / "model", gguf, {.type = tensor::DType::f32});
        ASSERT_TRUE(made.ok()) << name << ": " << to_string(made.error());
        if (among(kDiffer, name)) {
            std::printf("%s: GGUF has no such rule\n", name.c_str());
            continue;
        }
        const double error = error_of(*golden, gguf);
        std::printf("%s as GGUF: relative error %.2e: %s\n", name.c_str(), error,
                    error < 2e-5 ? "passed" : "FAILED");
        EXPECT_LT(error, 2e-5) << name;
        const auto folded = infer::convert_model(
            gguf, back, {.type = tensor::DType::f32, .layout = Layout::hugging_face});
        EXPECT_EQ(folded.ok(), !among(kOneWay, name)) << name;
        if (folded.ok()) {
            EXPECT_LT(error_of(*golden, back), 2e-5) << name << " as a folder again";
        }
        const auto half = folder.path() / "half.gguf";
        ASSERT_TRUE(infer::convert_model(golden->folder / "model", half, {}).ok()) << name;
        EXPECT_LT(error_of(*golden, half), 1e-2) << name;
    }
}

// The folder of Gemma 3 with a part that sees: its config inside another, its tensors under a name
// of their own beside others.
void write_seeing(const std::filesystem::path& from, const std::filesystem::path& to, bool newer)
{
    const auto file = checkpoint::Checkpoint::open(from).value();
    nlohmann::json inner = nlohmann::json::parse(file.text_file("config.json"));
    const nlohmann::json config = {{"model_type", "gemma3"},
                                   {"architectures", {"Gemma3ForConditionalGeneration"}},
                                   {"text_config", std::move(inner)},
                                   {"vision_config", {{"hidden_size", 32}}}};
    std::filesystem::create_directories(to);
    ASSERT_TRUE(write_file(to / "config.json", config.dump()).ok());
    std::vector<checkpoint::PlannedTensor> plan;
    for (const checkpoint::TensorEntry& entry : file.tensors())
        plan.push_back({newer ? "model.language_model." + entry.name.substr(6)
                              : "language_model." + entry.name,
                        entry.dtype, entry.shape});
    plan.push_back({newer ? "model.vision_tower.patch.weight" : "vision_tower.patch.weight",
                    tensor::DType::f32,
                    {4}});
    auto writer = checkpoint::SafeTensorsWriter::create(to / "model.safetensors", plan, {}).value();
    for (const checkpoint::TensorEntry& entry : file.tensors())
        ASSERT_TRUE(writer.write(entry.bytes).ok());
    const std::array<float, 4> patch{};
    ASSERT_TRUE(writer.write(std::as_bytes(std::span(patch))).ok());
    ASSERT_TRUE(writer.finish().ok());
}

TEST(Golden, OfAModelThatAlsoSeesTheLanguagePartIsRead)
{
    const auto golden = test::reference("gemma3");
    if (!golden)
        GTEST_SKIP() << test::missing("LONGHAND_GOLDEN");
    for (const bool newer : {false, true}) {
        const test::TemporaryFolder folder;
        const auto seeing = folder.path() / "seeing";
        write_seeing(golden->folder / "model", seeing, newer);
        EXPECT_LT(error_of(*golden, seeing), 2e-5);
        for (const char* const name : {"model.gguf", "folder"}) {
            const auto out = folder.path() / name;
            const auto made = infer::convert_model(
                seeing, out,
                {.type = tensor::DType::f32,
                 .layout = out.extension() == ".gguf" ? Layout::gguf : Layout::hugging_face});
            ASSERT_TRUE(made.ok()) << to_string(made.error());
            EXPECT_LT(error_of(*golden, out), 2e-5) << name;
        }
    }
}

} // namespace
} // namespace longhand
