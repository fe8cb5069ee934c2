// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tasks/ask.h"

#include "app/context/document_map.h"
#include "app/context/locate.h"
#include "app/tasks/ask_prompt.h"
#include "app/tasks/languages.h"
#include "app/tasks/points.h"
#include "app/tasks/together.h"
#include "engine/base/utf8.h"

#include <algorithm>
#include <set>
#include <utility>

namespace longhand::tasks {
namespace {

using library::Answer;
using library::Strategy;

constexpr double kQuestionCover = 0.34;  // of the question's weight, near what an answer cites
constexpr std::size_t kClosest = 3;

// Sentences near the sources, and what share of the question's words stands there.
class QuestionCheck {
public:
    QuestionCheck(const document::Document& document, const std::string& question,
                  const context::Units& units, bool points_elsewhere = false)
        : document_(document), units_(units), points_elsewhere_(points_elsewhere)
    {
        for (const context::Word& word : context::content_words(question)) {
            const auto id = units_.id(word.stem);
            const double weight = id ? units_.weight(*id) : units_.weight_of_unknown();
            total_ += weight;
            if (id)
                known_.emplace_back(*id, weight);
            // German writes every noun with a capital: there it makes no name
            else if (word.number || (word.name && !document.language.starts_with("de")))
                unknown_name_ = true;
        }
        const std::string asked_in = document::detect_language(question);
        foreign_ = !asked_in.empty() && !document.language.empty() &&
                   asked_in != primary_language(document.language);
    }

    // The text names what the question names, and the sources speak of what was asked.
    [[nodiscard]] bool answered_by(const std::vector<library::Source>& sources) const
    {
        if (foreign_)
            return true;  // asked in another language: nothing to compare
        if (unknown_name_)
            return false;
        if (points_elsewhere_)
            return true;  // what it is about stands in the passage or the question before it
        std::set<std::uint32_t> near;
        for (std::uint32_t u = 0; u < units_.all().size(); ++u)
            for (const library::Source& source : sources)
                if (touches(units_.all()[u].range, source.range))
                    for (std::uint32_t n = u < 2 ? 0 : u - 2; n <= u + 2; ++n)
                        near.insert(n);
        return cover(near) >= kQuestionCover;
    }

    // The sentences that share most with the question.
    [[nodiscard]] std::vector<library::Source> closest() const
    {
        std::vector<double> score(units_.all().size(), 0.0);
        for (const auto& [word, weight] : known_)
            for (const std::uint32_t unit : units_.with(word))
                score[unit] += weight;
        std::vector<std::uint32_t> order;
        for (std::uint32_t u = 0; u < score.size(); ++u)
            if (score[u] > 0.0 && !units_.all()[u].heading)
                order.push_back(u);
        std::stable_sort(order.begin(), order.end(),
                         [&](std::uint32_t a, std::uint32_t b) { return score[a] > score[b]; });
        std::vector<library::Source> sources;
        for (std::size_t i = 0; i < std::min(order.size(), kClosest); ++i)
            sources.push_back(context::source_of(document_, units_.all()[order[i]].range));
        return sources;
    }

private:
    static bool touches(const document::TextRange& a, const document::TextRange& b)
    {
        return a.chapter == b.chapter && a.paragraph == b.paragraph && a.begin < b.end &&
               b.begin < a.end;
    }
    [[nodiscard]] double cover(const std::set<std::uint32_t>& near) const
    {
        double found = 0.0;
        for (const auto& [word, weight] : known_)
            for (const std::uint32_t unit : units_.with(word))
                if (near.contains(unit)) {
                    found += weight;
                    break;
                }
        return total_ > 0.0 ? found / total_ : 1.0;
    }

