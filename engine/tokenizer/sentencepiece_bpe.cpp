// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tokenizer/added_tokens.h"
#include "engine/tokenizer/kinds.h"
#include "engine/tokenizer/merge_table.h"

#include "engine/base/utf8.h"

#include <array>
#include <cmath>
#include <unordered_map>

namespace longhand::tokenizer {
namespace {

// SentencePiece BPE from the tables of a GGUF file: characters are merged into the neighbouring
// pair of the highest score; what stays without a token becomes its bytes.
class SentencePieceBpe : public Tokenizer {
public:
    explicit SentencePieceBpe(Vocabulary vocabulary) : Tokenizer(std::move(vocabulary)) {}

    Result<void> build()
    {
        bytes_.fill(-1);
        std::vector<AddedToken> added;
        for (std::size_t i = 0; i < vocabulary_.tokens.size(); ++i) {
            const auto id = static_cast<TokenId>(i);
            const std::string& token = vocabulary_.tokens[i];
            switch (vocabulary_.types[i]) {
            case TokenType::byte: {
                const int value = byte_of_piece(token);
                if (value < 0)
                    return Error{ErrorKind::corrupt,
                                 "byte token " + std::to_string(i) + " is \"" + token + "\""};
                bytes_[static_cast<std::size_t>(value)] = id;
                break;
            }
            case TokenType::user_defined:
                // found in text as a whole, and no merge makes it
                if (!is_written_like_a_mark(token))
                    added.push_back({.text = with_blanks(token), .id = id});
                break;
            case TokenType::normal:
                ids_.emplace(token, id);
                if (blank_inside(token))
                    words_are_apart_ = false;
                break;
            default:
                break; // control and unused tokens never come out of text
            }
        }
        // A file may call a control token its unknown one; text must not make it even so.
        const TokenId unknown = vocabulary_.unknown;
        if (unknown >= 0 &&
            vocabulary_.types[static_cast<std::size_t>(unknown)] != TokenType::control)
            unknown_ = unknown;
        added_ = AddedTokens(std::move(added));
        return {};
    }

    [[nodiscard]] std::vector<TokenId> encode(std::string_view text, bool at_start) const override
    {
        std::vector<TokenId> ids;
        ids.reserve(text.size() / 3);
        added_.split(text, [&](std::string_view stretch, TokenId token) {
            if (token >= 0)
                ids.push_back(token);
            else
                encode_stretch(normalise(stretch, at_start && ids.empty()), ids);
        });
        return ids;
    }

    [[nodiscard]] std::string piece(TokenId token, bool at_start) const override
    {
        if (token < 0 || token >= size())
            return {};
        const auto index = static_cast<std::size_t>(token);
        switch (vocabulary_.types[index]) {
        case TokenType::byte:
            return {static_cast<char>(byte_of_piece(vocabulary_.tokens[index]))};
        case TokenType::control:
        case TokenType::unused:
            return {};
        case TokenType::unknown:
            return " \xE2\x81\x87 "; // U+2047, as SentencePiece writes it
        default:
            break;
        }
        std::string text = with_blanks(vocabulary_.tokens[index]);
        if (at_start && vocabulary_.add_space_prefix && text.starts_with(' '))
            text.erase(0, 1);
        return text;
    }

private:
    static bool blank_inside(std::string_view token)
    {
        while (token.starts_with(kBlankMark))
            token.remove_prefix(kBlankMark.size());
        return token.find(kBlankMark) != std::string_view::npos;
    }

    [[nodiscard]] std::string normalise(std::string_view text, bool at_start) const
    {
        std::string marked;
        if (text.empty())
            return marked;
        marked.reserve(text.size() * 3 / 2);
        const bool trim = vocabulary_.remove_extra_whitespaces;
        if (at_start && vocabulary_.add_space_prefix)
            marked += kBlankMark;
        bool after_blank = trim;
        for (const char sign : text) {
            if (sign != ' ') {
                marked += sign;
                after_blank = false;
            } else if (!after_blank) {
                marked += kBlankMark;
                after_blank = trim;
            }
        }
        if (trim && after_blank && marked.ends_with(kBlankMark) &&
            marked.size() > kBlankMark.size())
            marked.resize(marked.size() - kBlankMark.size());
        return marked;
    }

