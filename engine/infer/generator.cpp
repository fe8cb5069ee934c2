// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/infer/generator.h"

namespace longhand::infer {

std::vector<Result<Completion>> Generator::generate(std::span<const Request> requests,
                                                    const TextSink& sink, std::stop_token stop,
                                                    const ProgressSink& progress)
{
    std::vector<std::optional<Result<Completion>>> answers(requests.size());
    generate_each({requests.begin(), requests.end()}, sink,
                  [&answers](std::size_t index, Result<Completion> answer) {
                      answers[index] = std::move(answer);
                      return std::optional<Request>();
                  },
                  std::move(stop), progress);
    std::vector<Result<Completion>> results;
    for (std::optional<Result<Completion>>& answer : answers) {
        ENSURE(answer.has_value());
        results.push_back(std::move(*answer));
    }
    return results;
}

Result<Completion> generate_one(Generator& generator, const Request& request,
                                const std::function<void(std::string_view)>& sink,
                                std::stop_token stop, const ProgressSink& progress)
{
    const TextSink forward = [&sink](std::size_t, std::string_view piece) {
        if (sink)
            sink(piece);
    };
    std::vector<Result<Completion>> results =
        generator.generate(std::span(&request, 1), forward, std::move(stop), progress);
    ENSURE(results.size() == 1);
    return std::move(results.front());
}

}  // namespace longhand::infer
