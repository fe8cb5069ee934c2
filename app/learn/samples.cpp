// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/learn/samples.h"

#include "engine/base/mapped_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace longhand::learn {
namespace {

using Json = nlohmann::json;
using tokenizer::ChatRole;
using tokenizer::ChatTurn;

constexpr std::uint64_t kMostFileBytes = std::uint64_t{4} << 30U;

Error wrong(const std::string& what) { return {ErrorKind::invalid, what}; }

// A string, or paragraphs joined.
Result<std::string> text_in(const Json& record, const std::string& field)
{
    const auto found = record.find(field);
    if (found == record.end())
        return wrong("it has no field \"" + field + "\"");
    if (found->is_string())
        return found->get<std::string>();
    std::string text;
    if (!found->is_array())
        return wrong("\"" + field + "\" is no text");
    for (const Json& part : *found) {
        if (!part.is_string())
            return wrong("\"" + field + "\" is no text");
        text += (text.empty() ? "" : "\n\n") + part.get<std::string>();
    }
    return text;
}

Result<ChatRole> role_of(const std::string& name)
{
    if (name == "system")
        return ChatRole::system;
    if (name == "user")
        return ChatRole::user;
    if (name == "assistant")
        return ChatRole::assistant;
    return wrong("a turn of the role \"" + name + "\"");
}

Result<std::vector<ChatTurn>> chat_in(const Json& messages)
{
    std::vector<ChatTurn> turns;
    if (!messages.is_array())
        return wrong("\"messages\" is no list");
    for (const Json& message : messages) {
        if (!message.is_object())
            return wrong("\"messages\" holds what is no message");
        TRY(const std::string role, text_in(message, "role"));
        ChatTurn turn;
        TRY(turn.role, role_of(role));
        TRY(turn.content, text_in(message, "content"));
        turns.push_back(std::move(turn));
    }
    if (turns.size() < 2 || turns.back().role != ChatRole::assistant)
        return wrong("it does not end with an assistant's answer");
    return turns;
}

std::vector<ChatTurn> asked_and_answered(std::string question, std::string answer)
{
    return {{ChatRole::user, std::move(question)}, {ChatRole::assistant, std::move(answer)}};
}

Result<std::vector<ChatTurn>> pair_in(const Json& record, const SampleOptions& options)
{
    TRY(const std::string source, text_in(record, options.from));
    TRY(std::string target, text_in(record, options.to));
    std::string question = options.instruction;
    constexpr std::string_view kPlace = "{text}";
    if (const std::size_t at = question.find(kPlace); at != std::string::npos)
        question.replace(at, kPlace.size(), source);
    else
        question += (question.empty() ? "" : "\n\n") + source;
    return asked_and_answered(std::move(question), std::move(target));
}

// Question, newline, answer, EOS: for a model without a template.
train::LabelledTokens plain(const std::vector<ChatTurn>& turns,
                            const tokenizer::Tokenizer& tokenizer, bool input_loss)
{
    train::LabelledTokens sample;
    const auto add = [&](const std::string& text, bool learned) {
        for (const TokenId token : tokenizer.encode(text, sample.tokens.empty())) {
            sample.tokens.push_back(token);
            sample.labels.push_back(learned ? token : -1);
        }
    };
    for (const ChatTurn& turn : turns) {
        const bool answer = turn.role == ChatRole::assistant;
        add(turn.content, answer || input_loss);
        const TokenId eos = tokenizer.vocabulary().eos;
        if (answer && eos >= 0) {
            sample.tokens.push_back(eos);
            sample.labels.push_back(eos);
        } else {
            add("\n", input_loss);
        }
    }
    return sample;
}

}  // namespace

Result<std::vector<ChatTurn>> read_sample(std::string_view line, const SampleOptions& options)
{
    const Json record = Json::parse(line, nullptr, false);
    if (!record.is_object())
        return wrong("it is no JSON object");
    if (!options.from.empty())
        return pair_in(record, options);
    if (record.contains("messages"))
        return chat_in(record["messages"]);
    TRY(std::string question, text_in(record, "instruction"));
    if (record.contains("input")) {
        TRY(const std::string input, text_in(record, "input"));
        if (!input.empty())
            question += "\n\n" + input;
    }
    TRY(std::string answer, text_in(record, "output"));
    return asked_and_answered(std::move(question), std::move(answer));
}

Result<train::LabelledTokens> tokens_of(const std::vector<ChatTurn>& turns,
                                        const tokenizer::Tokenizer& tokenizer,
                                        const std::optional<tokenizer::ChatTemplate>& chat,
                                        const SampleOptions& options)
{
    if (!chat)
        return plain(turns, tokenizer, options.input_loss);
    train::LabelledTokens sample;
    TRY(sample.tokens, chat->encode(tokenizer, turns, /*open_assistant=*/false));
    sample.labels.assign(sample.tokens.size(), TokenId{-1});
    if (options.input_loss)
        sample.labels = sample.tokens;
    for (std::size_t i = 0; i < turns.size(); ++i) {
        if (turns[i].role != ChatRole::assistant)
            continue;
        const std::span before = std::span(turns).first(i);
        TRY(const std::vector<TokenId> opened, chat->encode(tokenizer, before, true));
        TRY(const std::vector<TokenId> closed,
            chat->encode(tokenizer, std::span(turns).first(i + 1), false));
        const auto begins = [&](const std::vector<TokenId>& part) {
            return part.size() <= sample.tokens.size() &&
                   std::equal(part.begin(), part.end(), sample.tokens.begin());
        };
        if (!begins(opened) || !begins(closed))
            return wrong("the model's template writes this conversation differently once it is "
                         "answered");
        // From the answer's first token to its end of turn; what the template puts behind is not
        // the model's to say.
        for (std::size_t t = opened.size(); t < closed.size(); ++t) {
            sample.labels[t] = sample.tokens[t];
            if (tokenizer.ends_generation(sample.tokens[t]))
                break;
        }
    }
    return sample;
}

Result<ReadSamples> read_samples(const std::filesystem::path& file,
                                 const tokenizer::Tokenizer& tokenizer,
                                 const std::optional<tokenizer::ChatTemplate>& chat,
                                 const SampleOptions& options, std::int64_t most_tokens)
{
    TRY(const std::string text, read_file(file, kMostFileBytes));
    ReadSamples read;
    std::size_t number = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = std::string_view(text).substr(at, end - at);
        at = end + 1;
        ++number;
        if (line.find_first_not_of(" \t\r") == std::string_view::npos)
            continue;
        ++read.lines;
        auto turns = read_sample(line, options);
        Result<train::LabelledTokens> sample =
            turns.ok() ? tokens_of(*turns, tokenizer, chat, options) : turns.error();
        if (!sample.ok()) {
            if (read.malformed++ == 0)
                read.first_problem =
                    "line " + std::to_string(number) + ": " + sample.error().message;
        } else if (std::ssize(sample->tokens) > most_tokens) {
            ++read.too_long;
        } else {
            read.samples.push_back(std::move(sample).value());
        }
    }
    if (read.samples.empty())
        return wrong(file.filename().string() + ": none of its " + std::to_string(read.lines) +
                     " lines is a sample to learn from (" + std::to_string(read.too_long) +
                     " are longer than " + std::to_string(most_tokens) + " tokens" +
                     (read.first_problem.empty() ? "" : "; " + read.first_problem) + ")");
    return read;
}

}  // namespace longhand::learn
