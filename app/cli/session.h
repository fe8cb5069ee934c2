// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/options.h"
#include "app/cli/output.h"
#include "app/device/choose_backend.h"
#include "app/jobs/jobs.h"
#include "app/library/library.h"
#include "app/settings/presets.h"
#include "engine/infer/generator.h"
#include "engine/infer/model_loader.h"
#include "engine/infer/remote/remote_generator.h"

#include <memory>
#include <stop_token>
#include <string>

namespace longhand::cli {

// What the commands of one run share: where things lie, the output, the way to stop. Opens each
// thing when a command first asks for it.
class Session {
public:
    Session(GlobalOptions options, Output& output, std::stop_token stop);

    [[nodiscard]] const GlobalOptions& options() const { return options_; }
    [[nodiscard]] Output& output() { return output_; }
    [[nodiscard]] std::stop_token stop() const { return stop_; }
    [[nodiscard]] std::filesystem::path data_dir() const;

    // The library of the data folder. Fails as Library::open does.
    Result<library::Library*> library();
    // A book by id or part of a title; a file is imported first (or found again by its content).
    Result<library::Book> book(const std::string& book_or_file);
    Result<library::Added> import(const std::filesystem::path& file, const std::string& password,
                                  const std::string& encoding);
    // The model that --model names, loaded once; with --server, or where neither is given and the
    // settings switch a server on, that server's, which a note says. Fails: not_found, corrupt, unsupported, out_of_memory, unreadable (no such server).
    Result<std::shared_ptr<infer::Generator>> generator();
    Result<std::filesystem::path> model_path();
    // How --device, --threads, --context, --kv and --rope want it loaded; `threads` where --threads
    // says nothing. Fails: invalid, unsupported, not_found.
    Result<infer::LoadOptions> load_options(int threads = 0);
    Result<infer::LoadOptions> load_options(std::shared_ptr<tensor::Backend> backend);
    // The preset that --preset or the settings name, with what --kv says. Fails: invalid.
    Result<settings::Preset> preset() const;
    // The runner of this process; its events go to `events`.
    Result<std::unique_ptr<jobs::JobRunner>> runner(jobs::EventSink events);

private:
    [[nodiscard]] device::BackendChoice device_choice(int threads) const;
    // The server that is to do the work, if one is.
    [[nodiscard]] std::optional<infer::remote::RemoteOptions> server() const;
    GlobalOptions options_;
    Output& output_;
    std::stop_token stop_;
    std::unique_ptr<library::Library> library_;
    std::shared_ptr<infer::Generator> generator_;
};

// "1-5,9" as indices from 0. Fails: invalid.
Result<std::vector<std::uint32_t>> parse_chapters(const std::string& ranges);

} // namespace longhand::cli
