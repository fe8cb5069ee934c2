// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/checkpoint/checkpoint.h"

#include <filesystem>
#include <string>
#include <vector>

namespace longhand::checkpoint {

// A LoRA adapter as files hold it: what the PEFT library writes (adapter_config.json and
// adapter_model.safetensors), or a GGUF file whose general.type is "adapter". Numbers are widened
// to f32; modules are called as in a Hugging Face model, less "model." ("layers.0.self_attn.q_proj",
// for fused matrices "layers.0.self_attn.qkv_proj" and "layers.0.mlp.gate_up_proj").

struct AdapterPair {
    std::string module;
    tensor::Shape a_shape;  // [rank, in]
    tensor::Shape b_shape;  // [out, rank]
    std::vector<float> a, b;
    float scale = 1.0F;     // alpha / rank, or alpha / sqrt(rank) where the file says rslora
};

// A tensor that was trained whole ("norm.weight", "embed_tokens.weight").
struct AdapterTensor {
    std::string name;
    tensor::Shape shape;
    std::vector<float> values;
};

struct AdapterFile {
    std::string name;  // of the folder or file
    std::vector<AdapterPair> pairs;
    std::vector<AdapterTensor> whole;
    // GGUF files of architecture llama have the rows of B of q and k permuted like the model's.
    bool interleaved = false;
    std::string architecture;     // GGUF's; empty in a PEFT folder
    std::string rope_parameters;  // JSON object of the rotary rule it was trained for, or empty
};

// A PEFT folder, its .safetensors file (adapter_config.json beside it), or a GGUF adapter.
// Fails: not_found, unreadable, corrupt (a shape, a rank, half a pair), unsupported (a method other
// than LoRA, trained biases, DoRA, LoRA of embeddings, patterns that are regular expressions; by
// name).
Result<AdapterFile> read_adapter(const std::filesystem::path& path);

// Writes a PEFT folder, made if absent: adapter_config.json (last, so that a folder with one is
// whole) and adapter_model.safetensors, f32. Rows must not be interleaved (ENSURE).
// Fails: unreadable, out_of_memory (disk full).
Result<void> write_adapter(const AdapterFile& adapter, const std::filesystem::path& folder);

// Writes a GGUF adapter, f32, for `architecture` by GGUF's name; rows are interleaved where its
// models' are (ENSURE). The rotary rule stands in the key rope_parameters. Programs that know LoRA
// pairs alone pass over the norms.
// Fails: unsupported (embeddings trained whole, an output head: merge them instead), as GgufWriter.
Result<void> write_gguf_adapter(const AdapterFile& adapter, const std::filesystem::path& path);

}  // namespace longhand::checkpoint
