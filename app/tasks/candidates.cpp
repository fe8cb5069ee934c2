// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tasks/candidates.h"

#include "app/tasks/candidate_finder.h"
#include "app/tasks/languages.h"
#include "engine/base/utf8.h"

#include <algorithm>
#include <array>

namespace longhand::tasks {
namespace {

using library::Term;

std::unique_ptr<CandidateFinder> finder_for(const std::string& language)
{
    if (language == "zh")
        return chinese_candidates();
    if (language == "ja")
        return japanese_candidates();
    static constexpr std::array<std::string_view, 9> kWithoutCapitals = {"ar", "fa", "he", "ur", "ko",
                                                                         "th", "hi", "ka", "bn"};
    if (std::find(kWithoutCapitals.begin(), kWithoutCapitals.end(), language) != kWithoutCapitals.end())
        return nullptr;
    return latin_candidates();
}

// Headings are all capitals in one book and title case in the next: they prove nothing.
bool proves_something(const document::Paragraph& paragraph)
{
    using document::ParagraphKind;
    return paragraph.kind != ParagraphKind::heading && paragraph.kind != ParagraphKind::code &&
           paragraph.kind != ParagraphKind::separator;
}

}  // namespace

std::uint32_t least_count(std::size_t words_of_book)
{
    return words_of_book < 1'500 ? 1 : words_of_book < 15'000 ? 2 : words_of_book < 200'000 ? 3 : 5;
}

std::string sample_around(std::string_view paragraph, std::size_t begin, std::size_t end)
{
    std::size_t from = 0, to = paragraph.size();
    for (const auto& [first, last] : document::sentences(paragraph))
        if (first <= begin && begin < last) {
            from = first;
            to = last;
        }
    if (to - from > kSampleBytes) {
        const std::size_t room = kSampleBytes - std::min(kSampleBytes, end - begin);
        from = utf8::floor_boundary(paragraph, std::max(from, begin - std::min(begin, room / 2)));
        to = utf8::floor_boundary(paragraph, std::min(to, from + kSampleBytes));
    }
    return std::string(utf8::trim(paragraph.substr(from, to - from)));
}

Result<std::vector<Term>> extract_candidates(const document::Document& document,
                                             const std::string& language,
                                             const ProgressSink& progress, std::stop_token stop)
{
    const auto finder = finder_for(primary_language(language));
    if (finder == nullptr)
        return std::vector<Term>();
    std::vector<const document::Paragraph*> paragraphs;
    for (const document::Chapter& chapter : document.chapters)
        if (chapter.role != document::ChapterRole::contents &&
            chapter.role != document::ChapterRole::bibliography &&
            chapter.role != document::ChapterRole::index)
            for (const document::Paragraph& paragraph : chapter.paragraphs)
                if (proves_something(paragraph))
                    paragraphs.push_back(&paragraph);
    for (const bool counting : {false, true})
        for (std::size_t i = 0; i < paragraphs.size(); ++i) {
            if (i % 64 == 0) {
                if (stop.stop_requested())
                    return Error{ErrorKind::cancelled, "the search for names was stopped"};
                if (progress)
                    progress({.phase = "looking for names",
                              .done = (counting ? paragraphs.size() : 0) + i,
                              .total = 2 * paragraphs.size(), .unit = "paragraphs"});
            }
            counting ? finder->count(paragraphs[i]->text) : finder->learn(paragraphs[i]->text);
        }
    std::vector<Term> found = finder->found(document.words());
    std::stable_sort(found.begin(), found.end(), [](const Term& a, const Term& b) {
        return a.kind != b.kind     ? a.kind < b.kind
               : a.count != b.count ? a.count > b.count
                                    : a.source < b.source;
    });
    if (found.size() > kMostCandidates) {
        // of every kind the frequent ones
        std::vector<Term> kept = found;
        std::stable_sort(kept.begin(), kept.end(),
                         [](const Term& a, const Term& b) { return a.count > b.count; });
        const std::uint32_t least = kept[kMostCandidates].count;
        std::erase_if(found, [least](const Term& term) { return term.count <= least; });
    }
    return found;
}

}  // namespace longhand::tasks
