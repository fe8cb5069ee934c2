// SPDX-License-Identifier: GPL-3.0-or-later
// Where a loop stands, as the cursor of its step's file: JSON, whose numbers come back bit for bit.
#include "engine/base/sha256.h"
#include "engine/train/loop.h"

#include <nlohmann/json.hpp>

namespace longhand::train {
namespace {

using Json = nlohmann::json;

Json schedule_json(const Schedule& schedule)
{
    return {static_cast<int>(schedule.shape), schedule.rate,        schedule.warmup_steps,
            schedule.warmup_from,             schedule.total_steps, schedule.final_share};
}

}  // namespace

// All that decides the trace, but for the number of steps: a run may be made longer.
std::string TrainingLoop::identity() const
{
    const TrainableOptions& trained = step_->parameters()->options();
    Json parts = Json::array();
    for (const MixturePart& part : mixture_.parts())
        parts.push_back({part.name, part.weight});
    Json stages = Json::array();
    for (const LengthStage& stage : options_.curriculum)
        stages.push_back({stage.from_step, stage.length});
    const Json all = {{"subject", options_.subject},
                      {"parts", parts},
                      {"length", options_.length},
                      {"curriculum", stages},
                      {"step", {options_.step_tokens, options_.step_sequences}},
                      {"micro", options_.micro_tokens},
                      {"schedule", schedule_json(options_.schedule)},
                      {"attention", static_cast<int>(options_.attention)},
                      {"adamw",
                       {options_.beta1, options_.beta2, options_.eps, options_.weight_decay,
                        options_.max_norm}},
                      {"trained",
                       {trained.alpha, trained.dropout, trained.seed.value}}};
    return sha256(all.dump());
}

std::string TrainingLoop::cursor() const
{
    Json drawn = Json::array();
    for (const Mixture::Drawn& one : mixture_.drawn())
        drawn.push_back({one.sequences, one.tokens});
    return Json{{"identity", identity()},
                {"step", place_.step},
                {"smoothed", place_.smoothed},
                {"lowest", place_.lowest},
                {"rate_share", place_.rate_share},
                {"rollbacks", place_.rollbacks},
                {"drawn", drawn},
                {"losses", place_.losses}}
        .dump();
}

Result<void> TrainingLoop::read_cursor(std::string_view text)
{
    const Json json = Json::parse(text, nullptr, false);
    const Error damaged{ErrorKind::corrupt,
                        options_.checkpoint.filename().string() + ": the place in it is damaged"};
    try {
        if (json.at("identity") != identity())
            return Error{ErrorKind::invalid,
                         options_.checkpoint.filename().string() +
                             " was made with other options, texts or another model"};
        std::vector<Mixture::Drawn> drawn;
        for (const Json& one : json.at("drawn"))
            drawn.push_back({one.at(0).get<std::uint64_t>(), one.at(1).get<std::uint64_t>()});
        if (drawn.size() != mixture_.parts().size())
            return damaged;
        place_ = {.step = json.at("step"),
                  .smoothed = json.at("smoothed"),
                  .lowest = json.at("lowest"),
                  .rate_share = json.at("rate_share"),
                  .rollbacks = json.at("rollbacks"),
                  .losses = json.at("losses").get<std::vector<float>>()};
        mixture_.go_on_from(std::move(drawn));
    } catch (const Json::exception&) {
        return damaged;
    }
    return {};
}

Result<bool> TrainingLoop::resume()
{
    std::error_code ignored;
    if (options_.checkpoint.empty() || !std::filesystem::exists(options_.checkpoint, ignored))
        return false;
    TRY(const std::vector<std::byte> read, step_->load(options_.checkpoint));
    const std::string_view text(reinterpret_cast<const char*>(read.data()), read.size());
    if (const Result<void> placed = read_cursor(text); !placed.ok()) {
        TRY(step_->restore(good_));
        return placed.error();
    }
    TRY(good_, step_->state());
    good_place_ = place_;
    return true;
}

}  // namespace longhand::train
