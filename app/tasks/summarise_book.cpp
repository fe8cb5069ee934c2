// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/context/pieces.h"
#include "app/tasks/summarise_parts.h"

#include <algorithm>
#include <set>
#include <utility>

namespace longhand::tasks {
namespace {

using Chapters = std::vector<const library::ChapterSummary*>;

// What stands for the book: its body, not its imprint, unless there is nothing else.
Chapters telling_chapters(const document::Document& document, const library::Summary& summary)
{
    Chapters body, all;
    for (const library::ChapterSummary& chapter : summary.chapters) {
        all.push_back(&chapter);
        if (document.chapters[chapter.chapter].role == document::ChapterRole::body)
            body.push_back(&chapter);
    }
    return body.empty() ? all : body;
}

// The paragraphs that the chapters' points stand on: a point of the book must be found there.
std::vector<document::TextRange> grounds(const document::Document& document,
                                         const Chapters& chapters)
{
    std::set<std::pair<std::uint32_t, std::uint32_t>> paragraphs;
    for (const library::ChapterSummary* chapter : chapters)
        for (const library::Point& point : chapter->points)
            for (const library::Source& source : point.sources)
                paragraphs.emplace(source.range.chapter, source.range.paragraph);
    std::vector<document::TextRange> ranges;
    for (const auto& [chapter, paragraph] : paragraphs)
        ranges.push_back({chapter, paragraph, 0,
                          static_cast<std::uint32_t>(
                              document.chapters[chapter].paragraphs[paragraph].text.size())});
    return ranges;
}

// The chapters' points as a text within the budget: the first of every chapter before the second
// of any.
std::string list_of_points(const SummaryRun& run, const Chapters& chapters, std::int64_t budget)
{
    std::vector<std::vector<std::string>> lines(chapters.size());
    std::int64_t used = 0;
    for (std::size_t c = 0; c < chapters.size(); ++c)
        used += run.generator.count_tokens(chapters[c]->title).tokens + 3;
    for (std::size_t depth = 0; used < budget; ++depth) {
        bool any = false;
        for (std::size_t c = 0; c < chapters.size(); ++c) {
            const auto& points = chapters[c]->points;
            if (depth >= points.size())
                continue;
            any = true;
            const std::int64_t tokens = run.generator.count_tokens(points[depth].text).tokens + 3;
            if (used + tokens > budget)
                continue;
            used += tokens;
            lines[c].push_back(points[depth].text);
        }
        if (!any)
            break;
    }
    std::string list;
    for (std::size_t c = 0; c < lines.size(); ++c) {
        if (lines[c].empty())
            continue;
        list += (list.empty() ? "" : "\n") + chapters[c]->title + "\n";
        for (const std::string& line : lines[c])
            list += "- " + line + "\n";
    }
    return list;
}

// The points of the book stand on the chapters': the source is found by what the chapters say,
// when the model's own words are not close enough to the text.
Checked check_against_chapters(const std::vector<Statement>& statements,
                               const Chapters& chapters, const context::Locator& locator)
{
    Checked checked = check_statements(statements, locator);
    std::vector<std::string> still;
    for (std::string& text : checked.unlocated) {
        const library::Point* same = nullptr;
        for (const library::ChapterSummary* chapter : chapters)
            for (const library::Point& point : chapter->points)
                if (same == nullptr && says_the_same(text, point.text))
                    same = &point;
        if (same == nullptr) {
            still.push_back(std::move(text));
            continue;
        }
        // its own words are not proved: the chapter's are what is kept
        checked.points.push_back(*same);
        checked.support.push_back(0.5);
    }
    checked.unlocated = std::move(still);
    return checked;
}

// The first point of every chapter, evenly over the book.
std::vector<library::Point> first_points(const Chapters& chapters, std::size_t count)
{
    std::vector<library::Point> points;
    const std::size_t wanted = std::min(count, chapters.size());
    for (std::size_t i = 0; i < wanted; ++i) {
        const library::ChapterSummary& chapter = *chapters[i * chapters.size() / wanted];
        if (!chapter.points.empty())
            points.push_back(chapter.points.front());
    }
    return points;
}

// The one question about the whole.
class BookStrand : public Strand {
public:
    explicit BookStrand(infer::Request request) : request_(std::move(request)) {}
    Result<std::optional<infer::Request>> next() override { return std::exchange(request_, std::nullopt); }
    void take(Result<infer::Completion> answer) override
    {
        if (answer.ok())
            answer_ = std::move(*answer);
    }
    [[nodiscard]] const infer::Completion& answer() const { return answer_; }

private:
    std::optional<infer::Request> request_;
    infer::Completion answer_;
};

}  // namespace

Result<void> summarise_book(const SummaryRun& run, library::Summary& summary)
{
    if (summary.chapters.empty())
        return {};
    if (summary.chapters.size() == 1) {
        summary.book = summary.chapters.front().points;
        return {};
    }
    const std::int64_t budget = std::min(
        context::kPieceTokens, context::text_budget(run.generator, kSummaryTokens, 256));
    const Chapters chapters = telling_chapters(run.document, summary);
    auto places = run.places(run.points_of_book());
    places["text"] = list_of_points(run, chapters, budget);
    const std::string prompt =
        run.prompts.fill(run.foreign ? "summarise_book_quoting" : "summarise_book", places);
    BookStrand strand(request_for_points(run, prompt, derive(run.options.seed, "book"), 0));
    const auto asked = run_alone({run.generator, run.stop, {}, run.sink.pause_wanted, run.sink.pause}, strand);
    if (!asked.ok() && (asked.error().kind == ErrorKind::cancelled ||
                        asked.error().kind == ErrorKind::unreadable))
        return asked.error();
    summary.book_answered = asked.ok();
    const Reply reply = reply_of(strand.answer());
    const context::Locator locator(run.document, grounds(run.document, chapters));
    std::vector<std::string> titles = {run.document.title};
    for (const library::ChapterSummary& chapter : summary.chapters)
        titles.push_back(chapter.title);
    Checked checked = check_against_chapters(worth_saying(statements_of(reply.text), titles),
                                             chapters, locator);
    summary.book = choose_points(checked, run.points_of_book());
    summary.book_unlocated = std::move(checked.unlocated);
    if (summary.book.empty())
        summary.book = first_points(chapters, run.points_of_book());
    return {};
}

}  // namespace longhand::tasks
