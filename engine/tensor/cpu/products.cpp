// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tensor/cpu/products.h"

#include "engine/tensor/cpu/number_format.h"
#include "engine/tensor/training.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace longhand::tensor {
namespace {

// A unit is some microseconds: long beside the taking of it, short beside a step.
constexpr std::int64_t kUnitWeightBytes = 16384;
constexpr std::int64_t kUnitPanels = 8;     // with many rows
constexpr std::int64_t kUnitTiles = 8;      // tiles that one pass over a panel serves
constexpr std::int64_t kEntropyPart = 1024; // logits of a row that are in memory at once

std::int64_t divide_up(std::int64_t a, std::int64_t b)
{
    return (a + b - 1) / b;
}

std::int64_t row_bytes(bool quantised, std::int64_t depth)
{
    return quantised ? depth / kBlock * kBlockRowBytes
                     : depth * static_cast<std::int64_t>(sizeof(float));
}

// For each row and part of the vocabulary the largest logit and the sum of exponentials below it;
// for each row the target's logit.
std::int64_t entropy_floats(std::int64_t rows, std::int64_t vocabulary)
{
    return rows * (2 * divide_up(vocabulary, kEntropyPart) + 1);
}

} // namespace

Products::Products(const Kernels& kernels, ThreadPool& pool) : kernels_(kernels), pool_(pool)
{
    jobs_.reserve(16);
}

Result<void> Products::reserve(const Workspace& workspace)
{
    const std::int64_t values = workspace.rows * workspace.dim;
    TRY(plain_tiles_.reserve(values * 4));
    TRY(quantised_tiles_.reserve(values / kBlock * kBlockRowBytes));
    TRY(hidden_.reserve(values * 4));
    TRY(gates_.reserve(values * 4));
    TRY(delta_inner_.reserve(values * 4));
    TRY(delta_outer_.reserve(values * 4));
    TRY(thread_rows_.reserve(pool_.threads() * (workspace.dim + kPanel) * 4));
    TRY(thread_logits_.reserve(pool_.threads() * kernels_.tile_rows * kEntropyPart * 4));
    return entropy_.reserve(entropy_floats(workspace.rows, workspace.vocabulary) * 4);
}

void Products::linear(std::span<const Tensor> outs, const Tensor& in,
                      std::span<const Linear> layers)
{
    const Rows rows{floats(in), in.shape.rows(), in.shape.back()};
    constexpr std::size_t kMost = 16;
    ENSURE(layers.size() <= kMost);
    std::array<float*, kMost> to{};
    for (std::size_t i = 0; i < layers.size(); ++i)
        to[i] = writable_floats(outs[i]);
    apply(layers, std::span(to).first(layers.size()), rows);
}

void Products::apply(std::span<const Linear> layers, std::span<float* const> outs, const Rows& in)
{
    if (in.count == 0)
        return;
    const Tiles tiles = tiles_for(layers, in);
    jobs_.clear();
    for (std::size_t i = 0; i < layers.size(); ++i)
        add_job(layers[i], outs[i], in.count);
    run_jobs(tiles, in);
    for (std::size_t i = 0; i < layers.size(); ++i)
        apply_deltas(layers[i], outs[i], in);
}

void Products::add_job(const Linear& layer, float* y, std::int64_t rows)
{
    Job job{.layer = &layer, .weight = packed(layer.weight), .y = y};
    job.panels = divide_up(layer.weight.shape[0], kPanel);
    job.chunk_panels = kUnitPanels;
    if (rows < kernels_.tile_rows && job.weight != nullptr)
        job.chunk_panels = std::max<std::int64_t>(1, kUnitWeightBytes / job.weight->panel_bytes());
    job.chunks = divide_up(job.panels, job.chunk_panels);
    const std::int64_t groups = divide_up(RowTiles(rows, kernels_.tile_rows).count(), kUnitTiles);
    job.first_unit = jobs_.empty() ? 0 : jobs_.back().end_unit;
    job.end_unit = job.first_unit + job.chunks * groups;
    jobs_.push_back(job);
}

void Products::run_jobs(const Tiles& tiles, const Rows& in)
{
    pool_.for_each(jobs_.back().end_unit, [&](std::int64_t unit, int thread) {
        std::size_t index = 0;
        while (jobs_[index].end_unit <= unit)
            ++index;
        multiply_unit(jobs_[index], unit - jobs_[index].first_unit, tiles, in, thread);
    });
}

