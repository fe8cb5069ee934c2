// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tokenizer/chat_render.h"

#include "engine/base/utf8.h"

#include <algorithm>
#include <optional>

namespace longhand::tokenizer {
namespace {

using Piece = ChatTemplate::Piece;
using Marks = ChatTemplate::Marks;
using Turns = std::vector<ChatTurn>;

std::string role_name(ChatRole role)
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

class Pieces {
public:
    Pieces& special(std::string_view text)
    {
        if (!text.empty())
            pieces_.push_back({std::string(text), true});
        return *this;
    }
    Pieces& plain(std::string_view text)
    {
        if (text.empty())
            return *this;
        if (pieces_.empty() || pieces_.back().special)
            pieces_.push_back({});
        pieces_.back().text += text;
        return *this;
    }
    std::vector<Piece> take() { return std::move(pieces_); }

private:
    std::vector<Piece> pieces_;
};

bool is_white(char32_t sign)
{
    // str.isspace(): White_Space and the four separators of ASCII
    return (sign >= 0x1C && sign <= 0x1F) || (sign != 0xFEFF && utf8::is_space(sign));
}

std::string_view strip_newlines(std::string_view text)
{
    const std::size_t begin = std::min(text.find_first_not_of('\n'), text.size());
    return text.substr(begin, text.find_last_not_of('\n') + 1 - begin);
}

std::string_view without_newlines_before(std::string_view text)
{
    return text.substr(std::min(text.find_first_not_of('\n'), text.size()));
}

void chatml_turn(Pieces& pieces, std::string_view role, std::string_view content)
{
    pieces.special("<|im_start|>").plain(role).plain("\n").plain(content);
    pieces.special("<|im_end|>").plain("\n");
}

void chatml(Pieces& pieces, const ChatShape& shape, const Turns& turns, bool open)
{
    if (!shape.default_system.empty() && !turns.empty() && turns.front().role != ChatRole::system)
        chatml_turn(pieces, "system", shape.default_system);
    for (const ChatTurn& turn : turns)
        chatml_turn(pieces, role_name(turn.role), turn.content);
    if (open)
        pieces.special("<|im_start|>").plain("assistant\n");
}

// Thoughts of answers before the last question are left out; those of an answer after it stand in
// <think> marks, and an answer that ends the conversation gets the marks even without thoughts.
void qwen3(Pieces& pieces, const Turns& turns, bool open)
{
    std::size_t last_question = turns.empty() ? 0 : turns.size() - 1;
    for (std::size_t i = turns.size(); i-- > 0;) {
        const std::string_view content = turns[i].content;
        if (turns[i].role == ChatRole::user &&
            !(content.starts_with("<tool_response>") && content.ends_with("</tool_response>"))) {
            last_question = i;
            break;
        }
    }
    for (std::size_t i = 0; i < turns.size(); ++i) {
        std::string_view content = turns[i].content;
        if (turns[i].role != ChatRole::assistant) {
            chatml_turn(pieces, role_name(turns[i].role), content);
            continue;
        }
        std::string_view thought;
        if (const std::size_t end = content.find("</think>"); end != std::string_view::npos) {
            constexpr std::string_view kOpen = "<think>";
            constexpr std::string_view kClose = "</think>";
            thought = content.substr(0, end);
            thought = thought.substr(0, thought.find_last_not_of('\n') + 1);
            if (const std::size_t open_at = thought.rfind(kOpen); open_at != std::string_view::npos)
                thought.remove_prefix(open_at + kOpen.size());
            thought = without_newlines_before(thought);
            content =
                without_newlines_before(content.substr(content.rfind(kClose) + kClose.size()));
        }
        if (i > last_question && (i + 1 == turns.size() || !thought.empty())) {
            pieces.special("<|im_start|>").plain("assistant\n").special("<think>").plain("\n");
            pieces.plain(strip_newlines(thought)).plain("\n").special("</think>").plain("\n\n");
            pieces.plain(without_newlines_before(content)).special("<|im_end|>").plain("\n");
        } else {
            chatml_turn(pieces, "assistant", content);
        }
    }
    if (open)
        pieces.special("<|im_start|>").plain("assistant\n");
}

void llama2(Pieces& pieces, const Turns& turns, const Marks& marks)
{
    std::optional<std::string> system;
    for (const ChatTurn& turn : turns) {
        if (turn.role == ChatRole::system) {
            system = turn.content;
        } else if (turn.role == ChatRole::user) {
            std::string content = turn.content;
            if (system)
                content = "<<SYS>>\n" + *system + "\n<</SYS>>\n\n" + content;
            system.reset();
            pieces.special(marks.bos).plain("[INST] ").plain(trimmed(content)).plain(" [/INST]");
        } else {
            pieces.plain(" ").plain(trimmed(turn.content)).plain(" ").special(marks.eos);
        }
    }
}

void llama3(Pieces& pieces, const ChatShape& shape, const Turns& turns, bool open_answer)
{
    const auto open = [&](std::string_view role) -> Pieces& {
        pieces.special("<|start_header_id|>").plain(role).special("<|end_header_id|>");
        return pieces.plain("\n\n");
    };
    std::size_t first = 0;
    if (!shape.date.empty()) { // Llama 3.1: a system turn of its own, with or without a message
        open("system").plain("Cutting Knowledge Date: December 2023\nToday Date: ");
        pieces.plain(shape.date).plain("\n\n");
        if (!turns.empty() && turns.front().role == ChatRole::system)
            pieces.plain(trimmed(turns[first++].content));
        pieces.special("<|eot_id|>");
    }
    for (std::size_t i = first; i < turns.size(); ++i)
        open(role_name(turns[i].role)).plain(trimmed(turns[i].content)).special("<|eot_id|>");
    if (open_answer)
        open("assistant");
}

void gemma(Pieces& pieces, const Turns& turns, bool open)
{
    for (const ChatTurn& turn : turns) {
        pieces.special("<start_of_turn>");
        pieces.plain(turn.role == ChatRole::assistant ? "model" : role_name(turn.role));
        pieces.plain("\n").plain(turn.content).special("<end_of_turn>").plain("\n");
    }
    if (open)
        pieces.special("<start_of_turn>").plain("model\n");
}

void phi3(Pieces& pieces, const ChatShape& shape, const Turns& turns, bool open, const Marks& marks)
{
    for (const ChatTurn& turn : turns) {
        if (turn.role == ChatRole::system && turn.content.empty())
            continue;
        pieces.special("<|" + role_name(turn.role) + "|>").plain("\n").plain(turn.content);
        pieces.special("<|end|>").plain("\n");
    }
    if (open)
        pieces.special("<|assistant|>").plain("\n");
    else if (shape.eos_at_end)
        pieces.special(marks.eos);
}

void phi4(Pieces& pieces, const Turns& turns, bool open)
{
    for (const ChatTurn& turn : turns) {
        pieces.special("<|im_start|>").plain(role_name(turn.role)).special("<|im_sep|>");
        pieces.plain(turn.content).special("<|im_end|>");
    }
    if (open)
        pieces.special("<|im_start|>").plain("assistant").special("<|im_sep|>");
}

void mistral(Pieces& pieces, const ChatShape& shape, const Turns& turns, const Marks& marks)
{
    for (const ChatTurn& turn : turns)
        if (turn.role == ChatRole::user) {
            pieces.plain(shape.user_open.substr(0, shape.user_open.find('['))).special("[INST]");
            pieces.plain(shape.user_open.substr(shape.user_open.find(']') + 1)).plain(turn.content);
            pieces.plain(shape.user_close.substr(0, shape.user_close.find('[')));
            pieces.special("[/INST]");
        } else {
            pieces.plain(shape.assistant_open).plain(turn.content).special(marks.eos);
        }
}

void zephyr(Pieces& pieces, const Turns& turns, bool open, const Marks& marks)
{
    for (const ChatTurn& turn : turns)
        pieces.plain("<|" + role_name(turn.role) + "|>\n" + turn.content)
            .special(marks.eos)
            .plain("\n");
    if (open)
        pieces.plain("<|assistant|>\n");
}

// Contents trimmed and the system message put where the shape wants it.
Turns arranged(const ChatShape& shape, std::span<const ChatTurn> given)
{
    Turns turns(given.begin(), given.end());
    if (shape.trims)
        for (ChatTurn& turn : turns)
            if (turn.role != ChatRole::system || shape.system == ChatShape::System::turn)
                turn.content = trimmed(turn.content);
    if (shape.system == ChatShape::System::turn || turns.empty() ||
        turns.front().role != ChatRole::system)
        return turns;
    const std::string system = std::move(turns.front().content);
    turns.erase(turns.begin());
    const auto is_user = [](const ChatTurn& turn) { return turn.role == ChatRole::user; };
    if (shape.system == ChatShape::System::last_user) {
        // Written when the conversation ends in a user turn, otherwise left out.
        if (!turns.empty() && is_user(turns.back()))
            turns.back().content = system + "\n\n" + turns.back().content;
        return turns;
    }
    const auto first = std::find_if(turns.begin(), turns.end(), is_user);
    if (first == turns.end())
        turns.insert(turns.begin(), {ChatRole::user, system});
    else
        first->content = system + "\n\n" + first->content;
    return turns;
}

} // namespace

std::string_view trimmed(std::string_view text)
{
    std::size_t begin = 0;
    for (std::size_t next = 0; begin < text.size() && is_white(utf8::next(text, next));
         begin = next)
        ;
    std::size_t end = text.size();
    while (end > begin) {
        const std::size_t last = utf8::floor_boundary(text, end - 1);
        std::size_t next = last;
        if (!is_white(utf8::next(text, next)))
            break;
        end = last;
    }
    return text.substr(begin, end - begin);
}

std::vector<Piece> render_chat(const ChatShape& shape, std::span<const ChatTurn> given,
                               bool open_assistant, const Marks& marks)
{
    using Family = ChatShape::Family;
    const Turns turns = arranged(shape, given);
    Pieces pieces;
    if (shape.bos)
        pieces.special(marks.bos);
    switch (shape.family) {
    case Family::chatml:
        chatml(pieces, shape, turns, open_assistant);
        break;
    case Family::qwen3:
        qwen3(pieces, turns, open_assistant);
        break;
    case Family::llama2:
        llama2(pieces, turns, marks);
        break;
    case Family::llama3:
        llama3(pieces, shape, turns, open_assistant);
        break;
    case Family::gemma:
        gemma(pieces, turns, open_assistant);
        break;
    case Family::phi3:
        phi3(pieces, shape, turns, open_assistant, marks);
        break;
    case Family::phi4:
        phi4(pieces, turns, open_assistant);
        break;
    case Family::mistral:
        mistral(pieces, shape, turns, marks);
        break;
    case Family::zephyr:
        zephyr(pieces, turns, open_assistant, marks);
        break;
    }
    return pieces.take();
}

} // namespace longhand::tokenizer
