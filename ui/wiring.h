// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "ui/bridge/local_assistant.h"

#include <filesystem>
#include <string>

namespace longhand::ui {

// What the program's command line says about where things lie.
struct Places {
    std::filesystem::path dataDir;   // empty: the person's data folder
    std::string model;               // path or name; empty: the one that comes with the program
    std::filesystem::path resources; // prompts, welcome book
    std::filesystem::path settings;  // file of the settings
};

// Picks backend, model and folders, and wires them to the window. Loads nothing yet: the model is
// read when the first job needs it.
LocalAssistant::Wiring wire(const Places& places);

} // namespace longhand::ui
