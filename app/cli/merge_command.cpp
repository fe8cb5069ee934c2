// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/models/store.h"
#include "engine/infer/convert.h"
#include "engine/model/random_model.h"

#include <CLI/CLI.hpp>

namespace longhand::cli {
namespace {

struct MergeArguments {
    std::filesystem::path out;
    std::string type = "f16", what = "model";
    std::vector<float> scales;
};

Result<infer::ConvertOptions> options_of(Session& session, const MergeArguments& arguments)
{
    infer::ConvertOptions options;
    TRY(options.type, model::weight_type(arguments.type));
    options.layout = arguments.out.extension() == ".gguf" ? checkpoint::Layout::gguf
                                                          : checkpoint::Layout::hugging_face;
    for (const std::string& adapter : session.options().adapters)
        if (adapter != "none")
            options.adapters.push_back({adapter, 1.0F});
    if (!session.options().rope.empty()) {
        TRY(options.rope, model::parse_rope_rule(session.options().rope));
    }
    if (options.adapters.empty() && (!options.rope || arguments.what == "adapter"))
        return Error{ErrorKind::invalid, "there is nothing to merge; name an --adapter"};
    if (!arguments.scales.empty() && arguments.scales.size() != options.adapters.size())
        return Error{ErrorKind::invalid, std::to_string(arguments.scales.size()) + " scales for " +
                                             std::to_string(options.adapters.size()) + " adapters"};
    for (std::size_t i = 0; i < arguments.scales.size(); ++i)
        options.adapters[i].scale = arguments.scales[i];
    options.threads = session.options().threads;
    options.progress = [&session](const Progress& progress) {
        session.output().progress(progress);
    };
    options.stop = session.stop();
    return options;
}

Result<int> merge(Session& session, const MergeArguments& arguments)
{
    TRY(const infer::ConvertOptions options, options_of(session, arguments));
    TRY(const std::filesystem::path model, session.model_path());
    std::error_code error;
    if (std::filesystem::exists(arguments.out, error))
        return Error{ErrorKind::invalid,
                     arguments.out.string() + " is there already; name another --out"};
    if (arguments.what == "adapter") {
        TRY(infer::export_adapter(model, arguments.out, options));
        session.output().event("merged", {{"path", arguments.out.string()},
                                          {"what", arguments.what},
                                          {"adapters", options.adapters.size()}});
        session.output().line(arguments.out.string());
        return kDone;
    }
    TRY(const std::uint64_t bytes, infer::converted_bytes(model, options));
    TRY(models::check_room(std::filesystem::absolute(arguments.out).parent_path(), bytes));
    TRY(const infer::Converted made, infer::convert_model(model, arguments.out, options));
    Json counts = Json::object();
    for (const auto& [type, count] : made.tensors)
        counts[std::string(to_string(type))] = count;
    session.output().event("merged", {{"path", arguments.out.string()},
                                      {"what", arguments.what},
                                      {"adapters", options.adapters.size()},
                                      {"weight_bytes", made.bytes},
                                      {"tensors", counts}});
    session.output().line(arguments.out.string());
    return kDone;
}

} // namespace

void add_merge_command(CLI::App& app, const Chosen& chosen)
{
    auto arguments = std::make_shared<MergeArguments>();
    auto* command = app.add_subcommand(
        "merge", "Write a model with its adapters in its weights, or the adapters as one");
    command
        ->add_option("--out", arguments->out,
                     "A GGUF file where it ends in .gguf, else a folder: of Hugging Face, or of "
                     "PEFT for an adapter")
        ->required();
    command->add_option(
        "--type", arguments->type,
        "Of the merged weights: f32, f16, bf16; in GGUF files also q8_0, q4_k, ...");
    command->add_option("--what", arguments->what, "The model, or the adapters as one")
        ->check(CLI::IsMember({"model", "adapter"}));
    command
        ->add_option("--scale", arguments->scales,
                     "How strong each --adapter is, in their order, with commas; 1: as trained")
        ->delimiter(',');
    command->callback([arguments, chosen] {
        chosen([arguments](Session& session) { return merge(session, *arguments); });
    });
}

} // namespace longhand::cli
