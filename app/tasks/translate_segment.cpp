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

}  // namespace

class SegmentWork::Ladder {
public:
    Ladder(const TranslateRun& run, SegmentRequest request)
        : run_(run), request_(std::move(request)),
          tagged_(tag_spans(request_.paragraph->text, request_.paragraph->spans)),
          seed_(derive(derive(derive(run.options.seed, "segment"), request_.chapter), request_.index)),
          segment_{.chapter = request_.chapter, .index = request_.index, .source = request_.paragraph->text}
    {
        climb(0);
    }

    [[nodiscard]] std::optional<infer::Request> next() const
    {
        if (finished_)
            return std::nullopt;
        infer::Request request = request_for(parts_[part_]);
        request.seed = derive(derive(seed_, static_cast<std::uint64_t>(rung_)), part_);
        return request;
    }

    void take(const Result<infer::Completion>& answer)
    {
        if (!answer.ok()) {
            segment_.warnings = {std::string(kUnanswered)};
            return give_up();
        }
        const std::string& source = parts_[part_];
        const Attempt part = judged(source, *answer);
        const std::string to = primary_language(run_.to);
        whole_.text += (part_ == 0 || to == "zh" || to == "ja" ? "" : " ") + part.text;
        for (const std::string& warning : part.verdict.warnings)
            if (std::find(whole_.verdict.warnings.begin(), whole_.verdict.warnings.end(), warning) ==
                whole_.verdict.warnings.end())
                whole_.verdict.warnings.push_back(warning);
        whole_.verdict.usable = part.verdict.usable;
        if (!part.verdict.usable || ++part_ == parts_.size())
            return end_of_rung();
        if (rung_ == 0) {
            earlier_.emplace_back(source, part.text);
            if (earlier_.size() > 2)
                earlier_.pop_front();
        }
    }

    [[nodiscard]] const Segment& segment() const { return segment_; }

private:
    void climb(int rung)
    {
        rung_ = rung;
        if (rung >= request_.attempts || (rung == 2 && document::sentences(tagged_.text).size() < 2))
            return give_up();
        segment_.attempts = rung + 1;
        parts_ = parts();
        part_ = 0;
        whole_ = {};
        earlier_ = rung == 0 ? request_.earlier : EarlierPairs();
    }

    void give_up()
    {
        segment_.status = SegmentStatus::failed;
        finished_ = true;
    }

    void end_of_rung()
    {
        segment_.warnings = whole_.verdict.warnings;
        if (!whole_.verdict.usable)
            return climb(rung_ + 1);
        Untagged plain = untag(whole_.text, tagged_);
        if (!plain.complete)
            segment_.warnings.emplace_back("spans");
        segment_.target = std::move(plain.text);
        segment_.spans = std::move(plain.spans);
        segment_.status = segment_.warnings.empty() ? SegmentStatus::done : SegmentStatus::warned;
        finished_ = true;
    }

    [[nodiscard]] std::int64_t count(std::string_view text) const
    {
        return run_.generator.count_tokens(text).tokens;
    }

    // Whole sentences together up to a size; on the third rung every sentence alone.
    [[nodiscard]] std::vector<std::string> parts() const
    {
        const std::int64_t most = std::min(
            kPartTokens, std::max<std::int64_t>(32, (run_.generator.context_length() - kSpareTokens) / 5));
        if (rung_ < 2 && count(tagged_.text) <= most)
            return {tagged_.text};
        std::vector<std::string> all;
        std::int64_t used = 0;
        for (const auto& [begin, end] : document::sentences(tagged_.text)) {
            const std::string sentence = tagged_.text.substr(begin, end - begin);
            const std::int64_t tokens = count(sentence);
            if (all.empty() || rung_ == 2 || used + tokens > most) {
                all.push_back(sentence);
                used = tokens;
            } else {
                all.back() += tagged_.text.substr(begin - 1, 1) == " " ? " " + sentence : sentence;
                used += tokens;
            }
        }
        return all;
    }

    [[nodiscard]] Attempt judged(const std::string& source, const infer::Completion& completion) const
    {
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

    [[nodiscard]] infer::Request request_for(const std::string& source) const
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
        for (auto pair = earlier_.rbegin(); pair != earlier_.rend(); ++pair) {
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
            rung_ == 0 && !tags.empty() && run_.generator.capabilities().mask)
            request.grammar = infer::TaggedAnswer{std::move(tags)};
        if (rung_ == 1) {
            request.sampling.temperature = 0.1F;
            request.sampling.top_p = 0.3F;
            request.sampling.frequency_penalty = 0.2F;
        }
        return request;
    }

    const TranslateRun& run_;
    SegmentRequest request_;
    TaggedText tagged_;
    Seed seed_;
    Segment segment_;
    bool finished_ = false;
    // of this rung:
    int rung_ = 0;
    std::vector<std::string> parts_;
    std::size_t part_ = 0;
    Attempt whole_;
    EarlierPairs earlier_;
};

SegmentWork::SegmentWork(const TranslateRun& run, SegmentRequest request)
{
    ENSURE(request.paragraph != nullptr);
    ladder_ = std::make_unique<Ladder>(run, std::move(request));
}
SegmentWork::~SegmentWork() = default;
SegmentWork::SegmentWork(SegmentWork&&) noexcept = default;
SegmentWork& SegmentWork::operator=(SegmentWork&&) noexcept = default;
std::optional<infer::Request> SegmentWork::next() const { return ladder_->next(); }
void SegmentWork::take(const Result<infer::Completion>& answer) { ladder_->take(answer); }
const Segment& SegmentWork::segment() const { return ladder_->segment(); }

namespace {

class SegmentStrand : public Strand {
public:
    SegmentStrand(const TranslateRun& run, SegmentRequest request, Segment& made,
                  const std::function<void(std::string_view)>& text)
        : work_(run, std::move(request)), made_(made), text_(text)
    {
    }
    Result<std::optional<infer::Request>> next() override
    {
        auto request = work_.next();
        if (!request)
            made_ = work_.segment();
        return request;
    }
    void take(Result<infer::Completion> answer) override { work_.take(answer); }
    void text(std::string_view piece) override
    {
        if (text_)
            text_(piece);
    }

private:
    SegmentWork work_;
    Segment& made_;
    const std::function<void(std::string_view)>& text_;
};

}  // namespace

Result<std::vector<Segment>> translate_segments(const TranslateRun& run,
                                                const std::vector<SegmentRequest>& requests,
                                                const std::function<void(std::string_view)>& text)
{
    std::vector<Segment> made(requests.size());
    std::size_t begun = 0;
    TRY(run_together({run.generator, run.stop}, [&]() -> Result<std::unique_ptr<Strand>> {
        if (begun == requests.size())
            return std::unique_ptr<Strand>();
        const std::size_t at = begun++;
        return std::unique_ptr<Strand>(
            std::make_unique<SegmentStrand>(run, requests[at], made[at], text));
    }));
    return made;
}

}  // namespace longhand::tasks
