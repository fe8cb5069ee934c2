// SPDX-License-Identifier: GPL-3.0-or-later
// `models add --type` and `merge` over small models of every family, with a tokenizer.json beside
// their weights.
#include "engine/base/mapped_file.h"
#include "tests/e2e/program.h"
#include "tests/support/environment.h"

#include <gtest/gtest.h>

namespace longhand::test {
namespace {

namespace fs = std::filesystem;

const std::string kTokenizer =
    R"json({"added_tokens":[{"id":6,"content":"<|end|>","special":true}],
 "pre_tokenizer":{"type":"Sequence","pretokenizers":[
  {"type":"Digits","individual_digits":true},
  {"type":"ByteLevel","add_prefix_space":false,"use_regex":true}]},
 "decoder":{"type":"ByteLevel"},
 "model":{"type":"BPE","vocab":{"a":0,"b":1,"Ġ":2,"ab":3,"Ġa":4,"Ġab":5},
  "merges":["a b","Ġ a","Ġ ab"]}})json";

class ModelFolders : public testing::Test {
protected:
    // The model of a reference case, with a tokenizer; nothing without it.
    std::optional<fs::path> model(const std::string& name)
    {
        const auto golden = folder_from("LONGHAND_GOLDEN");
        if (!golden || !fs::exists(*golden / name / "model"))
            return std::nullopt;
        const fs::path path = folder_.path() / name;
        fs::create_directories(path);
        for (const char* const file : {"config.json", "model.safetensors"})
            fs::copy_file(*golden / name / "model" / file, path / file);
        EXPECT_TRUE(write_file(path / "tokenizer.json", kTokenizer).ok());
        return path;
    }
    Finished run_here(std::vector<std::string> arguments)
    {
        arguments.insert(arguments.end(), {"--data-dir", folder_.path().string(), "--json"});
        return run(std::move(arguments));
    }

    TemporaryFolder folder_;
};

TEST_F(ModelFolders, OfEveryFamilyBecomeGgufFilesOfAnyType)
{
    if (!folder_from("LONGHAND_GOLDEN"))
        GTEST_SKIP() << missing("LONGHAND_GOLDEN");
    const std::pair<const char*, const char*> cases[] = {
        {"llama-gqa", "f32"},    {"mistral-sliding-window", "f16"},
        {"qwen2-bias", "bf16"},  {"qwen3-qk-norm", "q8_0"},
        {"gemma2", "q6_k"},      {"gemma3", "q5_k"},
        {"phi3-fused", "q4_k"},  {"rope-llama3", "q3_k"},
        {"rope-yarn-4", "q2_k"}, {"rope-longrope", "iq4_xs"}};
    for (const auto& [name, type] : cases) {
        const auto folder = model(name);
        if (!folder)
            continue;
        const Finished added = run_here({"models", "add", folder->string(), "--type", type});
        ASSERT_EQ(added.exit_code, 0) << name << ": " << added.errors;
        const std::string made = added.events("added").at(0)["name"];
        EXPECT_EQ(made, std::string(name) + "-" + type);
        fs::remove_all(*folder);
        const fs::path text = folder_.path() / "text";
        ASSERT_TRUE(write_file(text, "ab ab").ok());
        const Finished tokens = run_here({"tokens", "--model", made, text.string()});
        ASSERT_EQ(tokens.exit_code, 0) << name << ": " << tokens.errors;
        EXPECT_EQ(tokens.events("tokens").at(0)["ids"], Json::array({3, 5})) << name;
        EXPECT_EQ(run_here({"models", "inspect", made}).exit_code, 0) << name;
    }
}

TEST_F(ModelFolders, MergeWritesARotaryRuleAndRefusesWhatIsThere)
{
    const auto folder = model("llama-gqa");
    if (!folder)
        GTEST_SKIP() << missing("LONGHAND_GOLDEN");
    const std::string out = (folder_.path() / "longer").string();
    const std::vector<std::string> command = {
        "merge", "--model", folder->string(), "--rope", "linear:4", "--out", out, "--type", "bf16"};
    const Finished merged = run_here(command);
    ASSERT_EQ(merged.exit_code, 0) << merged.errors;
    EXPECT_EQ(merged.events("merged").at(0)["path"], out);
    const auto config = read_file(fs::path(out) / "config.json", 1U << 20U);
    ASSERT_TRUE(config.ok());
    const Json json = Json::parse(*config);
    EXPECT_EQ(json["rope_parameters"]["rope_type"], "linear");
    EXPECT_EQ(json["rope_parameters"]["factor"], 4.0);
    EXPECT_EQ(json["max_position_embeddings"], 512);
    EXPECT_TRUE(fs::exists(fs::path(out) / "tokenizer.json"));
    EXPECT_EQ(run_here(command).exit_code, 2) << "the folder is there already";
    EXPECT_EQ(run_here({"merge", "--model", folder->string(), "--out", out + "2"}).exit_code, 2)
        << "nothing to merge";
    EXPECT_EQ(run_here({"merge"}).exit_code, 2);
}

} // namespace
} // namespace longhand::test
