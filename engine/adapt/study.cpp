// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/adapt/study.h"

#include "engine/train/export.h"
#include "engine/train/schedule.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <set>

namespace longhand::adapt {
namespace {

using Clock = std::chrono::steady_clock;

Result<void> check(const StudyOptions& options)
{
    if (options.chunk < 2 || options.train_context < 0 || options.epochs < 1 ||
        options.most_worse < 1)
        return Error{ErrorKind::invalid,
                     "studying chunks of " + std::to_string(options.chunk) + " tokens behind " +
                         std::to_string(options.train_context) + ", " +
                         std::to_string(options.epochs) + " epochs"};
    if (!(options.rate > 0.0) || !(options.rate < 1.0) || options.warmup < 0)
        return Error{ErrorKind::invalid,
                     "studying at a rate of " + std::to_string(options.rate)};
    return {};
}

}  // namespace

double study_rate(const StudyOptions& options, std::int64_t chunks, std::int64_t updates)
{
    if (options.schedule == StudySchedule::faithful)
        return train::learning_rate({.rate = options.rate, .warmup_steps = options.warmup}, chunks);
    if (options.warmup == 0)
        return options.rate;
    return options.rate * std::min(1.0, static_cast<double>(updates + 1) /
                                            static_cast<double>(options.warmup));
}

double repetition_of(std::span<const TokenId> tokens)
{
    constexpr std::size_t kRun = 4;
    if (tokens.size() < 2 * kRun)
        return 0.0;
    std::set<std::array<TokenId, kRun>> seen;
    std::size_t again = 0;
    const std::size_t runs = tokens.size() - kRun + 1;
    for (std::size_t i = 0; i < runs; ++i) {
        std::array<TokenId, kRun> run;
        std::copy_n(tokens.begin() + static_cast<std::ptrdiff_t>(i), kRun, run.begin());
        again += seen.insert(run).second ? 0 : 1;
    }
    return static_cast<double>(again) / static_cast<double>(runs);
}

StudyWindow study_window(std::size_t begin, std::size_t tokens, const StudyOptions& options)
{
    ENSURE(begin < tokens);
    const auto context = static_cast<std::size_t>(options.train_context);
    return {.context = begin > context ? begin - context : 0,
            .begin = begin,
            .end = std::min(tokens, begin + static_cast<std::size_t>(options.chunk))};
}

Result<std::unique_ptr<Study>> Study::make(std::shared_ptr<const model::Transformer> base,
                                           const StudyOptions& options)
{
    TRY(check(options));
    std::unique_ptr<Study> made(new Study(std::move(base), options));
    TRY(auto parameters,
        train::Parameters::make(
            *made->base_, {.rank = options.rank,
                           .alpha = options.alpha,
                           .dropout = options.dropout,
                           .targets = {model::kLinearKinds.begin(), model::kLinearKinds.end()},
                           .seed = options.seed}));
    train::StepOptions step{.rows = options.chunk + options.train_context,
                            .positions = options.chunk + options.train_context,
                            .beta1 = options.beta1,
                            .beta2 = options.beta2,
                            .eps = options.eps,
                            .max_norm = options.max_norm};
    TRY(step.activations, train::TrainStep::choose_activations(*made->base_, step, 0));
    made->step_bytes_ =
        parameters->bytes() + train::TrainStep::bytes(made->base_->config(), step);
    TRY(made->step_, train::TrainStep::make(made->base_, std::move(parameters), step));
    return made;
}

std::uint64_t Study::bytes() const { return step_bytes_; }

Result<Study::Sample> Study::sample_of(const Lesson& lesson) const
{
    const bool fits = std::ssize(lesson.context) <= options_.train_context &&
                      std::ssize(lesson.chunk) <= options_.chunk && lesson.times >= 1 &&
                      !lesson.chunk.empty() && lesson.context.size() + lesson.chunk.size() >= 2;
    if (!fits)
        return Error{ErrorKind::invalid,
                     "a chunk of " + std::to_string(lesson.chunk.size()) + " tokens behind " +
                         std::to_string(lesson.context.size()) + ", planned for " +
                         std::to_string(options_.chunk) + " behind " +
                         std::to_string(options_.train_context)};
    Sample sample;
    sample.tokens.assign(lesson.context.begin(), lesson.context.end());
    sample.labels.assign(lesson.context.size(), TokenId{-1});
    sample.tokens.insert(sample.tokens.end(), lesson.chunk.begin(), lesson.chunk.end());
    sample.labels.insert(sample.labels.end(), lesson.chunk.begin(), lesson.chunk.end());
    return sample;
}

Result<ChunkReport> Study::measure(const Sample& sample, const Lesson& lesson)
{
    const train::TrainingSequence sequence{sample.tokens, sample.labels};
    const auto one = std::span(&sequence, 1);
    TRY(const train::TrainStep::Loss base, step_->losses(one, train::Weights::base));
    ChunkReport report{.chunk = chunks_,
                       .position = lesson.position,
                       .tokens = base.labels,
                       .base_nll = base.mean(),
                       .adapted_nll = base.mean()};
    if (on()) {
        TRY(const train::TrainStep::Loss adapted, step_->losses(one, train::Weights::trained));
        report.adapted_nll = adapted.mean();
    }
    return report;
}

Result<ChunkReport> Study::measure(const Lesson& lesson)
{
    TRY(const Sample sample, sample_of(lesson));
    return measure(sample, lesson);
}

Result<std::string> Study::learn(const Sample& sample, const Lesson& lesson, ChunkReport& report)
{
    const train::TrainingSequence sequence{sample.tokens, sample.labels};
    const auto one = std::span(&sequence, 1);
    const std::int64_t labels = train::TrainStep::count_labels(one);
    report.learning_rate = study_rate(options_, chunks_, step_->updates());
    for (std::int64_t i = 0; i < options_.epochs * lesson.times; ++i) {
        const double rate = study_rate(options_, chunks_, step_->updates());
        TRY(const train::TrainStep::Loss loss, step_->accumulate(one, labels));
        report.train_nll.push_back(loss.mean());
        TRY(const double norm, step_->update(rate));
        if (!std::isfinite(loss.sum) || !std::isfinite(norm))
            return std::string("its loss was no number any more");
    }
    report.studied = true;
    return std::string();
}

Result<void> Study::end(ChunkReport& report, std::string why)
{
    report.studied = false;
    report.note = "studying ended: " + why + "; what was learned is put aside";
    why_off_ = std::move(why);
    begun_ = false;
    return step_->restart();
}

Result<ChunkReport> Study::study(const Lesson& lesson)
{
    const auto start = Clock::now();
    TRY(const Sample sample, sample_of(lesson));
    TRY(ChunkReport report, measure(sample, lesson));
    if (on()) {
        const bool finite = std::isfinite(report.adapted_nll);
        worse_ = report.adapted_nll > report.base_nll ? worse_ + 1 : 0;
        if (!finite) {
            TRY(end(report, "its loss was no number any more"));
        } else if (worse_ >= options_.most_worse) {
            TRY(end(report, "the model without it did better on " + std::to_string(worse_) +
                                " chunks in a row"));
        } else if (repetition_of(lesson.chunk) > options_.most_repetition) {
            report.note = "not studied: it repeats itself";
        } else {
            TRY(std::string failed, learn(sample, lesson, report));
            if (!failed.empty()) {
                TRY(end(report, std::move(failed)));
            }
        }
    } else {
        report.note = "not studied: studying ended before";
    }
    ++chunks_;
    position_ = lesson.position + std::ssize(lesson.chunk);
    report.seconds = std::chrono::duration<double>(Clock::now() - start).count();
    return report;
}

std::shared_ptr<const model::Transformer> Study::model() const
{
    return on() && (begun_ || step_->updates() > 0) ? step_->trained() : base_;
}

Result<void> Study::begin_with(const checkpoint::AdapterFile& learned)
{
    if (chunks_ > 0)
        return Error{ErrorKind::invalid, "this study has begun"};
    TRY(train::begin_with(*step_->parameters(), learned, base_->config()));
    begun_ = true;
    return {};
}

Result<void> Study::discard()
{
    TRY(step_->restart());
    begun_ = false;
    chunks_ = position_ = worse_ = 0;
    why_off_.clear();
    return {};
}

Result<checkpoint::AdapterFile> Study::adapter() const
{
    return train::adapter_of(*step_->parameters(), base_->config());
}

}  // namespace longhand::adapt
