// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tasks/ask_prompt.h"

#include "app/context/words.h"
#include "app/tasks/languages.h"
#include "engine/base/utf8.h"

#include <algorithm>
#include <array>
#include <set>

namespace longhand::tasks {
namespace {

constexpr std::uint32_t kHits = 60;
constexpr std::size_t kRemembered = 2;  // earlier questions that a prompt repeats

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

std::string history_of(const AskRun& run)
{
    const auto& history = run.options.history;
    std::string text;
    const std::size_t first = history.size() > kRemembered ? history.size() - kRemembered : 0;
    for (std::size_t i = first; i < history.size(); ++i)
        text += run.prompts.fill("answer_history", {{"question", history[i].question},
                                                    {"answer", history[i].text}});
    return text;
}

using Place = std::pair<std::uint32_t, std::uint32_t>;  // chapter, paragraph

struct Paragraphs {
    const AskRun& run;
    std::int64_t budget;
    std::int64_t used = 0;
    std::set<Place> chosen;

    // False: no room for it.
    bool add(const Place& place)
    {
        const auto& chapters = run.document.chapters;
        if (place.first >= chapters.size() ||
            place.second >= chapters[place.first].paragraphs.size() || chosen.contains(place))
            return true;
        const std::string& text = chapters[place.first].paragraphs[place.second].text;
        const std::int64_t tokens = run.generator.count_tokens(text).tokens + 4;
        if (used + tokens > budget)
            return false;
        used += tokens;
        chosen.insert(place);
        return true;
    }
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
    TRY(const std::vector<context::Passage> hits,
        finder.find(query_of(run.question, run.options.history), kHits));
    Paragraphs paragraphs{run, budget};
    // First what was found, then its neighbours as far as there is room: a long run of context
    // must not push out the third best passage.
    std::size_t taken = 0;
    for (const context::Passage& hit : hits) {
        if (paragraphs.used * 3 > budget * 2 && taken >= 3)
            break;
        if (paragraphs.add({hit.range.chapter, hit.range.paragraph}))
            ++taken;
    }
    for (const context::Passage& hit : hits) {
        const Place place{hit.range.chapter, hit.range.paragraph};
        if (!paragraphs.chosen.contains(place))
            continue;
        if (!paragraphs.add({place.first, place.second + 1}) ||
            (place.second > 0 && !paragraphs.add({place.first, place.second - 1})))
            break;
    }
    context::Piece piece;
    std::uint32_t chapter = UINT32_MAX;
    for (const auto& [c, p] : paragraphs.chosen) {
        const auto& source = run.document.chapters[c];
        const std::string& text = source.paragraphs[p].text;
        if (text.empty())
            continue;
        if (!piece.text.empty())
            piece.text += "\n\n";
        if (c != chapter && !source.title.empty() && source.title != text)
            piece.text += "[" + source.title + "]\n";
        chapter = c;
        piece.text += text;
        piece.ranges.push_back({c, p, 0, static_cast<std::uint32_t>(text.size())});
    }
    piece.tokens = paragraphs.used;
    return piece;
}

}  // namespace longhand::tasks
