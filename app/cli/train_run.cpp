// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/train_run.h"

#include "engine/base/mapped_file.h"
#include "engine/checkpoint/adapter_file.h"
#include "engine/train/export.h"

#include <charconv>
#include <cmath>

namespace longhand::cli {
namespace {

std::optional<std::int64_t> whole_number(std::string_view text)
{
    std::int64_t value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code != std::errc() || end != text.data() + text.size() || value < 0)
        return std::nullopt;
    return value;
}

// "4096:0,32768:40"
Result<std::vector<train::LengthStage>> stages_of(const std::vector<std::string>& texts)
{
    std::vector<train::LengthStage> stages;
    for (const std::string& text : texts) {
        const std::size_t colon = text.find(':');
        const auto length = whole_number(std::string_view(text).substr(0, colon));
        const auto step = colon == std::string::npos
                              ? std::nullopt
                              : whole_number(std::string_view(text).substr(colon + 1));
        if (!length || !step)
            return Error{ErrorKind::invalid,
                         "stages are written like 4096:0,32768:40, not \"" + text + "\""};
        stages.push_back({.from_step = *step, .length = *length});
    }
    return stages;
}

void apply_trained(const TrainArguments& arguments, train::TrainableOptions& trained)
{
    if (arguments.rank > 0)
        trained.rank = arguments.rank;
    if (arguments.alpha > 0.0F)
        trained.alpha = arguments.alpha;
    if (arguments.targets == "attention")
        trained.targets.assign(model::kAttentionKinds.begin(), model::kAttentionKinds.end());
    else if (arguments.targets == "all")
        trained.targets.assign(model::kLinearKinds.begin(), model::kLinearKinds.end());
    if (!arguments.also.empty()) {
        trained.norms = arguments.also == "norms" || arguments.also == "both";
        trained.embeddings = arguments.also == "embeddings" || arguments.also == "both";
    }
}

Result<void> apply_loop(const TrainArguments& arguments, train::LoopOptions& loop)
{
    if (arguments.steps > 0)
        loop.steps = arguments.steps;
    loop.length = arguments.length;
    if (arguments.batch > 0)
        loop.step_sequences = arguments.batch;
    loop.micro_tokens = arguments.micro_tokens;
    TRY(loop.curriculum, stages_of(arguments.curriculum));
    if (arguments.rate > 0.0)
        loop.schedule.rate = arguments.rate;
    if (arguments.warmup >= 0)
        loop.schedule.warmup_steps = arguments.warmup;
    if (!arguments.attention.empty())
        loop.attention = arguments.attention == "s2" ? train::AttentionPattern::s2
                                                     : train::AttentionPattern::dense;
    loop.checkpoint_every = arguments.checkpoint_every;
    loop.checkpoint = arguments.out / "train.state";
    return {};
}

void print(Session& session, const train::StepReport& report)
{
    Output& output = session.output();
    char line[200];
    if (!report.undone.empty()) {
        output.event("undone", {{"step", report.step}, {"reason", report.undone}});
        std::snprintf(line, sizeof line, "undone (%s): going on behind step %lld at half the rate",
                      report.undone.c_str(), static_cast<long long>(report.step));
        output.note(line);
        return;
    }
    Json row = {{"step", report.step},
                {"loss", report.loss},
                {"learning_rate", report.learning_rate},
                {"grad_norm", report.grad_norm},
                {"tokens_per_s", report.tokens_per_s},
                {"length", report.length},
                {"tokens", report.tokens},
                {"eta_s", report.eta_s}};
    if (report.held_out_loss)
        row["held_out_loss"] = *report.held_out_loss;
    output.event("step", row);
    std::snprintf(line, sizeof line, "step %5lld: loss %.4f, rate %.2e, norm %.3f, %.0f tokens/s",
                  static_cast<long long>(report.step), report.loss, report.learning_rate,
                  report.grad_norm, report.tokens_per_s);
    std::string text = line;
    if (report.held_out_loss) {
        std::snprintf(line, sizeof line, ", held out %.4f", *report.held_out_loss);
        text += line;
    }
    output.line(text);
    output.progress({.phase = "training",
                     .done = static_cast<std::uint64_t>(report.step),
                     .total = static_cast<std::uint64_t>(report.steps),
                     .unit = "steps",
                     .tokens_per_s = report.tokens_per_s,
                     .eta_s = report.eta_s});
}

// The adapter, with its rotary rule, and beside it what it was made of.
Result<void> write_results(const TrainArguments& arguments, const TrainSetup& setup,
                           const train::TrainingLoop& loop, const train::LoopResult& result)
{
    TRY(const checkpoint::AdapterFile adapter,
        train::adapter_of(*loop.step().parameters(), setup.config()));
    TRY(checkpoint::write_adapter(adapter, arguments.out));
    const Json about = {{"model", setup.model.name},
                        {"rope", setup.rule},
                        {"length", setup.recipe.loop.length},
                        {"recipe", arguments.recipe},
                        {"rank", setup.recipe.trained.rank},
                        {"alpha", setup.recipe.trained.alpha},
                        {"learning_rate", setup.recipe.loop.schedule.rate},
                        {"seed", setup.recipe.trained.seed.value},
                        {"steps", result.steps},
                        {"undone", result.rollbacks},
                        {"losses", result.losses}};
    return write_file(arguments.out / "train.json", learn::split_record(setup.split, about.dump()));
}

}  // namespace

