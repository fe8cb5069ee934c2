// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/presets.h"
#include "engine/infer/generator.h"
#include "engine/infer/model_loader.h"

#include <memory>

namespace longhand::models {

// How a preset wants this model loaded: as much context as the preset, the file's claim and
// `memory_limit_bytes` allow (0: what the backend says is free). `options` brings the backend and
// what the preset says nothing of; a context set there stays. Fails: as inspect_model does.
Result<infer::LoadOptions> apply_preset(const settings::Preset& preset,
                                        const std::filesystem::path& model,
                                        infer::LoadOptions options);

// The same generator, whose requests sample as the preset says where a task left it at the
// likeliest word; the steps of a retry keep their own. The generator itself when the preset leaves
// it to the tasks.
std::shared_ptr<infer::Generator> with_sampling(std::shared_ptr<infer::Generator> generator,
                                                const settings::Preset& preset);

} // namespace longhand::models
