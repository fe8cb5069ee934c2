// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tokenizer/kinds.h"

#include <sentencepiece_processor.h>

#include <exception>

namespace longhand::tokenizer {
namespace {

// A serialised .model file, read and run by the SentencePiece library, so that its normaliser and
// both of its algorithms are exactly those the model was trained with.
class SentencePieceModel : public Tokenizer {
public:
    explicit SentencePieceModel(Vocabulary vocabulary) : Tokenizer(std::move(vocabulary)) {}

    Result<void> build()
    {
        TRY(load());
        const int count = processor_.GetPieceSize();
        if (count <= 0)
            return Error{ErrorKind::corrupt, "the SentencePiece model has no pieces"};
        vocabulary_.tokens.clear();
        vocabulary_.scores.clear();
        vocabulary_.types.clear();
        for (int id = 0; id < count; ++id) {
            vocabulary_.tokens.push_back(processor_.IdToPiece(id));
            vocabulary_.scores.push_back(processor_.GetScore(id));
            vocabulary_.types.push_back(processor_.IsControl(id)   ? TokenType::control
                                        : processor_.IsUnknown(id) ? TokenType::unknown
                                        : processor_.IsByte(id)    ? TokenType::byte
                                        : processor_.IsUnused(id)  ? TokenType::unused
                                                                   : TokenType::normal);
        }
        vocabulary_.unknown = processor_.unk_id();
        if (vocabulary_.bos < 0)
            vocabulary_.bos = processor_.bos_id();
        if (vocabulary_.eos < 0)
            vocabulary_.eos = processor_.eos_id();
        if (vocabulary_.pad < 0)
            vocabulary_.pad = processor_.pad_id();
        vocabulary_.model = {};
        index_specials();
        find_fence();
        return {};
    }

    [[nodiscard]] std::vector<TokenId> encode(std::string_view text, bool at_start) const override
    {
        std::vector<int> ids;
        if (at_start || fence_.empty()) {
            if (!processor_.Encode(text, &ids).ok())
                ids.clear();
            return ids;
        }
        // The library sets its blank before every text; behind a fence that merges with nothing
        // the text stands as it would in the middle of a longer one.
        if (!processor_.Encode(fence_ + std::string(text), &ids).ok() || ids.size() < fence_tokens_)
            return {};
        return {ids.begin() + static_cast<std::ptrdiff_t>(fence_tokens_), ids.end()};
    }

    [[nodiscard]] std::string piece(TokenId token, bool at_start) const override
    {
        if (token < 0 || token >= size())
            return {};
        const auto index = static_cast<std::size_t>(token);
        if (vocabulary_.types[index] == TokenType::control)
            return {};
        if (vocabulary_.types[index] == TokenType::byte)
            return {static_cast<char>(byte_of_piece(vocabulary_.tokens[index]))};
        if (vocabulary_.types[index] == TokenType::unknown)
            return " \xE2\x81\x87 ";
        std::string text = with_blanks(vocabulary_.tokens[index]);
        if (at_start && text.starts_with(' '))
            text.erase(0, 1);
        return text;
    }

private:
    Result<void> load()
    {
        const auto refused = [](std::string_view why) {
            return Error{ErrorKind::corrupt,
                         "the SentencePiece model cannot be read: " + std::string(why)};
        };
        // The library returns most failures and throws some (an empty piece, for one).
        try {
            const auto status = processor_.LoadFromSerializedProto(vocabulary_.model);
            return status.ok() ? Result<void>{} : refused(status.message());
        } catch (const std::exception& error) {
            return refused(error.what());
        }
    }

    void find_fence()
    {
        for (const std::string candidate : {"\x01", "\n", "|"}) {
            std::vector<int> alone;
            std::vector<int> before;
            if (!processor_.Encode(candidate, &alone).ok() ||
                !processor_.Encode(candidate + "abc", &before).ok() || alone.empty() ||
                before.size() <= alone.size() ||
                !std::equal(alone.begin(), alone.end(), before.begin()))
                continue;
            fence_ = candidate;
            fence_tokens_ = alone.size();
            return;
        }
    }

    sentencepiece::SentencePieceProcessor processor_;
    std::string fence_;
    std::size_t fence_tokens_ = 0;
};

} // namespace

Result<std::unique_ptr<Tokenizer>> make_sentencepiece_model(Vocabulary vocabulary)
{
    auto tokenizer = std::make_unique<SentencePieceModel>(std::move(vocabulary));
    TRY(tokenizer->build());
    return std::unique_ptr<Tokenizer>(std::move(tokenizer));
}

} // namespace longhand::tokenizer
