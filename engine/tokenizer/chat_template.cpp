// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tokenizer/chat_template.h"

#include "engine/tokenizer/chat_render.h"

#include <algorithm>
#include <optional>

namespace longhand::tokenizer {
namespace {

using Family = ChatShape::Family;
using System = ChatShape::System;

constexpr std::string_view kSmolSystem =
    "You are a helpful AI assistant named SmolLM, trained by Hugging Face";
constexpr std::string_view kQwenSystem =
    "You are Qwen, created by Alibaba Cloud. You are a helpful assistant.";
constexpr std::string_view kLlamaDate = "26 Jul 2024"; // what Llama 3.1 writes when told none

const std::vector<ChatShape>& shapes()
{
    static const std::vector<ChatShape> kShapes = {
        {.name = "chatml"},
        {.name = "smollm2", .default_system = std::string(kSmolSystem)},
        {.name = "qwen2.5", .default_system = std::string(kQwenSystem)},
        {.name = "qwen3", .family = Family::qwen3},
        {.name = "llama2", .family = Family::llama2},
        {.name = "llama3", .family = Family::llama3, .bos = true},
        {.name = "llama3.1",
         .family = Family::llama3,
         .bos = true,
         .date = std::string(kLlamaDate)},
        {.name = "gemma",
         .family = Family::gemma,
         .system = System::first_user,
         .system_refused = true,
         .alternates = true,
         .trims = true,
         .bos = true},
        {.name = "phi3", .family = Family::phi3, .eos_at_end = true},
        {.name = "phi4", .family = Family::phi4},
        {.name = "mistral",
         .family = Family::mistral,
         .system = System::last_user,
         .alternates = true,
         .bos = true,
         .user_open = "[INST]",
         .user_close = "[/INST]"},
        {.name = "zephyr", .family = Family::zephyr},
    };
    return kShapes;
}

std::string known_names()
{
    std::string names;
    for (const ChatShape& shape : shapes())
        names += (names.empty() ? "" : ", ") + shape.name;
    return names;
}

ChatShape shape_named(std::string_view name)
{
    const auto found = std::find_if(shapes().begin(), shapes().end(),
                                    [&](const ChatShape& shape) { return shape.name == name; });
    ENSURE(found != shapes().end());
    return *found;
}

class Source {
public:
    explicit Source(std::string_view text) : text_(text) {}
    [[nodiscard]] bool has(std::string_view part) const
    {
        return text_.find(part) != std::string_view::npos;
    }
    template <class... Parts> [[nodiscard]] bool has_one(Parts... parts) const
    {
        return (has(parts) || ...);
    }
    // The words between `open` and `close`, where they are plain words and no expression.
    [[nodiscard]] std::string between(std::string_view open, std::string_view close) const
    {
        for (std::size_t at = text_.find(open); at != std::string_view::npos;
             at = text_.find(open, at + 1)) {
            const std::string_view rest = text_.substr(at + open.size());
            const std::string_view words = rest.substr(0, rest.find(close));
            if (words.size() < rest.size() &&
                words.find_first_of("'\"{}") == std::string_view::npos)
                return std::string(words);
        }
        return {};
    }
    [[nodiscard]] bool trims() const
    {
        return has_one("content'] | trim", "content']|trim", "content\"] | trim", "content\"]|trim",
                       "content | trim", "content|trim");
    }

private:
    std::string_view text_;
};

std::optional<ChatShape> chatml_like(const Source& source)
{
    if (source.has("<|im_sep|>"))
        return shape_named("phi4");
    if (!source.has("<|im_end|>"))
        return std::nullopt;
    // A template for tools may do more than it seems; only the wording of Qwen's is known.
    if (source.has("tools") &&
        (!source.has("You may call one or more functions") || source.has("macro")))
        return std::nullopt;
    if (source.has("think")) // answers with thoughts: only the one way that is known
        return source.has("last_query_index") ? std::optional(shape_named("qwen3")) : std::nullopt;
    ChatShape shape = shape_named("chatml");
    shape.default_system = source.between("<|im_start|>system\\n", "<|im_end|>");
    if (shape.default_system.empty())
        shape.default_system = source.between("<|im_start|>system\n", "<|im_end|>");
    if (shape.default_system == kSmolSystem)
        shape.name = "smollm2";
    if (shape.default_system == kQwenSystem)
        shape.name = "qwen2.5";
    shape.bos = source.has("bos_token");
    shape.trims = source.trims();
    return shape;
}

std::optional<ChatShape> llama3_like(const Source& source)
{
    // with tools only Meta's own, which names its date in this way
    if (source.has_one("tools", "functions") && !source.has("Today Date: \" + date_string"))
        return std::nullopt;
    if (!source.has("Cutting Knowledge Date"))
        return shape_named("llama3");
    ChatShape shape = shape_named("llama3.1");
    if (const std::string date = source.between("date_string = \"", "\""); !date.empty())
        shape.date = date;
    return shape;
}

ChatShape gemma_like(const Source& source)
{
    ChatShape shape = shape_named("gemma");
    shape.system_refused = !source.has("first_user_prefix"); // Gemma 3 takes one
    shape.bos = source.has("bos_token");
    return shape;
}

std::optional<ChatShape> phi3_or_zephyr(const Source& source)
{
    if (!source.has("<|assistant|>") || source.has_one("tools", "think"))
        return std::nullopt;
    if (!source.has("<|end|>"))
        return source.has("eos_token") && source.has("<|system|>")
                   ? std::optional(shape_named("zephyr"))
                   : std::nullopt;
    ChatShape shape = shape_named("phi3");
    shape.bos = source.has("bos_token");
    shape.eos_at_end = source.has("eos_token");
    if (!source.has("<|system|>")) { // the first Phi 3 drops a system message
        shape.system = System::first_user;
        shape.system_refused = true;
    }
    return shape;
}

std::optional<ChatShape> mistral_like(const Source& source)
{
    if (source.has("<<SYS>>"))
        return shape_named("llama2");
    if (source.has("[SYSTEM_PROMPT]") || !source.has("eos_token"))
        return std::nullopt;
    ChatShape shape = shape_named("mistral");
    shape.user_open = source.has(" [INST] ")  ? " [INST] "
                      : source.has("[INST] ") ? "[INST] "
                                              : "[INST]";
    shape.user_close = source.has(" [/INST]") ? " [/INST]" : "[/INST]";
    shape.assistant_open = source.has_one("\" \" + message[", "' ' + message[") ? " " : "";
    shape.trims = false;
    if (source.has("loop.first and system_message is defined")) {
        shape.system = System::first_user;
    } else if (!source.has("loop.last and system_message is defined")) {
        shape.system = System::first_user;
        shape.system_refused = true;
    }
    return shape;
}

std::optional<ChatShape> shape_of(const Source& source)
{
    if (source.has("<|im_start|>"))
        return chatml_like(source);
    if (source.has("<|start_header_id|>") && source.has("<|eot_id|>"))
        return llama3_like(source);
    if (source.has("<start_of_turn>") && source.has("<end_of_turn>"))
        return gemma_like(source);
    if (source.has("<|user|>"))
        return phi3_or_zephyr(source);
    if (source.has("[INST]"))
        return mistral_like(source);
    return std::nullopt;
}

} // namespace

Result<ChatTemplate> ChatTemplate::recognise(std::string_view source)
{
    if (auto shape = shape_of(Source(source)))
        return ChatTemplate(std::move(*shape));
    return Error{ErrorKind::unsupported,
                 "the chat template beginning \"" +
                     std::string(source.substr(0, std::min<std::size_t>(source.find('\n'), 60))) +
                     "\" is not one of " + known_names()};
}

Result<ChatTemplate> ChatTemplate::named(std::string_view name)
{
    for (const ChatShape& shape : shapes())
        if (shape.name == name)
            return ChatTemplate(shape);
    return Error{ErrorKind::unsupported,
                 "the chat template \"" + std::string(name) + "\" is not one of " + known_names()};
}

Result<void> ChatTemplate::check(std::span<const ChatTurn> turns) const
{
    if (!turns.empty() && turns.front().role == ChatRole::system) {
        if (shape_.system_refused)
            return Error{ErrorKind::invalid,
                         "the chat template " + shape_.name + " takes no system message"};
        turns = shape_.system == System::turn ? turns : turns.subspan(1);
    }
    for (std::size_t i = 0; shape_.alternates && i < turns.size(); ++i)
        if ((turns[i].role == ChatRole::user) != (i % 2 == 0) ||
            (turns[i].role == ChatRole::system && shape_.family == Family::mistral))
            return Error{ErrorKind::invalid,
                         "the chat template " + shape_.name +
                             " wants user and assistant to take turns, and turn " +
                             std::to_string(i + 1) + " does not"};
    return {};
}

ChatTemplate::Marks ChatTemplate::usual_marks() const
{
    switch (shape_.family) {
    case Family::llama3:
        return {"<|begin_of_text|>", "<|eot_id|>"};
    case Family::gemma:
        return {"<bos>", "<eos>"};
    case Family::phi3:
        return {"<s>", "<|endoftext|>"};
    default:
        return {"<s>", "</s>"};
    }
}

std::vector<ChatTemplate::Piece> ChatTemplate::render(std::span<const ChatTurn> turns,
                                                      bool open_assistant, const Marks& marks) const
{
    return render_chat(shape_, turns, open_assistant, marks);
}

std::string ChatTemplate::render_text(std::span<const ChatTurn> turns, bool open_assistant) const
{
    std::string text;
    for (const Piece& piece : render(turns, open_assistant))
        text += piece.text;
    return text;
}

namespace {

class Encoder {
public:
    Encoder(const Tokenizer& tokenizer, const ChatShape& shape)
        : tokenizer_(tokenizer), vocabulary_(tokenizer.vocabulary()), shape_(shape)
    {
    }

