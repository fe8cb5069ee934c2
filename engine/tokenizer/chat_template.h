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

// How one template writes turns: a family, and where its members differ.
struct ChatShape {
    enum class Family : std::uint8_t {
        chatml,
        qwen3,
        llama2,
        llama3,
        gemma,
        phi3,
        phi4,
        mistral,
        zephyr
    };
    // What becomes of a system message: a turn of its own, or the beginning of the first or the
    // last user turn.
    enum class System : std::uint8_t { turn, first_user, last_user };

    std::string name;
    Family family = Family::chatml;
    System system = System::turn;
    bool system_refused = false; // the template itself fails at one; it goes to the first user turn
    bool alternates = false;     // fails unless user and assistant take turns, the user first
    bool trims = false;          // white space around what a turn contains is left out
    bool bos = false;            // a BOS goes first
    bool eos_at_end = false;     // an EOS ends a conversation that opens no answer (phi3)
    std::string default_system;  // chatml: said when no system message is given
    std::string date;            // llama3: today's date in the system turn; empty: no such turn
    std::string user_open, user_close, assistant_open; // mistral: what stands around contents
};

// How a model wants a conversation written. Recognised from the Jinja source in the model file by
// what it contains; the source itself is never run. What is rendered equals what Jinja makes of it.
// Rendering yields pieces, so that only the template's own marks become special tokens and nothing
// a turn contains can.
class ChatTemplate {
public:
    struct Piece {
        std::string text;
        bool special = false; // one special token, by its text
    };
    // How BOS and EOS are written; encode() takes those of the vocabulary.
    struct Marks {
        std::string bos, eos;
    };

    // `source`: tokenizer.chat_template. Fails: unsupported (an unknown template, with its first
    // line; the caller may then force one with `named`).
    static Result<ChatTemplate> recognise(std::string_view source);
    // "chatml", "smollm2" and "qwen2.5" (ChatML with a default system message), "qwen3", "llama2",
    // "llama3", "llama3.1", "gemma", "phi3", "phi4", "mistral", "zephyr". Fails: unsupported.
    static Result<ChatTemplate> named(std::string_view name);

    [[nodiscard]] std::string_view name() const { return shape_.name; }
    [[nodiscard]] const ChatShape& shape() const { return shape_; }
    // Fails: invalid, where the template itself refuses these turns: a system message (which
    // `render` writes into the first user turn instead), or turns that do not alternate.
    [[nodiscard]] Result<void> check(std::span<const ChatTurn> turns) const;
    // The conversation, and, if asked, the opening of the assistant's turn, also of a template that
    // leaves it out. BOS is a piece where the template writes it.
    [[nodiscard]] std::vector<Piece> render(std::span<const ChatTurn> turns,
                                            bool open_assistant) const
    {
        return render(turns, open_assistant, usual_marks());
    }
    [[nodiscard]] std::vector<Piece> render(std::span<const ChatTurn> turns, bool open_assistant,
                                            const Marks& marks) const;
    // The same as one string, as reference renderers give it.
    [[nodiscard]] std::string render_text(std::span<const ChatTurn> turns,
                                          bool open_assistant) const;
    // Ids: special pieces by name (unsupported if the vocabulary lacks one), the rest as plain
    // text. A system message that the template refuses goes to the first user turn. Fails: invalid
    // (turns that do not alternate where the template wants that), unsupported.
    [[nodiscard]] Result<std::vector<TokenId>>
    encode(const Tokenizer& tokenizer, std::span<const ChatTurn> turns, bool open_assistant) const;

private:
    explicit ChatTemplate(ChatShape shape) : shape_(std::move(shape)) {}
    [[nodiscard]] Marks usual_marks() const;
    ChatShape shape_;
};

} // namespace longhand::tokenizer
