// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/transformer.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace longhand::model {

// The parts of a decoder that adapters and training speak of: its linears and its norms, by layer
// and kind, with the names that the PEFT library gives them.

enum class LinearKind : std::uint8_t { q, k, v, o, gate, up, down };
constexpr std::array<LinearKind, 7> kLinearKinds = {LinearKind::q,    LinearKind::k,
                                                    LinearKind::v,    LinearKind::o,
                                                    LinearKind::gate, LinearKind::up,
                                                    LinearKind::down};
constexpr std::array<LinearKind, 4> kAttentionKinds = {LinearKind::q, LinearKind::k, LinearKind::v,
                                                       LinearKind::o};

// "q_proj"
std::string_view short_name(LinearKind kind);
// "layers.3.self_attn.q_proj": the module's path in a Hugging Face model, less "model.".
std::string module_name(LinearKind kind, std::int64_t layer);
tensor::Linear& linear_of(LayerWeights& layer, LinearKind kind);
const tensor::Linear& linear_of(const LayerWeights& layer, LinearKind kind);

// What attention of a layer is: heads, scale of scores, window, cap.
tensor::AttentionShape attention_shape(const ModelConfig& config, std::int64_t layer);

// One gain of a layer: "layers.3.input_layernorm" and where it stands.
struct NormPlace {
    std::string name;
    tensor::Tensor* gain = nullptr;
};
// Every gain of the parts that is there, layer by layer, the final one ("norm") last.
std::vector<NormPlace> norms_of(TransformerParts& parts);

}  // namespace longhand::model
