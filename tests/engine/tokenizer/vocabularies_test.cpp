// SPDX-License-Identifier: GPL-3.0-or-later
// Published vocabularies with the ids another implementation gives for their test lines: every
// NAME.gguf of $LONGHAND_TOKENIZERS that has NAME.gguf.inp and NAME.gguf.out beside it.
#include "engine/infer/vocabulary.h"

#include "engine/base/mapped_file.h"
#include "engine/tokenizer/tables.h"
#include "tests/support/environment.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <sstream>

namespace longhand::tokenizer {
namespace {

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

std::vector<std::filesystem::path> vocabularies_in(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> all;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const std::filesystem::path& path = entry.path();
        if (path.extension() == ".gguf" && std::filesystem::exists(path.string() + ".inp") &&
            std::filesystem::exists(path.string() + ".out"))
            all.push_back(path);
    }
    std::sort(all.begin(), all.end());
    return all;
}

void check(const Tokenizer& tokenizer, const std::filesystem::path& path)
{
    const auto input = read_file(path.string() + ".inp", 1U << 20U);
    const auto output = read_file(path.string() + ".out", 1U << 20U);
    ASSERT_TRUE(input.ok() && output.ok());
    const std::vector<std::string> cases = cases_of(*input);
    std::istringstream lines(*output);
    std::string line;
    std::size_t count = 0;
    for (; count < cases.size() && std::getline(lines, line); ++count) {
        std::istringstream numbers(line);
        std::vector<TokenId> expected;
        for (TokenId id; numbers >> id;)
            expected.push_back(id);
        EXPECT_EQ(tokenizer.encode(cases[count]), expected)
            << path.filename() << ", line " << count << ": " << cases[count];
        EXPECT_EQ(tokenizer.decode(expected), cases[count])
            << path.filename() << ", line " << count;
    }
    EXPECT_EQ(count, cases.size());
    EXPECT_GT(count, 0U);
}

// As tokenizer.json, and as the tables that are made of that again.
void check_written(const Vocabulary& tables, const std::filesystem::path& path)
{
    const auto json = json_of(tables);
    if (!json.ok()) {
        EXPECT_EQ(json.error().kind, ErrorKind::unsupported) << to_string(json.error());
        return;
    }
    Vocabulary written;
    written.kind = Vocabulary::Kind::tokenizer_json;
    written.model = *json;
    const auto tokenizer = Tokenizer::make(std::move(written));
    ASSERT_TRUE(tokenizer.ok()) << to_string(tokenizer.error());
    check(**tokenizer, path);
    const auto back = tables_of(**tokenizer, *json);
    ASSERT_TRUE(back.ok()) << to_string(back.error());
    EXPECT_EQ(back->kind, tables.kind);
    EXPECT_EQ(back->tokens, tables.tokens);
    EXPECT_EQ(back->types, tables.types);
    check(**Tokenizer::make(*back), path);
}

TEST(Vocabularies, GiveTheIdsOfTheReferenceOnEveryLine)
{
    const auto folder = test::folder_from("LONGHAND_TOKENIZERS");
    if (!folder)
        GTEST_SKIP() << test::missing("LONGHAND_TOKENIZERS");
    const auto paths = vocabularies_in(*folder);
    EXPECT_FALSE(paths.empty());
    for (const std::filesystem::path& path : paths) {
        const auto file = checkpoint::Checkpoint::open(path);
        ASSERT_TRUE(file.ok()) << to_string(file.error());
        auto vocabulary = infer::read_vocabulary(*file);
        if (!vocabulary.ok() && vocabulary.error().kind == ErrorKind::unsupported) {
            std::cout << path.filename().string() << ": skipped, " << vocabulary.error().message
                      << "\n";
            continue;
        }
        ASSERT_TRUE(vocabulary.ok()) << to_string(vocabulary.error());
        const Vocabulary tables = *vocabulary;
        const auto tokenizer = Tokenizer::make(std::move(*vocabulary));
        if (!tokenizer.ok()) {
            ADD_FAILURE() << path.filename() << ": " << to_string(tokenizer.error());
            continue;
        }
        const int before =
            testing::UnitTest::GetInstance()->current_test_info()->result()->total_part_count();
        check(**tokenizer, path);
        check_written(tables, path);
        const int after =
            testing::UnitTest::GetInstance()->current_test_info()->result()->total_part_count();
        std::cout << path.filename().string() << (after == before ? ": equal\n" : ": differs\n");
    }
}

} // namespace
} // namespace longhand::tokenizer
