// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/tokenizer/merge_table.h"

#include <array>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace longhand::tokenizer {

// Turns one word, as a pre-tokeniser left it, into ids. Immutable; any thread may use one.
class WordModel {
public:
    virtual ~WordModel() = default;
    virtual void encode(std::string_view word, std::vector<TokenId>& ids) const = 0;
};

// Which ids stand for the 256 bytes ("<0x0A>"); -1 for a byte without one.
using ByteTokens = std::array<TokenId, 256>;
// True and appended when every byte of `text` has a token.
bool append_bytes(const ByteTokens& bytes, std::string_view text, std::vector<TokenId>& ids);

// BPE over characters (Sennrich et al. 2016), as the "BPE" model of tokenizer.json.
struct BpeSettings {
    TokenMap ids;                    // what text may become
    std::vector<std::string> merges; // "left right", best first
    TokenId unknown = -1;            // -1: what is not known is left out
    bool fuse_unknown = false;       // one for a whole run of unknown characters
    bool byte_fallback = false;
    ByteTokens bytes{};       // with byte_fallback
    bool whole_words = false; // a word that is a token is that token
};
// Fails: corrupt.
Result<std::unique_ptr<WordModel>> make_bpe_model(BpeSettings settings);

// The most probable pieces (Kudo 2018), as SentencePiece and the "Unigram" model of tokenizer.json:
// an unknown character costs 10 more than the least probable piece; a run of them is one token.
struct UnigramSettings {
    struct Piece {
        std::string text;
        TokenId id = -1;
        double score = 0.0; // natural logarithm
    };
    std::vector<Piece> pieces; // what text may become
    double least_score = 0.0;  // of all pieces of the file
    TokenId unknown = -1;      // -1: what is not known is left out
    bool byte_fallback = false;
    ByteTokens bytes{};
};
// Fails: corrupt (a score that is no number).
Result<std::unique_ptr<WordModel>> make_unigram_model(UnigramSettings settings);

} // namespace longhand::tokenizer
