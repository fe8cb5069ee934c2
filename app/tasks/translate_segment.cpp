// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tasks/translate_segment.h"

#include "app/tasks/inline_tags.h"
#include "app/tasks/languages.h"
#include "app/tasks/terms.h"
#include "app/tasks/translation_checks.h"
#include "engine/base/utf8.h"

#include <algorithm>

namespace longhand::tasks {
namespace {

using library::Segment;
using library::SegmentStatus;

constexpr std::int64_t kPartTokens = 400;  // longer paragraphs go in parts of whole sentences
constexpr std::int64_t kSpareTokens = 128;  // of the template around a prompt

struct Attempt {
    std::string text;  // with tags
    TranslationVerdict verdict;
};

class SegmentWork {
public:
    SegmentWork(const TranslateRun& run, const SegmentRequest& request,
                const std::function<void(std::string_view)>& text, const ProgressSink& progress)
        : run_(run), request_(request), text_(text), progress_(progress),
          tagged_(tag_spans(request.paragraph->text, request.paragraph->spans)),
          seed_(derive(derive(derive(run.options.seed, "segment"), request.chapter), request.index))
    {
    }

    Result<Segment> work()
    {
        Segment segment{.chapter = request_.chapter, .index = request_.index,
                        .source = request_.paragraph->text};
        for (int rung = 0; rung < request_.attempts; ++rung) {
            if (rung == 2 && document::sentences(tagged_.text).size() < 2)
                break;
            segment.attempts = rung + 1;
            TRY(const Attempt attempt, translate_all(rung));
            segment.warnings = attempt.verdict.warnings;
            if (!attempt.verdict.usable)
                continue;
            Untagged plain = untag(attempt.text, tagged_);
            if (!plain.complete)
                segment.warnings.emplace_back("spans");
            segment.target = std::move(plain.text);
            segment.spans = std::move(plain.spans);
            segment.status = segment.warnings.empty() ? SegmentStatus::done : SegmentStatus::warned;
            return segment;
        }
        segment.status = SegmentStatus::failed;
        return segment;
    }

private:
    [[nodiscard]] std::int64_t count(std::string_view text) const
    {
        return run_.generator.count_tokens(text).tokens;
    }

    // Whole sentences together up to a size; on the third rung every sentence alone.
    [[nodiscard]] std::vector<std::string> parts(int rung) const
    {
        const std::int64_t most = std::min(
            kPartTokens, std::max<std::int64_t>(32, (run_.generator.context_length() - kSpareTokens) / 5));
        if (rung < 2 && count(tagged_.text) <= most)
            return {tagged_.text};
        std::vector<std::string> all;
        std::int64_t used = 0;
        for (const auto& [begin, end] : document::sentences(tagged_.text)) {
            const std::string sentence = tagged_.text.substr(begin, end - begin);
            const std::int64_t tokens = count(sentence);
            if (all.empty() || rung == 2 || used + tokens > most) {
                all.push_back(sentence);
                used = tokens;
            } else {
                all.back() += tagged_.text.substr(begin - 1, 1) == " " ? " " + sentence : sentence;
                used += tokens;
            }
        }
        return all;
    }

    Result<Attempt> translate_all(int rung)
    {
        const std::vector<std::string> all = parts(rung);
        const std::string to = primary_language(run_.to);
        const std::string between = to == "zh" || to == "ja" ? "" : " ";
        Attempt whole;
        EarlierPairs earlier = rung == 0 ? request_.earlier : EarlierPairs();
        for (std::size_t i = 0; i < all.size(); ++i) {
            TRY(const Attempt part, translate_part(all[i], earlier, rung, i));
            whole.text += (i == 0 ? "" : between) + part.text;
            for (const std::string& warning : part.verdict.warnings)
                if (std::find(whole.verdict.warnings.begin(), whole.verdict.warnings.end(), warning) ==
                    whole.verdict.warnings.end())
                    whole.verdict.warnings.push_back(warning);
            if (!part.verdict.usable) {
                whole.verdict.usable = false;
                return whole;
            }
            if (rung == 0 && all.size() > 1) {
                earlier.emplace_back(all[i], part.text);
                if (earlier.size() > 2)
                    earlier.pop_front();
            }
        }
        return whole;
    }

