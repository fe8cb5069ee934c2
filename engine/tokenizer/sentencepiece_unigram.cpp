// SPDX-License-Identifier: GPL-3.0-or-later
// SentencePiece unigram from the tables of a GGUF file ("t5").
#include "engine/tokenizer/kinds.h"
#include "engine/tokenizer/pipeline.h"

#include <algorithm>

namespace longhand::tokenizer {
namespace {

Result<UnigramSettings> settings_of(const Vocabulary& vocabulary, std::vector<AddedToken>& added)
{
    UnigramSettings settings{.unknown = vocabulary.unknown};
    settings.bytes.fill(-1);
    for (std::size_t i = 0; i < vocabulary.tokens.size(); ++i) {
        const auto id = static_cast<TokenId>(i);
        const std::string& token = vocabulary.tokens[i];
        const auto score = static_cast<double>(vocabulary.scores[i]);
        settings.least_score = i == 0 ? score : std::min(settings.least_score, score);
        switch (vocabulary.types[i]) {
        case TokenType::normal:
            settings.pieces.push_back({token, id, score});
            break;
        case TokenType::user_defined:
            if (!is_written_like_a_mark(token))
                added.push_back({.text = with_blanks(token), .id = id});
            break;
        case TokenType::byte: {
            const int byte = byte_of_piece(token);
            if (byte < 0)
                return Error{ErrorKind::corrupt,
                             "byte token " + std::to_string(i) + " is \"" + token + "\""};
            settings.bytes[static_cast<std::size_t>(byte)] = id;
            settings.byte_fallback = true;
            break;
        }
        default:
            break; // never comes out of text
        }
    }
    return settings;
}

} // namespace

Result<std::unique_ptr<Tokenizer>> make_sentencepiece_unigram(Vocabulary vocabulary)
{
    if (vocabulary.scores.size() != vocabulary.tokens.size())
        return Error{ErrorKind::corrupt,
                     "the vocabulary has " + std::to_string(vocabulary.tokens.size()) +
                         " tokens and the scores of " + std::to_string(vocabulary.scores.size())};
    Pipeline pipeline;
    std::vector<AddedToken> added;
    TRY(UnigramSettings settings, settings_of(vocabulary, added));
    TRY(pipeline.model, make_unigram_model(std::move(settings)));
    pipeline.raw = AddedTokens(std::move(added));
    if (!vocabulary.charsmap.empty()) {
        TRY(Charsmap map, Charsmap::make(vocabulary.charsmap));
        pipeline.normalise.push_back(map_characters(std::move(map)));
        vocabulary.charsmap = {};
    }
    pipeline.normalise.push_back(
        sentencepiece_blanks(vocabulary.remove_extra_whitespaces, vocabulary.add_space_prefix));
    pipeline.decode.emplace_back(
        [prefix = vocabulary.add_space_prefix](std::string& piece, bool at_start) {
            if (const int byte = byte_of_piece(piece); byte >= 0) {
                piece.assign(1, static_cast<char>(byte));
                return;
            }
            piece = with_blanks(piece);
            if (at_start && prefix && piece.starts_with(' '))
                piece.erase(0, 1);
        });
    return make_pipeline(std::move(vocabulary), std::move(pipeline));
}

} // namespace longhand::tokenizer
