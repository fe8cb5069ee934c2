// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tokenizer/chat_template.h"

namespace longhand::tokenizer {

// The turns in the shape's own writing. Plain pieces that touch are one: they are tokenised as one
// text. No piece is empty.
std::vector<ChatTemplate::Piece> render_chat(const ChatShape& shape,
                                             std::span<const ChatTurn> turns, bool open_assistant,
                                             const ChatTemplate::Marks& marks);

// What Python's str.strip() and so Jinja's trim take away on both sides.
std::string_view trimmed(std::string_view text);

} // namespace longhand::tokenizer
