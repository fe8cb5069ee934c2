// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tokenizer/tokenizer.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace longhand::tokenizer {

enum class ChatRole : std::uint8_t { system, user, assistant };
struct ChatTurn {
    ChatRole role = ChatRole::user;
    std::string content;
};

// How a model wants a conversation written. Recognised from the Jinja source in the model file;
// the source itself is never run. Rendering yields pieces, so that only the template's own marks
// become special tokens and nothing a turn contains can.
class ChatTemplate {
public:
    struct Piece {
        std::string text;
        bool special = false; // one special token, by its text
    };

    // `source`: tokenizer.chat_template. Fails: unsupported (an unknown template, with its first
    // line; the caller may then force one with `named`).
    static Result<ChatTemplate> recognise(std::string_view source);
    // "chatml", "smollm2" (ChatML with its default system message), "llama2", "llama3".
    // Fails: unsupported.
    static Result<ChatTemplate> named(std::string_view name);

    [[nodiscard]] std::string_view name() const { return name_; }
    // The conversation, and, if asked, the opening of the assistant's turn. BOS is a piece where
    // the template writes it.
    [[nodiscard]] std::vector<Piece> render(std::span<const ChatTurn> turns,
                                            bool open_assistant) const;
    // The same as one string, as reference renderers give it.
    [[nodiscard]] std::string render_text(std::span<const ChatTurn> turns,
                                          bool open_assistant) const;
    // Ids: special pieces by name (unsupported if the vocabulary lacks one), the rest as plain
    // text.
    [[nodiscard]] Result<std::vector<TokenId>>
    encode(const Tokenizer& tokenizer, std::span<const ChatTurn> turns, bool open_assistant) const;

private:
    explicit ChatTemplate(std::string name) : name_(std::move(name)) {}
    std::string name_;
    std::string default_system_; // ChatML: said when no system message is given
    bool bos_ = false;           // ChatML: a BOS goes first
};

} // namespace longhand::tokenizer
