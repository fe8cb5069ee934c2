// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/progress.h"
#include "engine/train/step.h"

#include <cstdint>
#include <memory>
#include <stop_token>

namespace longhand::eval {

// How fast a model is trained here: whole steps, forward, backward and optimiser.

struct TrainingSpeedOptions {
    train::TrainableOptions trained;
    std::int64_t rows = 1024;  // tokens of a step, one sequence
    bool s2 = false;           // attention in groups of a quarter of the rows
    train::Activations activations = train::Activations::recompute;
    std::int64_t repetitions = 3;  // the median counts; one more before them warms up
    ProgressSink progress;         // phase "training", unit "steps"
    std::stop_token stop;
};

struct TrainingSpeed {
    std::int64_t rows = 0;
    std::int64_t trained_values = 0;
    double tokens_per_s = 0.0;
    double spread = 0.0;           // (slowest - fastest) / median
    double flops_per_s = 0.0;      // 4 a weight and token (6 with recomputation), attention apart
    std::uint64_t peak_bytes = 0;  // weights, trained set with gradients and moments, activations
};

// On random tokens, all of them labels. Fails: invalid, out_of_memory, cancelled.
Result<TrainingSpeed> measure_training(std::shared_ptr<const model::Transformer> model,
                                       const TrainingSpeedOptions& options);

}  // namespace longhand::eval
