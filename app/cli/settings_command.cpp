// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/settings/paths.h"
#include "app/settings/settings.h"

#include <CLI/CLI.hpp>

#include <charconv>

namespace longhand::cli {
namespace {

using settings::BoolKey;
using settings::IntKey;
using settings::Key;
using settings::Settings;
using settings::TextKey;

std::string name_of(const Key& key)
{
    return std::visit([](const auto& each) { return std::string(each.key); }, key);
}

Json value_of(const Settings& kept, const Key& key)
{
    return std::visit([&](const auto& each) { return Json(kept.value(each)); }, key);
}

void show(Output& output, const Settings& kept, const Key& key)
{
    const Json value = value_of(kept, key);
    output.event("setting", {{"key", name_of(key)}, {"value", value}});
    output.line(name_of(key) + " = " +
                (value.is_string() ? value.get<std::string>() : value.dump()));
}

Result<Key> find(const std::string& name)
{
    for (const Key& key : settings::all_keys())
        if (name_of(key) == name)
            return key;
    return Error{ErrorKind::invalid,
                 name + " is not a setting; `longhand settings list` names them"};
}

Error wrong(std::string_view key, const std::string& expected)
{
    return {ErrorKind::invalid, std::string(key) + " takes " + expected};
}

Result<void> put(Settings& kept, const BoolKey& key, const std::string& value)
{
    if (value != "true" && value != "false")
        return wrong(key.key, "true or false");
    kept.set(key, value == "true");
    return {};
}

Result<void> put(Settings& kept, const IntKey& key, const std::string& value)
{
    std::int64_t number = 0;
    const auto [end, code] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (code != std::errc() || end != value.data() + value.size() || number < key.min ||
        number > key.max)
        return wrong(key.key, std::to_string(key.min) + " to " + std::to_string(key.max));
    kept.set(key, number);
    return {};
}

Result<void> put(Settings& kept, const TextKey& key, const std::string& value)
{
    kept.set(key, value);
    if (kept.value(key) != value)
        return wrong(key.key, key.choices.empty() ? "a shorter text"
                                                  : "one of: " + std::string(key.choices));
    return {};
}

Settings open(Session& session)
{
    Settings kept = Settings::open(settings::settings_file());
    for (const std::string& problem : kept.problems())
        session.output().note(problem);
    return kept;
}

Result<int> list(Session& session, const std::string& name)
{
    const Settings kept = open(session);
    if (!name.empty()) {
        TRY(const Key key, find(name));
        show(session.output(), kept, key);
        return kDone;
    }
    for (const Key& key : settings::all_keys())
        show(session.output(), kept, key);
    for (const settings::Preset& preset : kept.presets())
        session.output().event("preset", {{"id", preset.id},
                                          {"name", preset.name},
                                          {"context_tokens", preset.context_tokens},
                                          {"kv_type", preset.kv_type},
                                          {"threads", preset.threads},
                                          {"built_in", preset.built_in}});
    return kDone;
}

Result<int> set(Session& session, const std::string& name, const std::string& value)
{
    TRY(const Key key, find(name));
    Settings kept = open(session);
    TRY(std::visit([&](const auto& each) { return put(kept, each, value); }, key));
    TRY(kept.save());
    show(session.output(), kept, key);
    return kDone;
}

} // namespace

void add_settings_commands(CLI::App& app, const Chosen& chosen)
{
    auto* command = app.add_subcommand("settings", "What window and command line are set to");
    command->require_subcommand(1);
    auto name = std::make_shared<std::string>();
    auto value = std::make_shared<std::string>();
    command->add_subcommand("list", "All settings")->callback([chosen] {
        chosen([](Session& session) { return list(session, {}); });
    });
    auto* get_command = command->add_subcommand("get", "One setting");
    get_command->add_option("key", *name, "As `settings list` names it")->required();
    get_command->callback(
        [name, chosen] { chosen([name](Session& session) { return list(session, *name); }); });
    auto* set_command = command->add_subcommand("set", "Change a setting");
    set_command->add_option("key", *name, "As `settings list` names it")->required();
    set_command->add_option("value", *value, "Its new value")->required();
    set_command->callback([name, value, chosen] {
        chosen([name, value](Session& session) { return set(session, *name, *value); });
    });
}

} // namespace longhand::cli
