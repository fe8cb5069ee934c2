// SPDX-License-Identifier: GPL-3.0-or-later
// Where a study stands, as the cursor of its step's file.
#include "engine/adapt/study.h"
#include "engine/base/sha256.h"

#include <nlohmann/json.hpp>

namespace longhand::adapt {
namespace {

using Json = nlohmann::json;

}  // namespace

// All that decides what the next chunk becomes, beside what the step's own file holds.
std::string Study::identity() const
{
    const StudyOptions& o = options_;
    const Json all = {o.subject, o.chunk,    o.train_context, o.epochs, o.alpha,
                      o.dropout, o.rate,     o.warmup,        static_cast<int>(o.schedule),
                      o.beta1,   o.beta2,    o.eps,           o.max_norm,
                      o.seed.value, o.most_worse, o.most_repetition};
    return sha256(all.dump());
}

Result<void> Study::save(const std::filesystem::path& file) const
{
    const std::string cursor = Json{{"identity", identity()},
                                    {"chunks", chunks_},
                                    {"position", position_},
                                    {"worse", worse_},
                                    {"begun", begun_},
                                    {"why_off", why_off_}}
                                   .dump();
    return step_->save(file, std::as_bytes(std::span(cursor)));
}

Result<void> Study::load(const std::filesystem::path& file)
{
    TRY(const train::StepState before, step_->state());
    TRY(const std::vector<std::byte> read, step_->load(file));
    const std::string_view text(reinterpret_cast<const char*>(read.data()), read.size());
    const Json json = Json::parse(text, nullptr, false);
    const auto refuse = [&](ErrorKind kind, const std::string& what) -> Result<void> {
        TRY(step_->restore(before));
        return Error{kind, file.filename().string() + what};
    };
    try {
        if (json.at("identity") != identity())
            return refuse(ErrorKind::invalid,
                          " belongs to another text, another model or other settings");
        chunks_ = json.at("chunks");
        position_ = json.at("position");
        worse_ = json.at("worse");
        begun_ = json.at("begun");
        why_off_ = json.at("why_off");
    } catch (const Json::exception&) {
        return refuse(ErrorKind::corrupt, ": the place in it is damaged");
    }
    return {};
}

}  // namespace longhand::adapt
