// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wiring.h"

#include "app/device/choose_backend.h"
#include "app/jobs/readings.h"
#include "app/models/catalogue.h"
#include "app/models/installed.h"
#include "app/models/load_choice.h"
#include "app/models/server_choice.h"
#include "app/settings/settings.h"
#include "engine/base/log.h"
#include "engine/infer/session.h"

namespace longhand::ui {
namespace {

settings::Settings settingsOf(const Places& places)
{
    return places.settings.empty() ? settings::Settings()
                                   : settings::Settings::open(places.settings);
}

Result<std::shared_ptr<infer::Generator>> loadGenerator(const std::string& model,
                                                        const settings::Preset& preset,
                                                        const Places& places)
{
    TRY(const std::filesystem::path path, models::resolve_model(model, places.dataDir));
    const settings::Settings kept = settingsOf(places);
    bool processorInstead = false;
    TRY(std::shared_ptr<infer::Generator> session,
        device::on_chosen_backend(
            {.device = preset.device, .threads = preset.threads},
            [&](std::shared_ptr<tensor::Backend> backend)
                -> Result<std::shared_ptr<infer::Generator>> {
                infer::LoadOptions options;
                options.backend = std::move(backend);
                TRY(options, models::apply_preset(preset, path, std::move(options)));
                TRY(infer::LoadedModel loaded, infer::load_model(path, options));
                TRY(std::shared_ptr<infer::Generator> opened,
                    infer::Session::open(std::move(loaded),
                                         jobs::readings_store(kept, places.dataDir)));
                return opened;
            },
            processorInstead));
    if (processorInstead)
        log::warning("the card has too little memory for this model; it works on the processor");
    return models::with_sampling(std::move(session), preset);
}

const settings::TaskKeys& keysOf(library::JobKind kind)
{
    switch (kind) {
    case library::JobKind::summarise:
        return settings::kSummary;
    case library::JobKind::ask:
        return settings::kAsk;
    case library::JobKind::translate:
        return settings::kTranslate;
    }
    return settings::kAsk;
}

// What the settings say now: they may have been changed since the last job.
jobs::TaskGenerator generatorFor(library::JobKind kind, const std::string& model,
                                 const Places& places)
{
    const settings::Settings kept = settingsOf(places);
    settings::Preset preset = kept.preset_of(keysOf(kind));
    if (preset.memory_limit_mb == 0)
        preset.memory_limit_mb = kept.value(settings::kMemoryLimitMb);
    const auto server = places.model.empty() ? models::chosen_server(kept) : std::nullopt;
    if (server)
        return {models::identity_of(*server) + '\n' + std::to_string(preset.temperature) + '\n' +
                    std::to_string(preset.top_p),
                [server, preset](const ProgressSink&) {
                    return models::open_server(*server, preset, {});
                }};
    // A model named when the program was started is meant for everything.
    const std::string own = places.model.empty() ? kept.value(keysOf(kind).model) : std::string();
    const std::string name = own.empty() ? model : own;
    const std::string key =
        name + '\n' + preset.id + '\n' + preset.kv_type + '\n' + preset.device + '\n' +
        std::to_string(preset.context_tokens) + '\n' + std::to_string(preset.threads) + '\n' +
        std::to_string(preset.memory_limit_mb) + '\n' + std::to_string(preset.temperature) + '\n' +
        std::to_string(preset.top_p) + '\n' +
        (kept.value(settings::kKeepReadings) ? std::to_string(kept.value(settings::kKeepReadingsMb))
                                             : "nothing kept");
    return {key, [name, preset, places](const ProgressSink&) {
                return loadGenerator(name, preset, places);
            }};
}

} // namespace

LocalAssistant::Wiring wire(const Places& places)
{
    LocalAssistant::Wiring wiring;
    wiring.dataDir = places.dataDir;
    wiring.settings = places.settings;
    wiring.ingest.reader = ingest::find_reader();
    if (const auto path = models::resolve_model(places.model, places.dataDir); path.ok())
        wiring.model = *path;
    wiring.jobs = [places](const std::filesystem::path& model) {
        jobs::JobRunner::Options options;
        options.data_dir = places.dataDir;
        options.prompts = places.resources / "prompts";
        options.holder = "window";
        // A model that was not found at the start is looked for again: it may be there by now.
        const std::string name = model.empty() ? places.model : model.string();
        options.generator_for = [name, places](library::JobKind kind) {
            return generatorFor(kind, name, places);
        };
        return options;
    };
    return wiring;
}

} // namespace longhand::ui
