// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/models/catalogue.h"
#include "app/models/installed.h"
#include "engine/infer/model_loader.h"

#include <CLI/CLI.hpp>

namespace longhand::cli {
namespace {

Result<int> list_models(Session& session)
{
    Output& output = session.output();
    for (const models::InstalledModel& model : models::installed_models(session.data_dir())) {
        output.event("model", {{"name", model.name},
                               {"path", model.path.string()},
                               {"bytes", model.bytes},
                               {"embedded", model.embedded}});
        output.line(model.name + "\t" + format_bytes(model.bytes) + "\t" + model.path.string() +
                    (model.embedded ? "\t(embedded)" : ""));
    }
    for (const models::KnownModel& model : models::known_models()) {
        output.event("known_model", {{"name", model.name},
                                     {"publisher", model.publisher},
                                     {"licence", model.licence},
                                     {"bytes", model.file_bytes},
                                     {"memory_bytes", model.memory_bytes},
                                     {"languages", model.languages}});
        output.line(models::describe(model) + "\tnot installed");
    }
    return kDone;
}

Result<infer::ModelSummary> summary_of(Session& session, const std::string& name)
{
    TRY(const std::filesystem::path path,
        name.empty() ? session.model_path() : models::resolve_model(name, session.data_dir()));
    TRY(const infer::LoadOptions options, session.load_options());
    return infer::inspect_model(path, options.rope);
}

Result<int> inspect(Session& session, const std::string& name)
{
    TRY(const infer::ModelSummary summary, summary_of(session, name));
    const model::ModelConfig& config = summary.config;
    const Json facts = {{"name", summary.name},
                        {"architecture", config.architecture},
                        {"layers", config.layers},
                        {"dim", config.dim},
                        {"heads", config.heads},
                        {"kv_heads", config.kv_heads},
                        {"head_dim", config.head_dim},
                        {"mlp_dim", config.mlp_dim},
                        {"vocabulary", config.vocabulary},
                        {"context_length", config.context_length},
                        {"rope_theta", config.rope_theta},
                        {"rope", model::to_string(config.rope)},
                        {"tied_head", config.tied_head},
                        {"weight_type", summary.weight_type},
                        {"weight_bytes", summary.weight_bytes},
                        {"tokenizer", summary.tokenizer},
                        {"chat_template", summary.chat_template}};
    session.output().event("model", facts);
    for (const auto& [key, value] : facts.items())
        session.output().line(key + ": " + (value.is_string() ? value.get<std::string>() : value.dump()));
    return kDone;
}

Result<int> fit(Session& session, const std::string& name)
{
    TRY(const infer::ModelSummary summary, summary_of(session, name));
    TRY(const infer::LoadOptions options, session.load_options());
    TRY(const model::MemoryPlan plan, infer::plan_session(summary, options));
    const std::uint64_t available = options.backend->describe().free_bytes;
    const std::int64_t context = options.context > 0
                                     ? options.context
                                     : std::min<std::int64_t>(summary.config.context_length, 32768);
    session.output().event("fit", {{"context", context},
                                   {"weight_bytes", plan.weight_bytes},
                                   {"kv_bytes", plan.kv_bytes},
                                   {"workspace_bytes", plan.workspace_bytes},
                                   {"total_bytes", plan.total()},
                                   {"available_bytes", available},
                                   {"fits", available == 0 || plan.total() <= available}});
    Output& output = session.output();
    output.line("context:   " + std::to_string(context) + " tokens");
    output.line("weights:   " + format_bytes(plan.weight_bytes));
    output.line("KV cache:  " + format_bytes(plan.kv_bytes));
    output.line("workspace: " + format_bytes(plan.workspace_bytes));
    output.line("in all:    " + format_bytes(plan.total()) + " of " + format_bytes(available) + " free" +
                (plan.total() <= available ? "" : ": does not fit"));
    return kDone;
}

}  // namespace

void add_models_commands(CLI::App& app, const Chosen& chosen)
{
    auto* models = app.add_subcommand("models", "Models that are here and that are known");
    models->require_subcommand(1);
    models->add_subcommand("list", "Installed models, and known ones that are not")->callback([chosen] {
        chosen([](Session& session) { return list_models(session); });
    });
    auto name = std::make_shared<std::string>();
    auto* inspect_command = models->add_subcommand("inspect", "What a model file says of itself");
    inspect_command->add_option("name", *name, "Path or name; absent: --model, else the embedded one");
    inspect_command->callback([name, chosen] {
        chosen([name](Session& session) { return inspect(session, *name); });
    });
    auto* fit_command = models->add_subcommand("fit", "Memory it takes at --context, and what is free");
    fit_command->add_option("name", *name, "Path or name; absent: --model, else the embedded one");
    fit_command->callback([name, chosen] {
        chosen([name](Session& session) { return fit(session, *name); });
    });
}

}  // namespace longhand::cli
