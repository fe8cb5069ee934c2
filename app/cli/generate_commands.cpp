// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "engine/base/utf8.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <iterator>

namespace longhand::cli {
namespace {

struct GenerateArguments {
    std::string prompt, system;
    bool chat = false;
    std::int32_t max_tokens = 256;
    std::vector<std::string> stop;
    infer::Sampling sampling;
};

std::string_view to_string(infer::Finish finish)
{
    switch (finish) {
    case infer::Finish::stop: return "stop";
    case infer::Finish::length: return "length";
    case infer::Finish::loop: return "loop";
    case infer::Finish::cancelled: return "cancelled";
    }
    return "stop";
}

std::string standard_input()
{
    return {std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()};
}

infer::Prompt prompt_of(const GenerateArguments& arguments)
{
    const std::string text =
        utf8::sanitise(arguments.prompt.empty() ? standard_input() : arguments.prompt);
    if (!arguments.chat)
        return infer::RawText{text};
    infer::Chat chat;
    if (!arguments.system.empty())
        chat.messages.push_back({infer::Role::system, arguments.system});
    chat.messages.push_back({infer::Role::user, text});
    return chat;
}

Result<int> generate(Session& session, const GenerateArguments& arguments)
{
    Output& output = session.output();
    TRY(const auto generator, session.generator());
    const infer::Request request{.prompt = prompt_of(arguments),
                                 .max_tokens = arguments.max_tokens,
                                 .stop = arguments.stop,
                                 .sampling = arguments.sampling,
                                 .seed = {session.options().seed.value_or(0)}};
    const auto sink = [&output](std::string_view piece) {
        output.event("text", {{"text", piece}});
        output.text(piece);
    };
    TRY(const infer::Completion completion,
        infer::generate_one(*generator, request, sink, session.stop(),
                            [&](const Progress& progress) { output.progress(progress); }));
    output.text("\n");
    const auto decoded = static_cast<double>(completion.tokens.size());
    const double read = static_cast<double>(completion.prompt_tokens - completion.reused_tokens);
    output.event(
        "completion",
        {{"text", completion.text},
         {"finish", to_string(completion.finish)},
         {"prompt_tokens", completion.prompt_tokens},
         {"generated_tokens", completion.tokens.size()},
         {"prompt_tokens_per_s", completion.prefill_s > 0 ? read / completion.prefill_s : 0.0},
         {"generate_tokens_per_s",
          completion.decode_s > 0 ? decoded / completion.decode_s : 0.0}});
    return completion.finish == infer::Finish::cancelled ? kInterrupted : kDone;
}

}  // namespace

void add_generate_commands(CLI::App& app, const Chosen& chosen)
{
    auto arguments = std::make_shared<GenerateArguments>();
    infer::Sampling& sampling = arguments->sampling;
    auto* command = app.add_subcommand("generate", "Continue a text, or answer with --chat");
    command->add_option("--prompt", arguments->prompt, "The text; standard input when absent");
    command->add_flag("--chat", arguments->chat, "The text is a message to the model");
    command->add_option("--system", arguments->system, "System message, with --chat");
    command->add_option("--max-tokens", arguments->max_tokens, "Budget of the answer")
        ->check(CLI::Range(1, 1 << 20));
    command->add_option("--stop", arguments->stop, "Ends the answer; may be repeated");
    command->add_option("--temperature", sampling.temperature, "0: always the likeliest token")
        ->check(CLI::Range(0.0F, 10.0F));
    command->add_option("--top-k", sampling.top_k, "0: off")->check(CLI::Range(0, 1 << 20));
    command->add_option("--top-p", sampling.top_p, "1: off")->check(CLI::Range(0.0F, 1.0F));
    command->add_option("--min-p", sampling.min_p, "0: off")->check(CLI::Range(0.0F, 1.0F));
    command->add_option("--repetition-penalty", sampling.repetition_penalty, "1: off")
        ->check(CLI::Range(0.1F, 10.0F));
    command->callback([arguments, chosen] {
        chosen([arguments](Session& session) { return generate(session, *arguments); });
    });
}

}  // namespace longhand::cli
