// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/ingest/ingest.h"
#include "app/models/memory.h"
#include "engine/base/mapped_file.h"
#include "engine/eval/perplexity.h"
#include "engine/eval/throughput.h"
#include "engine/eval/training_speed.h"
#include "engine/infer/vocabulary.h"
#include "engine/model/random_model.h"

#include <CLI/CLI.hpp>

#include <chrono>
#include <iostream>
#include <iterator>

namespace longhand::cli {
namespace {

constexpr std::uint64_t kMostTextBytes = 256U << 20U;

Result<std::unique_ptr<tokenizer::Tokenizer>> open_tokenizer(Session& session)
{
    TRY(const std::filesystem::path path, session.model_path());
    TRY(const checkpoint::Checkpoint file, checkpoint::Checkpoint::open(path));
    TRY(tokenizer::Vocabulary vocabulary, infer::read_vocabulary(file));
    return tokenizer::Tokenizer::make(std::move(vocabulary));
}

Result<int> tokens(Session& session, const std::filesystem::path& file, bool count_only)
{
    TRY(const auto tokenizer, open_tokenizer(session));
    std::string text;
    if (file.empty()) {
        text.assign(std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>());
    } else {
        TRY(text, read_file(file, kMostTextBytes));
    }
    const std::vector<TokenId> ids = tokenizer->encode(text);
    session.output().event("tokens", count_only ? Json{{"count", ids.size()}}
                                                : Json{{"count", ids.size()}, {"ids", ids}});
    if (count_only) {
        session.output().line(std::to_string(ids.size()));
        return kDone;
    }
    std::string line;
    for (const TokenId id : ids)
        line += (line.empty() ? "" : " ") + std::to_string(id);
    session.output().line(line);
    return kDone;
}

struct PerplexityArguments {
    std::vector<std::filesystem::path> files;
    std::string protocol = "sw";
    std::vector<std::int64_t> windows = {2048}, ends;
    std::int64_t stride = 256, chunk = 1024, same_tokens = 0, first_tokens = 0;
    std::string type;
};

void print(Session& session, const eval::Score& score)
{
    Json row = {{"protocol", score.protocol},
                {"window", score.window},
                {"stride", score.stride},
                {"scored_tokens", score.scored_tokens},
                {"mean_nll", score.mean_nll},
                {"perplexity", score.perplexity},
                {"seconds", score.seconds}};
    if (score.mean_of_exp > 0.0)
        row["mean_of_exp"] = score.mean_of_exp;
    session.output().event("perplexity", row);
    char line[160];
    std::snprintf(line, sizeof line, "window %lld: perplexity %.4f, mean NLL %.5f, %lld tokens, %.1f s",
                  static_cast<long long>(score.window), score.perplexity, score.mean_nll,
                  static_cast<long long>(score.scored_tokens), score.seconds);
    session.output().line(line);
    if (score.mean_of_exp > 0.0) {
        std::snprintf(line, sizeof line, "mean of exp(chunk's mean), as the paper counts: %.4f",
                      score.mean_of_exp);
        session.output().line(line);
    }
}

// One window by the protocol asked for.
Result<eval::Score> score(const std::shared_ptr<const model::Transformer>& transformer,
                          std::span<const std::vector<TokenId>> streams, std::int64_t window,
                          const PerplexityArguments& arguments, const eval::ScoreOptions& options)
{
    if (arguments.same_tokens > 0)
        return eval::same_tokens(transformer, streams, window, arguments.same_tokens,
                                 arguments.ends, options);
    if (arguments.protocol == "prequential")
        return eval::prequential(transformer, streams, window, arguments.chunk, options);
    if (arguments.protocol == "block")
        return eval::every_window(transformer, streams, window, window, options);
    if (arguments.protocol == "all")
        return eval::every_window(transformer, streams, window, arguments.stride, options);
    return eval::sliding_window(transformer, streams, window, arguments.stride, options);
}

Result<int> perplexity(Session& session, const PerplexityArguments& arguments)
{
    TRY(const auto tokenizer, open_tokenizer(session));
    std::vector<std::vector<TokenId>> streams;
    for (const std::filesystem::path& file : arguments.files) {
        TRY(const std::string text, read_file(file, kMostTextBytes));
        streams.push_back(tokenizer->encode(text));
        if (arguments.first_tokens > 0 &&
            streams.back().size() > static_cast<std::size_t>(arguments.first_tokens))
            streams.back().resize(static_cast<std::size_t>(arguments.first_tokens));
    }
    TRY(const std::filesystem::path path, session.model_path());
    TRY(infer::LoadOptions options, session.load_options());
    if (!arguments.type.empty()) {
        TRY(options.linears, model::weight_type(arguments.type));
    }
    options.context = 512;  // the passes below take memory of their own
    TRY(const infer::LoadedModel model, infer::load_model(path, options));
    const eval::ScoreOptions scoring{
        .kv_dtype = options.kv_dtype,
        .progress = [&](const Progress& progress) { session.output().progress(progress); },
        .stop = session.stop()};
    for (const std::int64_t window : arguments.windows) {
        TRY(const eval::Score scored,
            score(model.transformer, streams, window, arguments, scoring));
        print(session, scored);
    }
    return kDone;
}

struct GenerateBench {
    eval::ThroughputOptions options;
    std::string shape, type;
};

// Random weights of a known shape, of q4_1 unless said, or the model that --model names.
Result<std::shared_ptr<const model::Transformer>>
bench_model(Session& session, const std::string& shape, const std::string& type_name)
{
    TRY(infer::LoadOptions options, session.load_options());
    if (!shape.empty()) {
        TRY(const model::ModelConfig config, model::shape_of(shape));
        TRY(const tensor::DType type, model::weight_type(type_name.empty() ? "q4_1" : type_name));
        return model::Transformer::load(config, model::random_weights(type, Seed{1}), options.backend);
    }
    TRY(const std::filesystem::path path, session.model_path());
    options.context = 512;
    if (!type_name.empty()) {
        TRY(options.linears, model::weight_type(type_name));
    }
    TRY(infer::LoadedModel model, infer::load_model(path, options));
    return std::move(model.transformer);
}

void print(Session& session, const eval::Throughput& row)
{
    session.output().event("bench", {{"prompt", row.prompt_tokens},
                                     {"generate", row.generated_tokens},
                                     {"depth", row.depth},
                                     {"batch", row.batch},
                                     {"prompt_tokens_per_s", row.prompt_tokens_per_s},
                                     {"generate_tokens_per_s", row.generate_tokens_per_s},
                                     {"spread", row.spread},
                                     {"weight_bytes", row.weight_bytes},
                                     {"kv_bytes", row.kv_bytes},
                                     {"share_of_ceiling", row.share_of_ceiling},
                                     {"peak_device_bytes", row.peak_bytes}});
    char line[200];
    const bool prompt = row.prompt_tokens > 0;
    std::snprintf(line, sizeof line, "%-8s %6lld  depth %6lld  batch %3lld  %10.1f tokens/s  (spread %.1f %%, %.0f %% of the ceiling)",
                  prompt ? "prompt" : "generate",
                  static_cast<long long>(prompt ? row.prompt_tokens : row.generated_tokens),
                  static_cast<long long>(row.depth), static_cast<long long>(row.batch),
                  prompt ? row.prompt_tokens_per_s : row.generate_tokens_per_s, row.spread * 100.0,
                  row.share_of_ceiling * 100.0);
    session.output().line(line);
}

Result<int> bench_generate(Session& session, GenerateBench& arguments)
{
    TRY(const auto transformer, bench_model(session, arguments.shape, arguments.type));
    TRY(const eval::Ceilings ceilings, eval::measure_ceilings(transformer->backend()));
    session.output().event("ceilings", {{"device", transformer->backend().describe().name},
                                        {"copy_bytes_per_s", ceilings.copy_bytes_per_s},
                                        {"read_bytes_per_s", ceilings.read_bytes_per_s},
                                        {"matrix_flops_per_s", ceilings.matrix_flops_per_s}});
    char line[160];
    std::snprintf(line, sizeof line, "ceilings: copy %.1f GB/s, read %.1f GB/s, products %.1f GFLOP/s",
                  ceilings.copy_bytes_per_s / 1e9, ceilings.read_bytes_per_s / 1e9,
                  ceilings.matrix_flops_per_s / 1e9);
    session.output().line(transformer->backend().describe().name);
    session.output().line(line);
    arguments.options.kv_dtype =
        models::kv_type_named(session.options().kv).value_or(arguments.options.kv_dtype);
    arguments.options.stop = session.stop();
    arguments.options.progress = [&](const Progress& progress) { session.output().progress(progress); };
    TRY(eval::measure_throughput(transformer, ceilings, arguments.options,
                                 [&](const eval::Throughput& row) { print(session, row); }));
    return kDone;
}

struct TrainBench {
    eval::TrainingSpeedOptions options;
    std::string shape, type, attention = "dense", targets = "all";
    bool keep = false, all = false;
};

Result<int> bench_train(Session& session, TrainBench& arguments)
{
    TRY(const auto transformer, bench_model(session, arguments.shape, arguments.type));
    eval::TrainingSpeedOptions& options = arguments.options;
    options.s2 = arguments.attention == "s2";
    if (arguments.targets == "all")
        options.trained.targets.assign(model::kLinearKinds.begin(), model::kLinearKinds.end());
    else
        options.trained.targets.assign(model::kAttentionKinds.begin(),
                                       model::kAttentionKinds.end());
    options.trained.embeddings = options.trained.norms = arguments.all;
    if (arguments.keep)
        options.activations = train::Activations::keep;
    options.stop = session.stop();
    options.progress = [&](const Progress& progress) { session.output().progress(progress); };
    TRY(const eval::TrainingSpeed speed, eval::measure_training(transformer, options));
    session.output().event("bench", {{"rows", speed.rows},
                                     {"attention", arguments.attention},
                                     {"rank", options.trained.rank},
                                     {"trained_values", speed.trained_values},
                                     {"tokens_per_s", speed.tokens_per_s},
                                     {"spread", speed.spread},
                                     {"flops_per_s", speed.flops_per_s},
                                     {"peak_device_bytes", speed.peak_bytes}});
    char line[160];
    std::snprintf(line, sizeof line,
                  "training %lld rows, %s: %.1f tokens/s (spread %.1f %%), %.1f GFLOP/s, %.2f GB",
                  static_cast<long long>(speed.rows), arguments.attention.c_str(),
                  speed.tokens_per_s, speed.spread * 100.0, speed.flops_per_s / 1e9,
                  static_cast<double>(speed.peak_bytes) / 1e9);
    session.output().line(line);
    return kDone;
}

Result<int> bench_ingest(Session& session, const std::vector<std::filesystem::path>& files)
{
    int status = kDone;
    const ingest::Options options{.reader = ingest::find_reader()};
    for (const std::filesystem::path& file : files) {
        const auto begin = std::chrono::steady_clock::now();
        const auto document = ingest::read_document(file, options, {}, session.stop());
        const double seconds =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        Json row = {{"file", file.filename().string()}, {"seconds", seconds}};
        std::string line = file.filename().string() + "\t" + std::to_string(seconds) + " s\t";
        if (document.ok()) {
            row.update(Json{{"state", "read"},
                            {"pages", document->pages.size()},
                            {"chapters", document->chapters.size()},
                            {"words", document->words()}});
            line += std::to_string(document->pages.size()) + " pages, " +
                    std::to_string(document->chapters.size()) + " chapters, " +
                    std::to_string(document->words()) + " words";
        } else {
            row.update(Json{{"state", to_string(document.error().kind)},
                            {"message", document.error().message}});
            line += to_string(document.error());
            status = kFailed;
        }
        session.output().event("ingest", row);
        session.output().line(line);
    }
    return status;
}

}  // namespace

void add_tokens_command(CLI::App& app, const Chosen& chosen)
{
    auto file = std::make_shared<std::filesystem::path>();
    auto count = std::make_shared<bool>(false);
    auto* command = app.add_subcommand("tokens", "Token ids of a text");
    command->add_option("file", *file, "The text; standard input when absent");
    command->add_flag("--count", *count, "Only how many");
    command->callback([file, count, chosen] {
        chosen([file, count](Session& session) { return tokens(session, *file, *count); });
    });
}

void add_eval_commands(CLI::App& app, const Chosen& chosen)
{
    auto* eval = app.add_subcommand("eval", "Measures a model");
    eval->require_subcommand(1);
    auto arguments = std::make_shared<PerplexityArguments>();
    auto* command = eval->add_subcommand("perplexity", "How well a model predicts texts");
    command->add_option("files", arguments->files, "Plain texts, tokenised raw")->required();
    command
        ->add_option("--protocol", arguments->protocol,
                     "sw: sliding window, each token once; all: every token of overlapping windows; "
                     "block: of windows side by side; prequential: chunk by chunk")
        ->check(CLI::IsMember({"sw", "all", "block", "prequential"}));
    command->add_option("--window", arguments->windows, "Tokens; several with commas")->delimiter(',')->allow_extra_args(false);
    command->add_option("--stride", arguments->stride, "Tokens a window moves on");
    command->add_option("--chunk", arguments->chunk, "With prequential: tokens scored at once");
    command->add_option("--same-tokens", arguments->same_tokens,
                        "Score the same last tokens at every window");
    command->add_option("--ends", arguments->ends, "With --same-tokens: where the passes end")
        ->delimiter(',')->allow_extra_args(false);
    command->add_option("--first-tokens", arguments->first_tokens, "Of each file; 0: all");
    command->add_option("--type", arguments->type,
                        "Load the layers' matrices in this type: nf4, q4_k, ...; default: the file's");
    command->callback([arguments, chosen] {
        if ((arguments->same_tokens > 0) == arguments->ends.empty())
            throw CLI::ValidationError("--same-tokens", "goes together with --ends");
        chosen([arguments](Session& session) { return perplexity(session, *arguments); });
    });
}

void add_bench_commands(CLI::App& app, const Chosen& chosen)
{
    auto* bench = app.add_subcommand("bench", "Measures speed");
    bench->require_subcommand(1);
    auto arguments = std::make_shared<GenerateBench>();
    auto* generate = bench->add_subcommand("generate", "Prefill and decode");
    generate->add_option("--prompt", arguments->options.prompts, "Tokens read at once; 0: skip")->delimiter(',')->allow_extra_args(false);
    generate->add_option("--generate", arguments->options.generate, "Tokens decoded; 0: skip");
    generate->add_option("--depth", arguments->options.depths, "Tokens already read")->delimiter(',')->allow_extra_args(false);
    generate->add_option("--batch", arguments->options.batches, "Sequences together")->delimiter(',')->allow_extra_args(false);
    generate->add_option("--repetitions", arguments->options.repetitions, "The median counts")
        ->check(CLI::Range(1, 1000));
    generate->add_option("--shape", arguments->shape, "Random weights of a known shape; no file");
    generate->add_option("--type", arguments->type,
                         "Of those weights (q4_1), or what the file's are loaded in: nf4, q4_k, ...");
    generate->callback([arguments, chosen] {
        chosen([arguments](Session& session) { return bench_generate(session, *arguments); });
    });
    auto training = std::make_shared<TrainBench>();
    auto* train = bench->add_subcommand("train", "Steps of LoRA training");
    train->add_option("--rows", training->options.rows, "Tokens of a step, one sequence")
        ->check(CLI::Range(2, 1 << 20));
    train->add_option("--rank", training->options.trained.rank, "Of the LoRA")
        ->check(CLI::Range(1, 4096));
    train->add_option("--targets", training->targets, "Linears that are adapted")
        ->check(CLI::IsMember({"attention", "all"}));
    train->add_option("--attention", training->attention, "s2: in groups of a quarter of the rows")
        ->check(CLI::IsMember({"dense", "s2"}));
    train->add_flag("--embeddings-and-norms", training->all, "Trains these too");
    train->add_flag("--keep-activations", training->keep, "More memory instead of recomputation");
    train->add_option("--repetitions", training->options.repetitions, "The median counts")
        ->check(CLI::Range(1, 1000));
    train->add_option("--shape", training->shape, "Random weights of a known shape; no file");
    train->add_option("--type", training->type,
                      "Of those weights (q4_1), or what the file's are loaded in: nf4, q4_k, ...");
    train->callback([training, chosen] {
        chosen([training](Session& session) { return bench_train(session, *training); });
    });
    auto files = std::make_shared<std::vector<std::filesystem::path>>();
    auto* ingest = bench->add_subcommand("ingest", "Reading of files");
    ingest->add_option("files", *files, "The files")->required();
    ingest->callback([files, chosen] {
        chosen([files](Session& session) { return bench_ingest(session, *files); });
    });
}

}  // namespace longhand::cli
