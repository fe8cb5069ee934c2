// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/checkpoint/adapter_file.h"
#include "engine/model/decoder_parts.h"
#include "engine/model/rope_rule.h"
#include "engine/model/transformer.h"

#include <memory>
#include <optional>
#include <string>

namespace longhand::model {

// The rotary rule that an adapter was trained for, nothing when it says none. A model is loaded
// with it before the adapter is applied. Fails: corrupt, unsupported.
Result<std::optional<RopeRule>> rope_rule_of(const checkpoint::AdapterFile& file);

// The rotary rule to run with: the one asked for, and the adapters' own. Fails: invalid when two of
// them differ, as rope_rule_of.
Result<std::optional<RopeRule>> settle_rule(std::optional<RopeRule> asked,
                                            std::span<const checkpoint::AdapterFile> adapters);

// Rows [first, first + count) of a pair's B belong to one linear: a matrix of Hugging Face may be
// several of them.
struct AdaptedRows {
    std::int64_t layer = 0;
    LinearKind kind = LinearKind::q;
    std::int64_t first = 0, count = 0;
};
// Fails: unsupported (the model has no such module), corrupt (B has other rows).
Result<std::vector<AdaptedRows>> adapted_rows(const checkpoint::AdapterPair& pair,
                                              const ModelConfig& config);
// What Hugging Face's files of this family store less than a norm's gain, and so adapters too.
float adapter_norm_offset(const ModelConfig& config);

// A LoRA adapter (Hu et al. 2021) in a backend's memory, for one model:
//     y = W x + scale * (alpha / rank) * B (A x)
// and norms or embeddings that were trained whole in place of the model's. Immutable: sessions on
// any thread may share one, and switching adapters moves no weight.
class LoraAdapter {
public:
    // `scale` multiplies every delta; 1 is as trained. Whole tensors are not scaled.
    // Fails: corrupt (a shape contradicts the model), unsupported (a module that the model does not
    // have, whole weights of linears, a rotary rule other than the model's; by name),
    // invalid (a scale that is no number), out_of_memory.
    static Result<std::shared_ptr<const LoraAdapter>>
    make(const checkpoint::AdapterFile& file, std::shared_ptr<const Transformer> base, float scale);

    [[nodiscard]] const std::string& name() const { return name_; }
    // The base with this adapter applied: shares the base's memory.
    [[nodiscard]] const std::shared_ptr<const Transformer>& transformer() const
    {
        return transformer_;
    }
    [[nodiscard]] std::uint64_t bytes() const { return bytes_; }

private:
    LoraAdapter() = default;

    std::string name_;
    std::shared_ptr<const Transformer> transformer_;
    std::uint64_t bytes_ = 0;
};

// Rows of q or k from the order of halves, pairs (i, i + d / 2) of each head, to neighbours,
// (2 i, 2 i + 1), as GGUF files of architecture llama have them, or back. `columns` values a row.
std::vector<float> interleave_rows(std::span<const float> rows, std::int64_t columns,
                                   std::int64_t head_dim);
std::vector<float> separate_rows(std::span<const float> rows, std::int64_t columns,
                                 std::int64_t head_dim);

}  // namespace longhand::model