Result<TrainSetup> open_training(Session& session, const TrainArguments& arguments,
                                 const std::optional<model::RopeRule>& rule)
{
    TrainSetup setup;
    TRY(setup.recipe, train::recipe_of(arguments.recipe));
    apply_trained(arguments, setup.recipe.trained);
    TRY(apply_loop(arguments, setup.recipe.loop));
    setup.recipe.trained.seed = Seed{session.options().seed.value_or(0)};
    TRY(const std::filesystem::path path, session.model_path());
    TRY(infer::LoadOptions loading, session.load_options());
    if (rule)
        loading.rope = rule;
    const bool quantised = arguments.base.empty() ? setup.recipe.quantised_base
                                                  : arguments.base == "nf4";
    if (quantised)
        loading.linears = tensor::DType::nf4;
    loading.context = 512;  // training takes memory of its own
    TRY(setup.model, infer::load_model(path, loading));
    setup.rule = model::to_string(setup.config().rope);
    setup.recipe.loop.subject = setup.model.identity + setup.model.adapter_identity + setup.rule +
                                (quantised ? "nf4" : "");
    return setup;
}

Result<int> run_training(Session& session, const TrainArguments& arguments, TrainSetup setup)
{
    train::LoopOptions& options = setup.recipe.loop;
    std::error_code failed;
    std::filesystem::create_directories(arguments.out, failed);
    if (failed)
        return Error{ErrorKind::unreadable, arguments.out.string() + ": " + failed.message()};
    if (!arguments.resume && std::filesystem::exists(options.checkpoint, failed))
        return Error{ErrorKind::invalid, arguments.out.string() +
                                             " holds the state of a training; --resume goes on, "
                                             "or choose another folder"};
    TRY(train::Mixture mixture, train::Mixture::make(std::move(setup.parts)));
    TRY(const auto parameters,
        train::Parameters::make(*setup.model.transformer, setup.recipe.trained));
    TRY(const auto loop, train::TrainingLoop::make(setup.model.transformer, parameters,
                                                   std::move(mixture), options));
    if (arguments.resume) {
        TRY(const bool found, loop->resume());
        if (!found)
            session.output().note("There is no state in the folder yet; training begins.");
    }
    session.output().event(
        "training",
        {{"model", setup.model.name},
         {"rope", setup.rule},
         {"length", options.length},
         {"trained_values", parameters->count()},
         {"memory_bytes", loop->memory_bytes()},
         {"activations",
          loop->activations() == train::Activations::keep ? "kept" : "recomputed"}});
    const auto start = std::chrono::steady_clock::now();
    TRY(const train::LoopResult result,
        loop->run([&](const train::StepReport& report) { print(session, report); },
                  session.stop()));
    TRY(write_results(arguments, setup, *loop, result));
    session.output().event(
        "finished",
        {{"seconds",
          std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count()},
         {"steps", result.steps},
         {"warnings", result.rollbacks},
         {"complete", result.complete}});
    return result.complete ? kDone : kInterrupted;
}

}  // namespace longhand::cli
