// SPDX-License-Identifier: GPL-3.0-or-later
// Whole jobs with the embedded model, as a person runs them.
#include "engine/base/mapped_file.h"
#include "tests/e2e/program.h"
#include "tests/support/environment.h"

#include <gtest/gtest.h>

namespace longhand::test {
namespace {

class WithModel : public ::testing::Test {
protected:
    void SetUp() override
    {
        if (!embedded_model())
            GTEST_SKIP() << missing("LONGHAND_MODELS") << " or lacks the embedded model";
    }
    std::vector<std::string> with_model(std::vector<std::string> arguments) const
    {
        arguments.insert(arguments.end(),
                         {"--data-dir", folder_.path().string(), "--model",
                          embedded_model()->string(), "--json"});
        return arguments;
    }
    std::string book(const std::string& name, const std::string& text) const
    {
        const auto path = folder_.path() / name;
        EXPECT_TRUE(write_file(path, text).ok());
        return path.string();
    }
    TemporaryFolder folder_;
};

const char* const kIsland =
    "---\ntitle: The Island\nlanguage: en\n---\n\n# Chapter 1: Arrival\n\nThe ferry reached the island of Morva at noon. Only "
    "three people left it: a surveyor named Ida Kern, a boy with a dog, and a priest. Ida had come "
    "to measure the old harbour wall, which had begun to sink in the winter of 1911. She carried "
    "two brass instruments in a leather case and a letter from the harbour board.\n\n"
    "The wall was four hundred metres long. Nobody on Morva remembered who had built it. The "
    "innkeeper believed it was Roman; the priest laughed at that.\n\n# Chapter 2: The Storm\n\n"
    "On the third night a storm broke eleven metres out of the wall. Ida watched from the window "
    "of the inn as the sea carried the stones away. In the morning she found, under the fallen "
    "part, a row of oak beams, black and hard as iron. The beams had numbers cut into them. She "
    "wrote to the harbour board that the wall had been built by shipwrights, not by masons.\n";

TEST_F(WithModel, ASummaryHasOnlyPointsThatStandInTheBookAndCoversAllOfIt)
{
    const std::string path = book("island.md", kIsland);
    const Finished summary = run(with_model({"summarise", path}));
    ASSERT_EQ(summary.exit_code, 0) << summary.errors;
    const auto chapters = summary.events("chapter_summary");
    ASSERT_GE(chapters.size(), 2U);
    const std::string text = run({"text", path}).output;
    for (const Json& chapter : chapters) {
        EXPECT_FALSE(chapter["points"].empty()) << chapter;
        for (const Json& point : chapter["points"]) {
            ASSERT_FALSE(point["sources"].empty()) << point;
            for (const Json& source : point["sources"])
                EXPECT_NE(text.find(source["quote"].get<std::string>()), std::string::npos)
                    << source;
        }
    }
    const auto coverage = summary.events("coverage");
    ASSERT_EQ(coverage.size(), 1U);
    EXPECT_EQ(coverage[0]["words_read"], coverage[0]["words_total"]);
    EXPECT_EQ(coverage[0]["truncated"], 0);
    ASSERT_EQ(summary.events("finished").size(), 1U);
}

TEST_F(WithModel, AnAnswerNamesItsStrategyItsBudgetAndItsSources)
{
    const std::string path = book("island.md", kIsland);
    const Finished asked = run(with_model({"ask", path, "How long was the harbour wall?"}));
    const auto answers = asked.events("answer");
    ASSERT_EQ(answers.size(), 1U) << asked.errors;
    EXPECT_EQ(answers[0]["strategy"], "whole");
    EXPECT_GT(answers[0]["budget_tokens"].get<int>(), answers[0]["used_tokens"].get<int>());
    const Finished absurd =
        run(with_model({"ask", path, "What did Napoleon say to the astronauts?"}));
    ASSERT_EQ(absurd.events("answer").size(), 1U);
    EXPECT_FALSE(absurd.events("answer")[0]["found"].get<bool>());
}

TEST_F(WithModel, FactsAboutTheDocumentComeFromTheDocument)
{
    const std::string path = book("island.md", kIsland);
    const auto answers =
        run(with_model({"ask", path, "How many chapters does the book have?"})).events("answer");
    ASSERT_EQ(answers.size(), 1U);
    EXPECT_EQ(answers[0]["strategy"], "document-map");
    EXPECT_NE(answers[0]["text"].get<std::string>().find('2'), std::string::npos)
        << answers[0];
}

TEST_F(WithModel, EverythingWorksInAnEmptyNetworkNamespace)
{
    const std::string path = book("island.md", kIsland);
    const auto offline = run_offline(with_model({"summarise", path, "--chapters", "1"}));
    if (!offline)
        GTEST_SKIP() << "this machine allows no network namespaces";
    EXPECT_EQ(offline->exit_code, 0) << offline->errors;
    EXPECT_FALSE(offline->events("chapter_summary").empty());
}

TEST_F(WithModel, GenerationFollowsItsSeedAndSaysItsSpeed)
{
    const std::vector<std::string> arguments =
        with_model({"generate", "--prompt", "The lighthouse keeper", "--max-tokens", "24",
                    "--temperature", "0.9", "--seed", "5"});
    const auto first = run(arguments).events("completion");
    const auto second = run(arguments).events("completion");
    ASSERT_EQ(first.size(), 1U);
    ASSERT_EQ(second.size(), 1U);
    EXPECT_EQ(first[0]["text"], second[0]["text"]);
    EXPECT_GT(first[0]["generate_tokens_per_s"].get<double>(), 0.0);
}

}  // namespace
}  // namespace longhand::test
