// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobs/job_json.h"

#include <nlohmann/json.hpp>

namespace longhand::tasks {

NLOHMANN_JSON_SERIALIZE_ENUM(SummaryLength, {{SummaryLength::medium, "medium"},
                                             {SummaryLength::brief, "short"},
                                             {SummaryLength::extended, "long"}})
NLOHMANN_JSON_SERIALIZE_ENUM(Audience, {{Audience::general, "general"},
                                        {Audience::expert, "expert"},
                                        {Audience::young, "young"}})
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(GlossaryEntry, source, target, note)

}  // namespace longhand::tasks

namespace longhand::jobs {
namespace {

using Json = nlohmann::json;
constexpr int kVersion = 1;

Json json_of(const SummariseJob& job)
{
    return {{"length", job.options.length},
            {"focus", job.options.focus},
            {"language", job.options.language},
            {"chapters", job.options.chapters},
            {"audience", job.options.audience},
            {"again", job.again}};
}

Json json_of(const AskJob& job)
{
    Json json = {{"question", job.question},
                 {"strategy", to_string(job.options.strategy)},
                 {"language", job.options.language},
                 {"budget_tokens", job.options.budget_tokens},
                 {"follow_up", job.follow_up}};
    for (const library::Source& about : job.options.about)
        json["about"] = {{"chapter", about.range.chapter},
                         {"paragraph", about.range.paragraph},
                         {"begin", about.range.begin},
                         {"end", about.range.end},
                         {"quote", about.quote},
                         {"page", about.page},
                         {"page_label", about.page_label}};
    return json;
}

std::vector<library::Source> about_from(const Json& json)
{
    const auto about = json.find("about");
    if (about == json.end())
        return {};
    return {{{about->at("chapter"), about->at("paragraph"), about->at("begin"), about->at("end")},
             about->at("quote"),
             about->at("page"),
             about->at("page_label")}};
}

Json json_of(const TranslateJob& job)
{
    return {{"from", job.options.from},
            {"to", job.options.to},
            {"chapters", job.options.chapters},
            {"glossary", job.options.glossary},
            {"include_back_matter", job.options.include_back_matter},
            {"probe_first", job.probe_first}};
}

// Told from a translation by the place it names.
Json json_of(const RetranslateJob& job)
{
    return {{"from", job.options.from},
            {"to", job.options.to},
            {"instruction", job.options.instruction},
            {"place", {job.chapter, job.index}}};
}

// And this one by its words.
Json json_of(const PassageJob& job)
{
    return {{"from", job.options.from}, {"to", job.options.to}, {"passage", job.passage}};
}

library::Strategy strategy_from(const std::string& name)
{
    using library::Strategy;
    for (const Strategy strategy : {Strategy::whole, Strategy::passages, Strategy::every_chapter,
                                    Strategy::document_map})
        if (name == to_string(strategy))
            return strategy;
    return Strategy::automatic;
}

JobRequest read(library::JobKind kind, library::BookId book, const Json& json)
{
    switch (kind) {
    case library::JobKind::summarise: {
        SummariseJob job{.book = book};
        job.options.length = json.at("length");
        job.options.focus = json.at("focus");
        job.options.language = json.at("language");
        job.options.chapters = json.at("chapters").get<std::vector<std::uint32_t>>();
        job.options.audience = json.value("audience", tasks::Audience::general);
        job.again = json.value("again", false);
        return job;
    }
    case library::JobKind::ask: {
        AskJob job{.book = book, .question = json.at("question")};
        job.options.strategy = strategy_from(json.at("strategy"));
        job.options.language = json.at("language");
        job.options.budget_tokens = json.at("budget_tokens");
        job.follow_up = json.at("follow_up");
        job.options.about = about_from(json);
        return job;
    }
    case library::JobKind::translate: break;
    }
    if (const auto place = json.find("place"); place != json.end()) {
        RetranslateJob job{.book = book, .chapter = place->at(0), .index = place->at(1)};
        job.options.from = json.at("from");
        job.options.to = json.at("to");
        job.options.instruction = json.at("instruction");
        return job;
    }
    if (const auto passage = json.find("passage"); passage != json.end()) {
        PassageJob job{.book = book, .passage = *passage};
        job.options.from = json.at("from");
        job.options.to = json.at("to");
        return job;
    }
    TranslateJob job{.book = book};
    job.options.from = json.at("from");
    job.options.to = json.at("to");
    job.options.chapters = json.at("chapters").get<std::vector<std::uint32_t>>();
    job.options.glossary = json.at("glossary").get<std::vector<tasks::GlossaryEntry>>();
    job.options.include_back_matter = json.at("include_back_matter");
    job.probe_first = json.at("probe_first");
    return job;
}

}  // namespace

std::string options_to_json(const JobRequest& request)
{
    Json json = std::visit([](const auto& job) { return json_of(job); }, request);
    json["version"] = kVersion;
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<JobRequest> request_from_json(library::JobKind kind, library::BookId book,
                                     std::string_view text)
{
    try {
        const Json json = Json::parse(text);
        if (const int version = json.at("version"); version > kVersion)
            return Error{ErrorKind::unsupported,
                         "the job was written by a newer version of the program"};
        return read(kind, book, json);
    } catch (const std::exception& error) {
        return Error{ErrorKind::corrupt, std::string("the options of a job: ") + error.what()};
    }
}

}  // namespace longhand::jobs
