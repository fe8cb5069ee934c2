// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/learn/texts.h"
#include "engine/adapt/study_text.h"
#include "engine/base/sha256.h"

#include <CLI/CLI.hpp>

namespace longhand::cli {
namespace {

constexpr std::int64_t kKeepEvery = 16;  // chunks, with --save

struct StudyArguments {
    std::string book;
    adapt::StudyOptions options;
    std::string schedule = "faithful";
    std::filesystem::path save;
    bool resume = false;
    std::int64_t chunks = 0;
};

Result<std::string> text_of_book(Session& session, const std::string& book_or_file)
{
    std::error_code ignored;
    if (std::filesystem::is_regular_file(book_or_file, ignored))
        return learn::read_text(book_or_file, {.reader = ingest::find_reader()}, session.stop());
    TRY(const library::Book book, session.book(book_or_file));
    TRY(library::Library * library, session.library());
    TRY(const auto document, library->document(book.id));
    return learn::text_of(*document);
}

void print(Session& session, const adapt::ChunkReport& chunk)
{
    session.output().event("chunk", {{"chunk", chunk.chunk},
                                     {"position", chunk.position},
                                     {"tokens", chunk.tokens},
                                     {"base_nll", chunk.base_nll},
                                     {"adapted_nll", chunk.adapted_nll},
                                     {"learning_rate", chunk.learning_rate},
                                     {"seconds", chunk.seconds},
                                     {"studied", chunk.studied},
                                     {"note", chunk.note}});
    char line[160];
    std::snprintf(line, sizeof line,
                  "chunk %4lld at %8lld: base %.4f, adapted %.4f nats, rate %.2e, %.2f s",
                  static_cast<long long>(chunk.chunk), static_cast<long long>(chunk.position),
                  chunk.base_nll, chunk.adapted_nll, chunk.learning_rate, chunk.seconds);
    session.output().line(line);
    if (!chunk.note.empty())
        session.output().note(chunk.note);
}

void print(Session& session, const adapt::StudyFit& fit, const adapt::Study& study, double seconds)
{
    session.output().event("study",
                           {{"chunks", fit.chunks},
                            {"tokens", fit.tokens},
                            {"base_perplexity", fit.base_perplexity},
                            {"adapted_perplexity", fit.adapted_perplexity},
                            {"base_mean_of_exp", fit.base_mean_of_exp},
                            {"adapted_mean_of_exp", fit.adapted_mean_of_exp},
                            {"gain_by_third", fit.gain_by_third},
                            {"seconds", seconds},
                            {"study_bytes", study.bytes()},
                            {"on", study.on()}});
    char line[200];
    std::snprintf(line, sizeof line,
                  "perplexity %.3f, studied %.3f (mean of exp: %.3f, %.3f); gain by third "
                  "%.1f %%, %.1f %%, %.1f %%; %.1f s",
                  fit.base_perplexity, fit.adapted_perplexity, fit.base_mean_of_exp,
                  fit.adapted_mean_of_exp, 100.0 * fit.gain_by_third[0],
                  100.0 * fit.gain_by_third[1], 100.0 * fit.gain_by_third[2], seconds);
    session.output().line(line);
    if (fit.chunks <= 2 && study.options().schedule == adapt::StudySchedule::faithful)
        session.output().note("The text has no more than two chunks: studying it shows nothing.");
}

// An adapter for --adapter, and the state to go on from.
Result<void> keep(const adapt::Study& study, const std::filesystem::path& folder)
{
    TRY(const checkpoint::AdapterFile adapter, study.adapter());
    TRY(checkpoint::write_adapter(adapter, folder));
    return study.save(folder / "study.state");
}

Result<int> study(Session& session, StudyArguments arguments)
{
    TRY(const std::string text, text_of_book(session, arguments.book));
    TRY(const std::filesystem::path path, session.model_path());
    TRY(infer::LoadOptions loading, session.load_options());
    loading.context = 512;  // studying takes memory of its own
    TRY(const infer::LoadedModel model, infer::load_model(path, loading));
    adapt::StudyOptions& options = arguments.options;
    if (arguments.schedule == "practical")
        options.schedule = adapt::StudySchedule::practical;
    options.seed = Seed{session.options().seed.value_or(options.seed.value)};
    options.subject = model.identity + model.adapter_identity + session.options().rope + sha256(text);
    TRY(const auto study, adapt::Study::make(model.transformer, options));
    if (arguments.resume) {
        TRY(study->load(arguments.save / "study.state"));
    }
    const std::vector<TokenId> tokens = model.tokenizer->encode(text);
    std::vector<adapt::ChunkReport> chunks;
    double seconds = 0.0;
    Result<void> kept;
    const auto sink = [&](const adapt::ChunkReport& chunk) {
        chunks.push_back(chunk);
        seconds += chunk.seconds;
        print(session, chunk);
        session.output().progress({.phase = "studying",
                                   .done = static_cast<std::uint64_t>(study->position()),
                                   .total = tokens.size(),
                                   .unit = "tokens",
                                   .tokens_per_s = static_cast<double>(chunk.tokens) /
                                                   std::max(chunk.seconds, 1e-9)});
        if (!arguments.save.empty() && study->chunks() % kKeepEvery == 0 && kept.ok())
            kept = keep(*study, arguments.save);
    };
    const Result<void> done =
        adapt::study_text(*study, tokens, arguments.chunks, sink, session.stop());
    if (!done.ok() && done.error().kind != ErrorKind::cancelled)
        return done.error();
    TRY(kept);
    if (!arguments.save.empty()) {
        TRY(keep(*study, arguments.save));
    }
    print(session, adapt::fit_of(chunks), *study, seconds);
    return done.ok() ? kDone : kInterrupted;
}

}  // namespace

void add_study_command(CLI::App& app, const Chosen& chosen)
{
    auto arguments = std::make_shared<StudyArguments>();
    adapt::StudyOptions& options = arguments->options;
    auto* command = app.add_subcommand(
        "study", "Let the model study a book with a LoRA of its own (Temp-LoRA)");
    command->add_option("book", arguments->book, "Book or file; a plain text is read raw")
        ->required()
        ->type_name("BOOK");
    command->add_option("--chunk", options.chunk, "Tokens studied at once")
        ->check(CLI::Range(2, 1 << 20));
    command->add_option("--train-context", options.train_context, "Tokens read before a chunk")
        ->check(CLI::Range(0, 1 << 22));
    command->add_option("--epochs", options.epochs, "Steps of the optimiser a chunk")
        ->check(CLI::Range(1, 100));
    command->add_option("--rank", options.rank, "Of the LoRA")->check(CLI::Range(1, 4096));
    command->add_option("--alpha", options.alpha, "Its scale, times the rank")
        ->check(CLI::PositiveNumber);
    command->add_option("--dropout", options.dropout, "Of its inputs")
        ->check(CLI::Range(0.0F, 0.99F));
    command->add_option("--learning-rate", options.rate, "Behind the warm-up")
        ->check(CLI::Range(1e-12, 0.99));
    command->add_option("--schedule", arguments->schedule,
                        "faithful: warm-up counted in chunks, from 0; practical: in steps")
        ->check(CLI::IsMember({"faithful", "practical"}));
    command->add_option("--chunks", arguments->chunks, "Study no more than that many; 0: all")
        ->check(CLI::Range(0, 1 << 24));
    auto* save = command->add_option("--save", arguments->save,
                                     "Folder for what was learned: an adapter, and the state");
    command->add_flag("--resume", arguments->resume, "Go on from the state in that folder")
        ->needs(save);
    command->callback([arguments, chosen] {
        chosen([arguments](Session& session) { return study(session, *arguments); });
    });
}

}  // namespace longhand::cli
