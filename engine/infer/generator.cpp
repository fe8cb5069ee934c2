// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/infer/generator.h"

namespace longhand::infer {

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
