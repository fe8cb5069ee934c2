// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/setting_views.h"

#include "ui/bridge/text.h"

#include <QCoreApplication>

namespace longhand::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(longhand::ui::Presets)
};

QString nameOf(const settings::Preset& preset)
{
    if (preset.built_in && preset.id == "quick")
        //: Name of a preset: answers soon, reads short pieces.
        return Words::tr("Quick");
    if (preset.built_in && preset.id == "balanced")
        //: Name of a preset: the usual one.
        return Words::tr("Balanced");
    if (preset.built_in && preset.id == "thorough")
        //: Name of a preset: reads as much at once as the model and the memory allow.
        return Words::tr("Thorough");
    return fromUtf8(preset.name);
}

Theme themeOf(const std::string& word)
{
    return word == "dark" ? Theme::dark : word == "light" ? Theme::light : Theme::system;
}

std::string wordOf(Theme theme)
{
    return theme == Theme::dark ? "dark" : theme == Theme::light ? "light" : "system";
}

TaskChoiceView choice(const settings::Settings& kept, const settings::TaskKeys& task)
{
    return {fromUtf8(kept.value(task.model)), fromUtf8(kept.value(task.preset))};
}

template <class Key, class Value>
void setIfOther(settings::Settings& kept, const Key& key, const Value& value)
{
    if (kept.value(key) != value)
        kept.set(key, value);
}

void apply(const TaskChoiceView& wanted, const settings::TaskKeys& task, settings::Settings& kept)
{
    setIfOther(kept, task.model, toUtf8(wanted.model));
    setIfOther(kept, task.preset, toUtf8(wanted.preset));
}

} // namespace

PresetView view(const settings::Preset& preset)
{
    PresetView shown;
    shown.id = fromUtf8(preset.id);
    shown.name = nameOf(preset);
    shown.contextTokens = preset.context_tokens;
    shown.kvType = fromUtf8(preset.kv_type);
    shown.device = fromUtf8(preset.device);
    shown.threads = preset.threads;
    shown.memoryLimitMb = static_cast<int>(preset.memory_limit_mb);
    shown.temperature = preset.temperature;
    shown.topP = preset.top_p;
    shown.builtIn = preset.built_in;
    return shown;
}

settings::Preset presetOf(const PresetView& view)
{
    settings::Preset preset;
    preset.id = toUtf8(view.id);
    preset.name = toUtf8(view.name);
    preset.context_tokens = view.contextTokens;
    preset.kv_type = toUtf8(view.kvType);
    preset.device = toUtf8(view.device);
    preset.threads = view.threads;
    preset.memory_limit_mb = view.memoryLimitMb;
    preset.temperature = view.temperature;
    preset.top_p = view.topP;
    preset.built_in = view.builtIn;
    return preset;
}

infer::remote::RemoteOptions serverOf(const ServerView& view)
{
    return {.url = toUtf8(view.address),
            .model = toUtf8(view.model),
            .key_environment = toUtf8(view.keyVariable),
            .max_parallel = static_cast<std::size_t>(view.parallel)};
}

SettingsView view(const settings::Settings& kept)
{
    SettingsView shown;
    shown.language = fromUtf8(kept.value(settings::kLanguage));
    shown.theme = themeOf(kept.value(settings::kTheme));
    shown.textPercent = static_cast<int>(kept.value(settings::kTextPercent));
    shown.summaryLanguage = fromUtf8(kept.value(settings::kSummaryLanguage));
    shown.translationTarget = fromUtf8(kept.value(settings::kTranslationTarget));
    shown.summary = choice(kept, settings::kSummary);
    shown.ask = choice(kept, settings::kAsk);
    shown.translate = choice(kept, settings::kTranslate);
    shown.preset = fromUtf8(kept.value(settings::kPreset));
    shown.memoryLimitMb = static_cast<int>(kept.value(settings::kMemoryLimitMb));
    shown.server = {kept.value(settings::kRemoteEnabled),
                    fromUtf8(kept.value(settings::kRemoteUrl)),
                    fromUtf8(kept.value(settings::kRemoteModel)),
                    fromUtf8(kept.value(settings::kRemoteKeyEnvironment)),
                    static_cast<int>(kept.value(settings::kRemoteParallel))};
    shown.keepReadings = kept.value(settings::kKeepReadings);
    shown.keepReadingsMb = static_cast<int>(kept.value(settings::kKeepReadingsMb));
    shown.network = kept.value(settings::kNetwork);
    shown.notifications = kept.value(settings::kNotifications);
    shown.keepAwake = kept.value(settings::kKeepAwake);
    for (const settings::Preset& preset : kept.presets())
        shown.presets.append(view(preset));
    return shown;
}

void apply(const SettingsView& wanted, settings::Settings& kept)
{
    setIfOther(kept, settings::kLanguage, toUtf8(wanted.language));
    setIfOther(kept, settings::kTheme, wordOf(wanted.theme));
    setIfOther(kept, settings::kTextPercent, std::int64_t{wanted.textPercent});
    setIfOther(kept, settings::kSummaryLanguage, toUtf8(wanted.summaryLanguage));
    setIfOther(kept, settings::kTranslationTarget, toUtf8(wanted.translationTarget));
    apply(wanted.summary, settings::kSummary, kept);
    apply(wanted.ask, settings::kAsk, kept);
    apply(wanted.translate, settings::kTranslate, kept);
    setIfOther(kept, settings::kPreset, toUtf8(wanted.preset));
    setIfOther(kept, settings::kMemoryLimitMb, std::int64_t{wanted.memoryLimitMb});
    setIfOther(kept, settings::kRemoteEnabled, wanted.server.on);
    setIfOther(kept, settings::kRemoteUrl, toUtf8(wanted.server.address));
    setIfOther(kept, settings::kRemoteModel, toUtf8(wanted.server.model));
    setIfOther(kept, settings::kRemoteKeyEnvironment, toUtf8(wanted.server.keyVariable));
    setIfOther(kept, settings::kRemoteParallel, std::int64_t{wanted.server.parallel});
    setIfOther(kept, settings::kKeepReadings, wanted.keepReadings);
    setIfOther(kept, settings::kKeepReadingsMb, std::int64_t{wanted.keepReadingsMb});
    setIfOther(kept, settings::kNetwork, wanted.network);
    setIfOther(kept, settings::kNotifications, wanted.notifications);
    setIfOther(kept, settings::kKeepAwake, wanted.keepAwake);
    if (view(kept).presets != wanted.presets) {
        std::vector<settings::Preset> presets;
        for (const PresetView& preset : wanted.presets)
            presets.push_back(presetOf(preset));
        kept.set_own_presets(presets);
    }
}

} // namespace longhand::ui
