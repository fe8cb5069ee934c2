// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/cpu/kernels/kernels.h"
#include "engine/tensor/cpu/packed_weight.h"
#include "engine/tensor/cpu/row_tiles.h"
#include "engine/tensor/cpu/scratch.h"
#include "engine/tensor/cpu/thread_pool.h"

#include <vector>

namespace longhand::tensor {

// The matrix products of the CPU backend: linear, gated_mlp and cross_entropy. A product is cut
// into units of outputs and rows, never along the sum, so results do not depend on threads.
class Products {
public:
    Products(const Kernels& kernels, ThreadPool& pool);

    Result<void> reserve(const Workspace& workspace);
    void linear(std::span<const Tensor> outs, const Tensor& in, std::span<const Linear> layers);
    void gated_mlp(const Tensor& out, const Tensor& in, const Linear& gate, const Linear& up,
                   const Linear& down, Activation activation);
    void cross_entropy(const Tensor& nll, const Tensor& hidden, const Head& head,
                       const Tensor& targets);

private:
    // The rows of one input, laid out for a class of weights once for all products that read it.
    struct Tiles {
        const std::byte* plain = nullptr;
        const std::byte* quantised = nullptr;
    };
    // y[rows, out] = x W^T + bias, y_stride floats a row.
    struct Job {
        const Linear* layer = nullptr;
        const PackedWeight* weight = nullptr; // null: lies plainly in memory
        float* y = nullptr;
        std::int64_t first_unit = 0;
        std::int64_t end_unit = 0;
        std::int64_t panels = 0;       // in all
        std::int64_t chunk_panels = 0; // a unit's
        std::int64_t chunks = 0;
    };
    struct Rows {
        const float* x = nullptr;
        std::int64_t count = 0;
        std::int64_t depth = 0;
    };

    void apply(std::span<const Linear> layers, std::span<float* const> outs, const Rows& in);
    void apply_deltas(const Linear& layer, float* y, const Rows& in);
    Rows drop(const Rows& in, const Dropout& dropout);
    Tiles tiles_for(std::span<const Linear> layers, const Rows& in);
    void lay_out(std::byte* tiles, bool quantised, const Rows& in);
    void add_job(const Linear& layer, float* y, std::int64_t rows);
    void run_jobs(const Tiles& tiles, const Rows& in);
    void multiply_unit(const Job& job, std::int64_t unit, const Tiles& tiles, const Rows& in,
                       int thread);
    void multiply_panels(const Linear& layer, const PackedWeight& weight, std::int64_t first_panel,
                         std::int64_t columns, RowTiles::Tile tile, const Tiles& tiles, float* y,
                         std::int64_t y_stride) const;
    void multiply_unpacked(const Linear& layer, std::int64_t first, std::int64_t count,
                           const Rows& in, float* y, std::int64_t y_stride, int thread);
    void gate_fused(const Linear& gate, const Linear& up, Activation activation, const Rows& in,
                    std::byte* hidden, bool hidden_quantised);
    void gate_apart(const Linear& gate, const Linear& up, Activation activation, const Rows& in,
                    float* hidden);
    void entropy_unit(std::int64_t part, RowTiles::Tile tile, const Head& head,
                      const Tiles& tiles, const Rows& in, const std::int32_t* labels,
                      float* partial, int thread);

    const Kernels& kernels_;
    ThreadPool& pool_;
    std::vector<Job> jobs_;
    Scratch plain_tiles_;
    Scratch quantised_tiles_;
    Scratch hidden_;        // inner activations of gated_mlp
    Scratch gates_;         // the same where gate and up are computed apart
    Scratch dropped_;       // inputs of a delta after dropout
    Scratch delta_inner_;   // A x of a delta
    Scratch delta_outer_;   // B (A x)
    Scratch thread_rows_;   // one row of an unpacked weight, for each thread
    Scratch thread_logits_; // a tile's logits over one part of the vocabulary, for each thread
    Scratch entropy_;       // largest and sum of each part, and each row's target logit
};

} // namespace longhand::tensor
