// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tokenizer/chat_template.h"

#include <optional>

namespace longhand::tokenizer {
namespace {

constexpr std::string_view kSmolSystem =
    "You are a helpful AI assistant named SmolLM, trained by Hugging Face";

std::string_view role_name(ChatRole role)
{
    switch (role) {
    case ChatRole::system:
        return "system";
    case ChatRole::user:
        return "user";
    case ChatRole::assistant:
        return "assistant";
    }
    return "user";
}

std::string trimmed(std::string_view text)
{
    const auto begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos)
        return {};
    return std::string(text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1));
}

// Pieces in order, plain ones that touch joined: they are tokenised as one text.
class Pieces {
public:
    void special(std::string_view text) { pieces_.push_back({std::string(text), true}); }
    void plain(std::string_view text)
    {
        if (text.empty())
            return;
        if (pieces_.empty() || pieces_.back().special)
            pieces_.push_back({});
        pieces_.back().text += text;
    }
    std::vector<ChatTemplate::Piece> take() { return std::move(pieces_); }

private:
    std::vector<ChatTemplate::Piece> pieces_;
};

void chatml_turn(Pieces& pieces, std::string_view role, std::string_view content)
{
    pieces.special("<|im_start|>");
    pieces.plain(role);
    pieces.plain("\n");
    pieces.plain(content);
    pieces.special("<|im_end|>");
    pieces.plain("\n");
}

std::vector<ChatTemplate::Piece> chatml(std::span<const ChatTurn> turns, bool open_assistant,
                                        const std::string& default_system, bool bos)
{
    Pieces pieces;
    if (bos)
        pieces.special("<s>");
    if (!default_system.empty() && !turns.empty() && turns.front().role != ChatRole::system)
        chatml_turn(pieces, "system", default_system);
    for (const ChatTurn& turn : turns)
        chatml_turn(pieces, role_name(turn.role), turn.content);
    if (open_assistant) {
        pieces.special("<|im_start|>");
        pieces.plain("assistant\n");
    }
    return pieces.take();
}

std::vector<ChatTemplate::Piece> llama2(std::span<const ChatTurn> turns)
{
    Pieces pieces;
    std::optional<std::string> system;
    for (const ChatTurn& turn : turns) {
        if (turn.role == ChatRole::system) {
            system = turn.content;
        } else if (turn.role == ChatRole::user) {
            pieces.special("<s>");
            pieces.plain("[INST] ");
            std::string content = turn.content;
            if (system)
                content = "<<SYS>>\n" + *system + "\n<</SYS>>\n\n" + content;
            system.reset();
            pieces.plain(trimmed(content));
            pieces.plain(" [/INST]");
        } else {
            pieces.plain(" " + trimmed(turn.content) + " ");
            pieces.special("</s>");
        }
    }
    return pieces.take();
}

std::vector<ChatTemplate::Piece> llama3(std::span<const ChatTurn> turns, bool open_assistant)
{
    Pieces pieces;
    pieces.special("<|begin_of_text|>");
    const auto open = [&](std::string_view role) {
        pieces.special("<|start_header_id|>");
        pieces.plain(role);
        pieces.special("<|end_header_id|>");
        pieces.plain("\n\n");
    };
    for (const ChatTurn& turn : turns) {
        open(role_name(turn.role));
        pieces.plain(trimmed(turn.content));
        pieces.special("<|eot_id|>");
    }
    if (open_assistant)
        open("assistant");
    return pieces.take();
}

// The words that a ChatML template puts in when no system message is given.
std::string default_system_of(std::string_view source)
{
    for (const std::string_view open : {"<|im_start|>system\\n", "<|im_start|>system\n"}) {
        const std::size_t at = source.find(open);
        if (at == std::string_view::npos)
            continue;
        const std::string_view rest = source.substr(at + open.size());
        const std::size_t end = rest.find("<|im_end|>");
        if (end != std::string_view::npos &&
            rest.substr(0, end).find_first_of("'\"{}") == std::string_view::npos)
            return std::string(rest.substr(0, end));
    }
    return {};
}

} // namespace

Result<ChatTemplate> ChatTemplate::recognise(std::string_view source)
{
    const auto has = [&](std::string_view text) {
        return source.find(text) != std::string_view::npos;
    };
    if (has("<|im_start|>") && has("<|im_end|>")) {
        ChatTemplate chat("chatml");
        chat.default_system_ = default_system_of(source);
        if (chat.default_system_ == kSmolSystem)
            chat.name_ = "smollm2";
        chat.bos_ = has("bos_token");
        return chat;
    }
    if (has("<|start_header_id|>") && has("<|eot_id|>"))
        return ChatTemplate("llama3");
    if (has("[INST]") && has("<<SYS>>"))
        return ChatTemplate("llama2");
    return Error{ErrorKind::unsupported,
                 "the chat template beginning \"" +
                     std::string(source.substr(0, std::min<std::size_t>(source.find('\n'), 60))) +
                     "\" is not one of chatml, smollm2, llama2, llama3"};
}

Result<ChatTemplate> ChatTemplate::named(std::string_view name)
{
    if (name != "chatml" && name != "smollm2" && name != "llama2" && name != "llama3")
        return Error{ErrorKind::unsupported,
                     "the chat template \"" + std::string(name) +
                         "\" is not one of chatml, smollm2, llama2, llama3"};
    ChatTemplate chat{std::string(name)};
    if (name == "smollm2")
        chat.default_system_ = kSmolSystem;
    return chat;
}

std::vector<ChatTemplate::Piece> ChatTemplate::render(std::span<const ChatTurn> turns,
                                                      bool open_assistant) const
{
    if (name_ == "llama2")
        return llama2(turns);
    if (name_ == "llama3")
        return llama3(turns, open_assistant);
    return chatml(turns, open_assistant, default_system_, bos_);
}

std::string ChatTemplate::render_text(std::span<const ChatTurn> turns, bool open_assistant) const
{
    std::string text;
    for (const Piece& piece : render(turns, open_assistant))
        text += piece.text;
    return text;
}

Result<std::vector<TokenId>> ChatTemplate::encode(const Tokenizer& tokenizer,
                                                  std::span<const ChatTurn> turns,
                                                  bool open_assistant) const
{
    std::vector<TokenId> ids;
    const Vocabulary& vocabulary = tokenizer.vocabulary();
    const std::vector<Piece> pieces = render(turns, open_assistant);
    const bool writes_bos = !pieces.empty() && pieces.front().special &&
                            tokenizer.special(pieces.front().text) == vocabulary.bos;
    // A model that was always shown a BOS gets one, whatever its template leaves to the caller.
    if (!writes_bos && vocabulary.add_bos && vocabulary.bos >= 0)
        ids.push_back(vocabulary.bos);
    for (const Piece& piece : pieces) {
        if (!piece.special) {
            const auto more = tokenizer.encode(piece.text, /*at_start=*/ids.empty());
            ids.insert(ids.end(), more.begin(), more.end());
            continue;
        }
        const TokenId id = tokenizer.special(piece.text);
        if (id < 0)
            return Error{ErrorKind::unsupported, "the chat template " + name_ +
                                                     " needs the token " + piece.text +
                                                     ", which the vocabulary lacks"};
        ids.push_back(id);
    }
    return ids;
}

} // namespace longhand::tokenizer
