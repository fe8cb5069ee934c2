// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wiring.h"

#include "app/models/catalogue.h"
#include "app/models/installed.h"
#include "engine/infer/session.h"
#include "engine/tensor/cpu/cpu_backend.h"

namespace longhand::ui {
namespace {

Result<std::shared_ptr<infer::Generator>> loadGenerator(const std::string& model,
                                                        const std::filesystem::path& dataDir)
{
    TRY(const std::filesystem::path path, models::resolve_model(model, dataDir));
    infer::LoadOptions options;
    options.backend = tensor::make_cpu_backend({});
    options.measured_length = models::measured_length(path);
    TRY(infer::LoadedModel loaded, infer::load_model(path, options));
    TRY(auto session, infer::Session::open(std::move(loaded)));
    return std::shared_ptr<infer::Generator>(std::move(session));
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
    wiring.jobs = [dataDir = places.dataDir, prompts = places.resources / "prompts",
                   asked = places.model](const std::filesystem::path& model) {
        jobs::JobRunner::Options options;
        options.data_dir = dataDir;
        options.prompts = prompts;
        options.holder = "window";
        // A model that was not found at the start is looked for again: it may be there by now.
        const std::string name = model.empty() ? asked : model.string();
        options.generator = [name, dataDir](const ProgressSink&) {
            return loadGenerator(name, dataDir);
        };
        return options;
    };
    return wiring;
}

} // namespace longhand::ui
