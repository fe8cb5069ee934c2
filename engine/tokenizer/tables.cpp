// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tokenizer/tables.h"

#include "engine/base/json_text.h"
#include "engine/tokenizer/byte_alphabet.h"
#include "engine/tokenizer/json_steps.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace longhand::tokenizer {
namespace {

using nlohmann::json;
using Kind = Vocabulary::Kind;

Error no_tables(const std::string& why)
{
    return {ErrorKind::unsupported,
            "tokenizer.json: " + why +
                ", which has no place in a GGUF file; the model can be used as the folder it is"};
}

const json& member(const json& object, const char* name)
{
    static const json kNothing;
    const auto found = object.is_object() ? object.find(name) : object.end();
    return found == object.end() ? kNothing : *found;
}

// "left right", from either way that files write it. The reader has refused others.
std::vector<std::string> merges_of(const json& model)
{
    std::vector<std::string> merges;
    for (const json& merge : member(model, "merges"))
        merges.push_back(merge.is_string()
                             ? merge.get<std::string>()
                             : merge[0].get<std::string>() + " " + merge[1].get<std::string>());
    return merges;
}

// Whether both make the same ids of the probe and of each token's own text.
bool agree(const Tokenizer& a, const Tokenizer& b)
{
    for (const bool at_start : {true, false})
        if (a.encode(PreTokenizer::probe(), at_start) != b.encode(PreTokenizer::probe(), at_start))
            return false;
    for (std::int64_t id = 0; id < a.size(); ++id) {
        const std::string piece = a.piece(static_cast<TokenId>(id));
        if (!piece.empty() && a.encode(piece, true) != b.encode(piece, true))
            return false;
    }
    return true;
}

Result<bool> says(const Vocabulary& tables, const Tokenizer& original)
{
    TRY(const auto made, Tokenizer::make(tables));
    return agree(original, *made);
}

// What every kind has in common.
Vocabulary common_tables(const Tokenizer& tokenizer, Kind kind)
{
    Vocabulary tables = tokenizer.vocabulary();
    tables.kind = kind;
    tables.model.clear();
    for (std::size_t id = 0; id < tables.tokens.size(); ++id)
        if (tables.types[id] == TokenType::unused && tables.tokens[id].empty())
            tables.tokens[id] = "[PAD" + std::to_string(id) + "]";
    return tables;
}

std::vector<std::string> words_of(const WordSteps& steps)
{
    std::vector<std::string> words;
    PreTokenizer(steps.steps).split(PreTokenizer::probe(), [&](std::string_view word) {
        words.push_back(bytes_of_letters(word));
    });
    return words;
}

Result<Vocabulary> byte_tables(const Tokenizer& tokenizer, const json& root, const WordSteps& steps)
{
    const json& normalizer = member(root, "normalizer");
    if (!normalizer.is_null() && member(normalizer, "type") != "NFC")
        return no_tables("a normalizer before byte-level BPE");
    const json& model = member(root, "model");
    const bool whole_words = member(model, "ignore_merges") == true;
    Vocabulary tables = common_tables(tokenizer, Kind::byte_bpe);
    tables.merges = merges_of(model);
    for (const std::string_view name : PreTokenizer::names_of(words_of(steps), whole_words)) {
        tables.pre = name;
        TRY(const bool same, says(tables, tokenizer));
        if (same)
            return tables;
    }
    return no_tables("a pre_tokenizer that is none of the known ones");
}

// Of the variants of a SentencePiece vocabulary, the one that says it.
Result<Vocabulary> fitting(Vocabulary tables, const Tokenizer& tokenizer)
{
    for (const bool prefix : {true, false})
        for (const bool trim : {false, true}) {
            tables.add_space_prefix = prefix;
            tables.remove_extra_whitespaces = trim;
            TRY(const bool same, says(tables, tokenizer));
            if (same)
                return tables;
        }
    return no_tables("steps unlike SentencePiece's own");
}

// Pieces are merged by the score of what they make: the earlier a merge stands in the file, the
// higher. Characters are made by no merge and come last.
std::vector<float> scores_of(const std::vector<std::string>& tokens,
                             const std::vector<std::string>& merges)
{
    std::map<std::string, std::size_t> rank;
    for (std::size_t i = 0; i < merges.size(); ++i) {
        std::string made = merges[i];
        made.erase(made.find(' '), 1);
        rank.emplace(std::move(made), i);
    }
    std::vector<float> scores;
    for (const std::string& token : tokens) {
        const auto found = rank.find(token);
        scores.push_back(-static_cast<float>(found == rank.end() ? merges.size() : found->second));
    }
    return scores;
}

Result<Vocabulary> piece_tables(const Tokenizer& tokenizer, const json& root)
{
    const json& model = member(root, "model");
    const bool unigram = member(model, "type") == "Unigram";
    Vocabulary tables =
        common_tables(tokenizer, unigram ? Kind::sentencepiece_unigram : Kind::sentencepiece);
    if (unigram) {
        for (const json& entry : member(model, "vocab"))
            tables.scores.push_back(entry[1].get<float>());
        tables.scores.resize(tables.tokens.size(), 0.0F);
        TRY(tables.charsmap, read_charsmap(member(root, "normalizer").dump()));
    } else {
        tables.scores = scores_of(tables.tokens, merges_of(model));
    }
    return fitting(std::move(tables), tokenizer);
}

Result<Vocabulary> model_tables(const Tokenizer& tokenizer)
{
    for (const Kind kind : {Kind::sentencepiece, Kind::sentencepiece_unigram})
        if (auto tables = fitting(common_tables(tokenizer, kind), tokenizer); tables.ok())
            return tables;
    return Error{ErrorKind::unsupported,
                 "tokenizer.model: its normaliser has no place in a GGUF file; the model can be "
                 "used as the folder it is"};
}

} // namespace

Result<Vocabulary> tables_of(const Tokenizer& tokenizer, std::string_view text)
{
    if (text.empty())
        return model_tables(tokenizer);
    if (is_nested_deeper_than(text, kMaxJsonDepth))
        return Error{ErrorKind::corrupt, "tokenizer.json: nested too deep"};
    const json root = json::parse(text, nullptr, /*allow_exceptions=*/false);
    TRY(const WordSteps steps, read_pre_tokenizer(member(root, "pre_tokenizer").dump()));
    if (steps.letters)
        return byte_tables(tokenizer, root, steps);
    return piece_tables(tokenizer, root);
}

void add_unused(Vocabulary& tables, std::int64_t id)
{
    tables.tokens.push_back("[PAD" + std::to_string(id) + "]");
    tables.types.push_back(TokenType::unused);
    if (!tables.scores.empty())
        tables.scores.push_back(0.0F);
}

} // namespace longhand::tokenizer
