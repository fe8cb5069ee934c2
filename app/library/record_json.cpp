// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/record_json.h"

#include <nlohmann/json.hpp>

// Found by nlohmann through the namespace of each type.
namespace longhand::document {

using Json = nlohmann::json;

static void to_json(Json& json, const TextRange& range)
{
    json = {range.chapter, range.paragraph, range.begin, range.end};
}
static void from_json(const Json& json, TextRange& range)
{
    range = {json.at(0), json.at(1), json.at(2), json.at(3)};
}
static void to_json(Json& json, const Span& span)
{
    json = {static_cast<int>(span.kind), span.begin, span.end, span.value};
}
static void from_json(const Json& json, Span& span)
{
    const int kind = json.at(0);
    if (kind < 0 || kind > static_cast<int>(SpanKind::image))
        throw std::out_of_range("kind of span");
    span = {static_cast<SpanKind>(kind), json.at(1), json.at(2), json.at(3)};
}
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Problem, kind, message, pages)

}  // namespace longhand::document

namespace longhand::library {

NLOHMANN_JSON_SERIALIZE_ENUM(PointOrigin, {{PointOrigin::model, "model"},
                                           {PointOrigin::extract, "extract"}})
NLOHMANN_JSON_SERIALIZE_ENUM(Strategy, {{Strategy::automatic, "automatic"},
                                        {Strategy::whole, "whole"},
                                        {Strategy::passages, "passages"},
                                        {Strategy::every_chapter, "every-chapter"},
                                        {Strategy::document_map, "document-map"}})
NLOHMANN_JSON_SERIALIZE_ENUM(SegmentStatus, {{SegmentStatus::waiting, "waiting"},
                                             {SegmentStatus::done, "done"},
                                             {SegmentStatus::warned, "warned"},
                                             {SegmentStatus::failed, "failed"},
                                             {SegmentStatus::skipped, "skipped"}})
NLOHMANN_JSON_SERIALIZE_ENUM(Author, {{Author::model, "model"}, {Author::person, "person"}})
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Source, range, quote, page, page_label)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Point, text, sources)
// Fields with defaults: rows of earlier versions know nothing of the newest ones.
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(ChapterSummary, chapter, title, points, unlocated,
                                                origin, read, warnings, steps, tokens)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Coverage, words_total, words_read, chapters, truncated)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Summary, chapters, book, book_unlocated, coverage,
                                                language, model, length, audience, focus,
                                                step_tokens, made_unix_s)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(AnswerSentence, text, sources)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Answer, question, text, found, strategy,
                                                budget_tokens, used_tokens, reused_tokens, sentences, closest,
                                                read, warnings, model, about, follow_up)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE_WITH_DEFAULT(Segment, chapter, index, source, target, spans,
                                                status, warnings, author, attempts, locked)
NLOHMANN_JSON_SERIALIZE_ENUM(TermKind, {{TermKind::term, "term"},
                                        {TermKind::character, "character"},
                                        {TermKind::place, "place"},
                                        {TermKind::organisation, "organisation"}})
NLOHMANN_JSON_SERIALIZE_ENUM(TermStatus, {{TermStatus::proposed, "proposed"},
                                          {TermStatus::confirmed, "confirmed"},
                                          {TermStatus::rejected, "rejected"}})
NLOHMANN_JSON_SERIALIZE_ENUM(Gender, {{Gender::unknown, ""},
                                      {Gender::female, "female"},
                                      {Gender::male, "male"},
                                      {Gender::other, "other"}})
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Term, kind, status, source, target, note, gender, address, count,
                                   samples)

namespace {

using Json = nlohmann::json;

template <typename T>
std::string dump(const T& value)
{
    return Json(value).dump(-1, ' ', false, Json::error_handler_t::replace);
}

template <typename T>
Result<T> parse(std::string_view json)
{
    try {
        return Json::parse(json).get<T>();
    } catch (const std::exception& error) {
        return Error{ErrorKind::corrupt, std::string("a stored record: ") + error.what()};
    }
}

}  // namespace

std::string to_json(const ChapterSummary& summary) { return dump(summary); }
std::string to_json(const Summary& summary) { return dump(summary); }
std::string to_json(const Answer& answer) { return dump(answer); }
std::string to_json(const Segment& segment) { return dump(segment); }
std::string to_json(const Term& term) { return dump(term); }
std::string to_json(const std::vector<document::Problem>& problems) { return dump(problems); }
std::string to_json(const std::vector<std::string>& texts) { return dump(texts); }

// The defaults above are for the newest fields alone: a record without `key` is a damaged one.
template <typename T>
static Result<T> parse_with(std::string_view json, std::string_view key)
{
    if (json.find(key) == std::string_view::npos)
        return Error{ErrorKind::corrupt, "a stored record: it has no " + std::string(key)};
    return parse<T>(json);
}
Result<ChapterSummary> chapter_summary_from_json(std::string_view json)
{
    return parse_with<ChapterSummary>(json, "\"points\"");
}
Result<Summary> summary_from_json(std::string_view json)
{
    return parse_with<Summary>(json, "\"coverage\"");
}
Result<Answer> answer_from_json(std::string_view json)
{
    return parse_with<Answer>(json, "\"question\"");
}
Result<Segment> segment_from_json(std::string_view json)
{
    return parse_with<Segment>(json, "\"source\"");
}
Result<Term> term_from_json(std::string_view json) { return parse<Term>(json); }
Result<std::vector<document::Problem>> problems_from_json(std::string_view json)
{
    return parse<std::vector<document::Problem>>(json);
}
Result<std::vector<std::string>> texts_from_json(std::string_view json)
{
    return parse<std::vector<std::string>>(json);
}

}  // namespace longhand::library
