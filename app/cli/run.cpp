// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/interrupt.h"
#include "app/device/choose_backend.h"

#include <CLI/CLI.hpp>

#include <exception>
#include <new>

namespace longhand::cli {
namespace {

void add_global_options(CLI::App& app, GlobalOptions& options)
{
    app.add_option("--data-dir", options.data_dir, "Folder of the library")->type_name("DIR");
    app.add_option("--model", options.model, "GGUF file, Hugging Face folder or installed name")
        ->type_name("PATH|NAME");
    app.add_option("--device", options.device, "auto, cpu, cuda or cuda:N")
        ->check(CLI::Validator(
            [](const std::string& device) {
                return device::known_device(device) ? "" : device + " is not auto, cpu, cuda or cuda:N";
            },
            "DEVICE"));
    app.add_option("--device-memory-limit", options.device_memory_limit,
                   "Bytes of the card's memory that may be taken; 0: all")
        ->type_name("BYTES");
    app.add_option("--threads", options.threads, "Threads of the CPU; 0: all cores")
        ->check(CLI::Range(0, 1024));
    app.add_option("--context", options.context, "Tokens of the context; 0: from the model")
        ->check(CLI::Range(0, 1 << 24));
    app.add_option("--preset", options.preset, "How the model is run; `settings list` names them")
        ->type_name("NAME");
    app.add_option("--kv", options.kv,
                   "Type in which keys and values are kept; default: that of the preset, f16")
        ->check(CLI::IsMember({"f32", "f16", "q8_0"}))
        ->type_name("TYPE");
    app.add_option("--rope", options.rope,
                   "Rotary rule instead of the model's: none, linear:4, ntk:4, dynamic:4, yarn:4, "
                   "llama3:8, abf:500000; a factor may be followed by :ORIGINAL_LENGTH")
        ->type_name("RULE");
    app.add_option("--server", options.server,
                   "Let a server do the work (vLLM, SGLang, llama.cpp): text leaves this machine")
        ->type_name("URL");
    app.add_option("--server-key", options.server_key, "Variable that holds the server's key")
        ->type_name("NAME");
    app.add_option("--server-parallel", options.server_parallel,
                   "Requests that a server has at a time; default: that of the settings, 4")
        ->check(CLI::Range(1, 64));
    app.add_option("--server-patience", options.server_patience_s,
                   "Seconds to wait for a server that does not answer; default: 600")
        ->check(CLI::Range(1, 604800));
    app.add_option("--chat-template", options.chat_template,
                   "Write conversations so whatever the model's file says: chatml, llama3, ...")
        ->type_name("NAME");
    app.add_option("--seed", options.seed, "Seed of every random choice; the default is 0");
    app.add_flag("--json", options.json, "One JSON object a line on standard output");
    app.add_flag("--quiet", options.quiet, "No progress and no notes on standard error");
    app.add_option("--adapter", options.adapters,
                   "LoRA adapter: a PEFT folder, its .safetensors or a GGUF file; may be repeated")
        ->type_name("PATH|none")
        ->allow_extra_args(false);
    app.add_option("--adapter-scale", options.adapter_scales,
                   "Strength of an adapter, in the order of --adapter; 1 is as it was trained")
        ->check(CLI::Range(-100.0, 100.0))
        ->type_name("NUMBER")
        ->allow_extra_args(false);
}

int run_chosen(const Run& chosen, const GlobalOptions& options, Output& output,
               std::stop_token stop)
{
    Session session(options, output, std::move(stop));
    try {
        const Result<int> status = chosen(session);
        return status.ok() ? status.value() : output.fail(status.error());
    } catch (const DeviceError& error) {
        return output.fail({error.kind(), error.what()});
    } catch (const std::bad_alloc&) {
        return output.fail({ErrorKind::out_of_memory, "there is not enough memory"});
    } catch (const std::exception& error) {
        return output.fail({ErrorKind::internal, error.what()});
    }
}

} // namespace

int run(int argc, char** argv)
{
    const Interrupt interrupt;
    GlobalOptions options;
    Run chosen;
    CLI::App app("Longhand reads whole books on your own machine: it summarises them, answers\n"
                 "questions with citations and translates them. Nothing is fetched unless you ask.",
                 "longhand");
    app.require_subcommand(1);
    app.fallthrough(); // global options may stand after the command
    app.option_defaults()->always_capture_default();
    add_global_options(app, options);
    const Chosen choose = [&chosen](Run command) { chosen = std::move(command); };
    add_library_commands(app, choose);
    add_text_command(app, choose);
    add_summarise_command(app, choose);
    add_ask_command(app, choose);
    add_translate_command(app, choose);
    add_export_command(app, choose);
    add_jobs_commands(app, choose);
    add_models_commands(app, choose);
    add_settings_commands(app, choose);
    add_merge_command(app, choose);
    add_generate_commands(app, choose);
    add_tokens_command(app, choose);
    add_study_command(app, choose);
    add_train_commands(app, choose);
    add_eval_commands(app, choose);
    add_bench_commands(app, choose);
    add_version_command(app, choose);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& help) {
        return app.exit(help);
    } catch (const CLI::ParseError& error) {
        app.exit(error);
        return kUsage;
    }
    if (!chosen) {
        std::fputs("longhand: this command needs a subcommand; see --help\n", stderr);
        return kUsage;
    }
    Output output(options.json, options.quiet);
    return run_chosen(chosen, options, output, interrupt.token());
}

} // namespace longhand::cli
