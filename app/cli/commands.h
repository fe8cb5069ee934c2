// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/session.h"

#include <functional>

// The command line's library is named here by its class alone, so that this header stays light.
namespace CLI {
class App;
}

namespace longhand::cli {

// A command adds its subcommand and options to the app and hands over what runs when it was
// chosen. It returns the exit status; an Error is said and becomes one.
using Run = std::function<Result<int>(Session&)>;
// Called by a subcommand's callback: remembers what to run once everything is parsed.
using Chosen = std::function<void(Run)>;

void add_library_commands(CLI::App& app, const Chosen& chosen);  // import list show search remove
void add_text_command(CLI::App& app, const Chosen& chosen);      // text
void add_summarise_command(CLI::App& app, const Chosen& chosen); // summarise
void add_ask_command(CLI::App& app, const Chosen& chosen);       // ask
void add_translate_command(CLI::App& app, const Chosen& chosen); // translate
void add_export_command(CLI::App& app, const Chosen& chosen);    // export
void add_jobs_commands(CLI::App& app, const Chosen& chosen);     // jobs list resume cancel clear
void add_models_commands(CLI::App& app,
                         const Chosen& chosen); // models list inspect fit verify add remove get
void add_settings_commands(CLI::App& app, const Chosen& chosen); // settings list get set
void add_merge_command(CLI::App& app, const Chosen& chosen);     // merge
void add_generate_commands(CLI::App& app, const Chosen& chosen); // generate
void add_tokens_command(CLI::App& app, const Chosen& chosen);    // tokens
void add_eval_commands(CLI::App& app, const Chosen& chosen);     // eval perplexity
void add_bench_commands(CLI::App& app, const Chosen& chosen);    // bench generate train ingest
void add_study_command(CLI::App& app, const Chosen& chosen);     // study
void add_train_commands(CLI::App& app, const Chosen& chosen);    // train extend sft
void add_version_command(CLI::App& app, const Chosen& chosen);   // version

// Parses, runs, returns the exit status of the program.
int run(int argc, char** argv);

} // namespace longhand::cli
