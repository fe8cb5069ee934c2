// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/infer/scripted_generator.h"

#include "engine/base/utf8.h"

#include <algorithm>
#include <deque>

namespace longhand::infer {
namespace {

class ScriptedPrefix : public Prefix {
public:
    explicit ScriptedPrefix(std::string text) : text_(std::move(text)) {}
    [[nodiscard]] std::int64_t tokens() const override
    {
        return static_cast<std::int64_t>(utf8::count(text_));
    }
    [[nodiscard]] const std::string& text() const { return text_; }

private:
    std::string text_;
};

std::string rendered(const Prompt& prompt)
{
    if (const auto* raw = std::get_if<RawText>(&prompt))
        return raw->text;
    std::string text;
    if (const auto* chat = std::get_if<Chat>(&prompt)) {
        for (const Message& message : chat->messages)
            text += (text.empty() ? "" : "\n\n") + message.content;
        if (!chat->assistant_prefix.empty())
            text += "\n\n" + chat->assistant_prefix;
    }
    return text;
}

std::string rendered(const Request& request)
{
    const auto* prefix = dynamic_cast<const ScriptedPrefix*>(request.prefix.get());
    return (prefix == nullptr ? "" : prefix->text()) + rendered(request.prompt);
}

// The first `limit` characters, and whether anything was left out.
bool cut_to_budget(std::string& text, std::int32_t limit)
{
    std::size_t offset = 0;
    for (std::int32_t i = 0; i < limit && offset < text.size(); ++i)
        utf8::next(text, offset);
    const bool cut = offset < text.size();
    text.resize(offset);
    return cut;
}

}  // namespace

ScriptedGenerator::ScriptedGenerator(Reply reply) : ScriptedGenerator(std::move(reply), Options{})
{
}

ScriptedGenerator::ScriptedGenerator(Reply reply, Options options)
    : reply_(std::move(reply)), options_(std::move(options))
{
}

ScriptedGenerator::ScriptedGenerator(std::vector<std::string> replies)
    : ScriptedGenerator([replies = std::move(replies), next = std::size_t{0}](
                            const Request&, const std::string&) mutable {
          return replies.empty() ? std::string()
                                 : replies[std::min(next++, replies.size() - 1)];
      })
{
}

void ScriptedGenerator::generate_each(std::vector<Request> first, const TextSink& sink,
                                      const NextRequest& next, std::stop_token stop,
                                      const ProgressSink& progress)
{
    std::deque<std::pair<std::size_t, Request>> waiting;
    for (std::size_t index = 0; index < first.size(); ++index)
        waiting.emplace_back(index, std::move(first[index]));
    std::size_t done = 0;
    while (!waiting.empty()) {
        const auto [index, request] = std::move(waiting.front());
        waiting.pop_front();
        auto answered = answer(
            request,
            [&, at = index](std::string_view piece) {
                if (sink)
                    sink(at, piece);
            },
            stop);
        if (progress && answered.ok())
            progress({.phase = "decode",
                      .done = ++done,
                      .total = done + waiting.size(),
                      .unit = "requests"});
        if (auto following = next(index, std::move(answered)); following && !stop.stop_requested())
            waiting.emplace_back(index, std::move(*following));
    }
}

Result<Completion> ScriptedGenerator::answer(const Request& request,
                                             const std::function<void(std::string_view)>& say,
                                             const std::stop_token& stop)
{
    const std::string prompt = rendered(request);
    Completion completion;
    completion.prompt_tokens = count_tokens(prompt).tokens;
    if (completion.prompt_tokens + request.max_tokens > options_.context_length)
        return Error{ErrorKind::invalid, "prompt of " + std::to_string(completion.prompt_tokens) +
                                             " tokens and answer of " +
                                             std::to_string(request.max_tokens) +
                                             " exceed the context of " +
                                             std::to_string(options_.context_length)};
    prompts_.push_back(prompt);
    std::string text = stop.stop_requested() ? std::string() : reply_(request, prompt);
    completion.finish = cut_to_budget(text, request.max_tokens) ? Finish::length : Finish::stop;
    for (const std::string& marker : request.stop)
        if (const auto at = text.find(marker); at != std::string::npos && !marker.empty()) {
            text.resize(at);
            completion.finish = Finish::stop;
        }
    for (std::size_t offset = 0; offset < text.size() && !stop.stop_requested();) {
        std::size_t after = offset;
        utf8::next(text, after);
        const std::size_t end =
            std::max(utf8::floor_boundary(text, offset + options_.piece_bytes), after);
        completion.text += text.substr(offset, end - offset);
        say(std::string_view(text).substr(offset, end - offset));
        offset = end;
    }
    if (stop.stop_requested())
        completion.finish = Finish::cancelled;
    completion.tokens.assign(utf8::count(completion.text), 0);
    if (request.want_log_probabilities)
        completion.log_probabilities.assign(completion.tokens.size(), 0.0F);
    return completion;
}

Result<PrefixHandle> ScriptedGenerator::read_prefix(const Prompt& prompt, const AdapterHandle&,
                                                    std::stop_token, const ProgressSink&)
{
    return PrefixHandle(std::make_shared<ScriptedPrefix>(rendered(prompt)));
}

TokenCount ScriptedGenerator::count_tokens(std::string_view text) const
{
    return {static_cast<std::int64_t>(utf8::count(text)), false};
}

TokenCount ScriptedGenerator::count_tokens(const Prompt& prompt) const
{
    return count_tokens(rendered(prompt));
}

std::int64_t ScriptedGenerator::context_length() const { return options_.context_length; }
std::int64_t ScriptedGenerator::measured_length() const { return options_.measured_length; }
Capabilities ScriptedGenerator::capabilities() const { return options_.capabilities; }
std::string ScriptedGenerator::model_name() const { return options_.model_name; }

}  // namespace longhand::infer
