// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/loop.h"

#include "engine/train/s2.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>

namespace longhand::train {
namespace {

using Clock = std::chrono::steady_clock;

constexpr double kSmoothing = 0.9;  // of the loss: what a step leaves of the mean before it

Error wrong(const std::string& what) { return {ErrorKind::invalid, what}; }

Result<void> check(const LoopOptions& options)
{
    if (options.steps < 1 || options.length < 2)
        return wrong(std::to_string(options.steps) + " steps of " +
                     std::to_string(options.length) + " tokens");
    if (options.step_tokens < 0 || (options.step_tokens == 0 && options.step_sequences < 1))
        return wrong("a step without a sequence");
    if (options.micro_tokens != 0 && options.micro_tokens < options.length)
        return wrong("micro-batches of " + std::to_string(options.micro_tokens) +
                     " tokens, sequences of " + std::to_string(options.length));
    if (!(options.schedule.rate > 0.0) || !(options.schedule.rate < 1.0))
        return wrong("a learning rate of " + std::to_string(options.schedule.rate));
    if (options.checkpoint_every < 1 || options.held_out_every < 1 ||
        options.held_out_sequences < 1)
        return wrong("checkpoints and measurements are at least a step apart");
    std::int64_t before = 0;
    for (const LengthStage& stage : options.curriculum) {
        if (stage.length < 2 || stage.length > options.length || stage.from_step < before)
            return wrong("a stage of " + std::to_string(stage.length) + " tokens from step " +
                         std::to_string(stage.from_step));
        before = stage.from_step;
    }
    return {};
}

// Sequences into as few micro-batches as the largest fitting ones first give, in a fixed order.
std::vector<std::vector<TrainingSequence>>
micro_batches(std::span<const LabelledTokens> sequences, std::int64_t room)
{
    std::vector<std::size_t> order(sequences.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return sequences[a].tokens.size() > sequences[b].tokens.size();
    });
    std::vector<std::vector<TrainingSequence>> batches;
    std::vector<std::int64_t> filled;
    for (const std::size_t i : order) {
        const std::int64_t size = std::ssize(sequences[i].tokens);
        std::size_t at = 0;
        while (at < batches.size() && filled[at] + size > room)
            ++at;
        if (at == batches.size()) {
            batches.emplace_back();
            filled.push_back(0);
        }
        batches[at].push_back(sequences[i].view());
        filled[at] += size;
    }
    return batches;
}

}  // namespace

Result<std::unique_ptr<TrainingLoop>>
TrainingLoop::make(std::shared_ptr<const model::Transformer> base,
                   std::shared_ptr<Parameters> parameters, Mixture mixture,
                   const LoopOptions& options)
{
    TRY(check(options));
    std::unique_ptr<TrainingLoop> made(new TrainingLoop(std::move(mixture), options));
    TRY(made->plan_memory(*base, *parameters));
    TRY(made->step_, TrainStep::make(std::move(base), std::move(parameters),
                                     made->step_options(made->activations_)));
    TRY(made->good_, made->step_->state());
    return made;
}

StepOptions TrainingLoop::step_options(Activations activations) const
{
    return {.rows = options_.micro_tokens > 0 ? options_.micro_tokens : options_.length,
            .positions = options_.length,
            .activations = activations,
            .beta1 = options_.beta1,
            .beta2 = options_.beta2,
            .eps = options_.eps,
            .weight_decay = options_.weight_decay,
            .max_norm = options_.max_norm};
}

Result<void> TrainingLoop::plan_memory(const model::Transformer& base, const Parameters& parameters)
{
    const StepOptions asked = step_options(Activations::recompute);
    if (options_.activations) {
        activations_ = *options_.activations;
    } else {
        TRY(activations_,
            TrainStep::choose_activations(base, asked, options_.memory_limit_bytes));
    }
    memory_bytes_ = base.weight_bytes() + parameters.bytes() +
                    TrainStep::bytes(base.config(), step_options(activations_));
    return {};
}

std::int64_t TrainingLoop::length_at(std::int64_t step) const
{
    std::int64_t length = options_.length;
    for (const LengthStage& stage : options_.curriculum)
        if (stage.from_step <= step)
            length = stage.length;
    return length;
}

Result<TrainingLoop::Batch> TrainingLoop::draw()
{
    Batch batch;
    batch.length = length_at(place_.step);
    const auto full = [&] {
        return options_.step_tokens > 0 ? batch.tokens >= options_.step_tokens
                                        : std::ssize(batch.sequences) >= options_.step_sequences;
    };
    while (!full()) {
        TRY(LabelledTokens sequence, mixture_.next(batch.length));
        batch.tokens += std::ssize(sequence.tokens);
        batch.sequences.push_back(std::move(sequence));
    }
    return batch;
}