    Result<std::vector<TokenId>> run(std::span<const ChatTemplate::Piece> pieces,
                                     const ChatTemplate::Marks& marks)
    {
        const bool writes_bos =
            !pieces.empty() && pieces.front().special && pieces.front().text == marks.bos;
        // A model that was always shown a BOS gets one, whatever its template leaves to the caller.
        if (!writes_bos && vocabulary_.add_bos && vocabulary_.bos >= 0)
            ids_.push_back(vocabulary_.bos);
        for (const ChatTemplate::Piece& piece : pieces) {
            if (!piece.special) {
                plain_ += piece.text;
                continue;
            }
            const TokenId id = id_of(piece.text, marks);
            if (id < 0 && is_plain_where_unknown(piece.text)) {
                plain_ += piece.text;
                continue;
            }
            if (id < 0)
                return Error{ErrorKind::unsupported, "the chat template " + shape_.name +
                                                         " needs the token " + piece.text +
                                                         ", which the vocabulary lacks"};
            write_plain();
            ids_.push_back(id);
            after_mark_ = id;
        }
        write_plain();
        return std::move(ids_);
    }

private:
    [[nodiscard]] TokenId id_of(const std::string& text, const ChatTemplate::Marks& marks) const
    {
        if (text == marks.bos && vocabulary_.bos >= 0)
            return vocabulary_.bos;
        return text == marks.eos && vocabulary_.eos >= 0 ? vocabulary_.eos
                                                         : tokenizer_.special(text);
    }