    Result<Attempt> translate_part(const std::string& source, const EarlierPairs& earlier, int rung,
                                   std::size_t part)
    {
        infer::Request request = request_for(source, earlier, rung);
        request.seed = derive(derive(seed_, static_cast<std::uint64_t>(rung)), part);
        TRY(const infer::Completion completion,
            infer::generate_one(run_.generator, request, text_, run_.stop, progress_));
        if (completion.finish == infer::Finish::cancelled)
            return Error{ErrorKind::cancelled, "the translation was stopped"};
        Attempt attempt{.text = clean_translation(completion.text, source)};
        const std::string plain_source = without_tags(source);
        const std::string plain_target = without_tags(attempt.text);
        if (has_words(plain_source))
            attempt.verdict = check_translation({plain_source, plain_target, run_.from, run_.to,
                                                 completion.finish});
        else
            attempt.text = source;
        return attempt;
    }

    // Renderings of the terms that occur in this very text; gender and address of the people
    // always, because a passage of pronouns names nobody; a person's wish for this paragraph.
    [[nodiscard]] std::string guidance(const std::string& source) const
    {
        constexpr std::size_t kMostPeople = 40;
        std::string renderings, people;
        std::size_t listed = 0;
        for (const library::Term& term : run_.terms) {
            if (!term.target.empty() && occurs(term, source))
                renderings += "\n" + term.source + " = " + term.target +
                              (term.note.empty() ? "" : " (" + term.note + ")");
            const std::string_view gender = to_string(term.gender);
            if (term.kind != library::TermKind::character ||
                (gender.empty() && term.address.empty()) || ++listed > kMostPeople)
                continue;
            people += "\n" + term.source + ": " + std::string(gender) +
                      (gender.empty() || term.address.empty() ? "" : ", ") +
                      (term.address.empty() ? "" : "addressed " + term.address);
        }
        std::string text;
        if (!renderings.empty())
            text += run_.prompts.fill("translate_glossary", {{"terms", renderings}});
        if (!people.empty())
            text += run_.prompts.fill("translate_people", {{"people", people}});
        if (!run_.options.instruction.empty())
            text += run_.prompts.fill("translate_instruction",
                                      {{"instruction", run_.options.instruction}});
        return text;
    }

    [[nodiscard]] std::string user_prompt(const std::string& source) const
    {
        return run_.prompts.fill("translate", {{"from", language_name(run_.from)},
                                               {"to", language_name(run_.to)},
                                               {"text", source}});
    }

    [[nodiscard]] infer::Request request_for(const std::string& source, const EarlierPairs& earlier,
                                             int rung) const
    {
        infer::Request request;
        const std::int64_t tokens = count(source);
        request.max_tokens = static_cast<std::int32_t>(std::max<std::int64_t>(48, tokens * 3));
        infer::Chat chat;
        chat.messages.push_back(
            {infer::Role::system,
             run_.prompts.fill("translate_system", {{"from", language_name(run_.from)},
                                                    {"to", language_name(run_.to)},
                                                    {"glossary", guidance(source)}})});
        std::int64_t room = std::min(run_.generator.measured_length(), run_.generator.context_length()) -
                            request.max_tokens - kSpareTokens - tokens -
                            count(chat.messages.front().content) - count(user_prompt(""));
        std::vector<infer::Message> before;
        for (auto pair = earlier.rbegin(); pair != earlier.rend(); ++pair) {
            room -= count(user_prompt(pair->first)) + count(pair->second) + 16;
            if (room < 0)
                break;
            before.push_back({infer::Role::assistant, pair->second});
            before.push_back({infer::Role::user, user_prompt(pair->first)});
        }
        chat.messages.insert(chat.messages.end(), before.rbegin(), before.rend());
        chat.messages.push_back({infer::Role::user, user_prompt(source)});
        request.prompt = std::move(chat);
        // Tags come out whole where the generator can be held to them. Later attempts go without:
        // a model that never says them would otherwise not come to an end.
        if (auto tags = paired_tags(source);
            rung == 0 && !tags.empty() && run_.generator.capabilities().mask)
            request.grammar = infer::TaggedAnswer{std::move(tags)};
        if (rung == 1) {
            request.sampling.temperature = 0.1F;
            request.sampling.top_p = 0.3F;
            request.sampling.frequency_penalty = 0.2F;
        }
        return request;
    }

    const TranslateRun& run_;
    const SegmentRequest& request_;
    const std::function<void(std::string_view)>& text_;
    const ProgressSink& progress_;
    TaggedText tagged_;
    Seed seed_;
};

}  // namespace

Result<Segment> translate_segment(const TranslateRun& run, const SegmentRequest& request,
                                  const std::function<void(std::string_view)>& text,
                                  const ProgressSink& progress)
{
    ENSURE(request.paragraph != nullptr);
    return SegmentWork(run, request, text, progress).work();
}

}  // namespace longhand::tasks
