// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"
#include "engine/infer/kv_store.h"

#include <filesystem>
#include <memory>

namespace longhand::jobs {

// Where a session keeps what it reads of the books of a data folder, within what the settings
// allow. Null: they say that nothing is to be kept.
std::unique_ptr<infer::KvStore> readings_store(const settings::Settings& settings,
                                               const std::filesystem::path& data_dir);

} // namespace longhand::jobs
