// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/paths.h"

#include <cstdlib>

namespace longhand::settings {

std::filesystem::path data_dir()
{
    const auto variable = [](const char* name) -> std::filesystem::path {
        const char* value = std::getenv(name);
        return value == nullptr ? "" : value;
    };
    // the specification has relative paths ignored
    if (const auto home = variable("XDG_DATA_HOME"); home.is_absolute())
        return home / "longhand";
    if (const auto home = variable("HOME"); home.is_absolute())
        return home / ".local" / "share" / "longhand";
    return std::filesystem::temp_directory_path() / "longhand";
}

}  // namespace longhand::settings
