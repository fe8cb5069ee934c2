// SPDX-License-Identifier: GPL-3.0-or-later
// Answers about long documents: whether the passage is inside what was read, whether the answer
// stands there, and how often the program refuses questions that the document answers and
// questions about another document.
//     qa_bench DATA_FOLDER MODEL [QUESTIONS] [BUDGETS]
// QUESTIONS of each kind (default 60) go through the model; the share of passages uses all.
// BUDGETS are lists such as 512,1024 (tokens of text; 0: what the program takes by itself).
#include "app/context/library_passages.h"
#include "app/context/words.h"
#include "app/models/catalogue.h"
#include "app/tasks/ask_prompt.h"
#include "engine/infer/session.h"
#include "engine/tensor/cpu/cpu_backend.h"
#include "tests/bench/qa_data.h"
#include "tests/support/environment.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace longhand::bench {
namespace {

struct Bench {
    infer::Generator& generator;
    tasks::Prompts prompts;
    std::size_t questions = 60;
    std::vector<std::int64_t> budgets;
};

struct Shelf {
    LongDocument joined;
    std::unique_ptr<library::Library> library;
    library::BookId book = 0;
};

Result<Shelf> shelve(const test::TemporaryFolder& folder, LongDocument joined, const std::string& name)
{
    const auto file = folder.path() / (name + ".txt");
    std::ofstream(file) << joined.document.title;
    Shelf shelf{std::move(joined), nullptr, 0};
    TRY(shelf.library, library::Library::open(folder.path() / "data"));
    TRY(const library::Added added, shelf.library->add(file, shelf.joined.document));
    shelf.book = added.book;
    return shelf;
}

// An answer of the question stands in what was read of its paragraph.
bool holds(const document::Document& document, const std::vector<document::TextRange>& ranges,
           const Question& question)
{
    for (const document::TextRange& range : ranges)
        if (range.chapter == question.chapter && range.paragraph == question.paragraph)
            for (const std::string& answer : question.answers)
                if (document::text_of(document, range).find(answer) != std::string_view::npos)
                    return true;
    return false;
}

bool says(const std::string& answer, const Question& question)
{
    for (const std::string& expected : question.answers)
        if (context::letters_of(answer).text.find(context::letters_of(expected).text) !=
            std::u32string::npos)
            return true;
    return false;
}

// Every question's passages, no model.
Result<void> count_passages(Bench& bench, Shelf& shelf, std::int64_t budget)
{
    const tasks::AskOptions options;
    const tasks::AnswerSink sink;
    const ProgressSink progress;
    std::size_t inside = 0;
    for (const Question& question : shelf.joined.questions) {
        context::LibraryPassages finder(*shelf.library, shelf.book);
        const tasks::AskRun run{shelf.joined.document, question.text, options, bench.prompts,
                                bench.generator, sink, {}, progress, "en"};
        TRY(const context::Piece piece, tasks::gather_passages(run, finder, budget));
        inside += holds(shelf.joined.document, piece.ranges, question) ? 1U : 0U;
    }
    std::printf("passage inside a budget of %5lld tokens: %5.1f %% of %zu questions\n",
                static_cast<long long>(budget),
                100.0 * static_cast<double>(inside) / static_cast<double>(shelf.joined.questions.size()),
                shelf.joined.questions.size());
    return {};
}

struct Tally {
    std::size_t asked = 0, refused = 0, correct = 0, inside = 0;
    std::size_t shown = 0;  // the answer stands in what is shown: the answer or a closest passage
    double seconds = 0.0;
};

// Evenly chosen questions of `from`, asked about the shelf's document.
Result<Tally> ask_some(Bench& bench, Shelf& shelf, const std::vector<Question>& from,
                       std::int64_t budget)
{
    Tally tally;
    const std::size_t count = std::min(bench.questions, from.size());
    for (std::size_t i = 0; i < count; ++i) {
        const Question& question = from[i * from.size() / count];
        context::LibraryPassages finder(*shelf.library, shelf.book);
        std::string said;
        const tasks::AnswerSink sink = [&](std::string_view piece) { said += piece; };
        const auto begin = std::chrono::steady_clock::now();
        TRY(const library::Answer answer,
            tasks::ask(shelf.joined.document, finder, question.text, {.budget_tokens = budget},
                       bench.prompts, bench.generator, sink, {}));
        tally.seconds +=
            std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        ++tally.asked;
        if (std::getenv("LONGHAND_VERBOSE") != nullptr)
            std::fprintf(stderr, "Q %s\n  expected %s\n  %s %s\n", question.text.c_str(),
                         question.answers.empty() ? "" : question.answers.front().c_str(),
                         answer.found ? "found:" : "refused:", said.c_str());
        tally.refused += answer.found ? 0U : 1U;
        tally.correct += answer.found && says(answer.text, question) ? 1U : 0U;
        bool shown = answer.found && says(answer.text, question);
        for (const library::Source& source : answer.closest)
            shown = shown || says(source.quote, question);
        for (const library::AnswerSentence& sentence : answer.sentences)
            for (const library::Source& source : sentence.sources)
                shown = shown || says(source.quote, question);
        tally.shown += shown ? 1U : 0U;
        tally.inside += holds(shelf.joined.document, answer.read, question) ? 1U : 0U;
    }
    return tally;
}

Result<void> measure(Bench& bench, const std::filesystem::path& file, const std::string& language)
{
    TRY(const std::size_t articles, count_articles(file));
    const test::TemporaryFolder folder;
    TRY(LongDocument first, join_articles(file, 0, articles / 2, language));
    TRY(const LongDocument other, join_articles(file, articles / 2, articles, language));
    TRY(Shelf shelf, shelve(folder, std::move(first), "first"));
    std::int64_t tokens = 0;
    for (const auto& chapter : shelf.joined.document.chapters)
        for (const auto& paragraph : chapter.paragraphs)
            tokens += bench.generator.count_tokens(paragraph.text).tokens;
    std::printf("\n%s: %zu articles, %lld tokens, model %s\n", file.filename().c_str(), articles / 2,
                static_cast<long long>(tokens), bench.generator.model_name().c_str());
    for (const std::int64_t budget : {512, 1024, 2048, 4096})
        TRY(count_passages(bench, shelf, budget));
    for (const std::int64_t budget : bench.budgets) {
        TRY(const Tally here, ask_some(bench, shelf, shelf.joined.questions, budget));
        TRY(const Tally elsewhere, ask_some(bench, shelf, other.questions, budget));
        const auto share = [](std::size_t part, std::size_t all) {
            return 100.0 * static_cast<double>(part) / static_cast<double>(all);
        };
        std::printf("budget %5lld: answerable %zu: passage read %5.1f %%, answer right %5.1f %%, "
                    "answer or a passage shown right %5.1f %%, refused %5.1f %%; unanswerable %zu: refused %5.1f %%; %.2f s a question\n",
                    static_cast<long long>(budget), here.asked, share(here.inside, here.asked),
                    share(here.correct, here.asked), share(here.shown, here.asked), share(here.refused, here.asked), elsewhere.asked,
                    share(elsewhere.refused, elsewhere.asked),
                    here.seconds / static_cast<double>(here.asked));
        std::fflush(stdout);
    }
    return {};
}

Result<void> run(int argc, char** argv)
{
    if (argc < 3)
        return Error{ErrorKind::invalid, "usage: qa_bench DATA_FOLDER MODEL [QUESTIONS] [BUDGETS]"};
    TRY(auto model, infer::load_model(argv[2], {.backend = tensor::make_cpu_backend(),
                                                .measured_length = models::measured_length(argv[2])}));
    TRY(const auto session, infer::Session::open(std::move(model)));
    TRY(auto prompts, tasks::Prompts::load(tasks::find_resources() / "prompts"));
    Bench bench{*session, std::move(prompts), argc > 3 ? std::strtoul(argv[3], nullptr, 10) : 60, {}};
    std::istringstream list(argc > 4 ? argv[4] : "0");
    for (std::string one; std::getline(list, one, ',');)
        bench.budgets.push_back(std::strtoll(one.c_str(), nullptr, 10));
    const std::filesystem::path data = std::filesystem::path(argv[1]) / "qa";
    TRY(measure(bench, data / "xquad.en.jsonl.xz", "en"));
    return measure(bench, data / "cmrc2018-trial.jsonl.xz", "zh");
}

}  // namespace
}  // namespace longhand::bench

int main(int argc, char** argv)
{
    const auto done = longhand::bench::run(argc, argv);
    if (!done.ok())
        std::fprintf(stderr, "%s\n", longhand::to_string(done.error()).c_str());
    return done.ok() ? 0 : 1;
}
