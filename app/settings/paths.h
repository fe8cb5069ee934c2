// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace longhand::settings {

// The folders of the XDG base directory specification, each with longhand below it. A variable
// that is unset, empty or relative counts as absent; without a home, a temporary folder serves.

// Books, results and models: $XDG_DATA_HOME/longhand, else ~/.local/share/longhand.
std::filesystem::path data_dir();
// The settings file: $XDG_CONFIG_HOME/longhand, else ~/.config/longhand.
std::filesystem::path config_dir();
// What can be made again: $XDG_CACHE_HOME/longhand, else ~/.cache/longhand.
std::filesystem::path cache_dir();
// Logs and the window's state: $XDG_STATE_HOME/longhand, else ~/.local/state/longhand.
std::filesystem::path state_dir();

// config_dir()/settings.json.
std::filesystem::path settings_file();

}  // namespace longhand::settings
