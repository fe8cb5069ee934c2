// SPDX-License-Identifier: GPL-3.0-or-later
// Three published vocabularies with the ids another implementation gives for their test lines.
#include "engine/infer/vocabulary.h"

#include "engine/base/mapped_file.h"
#include "tests/support/environment.h"

#include <gtest/gtest.h>

#include <chrono>
#include <sstream>

namespace longhand::tokenizer {
namespace {

class Vocabularies : public testing::TestWithParam<const char*> {};

std::vector<std::string> cases_of(const std::string& text)
{
    constexpr std::string_view kBorder = "\n__ggml_vocab_test__\n";
    std::vector<std::string> cases;
    std::size_t begin = 0;
    for (std::size_t at; (at = text.find(kBorder, begin)) != std::string::npos;
         begin = at + kBorder.size())
        cases.push_back(text.substr(begin, at - begin));
    return cases;
}

TEST_P(Vocabularies, GivesTheIdsOfTheReferenceOnEveryLine)
{
    const std::string name = std::string("ggml-vocab-") + GetParam() + ".gguf";
    const auto path = test::file_from("LONGHAND_TOKENIZERS", name);
    if (!path)
        GTEST_SKIP() << test::missing("LONGHAND_TOKENIZERS");
    const auto file = checkpoint::Checkpoint::open(*path);
    ASSERT_TRUE(file.ok()) << to_string(file.error());
    auto vocabulary = infer::read_vocabulary(*file);
    ASSERT_TRUE(vocabulary.ok()) << to_string(vocabulary.error());
    const auto tokenizer = Tokenizer::make(std::move(*vocabulary));
    ASSERT_TRUE(tokenizer.ok()) << to_string(tokenizer.error());
    const auto input = read_file(path->string() + ".inp", 1U << 20U);
    const auto output = read_file(path->string() + ".out", 1U << 20U);
    ASSERT_TRUE(input.ok() && output.ok());
    const std::vector<std::string> cases = cases_of(*input);
    std::istringstream lines(*output);
    std::string line;
    std::size_t count = 0;
    for (; std::getline(lines, line) && count < cases.size(); ++count) {
        std::istringstream numbers(line);
        std::vector<TokenId> expected;
        for (TokenId id; numbers >> id;)
            expected.push_back(id);
        EXPECT_EQ((*tokenizer)->encode(cases[count]), expected) << "line " << count << ": " << cases[count];
        EXPECT_EQ((*tokenizer)->decode(expected), cases[count]) << "line " << count;
    }
    EXPECT_EQ(count, cases.size());
    EXPECT_GT(count, 30U);
}

INSTANTIATE_TEST_SUITE_P(Published, Vocabularies, testing::Values("gpt-2", "llama-spm", "starcoder"),
                         [](const auto& chosen) {
                             std::string name = chosen.param;
                             std::erase(name, '-');
                             return name;
                         });

}  // namespace
}  // namespace longhand::tokenizer
