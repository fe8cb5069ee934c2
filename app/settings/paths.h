// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace longhand::settings {

// Where books, results and models are kept: $XDG_DATA_HOME/longhand, else ~/.local/share/longhand.
std::filesystem::path data_dir();

}  // namespace longhand::settings