// Unit u of a job: chunk u % chunks of the panels, group u / chunks of the tiles.
void Products::multiply_unit(const Job& job, std::int64_t unit, const Tiles& tiles, const Rows& in,
                             int thread)
{
    const std::int64_t out = job.layer->weight.shape[0];
    const std::int64_t first_panel = unit % job.chunks * job.chunk_panels;
    const std::int64_t end_panel = std::min(job.panels, first_panel + job.chunk_panels);
    const RowTiles cut(in.count, kernels_.tile_rows);
    const std::int64_t first_tile = unit / job.chunks * kUnitTiles;
    const std::int64_t end_tile = std::min(cut.count(), first_tile + kUnitTiles);
    if (job.weight == nullptr) {
        const std::int64_t first_row = cut[first_tile].first;
        const RowTiles::Tile last = cut[end_tile - 1];
        const Rows part{in.x + first_row * in.depth, last.first + last.rows - first_row, in.depth};
        const std::int64_t first = first_panel * kPanel;
        multiply_unpacked(*job.layer, first, std::min(out, end_panel * kPanel) - first, part,
                          job.y + first_row * out + first, out, thread);
        return;
    }
    if (end_tile - first_tile == 1) {
        const RowTiles::Tile tile = cut[first_tile];
        multiply_panels(*job.layer, *job.weight, first_panel,
                        std::min(out, end_panel * kPanel) - first_panel * kPanel, tile, tiles,
                        job.y + tile.first * out + first_panel * kPanel, out);
        return;
    }
    // Two panels, which kernels may multiply together, stay in the nearest cache while the tiles
    // pass by.
    for (std::int64_t panel = first_panel; panel < end_panel; panel += 2)
        for (std::int64_t t = first_tile; t < end_tile; ++t) {
            const RowTiles::Tile tile = cut[t];
            const std::int64_t end = std::min(out, std::min(end_panel, panel + 2) * kPanel);
            multiply_panels(*job.layer, *job.weight, panel, end - panel * kPanel, tile, tiles,
                            job.y + tile.first * out + panel * kPanel, out);
        }
}

void Products::multiply_panels(const Linear& layer, const PackedWeight& weight,
                               std::int64_t first_panel, std::int64_t columns, RowTiles::Tile tile,
                               const Tiles& tiles, float* y, std::int64_t y_stride) const
{
    PanelProduct product;
    product.weight = weight.panel(first_panel);
    product.panel_bytes = weight.panel_bytes();
    product.tile = (weight.quantised() ? tiles.quantised : tiles.plain) +
                   tile.first * row_bytes(weight.quantised(), weight.in());
    product.bias = layer.bias.empty() ? nullptr : floats(layer.bias) + first_panel * kPanel;
    product.y = y;
    product.y_stride = y_stride;
    product.columns = columns;
    product.depth = weight.in();
    product.rows = tile.rows;
    kernels_.multiply[static_cast<std::size_t>(weight.dtype())](product);
}

void Products::multiply_unpacked(const Linear& layer, std::int64_t first, std::int64_t count,
                                 const Rows& in, float* y, std::int64_t y_stride, int thread)
{
    float* row = thread_rows_.floats(0) + thread * (in.depth + kPanel);
    for (std::int64_t o = 0; o < count; ++o) {
        read_matrix_row({row, static_cast<std::size_t>(in.depth)}, layer.weight, first + o);
        const float bias = layer.bias.empty() ? 0.0F : floats(layer.bias)[first + o];
        for (std::int64_t r = 0; r < in.count; ++r)
            y[r * y_stride + o] = kernels_.dot(row, in.x + r * in.depth, in.depth) + bias;
    }
}

Products::Tiles Products::tiles_for(std::span<const Linear> layers, const Rows& in)
{
    Tiles tiles;
    for (const Linear& layer : layers) {
        const PackedWeight* weight = packed(layer.weight);
        if (weight == nullptr) {
            (void)thread_rows_.floats(pool_.threads() * (in.depth + kPanel));
        } else if (weight->quantised() && tiles.quantised == nullptr) {
            std::byte* to = quantised_tiles_.bytes(in.count * row_bytes(true, in.depth));
            lay_out(to, true, in);
            tiles.quantised = to;
        } else if (!weight->quantised() && tiles.plain == nullptr) {
            std::byte* to = plain_tiles_.bytes(in.count * row_bytes(false, in.depth));
            lay_out(to, false, in);
            tiles.plain = to;
        }
    }
    return tiles;
}