    // Marks that some vocabularies of the family hold and others spell out.
    [[nodiscard]] bool is_plain_where_unknown(std::string_view text) const
    {
        return shape_.family == Family::mistral || text == "<think>" || text == "</think>";
    }

    // Phi 3 was trained without the line breaks behind its marks; its GGUF files do not say so.
    [[nodiscard]] bool strips_right(TokenId mark) const
    {
        const auto& said = vocabulary_.strips_right;
        return std::find(said.begin(), said.end(), mark) != said.end() ||
               (shape_.family == Family::phi3 &&
                vocabulary_.kind == Vocabulary::Kind::sentencepiece && mark != vocabulary_.bos);
    }

    void write_plain()
    {
        std::string_view text = plain_;
        if (after_mark_ >= 0 && strips_right(after_mark_))
            text.remove_prefix(static_cast<std::size_t>(
                std::find_if(text.begin(), text.end(),
                             [](char sign) {
                                 return std::string_view(" \t\r\n").find(sign) ==
                                        std::string_view::npos;
                             }) -
                text.begin()));
        if (!text.empty()) {
            const bool at_start = ids_.empty() || vocabulary_.blank_after_mark;
            const auto more = tokenizer_.encode(text, at_start);
            ids_.insert(ids_.end(), more.begin(), more.end());
        }
        plain_.clear();
        after_mark_ = -1;
    }

    const Tokenizer& tokenizer_;
    const Vocabulary& vocabulary_;
    const ChatShape& shape_;
    std::vector<TokenId> ids_;
    std::string plain_;
    TokenId after_mark_ = -1; // the special token before plain_
};

std::string token_text(const Vocabulary& vocabulary, TokenId id)
{
    return id < 0 ? std::string() : vocabulary.tokens[static_cast<std::size_t>(id)];
}

} // namespace

Result<std::vector<TokenId>> ChatTemplate::encode(const Tokenizer& tokenizer,
                                                  std::span<const ChatTurn> turns,
                                                  bool open_assistant) const
{
    const bool system_moves =
        shape_.system_refused && !turns.empty() && turns.front().role == ChatRole::system;
    TRY(check(system_moves ? turns.subspan(1) : turns));
    const Vocabulary& vocabulary = tokenizer.vocabulary();
    const Marks marks{token_text(vocabulary, vocabulary.bos),
                      token_text(vocabulary, vocabulary.eos)};
    return Encoder(tokenizer, shape_).run(render(turns, open_assistant, marks), marks);
}

} // namespace longhand::tokenizer