    const document::Document& document_;
    const context::Units& units_;
    std::vector<std::pair<std::uint32_t, double>> known_;
    double total_ = 0.0;
    bool unknown_name_ = false;
    bool foreign_ = false;
    bool points_elsewhere_ = false;
};

// "And when did she leave?", "What does this mean?": few words of their own, and something that
// they point to.
bool points_elsewhere(const AskRun& run)
{
    constexpr std::size_t kFewWords = 3;
    return (!run.options.about.empty() || !run.options.history.empty()) &&
           context::content_words(run.question).size() <= kFewWords;
}

// A small model goes on with what it saw: the frame around the text is never part of an answer.
std::string without_frame(std::string text)
{
    for (const std::string_view mark : {"<text>", "</text>"})
        for (std::size_t at = 0; (at = text.find(mark, at)) != std::string::npos;)
            text.erase(at, mark.size());
    return text;
}

// What the model says to one prompt, once.
class Question : public Strand {
public:
    Question(const AskRun& run, const std::string& prompt_name, const std::string& text, Seed seed)
    {
        request_.emplace();
        request_->prompt =
            infer::Chat{{{infer::Role::system, run.prompts.fill("answer_system", {})},
                         {infer::Role::user, prompt_with(run, prompt_name, text)}},
                        {}};
        request_->max_tokens = kAnswerTokens;
        request_->seed = seed;
        request_->sampling.repetition_penalty = 1.05F;
    }

    // What is read of it may be kept under this name.
    void keep_as(const std::string& name) { request_->keep_as = name; }
    Result<std::optional<infer::Request>> next() override
    {
        return std::exchange(request_, std::nullopt);
    }
    void take(Result<infer::Completion> answer) override
    {
        if (answer.ok())
            answer_ = std::move(*answer);
    }
    // The text without what surrounds it; nothing where it was not answered.
    [[nodiscard]] std::optional<std::string> said(Answer& answer) const
    {
        if (!answer_) {
            auto& warnings = answer.warnings;
            if (std::find(warnings.begin(), warnings.end(), kUnanswered) == warnings.end())
                warnings.emplace_back(kUnanswered);
            return std::nullopt;
        }
        answer.reused_tokens += answer_->reused_tokens;
        if (answer_->finish == infer::Finish::loop)
            answer.warnings.emplace_back("loop");
        if (answer_->finish == infer::Finish::length)
            answer.warnings.emplace_back("cut_short");
        std::string text = without_frame(answer_->text);
        if (answer_->finish == infer::Finish::stop)
            return text;
        return without_repetitions(without_unfinished_line(text));
    }

private:
    std::optional<infer::Request> request_;
    std::optional<infer::Completion> answer_;
};

// Its text is shown as it comes.
class ShownQuestion : public Question {
public:
    ShownQuestion(const AskRun& run, const std::string& prompt_name, const std::string& text, Seed seed)
        : Question(run, prompt_name, text, seed), sink_(run.sink)
    {
    }
    void text(std::string_view piece) override
    {
        if (sink_)
            sink_(piece);
    }

private:
    const AnswerSink& sink_;
};

void not_found(const AskRun& run, const QuestionCheck& check, Answer& answer)
{
    answer.found = false;
    answer.text = not_said(run.language);
    answer.sentences.clear();
    answer.closest = check.closest();
}

// Sentences of what the model said, each with the places that support it.
std::vector<library::AnswerSentence> check_sentences(const AskRun& run, const std::string& text,
                                                     const context::Locator& locator)
{
    std::vector<library::AnswerSentence> sentences;
    for (const auto& [begin, end] : document::sentences(text)) {
        const std::string sentence(utf8::trim(std::string_view(text).substr(begin, end - begin)));
        if (sentence.empty())
            continue;
        auto located = locator.locate({.text = sentence, .quotation = {}, .question = run.question});
        sentences.push_back({sentence, std::move(located.sources)});
    }
    return sentences;
}

Result<void> answer_from(const AskRun& run, const context::Piece& piece, Answer& answer)
{
    answer.read = piece.ranges;
    answer.used_tokens = piece.tokens;
    const context::Locator locator(run.document, piece.ranges);
    const QuestionCheck check(run.document, run.question, locator.units(), points_elsewhere(run));
    if (piece.ranges.empty()) {
        not_found(run, check, answer);
        return {};
    }
    ShownQuestion question(run, "answer", piece.text, derive(run.options.seed, "answer"));
    if (answer.strategy == Strategy::whole)
        question.keep_as(run.options.keep_as);
    TRY(run_alone({run.generator, run.stop, run.progress}, question));
    const std::string text = question.said(answer).value_or("");
    if (says_nothing(text)) {
        not_found(run, check, answer);
        return {};
    }
    answer.text = text;
    answer.sentences = check_sentences(run, text, locator);
    std::vector<library::Source> sources;
    for (const library::AnswerSentence& sentence : answer.sentences)
        sources.insert(sources.end(), sentence.sources.begin(), sentence.sources.end());
    answer.found = !sources.empty() && check.answered_by(sources);
    if (!answer.found)
        not_found(run, check, answer);
    return {};
}

// Reads every piece, several together, and answers from them in the order of the text.
class EveryChapter {
public:
    EveryChapter(const AskRun& run, std::int64_t budget, Answer& answer) : run_(run), answer_(answer)
    {
        for (std::uint32_t c = 0; c < run.document.chapters.size(); ++c) {
            const auto ranges = context::ranges_of(run.document, c);
            all_.insert(all_.end(), ranges.begin(), ranges.end());
            for (context::Piece& piece : context::cut_into_pieces(
                     run.document, ranges, std::min(budget, context::kPieceTokens), run.generator)) {
                total_ += static_cast<std::uint64_t>(piece.tokens);
                pieces_.push_back(std::move(piece));
            }
        }
        said_.resize(pieces_.size());
    }

