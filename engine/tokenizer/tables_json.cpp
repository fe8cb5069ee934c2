// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tokenizer/kinds.h"
#include "engine/tokenizer/pre_tokenizer.h"
#include "engine/tokenizer/tables.h"

#include "engine/base/utf8.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace longhand::tokenizer {
namespace {

using Json = nlohmann::ordered_json;

Json added_tokens(const Vocabulary& tables)
{
    Json added = Json::array();
    for (std::size_t id = 0; id < tables.tokens.size(); ++id) {
        const TokenType type = tables.types.empty() ? TokenType::normal : tables.types[id];
        if (type != TokenType::control && type != TokenType::user_defined &&
            type != TokenType::unknown)
            continue;
        added.push_back({{"id", id},
                         {"content", tables.tokens[id]},
                         {"single_word", false},
                         {"lstrip", false},
                         {"rstrip", false},
                         {"normalized", false},
                         {"special", type != TokenType::user_defined}});
    }
    return added;
}

Json ids_of(const Vocabulary& tables)
{
    Json ids = Json::object();
    for (std::size_t id = 0; id < tables.tokens.size(); ++id)
        ids[tables.tokens[id]] = id;
    return ids;
}

// The tokens around a text.
Json template_of(const Vocabulary& tables)
{
    const auto part = [&](TokenId id) {
        return Json{{"SpecialToken",
                     {{"id", tables.tokens[static_cast<std::size_t>(id)]}, {"type_id", 0}}}};
    };
    Json single = Json::array();
    Json specials = Json::object();
    const auto add = [&](bool wanted, TokenId id) {
        if (!wanted || id < 0)
            return;
        single.push_back(part(id));
        const std::string& text = tables.tokens[static_cast<std::size_t>(id)];
        specials[text] = {{"id", text}, {"ids", {id}}, {"tokens", {text}}};
    };
    add(tables.add_bos, tables.bos);
    single.push_back({{"Sequence", {{"id", "A"}, {"type_id", 0}}}});
    add(tables.add_eos, tables.eos);
    Json pair = single;
    pair.push_back({{"Sequence", {{"id", "B"}, {"type_id", 1}}}});
    return {{"type", "TemplateProcessing"},
            {"single", single},
            {"pair", pair},
            {"special_tokens", specials}};
}

Json bpe(Json ids, Json merges)
{
    return {{"type", "BPE"},
            {"dropout", nullptr},
            {"unk_token", nullptr},
            {"continuing_subword_prefix", nullptr},
            {"end_of_word_suffix", nullptr},
            {"fuse_unk", false},
            {"byte_fallback", false},
            {"ignore_merges", false},
            {"vocab", std::move(ids)},
            {"merges", std::move(merges)}};
}

Result<Json> byte_pre_tokenizer(const Vocabulary& tables)
{
    TRY(const PreTokenizer::Rule rule, PreTokenizer::rule_named(tables.pre));
    Json steps = Json::array();
    if (rule.single_digits)
        steps.push_back({{"type", "Digits"}, {"individual_digits", true}});
    for (const std::string& expression : rule.expressions)
        steps.push_back({{"type", "Split"},
                         {"pattern", {{"Regex", expression}}},
                         {"behavior", "Isolated"},
                         {"invert", false}});
    steps.push_back({{"type", "ByteLevel"},
                     {"add_prefix_space", false},
                     {"trim_offsets", true},
                     {"use_regex", rule.gpt2_words}});
    return Json{{"type", "Sequence"}, {"pretokenizers", steps}};
}

// Every way to make a piece of two others, the best pieces first.
Json merges_by_score(const Vocabulary& tables)
{
    std::map<std::string_view, std::size_t> pieces;
    for (std::size_t id = 0; id < tables.tokens.size(); ++id)
        if (tables.types.empty() || tables.types[id] == TokenType::normal)
            pieces.emplace(tables.tokens[id], id);
    std::vector<std::size_t> by_score;
    for (const auto& [text, id] : pieces)
        by_score.push_back(id);
    const auto score = [&](std::size_t id) {
        return id < tables.scores.size() ? tables.scores[id] : 0.0F;
    };
    std::sort(by_score.begin(), by_score.end(), [&](std::size_t a, std::size_t b) {
        return score(a) != score(b) ? score(a) > score(b) : a < b;
    });
    Json merges = Json::array();
    for (const std::size_t id : by_score) {
        const std::string_view piece = tables.tokens[id];
        for (std::size_t at = 0; at < piece.size();) {
            utf8::next(piece, at);
            const std::string_view left = piece.substr(0, at);
            const std::string_view right = piece.substr(at);
            if (!right.empty() && pieces.contains(left) && pieces.contains(right))
                merges.push_back({left, right});
        }
    }
    return merges;
}

void put_sentencepiece(const Vocabulary& tables, Json& root)
{
    const std::string mark(kBlankMark);
    Json normalizers = Json::array();
    if (tables.add_space_prefix)
        normalizers.push_back({{"type", "Prepend"}, {"prepend", mark}});
    normalizers.push_back({{"type", "Replace"}, {"pattern", {{"String", " "}}}, {"content", mark}});
    root["normalizer"] = {{"type", "Sequence"}, {"normalizers", normalizers}};
    Json decoders = {{{"type", "Replace"}, {"pattern", {{"String", mark}}}, {"content", " "}},
                     {{"type", "ByteFallback"}},
                     {{"type", "Fuse"}}};
    if (tables.add_space_prefix)
        decoders.push_back({{"type", "Strip"}, {"content", " "}, {"start", 1}, {"stop", 0}});
    root["decoder"] = {{"type", "Sequence"}, {"decoders", decoders}};
    root["model"] = bpe(ids_of(tables), merges_by_score(tables));
    root["model"]["fuse_unk"] = true;
    root["model"]["byte_fallback"] = true;
    if (tables.unknown >= 0)
        root["model"]["unk_token"] = tables.tokens[static_cast<std::size_t>(tables.unknown)];
}

} // namespace

Result<std::string> json_of(const Vocabulary& tables)
{
    Json root = {{"version", "1.0"},
                 {"truncation", nullptr},
                 {"padding", nullptr},
                 {"added_tokens", added_tokens(tables)},
                 {"normalizer", nullptr},
                 {"pre_tokenizer", nullptr},
                 {"post_processor", template_of(tables)}};
    if (tables.kind == Vocabulary::Kind::byte_bpe) {
        TRY(root["pre_tokenizer"], byte_pre_tokenizer(tables));
        root["decoder"] = {{"type", "ByteLevel"},
                           {"add_prefix_space", false},
                           {"trim_offsets", true},
                           {"use_regex", true}};
        Json merges = Json::array();
        for (const std::string& merge : tables.merges) {
            const std::size_t blank = merge.find(' ', 1);
            if (blank == std::string::npos)
                return Error{ErrorKind::corrupt, "the merge \"" + merge + "\" has one part"};
            merges.push_back({merge.substr(0, blank), merge.substr(blank + 1)});
        }
        root["model"] = bpe(ids_of(tables), std::move(merges));
        root["model"]["ignore_merges"] = PreTokenizer::takes_whole_words(tables.pre);
    } else if (tables.kind == Vocabulary::Kind::sentencepiece && !tables.remove_extra_whitespaces) {
        put_sentencepiece(tables, root);
    } else {
        return Error{ErrorKind::unsupported,
                     "this kind of tokenizer cannot be written as tokenizer.json; write the model "
                     "as a GGUF file"};
    }
    return root.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace longhand::tokenizer
