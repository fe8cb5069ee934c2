// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/step.h"

#include "engine/train/s2.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace longhand::train {

using tensor::DType;
using tensor::Shape;

TrainStep::TrainStep(std::shared_ptr<const model::Transformer> base,
                     std::shared_ptr<Parameters> parameters, const StepOptions& options)
    : base_(std::move(base)), parameters_(std::move(parameters)), options_(options),
      base_parts_(base_->parts()), trained_parts_(parameters_->parts_over(*base_))
{
}

Result<std::unique_ptr<TrainStep>> TrainStep::make(std::shared_ptr<const model::Transformer> base,
                                                   std::shared_ptr<Parameters> parameters,
                                                   const StepOptions& options)
{
    if (options.s2_group != 0 && (options.s2_group < 2 || options.s2_group % 2 != 0))
        return Error{ErrorKind::invalid,
                     "an S2 group of " + std::to_string(options.s2_group) + ", expected even"};
    std::unique_ptr<TrainStep> made(
        new TrainStep(std::move(base), std::move(parameters), options));
    TRY(made->pass_, DecoderPass::make(made->base_, {options.rows, options.positions,
                                                     options.activations}));
    TRY(made->square_sum_,
        model::allocate(made->base_->backend(), DType::f32, Shape{1}));
    return made;
}

Result<Activations> TrainStep::choose_activations(const model::Transformer& base,
                                                  const StepOptions& options,
                                                  std::uint64_t limit_bytes)
{
    constexpr double kKeepShare = 0.8;  // of the memory: the rest is for what runs beside
    const std::uint64_t free =
        limit_bytes > 0 ? limit_bytes : base.backend().describe().free_bytes;
    StepOptions chosen = options;
    chosen.activations = Activations::keep;
    if (static_cast<double>(bytes(base.config(), chosen)) <=
        kKeepShare * static_cast<double>(free))
        return Activations::keep;
    chosen.activations = Activations::recompute;
    const std::uint64_t needed = bytes(base.config(), chosen);
    if (free > 0 && needed > free)
        return Error{ErrorKind::out_of_memory,
                     "training on " + std::to_string(options.rows) + " tokens at once needs " +
                         std::to_string(needed) + " bytes beside the weights, and " +
                         std::to_string(free) + " are free"};
    return Activations::recompute;
}

std::int64_t TrainStep::count_labels(std::span<const TrainingSequence> sequences)
{
    std::int64_t count = 0;
    for (const TrainingSequence& sequence : sequences)
        for (std::size_t t = 1; t < sequence.labels.size(); ++t)
            count += sequence.labels[t] >= 0 ? 1 : 0;
    return count;
}

Result<void> TrainStep::pack(std::span<const TrainingSequence> sequences, std::int64_t s2_group)
{
    tokens_.clear();
    targets_.clear();
    positions_.clear();
    boundaries_ = {0};
    shifted_.clear();
    if (s2_group > 0)
        shifted_ = {0};
    for (const TrainingSequence& sequence : sequences) {
        const auto length = static_cast<std::int64_t>(sequence.tokens.size());
        ENSURE(sequence.labels.size() == sequence.tokens.size());
        if (length < 1 || length > options_.positions ||
            static_cast<std::int64_t>(tokens_.size()) + length > options_.rows)
            return Error{ErrorKind::invalid,
                         "a sequence of " + std::to_string(length) + " tokens behind " +
                             std::to_string(tokens_.size()) + ", planned for " +
                             std::to_string(options_.positions) + " of " +
                             std::to_string(options_.rows)};
        for (std::size_t t = 0; t < sequence.tokens.size(); ++t) {
            const TokenId target =
                t + 1 < sequence.labels.size() ? sequence.labels[t + 1] : TokenId{-1};
            for (const TokenId token : {sequence.tokens[t], std::max(target, TokenId{0})})
                if (token < 0 || token >= base_->config().vocabulary)
                    return Error{ErrorKind::invalid,
                                 "token " + std::to_string(token) + " is not in the vocabulary"};
            tokens_.push_back(sequence.tokens[t]);
            targets_.push_back(std::max(target, TokenId{-1}));
            positions_.push_back(static_cast<std::int32_t>(t));
        }
        const auto begin = boundaries_.back();
        const auto append = [&](std::vector<std::int32_t>& to, bool shifted) {
            const auto cuts = s2_boundaries(length, s2_group, shifted);
            for (std::size_t i = 1; i < cuts.size(); ++i)
                to.push_back(begin + cuts[i]);
        };
        if (s2_group > 0) {
            append(shifted_, true);
            append(boundaries_, false);
        } else {
            boundaries_.push_back(begin + static_cast<std::int32_t>(length));
        }
    }
    if (tokens_.empty())
        return Error{ErrorKind::invalid, "no sequence"};
    nll_.assign(tokens_.size(), 0.0F);
    return {};
}