    Result<void> read()
    {
        TRY(run_together({run_.generator, run_.stop, run_.progress},
                         [this]() -> Result<std::unique_ptr<Strand>> {
                             if (begun_ == pieces_.size())
                                 return std::unique_ptr<Strand>();
                             return std::unique_ptr<Strand>(std::make_unique<PieceQuestion>(*this, begun_++));
                         }));
        answer_.found = !answer_.sentences.empty();
        if (!answer_.found) {
            const context::Units units(run_.document, all_);
            not_found(run_, QuestionCheck(run_.document, run_.question, units), answer_);
        }
        return {};
    }

private:
    class PieceQuestion : public Question {
    public:
        PieceQuestion(EveryChapter& all, std::size_t index)
            : Question(all.run_, "answer_piece", all.pieces_[index].text,
                       derive(derive(all.run_.options.seed, "piece"), index)),
              all_(all), index_(index)
        {
        }
        void take(Result<infer::Completion> answer) override
        {
            Question::take(std::move(answer));
            all_.put(index_, *this);
        }

    private:
        EveryChapter& all_;
        std::size_t index_;
    };

    // What was said of a piece waits until those before it are there.
    void put(std::size_t index, const Question& question)
    {
        said_[index].text = question.said(answer_);
        said_[index].came = true;
        done_ += static_cast<std::uint64_t>(pieces_[index].tokens);
        if (run_.progress)
            run_.progress({.phase = "reading every chapter", .done = done_, .total = total_, .unit = "tokens"});
        for (; told_ < pieces_.size() && said_[told_].came; ++told_)
            if (said_[told_].text)
                tell(pieces_[told_], *said_[told_].text);
    }

    void tell(const context::Piece& piece, const std::string& text)
    {
        answer_.read.insert(answer_.read.end(), piece.ranges.begin(), piece.ranges.end());
        answer_.used_tokens += piece.tokens;
        if (says_nothing(text))
            return;
        const context::Locator locator(run_.document, piece.ranges);
        for (const Statement& statement : statements_of(text)) {
            auto located = locator.locate(
                {.text = statement.text, .quotation = statement.quotation, .question = run_.question});
            const bool repeated = std::any_of(
                answer_.sentences.begin(), answer_.sentences.end(),
                [&](const auto& other) { return says_the_same(other.text, statement.text); });
            if (located.sources.empty() || repeated)
                continue;
            answer_.text += (answer_.text.empty() ? "- " : "\n- ") + statement.text;
            if (run_.sink)
                run_.sink("- " + statement.text + "\n");
            answer_.sentences.push_back({statement.text, std::move(located.sources)});
        }
    }

    struct Said {
        bool came = false;
        std::optional<std::string> text;
    };

