// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tokenizer/added_tokens.h"
#include "engine/tokenizer/byte_alphabet.h"
#include "engine/tokenizer/kinds.h"
#include "engine/tokenizer/merge_table.h"
#include "engine/tokenizer/pre_tokenizer.h"

#include <array>
#include <unordered_map>

namespace longhand::tokenizer {
namespace {

class ByteBpe : public Tokenizer {
public:
    ByteBpe(Vocabulary vocabulary, PreTokenizer pre)
        : Tokenizer(std::move(vocabulary)), pre_(std::move(pre)),
          whole_words_(PreTokenizer::takes_whole_words(vocabulary_.pre))
    {
    }

    Result<void> build()
    {
        TokenMap by_text;
        std::vector<AddedToken> added;
        pieces_.resize(vocabulary_.tokens.size());
        byte_tokens_.fill(-1);
        for (std::size_t i = 0; i < vocabulary_.tokens.size(); ++i) {
            const auto id = static_cast<TokenId>(i);
            const std::string& token = vocabulary_.tokens[i];
            const TokenType type = vocabulary_.types[i];
            if (type == TokenType::control)
                continue; // never comes out of text and shows nothing
            if (type == TokenType::user_defined) {
                pieces_[i] = token; // written as it stands, not in the alphabet of bytes
                if (!is_written_like_a_mark(token))
                    added.push_back({.text = token, .id = id});
                continue;
            }
            pieces_[i] = bytes_of_letters(token);
            if (type != TokenType::normal)
                continue;
            by_text.emplace(token, id);
            if (whole_words_)
                words_.emplace(pieces_[i], id);
            if (pieces_[i].size() == 1)
                byte_tokens_[static_cast<unsigned char>(pieces_[i][0])] = id;
        }
        TRY(merges_, MergeTable::make(vocabulary_.merges, by_text));
        added_ = AddedTokens(std::move(added));
        vocabulary_.merges = {}; // the table above is what encoding needs
        return {};
    }

    [[nodiscard]] std::vector<TokenId> encode(std::string_view text,
                                              bool /*at_start*/) const override
    {
        std::vector<TokenId> ids;
        ids.reserve(text.size() / 3);
        // a book repeats its words: each is merged once
        Seen seen;
        std::vector<Symbol> symbols;
        added_.split(text, [&](std::string_view stretch, TokenId token) {
            if (token >= 0)
                ids.push_back(token);
            else
                encode_stretch(stretch, seen, symbols, ids);
        });
        return ids;
    }

    [[nodiscard]] std::string piece(TokenId token, bool /*at_start*/) const override
    {
        return token >= 0 && token < size() ? pieces_[static_cast<std::size_t>(token)]
                                            : std::string();
    }

private:
    using Seen = std::unordered_map<std::string_view, std::pair<std::size_t, std::size_t>>;

    void encode_stretch(std::string_view text, Seen& seen, std::vector<Symbol>& symbols,
                        std::vector<TokenId>& ids) const
    {
        pre_.split(text, [&](std::string_view word) {
            if (const auto known = seen.find(word); known != seen.end()) {
                const auto [begin, count] = known->second;
                for (std::size_t i = 0; i < count; ++i)
                    ids.push_back(ids[begin + i]);
                return;
            }
            const std::size_t begin = ids.size();
            encode_word(word, symbols, ids);
            seen.emplace(word, std::pair(begin, ids.size() - begin));
        });
    }

    void encode_word(std::string_view word, std::vector<Symbol>& symbols,
                     std::vector<TokenId>& ids) const
    {
        if (whole_words_)
            if (const auto whole = words_.find(word); whole != words_.end())
                return ids.push_back(whole->second);
        symbols.clear();
        for (std::uint32_t i = 0; i < word.size(); ++i) {
            // A byte that has no token is left out, as the tokenizers these files come from do.
            const TokenId token = byte_tokens_[static_cast<unsigned char>(word[i])];
            if (token >= 0)
                symbols.push_back({token, i, i + 1});
        }
        merge_symbols(symbols, [this](const Symbol& left, const Symbol& right) {
            return merges_.find(left, right);
        });
        for (const Symbol& symbol : symbols)
            ids.push_back(symbol.token);
    }

    PreTokenizer pre_;
    bool whole_words_; // a word that is a token is that token, whatever the merges say
    TokenMap words_;   // by bytes, for that
    AddedTokens added_;
    MergeTable merges_;
    std::vector<std::string> pieces_;
    std::array<TokenId, 256> byte_tokens_{};
};

} // namespace

Result<std::unique_ptr<Tokenizer>> make_byte_bpe(Vocabulary vocabulary)
{
    TRY(PreTokenizer pre, PreTokenizer::named(vocabulary.pre));
    auto tokenizer = std::make_unique<ByteBpe>(std::move(vocabulary), std::move(pre));
    TRY(tokenizer->build());
    return std::unique_ptr<Tokenizer>(std::move(tokenizer));
}

} // namespace longhand::tokenizer
