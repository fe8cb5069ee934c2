// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/database.h"

namespace longhand::library {

// Brings the file to the newest schema, one migration after the other, each in a transaction.
// Fails: unsupported (written by a newer version), and as Database does.
Result<void> migrate(Database& database);
// A damaged file is found before anything is read from it. Large files are checked once a day.
Result<void> check_integrity(Database& database, const std::filesystem::path& file);

}  // namespace longhand::library
