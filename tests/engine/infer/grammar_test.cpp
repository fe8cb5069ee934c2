// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/infer/grammar_mask.h"

#include "engine/base/random.h"
#include "tests/support/environment.h"
#include "tests/support/tiny_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace longhand::infer {
namespace {

// How many bytes of `text` the grammar takes, and whether it may end there.
std::pair<std::size_t, bool> taken(const ByteGrammar& grammar, std::string_view text)
{
    GrammarState state = grammar.start();
    for (std::size_t i = 0; i < text.size(); ++i)
        if (!grammar.step(state, static_cast<std::uint8_t>(text[i])))
            return {i, false};
    return {text.size(), grammar.may_end(state)};
}

bool is_whole(const ByteGrammar& grammar, std::string_view text)
{
    return taken(grammar, text) == std::pair(text.size(), true);
}

std::shared_ptr<const ByteGrammar> json(std::string schema)
{
    return compile_json({std::move(schema)}).value();
}

constexpr const char* kPerson = R"({"type": "object", "properties": {
    "name": {"type": "string"}, "nature": {"enum": ["mild", "wild", "mi\"x"]},
    "age": {"type": "integer"}, "tags": {"type": "array", "items": {"type": "string"}, "maxItems": 2}},
    "required": ["name", "nature"]})";

TEST(JsonGrammar, TakesWhatTheSchemaDescribesInAnyOrderOfKeys)
{
    const auto grammar = json(kPerson);
    for (const char* text :
         {R"({"name":"Ann","nature":"mild"})", R"({"nature": "wild", "name": "B\u00e9a \"x\""})",
          R"( {"age": -12, "name": "", "nature": "mi\"x", "tags": []})",
          R"({"tags": ["a", "b"], "name": "語", "nature": "mild", "age":0})"})
        EXPECT_TRUE(is_whole(*grammar, text)) << text;
}

TEST(JsonGrammar, RefusesTheFirstByteThatLeadsAstray)
{
    const auto grammar = json(kPerson);
    const struct {
        const char* text;
        std::size_t bytes;  // taken before the refusal
    } cases[] = {{"[", 0},
                 {R"({"other")", 2},
                 {R"({"name":"A","name")", 15},     // twice: "na" may still become "nature"
                 {R"({"name":"A"})", 11},           // a required key is missing
                 {R"({"nature":"mix")", 13},        // no such word
                 {R"({"age":1.5)", 8},
                 {R"({"age":01)", 8},
                 {R"({"tags":["a","b",)", 16},
                 {"{\"name\":\"a\nb\"", 10},
                 {"{\"name\":\"\xFF", 9},
                 {"{\"name\":\"\xE8\"", 10},        // half a character
                 {R"({"name":"\x)", 10},
                 {R"({"name":"\ud800)", 11},
                 {R"({"name":"A","nature":"mild"} )", 28}};
    for (const auto& [text, bytes] : cases)
        EXPECT_EQ(taken(*grammar, text), std::pair(bytes, false)) << text;
}

TEST(JsonGrammar, EndsOnlyWhereTheValueIsComplete)
{
    const auto grammar = json(kPerson);
    const std::string whole = R"({"name":"Ann","nature":"mild"})";
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_FALSE(taken(*grammar, whole.substr(0, length)).second) << length;
    const auto number = json(R"({"type": "number"})");
    for (const char* text : {"0", "-0", "12", "1.5", "1e5", "-2.25E-7"})
        EXPECT_TRUE(is_whole(*number, text)) << text;
    for (const char* text : {"-", "1.", "1e", "1e+", ".5", "+1", "1e123"})
        EXPECT_FALSE(is_whole(*number, text)) << text;
    const auto list = json(R"({"type": "array", "minItems": 2, "items": {"type": "number"}})");
    EXPECT_TRUE(is_whole(*list, "[1,-2.5, 3]"));
    EXPECT_FALSE(taken(*list, "[1]").second);
    const auto word = json(R"({"type": "string", "maxLength": 3})");
    EXPECT_TRUE(is_whole(*word, "\"a\\n語\""));
    EXPECT_EQ(taken(*word, "\"abcd").first, 4U);
    for (const char* text : {"true", "false"})
        EXPECT_TRUE(is_whole(*json(R"({"type": "boolean"})"), text));
    EXPECT_TRUE(is_whole(*json(R"({"const": null})"), "null"));
}

