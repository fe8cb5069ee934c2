// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/infer/vocabulary.h"

namespace longhand::infer {
namespace {

using tokenizer::TokenType;
using tokenizer::Vocabulary;

std::int64_t number_of(TokenType type)
{
    switch (type) {
    case TokenType::unknown:
        return 2;
    case TokenType::control:
        return 3;
    case TokenType::user_defined:
        return 4;
    case TokenType::unused:
        return 5;
    case TokenType::byte:
        return 6;
    default:
        return 1;
    }
}

} // namespace

void write_vocabulary(checkpoint::KeyValues& values, const Vocabulary& vocabulary)
{
    const auto set = [&values](const char* key, checkpoint::Value value) {
        values.set(std::string("tokenizer.ggml.") + key, std::move(value));
    };
    const bool bytes = vocabulary.kind == Vocabulary::Kind::byte_bpe;
    const bool unigram = vocabulary.kind == Vocabulary::Kind::sentencepiece_unigram;
    set("model", std::string(bytes ? "gpt2" : unigram ? "t5" : "llama"));
    if (bytes && !vocabulary.pre.empty())
        set("pre", vocabulary.pre);
    set("tokens", vocabulary.tokens);
    if (!vocabulary.scores.empty())
        set("scores", std::vector<double>(vocabulary.scores.begin(), vocabulary.scores.end()));
    std::vector<std::int64_t> types;
    for (std::size_t i = 0; i < vocabulary.tokens.size(); ++i)
        types.push_back(
            number_of(i < vocabulary.types.size() ? vocabulary.types[i] : TokenType::normal));
    set("token_type", std::move(types));
    if (bytes)
        set("merges", vocabulary.merges);
    const auto set_id = [&set](const char* key, TokenId id) {
        if (id >= 0)
            set(key, std::int64_t{id});
    };
    set_id("bos_token_id", vocabulary.bos);
    set_id("eos_token_id", vocabulary.eos);
    set_id("unknown_token_id", vocabulary.unknown);
    set_id("padding_token_id", vocabulary.pad);
    for (const TokenId end : vocabulary.end_of_generation)
        if (end != vocabulary.eos) {
            set_id("eot_token_id", end); // one besides eos has a key
            break;
        }
    set("add_bos_token", vocabulary.add_bos);
    set("add_eos_token", vocabulary.add_eos);
    if (!bytes) {
        set("add_space_prefix", vocabulary.add_space_prefix);
        set("remove_extra_whitespaces", vocabulary.remove_extra_whitespaces);
    }
    if (!vocabulary.charsmap.empty()) {
        std::vector<std::int64_t> map;
        for (const char byte : vocabulary.charsmap)
            map.push_back(static_cast<unsigned char>(byte));
        values.set("tokenizer.ggml.precompiled_charsmap", std::move(map),
                   checkpoint::ValueType::u8);
    }
}

} // namespace longhand::infer
