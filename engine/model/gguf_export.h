// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/checkpoint/checkpoint.h"
#include "engine/checkpoint/planned_tensors.h"

#include <vector>

namespace longhand::model {

// One tensor of a GGUF file to be, and where its values come from.
struct ExportedTensor {
    const checkpoint::TensorEntry* source = nullptr; // of the file that the plan was made for
    std::vector<float> values;                       // where there is no source: an f32 vector
    checkpoint::PlannedTensor target;
    // Above 0: within each of so many heads, row j * d/2 + i of the source becomes row 2 i + j.
    // GGUF files of architecture llama rotate neighbours, Hugging Face halves.
    std::int64_t interleaved_heads = 0;
};

struct ExportPlan {
    checkpoint::KeyValues values; // the tokenizer's are the caller's to add
    std::vector<ExportedTensor> tensors;
};

// What a GGUF file of this model holds, its matrices in `type`. A Hugging Face folder's fields and
// names are translated by a table of its architecture (gguf_export.cpp); of a GGUF file keys and
// names stay.
//
// Rotary rules: none, linear, yarn as keys, llama3 as the divisors rope_freqs.weight, which is how
// GGUF files have it. Norms and rotary factors are f32. The output matrix, which is the embedding
// table where there is no other, has at least q6_k: rounding it costs most. Where rows are no whole
// number of blocks, the next larger type with smaller blocks takes over: q2_k, q3_k and iq4_xs
// become iq4_nl, q4_k q5_0, q5_k q5_1, q6_k q8_0; and where they are no multiple of 32 either, f16.
//
// Fails: unsupported (architecture or rotary rule that cannot be exported, by name; a tensor that
// is no part of the architecture; a type GGUF does not have), corrupt (a tensor is missing).
Result<ExportPlan> plan_export(const checkpoint::Checkpoint& file, tensor::DType type);

} // namespace longhand::model
