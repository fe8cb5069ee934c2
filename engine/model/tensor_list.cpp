// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/tensor_list.h"

#include <algorithm>
#include <array>

namespace longhand::model {
namespace {

using Field = std::string TensorNames::*;

struct Matrix {
    Field name;
    bool bias;
};

std::vector<Matrix> matrices_of(const ModelConfig& config)
{
    std::vector<Matrix> matrices;
    if (!config.names.qkv.empty())
        matrices.push_back({&TensorNames::qkv, config.qkv_bias});
    else
        for (const Field field : {&TensorNames::q, &TensorNames::k, &TensorNames::v})
            matrices.push_back({field, config.qkv_bias});
    matrices.push_back({&TensorNames::o, config.o_bias});
    if (!config.names.gate_up.empty())
        matrices.push_back({&TensorNames::gate_up, config.mlp_bias});
    else
        for (const Field field : {&TensorNames::gate, &TensorNames::up})
            matrices.push_back({field, config.mlp_bias});
    matrices.push_back({&TensorNames::down, config.mlp_bias});
    return matrices;
}

std::vector<Field> norm_fields(const ModelConfig& config)
{
    std::vector<Field> norms = {&TensorNames::attention_norm, &TensorNames::mlp_norm};
    if (config.head_norms)
        norms.insert(norms.end(), {&TensorNames::q_norm, &TensorNames::k_norm});
    if (config.post_norms)
        norms.insert(norms.end(), {&TensorNames::attention_post_norm, &TensorNames::mlp_post_norm});
    return norms;
}

} // namespace

std::vector<TensorPlace> tensors_of(const ModelConfig& config)
{
    std::vector<TensorPlace> places = {{&TensorNames::embedding}, {&TensorNames::final_norm}};
    if (!config.tied_head)
        places.push_back({&TensorNames::head});
    const std::vector<Matrix> matrices = matrices_of(config);
    const std::vector<Field> norms = norm_fields(config);
    for (std::int64_t layer = 0; layer < config.layers; ++layer) {
        for (const Field norm : norms)
            places.push_back({norm, layer});
        for (const Matrix& matrix : matrices) {
            places.push_back({matrix.name, layer});
            if (matrix.bias)
                places.push_back({matrix.name, layer, true});
        }
    }
    return places;
}

std::string name_of(const TensorPlace& place, const TensorNames& names)
{
    const std::string& pattern = names.*place.name;
    const std::string whole = place.layer < 0 ? pattern : layer_name(pattern, place.layer);
    return place.bias ? bias_name(whole) : whole;
}

bool is_norm(const TensorPlace& place)
{
    constexpr std::array<Field, 7> kNorms = {
        &TensorNames::final_norm,    &TensorNames::attention_norm,
        &TensorNames::mlp_norm,      &TensorNames::attention_post_norm,
        &TensorNames::mlp_post_norm, &TensorNames::q_norm,
        &TensorNames::k_norm};
    return std::find(kNorms.begin(), kNorms.end(), place.name) != kNorms.end();
}

bool is_linear(const TensorPlace& place)
{
    return place.layer >= 0 && !place.bias && !is_norm(place);
}

bool is_passed_over(const std::string& tensor, const ModelConfig& config)
{
    constexpr std::array<std::string_view, 3> kFactors = {
        "rope_freqs.weight", "rope_factors_long.weight", "rope_factors_short.weight"};
    constexpr std::array<std::string_view, 4> kOtherParts = {
        "vision_tower.", "multi_modal_projector.", "model.vision_tower.",
        "model.multi_modal_projector."};
    const auto begins = [&](std::string_view part) { return tensor.starts_with(part); };
    return std::find(kFactors.begin(), kFactors.end(), tensor) != kFactors.end() ||
           tensor.ends_with(".self_attn.rotary_emb.inv_freq") || // of older libraries
           (config.tied_head && tensor == config.names.head) ||
           (config.language_part && std::any_of(kOtherParts.begin(), kOtherParts.end(), begins));
}

} // namespace longhand::model
