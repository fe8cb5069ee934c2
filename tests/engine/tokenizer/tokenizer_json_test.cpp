// SPDX-License-Identifier: GPL-3.0-or-later
// Small files written here; the ids are what the Python package tokenizers (0.23) gives for them.
#include "engine/tokenizer/tokenizer.h"

#include <gtest/gtest.h>

namespace longhand::tokenizer {
namespace {

const std::string kBytes =
    R"json({"added_tokens":[{"id":12,"content":"<|end|>","special":true,"normalized":false},
 {"id":13,"content":"   ","special":false,"normalized":false},
 {"id":14,"content":"ab?","special":false,"normalized":true,"single_word":true,"rstrip":true}],
 "normalizer":{"type":"NFC"},
 "pre_tokenizer":{"type":"Sequence","pretokenizers":[
  {"type":"Split","pattern":{"Regex":"(?i:'s)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,2}|\\s+(?!\\S)|\\s+"},"behavior":"Isolated","invert":false},
  {"type":"ByteLevel","add_prefix_space":false,"trim_offsets":true,"use_regex":false}]},
 "post_processor":{"type":"TemplateProcessing","single":[{"SpecialToken":{"id":"<|end|>","type_id":0}},{"Sequence":{"id":"A","type_id":0}}],"pair":[{"Sequence":{"id":"A","type_id":0}},{"Sequence":{"id":"B","type_id":1}}],"special_tokens":{"<|end|>":{"id":"<|end|>","ids":[12],"tokens":["<|end|>"]}}},
 "decoder":{"type":"ByteLevel","add_prefix_space":true,"trim_offsets":true,"use_regex":true},
 "model":{"type":"BPE","ignore_merges":true,"vocab":{"a":0,"b":1,"Ġ":2,"ab":3,"Ġa":4,"Ġab":5,"1":6,"Ã":7,"©":8,"?":9,"Ã©":10,"Ġb":11},
  "merges":["a b","Ġ a",["Ã","©"]]}})json";

const std::string kPieces =
    R"json({"added_tokens":[{"id":0,"content":"<unk>","special":true,"normalized":false}],
 "normalizer":{"type":"Sequence","normalizers":[{"type":"Prepend","prepend":"▁"},{"type":"Replace","pattern":{"String":" "},"content":"▁"}]},
 "pre_tokenizer":null,
 "decoder":{"type":"Sequence","decoders":[{"type":"Replace","pattern":{"String":"▁"},"content":" "},{"type":"ByteFallback"},{"type":"Fuse"},{"type":"Strip","content":" ","start":1,"stop":0}]},
 "model":{"type":"BPE","unk_token":"<unk>","fuse_unk":true,"byte_fallback":true,
  "vocab":{"<unk>":0,"<0xC3>":1,"<0xA9>":2,"▁":3,"a":4,"b":5,"ab":6,"▁a":7,"▁ab":8},"merges":["a b","▁ ab","▁ a"]}})json";

const std::string kUnigram =
    R"json({"added_tokens":[{"id":0,"content":"<unk>","special":true,"normalized":false},{"id":1,"content":"</s>","special":true,"normalized":false}],
 "normalizer":{"type":"Replace","pattern":{"Regex":" {2,}"},"content":" "},
 "pre_tokenizer":{"type":"Metaspace","replacement":"▁","prepend_scheme":"always","split":true},
 "decoder":{"type":"Metaspace","replacement":"▁","prepend_scheme":"always","split":true},
 "model":{"type":"Unigram","unk_id":0,"byte_fallback":false,"vocab":[["<unk>",0],["</s>",0],["▁",-2],["a",-3],["b",-3.5],["ab",-5],["▁a",-4.5],["ba",-6],["<",-7],["/",-7],["s",-7],[">",-7]]}})json";

Result<std::unique_ptr<Tokenizer>> read(std::string json)
{
    Vocabulary vocabulary;
    vocabulary.kind = Vocabulary::Kind::tokenizer_json;
    vocabulary.model = std::move(json);
    return Tokenizer::make(std::move(vocabulary));
}

using Ids = std::vector<TokenId>;

void expect_ids(const std::string& json, const std::vector<std::pair<std::string, Ids>>& cases)
{
    const auto tokenizer = read(json);
    ASSERT_TRUE(tokenizer.ok()) << to_string(tokenizer.error());
    for (const auto& [text, ids] : cases)
        EXPECT_EQ((*tokenizer)->encode(text), ids) << text;
}

TEST(TokenizerJson, ReadsByteLevelBpeWithItsAddedTokens)
{
    expect_ids(kBytes, {
                           {"ab ab's", {3, 5}},
                           {"aab    b", {0, 3, 13, 11}},
                           {"e\314\201 111", {10, 2, 6, 6, 6}},
                           {"ab? ab", {14, 3}},
                           {"xab? b", {3, 9, 11}},
                           {"b b", {1, 11}},
                       });
}

