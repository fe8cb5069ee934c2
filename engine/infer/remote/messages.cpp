// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/infer/remote/messages.h"

#include "engine/base/json_text.h"
#include "engine/base/utf8.h"

#include <nlohmann/json.hpp>

namespace longhand::infer::remote {
namespace {

using nlohmann::json;

json parsed(std::string_view text)
{
    if (is_nested_deeper_than(text, kMaxJsonDepth))
        return nullptr;
    return json::parse(text, nullptr, /*allow_exceptions=*/false);
}

const json& member(const json& object, const char* name)
{
    static const json kNothing;
    const auto found = object.is_object() ? object.find(name) : object.end();
    return found == object.end() ? kNothing : *found;
}

std::int64_t number(const json& value)
{
    constexpr std::int64_t kMost = std::int64_t{1} << 40;
    if (!value.is_number_integer() || value.get<std::int64_t>() < 0 ||
        value.get<std::int64_t>() > kMost)
        return 0;
    return value.get<std::int64_t>();
}

std::string text(const json& value)
{
    return value.is_string() ? utf8::sanitise(value.get<std::string>()) : std::string();
}

std::string_view name_of(Role role)
{
    return role == Role::system ? "system" : role == Role::user ? "user" : "assistant";
}

json message(std::string_view role, const std::string& content)
{
    return {{"role", role}, {"content", utf8::sanitise(content)}};
}

Error unsupported(std::string_view what)
{
    return {ErrorKind::unsupported, "a model on a server " + std::string(what)};
}

Result<void> check(const Request& request)
{
    if (request.prefix != nullptr)
        return unsupported("keeps no prefix that was read once");
    if (request.adapter != nullptr)
        return unsupported("takes no adapter: studying a book needs a model on this machine");
    if (request.mask != nullptr)
        return unsupported("cannot be held to a grammar of tokens");
    if (request.want_log_probabilities)
        return unsupported("gives no log-probabilities");
    if (std::holds_alternative<RawTokens>(request.prompt))
        return unsupported("takes text, not token ids");
    return {};
}

// What the protocol defines always, what its servers add only where a request asks for it.
void add_sampling(json& body, const Request& request)
{
    const Sampling& sampling = request.sampling;
    body["max_tokens"] = request.max_tokens;
    body["temperature"] = sampling.temperature;
    body["seed"] = request.seed.value & 0x7FFFFFFFU;
    if (sampling.top_p < 1.0F)
        body["top_p"] = sampling.top_p;
    if (sampling.frequency_penalty != 0.0F)
        body["frequency_penalty"] = sampling.frequency_penalty;
    if (sampling.top_k > 0)
        body["top_k"] = sampling.top_k;
    if (sampling.min_p > 0.0F)
        body["min_p"] = sampling.min_p;
    if (sampling.repetition_penalty != 1.0F)
        body["repetition_penalty"] = body["repeat_penalty"] = sampling.repetition_penalty;
    if (!request.stop.empty())
        body["stop"] = request.stop;
}

std::optional<Finish> finish_of(const json& reason)
{
    if (!reason.is_string())
        return std::nullopt;
    return reason.get<std::string>() == "length" ? Finish::length : Finish::stop;
}

} // namespace

Result<Call> call_for(const Request& request, const std::string& model)
{
    TRY(check(request));
    json body = {{"model", model}, {"stream", true}, {"stream_options", {{"include_usage", true}}}};
    add_sampling(body, request);
    if (const auto* raw = std::get_if<RawText>(&request.prompt)) {
        body["prompt"] = utf8::sanitise(raw->text);
        return Call{"/completions", body.dump(-1, ' ', false, json::error_handler_t::replace)};
    }
    const auto& chat = std::get<Chat>(request.prompt);
    body["messages"] = json::array();
    for (const Message& each : chat.messages)
        body["messages"].push_back(message(name_of(each.role), each.content));
    if (!chat.assistant_prefix.empty()) {
        body["messages"].push_back(message("assistant", chat.assistant_prefix));
        body["continue_final_message"] = true;
        body["add_generation_prompt"] = false;
    }
    return Call{"/chat/completions", body.dump(-1, ' ', false, json::error_handler_t::replace)};
}

Result<Piece> piece_of(std::string_view answer)
{
    const json root = parsed(answer);
    if (!root.is_object())
        return Error{ErrorKind::corrupt, "the server's answer is no JSON object"};
    if (root.contains("error"))
        return Error{ErrorKind::corrupt, "the server reports: " + error_text(answer)};
    Piece piece;
    const json& usage = member(root, "usage");
    piece.prompt_tokens = number(member(usage, "prompt_tokens"));
    piece.answer_tokens = number(member(usage, "completion_tokens"));
    const json& choices = member(root, "choices");
    if (!choices.is_array())
        return Error{ErrorKind::corrupt, "the server's answer holds no choices"};
    if (choices.empty()) // the last event of a stream, with the usage alone
        return piece;
    const json& choice = choices[0];
    const json& delta =
        choice.contains("delta") ? member(choice, "delta") : member(choice, "message");
    piece.text = delta.is_object() ? text(member(delta, "content")) : text(member(choice, "text"));
    piece.finish = finish_of(member(choice, "finish_reason"));
    return piece;
}

Result<ServedModel> served_model(std::string_view answer, const std::string& name)
{
    const json root = parsed(answer);
    const json& list = member(root, "data");
    if (!list.is_array())
        return Error{ErrorKind::unreadable, "the server's list of models cannot be read"};
    std::string names;
    for (const json& entry : list) {
        const std::string id = text(member(entry, "id"));
        if (id.empty())
            continue;
        if (name.empty() || id == name) {
            const std::int64_t length = number(member(entry, "max_model_len")); // vLLM, SGLang
            const json& meta = member(entry, "meta"); // llama.cpp's server
            return ServedModel{id, length > 0 ? length : number(member(meta, "n_ctx"))};
        }
        names += (names.empty() ? "" : ", ") + id;
    }
    return Error{ErrorKind::not_found,
                 "the server has no model \"" + name + "\"; it has: " + names};
}

std::string error_text(std::string_view body)
{
    constexpr std::size_t kMost = 300;
    const json root = parsed(body);
    const json& error = member(root, "error");
    std::string said = text(error.is_object() ? member(error, "message") : error);
    if (said.empty())
        said = text(member(root, "message"));
    if (said.empty())
        said = text(member(root, "detail"));
    for (char& sign : said)
        if (static_cast<unsigned char>(sign) < 0x20)
            sign = ' ';
    said.resize(utf8::floor_boundary(said, std::min(said.size(), kMost)));
    return said;
}

} // namespace longhand::infer::remote
