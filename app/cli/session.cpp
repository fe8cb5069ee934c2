// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/session.h"

#include "app/device/choose_backend.h"
#include "app/jobs/importer.h"
#include "app/jobs/readings.h"
#include "app/models/catalogue.h"
#include "app/models/installed.h"
#include "app/models/load_choice.h"
#include "app/models/memory.h"
#include "app/models/server_choice.h"
#include "app/settings/paths.h"
#include "app/settings/settings.h"
#include "engine/infer/session.h"

#include <algorithm>
#include <charconv>

namespace longhand::cli {
namespace {

// The whole text as one number of at least 1.
std::optional<std::uint32_t> number(std::string_view text)
{
    std::uint32_t value = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code != std::errc() || end != text.data() + text.size() || value == 0 || value > 1'000'000)
        return std::nullopt;
    return value;
}

} // namespace

Session::Session(GlobalOptions options, Output& output, std::stop_token stop)
    : options_(std::move(options)), output_(output), stop_(std::move(stop))
{
}

std::filesystem::path Session::data_dir() const
{
    return options_.data_dir.empty() ? settings::data_dir() : options_.data_dir;
}

Result<library::Library*> Session::library()
{
    if (library_ == nullptr) {
        TRY(library_, library::Library::open(data_dir()));
    }
    return library_.get();
}

Result<library::Added> Session::import(const std::filesystem::path& file,
                                       const std::string& password, const std::string& encoding)
{
    TRY(library::Library * library, this->library());
    const ingest::Options options{
        .reader = ingest::find_reader(), .password = password, .encoding = encoding};
    return jobs::import_file(
        file, options, *library, [this](const Progress& progress) { output_.progress(progress); },
        stop_);
}

Result<library::Book> Session::book(const std::string& book_or_file)
{
    TRY(library::Library * library, this->library());
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(book_or_file, ignored))
        return library->find(book_or_file);
    TRY(const library::Added added, import(book_or_file, {}, {}));
    return library->book(added.book);
}

Result<std::filesystem::path> Session::model_path()
{
    return models::resolve_model(options_.model, data_dir());
}

device::BackendChoice Session::device_choice(int threads) const
{
    return {.device = options_.device,
            .threads = options_.threads > 0 ? options_.threads : threads,
            .memory_limit_bytes = options_.device_memory_limit};
}

Result<infer::LoadOptions> Session::load_options(int threads)
{
    TRY(auto backend, device::choose_backend(device_choice(threads)));
    return load_options(std::move(backend));
}

Result<infer::LoadOptions> Session::load_options(std::shared_ptr<tensor::Backend> backend)
{
    infer::LoadOptions options;
    options.backend = std::move(backend);
    options.context = options_.context;
    options.chat_template = options_.chat_template;
    options.kv_dtype = models::kv_type_named(options_.kv).value_or(options.kv_dtype);
    if (options_.adapter_scales.size() > options_.adapters.size())
        return Error{ErrorKind::invalid, "there are more --adapter-scale than --adapter"};
    for (std::size_t i = 0; i < options_.adapters.size(); ++i)
        if (options_.adapters[i] != "none")
            options.adapters.push_back(
                {options_.adapters[i],
                 i < options_.adapter_scales.size() ? options_.adapter_scales[i] : 1.0F});
    if (!options_.rope.empty()) {
        TRY(options.rope, model::parse_rope_rule(options_.rope));
    }
    return options;
}

Result<settings::Preset> Session::preset() const
{
    const auto kept = settings::Settings::open(settings::settings_file());
    settings::Preset chosen = kept.preset(kept.value(settings::kPreset));
    if (!options_.preset.empty()) {
        const auto presets = kept.presets();
        const auto found = std::find_if(presets.begin(), presets.end(), [this](const auto& each) {
            return each.id == options_.preset || each.name == options_.preset;
        });
        if (found == presets.end())
            return Error{ErrorKind::invalid, "no preset is called " + options_.preset};
        chosen = *found;
    }
    if (chosen.memory_limit_mb == 0)
        chosen.memory_limit_mb = kept.value(settings::kMemoryLimitMb);
    if (!options_.kv.empty())
        chosen.kv_type = options_.kv;
    return chosen;
}

