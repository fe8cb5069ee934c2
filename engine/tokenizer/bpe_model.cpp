// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tokenizer/word_model.h"

#include "engine/base/utf8.h"

#include <algorithm>

namespace longhand::tokenizer {
namespace {

class BpeModel : public WordModel {
public:
    BpeModel(BpeSettings settings, MergeTable merges)
        : settings_(std::move(settings)), merges_(std::move(merges))
    {
    }

    void encode(std::string_view word, std::vector<TokenId>& ids) const override
    {
        if (settings_.whole_words)
            if (const auto whole = settings_.ids.find(word); whole != settings_.ids.end())
                return ids.push_back(whole->second);
        std::vector<Symbol> symbols = characters(word);
        merge_symbols(symbols, [this](const Symbol& left, const Symbol& right) {
            return merges_.find(left, right);
        });
        for (const Symbol& symbol : symbols)
            ids.push_back(symbol.token);
    }

private:
    [[nodiscard]] std::vector<Symbol> characters(std::string_view word) const
    {
        std::vector<Symbol> symbols;
        std::vector<TokenId> bytes;
        bool after_unknown = false;
        for (std::size_t at = 0; at < word.size();) {
            const std::size_t begin = at;
            utf8::next(word, at);
            const auto from = static_cast<std::uint32_t>(begin);
            const auto to = static_cast<std::uint32_t>(at);
            const std::string_view character = word.substr(begin, at - begin);
            bytes.clear();
            if (const auto found = settings_.ids.find(character); found != settings_.ids.end()) {
                symbols.push_back({found->second, from, to});
                after_unknown = false;
            } else if (settings_.byte_fallback && append_bytes(settings_.bytes, character, bytes)) {
                for (std::uint32_t i = 0; i < bytes.size(); ++i)
                    symbols.push_back({bytes[i], from + i, from + i + 1});
                after_unknown = false;
            } else if (settings_.unknown >= 0) {
                if (after_unknown && settings_.fuse_unknown)
                    symbols.back().end = to;
                else
                    symbols.push_back({settings_.unknown, from, to});
                after_unknown = true;
            }
        }
        return symbols;
    }

    BpeSettings settings_;
    MergeTable merges_;
};

} // namespace

bool append_bytes(const ByteTokens& bytes, std::string_view text, std::vector<TokenId>& ids)
{
    const auto token_of = [&](char byte) { return bytes[static_cast<unsigned char>(byte)]; };
    if (!std::all_of(text.begin(), text.end(), [&](char byte) { return token_of(byte) >= 0; }))
        return false;
    for (const char byte : text)
        ids.push_back(token_of(byte));
    return true;
}

Result<std::unique_ptr<WordModel>> make_bpe_model(BpeSettings settings)
{
    TRY(MergeTable merges, MergeTable::make(settings.merges, settings.ids));
    settings.merges = {};
    return std::unique_ptr<WordModel>(
        std::make_unique<BpeModel>(std::move(settings), std::move(merges)));
}

} // namespace longhand::tokenizer
