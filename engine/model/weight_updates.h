// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/checkpoint/adapter_file.h"
#include "engine/checkpoint/checkpoint.h"
#include "engine/model/lora.h"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace longhand::model {

struct ScaledAdapter {
    checkpoint::AdapterFile file;
    float scale = 1.0F; // of every delta; tensors trained whole are not scaled
};

// What adapters make of the tensors of one model file, row by row:
//     W + sum of scale * (alpha / rank) * B A,
// and norms or embeddings trained whole in the place of the file's. Immutable; any thread may ask.
class WeightUpdates {
public:
    WeightUpdates() = default;
    // `config` is that of `file`. Fails: corrupt (a shape contradicts the model), unsupported (a
    // part that the model does not have; a head of its own for a model whose head is the embedding
    // table), invalid (a scale that is no number).
    static Result<WeightUpdates> make(std::vector<ScaledAdapter> adapters,
                                      const ModelConfig& config,
                                      const checkpoint::Checkpoint& file);

    [[nodiscard]] bool touches(const std::string& tensor) const;
    // Row `row` of the file's tensor, given as f32; a vector is one row.
    void apply(const std::string& tensor, std::int64_t row, std::span<float> values) const;

private:
    struct Delta {
        const checkpoint::AdapterPair* pair = nullptr;
        float scale = 1.0F;
        std::int64_t at = 0; // the tensor's row that B's row `first` adds to
        std::int64_t first = 0, count = 0;
        std::int64_t head_dim = 0;    // above 0: B's rows are in halves or neighbours
        bool from_neighbours = false; // then: B's are, the tensor's are not; else the reverse
    };
    struct Update {
        const checkpoint::AdapterTensor* whole = nullptr; // the last adapter's
        float added = 0.0F;
        std::vector<Delta> deltas;
    };
    Result<void> add(const ScaledAdapter& adapter, const ModelConfig& config,
                     const checkpoint::Checkpoint& file);
    Result<void> add_pair(const checkpoint::AdapterPair& pair, const ScaledAdapter& adapter,
                          const ModelConfig& config, const checkpoint::Checkpoint& file);
    Result<void> add_whole(const checkpoint::AdapterTensor& whole, const ModelConfig& config,
                           const checkpoint::Checkpoint& file);

    std::shared_ptr<const std::vector<ScaledAdapter>> adapters_;
    std::map<std::string, Update> updates_; // by tensor
};

// Several adapters as one: their pairs one behind the other along the rank, the last whole tensor
// of each name; rows in the order of Hugging Face, modules by its matrices. They have been tried on
// the model (WeightUpdates). `rope_parameters` is what it says of the rotary rule.
// Fails: corrupt (two shapes of one module).
Result<checkpoint::AdapterFile> join_adapters(std::span<const ScaledAdapter> adapters,
                                              const ModelConfig& config,
                                              std::string rope_parameters);

// Makes such an adapter one of GGUF: names the architecture and orders its rows as that has them.
void interleave_for_gguf(checkpoint::AdapterFile& adapter, const ModelConfig& config);

} // namespace longhand::model
