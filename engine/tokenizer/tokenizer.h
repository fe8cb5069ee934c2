// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/base/token.h"

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace longhand::tokenizer {

enum class TokenType : std::uint8_t { normal, unknown, control, user_defined, unused, byte };

// What a model file says about its vocabulary, as plain values: engine/infer fills it from a
// checkpoint, so that this folder knows no file format.
struct Vocabulary {
    enum class Kind : std::uint8_t {
        byte_bpe,              // GGUF "gpt2": byte-level BPE with merges
        sentencepiece,         // GGUF "llama": pieces with scores, U+2581 for blanks, byte fallback
        sentencepiece_unigram, // GGUF "t5": pieces with log-probabilities, perhaps a charsmap
        // a whole file in `model`, the tables are filled by make():
        sentencepiece_model, // serialised .model file
        tokenizer_json,      // Hugging Face's tokenizer.json
    };
    Kind kind = Kind::byte_bpe;
    std::string pre; // byte_bpe: name of the pre-tokeniser ("smollm", "gpt-2", "starcoder")
    std::vector<std::string> tokens;
    std::vector<float> scores;
    std::vector<TokenType> types;
    std::vector<std::string> merges; // "left right", best first
    std::string model;               // a file's bytes
    std::string charsmap;            // sentencepiece_unigram: see charsmap.h
    TokenId bos = -1, eos = -1, unknown = -1, pad = -1;
    std::vector<TokenId> end_of_generation; // besides eos: end of turn and the like
    bool add_bos = false;
    bool add_eos = false;
    bool says_add_bos =
        false; // tokenizer_json: add_bos and add_eos are given, not to be read there
    std::string bos_text, eos_text, pad_text; // tokenizer_json: ids still to be found
    // A text that goes on behind a special token begins as a text of its own does.
    bool blank_after_mark = true;
    std::vector<TokenId> strips_right; // special tokens that take the white space behind them
    bool add_space_prefix = true;      // sentencepiece
    bool remove_extra_whitespaces = false;
};

// Whether models with this pre-tokeniser expect a BOS where their file does not say.
bool begins_with_bos_by_default(std::string_view pre);

// Text to ids and back. Immutable: any thread may use one. Special tokens never come out of text:
// only `special` looks one up by name.
class Tokenizer {
public:
    // Fails: unsupported (pre-tokeniser or kind, by name), corrupt.
    static Result<std::unique_ptr<Tokenizer>> make(Vocabulary vocabulary);
    virtual ~Tokenizer() = default;

    // Ids of `text` alone: no BOS, no EOS, no special tokens, whatever the text says. Any bytes.
    // `at_start`: sentencepiece puts its blank before the text only there.
    [[nodiscard]] virtual std::vector<TokenId> encode(std::string_view text,
                                                      bool at_start = true) const = 0;
    // Bytes of one token as they stand in text; may be half a UTF-8 character; control tokens
    // give "". `at_start`: sentencepiece drops its blank there.
    [[nodiscard]] virtual std::string piece(TokenId token, bool at_start = false) const = 0;
    [[nodiscard]] std::string decode(std::span<const TokenId> tokens) const;

    [[nodiscard]] std::int64_t size() const
    {
        return static_cast<std::int64_t>(vocabulary_.tokens.size());
    }
    [[nodiscard]] const Vocabulary& vocabulary() const { return vocabulary_; }
    // Id of a control or user-defined token by its exact text ("<|im_start|>"), -1 if absent.
    [[nodiscard]] TokenId special(std::string_view text) const;
    [[nodiscard]] bool ends_generation(TokenId token) const;

protected:
    // `vocabulary` was checked by make().
    explicit Tokenizer(Vocabulary vocabulary);
    // Once more after vocabulary_ was filled. Tokens known to end a turn end an answer, whatever
    // eos says.
    void index_specials();
    Vocabulary vocabulary_;

private:
    std::map<std::string, TokenId, std::less<>> specials_;
};

} // namespace longhand::tokenizer
