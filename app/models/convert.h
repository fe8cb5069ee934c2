// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/store.h"
#include "engine/infer/convert.h"

namespace longhand::models {

struct ConvertedModel {
    AddedModel added;
    infer::Converted content;
};

// Puts a Hugging Face folder, or a GGUF file whose weights are to have another type, among the
// installed models as one GGUF file "<name>-<type>.gguf", notes its checksum and opens it once
// more to see that it can be used. It appears whole or not at all.
// Fails: as infer::convert_model, inspect() and with its refusal; out_of_memory (the disk has no
// room; says how much is missing), cancelled.
Result<ConvertedModel> convert_model(const std::filesystem::path& source,
                                     const std::filesystem::path& data_dir, tensor::DType type,
                                     const ProgressSink& progress, const std::stop_token& stop);

} // namespace longhand::models
