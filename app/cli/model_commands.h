// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/commands.h"

namespace longhand::cli {

// Those of `models` that change what is installed: verify add remove get.
void add_model_store_commands(CLI::App& models, const Chosen& chosen);

} // namespace longhand::cli
