// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/model_commands.h"
#include "app/models/catalogue.h"
#include "app/models/inspect.h"
#include "app/models/installed.h"
#include "app/models/memory.h"
#include "engine/model/training_plan.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace longhand::cli {
namespace {

Json facts_of(const models::KnownModel& model, bool installed)
{
    return {{"name", model.name},
            {"publisher", model.publisher},
            {"licence", model.licence},
            {"page", model.page},
            {"file_type", model.file_type},
            {"bytes", model.file_bytes},
            {"memory_bytes", model.memory_bytes},
            {"card_gb", models::card_gb(model)},
            {"chats", model.chats},
            {"languages", model.languages},
            {"source", model.source.empty() ? Json(nullptr) : Json(model.source)},
            {"sha256", model.sha256.empty() ? Json(nullptr) : Json(model.sha256)},
            {"installed", installed}};
}

Result<int> list_models(Session& session)
{
    Output& output = session.output();
    const auto installed = models::installed_models(session.data_dir());
    for (const models::InstalledModel& model : installed) {
        output.event("model", {{"name", model.name},
                               {"path", model.path.string()},
                               {"bytes", model.bytes},
                               {"embedded", model.embedded},
                               {"linked", model.linked}});
        output.line(model.name + "\t" + format_bytes(model.bytes) + "\t" + model.path.string() +
                    (model.embedded ? "\t(embedded)" : ""));
    }
    for (const models::KnownModel& model : models::known_models()) {
        const bool here = std::any_of(installed.begin(), installed.end(), [&](const auto& other) {
            return other.path.filename() == model.file;
        });
        output.event("known_model", facts_of(model, here));
        if (!here)
            output.line(models::describe(model) +
                        (model.source.empty() ? "\tnot installed; see " + model.page
                                              : "\tnot installed; `models get` fetches it"));
    }
    return kDone;
}

Result<std::filesystem::path> path_of(Session& session, const std::string& name)
{
    if (name.empty())
        return session.model_path();
    return models::resolve_model(name, session.data_dir());
}

Json facts_of(const models::ModelFacts& facts)
{
    Json json = {{"name", facts.name},
                 {"path", facts.path.string()},
                 {"architecture", facts.architecture},
                 {"licence", facts.licence.empty() ? Json(nullptr) : Json(facts.licence)},
                 {"disk_bytes", facts.disk_bytes},
                 {"parameters", facts.parameters},
                 {"usable", facts.usable()}};
    if (facts.refusal)
        json["refusal"] = facts.refusal->message;
    if (!facts.summary)
        return json;
    const model::ModelConfig& config = facts.summary->config;
    json.update({{"layers", config.layers},
                 {"dim", config.dim},
                 {"heads", config.heads},
                 {"kv_heads", config.kv_heads},
                 {"head_dim", config.head_dim},
                 {"mlp_dim", config.mlp_dim},
                 {"vocabulary", config.vocabulary},
                 {"context_length", config.context_length},
                 {"measured_length",
                  facts.measured_tokens > 0 ? Json(facts.measured_tokens) : Json(nullptr)},
                 {"rope_theta", config.rope_theta},
                 {"rope", model::to_string(config.rope)},
                 {"tied_head", config.tied_head},
                 {"weight_type", facts.weight_type},
                 {"weight_bytes", facts.summary->weight_bytes},
                 {"tokenizer", facts.tokenizer},
                 {"chat_template", facts.chat_template},
                 {"chats", facts.chats()},
                 {"languages", facts.languages}});
    return json;
}

Result<int> inspect(Session& session, const std::string& name)
{
    TRY(const std::filesystem::path path, path_of(session, name));
    TRY(models::ModelFacts facts, models::inspect(path));
    if (facts.summary && !session.options().rope.empty()) {
        TRY(const infer::LoadOptions options, session.load_options());
        TRY(facts.summary, infer::inspect_model(path, options.rope));
    }
    const Json json = facts_of(facts);
    session.output().event("model", json);
    for (const auto& [key, value] : json.items())
        session.output().line(key + ": " +
                              (value.is_string() ? value.get<std::string>() : value.dump()));
    return facts.usable() ? kDone : kFailed;
}

Result<int> fit(Session& session, const std::string& name)
{
    TRY(const std::filesystem::path path, path_of(session, name));
    TRY(infer::LoadOptions options, session.load_options());
    TRY(const settings::Preset preset, session.preset());
    options.kv_dtype = models::kv_type_named(preset.kv_type).value_or(options.kv_dtype);
    TRY(const infer::ModelSummary summary, infer::inspect_model(path, options.rope));
    const std::uint64_t available = models::machine_memory().available_bytes;
    const std::int64_t context = options.context > 0
                                     ? options.context
                                     : std::min<std::int64_t>(summary.config.context_length, 32768);
    TRY(const models::MemoryPlan plan,
        models::plan_memory(
            summary,
            {.tokens = context, .kv_type = options.kv_dtype, .available_bytes = available}));
    Json kv_bytes = Json::object();
    std::string kv_types;
    for (const tensor::DType type : models::kv_types()) {
        const auto other = models::plan_memory(summary, {.tokens = context, .kv_type = type});
        if (!other.ok())
            continue; // heads that do not suit it
        kv_bytes[std::string(to_string(type))] = other->kv_bytes;
        kv_types += (kv_types.empty() ? "" : ", ") + std::string(to_string(type)) + " " +
                    format_bytes(other->kv_bytes);
    }
    const model::TrainingPlan training =
        model::plan_training(summary.config, summary.weight_bytes, {.tokens = context});
    session.output().event("fit", {{"context", context},
                                   {"kv_type", std::string(to_string(options.kv_dtype))},
                                   {"weight_bytes", plan.weight_bytes},
                                   {"kv_bytes", plan.kv_bytes},
                                   {"workspace_bytes", plan.workspace_bytes},
                                   {"kv_bytes_by_type", kv_bytes},
                                   {"total_bytes", plan.total()},
                                   {"training_bytes", training.total()},
                                   {"training_fits", available == 0 || training.total() <= available},
                                   {"device", options.backend->describe().name},
                                   {"available_bytes", available},
                                   {"most_tokens", plan.most_tokens},
                                   {"fits", plan.fit == models::Fit::fits}});
    Output& output = session.output();
    output.line("context:   " + std::to_string(context) + " tokens");
    output.line("weights:   " + format_bytes(plan.weight_bytes));
    output.line("KV cache:  " + format_bytes(plan.kv_bytes) + " in " +
                std::string(to_string(options.kv_dtype)) + " (" + kv_types + ")");
    output.line("workspace: " + format_bytes(plan.workspace_bytes));
    output.line("in all:    " + format_bytes(plan.total()) + " of " + format_bytes(available) +
                " free: " +
                (plan.fit == models::Fit::fits ? "fits"
                 : plan.most_tokens > 0
                     ? "does not fit, at most " + std::to_string(plan.most_tokens) + " tokens"
                     : "does not fit"));
    output.line("training:  " + format_bytes(training.total()) + " for an adapter of rank 8: " +
                format_bytes(training.adapter_bytes) + " its own, " +
                format_bytes(training.checkpoint_bytes + training.workspace_bytes) +
                " activations");
    output.line("device:    " + options.backend->describe().name);
    return kDone;
}

} // namespace

void add_models_commands(CLI::App& app, const Chosen& chosen)
{
    auto* models = app.add_subcommand("models", "Models that are here and that are known");
    models->require_subcommand(1);
    models->add_subcommand("list", "Installed models, and known ones that are not")
        ->callback([chosen] { chosen([](Session& session) { return list_models(session); }); });
    auto name = std::make_shared<std::string>();
    auto* inspect_command = models->add_subcommand("inspect", "What a model file says of itself");
    inspect_command->add_option("name", *name,
                                "Path or name; absent: --model, else the embedded one");
    inspect_command->callback(
        [name, chosen] { chosen([name](Session& session) { return inspect(session, *name); }); });
    auto* fit_command =
        models->add_subcommand("fit", "Memory it takes at --context, and what is free");
    fit_command->alias("plan");
    fit_command->add_option("name", *name, "Path or name; absent: --model, else the embedded one");
    fit_command->callback(
        [name, chosen] { chosen([name](Session& session) { return fit(session, *name); }); });
    add_model_store_commands(*models, chosen);
}

} // namespace longhand::cli
