// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tasks/ask_prompt.h"

#include "app/context/units.h"
#include "app/context/words.h"
#include "app/tasks/languages.h"
#include "engine/base/utf8.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace longhand::tasks {
namespace {

constexpr std::uint32_t kHits = 60;
constexpr std::size_t kRemembered = 2;  // earlier questions that a prompt repeats
constexpr std::size_t kMostAnswerBytes = 600;  // of an earlier answer
constexpr std::size_t kMostAboutBytes = 1500;  // of the passage a question is about

std::string lower(std::string_view text)
{
    std::string lowered(text);
    for (char& sign : lowered)
        if (sign >= 'A' && sign <= 'Z')
            sign = static_cast<char>(sign + 32);
    return lowered;
}

template <std::size_t N>
bool contains_any(const std::string& text, const std::array<std::string_view, N>& phrases)
{
    return std::any_of(phrases.begin(), phrases.end(), [&](std::string_view phrase) {
        return text.find(phrase) != std::string::npos;
    });
}

std::string clipped(const std::string& text, std::size_t most)
{
    if (text.size() <= most)
        return text;
    return text.substr(0, utf8::floor_boundary(text, most)) + "…";
}

// The newest questions, as many as stay below a quarter of the window: the text of the book must
// never have to make room for talk about it.
std::string history_of(const AskRun& run)
{
    const auto& history = run.options.history;
    const std::int64_t most = context::text_budget(run.generator, kAnswerTokens, 0) / 4;
    std::string text;
    for (std::size_t i = history.size(); i > 0 && history.size() - i < kRemembered; --i) {
        const library::Answer& turn = history[i - 1];
        std::string longer =
            run.prompts.fill("answer_history", {{"question", clipped(turn.question, kMostAnswerBytes)},
                                                {"answer", clipped(turn.text, kMostAnswerBytes)}}) +
            text;
        if (run.generator.count_tokens(longer).tokens > most)
            break;
        text = std::move(longer);
    }
    return text;
}

std::string about_of(const AskRun& run)
{
    if (run.options.about.empty())
        return {};
    const std::string& quote = run.options.about.front().quote;
    return run.prompts.fill("answer_about", {{"passage", clipped(quote, kMostAboutBytes)}});
}

using Place = std::pair<std::uint32_t, std::uint32_t>;  // chapter, paragraph

class Passages {
public:
    Passages(const AskRun& run, std::int64_t budget) : run_(run), budget_(budget) {}

    // False: no room for it.
    bool add(const Place& place)
    {
        if (!exists(place) || chosen_.contains(place))
            return true;
        const std::string& text = paragraph(place).text;
        const auto end = static_cast<std::uint32_t>(text.size());
        return take(place, {place.first, place.second, 0, end}, tokens_of(text));
    }

    // The sentences around the one that shares most with the question, as many as there is room
    // for: of a paragraph that is too long to be read whole.
    bool add_part(const Place& place)
    {
        if (!exists(place) || chosen_.contains(place))
            return true;
        const std::string& text = paragraph(place).text;
        const document::TextRange whole{place.first, place.second, 0,
                                        static_cast<std::uint32_t>(text.size())};
        const auto sentences = context::sentence_ranges(run_.document, whole);
        if (sentences.empty())
            return true;
        std::size_t first = best_of(sentences), last = first;
        const auto range = [&](std::size_t from, std::size_t to) {
            return document::TextRange{place.first, place.second, sentences[from].begin,
                                       sentences[to].end};
        };
        const auto fits = [&](std::size_t from, std::size_t to) {
            return used_ + tokens_of(document::text_of(run_.document, range(from, to))) <= budget_;
        };
        if (!fits(first, last))
            return false;
        for (bool grown = true; grown;) {
            grown = false;
            if (last + 1 < sentences.size() && fits(first, last + 1)) {
                ++last;
                grown = true;
            }
            if (first > 0 && fits(first - 1, last)) {
                --first;
                grown = true;
            }
        }
        return take(place, range(first, last),
                    tokens_of(document::text_of(run_.document, range(first, last))));
    }

    [[nodiscard]] std::int64_t used() const { return used_; }
    [[nodiscard]] bool has(const Place& place) const { return chosen_.contains(place); }
    [[nodiscard]] const std::map<Place, document::TextRange>& chosen() const { return chosen_; }

private:
    [[nodiscard]] bool exists(const Place& place) const
    {
        const auto& chapters = run_.document.chapters;
        return place.first < chapters.size() &&
               place.second < chapters[place.first].paragraphs.size();
    }
    [[nodiscard]] const document::Paragraph& paragraph(const Place& place) const
    {
        return run_.document.chapters[place.first].paragraphs[place.second];
    }
    [[nodiscard]] std::int64_t tokens_of(std::string_view text) const
    {
        return run_.generator.count_tokens(text).tokens + 4;
    }
    bool take(const Place& place, const document::TextRange& range, std::int64_t tokens)
    {
        if (used_ + tokens > budget_)
            return false;
        used_ += tokens;
        chosen_.emplace(place, range);
        return true;
    }
    [[nodiscard]] std::size_t best_of(const std::vector<document::TextRange>& sentences) const
    {
        std::set<std::string> asked;
        for (const context::Word& word : context::content_words(run_.question))
            asked.insert(word.stem);
        std::size_t best = 0, most = 0;
        for (std::size_t i = 0; i < sentences.size(); ++i) {
            std::size_t shared = 0;
            for (const context::Word& word :
                 context::content_words(document::text_of(run_.document, sentences[i])))
                shared += asked.contains(word.stem) ? 1U : 0U;
            if (shared > most) {
                most = shared;
                best = i;
            }
        }
        return best;
    }