void Products::lay_out(std::byte* tiles, bool quantised, const Rows& in)
{
    const RowTiles cut(in.count, kernels_.tile_rows);
    pool_.for_each(cut.count(), [&](std::int64_t index, int) {
        const RowTiles::Tile tile = cut[index];
        (quantised ? kernels_.tile_quantised : kernels_.tile_plain)(
            tiles + tile.first * row_bytes(quantised, in.depth), in.x + tile.first * in.depth,
            in.depth, tile.rows, in.depth);
    });
}

// The rows as a delta sees them.
Products::Rows Products::drop(const Rows& in, const Dropout& dropout)
{
    if (dropout.rate <= 0.0F)
        return in;
    const DropoutMask mask(dropout.rate, dropout.seed);
    float* kept = dropped_.floats(in.count * in.depth);
    pool_.for_each(in.count, [&](std::int64_t row, int) {
        for (std::int64_t i = 0; i < in.depth; ++i)
            kept[row * in.depth + i] = in.x[row * in.depth + i] * mask(row, i);
    });
    return {kept, in.count, in.depth};
}

void Products::apply_deltas(const Linear& layer, float* y, const Rows& in)
{
    const std::int64_t out = layer.weight.shape[0];
    for (const LoraDelta& delta : layer.deltas) {
        const std::int64_t rank = delta.a.shape[0];
        const Rows seen = drop(in, delta.dropout);
        float* inner = delta_inner_.floats(in.count * rank);
        float* outer = delta_outer_.floats(in.count * out);
        const std::array<Linear, 2> halves{Linear{delta.a, {}, {}}, Linear{delta.b, {}, {}}};
        apply(std::span(halves).first(1), std::span(&inner, 1), seen);
        apply(std::span(halves).last(1), std::span(&outer, 1), {inner, in.count, rank});
        pool_.for_each(in.count, [&](std::int64_t row, int) {
            kernels_.add_scaled(y + row * out, outer + row * out, delta.scale, out);
        });
    }
}

void Products::gated_mlp(const Tensor& out, const Tensor& in, const Linear& gate, const Linear& up,
                         const Linear& down, Activation activation)
{
    const Rows rows{floats(in), in.shape.rows(), in.shape.back()};
    if (rows.count == 0)
        return;
    const std::int64_t inner = gate.weight.shape[0];
    const PackedWeight* last = packed(down.weight);
    const bool fused = gate.deltas.empty() && up.deltas.empty() && down.deltas.empty() &&
                       last != nullptr && packed(gate.weight) != nullptr &&
                       packed(up.weight) != nullptr;
    float* to = writable_floats(out);
    if (!fused) {
        float* hidden = hidden_.floats(rows.count * inner);
        gate_apart(gate, up, activation, rows, hidden);
        apply(std::span(&down, 1), std::span(&to, 1), {hidden, rows.count, inner});
        return;
    }
    const bool quantised = last->quantised();
    std::byte* hidden = hidden_.bytes(rows.count * row_bytes(quantised, inner));
    gate_fused(gate, up, activation, rows, hidden, quantised);
    Tiles tiles;
    (quantised ? tiles.quantised : tiles.plain) = hidden;
    jobs_.clear();
    add_job(down, to, rows.count);
    run_jobs(tiles, {nullptr, rows.count, inner});
}

void Products::gate_apart(const Linear& gate, const Linear& up, Activation activation,
                          const Rows& in, float* hidden)
{
    const std::int64_t inner = gate.weight.shape[0];
    const std::array<float*, 2> outs{gates_.floats(in.count * inner), hidden};
    const std::array<Linear, 2> layers{gate, up};
    apply(layers, outs, in);
    pool_.for_each(in.count, [&](std::int64_t row, int) {
        kernels_.gate(hidden + row * inner, outs[0] + row * inner, inner, activation);
    });
}