Result<std::optional<StepReport>> TrainingLoop::learn(const Batch& batch,
                                                      const std::stop_token& stop)
{
    const auto start = Clock::now();
    const StepOptions sizes = step_options(activations_);
    step_->attend_in_groups(options_.attention == AttentionPattern::s2 ? s2_group_of(batch.length)
                                                                       : 0);
    std::int64_t labels = 0;
    for (const LabelledTokens& sequence : batch.sequences) {
        const TrainingSequence view = sequence.view();
        labels += TrainStep::count_labels(std::span(&view, 1));
    }
    StepReport report{.step = place_.step + 1,
                      .steps = options_.steps,
                      .learning_rate =
                          learning_rate(options_.schedule, place_.step) * place_.rate_share,
                      .length = batch.length,
                      .sequences = std::ssize(batch.sequences),
                      .tokens = batch.tokens};
    double sum = 0.0;
    for (const auto& micro : micro_batches(batch.sequences, sizes.rows)) {
        if (stop.stop_requested()) {
            TRY(step_->forget());
            return std::optional<StepReport>();
        }
        TRY(const TrainStep::Loss loss, step_->accumulate(micro, labels));
        sum += loss.sum;
    }
    report.loss = sum / static_cast<double>(labels);
    TRY(report.grad_norm, step_->update(report.learning_rate));
    const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
    seconds_ += seconds;
    ++run_steps_;
    report.tokens_per_s = static_cast<double>(batch.tokens) / seconds;
    report.eta_s = seconds_ / static_cast<double>(run_steps_) *
                   static_cast<double>(options_.steps - report.step);
    return std::optional(report);
}

std::string TrainingLoop::judge(const StepReport& report)
{
    if (!std::isfinite(report.loss))
        return "the loss is no number";
    if (!std::isfinite(report.grad_norm))
        return "the gradient is no number";
    const bool new_length =
        place_.step == 0 || length_at(place_.step) != length_at(place_.step - 1);
    place_.smoothed = new_length
                          ? report.loss
                          : kSmoothing * place_.smoothed + (1.0 - kSmoothing) * report.loss;
    place_.lowest = new_length ? report.loss : std::min(place_.lowest, place_.smoothed);
    if (options_.divergence > 0.0 && place_.smoothed > place_.lowest + options_.divergence)
        return "the loss rises: " + std::to_string(place_.smoothed) + " after " +
               std::to_string(place_.lowest);
    return {};
}

Result<void> TrainingLoop::undo(StepReport& report)
{
    TRY(step_->restore(good_));
    good_place_.rate_share = place_.rate_share * 0.5;
    good_place_.rollbacks = place_.rollbacks + 1;
    place_ = good_place_;
    if (place_.rollbacks > options_.most_rollbacks)
        return Error{ErrorKind::internal,
                     "training diverged " + std::to_string(place_.rollbacks) +
                         " times (" + report.undone + "); a lower learning rate may help"};
    report.step = place_.step;
    return {};
}

Result<void> TrainingLoop::keep_state()
{
    TRY(good_, step_->state());
    good_place_ = place_;
    if (options_.checkpoint.empty())
        return {};
    const std::string text = cursor();
    return step_->save(options_.checkpoint, std::as_bytes(std::span(text)));
}

Result<double> TrainingLoop::measure_held_out()
{
    TrainStep::Loss all;
    for (std::int64_t i = 0; i < options_.held_out_sequences; ++i) {
        TRY(const LabelledTokens sequence,
            options_.held_out->sequence(static_cast<std::uint64_t>(i), options_.length));
        const TrainingSequence view = sequence.view();
        TRY(const TrainStep::Loss loss, step_->losses(std::span(&view, 1), Weights::trained));
        all.sum += loss.sum;
        all.labels += loss.labels;
    }
    return all.mean();
}

Result<LoopResult> TrainingLoop::run(const StepSink& sink, std::stop_token stop)
{
    std::int64_t kept_at = place_.step;
    while (place_.step < options_.steps && !stop.stop_requested()) {
        const auto drawn = mixture_.drawn();
        TRY(const Batch batch, draw());
        TRY(std::optional<StepReport> report, learn(batch, stop));
        if (!report) {
            mixture_.go_on_from(drawn);
            break;
        }
        report->undone = judge(*report);
        if (!report->undone.empty()) {
            TRY(undo(*report));
            kept_at = place_.step;
        } else {
            ++place_.step;
            place_.losses.push_back(static_cast<float>(report->loss));
            const bool last = place_.step == options_.steps;
            if (options_.held_out != nullptr &&
                (last || place_.step % options_.held_out_every == 0)) {
                TRY(report->held_out_loss, measure_held_out());
            }
            const bool calm = options_.divergence <= 0.0 ||
                              place_.smoothed <= place_.lowest + 0.5 * options_.divergence;
            if (place_.step % options_.checkpoint_every == 0 && calm) {
                TRY(keep_state());
                kept_at = place_.step;
            }
        }
        if (sink)
            sink(*report);
    }
    if (kept_at != place_.step) {
        TRY(keep_state());
    }
    return LoopResult{.steps = place_.step,
                      .complete = place_.step >= options_.steps,
                      .rollbacks = place_.rollbacks,
                      .losses = place_.losses};
}

}  // namespace longhand::train
