// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/config.h"

#include <cstdint>
#include <string_view>

namespace longhand::model {

// Which layers of a family have a sliding window when a file does not list them.
enum class WindowLayers : std::uint8_t {
    never,        // and a window in config.json is refused
    all,
    from_a_layer,  // those from max_window_layers on, if use_sliding_window says so
    all_but_last_of_period,
};

// What a model family is apart from its sizes: what files leave unsaid, and how they are laid out.
// Facts of the families' own libraries (transformers 5, llama.cpp).
struct Family {
    std::string_view name;        // of a GGUF architecture, and how we call it
    std::string_view model_type;  // of config.json
    bool in_gguf = true;          // Mistral's GGUF files are of architecture llama
    bool interleaved = false;     // GGUF files have the rows of q and k permuted
    bool qkv_bias = false;        // always
    bool optional_bias = false;   // attention_bias and mlp_bias of config.json are heard
    bool head_norms = false;
    bool gemma = false;           // norms behind blocks, gains stored less 1, embeddings scaled
    bool fused = false;           // q, k, v in one matrix, gate and up in another
    WindowLayers window_layers = WindowLayers::never;
    std::int64_t window_period = 0;
    // What config.json means when it leaves a field out.
    bool tied_head = false;
    std::int64_t heads = 0, kv_heads = 0, vocabulary = 0;  // 0: it never does
    std::int64_t window = 0;
    std::int64_t head_dim = 0;  // 0: width / heads
    std::int64_t context_length = 2048;
    double rms_eps = 1e-6;
    double rope_theta = 10000.0;
    double local_rope_theta = 0.0;  // of layers with a window; 0: as the others
    double attention_soft_cap = 0.0, final_soft_cap = 0.0;
};

// Null when no family has that name.
const Family* family_of_architecture(std::string_view name);
const Family* family_of_model_type(std::string_view model_type);
// "llama, qwen2, ...": what the refusal of another one lists.
std::string architectures_in_gguf();
std::string model_types();

// How the family's tensors are called in either layout.
TensorNames gguf_names_of(const Family& family);
TensorNames hugging_face_names_of(const Family& family);

// The windows of layers by the family's habit: `period` replaces its own when above 0.
std::vector<std::int32_t> windows_by_habit(const Family& family, std::int64_t layers,
                                           std::int64_t window, std::int64_t period,
                                           std::int64_t first_layer);

// Settles which rotary rule holds: the file's, or the one asked for in its place, and the length
// that the model then claims. `config` has the length that the file claims.
// Fails: what `declared` failed with, unless a rule is asked for.
Result<void> settle_rope(ModelConfig& config, const Result<RopeRule>& declared,
                         const std::optional<RopeRule>& asked);

}  // namespace longhand::model
