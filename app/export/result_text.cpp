// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/result_text.h"

#include <algorithm>

namespace longhand::exporting {
namespace {

// One line of a quotation: line ends of the book are not those of the note.
std::string one_line(const std::string& text)
{
    std::string line;
    for (const char sign : text) {
        const bool blank = sign == '\n' || sign == '\r' || sign == '\t' || sign == ' ';
        if (!blank)
            line += sign;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    while (line.ends_with(' '))
        line.pop_back();
    return line;
}

class Builder {
public:
    Builder(const document::Document& document, const BookFacts& book, const std::string& language)
        : document_(document)
    {
        text_.title = book.title;
        text_.authors = book.authors;
        text_.language = language;
    }

    const ExportWords& words() const { return text_.words(); }

    void block(ResultKind kind, const std::string& text)
    {
        runs(kind, {ResultRun{one_line(text), {}}});
    }
    void runs(ResultKind kind, std::vector<ResultRun> runs)
    {
        if (!runs.empty())
            text_.blocks.push_back({kind, std::move(runs)});
    }

    std::vector<std::size_t> notes(const std::vector<library::Source>& sources)
    {
        std::vector<std::size_t> numbers;
        for (const library::Source& source : sources) {
            const auto same = std::find_if(
                text_.notes.begin(), text_.notes.end(),
                [&](const ResultNote& note) { return note.range == source.range; });
            std::size_t number = static_cast<std::size_t>(same - text_.notes.begin()) + 1;
            if (same == text_.notes.end())
                text_.notes.push_back({place(source), one_line(source.quote), source.range});
            if (std::find(numbers.begin(), numbers.end(), number) == numbers.end())
                numbers.push_back(number);
        }
        return numbers;
    }

    // The book's title, then who wrote it and what this is.
    void head(const BookFacts& book, std::string_view what, const std::string& focus)
    {
        block(ResultKind::title, book.title);
        std::string facts;
        for (const std::string& author : book.authors)
            facts += (facts.empty() ? "" : ", ") + author;
        facts += (facts.empty() ? "" : " · ") + std::string(what);
        if (!focus.empty())
            facts += " · " + filled(words().focus, {one_line(focus)});
        block(ResultKind::facts, facts);
    }

    void points(const std::vector<library::Point>& points, const std::vector<std::string>& unlocated)
    {
        for (const library::Point& point : points)
            runs(ResultKind::bullet,
                 {ResultRun{one_line(point.text), notes(point.sources), point.sources.empty()}});
        if (unlocated.size() == 1)
            block(ResultKind::facts, std::string(words().unlocated_one));
        else if (!unlocated.empty())
            block(ResultKind::facts,
                  filled(words().unlocated_many, {std::to_string(unlocated.size())}));
    }

    // "The Island, p. 12", or the paragraph where there are no pages.
    std::string place(const library::Source& source) const
    {
        const std::uint32_t chapter = source.range.chapter;
        std::string name = chapter < document_.chapters.size() ? document_.chapters[chapter].title
                                                               : std::string();
        if (name.empty())
            name = filled(words().chapter, {std::to_string(chapter + 1)});
        const std::string page =
            !source.page_label.empty() ? source.page_label
                                       : source.page != 0 ? std::to_string(source.page) : std::string();
        const std::string where =
            page.empty() ? filled(words().paragraph, {std::to_string(source.range.paragraph + 1)})
                         : filled(words().page, {page});
        return one_line(name) + ", " + where;
    }

    ResultText take() { return std::move(text_); }

private:
    const document::Document& document_;
    ResultText text_;
};

void write_answer(Builder& builder, const library::Answer& answer)
{
    const ExportWords& words = builder.words();
    builder.block(ResultKind::heading, answer.question);
    for (const library::Source& about : answer.about) {
        builder.block(ResultKind::facts, std::string(words.about));
        builder.block(ResultKind::quotation, about.quote);
    }
    if (!answer.found) {
        builder.block(ResultKind::notice, answer.text.empty() ? std::string(words.does_not_say) : answer.text);
        if (!answer.closest.empty())
            builder.block(ResultKind::facts, std::string(words.closest));
        for (const library::Source& source : answer.closest)
            builder.runs(ResultKind::quotation,
                         {ResultRun{one_line(source.quote), builder.notes({source})}});
        return;
    }
    // From the book's own facts: nothing of it is the model's, with or without a place.
    const bool facts = answer.strategy == library::Strategy::document_map;
    std::vector<ResultRun> runs;
    for (const library::AnswerSentence& sentence : answer.sentences)
        runs.push_back({one_line(sentence.text), builder.notes(sentence.sources),
                        sentence.sources.empty() && !facts});
    if (runs.empty())
        runs.push_back({one_line(answer.text)});
    if (answer.strategy == library::Strategy::every_chapter)
        for (ResultRun& run : runs)
            builder.runs(ResultKind::bullet, {std::move(run)});
    else
        builder.runs(ResultKind::body, std::move(runs));
}

}  // namespace

ResultText text_of_summary(const document::Document& document, const BookFacts& book,
                           const library::Summary& summary)
{
    Builder builder(document, book, summary.language.empty() ? document.language : summary.language);
    const ExportWords& words = builder.words();
    builder.head(book, words.summary, summary.focus);
    if (!summary.book.empty())
        builder.block(ResultKind::heading, std::string(words.book));
    builder.points(summary.book, summary.book_unlocated);
    std::uint64_t steps = 0;
    for (const library::ChapterSummary& chapter : summary.chapters) {
        steps += chapter.steps;
        builder.block(ResultKind::heading, chapter.title.empty()
                                               ? filled(words.chapter, {std::to_string(chapter.chapter + 1)})
                                               : chapter.title);
        if (chapter.origin == library::PointOrigin::extract)
            builder.block(ResultKind::facts, std::string(words.own_sentences));
        builder.points(chapter.points, chapter.unlocated);
    }
    const library::Coverage& coverage = summary.coverage;
    std::string made = filled(words.coverage, {std::to_string(coverage.words_read),
                                               std::to_string(coverage.words_total),
                                               std::to_string(coverage.chapters)});
    if (coverage.truncated > 0)
        made += std::string(words.end) +
                filled(words.truncated, {std::to_string(coverage.truncated)});
    if (steps > 0)
        made += std::string(words.end) +
                filled(words.steps, {std::to_string(steps), std::to_string(summary.step_tokens)});
    if (!summary.model.empty())
        made += std::string(words.end) + filled(words.made_with, {summary.model});
    builder.block(ResultKind::facts, made);
    return builder.take();
}

ResultText text_of_answers(const document::Document& document, const BookFacts& book,
                           const std::vector<library::Answer>& answers)
{
    Builder builder(document, book, document.language);
    builder.head(book, builder.words().conversation, {});
    for (const library::Answer& answer : answers)
        write_answer(builder, answer);
    std::string model;
    for (const library::Answer& answer : answers)
        if (!answer.model.empty())
            model = answer.model;
    if (!model.empty())
        builder.block(ResultKind::facts, filled(builder.words().made_with, {model}));
    return builder.take();
}

}  // namespace longhand::exporting
