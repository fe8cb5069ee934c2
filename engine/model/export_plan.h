// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/checkpoint/checkpoint.h"
#include "engine/checkpoint/planned_tensors.h"
#include "engine/model/config.h"

#include <optional>
#include <vector>

namespace longhand::model {

// Rows of q and k within each head: files of GGUF's architecture llama turn neighbours, all others
// halves (lora.h, interleave_rows).
enum class RowOrder : std::uint8_t { as_they_are, interleaved, separated };

// One tensor of a model file to be, and where its values come from.
struct ExportedTensor {
    const checkpoint::TensorEntry* source = nullptr; // of the file that the plan was made for
    std::vector<float> values;                       // where there is no source: an f32 vector
    checkpoint::PlannedTensor target;
    RowOrder rows = RowOrder::as_they_are; // what becomes of the source's
    std::int64_t head_dim = 0;             // where their order changes
    float added = 0.0F; // to every value: gains of Gemma's norms are less by 1 in one layout
};
// The source's row that becomes row `row`.
std::int64_t source_row(const ExportedTensor& tensor, std::int64_t row);

struct ExportPlan {
    checkpoint::Layout layout = checkpoint::Layout::gguf;
    checkpoint::KeyValues values; // of a GGUF file; the tokenizer's are the caller's to add
    std::string config;           // of a folder: config.json
    std::vector<ExportedTensor> tensors;
};

struct ExportOptions {
    tensor::DType type = tensor::DType::f16; // of matrices
    checkpoint::Layout layout = checkpoint::Layout::gguf;
    std::optional<RopeRule> rope; // in place of the file's, and the length that it reaches with it
};

// What a file of this model holds, for every family that is read, from either layout to either.
// Fields and names are translated; a GGUF file that stays one keeps its keys and names, and a
// folder the fields of config.json that nothing changes.
//
// Rotary rules as rope_files.h writes them. In GGUF files norms and rotary factors are f32, and the
// output matrix, which is the embedding table where there is no other, has at least q6_k: rounding
// it costs most. Where rows are no whole number of blocks, the next larger type with smaller blocks
// takes over: q2_k, q3_k and iq4_xs become iq4_nl, q4_k q5_0, q5_k q5_1, q6_k q8_0; and where they
// are no multiple of 32 either, f16. A folder has one type throughout: f32, f16 or bf16.
//
// Fails: unsupported (what the layout has no place for, by name; a tensor that is no part of the
// architecture; a type that it does not have), corrupt (a tensor is missing), as read_config.
Result<ExportPlan> plan_export(const checkpoint::Checkpoint& file, const ExportOptions& options);

} // namespace longhand::model
