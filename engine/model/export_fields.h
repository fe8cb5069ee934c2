// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/family.h"

#include <string>
#include <string_view>

namespace longhand::model {

// A decoder's description in the fields of either layout, read back as the same one. What a layout
// has no field for is refused by name, never left out.

// The keys "<architecture>.*" of a GGUF file but the rotary ones (rope_files.h). `config` has the
// architecture's name of GGUF. Fails: unsupported.
Result<void> config_to_key_values(const ModelConfig& config, const Family& family,
                                  checkpoint::KeyValues& values);

// The text of config.json, its weights of `type`. `base`: the file of the model that is exported,
// whose other fields stay; empty for one made anew. Fails: unsupported, corrupt (`base`).
Result<std::string> config_to_json(const ModelConfig& config, const Family& family,
                                   tensor::DType type, std::string_view base);

} // namespace longhand::model
