// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/infer/generator.h"

namespace longhand::infer {

// Recites: the answer to a request is what `reply` makes of it. With it every feature is tested in
// milliseconds, without weights. A "token" is a UTF-8 character; streams piece by piece of
// `piece_bytes`. Answers requests that were handed over together one after another, what follows
// behind those that wait. Remembers every prompt it was given.
class ScriptedGenerator : public Generator {
public:
    // `rendered` is the whole prompt as text: contents of the messages joined by blank lines.
    using Reply = std::function<std::string(const Request& request, const std::string& rendered)>;
    struct Options {
        std::int64_t context_length = 8192;
        std::int64_t measured_length = 8192;
        std::size_t piece_bytes = 7;
        Capabilities capabilities = {.adapter = true, .prefix = true, .mask = true, .log_probabilities = true};
        std::string model_name = "scripted";
        std::size_t parallel = 1;
    };

    explicit ScriptedGenerator(Reply reply);
    ScriptedGenerator(Reply reply, Options options);
    // Answers in turn, the last one again and again.
    explicit ScriptedGenerator(std::vector<std::string> replies);

    void generate_each(std::vector<Request> first, const TextSink& sink, const NextRequest& next,
                       std::stop_token stop, const ProgressSink& progress = {}) override;
    [[nodiscard]] std::size_t parallel() const override { return options_.parallel; }
    Result<PrefixHandle> read_prefix(const Prompt& prompt, const AdapterHandle& adapter,
                                     std::stop_token stop,
                                     const ProgressSink& progress = {}) override;
    [[nodiscard]] TokenCount count_tokens(std::string_view text) const override;
    [[nodiscard]] TokenCount count_tokens(const Prompt& prompt) const override;
    [[nodiscard]] std::int64_t context_length() const override;
    [[nodiscard]] std::int64_t measured_length() const override;
    [[nodiscard]] Capabilities capabilities() const override;
    [[nodiscard]] std::string model_name() const override;

    [[nodiscard]] const std::vector<std::string>& prompts() const { return prompts_; }

private:
    Result<Completion> answer(const Request& request, const std::function<void(std::string_view)>& text,
                              const std::stop_token& stop);

    Reply reply_;
    Options options_;
    std::vector<std::string> prompts_;
};

}  // namespace longhand::infer
