// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/decoder_parts.h"

#include <cmath>

namespace longhand::model {
namespace {

struct KindNames {
    std::string_view block, name;
    tensor::Linear LayerWeights::* linear;
};

const KindNames& names_of(LinearKind kind)
{
    static constexpr std::array<KindNames, 7> kNames = {{
        {"self_attn", "q_proj", &LayerWeights::q},
        {"self_attn", "k_proj", &LayerWeights::k},
        {"self_attn", "v_proj", &LayerWeights::v},
        {"self_attn", "o_proj", &LayerWeights::o},
        {"mlp", "gate_proj", &LayerWeights::gate},
        {"mlp", "up_proj", &LayerWeights::up},
        {"mlp", "down_proj", &LayerWeights::down},
    }};
    return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace

std::string_view short_name(LinearKind kind) { return names_of(kind).name; }

std::string module_name(LinearKind kind, std::int64_t layer)
{
    const KindNames& names = names_of(kind);
    return "layers." + std::to_string(layer) + "." + std::string(names.block) + "." +
           std::string(names.name);
}

tensor::Linear& linear_of(LayerWeights& layer, LinearKind kind)
{
    return layer.*names_of(kind).linear;
}

const tensor::Linear& linear_of(const LayerWeights& layer, LinearKind kind)
{
    return layer.*names_of(kind).linear;
}

tensor::AttentionShape attention_shape(const ModelConfig& config, std::int64_t layer)
{
    const double scale = config.attention_scale > 0.0
                             ? config.attention_scale
                             : 1.0 / std::sqrt(static_cast<double>(config.head_dim));
    return {.heads = config.heads,
            .kv_heads = config.kv_heads,
            .head_dim = config.head_dim,
            .scale = static_cast<float>(scale),
            .window = config.window(layer),
            .soft_cap = config.attention_soft_cap};
}

std::vector<NormPlace> norms_of(TransformerParts& parts)
{
    std::vector<NormPlace> places;
    for (std::size_t i = 0; i < parts.layers.size(); ++i) {
        LayerWeights& layer = parts.layers[i];
        const std::string prefix = "layers." + std::to_string(i) + ".";
        // With norms behind the blocks (Gemma) the library's names move on by one.
        const bool post = !layer.attention_post_norm.empty();
        const auto add = [&](const char* name, tensor::Tensor& gain) {
            if (!gain.empty())
                places.push_back({prefix + name, &gain});
        };
        add("input_layernorm", layer.attention_norm);
        add("self_attn.q_norm", layer.head_norms.q_gain);
        add("self_attn.k_norm", layer.head_norms.k_gain);
        add("post_attention_layernorm", post ? layer.attention_post_norm : layer.mlp_norm);
        if (post)
            add("pre_feedforward_layernorm", layer.mlp_norm);
        add("post_feedforward_layernorm", layer.mlp_post_norm);
    }
    places.push_back({"norm", &parts.final_norm});
    return places;
}

}  // namespace longhand::model
