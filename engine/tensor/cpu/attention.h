// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/cpu/kernels/kernels.h"
#include "engine/tensor/cpu/scratch.h"
#include "engine/tensor/cpu/thread_pool.h"

#include <vector>

namespace longhand::tensor {

// rope_append and attend of the CPU backend. Query rows are cut into tiles whose heads share one
// kv_head, so that each key is read once a tile. Few tiles over many keys (decoding a long text)
// are cut along the keys too, into parts that are merged in order by log-sum-exp. Every tile is
// summed in the same parts whether they are units of their own or not, so that a sequence does not
// depend on those beside it: not while it decodes, and not while it is read.
class Attention {
public:
    Attention(const Kernels& kernels, ThreadPool& pool) : kernels_(kernels), pool_(pool) {}

    Result<void> reserve(const Workspace& workspace);
    void rope_append(const Tensor& q, const Tensor& k, const Tensor& v, const KvPages& kv,
                     const HeadNorms& norms, const RopeTable& rope, const AttentionShape& shape,
                     const AttentionLayout& layout);
    void attend(const Tensor& out, const Tensor& q, const KvPages& kv, const AttentionShape& shape,
                const AttentionLayout& layout);

private:
    // Rows [first_row, first_row + rows) of a segment, for one kv_head and `heads` of its query
    // heads; keys [begin, end) in `parts` parts.
    struct Tile {
        const Segment* segment = nullptr;
        std::int32_t first_row = 0;
        std::int32_t rows = 0;
        std::int32_t position = 0; // of the first row
        std::int32_t first_head = 0;
        std::int32_t heads = 0;
        std::int32_t begin = 0;
        std::int32_t end = 0;
        bool narrow = false; // by the kernel whose lanes are dimensions, else query vectors
        std::int32_t parts = 1;
        std::int32_t part_keys = 0;
        std::int32_t units = 1; // `parts`, or 1: the unit takes its parts one after another
        std::int64_t end_unit = 0;
        std::int64_t partial = 0; // where its parts' results lie, in floats, if they are units
    };
    // What every unit of one call reads.
    struct Call {
        float* out = nullptr;
        const float* q = nullptr;
        const std::byte* keys = nullptr;
        const std::byte* values = nullptr;
        std::int64_t row_bytes = 0;  // of the cache
        std::int64_t head_bytes = 0; // one kv_head of a cache row
        const KvPages* kv = nullptr;
        AttentionShape shape;
        const AttentionLayout* layout = nullptr;
    };

    void cut(const AttentionShape& shape, const AttentionLayout& layout);
    void cut_keys(std::int64_t head_dim);
    void attend_unit(const Call& call, const Tile& tile, std::int64_t unit, int thread);
    void attend_part(const Call& call, const Tile& tile, const AttentionTile& sums,
                     std::int64_t part, float* scratch) const;
    static void load_queries(const Call& call, const Tile& tile, const AttentionTile& sums);
    static void write_out(const Call& call, const Tile& tile, const AttentionTile& sums);
    void attend_block(const Call& call, const Tile& tile, const AttentionTile& sums,
                      std::int32_t first, std::int32_t count, float* scratch) const;
    void find_rows(const std::byte** rows, const Call& call, const Tile& tile,
                   const std::byte* cache, std::int32_t first, std::int32_t count) const;
    [[nodiscard]] AttentionTile partial(const Tile& tile, std::int64_t part, std::int64_t head_dim);
    void merge(const Call& call, const Tile& tile);

    const Kernels& kernels_;
    ThreadPool& pool_;
    std::vector<Tile> tiles_;
    Scratch thread_;   // each thread's tile and block
    Scratch partials_; // results of parts: per tile and part, sums, largest, total of each lane
};

} // namespace longhand::tensor