std::optional<infer::remote::RemoteOptions> Session::server() const
{
    const auto kept = settings::Settings::open(settings::settings_file());
    std::optional<infer::remote::RemoteOptions> server;
    if (!options_.server.empty())
        server = infer::remote::RemoteOptions{
            .url = options_.server,
            .model = options_.model,
            .key_environment = options_.server_key,
            .max_parallel = static_cast<std::size_t>(kept.value(settings::kRemoteParallel)),
            .patience = std::chrono::seconds(kept.value(settings::kRemotePatienceS))};
    else if (options_.model.empty())
        server = models::chosen_server(kept);
    if (!server)
        return server;
    server->context_length = options_.context;
    if (options_.server_parallel > 0)
        server->max_parallel = static_cast<std::size_t>(options_.server_parallel);
    if (options_.server_patience_s > 0)
        server->patience = std::chrono::seconds(options_.server_patience_s);
    return server;
}

Result<std::shared_ptr<infer::Generator>> Session::generator()
{
    if (generator_ != nullptr)
        return generator_;
    if (const auto remote = server()) {
        TRY(const settings::Preset chosen, preset());
        TRY(generator_, models::open_server(*remote, chosen, stop_));
        output_.note("The text leaves this machine: it goes to " + generator_->model_name() +
                     " on " + remote->url + ".");
        return generator_;
    }
    TRY(const std::filesystem::path path, model_path());
    TRY(const settings::Preset chosen, preset());
    const auto kept = settings::Settings::open(settings::settings_file());
    bool processor_instead = false;
    TRY(std::shared_ptr<infer::Generator> loaded,
        device::on_chosen_backend(
            device_choice(chosen.threads),
            [&](std::shared_ptr<tensor::Backend> backend)
                -> Result<std::shared_ptr<infer::Generator>> {
                TRY(infer::LoadOptions options, load_options(std::move(backend)));
                TRY(options, models::apply_preset(chosen, path, std::move(options)));
                TRY(infer::LoadedModel model, infer::load_model(path, options));
                TRY(std::shared_ptr<infer::Generator> opened,
                    infer::Session::open(std::move(model), jobs::readings_store(kept, data_dir())));
                return opened;
            },
            processor_instead));
    if (processor_instead)
        output_.note("The card has too little memory for this model; it works on the processor.");
    generator_ = models::with_sampling(std::move(loaded), chosen);
    return generator_;
}

Result<std::unique_ptr<jobs::JobRunner>> Session::runner(jobs::EventSink events)
{
    return jobs::JobRunner::start({.data_dir = data_dir(),
                                   .prompts = tasks::find_resources() / "prompts",
                                   .holder = "the command line",
                                   .seed = Seed{options_.seed.value_or(0)},
                                   .generator = [this](const ProgressSink&) { return generator(); },
                                   .events = std::move(events)});
}

Result<std::vector<std::uint32_t>> parse_chapters(const std::string& ranges)
{
    std::vector<std::uint32_t> chapters;
    const Error wrong{ErrorKind::invalid, "chapters are named like 1-5,9, not \"" + ranges + "\""};
    for (std::size_t at = 0; at < ranges.size();) {
        const std::size_t end = std::min(ranges.find(',', at), ranges.size());
        const std::string_view part = std::string_view(ranges).substr(at, end - at);
        const std::size_t dash = part.find('-');
        const auto first = number(part.substr(0, dash));
        const auto last = dash == std::string_view::npos ? first : number(part.substr(dash + 1));
        if (!first || !last || *last < *first)
            return wrong;
        for (std::uint32_t chapter = *first; chapter <= *last; ++chapter)
            chapters.push_back(chapter - 1);
        at = end + 1;
    }
    if (ranges.ends_with(','))
        return wrong;
    std::sort(chapters.begin(), chapters.end());
    chapters.erase(std::unique(chapters.begin(), chapters.end()), chapters.end());
    return chapters;
}

} // namespace longhand::cli
