// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tasks/languages.h"
#include "app/tasks/terms.h"
#include "app/tasks/translate_segment.h"
#include "engine/base/utf8.h"

#include <algorithm>
#include <chrono>

namespace longhand::tasks {
namespace {

constexpr std::size_t kSegments = 3;

struct Candidate {
    std::uint32_t chapter, index;
    const document::Paragraph* paragraph;
};

// Plain paragraphs of the usual size, one from each third of the book.
std::vector<Candidate> choose(const document::Document& document)
{
    std::vector<Candidate> usual;
    std::vector<Candidate> any;
    for (std::uint32_t c = 0; c < document.chapters.size(); ++c) {
        const auto& paragraphs = document.chapters[c].paragraphs;
        for (std::uint32_t p = 0; p < paragraphs.size(); ++p) {
            const std::size_t words = utf8::count_words(paragraphs[p].text);
            if (paragraphs[p].kind != document::ParagraphKind::body || words < 4)
                continue;
            any.push_back({c, p, &paragraphs[p]});
            if (words >= 12 && words <= 90)
                usual.push_back(any.back());
        }
    }
    const std::vector<Candidate>& from = usual.size() >= kSegments ? usual : any;
    std::vector<Candidate> chosen;
    const std::size_t wanted = std::min(kSegments, from.size());
    for (std::size_t i = 0; i < wanted; ++i)
        chosen.push_back(from[(2 * i + 1) * from.size() / (2 * wanted)]);
    return chosen;
}

std::string sentence_for(const std::string& warning, const std::string& to)
{
    if (warning == "untranslated")
        return "did not come back in " + to;
    if (warning == "repetition")
        return "ended in endless repetition";
    if (warning == "empty")
        return "came back empty";
    if (warning == "refusal")
        return "was refused";
    if (warning == "cut_short")
        return "did not come to an end";
    if (warning == kUnanswered)
        return "was not answered";
    return "came back much too short or too long";
}

}  // namespace

Result<Probe> probe_translation(const document::Document& document, const TranslateOptions& options,
                                const Prompts& prompts, infer::Generator& generator,
                                std::stop_token stop)
{
    TranslateRun run{document, options, prompts, generator, stop,
                     options.from.empty() ? document.language : options.from, options.to,
                     acting_terms(options)};
    if (run.from.empty() || run.to.empty())
        return Error{ErrorKind::invalid, "the languages of the translation are not known"};
    Probe probe;
    const auto begin = std::chrono::steady_clock::now();
    std::int64_t tokens = 0;
    std::size_t good = 0;
    std::string what;
    std::vector<SegmentRequest> requests;
    for (const Candidate& candidate : choose(document)) {
        requests.push_back({candidate.chapter, candidate.index, candidate.paragraph, {}, 1});
        tokens += generator.count_tokens(candidate.paragraph->text).tokens;
    }
    TRY(probe.segments, translate_segments(run, requests, {}));
    for (const library::Segment& segment : probe.segments) {
        if (segment.status != library::SegmentStatus::failed)
            ++good;
        else if (what.empty() && !segment.warnings.empty())
            what = sentence_for(segment.warnings.front(), language_name(run.to));
    }
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    probe.seconds_per_source_token = tokens > 0 ? seconds / static_cast<double>(tokens) : 0.0;
    const std::size_t tried = probe.segments.size();
    probe.able = tried == 0 || good * 3 >= tried * 2;
    if (!probe.able)
        probe.reason = std::to_string(tried - good) + " of " + std::to_string(tried) +
                       " passages of this book could not be translated from " +
                       language_name(run.from) + " into " + language_name(run.to) +
                       " with the loaded model: one " + what + ".";
    else
        probe.reason = std::to_string(good) + " of " + std::to_string(tried) +
                       " passages of this book came out well.";
    return probe;
}

}  // namespace longhand::tasks
