// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/paths.h"

#include <cstdlib>

namespace longhand::settings {
namespace {

std::filesystem::path absolute_variable(const char* name)
{
    const char* value = std::getenv(name);
    const std::filesystem::path path = value == nullptr ? "" : value;
    return path.is_absolute() ? path : std::filesystem::path();  // the specification says so
}

std::filesystem::path folder(const char* variable, const char* below_home)
{
    if (const auto own = absolute_variable(variable); !own.empty())
        return own / "longhand";
    if (const auto home = absolute_variable("HOME"); !home.empty())
        return home / below_home / "longhand";
    return std::filesystem::temp_directory_path() / "longhand";
}

}  // namespace

std::filesystem::path data_dir() { return folder("XDG_DATA_HOME", ".local/share"); }
std::filesystem::path config_dir() { return folder("XDG_CONFIG_HOME", ".config"); }
std::filesystem::path cache_dir() { return folder("XDG_CACHE_HOME", ".cache"); }
std::filesystem::path state_dir() { return folder("XDG_STATE_HOME", ".local/state"); }

std::filesystem::path settings_file() { return config_dir() / "settings.json"; }

}  // namespace longhand::settings