TEST(JsonGrammar, WhatItCannotKeepIsRefusedByName)
{
    const struct {
        const char *schema, *named;
    } cases[] = {{R"({"type": "string", "pattern": "a+"})", "pattern"},
                 {R"({"anyOf": []})", "anyOf"},
                 {R"({"type": "array"})", "without items"},
                 {R"({"type": "object", "required": ["x"]})", "\"x\""},
                 {R"({"type": ["string", "null"]})", "one type"},
                 {R"({"enum": [1]})", "enum"},
                 {R"({"type": "array", "minItems": -1, "items": {"type": "null"}})", "minItems"},
                 {"{", "no JSON"},
                 {"[]", "no object"}};
    for (const auto& [schema, named] : cases) {
        const auto compiled = compile_json({schema});
        ASSERT_FALSE(compiled.ok()) << schema;
        EXPECT_THAT(compiled.error().message, testing::HasSubstr(named));
    }
    std::string deep = R"({"type": "null"})";
    for (int i = 0; i < 8; ++i)
        deep = R"({"type": "array", "items": )" + deep + "}";
    EXPECT_EQ(compile_json({deep}).error().kind, ErrorKind::unsupported);
}

TEST(TagGrammar, TagsPairNestAndComeOnce)
{
    const auto grammar = compile_tags({{1, 2, 12}}).value();
    for (const char* text : {"a<1>b</1> <2>c</2><12>é</12>.", "<12><2>x<1>y</1></2></12>"})
        EXPECT_TRUE(is_whole(*grammar, text)) << text;
    const struct {
        const char* text;
        std::size_t bytes;
    } cases[] = {{"a</", 2},  {"<3", 1},           {"<1>a</2", 6},  {"<1></", 4},
                 {"<13", 2},  {"<1>a</1><1>", 10}, {"<1>a<2>b</1", 10}, {"<1 ", 2},
                 {"<<", 1},   {"\xE8<", 1}};
    for (const auto& [text, bytes] : cases)
        EXPECT_EQ(taken(*grammar, text).first, bytes) << text;
    for (const char* text : {"", "a", "<1>a</1>", "<1>a</1><2>b</2><12>c", "<1>a</1><2>b</2><12>c</12><"})
        EXPECT_FALSE(taken(*grammar, text).second) << text;
    EXPECT_TRUE(is_whole(*compile_tags({}).value(), "plain"));
    EXPECT_EQ(taken(*compile_tags({}).value(), "a < b").first, 2U);
}

TEST(TagGrammar, NumbersMustBeSmallAndDifferent)
{
    for (const auto& numbers : {std::vector<std::int32_t>{0}, {1, 1}, {10000}, {-1}})
        EXPECT_EQ(compile_tags({numbers}).error().kind, ErrorKind::invalid);
    EXPECT_EQ(compile_tags({std::vector<std::int32_t>(33, 1)}).error().kind,
              ErrorKind::unsupported);
}

TEST(Utf8Steps, TakeExactlyTheCharactersOfUnicode)
{
    const auto whole = [](std::string_view text) {
        std::uint8_t state = 0;
        for (const char byte : text)
            if (!step_utf8(state, static_cast<std::uint8_t>(byte)))
                return false;
        return state == 0;
    };
    for (const char* text : {"a", "\xC2\x80", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80",
                             "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"})
        EXPECT_TRUE(whole(text));
    for (const char* text : {"\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF",
                             "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xE8\xAA"})
        EXPECT_FALSE(whole(text));
}

// Tokens of several bytes, some of which cross what the grammar tells apart.
class PieceTokenizer final : public tokenizer::Tokenizer {
public:
    explicit PieceTokenizer(std::vector<std::string> pieces)
        : Tokenizer([&pieces] {
              tokenizer::Vocabulary vocabulary;
              vocabulary.tokens = pieces;
              vocabulary.tokens.emplace_back("<|end|>");
              vocabulary.types.assign(pieces.size(), tokenizer::TokenType::normal);
              vocabulary.types.push_back(tokenizer::TokenType::control);
              vocabulary.eos = static_cast<TokenId>(pieces.size());
              return vocabulary;
          }())
    {
    }
    [[nodiscard]] std::vector<TokenId> encode(std::string_view, bool) const override { return {}; }
    [[nodiscard]] std::string piece(TokenId token, bool) const override
    {
        return token == vocabulary().eos ? "" : vocabulary().tokens[static_cast<std::size_t>(token)];
    }
};

std::vector<std::string> allowed_pieces(const PieceTokenizer& tokenizer, const TokenMask& mask,
                                        const std::vector<TokenId>& generated)
{
    std::vector<bool> allowed(static_cast<std::size_t>(tokenizer.size()), true);
    mask.apply(generated, allowed);
    std::vector<std::string> pieces;
    for (std::size_t i = 0; i < allowed.size(); ++i)
        if (allowed[i])
            pieces.push_back(tokenizer.vocabulary().tokens[i]);
    return pieces;
}