DecoderPass::Input TrainStep::input(const model::TransformerParts& parts) const
{
    // Attention is as exact as the products around it.
    const bool half_inputs = base_parts_.layers.front().q.weight.dtype != DType::f32;
    return {&parts,
            tokens_,
            {positions_, boundaries_, shifted_, s2_shifted_from(base_->config().heads),
             half_inputs}};
}

TrainStep::Loss TrainStep::sum_losses(std::size_t rows) const
{
    Loss loss;
    for (std::size_t row = 0; row < rows; ++row)
        if (targets_[row] >= 0) {
            loss.sum += static_cast<double>(nll_[row]);
            ++loss.labels;
        }
    return loss;
}

Result<TrainStep::Loss> TrainStep::accumulate(std::span<const TrainingSequence> sequences,
                                              std::int64_t total_labels)
{
    TRY(pack(sequences, options_.s2_group));
    if (total_labels < 1)
        return Error{ErrorKind::invalid, "nothing to learn: no label"};
    try {
        parameters_->draw_dropout(
            derive(derive(parameters_->options().seed, "dropout"), micro_batches_++));
        ++pending_;
        const DecoderPass::Input rows = input(trained_parts_);
        pass_->forward(rows, /*for_backward=*/true);
        pass_->backward(rows, *parameters_, targets_, 1.0F / static_cast<float>(total_labels),
                        nll_);
        parameters_->clear_dropout();
    } catch (const DeviceError& error) {
        return Error{error.kind(), error.what()};
    }
    return sum_losses(tokens_.size());
}

Result<double> TrainStep::update(double learning_rate)
{
    try {
        tensor::Backend& backend = base_->backend();
        tensor::TrainingSteps& steps = backend.training();
        const Parameters& p = *parameters_;
        ++updates_;
        steps.square_sum(square_sum_, p.gradients());
        steps.adamw(p.values(), p.gradients(), p.first_moments(), p.second_moments(),
                    {.learning_rate = static_cast<float>(learning_rate),
                     .beta1 = options_.beta1,
                     .beta2 = options_.beta2,
                     .eps = options_.eps,
                     .weight_decay = options_.weight_decay,
                     .step = updates_,
                     .max_norm = options_.max_norm},
                    square_sum_);
        steps.zero(p.gradients());
        pending_ = 0;
        float sum = 0.0F;
        backend.download(std::as_writable_bytes(std::span(&sum, 1)), square_sum_);
        return std::sqrt(static_cast<double>(sum));
    } catch (const DeviceError& error) {
        return Error{error.kind(), error.what()};
    }
}

Result<void> TrainStep::forget()
{
    try {
        base_->backend().training().zero(parameters_->gradients());
        micro_batches_ -= std::exchange(pending_, 0);
    } catch (const DeviceError& error) {
        return Error{error.kind(), error.what()};
    }
    return {};
}

Result<void> TrainStep::restart()
{
    TRY(parameters_->restart(*base_));
    updates_ = 0;
    micro_batches_ = pending_ = 0;
    return {};
}

void TrainStep::attend_in_groups(std::int64_t s2_group)
{
    ENSURE(s2_group == 0 || (s2_group >= 2 && s2_group % 2 == 0));
    options_.s2_group = s2_group;
}

Result<TrainStep::Loss> TrainStep::losses(std::span<const TrainingSequence> sequences,
                                          Weights weights)
{
    TRY(pack(sequences, /*s2_group=*/0));
    try {
        const DecoderPass::Input rows =
            input(weights == Weights::base ? base_parts_ : trained_parts_);
        pass_->forward(rows, /*for_backward=*/false);
        pass_->losses(rows, targets_, nll_);
    } catch (const DeviceError& error) {
        return Error{error.kind(), error.what()};
    }
    return sum_losses(tokens_.size());
}

std::shared_ptr<const model::Transformer> TrainStep::trained() const
{
    return model::Transformer::derive(*base_, trained_parts_, parameters_);
}

}  // namespace longhand::train
