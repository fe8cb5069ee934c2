// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/installed.h"

#include "app/models/catalogue.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>

namespace longhand::models {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> model_folders(const fs::path& data_dir)
{
    std::vector<fs::path> folders = {data_dir / "models"};
    if (const char* given = std::getenv("LONGHAND_MODELS"); given != nullptr && *given != '\0')
        folders.emplace_back(given);
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    if (!error)
        folders.push_back(program.parent_path().parent_path() / "share" / "longhand" / "models");
    return folders;
}

std::string lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

} // namespace

std::vector<fs::path> model_files(const fs::path& model)
{
    std::error_code error;
    if (!fs::is_directory(model, error))
        return {model};
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(model, error)) {
        const std::string suffix = entry.path().extension().string();
        if (entry.is_regular_file(error) &&
            (suffix == ".safetensors" || suffix == ".json" || suffix == ".model"))
            files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::uint64_t disk_bytes(const fs::path& model)
{
    std::uint64_t bytes = 0;
    for (const fs::path& file : model_files(model)) {
        std::error_code error;
        const std::uintmax_t size = fs::file_size(file, error);
        bytes += error ? 0 : size;
    }
    return bytes;
}

std::vector<InstalledModel> installed_models(const fs::path& data_dir)
{
    std::vector<InstalledModel> models;
    for (const fs::path& folder : model_folders(data_dir)) {
        std::error_code error;
        for (const auto& entry : fs::directory_iterator(folder, error)) {
            InstalledModel model{.path = entry.path()};
            model.own = folder == data_dir / "models";
            model.linked = entry.is_symlink(error);
            if (entry.is_regular_file(error) && entry.path().extension() == ".gguf") {
                model.name = entry.path().stem().string();
                model.bytes = disk_bytes(entry.path());
                model.embedded = entry.path().filename() == embedded_model().file_name;
            } else if (entry.is_directory(error) &&
                       fs::exists(entry.path() / "config.json", error)) {
                model.name = entry.path().filename().string();
                model.bytes = disk_bytes(entry.path());
            } else {
                continue;
            }
            const bool known = std::any_of(models.begin(), models.end(), [&](const auto& other) {
                return other.name == model.name;
            });
            if (!known)
                models.push_back(std::move(model));
        }
    }
    std::sort(models.begin(), models.end(),
              [](const auto& a, const auto& b) { return a.name < b.name; });
    return models;
}

Result<fs::path> resolve_model(const std::string& path_or_name, const fs::path& data_dir)
{
    std::error_code error;
    if (!path_or_name.empty() && fs::exists(path_or_name, error))
        return fs::path(path_or_name);
    const std::vector<InstalledModel> models = installed_models(data_dir);
    if (path_or_name.empty()) {
        for (const InstalledModel& model : models)
            if (model.embedded)
                return model.path;
        return Error{ErrorKind::not_found,
                     "the embedded model is not in " + (data_dir / "models").string() +
                         ": run packaging/quickstart once, or name a model file with --model"};
    }
    std::vector<InstalledModel> matches;
    for (const InstalledModel& model : models) {
        if (lower(model.name) == lower(path_or_name))
            return model.path;
        if (lower(model.name).find(lower(path_or_name)) != std::string::npos)
            matches.push_back(model);
    }
    if (matches.size() == 1)
        return matches.front().path;
    if (matches.empty())
        return Error{ErrorKind::not_found,
                     path_or_name + ": neither a file nor an installed model; `longhand models "
                                    "list` shows what is installed"};
    std::string names;
    for (const InstalledModel& model : matches)
        names += (names.empty() ? "" : ", ") + model.name;
    return Error{ErrorKind::invalid, path_or_name + ": several models match: " + names};
}

} // namespace longhand::models
