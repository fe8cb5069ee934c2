// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tokenizer/tokenizer.h"

#include "engine/tokenizer/kinds.h"

#include <algorithm>
#include <array>

namespace longhand::tokenizer {
namespace {

constexpr auto kEndMarks = std::to_array<std::string_view>(
    {"<|im_end|>", "<|eot_id|>", "<|eom_id|>", "<|end|>", "<|endoftext|>", "<|end_of_text|>",
     "<end_of_turn>", "<|END_OF_TURN_TOKEN|>", "<\uFF5Cend\u2581of\u2581sentence\uFF5C>", "</s>"});

} // namespace

Result<std::unique_ptr<Tokenizer>> Tokenizer::make(Vocabulary vocabulary)
{
    const bool whole_file = vocabulary.kind == Vocabulary::Kind::sentencepiece_model ||
                            vocabulary.kind == Vocabulary::Kind::tokenizer_json;
    if (!whole_file) {
        const std::size_t count = vocabulary.tokens.size();
        if (count == 0)
            return Error{ErrorKind::corrupt, "the vocabulary is empty"};
        if (vocabulary.types.empty())
            vocabulary.types.assign(count, TokenType::normal);
        if (vocabulary.types.size() != count)
            return Error{ErrorKind::corrupt, "the vocabulary has " + std::to_string(count) +
                                                 " tokens and the types of " +
                                                 std::to_string(vocabulary.types.size())};
        for (const TokenId id :
             {vocabulary.bos, vocabulary.eos, vocabulary.unknown, vocabulary.pad})
            if (id < -1 || id >= static_cast<std::int64_t>(count))
                return Error{ErrorKind::corrupt, "special token " + std::to_string(id) +
                                                     " lies outside a vocabulary of " +
                                                     std::to_string(count)};
    }
    switch (vocabulary.kind) {
    case Vocabulary::Kind::byte_bpe:
        return make_byte_bpe(std::move(vocabulary));
    case Vocabulary::Kind::sentencepiece:
        return make_sentencepiece_bpe(std::move(vocabulary));
    case Vocabulary::Kind::sentencepiece_model:
        return make_sentencepiece_model(std::move(vocabulary));
    case Vocabulary::Kind::sentencepiece_unigram:
        return make_sentencepiece_unigram(std::move(vocabulary));
    case Vocabulary::Kind::tokenizer_json:
        return make_json_tokenizer(std::move(vocabulary));
    }
    return Error{ErrorKind::unsupported, "a kind of vocabulary this version does not know"};
}

Tokenizer::Tokenizer(Vocabulary vocabulary) : vocabulary_(std::move(vocabulary))
{
    index_specials();
}

void Tokenizer::index_specials()
{
    specials_.clear();
    for (std::size_t i = 0; i < vocabulary_.tokens.size(); ++i)
        if (vocabulary_.types[i] == TokenType::control ||
            vocabulary_.types[i] == TokenType::user_defined)
            specials_.emplace(vocabulary_.tokens[i], static_cast<TokenId>(i));
    for (const std::string_view mark : kEndMarks)
        if (const TokenId id = special(mark); id >= 0 && !ends_generation(id))
            vocabulary_.end_of_generation.push_back(id);
}

std::string Tokenizer::decode(std::span<const TokenId> tokens) const
{
    std::string text;
    for (std::size_t i = 0; i < tokens.size(); ++i)
        text += piece(tokens[i], i == 0);
    return text;
}

TokenId Tokenizer::special(std::string_view text) const
{
    const auto found = specials_.find(text);
    return found == specials_.end() ? -1 : found->second;
}

bool Tokenizer::ends_generation(TokenId token) const
{
    return token >= 0 &&
           (token == vocabulary_.eos ||
            std::find(vocabulary_.end_of_generation.begin(), vocabulary_.end_of_generation.end(),
                      token) != vocabulary_.end_of_generation.end());
}

std::string with_blanks(std::string_view token)
{
    std::string text;
    while (!token.empty()) {
        const bool blank = token.starts_with(kBlankMark);
        text += blank ? ' ' : token.front();
        token.remove_prefix(blank ? kBlankMark.size() : 1);
    }
    return text;
}

int byte_of_piece(std::string_view piece)
{
    const auto digit = [](char sign) {
        return sign >= '0' && sign <= '9'   ? sign - '0'
               : sign >= 'A' && sign <= 'F' ? sign - 'A' + 10
               : sign >= 'a' && sign <= 'f' ? sign - 'a' + 10
                                            : -1;
    };
    if (piece.size() != 6 || !piece.starts_with("<0x") || piece[5] != '>')
        return -1;
    const int high = digit(piece[3]);
    const int low = digit(piece[4]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

} // namespace longhand::tokenizer