TEST(GrammarMask, TokensThatCrossTagsAndHalfCharactersAreJudgedByTheirBytes)
{
    const PieceTokenizer tokenizer({"a", "<", "<1", ">x</", "1>", "</1>", "\xE8\xAA", "\x9E",
                                    "\x9E<1>", "><", "</", "2>", ">"});
    const auto tokens = std::make_shared<SortedTokens>(tokenizer);
    const GrammarMask mask(compile_tags({{1}}).value(), tokens);
    using testing::ElementsAre;
    EXPECT_THAT(allowed_pieces(tokenizer, mask, {}),
                ElementsAre("a", "<", "<1", "1>", "\xE8\xAA", "><", "2>", ">"));
    EXPECT_THAT(allowed_pieces(tokenizer, mask, {6}), ElementsAre("\x9E", "\x9E<1>"));
    EXPECT_THAT(allowed_pieces(tokenizer, mask, {2}), ElementsAre(">x</", ">"));
    EXPECT_THAT(allowed_pieces(tokenizer, mask, {2, 3}), ElementsAre("1>"));
    // All is said: text may go on, tags may not, and the end is allowed for the first time.
    EXPECT_THAT(allowed_pieces(tokenizer, mask, {2, 3, 4}),
                ElementsAre("a", "1>", "\xE8\xAA", "2>", ">", "<|end|>"));
    EXPECT_THAT(allowed_pieces(tokenizer, mask, {0}),
                ElementsAre("a", "<", "<1", "1>", "\xE8\xAA", "><", "2>", ">"))
        << "an answer that does not continue the one before";
    EXPECT_THAT(allowed_pieces(tokenizer, mask, {7}), ElementsAre()) << "outside the grammar";
}

TEST(GrammarMask, AgreesWithTryingEveryTokenAlone)
{
    // Random pieces over the bytes that matter; the walk over sorted tokens must find the same.
    Random random(Seed{9});
    std::vector<std::string> pieces;
    for (int i = 0; i < 800; ++i) {
        std::string piece;
        for (std::uint64_t n = 1 + random.below(5); n > 0; --n)
            piece += "{}[]\",:10-.eE namenature\\u\xE8\xAA\x9E<>/"[random.below(37)];
        pieces.push_back(piece);
    }
    const PieceTokenizer tokenizer(pieces);
    const auto tokens = std::make_shared<SortedTokens>(tokenizer);
    for (const auto& grammar : {json(kPerson), compile_tags({{1, 10}}).value()}) {
        const GrammarMask mask(grammar, tokens);
        for (int answer = 0; answer < 20; ++answer) {
            std::vector<TokenId> generated;
            GrammarState state = grammar->start();
            for (int step = 0; step < 12; ++step) {
                std::vector<bool> allowed(pieces.size() + 1, true);
                mask.apply(generated, allowed);
                std::vector<TokenId> live;
                for (std::size_t i = 0; i < pieces.size(); ++i) {
                    GrammarState tried = state;
                    bool fits = true;
                    for (const char byte : pieces[i])
                        fits = fits && grammar->step(tried, static_cast<std::uint8_t>(byte));
                    ASSERT_EQ(allowed[i], fits) << pieces[i];
                    if (fits)
                        live.push_back(static_cast<TokenId>(i));
                }
                ASSERT_EQ(allowed.back(), grammar->may_end(state));
                if (live.empty())
                    break;
                generated.push_back(live[random.below(live.size())]);
                for (const char byte : pieces[static_cast<std::size_t>(generated.back())])
                    ASSERT_TRUE(grammar->step(state, static_cast<std::uint8_t>(byte)));
            }
        }
    }
}

TEST(SessionGrammar, AModelThatKnowsNothingAnswersInTheFormThatIsAskedFor)
{
    const auto session = test::tiny_session();
    for (std::uint64_t seed = 0; seed < 6; ++seed) {
        Request request;
        request.prompt = RawTokens{test::random_tokens(Seed{seed}, 10, 256)};
        request.sampling.temperature = 1.0F;
        request.seed = Seed{seed};
        request.stop_loops = false;
        request.max_tokens = 200;
        request.grammar = JsonAnswer{R"({"type": "object", "properties": {
            "kind": {"enum": ["one", "two"]}, "sure": {"type": "boolean"}}, "required": ["kind", "sure"]})"};
        const auto answer = generate_one(*session, request, {}, {});
        ASSERT_TRUE(answer.ok()) << answer.error().message;
        EXPECT_EQ(answer->finish, Finish::stop);
        EXPECT_THAT(answer->text, testing::MatchesRegex(
            " ?\\{\"(kind\": ?\"(one|two)\", ?\"sure\": ?(true|false)|"
            "sure\": ?(true|false), ?\"kind\": ?\"(one|two)\")\\}"));
    }
    Request wrong;
    wrong.prompt = RawText{"a"};
    wrong.grammar = TaggedAnswer{{0}};
    EXPECT_EQ(generate_one(*session, wrong, {}, {}).error().kind, ErrorKind::invalid);
}

}  // namespace
}  // namespace longhand::infer
