// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tokenizer/kinds.h"
#include "engine/tokenizer/merge_queue.h"
#include "engine/tokenizer/pre_tokenizer.h"

#include "engine/base/utf8.h"

#include <array>
#include <unordered_map>

namespace longhand::tokenizer {
namespace {

// GPT-2 writes every byte as a printable character: the printable ones of Latin-1 as themselves,
// the others, in order, as U+0100 onwards.
struct ByteAlphabet {
    std::array<std::uint32_t, 256> character{};
    std::unordered_map<std::uint32_t, unsigned char> byte;
    ByteAlphabet()
    {
        std::uint32_t next = 0x100;
        for (std::uint32_t value = 0; value < 256; ++value) {
            const bool printable = (value >= 0x21 && value <= 0x7E) ||
                                   (value >= 0xA1 && value <= 0xAC) || value >= 0xAE;
            character[value] = printable ? value : next++;
            byte.emplace(character[value], static_cast<unsigned char>(value));
        }
    }
};

const ByteAlphabet& alphabet()
{
    static const ByteAlphabet instance;
    return instance;
}

// The bytes that a token's text stands for; a character outside the alphabet stands for itself.
std::string bytes_of(std::string_view token)
{
    std::string bytes;
    for (std::size_t at = 0; at < token.size();) {
        const std::size_t begin = at;
        const char32_t character = utf8::next(token, at);
        const auto found = alphabet().byte.find(static_cast<std::uint32_t>(character));
        if (found != alphabet().byte.end())
            bytes.push_back(static_cast<char>(found->second));
        else
            bytes.append(token.substr(begin, at - begin));
    }
    return bytes;
}

std::uint64_t pair_key(TokenId left, TokenId right)
{
    return (std::uint64_t{static_cast<std::uint32_t>(left)} << 32U) |
           static_cast<std::uint32_t>(right);
}

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
using TokenMap = std::unordered_map<std::string, TokenId, TextHash, std::equal_to<>>;

class ByteBpe : public Tokenizer {
public:
    ByteBpe(Vocabulary vocabulary, PreTokenizer pre)
        : Tokenizer(std::move(vocabulary)), pre_(pre)
    {
    }

    Result<void> build()
    {
        TokenMap by_text;
        pieces_.resize(vocabulary_.tokens.size());
        byte_tokens_.fill(-1);
        for (std::size_t i = 0; i < vocabulary_.tokens.size(); ++i) {
            const auto id = static_cast<TokenId>(i);
            if (vocabulary_.types[i] == TokenType::control)
                continue;  // never comes out of text and shows nothing
            pieces_[i] = bytes_of(vocabulary_.tokens[i]);
            if (vocabulary_.types[i] != TokenType::normal)
                continue;
            by_text.emplace(vocabulary_.tokens[i], id);
            if (pieces_[i].size() == 1)
                byte_tokens_[static_cast<unsigned char>(pieces_[i][0])] = id;
        }
        merges_.reserve(vocabulary_.merges.size());
        for (std::size_t rank = 0; rank < vocabulary_.merges.size(); ++rank) {
            const std::string& merge = vocabulary_.merges[rank];
            const std::size_t blank = merge.find(' ');
            if (blank == std::string::npos)
                return Error{ErrorKind::corrupt, "merge " + std::to_string(rank) + " is \"" + merge +
                                                     "\", expected two tokens with a blank between"};
            const auto left = by_text.find(std::string_view(merge).substr(0, blank));
            const auto right = by_text.find(std::string_view(merge).substr(blank + 1));
            const auto whole = by_text.find(merge.substr(0, blank) + merge.substr(blank + 1));
            // merges that lead to no token of the vocabulary can never be used
            if (left == by_text.end() || right == by_text.end() || whole == by_text.end())
                continue;
            merges_.emplace(pair_key(left->second, right->second),
                            Merge{static_cast<double>(rank), whole->second});
        }
        vocabulary_.merges = {};  // the table above is what encoding needs
        return {};
    }

    [[nodiscard]] std::vector<TokenId> encode(std::string_view text, bool /*at_start*/) const override
    {
        std::vector<TokenId> ids;
        ids.reserve(text.size() / 3);
        // a book repeats its words: each is merged once
        std::unordered_map<std::string_view, std::pair<std::size_t, std::size_t>> seen;
        std::vector<Symbol> symbols;
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
        return ids;
    }

    [[nodiscard]] std::string piece(TokenId token, bool /*at_start*/) const override
    {
        return token >= 0 && token < size() ? pieces_[static_cast<std::size_t>(token)] : std::string();
    }

private:
    void encode_word(std::string_view word, std::vector<Symbol>& symbols,
                     std::vector<TokenId>& ids) const
    {
        symbols.clear();
        for (std::uint32_t i = 0; i < word.size(); ++i) {
            // A byte that has no token is left out, as the tokenizers these files come from do.
            const TokenId token = byte_tokens_[static_cast<unsigned char>(word[i])];
            if (token >= 0)
                symbols.push_back({token, i, i + 1});
        }
        merge_symbols(symbols, [this](const Symbol& left, const Symbol& right) -> std::optional<Merge> {
            const auto found = merges_.find(pair_key(left.token, right.token));
            if (found == merges_.end())
                return std::nullopt;
            return found->second;
        });
        for (const Symbol& symbol : symbols)
            ids.push_back(symbol.token);
    }

    PreTokenizer pre_;
    std::vector<std::string> pieces_;
    std::array<TokenId, 256> byte_tokens_{};
    std::unordered_map<std::uint64_t, Merge> merges_;
};

}  // namespace

Result<std::unique_ptr<Tokenizer>> make_byte_bpe(Vocabulary vocabulary)
{
    TRY(const PreTokenizer pre, PreTokenizer::named(vocabulary.pre));
    auto tokenizer = std::make_unique<ByteBpe>(std::move(vocabulary), pre);
    TRY(tokenizer->build());
    return std::unique_ptr<Tokenizer>(std::move(tokenizer));
}

}  // namespace longhand::tokenizer