    void encode_stretch(const std::string& marked, std::vector<TokenId>& ids) const
    {
        if (!words_are_apart_)
            return encode_word(marked, ids);
        // No token has a blank after another sign, so that no merge crosses the border before a
        // blank and every word can be merged for itself, the same words once.
        std::unordered_map<std::string_view, std::pair<std::size_t, std::size_t>> seen;
        const std::string_view all = marked;
        for (std::size_t begin = 0; begin < all.size();) {
            std::size_t end = begin;
            while (all.substr(end).starts_with(kBlankMark))
                end += kBlankMark.size();
            end = std::min(all.size(), all.find(kBlankMark, end));
            const std::string_view word = all.substr(begin, end - begin);
            if (const auto known = seen.find(word); known != seen.end()) {
                for (std::size_t i = 0; i < known->second.second; ++i)
                    ids.push_back(ids[known->second.first + i]);
            } else {
                const std::size_t first = ids.size();
                encode_word(word, ids);
                seen.emplace(word, std::pair(first, ids.size() - first));
            }
            begin = end;
        }
    }

    [[nodiscard]] TokenId find(std::string_view text) const
    {
        const auto found = ids_.find(text);
        return found == ids_.end() ? -1 : found->second;
    }

    [[nodiscard]] double score(TokenId token) const
    {
        const auto index = static_cast<std::size_t>(token);
        return index < vocabulary_.scores.size() ? static_cast<double>(vocabulary_.scores[index])
                                                 : 0.0;
    }

    void encode_word(std::string_view word, std::vector<TokenId>& ids) const
    {
        std::vector<Symbol> symbols;
        for (std::size_t at = 0; at < word.size();) {
            const std::size_t begin = at;
            utf8::next(word, at);
            symbols.push_back({find(word.substr(begin, at - begin)),
                               static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)});
        }
        merge_symbols(
            symbols, [&](const Symbol& left, const Symbol& right) -> std::optional<Merge> {
                const TokenId token = find(word.substr(left.begin, right.end - left.begin));
                if (token < 0)
                    return std::nullopt;
                return Merge{-score(token), token};
            });
        for (const Symbol& symbol : symbols) {
            if (symbol.token >= 0) {
                ids.push_back(symbol.token);
                continue;
            }
            for (std::uint32_t i = symbol.begin; i < symbol.end; ++i) {
                const TokenId byte = bytes_[static_cast<unsigned char>(word[i])];
                if (byte >= 0)
                    ids.push_back(byte);
                else if (i == symbol.begin && unknown_ >= 0)
                    ids.push_back(unknown_);
            }
        }
    }

    TokenMap ids_;
    AddedTokens added_;
    std::array<TokenId, 256> bytes_{};
    TokenId unknown_ = -1; // what stands for a sign without token or bytes
    bool words_are_apart_ = true;
};

} // namespace

Result<std::unique_ptr<Tokenizer>> make_sentencepiece_bpe(Vocabulary vocabulary)
{
    if (!vocabulary.scores.empty() && vocabulary.scores.size() != vocabulary.tokens.size())
        return Error{ErrorKind::corrupt,
                     "the vocabulary has " + std::to_string(vocabulary.tokens.size()) +
                         " tokens and the scores of " + std::to_string(vocabulary.scores.size())};
    for (const float score : vocabulary.scores)
        if (!std::isfinite(score))
            return Error{ErrorKind::corrupt, "a score of the vocabulary is not a number"};
    auto tokenizer = std::make_unique<SentencePieceBpe>(std::move(vocabulary));
    TRY(tokenizer->build());
    return std::unique_ptr<Tokenizer>(std::move(tokenizer));
}

} // namespace longhand::tokenizer
