// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/train_run.h"
#include "app/learn/corpus.h"
#include "app/learn/samples.h"
#include "app/learn/texts.h"
#include "engine/base/sha256.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace longhand::cli {
namespace {

// Where `train sft` is told nothing: short samples need more of them in a step than whole books.
constexpr std::int64_t kSampleTokens = 4096;
constexpr std::int64_t kSampleBatch = 16;

struct ExtendArguments {
    TrainArguments train;
    std::vector<std::string> books;
    std::string rule;
    std::int64_t to = 0;
    std::size_t held_out = 0;
    bool blocks = false, apart = false, no_separator = false;
};

struct SftArguments {
    TrainArguments train;
    std::vector<std::filesystem::path> files;
    std::string pair, instruction;
    bool input_loss = false, pack = false;
    double epochs = 1.0;
};

// Texts of files, folders and books of the library.
Result<std::vector<learn::CorpusText>> read_texts(Session& session,
                                                  const std::vector<std::string>& names)
{
    std::vector<std::filesystem::path> paths;
    std::vector<learn::CorpusText> texts;
    std::error_code ignored;
    for (const std::string& name : names) {
        if (std::filesystem::exists(name, ignored)) {
            paths.emplace_back(name);
            continue;
        }
        TRY(const library::Book book, session.book(name));
        TRY(library::Library * library, session.library());
        TRY(const auto document, library->document(book.id));
        texts.push_back({book.title, learn::text_of(*document)});
    }
    TRY(const learn::FoundTexts found, learn::find_texts(paths));
    if (!found.left_out.empty())
        session.output().note(std::to_string(found.left_out.size()) +
                              " files named valid are left out: they are kept for measuring.");
    for (const std::filesystem::path& file : found.files) {
        TRY(std::string text,
            learn::read_text(file, {.reader = ingest::find_reader()}, session.stop()));
        texts.push_back({file.filename().string(), std::move(text)});
        session.output().progress({.phase = "reading",
                                   .done = texts.size(),
                                   .total = found.files.size(),
                                   .unit = "texts"});
    }
    return texts;
}

// The rotary rule that --rule and --to make for this model; none: --rope's, or the model's own.
Result<std::optional<model::RopeRule>> extension_rule(Session& session,
                                                      const ExtendArguments& arguments)
{
    if (arguments.rule.empty())
        return std::optional<model::RopeRule>();
    if (!session.options().rope.empty())
        return Error{ErrorKind::invalid, "--rule and --rope exclude each other"};
    TRY(const std::filesystem::path path, session.model_path());
    TRY(const infer::ModelSummary summary, infer::inspect_model(path));
    const std::int64_t original = summary.config.rope.original_length > 0
                                      ? summary.config.rope.original_length
                                      : summary.config.context_length;
    TRY(model::RopeRule rule,
        train::rule_for(arguments.rule, original, arguments.to, summary.config.rope_theta));
    return std::optional(rule);
}

Result<int> extend(Session& session, ExtendArguments arguments)
{
    TRY(const std::optional<model::RopeRule> rule, extension_rule(session, arguments));
    TRY(TrainSetup setup, open_training(session, arguments.train, rule));
    const std::int64_t target = arguments.to > 0 ? arguments.to : setup.config().context_length;
    if (setup.recipe.loop.length == 0)
        setup.recipe.loop.length = target;
    TRY(std::vector<learn::CorpusText> texts, read_texts(session, arguments.books));
    TRY(learn::Corpus corpus,
        learn::make_corpus(std::move(texts), *setup.model.tokenizer,
                           {.held_out = arguments.held_out,
                            .end_of_text = !arguments.no_separator,
                            .across_texts = !arguments.apart,
                            .blocks = arguments.blocks,
                            .seed = setup.recipe.trained.seed}));
    setup.recipe.loop.held_out = corpus.held_out;
    setup.recipe.loop.subject += corpus.digest;
    setup.split = std::move(corpus.split);
    setup.parts.push_back({"books", corpus.train, 1.0});
    return run_training(session, arguments.train, std::move(setup));
}

Result<int> sft(Session& session, SftArguments arguments)
{
    learn::SampleOptions options{.instruction = arguments.instruction,
                                 .input_loss = arguments.input_loss};
    if (!arguments.pair.empty()) {
        const std::size_t dash = arguments.pair.find('-');
        options.from = arguments.pair.substr(0, dash);
        if (dash != std::string::npos)
            options.to = arguments.pair.substr(dash + 1);
        if (options.from.empty() || options.to.empty())
            return Error{ErrorKind::invalid, "a pair of fields is named like fr-en"};
    }
    TRY(const learn::FoundTexts found,
        learn::find_texts({arguments.files.begin(), arguments.files.end()}));
    TRY(TrainSetup setup, open_training(session, arguments.train, std::nullopt));
    train::LoopOptions& loop = setup.recipe.loop;
    if (loop.length == 0)
        loop.length = std::min(setup.config().context_length, kSampleTokens);
    if (arguments.train.batch == 0)
        loop.step_sequences = std::max(loop.step_sequences, kSampleBatch);
    std::size_t samples = 0;
    for (const std::filesystem::path& file : found.files) {
        TRY(learn::ReadSamples read,
            learn::read_samples(file, *setup.model.tokenizer, setup.model.chat_template, options,
                                loop.length));
        session.output().event("samples", {{"file", file.filename().string()},
                                           {"lines", read.lines},
                                           {"kept", read.samples.size()},
                                           {"malformed", read.malformed},
                                           {"too_long", read.too_long}});
        session.output().note(file.filename().string() + ": " +
                              std::to_string(read.samples.size()) + " of " +
                              std::to_string(read.lines) + " samples, " +
                              std::to_string(read.too_long) + " too long, " +
                              std::to_string(read.malformed) + " malformed" +
                              (read.first_problem.empty() ? "" : " (" + read.first_problem + ")"));
        samples += read.samples.size();
        std::uint64_t tokens = 0;
        for (const train::LabelledTokens& sample : read.samples)
            tokens += sample.tokens.size();
        TRY(const std::string digest, sha256_of_file(file));
        TRY(std::shared_ptr<const train::TokenSource> source,
            train::make_sample_source(std::move(read.samples),
                                      {.pack_to = arguments.pack ? loop.length : 0,
                                       .seed = setup.recipe.trained.seed}));
        loop.subject += digest;
        setup.split.push_back({file.filename().string(), digest, tokens, false});
        setup.parts.push_back({file.filename().string(), source, static_cast<double>(tokens)});
    }
    if (arguments.train.steps == 0)
        loop.steps = std::max<std::int64_t>(
            1, static_cast<std::int64_t>(arguments.epochs * static_cast<double>(samples) /
                                         static_cast<double>(loop.step_sequences)));
    return run_training(session, arguments.train, std::move(setup));
}

void add_common(CLI::App& command, TrainArguments& train, const std::string& recipe)
{
    train.recipe = recipe;
    command.add_option("--out", train.out, "Folder for the adapter, its record and the state")
        ->required()
        ->type_name("DIR");
    command.add_option("--recipe", train.recipe, "Settings to begin with")
        ->check(CLI::IsMember({"lora", "pi", "longlora", "longqlora"}));
    command.add_option("--steps", train.steps, "0: as the recipe says");
    command.add_option("--length", train.length, "Tokens of a sequence; 0: all the model reads");
    command.add_option("--batch", train.batch, "Sequences of a step; 0: as the recipe says");
    command.add_option("--micro-tokens", train.micro_tokens,
                       "Tokens computed at once; 0: one sequence of full length");
    command.add_option("--curriculum", train.curriculum,
                       "LENGTH:STEP,...: from that step on sequences are so long; shorter first")
        ->delimiter(',')->allow_extra_args(false);
    command.add_option("--learning-rate", train.rate, "0: as the recipe says");
    command.add_option("--warmup", train.warmup, "Steps; -1: as the recipe says");
    command.add_option("--rank", train.rank, "Of the LoRA; 0: as the recipe says");
    command.add_option("--alpha", train.alpha, "0: as the recipe says");
    command.add_option("--targets", train.targets, "Linears with a LoRA; default: the recipe's")
        ->check(CLI::IsMember({"attention", "all"}));
    command.add_option("--train-also", train.also,
                       "Besides the LoRA: none, norms, embeddings, both; default: the recipe's")
        ->check(CLI::IsMember({"none", "norms", "embeddings", "both"}));
    command.add_option("--attention", train.attention, "s2: in shifted groups; default: the recipe's")
        ->check(CLI::IsMember({"dense", "s2"}));
    command.add_option("--base", train.base, "nf4: frozen weights in four bits; as-is: as stored; default: the recipe's")
        ->check(CLI::IsMember({"as-is", "nf4"}));
    command.add_option("--checkpoint-every", train.checkpoint_every, "Steps")
        ->check(CLI::Range(1, 1 << 20));
    command.add_flag("--resume", train.resume, "Go on from the state in the folder");
}

}  // namespace