TEST(TokenizerJson, ReadsBpeOverPiecesWithBytesForWhatIsUnknown)
{
    expect_ids(kPieces, {
                            {"ab a", {8, 7}},
                            {"\303\251ab", {3, 1, 2, 6}},
                            {"zz ab", {3, 0, 8}},
                            {" a", {3, 7}},
                        });
}

TEST(TokenizerJson, ReadsUnigram)
{
    expect_ids(kUnigram, {
                             {"ab  aba", {2, 5, 2, 5, 3}},
                             {"a\303\251\303\251b", {6, 0, 4}},
                             {"bab a", {2, 4, 5, 6}},
                         });
}

TEST(TokenizerJson, GivesTextBackFromIds)
{
    const auto bytes = read(kBytes);
    const auto pieces = read(kPieces);
    const auto unigram = read(kUnigram);
    ASSERT_TRUE(bytes.ok() && pieces.ok() && unigram.ok());
    for (const std::string text : {"ab a", "   ab 11", "\xC3\xA9 a"})
        EXPECT_EQ((*bytes)->decode((*bytes)->encode(text)), text);
    for (const std::string text : {"ab a", " a",
                                   "\xC3\xA9"
                                   "ab"})
        EXPECT_EQ((*pieces)->decode((*pieces)->encode(text)), text);
    EXPECT_EQ((*unigram)->decode((*unigram)->encode("ab aba")), "ab aba");
    EXPECT_EQ((*bytes)->piece(12), ""); // special
}

TEST(TokenizerJson, NeverMakesASpecialTokenFromText)
{
    for (const std::string& json : {kBytes, kUnigram}) {
        const auto tokenizer = read(json);
        ASSERT_TRUE(tokenizer.ok());
        for (const char* text : {"a<|end|>b", "</s>", "a</s>"})
            for (const TokenId id : (*tokenizer)->encode(text))
                EXPECT_TRUE(id != 12 && (json == kBytes || id != 1)) << text;
    }
}

TEST(TokenizerJson, TakesTheBosThatItsTemplateWrites)
{
    const auto tokenizer = read(kBytes);
    ASSERT_TRUE(tokenizer.ok());
    EXPECT_TRUE((*tokenizer)->vocabulary().add_bos);
    EXPECT_EQ((*tokenizer)->vocabulary().bos, 12);
    EXPECT_FALSE(read(kPieces).value()->vocabulary().add_bos);
}

TEST(TokenizerJson, GoesOnWithATextWithoutABlank)
{
    EXPECT_EQ(read(kPieces).value()->encode("ab", /*at_start=*/false), (Ids{6}));
    EXPECT_EQ(read(kUnigram).value()->encode("ab", /*at_start=*/false), (Ids{5}));
}

std::string with(std::string json, const std::string& from, const std::string& to)
{
    const auto at = json.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return json.replace(at, from.size(), to);
}

TEST(TokenizerJson, RefusesByNameWhatItDoesNotRead)
{
    const std::vector<std::pair<std::string, std::string>> cases = {
        {with(kBytes, R"("type":"NFC")", R"("type":"BertNormalizer")"), "BertNormalizer"},
        {with(kBytes, R"("type":"Split")", R"("type":"UnicodeScripts")"), "UnicodeScripts"},
        {with(kUnigram, R"("type":"Unigram")", R"("type":"WordPiece")"), "WordPiece"},
        {with(kPieces, R"("type":"Fuse")", R"("type":"CTC")"), "CTC"},
        {with(kBytes, R"("type":"TemplateProcessing")", R"("type":"RobertaProcessing")"),
         "RobertaProcessing"},
        {with(kBytes, R"("ignore_merges":true)", R"("dropout":0.1)"), "dropout"},
        {with(kBytes, R"((?i:'s))", R"([a&&[b]])"), "set inside a set"},
    };
    for (const auto& [json, name] : cases) {
        const auto tokenizer = read(json);
        ASSERT_FALSE(tokenizer.ok()) << name;
        EXPECT_EQ(tokenizer.error().kind, ErrorKind::unsupported) << name;
        EXPECT_NE(tokenizer.error().message.find(name), std::string::npos)
            << tokenizer.error().message;
    }
}

TEST(TokenizerJson, RefusesFilesThatContradictThemselves)
{
    for (const std::string& json :
         {std::string("{"), std::string("[]"), std::string("{}"), std::string(5000, '['),
          with(kBytes, R"("a":0)", R"("a":-1)"), with(kBytes, R"("a":0)", R"("a":99999999999)"),
          with(kBytes, R"("a b")", R"("ab")"), with(kUnigram, R"(["a",-3])", R"(["a"])"),
          with(kUnigram, R"("unk_id":0)", R"("unk_id":77)")}) {
        const auto tokenizer = read(json);
        ASSERT_FALSE(tokenizer.ok()) << json.substr(0, 40);
        EXPECT_EQ(tokenizer.error().kind, ErrorKind::corrupt) << to_string(tokenizer.error());
    }
}

} // namespace
} // namespace longhand::tokenizer