    const AskRun& run_;
    std::int64_t budget_;
    std::int64_t used_ = 0;
    std::map<Place, document::TextRange> chosen_;
};

}  // namespace

bool asks_for_everything(std::string_view question)
{
    static constexpr std::array<std::string_view, 26> kPhrases = {
        "list all", "list every", "list the", "name all", "name every", "all the", "every ",
        "each chapter", "how many times", "how often", "throughout", "complete list", "in total",
        "nenne alle", "liste alle", "alle ", "jedes ", "jeder ", "énumère", "tous les", "toutes les",
        "列出", "所有", "全部", "每一", "哪些"};
    return contains_any(lower(question), kPhrases);
}

bool says_nothing(std::string_view answer)
{
    static constexpr std::array<std::string_view, 30> kPhrases = {
        "not in the text", "does not say", "doesn't say", "does not mention", "doesn't mention",
        "does not state", "does not provide", "doesn't provide", "does not specify",
        "does not contain", "not mentioned", "no information", "not specified", "not provided",
        "not stated", "cannot be determined", "can't be determined", "no mention",
        "text provided does not", "没有提到", "未提及", "没有说明", "没有提及", "未说明", "沒有提到",
        "nicht erwähnt", "sagt nichts", "keine angabe", "ne dit pas", "pas mentionné"};
    const std::string lowered = lower(answer);
    const auto sentences = document::sentences(lowered);
    if (sentences.empty())
        return true;
    const auto& [begin, end] = sentences.front();
    return contains_any(lowered.substr(begin, end - begin), kPhrases);
}

std::string query_of(const std::string& question, const std::vector<library::Answer>& history)
{
    const auto joined = [](const std::string& text) {
        std::string words;
        for (const context::Word& word : context::words_of(text))
            if (!word.common)
                words += text.substr(word.begin, word.end - word.begin) + " ";
        return words;
    };
    std::string query = joined(question);
    constexpr std::size_t kFewWords = 3;
    if (!history.empty() && context::content_words(question).size() <= kFewWords)
        query += joined(history.back().question);
    return utf8::trim(query).empty() ? question : query;
}

std::string prompt_with(const AskRun& run, const std::string& name, const std::string& text)
{
    return run.prompts.fill(name, {{"book", run.document.title},
                                   {"text", text},
                                   {"history", history_of(run)},
                                   {"about", about_of(run)},
                                   {"question", run.question},
                                   {"language", language_name(run.language)}});
}

std::string prompt_frame(const AskRun& run, const std::string& name)
{
    return run.prompts.fill("answer_system", {}) + prompt_with(run, name, "");
}

Result<context::Piece> gather_passages(const AskRun& run, context::PassageFinder& finder,
                                       std::int64_t budget)
{
    std::string query = query_of(run.question, run.options.history);
    for (const library::Source& about : run.options.about)
        query += " " + clipped(about.quote, kMostAnswerBytes);
    TRY(std::vector<context::Passage> hits, finder.find(query, kHits));
    for (const library::Source& about : run.options.about)
        hits.insert(hits.begin(), context::Passage{about.range, 0.0});
    Passages passages(run, budget);
    // First what was found, then its neighbours as far as there is room: a long run of context
    // must not push out the third best passage.
    std::size_t taken = 0;
    for (const context::Passage& hit : hits) {
        if (passages.used() * 3 > budget * 2 && taken >= 3)
            break;
        const Place place{hit.range.chapter, hit.range.paragraph};
        if (passages.add(place) || (passages.used() * 2 < budget && passages.add_part(place)))
            ++taken;
    }
    for (const context::Passage& hit : hits) {
        const Place place{hit.range.chapter, hit.range.paragraph};
        if (!passages.has(place))
            continue;
        if (!passages.add({place.first, place.second + 1}) ||
            (place.second > 0 && !passages.add({place.first, place.second - 1})))
            break;
    }
    context::Piece piece;
    std::uint32_t chapter = UINT32_MAX;
    for (const auto& [place, range] : passages.chosen()) {
        const auto& source = run.document.chapters[place.first];
        const std::string_view text = document::text_of(run.document, range);
        if (text.empty())
            continue;
        if (!piece.text.empty())
            piece.text += "\n\n";
        if (place.first != chapter && !source.title.empty() && source.title != text)
            piece.text += "[" + source.title + "]\n";
        chapter = place.first;
        piece.text += text;
        piece.ranges.push_back(range);
    }
    piece.tokens = passages.used();
    return piece;
}

}  // namespace longhand::tasks
