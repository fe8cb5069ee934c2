// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/checkpoint/checkpoint.h"

#include <filesystem>
#include <string>

namespace longhand::infer {

// A folder that grows under the name "<path>.part" and appears under its own with commit(); without
// one nothing is left behind.
class NewFolder {
public:
    // Fails: invalid (something is there already), unreadable; so does commit.
    static Result<NewFolder> make(const std::filesystem::path& path);
    NewFolder(NewFolder&& other) noexcept;
    NewFolder& operator=(NewFolder&&) = delete;
    ~NewFolder();

    [[nodiscard]] const std::filesystem::path& path() const { return part_; }
    Result<void> commit() const;

private:
    NewFolder(std::filesystem::path path, std::filesystem::path part);

    std::filesystem::path path_;
    std::filesystem::path part_; // empty: moved from
};

// All that a Hugging Face folder of the model holds besides weights: `config` as config.json, the
// tokenizer, the chat template, how answers end. Of a folder its own files are copied, of a GGUF
// file they are made.
// Fails: unsupported (a tokenizer that cannot be written so), unreadable, out_of_memory.
Result<void> write_folder_files(const checkpoint::Checkpoint& file, const std::string& config,
                                const std::filesystem::path& folder);

} // namespace longhand::infer
