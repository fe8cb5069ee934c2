// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/eval/training_speed.h"

#include "engine/train/s2.h"

#include <algorithm>
#include <chrono>
#include <vector>

namespace longhand::eval {
namespace {

using Clock = std::chrono::steady_clock;

// Multiplied weights of one token: all linears and the head.
double multiplied_weights(const model::Transformer& model)
{
    double weights = static_cast<double>(model.head().linear.weight.shape.count());
    for (const model::LayerWeights& layer : model.layers())
        for (const model::LinearKind kind : model::kLinearKinds)
            weights += static_cast<double>(linear_of(layer, kind).weight.shape.count());
    return weights;
}

}  // namespace

Result<TrainingSpeed> measure_training(std::shared_ptr<const model::Transformer> model,
                                       const TrainingSpeedOptions& options)
{
    if (options.rows < 2 || options.repetitions < 1)
        return Error{ErrorKind::invalid, std::to_string(options.rows) + " rows, " +
                                             std::to_string(options.repetitions) + " repetitions"};
    const train::StepOptions step_options{
        .rows = options.rows,
        .positions = options.rows,
        .s2_group = options.s2 ? train::s2_group_of(options.rows) : 0,
        .activations = options.activations,
        .max_norm = 1.0F};
    TRY(const auto parameters, train::Parameters::make(*model, options.trained));
    TRY(const auto step, train::TrainStep::make(model, parameters, step_options));
    Random random(options.trained.seed);
    std::vector<TokenId> tokens;
    for (std::int64_t i = 0; i < options.rows; ++i)
        tokens.push_back(static_cast<TokenId>(
            random.below(static_cast<std::uint64_t>(model->config().vocabulary))));
    const train::TrainingSequence sequence{tokens, tokens};
    const auto one = std::span(&sequence, 1);
    std::vector<double> seconds;
    for (std::int64_t i = 0; i <= options.repetitions; ++i) {
        if (options.stop.stop_requested())
            return Error{ErrorKind::cancelled, "stopped while measuring"};
        const auto start = Clock::now();
        TRY(step->accumulate(one, options.rows - 1));
        TRY(step->update(1e-5));
        if (i > 0)
            seconds.push_back(std::chrono::duration<double>(Clock::now() - start).count());
        if (options.progress)
            options.progress({.phase = "training",
                              .done = static_cast<std::uint64_t>(i + 1),
                              .total = static_cast<std::uint64_t>(options.repetitions + 1),
                              .unit = "steps"});
    }
    std::sort(seconds.begin(), seconds.end());
    const double median = seconds[seconds.size() / 2];
    const double passes = options.activations == train::Activations::recompute ? 6.0 : 4.0;
    return TrainingSpeed{
        .rows = options.rows,
        .trained_values = parameters->count(),
        .tokens_per_s = static_cast<double>(options.rows) / median,
        .spread = (seconds.back() - seconds.front()) / median,
        .flops_per_s =
            passes * multiplied_weights(*model) * static_cast<double>(options.rows) / median,
        .peak_bytes = model->weight_bytes() + parameters->bytes() +
                      train::TrainStep::bytes(model->config(), step_options)};
}

}  // namespace longhand::eval
