// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/checkpoint/adapter_file.h"
#include "engine/train/parameters.h"

namespace longhand::train {

// What was trained as an adapter that other programs read (checkpoint::write_adapter): rows in the
// order of Hugging Face models, gains as they are stored there, and the rotary rule that the model
// ran with, so that nobody applies it to another. Fails: unsupported (a rule that has no place in
// such a file), DeviceError's kinds.
Result<checkpoint::AdapterFile> adapter_of(const Parameters& parameters,
                                           const model::ModelConfig& config);

// The way back: every trained tensor takes the file's values. Nothing changes unless all do.
// Fails: invalid (a tensor is missing, of another shape or scale), DeviceError's kinds.
Result<void> begin_with(Parameters& parameters, const checkpoint::AdapterFile& file,
                        const model::ModelConfig& config);

}  // namespace longhand::train
