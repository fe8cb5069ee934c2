// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tensor/cpu/step_checks.h"

#include "engine/tensor/cpu/host_buffer.h"

#include <algorithm>

namespace longhand::tensor {
namespace {

bool is_rows_of(const Tensor& tensor, DType dtype, std::int64_t rows, std::int64_t columns)
{
    return tensor.dtype == dtype && tensor.shape.rows() == rows && tensor.shape.back() == columns;
}

bool is_gain(const Tensor& tensor, std::int64_t dim)
{
    return tensor.dtype == DType::f32 && tensor.shape.count() == dim;
}

void check_layer(const Linear& layer, std::int64_t in, std::int64_t out)
{
    ENSURE(layer.weight.shape.rank() == 2);
    ENSURE(layer.weight.shape[0] == out && layer.weight.shape[1] == in);
    ENSURE(layer.bias.empty() ||
           (layer.bias.dtype == DType::f32 && layer.bias.shape.count() == out));
    for (const LoraDelta& delta : layer.deltas) {
        ENSURE(delta.a.shape.rank() == 2 && delta.b.shape.rank() == 2);
        const std::int64_t rank = delta.a.shape[0];
        ENSURE(delta.a.shape[1] == in && delta.b.shape[0] == out && delta.b.shape[1] == rank);
    }
}

void check_head(const Tensor& hidden, const Head& head)
{
    const Tensor& weight = head.linear.weight;
    ENSURE(hidden.dtype == DType::f32 && weight.shape.rank() == 2 && head.soft_cap >= 0.0F);
    check_layer(head.linear, hidden.shape.back(), weight.shape[0]);
}

void check_cache(const KvPages& kv, const AttentionShape& shape)
{
    ENSURE(kv.page_tokens > 0);
    ENSURE(shape.heads > 0 && shape.kv_heads > 0 && shape.heads % shape.kv_heads == 0);
    ENSURE(kv.keys.dtype == kv.values.dtype && kv.keys.shape == kv.values.shape);
    ENSURE(kv.keys.shape.back() == shape.kv_heads * shape.head_dim);
    const DType type = kv.keys.dtype;
    ENSURE(type == DType::f32 || type == DType::f16 || type == DType::q8_0);
    ENSURE(shape.head_dim % static_cast<std::int64_t>(traits(type).block_values) == 0);
}

void check_layout(const KvPages& kv, const AttentionLayout& layout, std::int64_t rows)
{
    const std::int64_t pages = kv.keys.shape.rows() / kv.page_tokens;
    std::int64_t next_row = 0;
    for (const Segment& segment : layout.segments) {
        ENSURE(segment.first_row == next_row && segment.rows >= 0);
        ENSURE(segment.first_position >= 0 && segment.key_begin >= 0 && segment.table_begin >= 0);
        next_row += segment.rows;
        if (segment.rows == 0)
            continue;
        const std::int64_t last = std::int64_t{segment.first_position} + segment.rows - 1;
        const std::int64_t used = last / kv.page_tokens + 1;
        ENSURE(segment.table_begin + used <= static_cast<std::int64_t>(layout.page_table.size()));
        // A page that no row sees any more may be given back: -1.
        for (const std::int32_t page : layout.page_table.subspan(
                 static_cast<std::size_t>(segment.table_begin), static_cast<std::size_t>(used)))
            ENSURE(page >= -1 && page < pages);
    }
    ENSURE(next_row == rows);
}

} // namespace

void check_embed(const Tensor& out, const Tensor& table, const Tensor& tokens)
{
    const std::int64_t rows = tokens.shape.count();
    ENSURE(table.shape.rank() == 2 && is_rows_of(out, DType::f32, rows, table.shape[1]));
    const std::int32_t* ids = integers(tokens);
    for (std::int64_t row = 0; row < rows; ++row)
        ENSURE(ids[row] >= 0 && ids[row] < table.shape[0]);
}

void check_add_rms_norm(const Tensor& out, const Tensor& residual, const ResidualDelta& delta,
                        const Tensor& gain)
{
    const std::int64_t rows = residual.shape.rows();
    const std::int64_t dim = residual.shape.back();
    ENSURE(is_rows_of(residual, DType::f32, rows, dim) && is_rows_of(out, DType::f32, rows, dim));
    ENSURE(delta.values.empty() ? delta.gain.empty()
                                : is_rows_of(delta.values, DType::f32, rows, dim));
    ENSURE(delta.gain.empty() || is_gain(delta.gain, dim));
    ENSURE(is_gain(gain, dim));
}

void check_linear(std::span<const Tensor> outs, const Tensor& in, std::span<const Linear> layers)
{
    ENSURE(outs.size() == layers.size() && in.dtype == DType::f32);
    for (std::size_t i = 0; i < layers.size(); ++i) {
        ENSURE(outs[i].dtype == DType::f32 && outs[i].shape.rows() == in.shape.rows());
        check_layer(layers[i], in.shape.back(), outs[i].shape.back());
    }
}

void check_gated_mlp(const Tensor& out, const Tensor& in, const Linear& gate, const Linear& up,
                     const Linear& down)
{
    const std::int64_t dim = in.shape.back();
    ENSURE(in.dtype == DType::f32 && gate.weight.shape.rank() == 2);
    ENSURE(out.dtype == DType::f32 && out.shape.rows() == in.shape.rows());
    const std::int64_t inner = gate.weight.shape[0];
    check_layer(gate, dim, inner);
    check_layer(up, dim, inner);
    check_layer(down, inner, out.shape.back());
}

void check_rope_append(const Tensor& q, const Tensor& k, const Tensor& v, const KvPages& kv,
                       const HeadNorms& norms, const RopeTable& rope, const AttentionShape& shape,
                       const AttentionLayout& layout)
{
    const std::int64_t rows = q.shape.rows();
    check_cache(kv, shape);
    ENSURE(is_rows_of(q, DType::f32, rows, shape.heads * shape.head_dim));
    ENSURE(is_rows_of(k, DType::f32, rows, shape.kv_heads * shape.head_dim));
    ENSURE(is_rows_of(v, DType::f32, rows, shape.kv_heads * shape.head_dim));
    check_layout(kv, layout, rows);
    ENSURE(norms.q_gain.empty() == norms.k_gain.empty());
    if (!norms.q_gain.empty())
        ENSURE(is_gain(norms.q_gain, shape.head_dim) && is_gain(norms.k_gain, shape.head_dim));
    ENSURE(rope.rotary_dim >= 0 && rope.rotary_dim <= shape.head_dim && rope.rotary_dim % 2 == 0);
    for (const Segment& segment : layout.segments)
        for (std::int32_t i = 0; i < segment.rows; ++i) {
            const auto page = static_cast<std::size_t>(
                segment.table_begin + (segment.first_position + i) / kv.page_tokens);
            ENSURE(layout.page_table[page] >= 0);
        }
    if (rope.rotary_dim == 0)
        return;
    ENSURE(rope.cos.shape.back() == rope.rotary_dim / 2 && rope.sin.shape == rope.cos.shape);
    for (const Segment& segment : layout.segments)
        ENSURE(std::int64_t{segment.first_position} + segment.rows <= rope.cos.shape.rows());
}

void check_attend(const Tensor& out, const Tensor& q, const KvPages& kv,
                  const AttentionShape& shape, const AttentionLayout& layout)
{
    const std::int64_t rows = q.shape.rows();
    check_cache(kv, shape);
    ENSURE(is_rows_of(q, DType::f32, rows, shape.heads * shape.head_dim));
    ENSURE(is_rows_of(out, DType::f32, rows, shape.heads * shape.head_dim));
    ENSURE(shape.window >= 0);
    check_layout(kv, layout, rows);
    for (const Segment& segment : layout.segments) {
        if (segment.rows == 0)
            continue;
        ENSURE(segment.key_begin <= segment.first_position);
        const std::int64_t begin = first_key(segment, shape, segment.first_position);
        const std::int64_t last = std::int64_t{segment.first_position} + segment.rows - 1;
        for (std::int64_t page = begin / kv.page_tokens; page <= last / kv.page_tokens; ++page)
            ENSURE(layout.page_table[static_cast<std::size_t>(segment.table_begin + page)] >= 0);
    }
}

void check_logits(const Tensor& out, const Tensor& hidden, const Head& head)
{
    check_head(hidden, head);
    ENSURE(is_rows_of(out, DType::f32, hidden.shape.rows(), head.linear.weight.shape[0]));
}

void check_cross_entropy(const Tensor& nll, const Tensor& hidden, const Head& head,
                         const Tensor& targets)
{
    const std::int64_t rows = hidden.shape.rows();
    check_head(hidden, head);
    ENSURE(nll.dtype == DType::f32 && nll.shape.count() == rows && targets.shape.count() == rows);
    const std::int32_t* labels = integers(targets);
    for (std::int64_t row = 0; row < rows; ++row)
        ENSURE(labels[row] >= -1 && labels[row] < head.linear.weight.shape[0]);
}

std::int32_t first_key(const Segment& segment, const AttentionShape& shape, std::int32_t position)
{
    if (shape.window == 0)
        return segment.key_begin;
    return std::max(segment.key_begin, position - shape.window + 1);
}

} // namespace longhand::tensor
