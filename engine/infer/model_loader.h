// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/lora.h"
#include "engine/model/memory_plan.h"
#include "engine/model/transformer.h"
#include "engine/tokenizer/chat_template.h"
#include "engine/tokenizer/tokenizer.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace longhand::infer {

// A LoRA adapter: a PEFT folder, its .safetensors or a GGUF file (checkpoint/adapter_file.h).
struct AdapterPart {
    std::filesystem::path path;
    float scale = 1.0F;  // 1: as it was trained
};

struct LoadOptions {
    std::shared_ptr<tensor::Backend> backend;  // never null
    std::optional<model::RopeRule> rope;       // replaces the file's rule
    std::optional<tensor::DType> linears;  // type that the layers' matrices are loaded in: nf4
    std::string chat_template; // name of the one to use whatever the file says; empty: the file's
    // Tokens of prompt and answer. 0: what the model claims, at most 32768, halved until the plan
    // fits the free memory.
    std::int64_t context = 0;
    std::int64_t kv_tokens = 0;  // of all requests that run together; 0: context
    tensor::DType kv_dtype = tensor::DType::f16;
    // Of one step; a stop is noticed between two. 0: what the backend uses well, 512 without one.
    std::int64_t prefill_tokens = 0;
    std::int64_t max_sequences = 16;    // requests that decode together
    // Tokens up to which this model was measured to work; 0: what the file claims without the
    // factor of a rule given here. Never above the context.
    std::int64_t measured_length = 0;
    std::uint64_t memory_limit_bytes = 0;  // 0: what the backend says is free
    // Over the whole model, one upon the other. One that carries a rotary rule sets `rope`, or must
    // agree.
    std::vector<AdapterPart> adapters;
};

// A model as its file describes it, nothing loaded: for `models inspect` and `models fit`.
struct ModelSummary {
    model::ModelConfig config;
    std::string name;  // file or folder name
    std::uint64_t weight_bytes = 0;
    std::string weight_type;  // of most bytes, "q4_1"
    std::string chat_template;  // its name, empty when there is none or none we know
    std::string tokenizer;      // "byte_bpe", "sentencepiece", "tokenizer_json", empty when absent
    std::int64_t measured_length = 0;
};

// Adapters over a model, one upon the other.
struct AppliedAdapters {
    std::shared_ptr<const model::Transformer> transformer;
    std::vector<std::string> names;
    std::string identity;  // of the files and scales; empty when a file cannot be read again
};
// `files` are those of the parts. Fails: as model::LoraAdapter::make.
Result<AppliedAdapters> apply_adapters(std::span<const AdapterPart> parts,
                                       std::span<const checkpoint::AdapterFile> files,
                                       std::shared_ptr<const model::Transformer> base);
// Fails: as checkpoint::read_adapter.
Result<std::vector<checkpoint::AdapterFile>> read_adapters(std::span<const AdapterPart> parts);

// What a Session runs. Immutable; several sessions may share the transformer.
struct LoadedModel {
    std::string name;
    std::string identity;          // of its files (model_identity); empty: nothing it reads is kept
    std::string adapter_identity;  // of its adapters' files; empty: there are none
    std::shared_ptr<const model::Transformer> transformer;  // adapters applied
    std::vector<std::string> adapters;                      // their names
    std::shared_ptr<const tokenizer::Tokenizer> tokenizer;
    std::optional<tokenizer::ChatTemplate> chat_template;  // absent: chats are refused
    std::string chat_template_missing; // then why: there is none, or one that is not known
    model::MemoryPlan plan;
    model::RunnerOptions runner;  // what the plan was made for
    std::int64_t measured_length = 0;
};

// Tells model files from one another: a hash of size and time of each file, of its first 64 KiB
// and of 256 samples spread over it. Empty when a file cannot be read.
std::string model_identity(const std::filesystem::path& path);
// Fails as Checkpoint::open and read_config do.
Result<ModelSummary> inspect_model(const std::filesystem::path& path,
                                   const std::optional<model::RopeRule>& rope = std::nullopt);
// The memory that a session over this model takes with these options. Fails: invalid;
// unsupported (a KV type that does not suit its heads).
Result<model::MemoryPlan> plan_session(const ModelSummary& summary, const LoadOptions& options);

// Opens a GGUF file or a Hugging Face folder. Fails: as inspect_model does; invalid when an adapter
// was trained for another rotary rule than the one given; as LoraAdapter::make; out_of_memory, before
// anything is taken, when the plan exceeds the memory there is, naming both numbers.
Result<LoadedModel> load_model(const std::filesystem::path& path, const LoadOptions& options);

}  // namespace longhand::infer
