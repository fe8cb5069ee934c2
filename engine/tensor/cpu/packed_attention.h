// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/cpu/kernels/kernels.h"
#include "engine/tensor/cpu/scratch.h"
#include "engine/tensor/cpu/thread_pool.h"
#include "engine/tensor/training.h"

#include <vector>

namespace longhand::tensor {

// Attention of training over whole sequences, forward and backward. Forward: a tile of queries of
// one head passes over its keys with the online softmax of inference. Backward: scores are computed
// again in blocks of 64 x 64, once for dq (a unit owns query rows) and once for dk and dv (a unit
// owns keys): 7 products a block where one pass would do with 5, but no two threads share a sum.
class PackedAttention {
public:
    PackedAttention(const Kernels& kernels, ThreadPool& pool) : kernels_(kernels), pool_(pool) {}

    void attend(const Tensor& out, const Tensor& lse, const Tensor& q, const Tensor& k,
                const Tensor& v, const AttentionShape& shape, const PackedLayout& layout);
    void backward(const Tensor& dq, const Tensor& dk, const Tensor& dv, const Tensor& dout,
                  const Tensor& out, const Tensor& lse, const Tensor& q, const Tensor& k,
                  const Tensor& v, const AttentionShape& shape, const PackedLayout& layout);

private:
    // Query rows [first, end) of one head, inside a segment that begins at `segment`.
    struct Tile {
        std::int64_t head = 0;
        std::int64_t segment = 0;
        std::int64_t first = 0;
        std::int64_t end = 0;
    };
    // What every unit of a backward call reads.
    struct Call {
        const float* q = nullptr;
        const float* k = nullptr;
        const float* dout = nullptr;
        const float* lse = nullptr;
        float* dq = nullptr;
        float* dk = nullptr;
        float* dv = nullptr;
        AttentionShape shape;
        std::int64_t rows = 0;
        [[nodiscard]] std::int64_t kv_head(std::int64_t head) const
        {
            return head / (shape.heads / shape.kv_heads);
        }
        [[nodiscard]] std::int64_t q_row() const { return shape.heads * shape.head_dim; }
        [[nodiscard]] std::int64_t kv_row() const { return shape.kv_heads * shape.head_dim; }
    };

    void cut(const AttentionShape& shape, const PackedLayout& layout);
    void attend_tile(const Tile& tile, const Call& call, const float* v, float* out, float* lse,
                     int thread);
    void prepare(const Call& call, const float* v, const float* out);
    void query_gradient(const Call& call, const Tile& tile, int thread);
    void key_gradient(const Call& call, const PackedLayout& layout, std::int64_t kv_head,
                      std::int64_t first, int thread);
    void add_key_gradient(const Call& call, const Tile& queries, std::int64_t first_key,
                          std::int64_t keys, int thread);
    // Weights and score gradients of a block, [queries][kBlockKeys].
    struct Block {
        float* weights = nullptr;
        float* dscores = nullptr;
    };
    Block gradient_block(const Call& call, const Tile& queries, std::int64_t first_key,
                         std::int64_t keys, int thread);

    const Kernels& kernels_;
    ThreadPool& pool_;
    std::vector<Tile> tiles_;
    Scratch thread_;     // each thread's tile or block
    Scratch transposed_; // k and v, [2][kv_heads][head_dim][rows + padding]
    Scratch means_;      // [rows, heads]: dout . out
};

} // namespace longhand::tensor
