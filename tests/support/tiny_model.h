// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/random.h"
#include "engine/infer/session.h"
#include "engine/model/runner.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace longhand::test {

// A decoder of two layers with random weights: real arithmetic in microseconds, no file.
struct TinyOptions {
    std::int64_t heads = 4;
    std::int64_t kv_heads = 2;
    std::int64_t head_dim = 16;
    std::int64_t dim = 64;
    bool tied_head = false;
    bool interleaved = false;
    model::RopeRule rope;
    double rope_theta = 10000.0;
    std::vector<std::int32_t> windows;  // of the two layers; empty: none
    tensor::DType weights = tensor::DType::f32;
    Seed seed{7};
    std::shared_ptr<tensor::Backend> backend;  // absent: the oracle
};
model::ModelConfig tiny_config(const TinyOptions& options = {});
std::shared_ptr<const model::Transformer> tiny_model(const TinyOptions& options = {});

// A vocabulary of the 256 bytes and three special tokens: <|start|> 256, <|end|> 257, which ends
// an answer, and <|pad|> 258. Its size is the tiny model's.
constexpr std::int64_t kTinyVocabulary = 259;
std::shared_ptr<const tokenizer::Tokenizer> byte_tokenizer();

struct TinySessionOptions {
    TinyOptions model;
    std::int64_t context = 256;
    std::int64_t kv_tokens = 0;
    std::int64_t prefill_tokens = 32;
    std::int64_t max_sequences = 8;
    tensor::DType kv_dtype = tensor::DType::f32;
    // Room of layers with a window: for so many sequences; 0: they keep everything.
    std::int64_t window_sequences = 0;
    std::filesystem::path kept;  // folder of texts on the disk; empty: none
};
// Answers with nonsense, but always the same nonsense.
std::unique_ptr<infer::Session> tiny_session(const TinySessionOptions& options = {});

std::vector<TokenId> random_tokens(Seed seed, std::int64_t count,
                                   std::int64_t vocabulary = kTinyVocabulary);

// Logits of every position, [tokens, vocabulary], read in steps of `chunk`.
std::vector<float> logits_of(const std::shared_ptr<const model::Transformer>& transformer,
                             std::span<const TokenId> tokens, std::int64_t chunk,
                             tensor::DType kv_dtype = tensor::DType::f32);
// ||a - b|| / ||b||.
double relative_error(std::span<const float> a, std::span<const float> b);

}  // namespace longhand::test
