// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/model_commands.h"
#include "app/models/catalogue.h"
#include "app/models/checksums.h"
#include "app/models/convert.h"
#include "app/models/download.h"
#include "app/models/installed.h"
#include "app/models/store.h"
#include "app/settings/paths.h"
#include "app/settings/settings.h"
#include "engine/model/random_model.h"

#include <CLI/CLI.hpp>

namespace longhand::cli {
namespace {

ProgressSink progress_to(Output& output)
{
    return [&output](const Progress& progress) { output.progress(progress); };
}

std::string word(models::Checked checked)
{
    switch (checked) {
    case models::Checked::publisher:
        return "publisher";
    case models::Checked::recorded:
        return "recorded";
    case models::Checked::differs:
        return "differs";
    case models::Checked::nothing:
        return "nothing";
    }
    return {};
}

std::string sentence_of(const models::Verdict& verdict)
{
    switch (verdict.checked) {
    case models::Checked::publisher:
        return "it is the file its publisher made";
    case models::Checked::recorded:
        return "it is the file whose checksum was noted beside it";
    case models::Checked::differs:
        return (verdict.file.empty() ? std::string("it") : verdict.file) +
               " is not what it should be: expected " + verdict.expected + "; fetch it again";
    case models::Checked::nothing:
        return "nothing is known to compare it with";
    }
    return {};
}

Result<int> verify(Session& session, const std::string& name)
{
    TRY(const std::filesystem::path path,
        name.empty() ? session.model_path() : models::resolve_model(name, session.data_dir()));
    TRY(const models::Verdict verdict,
        models::verify(path, progress_to(session.output()), session.stop()));
    session.output().event(
        "verified",
        {{"path", path.string()},
         {"sha256", verdict.found},
         {"expected", verdict.expected.empty() ? Json(nullptr) : Json(verdict.expected)},
         {"compared_with", word(verdict.checked)}});
    session.output().line("sha256 " + verdict.found + ": " + sentence_of(verdict));
    return verdict.checked == models::Checked::differs ? kFailed : kDone;
}

Result<int> add(Session& session, const std::string& file, models::AddHow how)
{
    TRY(const models::AddedModel added,
        models::add_model(file, session.data_dir(), how, progress_to(session.output()),
                          session.stop()));
    session.output().event("added", {{"name", added.name},
                                     {"path", added.path.string()},
                                     {"already_there", added.already_there}});
    session.output().line(added.name + (added.already_there ? " is installed already\t" : "\t") +
                          added.path.string());
    return kDone;
}

// "210 tensors as q4_k, 61 tensors as f32"
std::string types_of(const infer::Converted& content)
{
    std::string text;
    for (const auto& [type, count] : content.tensors)
        text += (text.empty() ? "" : ", ") + std::to_string(count) + " tensors as " +
                std::string(to_string(type));
    return text;
}

Result<int> add_as(Session& session, const std::string& file, const std::string& wanted)
{
    TRY(const tensor::DType type, model::weight_type(wanted));
    TRY(const models::ConvertedModel made,
        models::convert_model(file, session.data_dir(), type, progress_to(session.output()),
                              session.stop()));
    Json counts = Json::object();
    for (const auto& [stored, count] : made.content.tensors)
        counts[std::string(to_string(stored))] = count;
    session.output().event("added", {{"name", made.added.name},
                                     {"path", made.added.path.string()},
                                     {"already_there", false},
                                     {"weight_bytes", made.content.bytes},
                                     {"tensors", counts}});
    session.output().line(made.added.name + "\t" + made.added.path.string());
    session.output().note(types_of(made.content));
    return kDone;
}

Result<int> remove(Session& session, const std::string& name)
{
    TRY(const std::filesystem::path path, models::resolve_model(name, session.data_dir()));
    TRY(const std::filesystem::path binned, models::remove_model(path, session.data_dir()));
    models::empty_model_bin(session.data_dir());
    session.output().event("removed", {{"path", path.string()}});
    session.output().line("removed " + path.string());
    return kDone;
}

Result<int> get(Session& session, const std::string& name)
{
    const models::KnownModel* model = models::find_known(name);
    if (model == nullptr)
        return Error{ErrorKind::not_found,
                     name + " is not a known model; `longhand models list` names them"};
    if (model->source.empty())
        return Error{ErrorKind::unsupported, "no file of " + model->name +
                                                 " is known for certain; see " + model->page +
                                                 " and add what you fetch with `models add`"};
    const auto kept = settings::Settings::open(settings::settings_file());
    if (!kept.value(settings::kNetwork))
        return Error{ErrorKind::invalid,
                     "nothing is fetched while the settings keep Longhand offline; `longhand "
                     "settings set network.allowed true` changes that"};
    Output& output = session.output();
    output.note(models::describe(*model) + " from " + model->source);
    if (model->sha256.empty())
        output.note("its publisher states no checksum that Longhand knows");
    const auto say = [&output](const models::DownloadProgress& progress) {
        output.progress({.phase = progress.checking ? "checking" : "fetching",
                         .done = progress.done,
                         .total = progress.total,
                         .unit = "bytes",
                         .eta_s = progress.eta_s});
    };
    TRY(const models::Downloaded done,
        models::download({.url = model->source,
                          .target = session.data_dir() / "models" / model->file,
                          .sha256 = model->sha256,
                          .allowed = true},
                         say, session.stop()));
    const bool compared = done.compared != models::Downloaded::Compared::not_compared;
    output.event("fetched", {{"name", model->name},
                             {"path", done.path.string()},
                             {"sha256", done.sha256},
                             {"compared", compared}});
    output.line(done.path.string() + "\tsha256 " + done.sha256 +
                (compared ? ", compared" : ", nothing to compare it with"));
    return kDone;
}

} // namespace

void add_model_store_commands(CLI::App& models, const Chosen& chosen)
{
    auto name = std::make_shared<std::string>();
    auto* verify_command =
        models.add_subcommand("verify", "Compare a model with the checksum that is known of it");
    verify_command->add_option("name", *name,
                               "Path or name; absent: --model, else the embedded one");
    verify_command->callback(
        [name, chosen] { chosen([name](Session& session) { return verify(session, *name); }); });
    auto link = std::make_shared<bool>(false);
    auto* add_command =
        models.add_subcommand("add", "Put a GGUF file or Hugging Face folder among the installed");
    add_command->add_option("file", *name, "GGUF file or folder")->required();
    add_command->add_flag("--link", *link, "Leave it where it is and point at it");
    auto type = std::make_shared<std::string>();
    add_command
        ->add_option("--type", *type,
                     "Write it as one GGUF file with weights of this type: f16, q8_0, q4_k, ...")
        ->excludes("--link");
    add_command->callback([name, link, type, chosen] {
        chosen([name, link, type](Session& session) {
            if (!type->empty())
                return add_as(session, *name, *type);
            return add(session, *name, *link ? models::AddHow::link : models::AddHow::copy);
        });
    });
    auto* remove_command = models.add_subcommand("remove", "Delete an installed model");
    remove_command->add_option("name", *name, "Name of an installed model")->required();
    remove_command->callback(
        [name, chosen] { chosen([name](Session& session) { return remove(session, *name); }); });
    auto* get_command = models.add_subcommand(
        "get", "Fetch a known model; goes on where it was, and only if the settings allow it");
    get_command->add_option("name", *name, "Name of a known model")->required();
    get_command->callback(
        [name, chosen] { chosen([name](Session& session) { return get(session, *name); }); });
}

} // namespace longhand::cli