    const AskRun& run_;
    Answer& answer_;
    std::vector<context::Piece> pieces_;
    std::vector<document::TextRange> all_;
    std::vector<Said> said_; // by piece
    std::size_t begun_ = 0, told_ = 0;
    std::uint64_t total_ = 0, done_ = 0; // tokens
};

Answer answer_about_document(const AskRun& run, const context::MapQuestion& question)
{
    const context::MapAnswer map = context::answer_from_map(run.document, question, run.language);
    Answer answer{.question = run.question, .text = map.text, .found = map.found,
                  .strategy = Strategy::document_map};
    library::AnswerSentence sentence{map.text, {}};
    for (const document::TextRange& range : map.ranges)
        sentence.sources.push_back(context::source_of(run.document, range));
    answer.sentences.push_back(std::move(sentence));
    answer.read = map.ranges;
    if (run.sink)
        run.sink(map.text);
    return answer;
}

std::vector<document::TextRange> whole_text(const document::Document& document)
{
    std::vector<document::TextRange> ranges;
    for (std::uint32_t c = 0; c < document.chapters.size(); ++c) {
        const auto more = context::ranges_of(document, c);
        ranges.insert(ranges.end(), more.begin(), more.end());
    }
    return ranges;
}

// The whole text as one piece; nothing when it exceeds the budget.
std::optional<context::Piece> whole_piece(const AskRun& run, std::int64_t budget, std::int64_t& tokens)
{
    context::Piece piece;
    piece.ranges = whole_text(run.document);
    for (const document::TextRange& range : piece.ranges) {
        const std::string_view text = document::text_of(run.document, range);
        piece.tokens += run.generator.count_tokens(text).tokens + 2;
        piece.text += (piece.text.empty() ? "" : "\n\n") + std::string(text);
    }
    tokens = piece.tokens;
    if (piece.tokens > budget)
        return std::nullopt;
    return piece;
}

std::string language_of(const AskOptions& options, const std::string& question,
                        const document::Document& document)
{
    if (!options.language.empty())
        return options.language;
    if (std::string detected = document::detect_language(question); !detected.empty())
        return detected;
    return document.language.empty() ? "en" : document.language;
}

}  // namespace

Result<Answer> ask(const document::Document& document, context::PassageFinder& finder,
                   const std::string& question, const AskOptions& options, const Prompts& prompts,
                   infer::Generator& generator, const AnswerSink& sink, std::stop_token stop,
                   const ProgressSink& progress)
{
    if (utf8::trim(question).empty())
        return Error{ErrorKind::invalid, "the question is empty"};
    TRY(context::ensure_text(document));
    const AskRun run{document, question,  options, prompts,  generator,
                     sink,     stop,      progress, language_of(options, question, document)};
    if (options.about.empty() &&
        (options.strategy == Strategy::automatic || options.strategy == Strategy::document_map))
        if (const auto about = context::recognise_map_question(question))
            return answer_about_document(run, *about);

    const std::int64_t rest = generator.count_tokens(prompt_frame(run, "answer")).tokens + 64;
    std::int64_t budget = context::text_budget(generator, kAnswerTokens, rest);
    if (options.strategy == Strategy::whole)  // at a person's word, beyond what was measured too
        budget = generator.context_length() - kAnswerTokens - rest;
    if (options.budget_tokens > 0)
        budget = std::min(budget, options.budget_tokens);
    if (budget < 128)
        return Error{ErrorKind::invalid,
                     "the context of " + std::to_string(generator.context_length()) +
                         " tokens leaves no room for text; open the model with a longer one"};
    Answer answer{.question = question, .budget_tokens = budget, .model = generator.model_name()};
    answer.about = options.about;
    answer.follow_up = !options.history.empty();
    std::int64_t tokens = 0;
    Strategy strategy = options.strategy;
    if (strategy == Strategy::automatic || strategy == Strategy::whole ||
        strategy == Strategy::document_map) {
        if (const auto whole = whole_piece(run, budget, tokens)) {
            answer.strategy = Strategy::whole;
            TRY(answer_from(run, *whole, answer));
            return answer;
        }
        if (strategy == Strategy::whole)
            return Error{ErrorKind::invalid,
                         "the whole text has " + std::to_string(tokens) + " tokens and " +
                             std::to_string(budget) + " fit; ask with passages or every-chapter"};
        strategy = asks_for_everything(question) ? Strategy::every_chapter : Strategy::passages;
    }
    answer.strategy = strategy;
    if (strategy == Strategy::every_chapter) {
        TRY(EveryChapter(run, budget, answer).read());
        return answer;
    }
    TRY(const context::Piece piece,
        gather_passages(run, finder, std::min(budget, context::kPieceTokens)));
    TRY(answer_from(run, piece, answer));
    return answer;
}

}  // namespace longhand::tasks
