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

// How the tensors of a decoder are called in a file; {} stands for the layer's number.
struct TensorNames {
    std::string_view embedding, final_norm, head;
    std::string_view attention_norm, q, k, v, o;
    std::string_view mlp_norm, gate, up, down;
};
const TensorNames& gguf_names();
const TensorNames& hugging_face_names();
std::string layer_name(std::string_view pattern, std::int64_t layer);

// A decoder described as data: what the one forward pass (runner.h) reads. A model family that
// differs adds fields here and a line to the table in config.cpp, never a second forward pass.
struct ModelConfig {
    std::string architecture;  // "llama"
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
    double rope_theta = 10000.0;
    RopeRule rope;
    bool rope_interleaved = false;  // GGUF files of architecture llama permute the rows of q and k
    TensorNames names;

    [[nodiscard]] std::int64_t q_dim() const { return heads * head_dim; }
    [[nodiscard]] std::int64_t kv_dim() const { return kv_heads * head_dim; }
};

// "llama"; for messages and for `models inspect`.
std::vector<std::string> supported_architectures();

// From the key-values of a GGUF file or from config.json, both layouts. Every field that would
// change a result is honoured or refused by its name. `rope` replaces the file's rule, also one
// that this version cannot apply; the claimed length grows with its factor.
// Fails: unsupported (architecture, rotary rule, activation, a field; says which and what is
// supported), corrupt (a field is missing, of the wrong type, or contradicts another).
Result<ModelConfig> read_config(const checkpoint::Checkpoint& file,
                                const std::optional<RopeRule>& rope = std::nullopt);

// The two layouts, for tests; `name` appears in errors. The GGUF one lacks what only the tensors
// tell (vocabulary, tied head).
Result<ModelConfig> config_from_key_values(const checkpoint::KeyValues& values,
                                           const std::optional<RopeRule>& rope);
Result<ModelConfig> config_from_json(std::string_view json, const std::optional<RopeRule>& rope);
// A context length grown by a rule's factor; a length that no model has stays one, for check().
std::int64_t stretched(std::int64_t context_length, double growth);
// Fails: corrupt when sizes are absurd or contradict one another.
Result<void> check(const ModelConfig& config);

}  // namespace longhand::model
