// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/catalogue.h"
#include "app/models/installed.h"
#include "engine/base/mapped_file.h"
#include "tests/support/environment.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace longhand::models {
namespace {

class Installed : public ::testing::Test {
protected:
    void SetUp() override
    {
        ::unsetenv("LONGHAND_MODELS");
        std::filesystem::create_directories(folder_.path() / "models" / "tiny-hf");
        put("models/Alpha-7B.Q8_0.gguf");
        put("models/Alpha-9B.Q8_0.gguf");
        put("models/notes.txt");
        put("models/tiny-hf/config.json");
    }
    void put(const std::string& name) { ASSERT_TRUE(write_file(folder_.path() / name, "x").ok()); }
    test::TemporaryFolder folder_;
};

TEST_F(Installed, ListsModelFilesAndFoldersAndNothingElse)
{
    const auto models = installed_models(folder_.path());
    ASSERT_EQ(models.size(), 3U);
    EXPECT_EQ(models[0].name, "Alpha-7B.Q8_0");
    EXPECT_EQ(models[2].name, "tiny-hf");
}

TEST_F(Installed, AModelIsFoundByPathByNameAndByAUniquePart)
{
    const auto file = folder_.path() / "models" / "notes.txt";
    EXPECT_EQ(resolve_model(file.string(), folder_.path()).value(), file);
    EXPECT_EQ(resolve_model("alpha-7b.q8_0", folder_.path()).value().filename(),
              "Alpha-7B.Q8_0.gguf");
    EXPECT_EQ(resolve_model("9b", folder_.path()).value().filename(), "Alpha-9B.Q8_0.gguf");
    EXPECT_EQ(resolve_model("alpha", folder_.path()).error().kind, ErrorKind::invalid);
    EXPECT_EQ(resolve_model("omega", folder_.path()).error().kind, ErrorKind::not_found);
}

TEST_F(Installed, WithoutTheEmbeddedModelTheErrorSaysWhatToDo)
{
    const auto missing = resolve_model("", folder_.path());
    ASSERT_FALSE(missing.ok());
    EXPECT_NE(missing.error().message.find("quickstart"), std::string::npos);
    put("models/" + std::string(embedded_model().file_name));
    EXPECT_EQ(resolve_model("", folder_.path()).value().filename(), embedded_model().file_name);
}

TEST(Catalogue, NamesTranslatorsOfAPairSmallestFirst)
{
    const auto able = known_translators("zh-CN", "en");
    ASSERT_EQ(able.size(), 4U);
    EXPECT_EQ(able.front().name, "EuroLLM-1.7B-Instruct");
    EXPECT_NE(describe(able.front()).find("Apache-2.0"), std::string::npos);
    EXPECT_TRUE(known_translators("en", "tlh").empty());
    for (const KnownModel& model : known_models()) {
        EXPECT_FALSE(model.licence.empty()) << model.name;
        EXPECT_GT(model.memory_bytes, model.file_bytes) << model.name;
    }
}

} // namespace
} // namespace longhand::models
