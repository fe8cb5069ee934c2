// SPDX-License-Identifier: GPL-3.0-or-later
// Files of Hugging Face as the tables of GGUF, and back. The ids are what the Python package
// tokenizers (0.23) gives for the files.
#include "engine/tokenizer/tables.h"

#include "engine/tokenizer/pre_tokenizer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace longhand::tokenizer {
namespace {

using Ids = std::vector<TokenId>;
using testing::HasSubstr;

std::unique_ptr<Tokenizer> read(const std::string& json)
{
    Vocabulary vocabulary;
    vocabulary.kind = Vocabulary::Kind::tokenizer_json;
    vocabulary.model = json;
    return Tokenizer::make(std::move(vocabulary)).value();
}

// Byte-level BPE behind `steps`; its vocabulary has the letters of bytes that the tests use.
std::string bytes_json(const std::string& steps, const std::string& more = {})
{
    return R"json({"added_tokens":[{"id":9,"content":"<|end|>","special":true},
 {"id":10,"content":"   ","special":false}],)json" +
           more + R"json("pre_tokenizer":{"type":"Sequence","pretokenizers":[)json" + steps +
           R"json(]},"decoder":{"type":"ByteLevel"},"model":{"type":"BPE","vocab":{"a":0,"b":1,
 "Ġ":2,"ab":3,"Ġa":4,"Ġab":5,"1":6,"11":7,"?":8},"merges":["a b","Ġ a","Ġ ab","1 1"]}})json";
}
const std::string kGpt2 = R"({"type":"ByteLevel","add_prefix_space":false,"use_regex":true})";
const std::string kPlain = R"({"type":"ByteLevel","add_prefix_space":false,"use_regex":false})";

TEST(Tables, NameThePreTokeniserByWhatItDoes)
{
    EXPECT_EQ(tables_of(*read(bytes_json(kGpt2)), bytes_json(kGpt2))->pre, "gpt-2");
    const std::string digits = R"({"type":"Digits","individual_digits":true},)" + kGpt2;
    const std::string json = bytes_json(digits);
    const auto tables = tables_of(*read(json), json);
    ASSERT_TRUE(tables.ok()) << to_string(tables.error());
    EXPECT_EQ(tables->pre, "smollm");
    EXPECT_EQ(tables->types[9], TokenType::control);
    EXPECT_EQ(tables->types[10], TokenType::user_defined);
    const auto made = Tokenizer::make(*tables).value();
    EXPECT_EQ(made->encode("ab ab11   b"), (Ids{3, 5, 6, 6, 10, 1}));
    EXPECT_EQ(read(bytes_json(kGpt2))->encode("ab ab11   b"), (Ids{3, 5, 7, 10, 1}));
}

TEST(Tables, EveryKnownPreTokeniserIsFoundAgain)
{
    Vocabulary vocabulary;
    vocabulary.tokens = {"a", "b", "ab"};
    vocabulary.merges = {"a b"};
    for (const char* const name :
         {"gpt-2", "smollm", "default", "falcon", "llama-bpe", "dbrx", "qwen2", "qwen35",
          "deepseek-llm", "deepseek-coder", "deepseek-v3", "gpt-4o", "tekken", "bloom", "viking"}) {
        vocabulary.pre = name;
        const auto json = json_of(vocabulary);
        ASSERT_TRUE(json.ok()) << name;
        const auto tables = tables_of(*read(*json), *json);
        ASSERT_TRUE(tables.ok()) << name << ": " << to_string(tables.error());
        EXPECT_EQ(tables->pre, name);
    }
}

TEST(Tables, StepsThatTheyCannotSayAreRefused)
{
    const auto message = [](const std::string& json) {
        const auto tables = tables_of(*read(json), json);
        EXPECT_FALSE(tables.ok()) << json;
        return tables.ok() ? std::string() : tables.error().message;
    };
    EXPECT_THAT(message(bytes_json(kGpt2, R"("normalizer":{"type":"Lowercase"},)")),
                HasSubstr("normalizer"));
    EXPECT_THAT(
        message(bytes_json(R"({"type":"Split","pattern":{"Regex":"a+"},"behavior":"Isolated"},)" +
                           kPlain)),
        HasSubstr("pre_tokenizer"));
    const std::string form = bytes_json(kGpt2, R"("normalizer":{"type":"NFC"},)");
    EXPECT_TRUE(tables_of(*read(form), form).ok()) << "left out, as converters do";
}

// Merges with byte fallback, as the files of Llama 2 and its relatives have them: the bytes are 1
// to 256.
std::string pieces_json(const std::string& merges, const std::string& normalizer)
{
    std::string bytes;
    for (int byte = 0; byte < 256; ++byte) {
        char entry[24];
        std::snprintf(entry, sizeof entry, "\"<0x%02X>\":%d,", static_cast<unsigned>(byte),
                      byte + 1);
        bytes += entry;
    }
    return R"json({"added_tokens":[{"id":0,"content":"<unk>","special":true}],"normalizer":)json" +
           normalizer +
           R"json(,"decoder":{"type":"Sequence","decoders":[
  {"type":"Replace","pattern":{"String":"▁"},"content":" "},{"type":"ByteFallback"},
  {"type":"Fuse"},{"type":"Strip","content":" ","start":1,"stop":0}]},
 "model":{"type":"BPE","unk_token":"<unk>","fuse_unk":true,"byte_fallback":true,
  "vocab":{"<unk>":0,)json" +
           bytes + R"json("▁":257,"a":258,"b":259,"ab":260,"▁a":261,"▁ab":262},"merges":)json" +
           merges + "}}";
}
const std::string kMarked =
    R"({"type":"Sequence","normalizers":[{"type":"Prepend","prepend":"▁"},
        {"type":"Replace","pattern":{"String":" "},"content":"▁"}]})";

TEST(Tables, MergesOfPiecesBecomeScores)
{
    const std::string json = pieces_json(R"(["a b","▁ ab","▁a b","▁ a"])", kMarked);
    const auto tables = tables_of(*read(json), json);
    ASSERT_TRUE(tables.ok()) << to_string(tables.error());
    EXPECT_EQ(tables->kind, Vocabulary::Kind::sentencepiece);
    EXPECT_TRUE(tables->add_space_prefix);
    EXPECT_GT(tables->scores[260], tables->scores[262]);
    EXPECT_GT(tables->scores[262], tables->scores[261]);
    const auto made = Tokenizer::make(*tables).value();
    const Ids expected = {262, 261, 0xC3 + 1, 0xA9 + 1};
    EXPECT_EQ(made->encode("ab aé"), expected);
    EXPECT_EQ(made->decode(expected), "ab aé");
    const auto again = json_of(*tables);
    ASSERT_TRUE(again.ok());
    EXPECT_EQ(read(*again)->encode("ab aé"), expected);
}

TEST(Tables, MergesThatScoresCannotSayAreRefused)
{
    // No merge makes "ab" or "▁ab", and a score for them would.
    const std::string json = pieces_json(R"(["▁ a"])", kMarked);
    EXPECT_EQ(tables_of(*read(json), json).error().kind, ErrorKind::unsupported);
}

TEST(Tables, AnIdWithoutATokenIsMarkedUnused)
{
    Vocabulary tables;
    tables.tokens = {"a"};
    tables.types = {TokenType::normal};
    tables.scores = {-1.0F};
    add_unused(tables, 1);
    EXPECT_EQ(tables.tokens[1], "[PAD1]");
    EXPECT_EQ(tables.types[1], TokenType::unused);
    EXPECT_EQ(tables.scores.size(), 2U);
}

} // namespace
} // namespace longhand::tokenizer
