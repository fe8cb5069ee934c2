// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/convert.h"

#include "app/models/checksums.h"
#include "app/models/inspect.h"

namespace longhand::models {
namespace {

namespace fs = std::filesystem;

// "name-q4_k.gguf", or with a number where that is taken.
fs::path target_for(const ModelFacts& facts, const fs::path& data_dir, tensor::DType type)
{
    const std::string stem = facts.name + "-" + std::string(to_string(type));
    fs::path path = data_dir / "models" / (stem + ".gguf");
    std::error_code error;
    for (int number = 2; fs::exists(fs::symlink_status(path, error)); ++number)
        path = data_dir / "models" / (stem + " (" + std::to_string(number) + ").gguf");
    return path;
}

// What was written is what a later start will find, or it is not kept.
Result<void> check_written(const fs::path& target, const ProgressSink& progress,
                           const std::stop_token& stop)
{
    TRY(const ModelFacts facts, inspect(target));
    if (facts.refusal)
        return *facts.refusal;
    TRY(const std::string hash, sha256_of(target, progress, stop));
    return note_checksum(target, hash);
}

} // namespace

Result<ConvertedModel> convert_model(const fs::path& given, const fs::path& data_dir,
                                     tensor::DType type, const ProgressSink& progress,
                                     const std::stop_token& stop)
{
    const fs::path source = given.has_filename() ? given : given.parent_path();
    TRY(const ModelFacts facts, inspect(source));
    if (facts.refusal)
        return *facts.refusal;
    TRY(const std::uint64_t bytes, infer::converted_bytes(source, {.type = type}));
    TRY(check_room(data_dir / "models", bytes));
    const fs::path target = target_for(facts, data_dir, type);
    ConvertedModel made;
    TRY(made.content,
        infer::convert_model(source, target, {.type = type, .progress = progress, .stop = stop}));
    if (const auto checked = check_written(target, progress, stop); !checked.ok()) {
        std::error_code ignored;
        fs::remove(target, ignored);
        return checked.error();
    }
    made.added = {target, target.stem().string(), false};
    return made;
}

} // namespace longhand::models
