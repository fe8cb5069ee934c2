// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tasks/translate.h"

#include <filesystem>

namespace longhand::tasks {

// Terms of a file: a line each, source, target and perhaps a note, by tabs where the file has one,
// else by commas, with quotes as in CSV. Lines that begin with # are remarks.
// Fails: not_found, unreadable, corrupt (naming the line).
Result<std::vector<GlossaryEntry>> read_glossary(const std::filesystem::path& path);

}  // namespace longhand::tasks
