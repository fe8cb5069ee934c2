// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/config.h"

#include <string>
#include <vector>

namespace longhand::model {

// One tensor of a decoder, whatever a file calls it.
struct TensorPlace {
    std::string TensorNames::*name = nullptr;
    std::int64_t layer = -1; // -1: of no layer
    bool bias = false;       // of that matrix
    friend bool operator==(const TensorPlace&, const TensorPlace&) = default;
};

// Every tensor that a decoder of this description has, in the order of its layers. A tied head is
// none of its own, and q, k and v are one where the config's names have them in one.
std::vector<TensorPlace> tensors_of(const ModelConfig& config);
// "model.layers.3.self_attn.q_proj.bias" by Hugging Face's names.
std::string name_of(const TensorPlace& place, const TensorNames& names);
[[nodiscard]] bool is_norm(const TensorPlace& place);
// A matrix of a layer: what NF4 and adapters are for.
[[nodiscard]] bool is_linear(const TensorPlace& place);

// Whether a decoder of this description has nothing to do with that tensor of its file: rotary
// factors that the config tells already, the head once more where it is tied, how a model sees.
[[nodiscard]] bool is_passed_over(const std::string& tensor, const ModelConfig& config);

} // namespace longhand::model