// Gate and up for 32 inner values at a time, gated and laid out for the product with down while
// they are still in the cache.
void Products::gate_fused(const Linear& gate, const Linear& up, Activation activation,
                          const Rows& in, std::byte* hidden, bool hidden_quantised)
{
    const std::int64_t inner = gate.weight.shape[0];
    const std::array<Linear, 2> layers{gate, up};
    const Tiles tiles = tiles_for(layers, in);
    const PackedWeight& gates = *packed(gate.weight);
    const PackedWeight& ups = *packed(up.weight);
    const RowTiles cut(in.count, kernels_.tile_rows);
    const std::int64_t groups = divide_up(cut.count(), kUnitTiles);
    const std::int64_t blocks = divide_up(inner, kBlock);
    pool_.for_each(blocks * groups, [&](std::int64_t unit, int) {
        constexpr int kMostRows = 16;
        alignas(64) std::array<float, kMostRows * kBlock> gated;
        alignas(64) std::array<float, kMostRows * kBlock> values;
        const std::int64_t first = unit % blocks * kBlock;
        const std::int64_t count = std::min<std::int64_t>(kBlock, inner - first);
        const std::int64_t end = std::min(cut.count(), (unit / blocks + 1) * kUnitTiles);
        for (std::int64_t t = unit / blocks * kUnitTiles; t < end; ++t) {
            const RowTiles::Tile tile = cut[t];
            multiply_panels(gate, gates, first / kPanel, count, tile, tiles, gated.data(), kBlock);
            multiply_panels(up, ups, first / kPanel, count, tile, tiles, values.data(), kBlock);
            for (int r = 0; r < tile.rows; ++r)
                kernels_.gate(values.data() + r * kBlock, gated.data() + r * kBlock, count,
                              activation);
            (hidden_quantised ? kernels_.tile_quantised : kernels_.tile_plain)(
                hidden + tile.first * row_bytes(hidden_quantised, inner) +
                    row_bytes(hidden_quantised, first) * tile.rows,
                values.data(), kBlock, tile.rows, count);
        }
    });
}

void Products::cross_entropy(const Tensor& nll, const Tensor& hidden, const Head& head,
                             const Tensor& targets)
{
    const Rows in{floats(hidden), hidden.shape.rows(), hidden.shape.back()};
    if (in.count == 0)
        return;
    const std::int64_t vocabulary = head.linear.weight.shape[0];
    const std::int64_t parts = divide_up(vocabulary, kEntropyPart);
    const std::int32_t* labels = integers(targets);
    const RowTiles cut(in.count, kernels_.tile_rows);
    (void)thread_logits_.floats(pool_.threads() * kernels_.tile_rows * kEntropyPart);
    float* partial = entropy_.floats(entropy_floats(in.count, vocabulary));
    const Tiles tiles = tiles_for(std::span(&head.linear, 1), in);
    // All tiles pass by a part of the vocabulary while it is in the cache.
    pool_.for_each(parts * cut.count(), [&](std::int64_t unit, int thread) {
        entropy_unit(unit / cut.count(), cut[unit % cut.count()], head, tiles, in, labels, partial,
                     thread);
    });
    float* to = writable_floats(nll);
    for (std::int64_t row = 0; row < in.count; ++row) {
        const float* facts = partial + row * (2 * parts + 1);
        double total = 0.0;
        float largest = facts[0];
        for (std::int64_t part = 1; part < parts; ++part)
            largest = std::max(largest, facts[2 * part]);
        for (std::int64_t part = 0; part < parts; ++part)
            total += static_cast<double>(facts[2 * part + 1]) *
                     std::exp(static_cast<double>(facts[2 * part] - largest));
        to[row] = labels[row] < 0
                      ? 0.0F
                      : static_cast<float>(std::log(total) +
                                           static_cast<double>(largest - facts[2 * parts]));
    }
}

void Products::entropy_unit(std::int64_t part, RowTiles::Tile tile, const Head& head,
                            const Tiles& tiles, const Rows& in, const std::int32_t* labels,
                            float* partial, int thread)
{
    const std::int64_t vocabulary = head.linear.weight.shape[0];
    const std::int64_t parts = divide_up(vocabulary, kEntropyPart);
    const std::int64_t first = part * kEntropyPart;
    const std::int64_t count = std::min(kEntropyPart, vocabulary - first);
    float* logits = thread_logits_.floats(0) + thread * kernels_.tile_rows * kEntropyPart;
    if (const PackedWeight* weight = packed(head.linear.weight))
        multiply_panels(head.linear, *weight, first / kPanel, count, tile, tiles, logits,
                        kEntropyPart);
    else
        multiply_unpacked(head.linear, first, count,
                          {in.x + tile.first * in.depth, tile.rows, in.depth}, logits, kEntropyPart,
                          thread);
    for (int r = 0; r < tile.rows; ++r) {
        float* row = logits + r * kEntropyPart;
        if (head.soft_cap != 0.0F)
            kernels_.cap(row, count, head.soft_cap);
        float* facts = partial + (tile.first + r) * (2 * parts + 1);
        const float largest = kernels_.largest(row, count);
        facts[2 * part] = largest;
        facts[2 * part + 1] = kernels_.sum_exp(row, count, largest);
        const std::int64_t label = labels[tile.first + r];
        if (label >= first && label < first + count)
            facts[2 * parts] = row[label - first];
    }
}

} // namespace longhand::tensor
