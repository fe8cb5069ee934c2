// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"
#include "engine/checkpoint/checkpoint.h"
#include "engine/model/rope.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace longhand::model {

// How the tensors of a decoder are called in a file; {} stands for the layer's number. A bias is
// called like its matrix, with "bias" for "weight" at the end.
struct TensorNames {
    std::string embedding, final_norm, head;
    std::string attention_norm, q, k, v, o;
    std::string q_norm, k_norm;       // of single heads; read where head_norms
    std::string attention_post_norm;  // read where post_norms
    std::string mlp_norm, gate, up, down;
    std::string mlp_post_norm;  // read where post_norms
    // Where not empty, q, k and v (in that order) are rows of one matrix; likewise gate and up.
    std::string qkv, gate_up;
};
const TensorNames& gguf_names();
const TensorNames& hugging_face_names();
std::string layer_name(std::string_view pattern, std::int64_t layer);
std::string bias_name(std::string_view weight_name);

// A decoder described as data: what the one forward pass (runner.h) reads. A model family that
// differs adds fields here and a line to the table in family.cpp, never a second forward pass.
struct ModelConfig {
    std::string architecture;  // "llama"; supported_architectures()
    std::int64_t layers = 0;
    std::int64_t dim = 0;
    std::int64_t heads = 0;
    std::int64_t kv_heads = 0;  // divides heads
    std::int64_t head_dim = 0;  // even; heads * head_dim need not be dim
    std::int64_t mlp_dim = 0;
    std::int64_t vocabulary = 0;
    std::int64_t context_length = 0;  // tokens the file claims
    float rms_eps = 1e-5F;
    tensor::Activation activation = tensor::Activation::silu;
    bool tied_head = false;  // the embedding table is also the output head
    bool qkv_bias = false, o_bias = false, mlp_bias = false;
    bool head_norms = false;         // each head of q and k is normed before it turns
    bool post_norms = false;         // what a block adds is normed first
    float norm_offset = 0.0F;        // stored gains are less by this
    float embedding_scale = 1.0F;
    double attention_scale = 0.0;    // of scores; 0: 1 / sqrt(head_dim)
    float attention_soft_cap = 0.0F;  // of scores; 0: none
    float final_soft_cap = 0.0F;      // of logits; 0: none
    std::vector<std::int32_t> windows;  // a layer's sliding window, 0: sees all; empty: no layer's

    std::int64_t rotary_dim = 0;  // entries of a head that turn; even, at most head_dim
    double rope_theta = 10000.0;
    RopeRule rope;
    double local_rope_theta = 0.0;  // base of layers with a window; 0: they turn as the others
    RopeRule local_rope;            // and their rule, when they have a base
    bool rope_interleaved = false;  // GGUF files of architecture llama permute the rows of q and k
    TensorNames names;
    bool language_part = false;  // of a model that also sees; its other parts are passed over

    [[nodiscard]] std::int32_t window(std::int64_t layer) const
    {
        return windows.empty() ? 0 : windows[static_cast<std::size_t>(layer)];
    }
    [[nodiscard]] bool turns_locally(std::int64_t layer) const
    {
        return local_rope_theta > 0.0 && window(layer) > 0;
    }
    [[nodiscard]] std::int64_t q_dim() const { return heads * head_dim; }
    [[nodiscard]] std::int64_t kv_dim() const { return kv_heads * head_dim; }
};

// For messages and for `models inspect`.
std::vector<std::string> supported_architectures();

// From the key-values of a GGUF file or from config.json, both layouts. Every field that would
// change a result is honoured or refused by its name. `rope` replaces the file's rule, also one
// that this version cannot apply; the claimed length grows with its factor. Layers with a window
// and a rotary base of their own keep their rule.
// Fails: unsupported (architecture, rotary rule, activation, a field; says which and what is
// supported), corrupt (a field is missing, of the wrong type, or contradicts another).
Result<ModelConfig> read_config(const checkpoint::Checkpoint& file,
                                const std::optional<RopeRule>& rope = std::nullopt);

// The two layouts, for tests. The GGUF one lacks what only the tensors tell (vocabulary, tied
// head, biases, rotary factors); the other one's embedding scale is not yet rounded to the type of
// the table, as the reference does.
struct RopeLists;  // rope_files.h
Result<ModelConfig> config_from_key_values(const checkpoint::KeyValues& values,
                                           const std::optional<RopeRule>& rope,
                                           const RopeLists& lists);
Result<ModelConfig> config_from_key_values(const checkpoint::KeyValues& values,
                                           const std::optional<RopeRule>& rope);
Result<ModelConfig> config_from_json(std::string_view json, const std::optional<RopeRule>& rope);
// A context length grown by a rule's factor; a length that no model has stays one, for check().
std::int64_t stretched(std::int64_t context_length, double growth);
// Fails: corrupt when sizes are absurd or contradict one another.
Result<void> check(const ModelConfig& config);

}  // namespace longhand::model