void add_train_commands(CLI::App& app, const Chosen& chosen)
{
    auto* train = app.add_subcommand("train", "Trains an adapter");
    train->require_subcommand(1);
    auto extending = std::make_shared<ExtendArguments>();
    auto* extend_command =
        train->add_subcommand("extend", "Teaches a model to read further, from whole books");
    extend_command->add_option("books", extending->books, "Files, folders or books of the library")
        ->required();
    add_common(*extend_command, extending->train, "lora");
    auto* to = extend_command->add_option("--to", extending->to, "Tokens it is to read");
    extend_command
        ->add_option("--rule", extending->rule, "pi, abf, yarn or ntk, computed for --to; or --rope")
        ->check(CLI::IsMember({"pi", "abf", "yarn", "ntk"}))
        ->needs(to);
    extend_command->add_option("--held-out", extending->held_out,
                               "So many whole texts are measured on instead");
    extend_command->add_flag("--blocks", extending->blocks,
                             "Disjoint sequences in turn instead of cuts anywhere");
    extend_command->add_flag("--apart", extending->apart, "No sequence runs into the next text");
    extend_command->add_flag("--no-separator", extending->no_separator,
                             "No end-of-text token between texts");
    extend_command->callback([extending, chosen] {
        chosen([extending](Session& session) { return extend(session, *extending); });
    });
    auto tuning = std::make_shared<SftArguments>();
    auto* sft_command = train->add_subcommand("sft", "Tunes a model on questions and answers");
    sft_command
        ->add_option("files", tuning->files,
                     "JSON Lines: instruction and output, messages, or pairs of languages")
        ->required();
    add_common(*sft_command, tuning->train, "lora");
    sft_command->add_option("--epochs", tuning->epochs, "Where --steps says nothing");
    sft_command->add_option("--pair", tuning->pair, "Fields of parallel text, like fr-en");
    sft_command->add_option("--instruction", tuning->instruction,
                            "Before parallel text; {text} stands for the source");
    sft_command->add_flag("--input-loss", tuning->input_loss, "Learn the questions too");
    sft_command->add_flag("--pack", tuning->pack, "Join short samples to full sequences");
    sft_command->callback([tuning, chosen] {
        chosen([tuning](Session& session) { return sft(session, *tuning); });
    });
}

}  // namespace longhand::cli
