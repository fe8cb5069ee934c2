// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/backend/attention.h"

#include "cuda/backend/device_tensor.h"
#include "cuda/runtime/check.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace longhand::gpu {
namespace {

using tensor::AttentionLayout;
using tensor::AttentionShape;
using tensor::DType;
using tensor::KvPages;
using tensor::Segment;
using tensor::Tensor;

// A run of more rows goes to the tensor cores.
constexpr std::int32_t kMostAlone = 4;

static_assert(sizeof(Segment) == sizeof(RowRun));

CachePages pages_of(const KvPages& kv, const AttentionShape& shape)
{
    const DType type = kv.keys.dtype;
    return {plain_bytes(kv.keys),
            plain_bytes(kv.values),
            type == DType::f32   ? CacheType::f32
            : type == DType::f16 ? CacheType::f16
                                 : CacheType::q8,
            static_cast<int>(kv.page_tokens),
            static_cast<int>(shape.kv_heads),
            static_cast<int>(shape.head_dim)};
}

bool same(const Segment& a, const Segment& b)
{
    return std::memcmp(&a, &b, sizeof(Segment)) == 0;
}

// Puts values behind what is there, at a multiple of 16 bytes; returns where.
template <class T> std::size_t append(std::vector<std::byte>& to, const std::vector<T>& values)
{
    const std::size_t at = (to.size() + 15) / 16 * 16;
    to.resize(at + values.size() * sizeof(T));
    if (!values.empty())
        std::memcpy(to.data() + at, values.data(), values.size() * sizeof(T));
    return at;
}

} // namespace

Attention::Attention(std::shared_ptr<MemoryAccount> account, HalfInputs& halves,
                     cudaStream_t stream, bool portable)
    : account_(std::move(account)), halves_(halves), stream_(stream), portable_(portable)
{
}

void Attention::reserve(const tensor::Workspace& workspace)
{
    const auto floats = static_cast<std::uint64_t>(split_floats(
        workspace.rows, static_cast<int>(workspace.heads), static_cast<int>(workspace.head_dim)));
    if (partial_.bytes() < floats * sizeof(float))
        partial_ = DeviceBuffer(account_, floats * sizeof(float));
    const auto tickets = static_cast<std::uint64_t>(workspace.rows * workspace.heads);
    if (tickets_.bytes() < tickets * sizeof(unsigned)) {
        tickets_ = DeviceBuffer(account_, tickets * sizeof(unsigned));
        GPU_CHECK(cudaMemsetAsync(tickets_.as(), 0, tickets_.bytes(), stream_));
    }
}

void Attention::send(const std::vector<std::byte>& host)
{
    if (layout_.bytes() < host.size())
        layout_ = DeviceBuffer(account_, std::max<std::uint64_t>(host.size() * 2, 1U << 16U));
    // From pageable memory: the call returns when the bytes are taken.
    GPU_CHECK(
        cudaMemcpyAsync(layout_.as(), host.data(), host.size(), cudaMemcpyHostToDevice, stream_));
}

Attention::LaunchShape Attention::launch_shape() const
{
    return {layout_.as(), bound_.rows, bound_.alone_count, bound_.tile_count, bound_.most_keys};
}

Attention::LaunchShape Attention::bind(const AttentionLayout& layout)
{
    if (std::equal(layout.page_table.begin(), layout.page_table.end(), bound_.page_table.begin(),
                   bound_.page_table.end()) &&
        std::equal(layout.segments.begin(), layout.segments.end(), bound_.segments.begin(),
                   bound_.segments.end(), same))
        return launch_shape();
    bound_.page_table.assign(layout.page_table.begin(), layout.page_table.end());
    bound_.segments.assign(layout.segments.begin(), layout.segments.end());
    std::vector<std::int32_t> run_of_row;
    std::vector<std::int32_t> alone;
    std::vector<std::int64_t> tiles;
    bound_.most_keys = 0;
    for (std::size_t i = 0; i < bound_.segments.size(); ++i) {
        const Segment& segment = bound_.segments[i];
        run_of_row.insert(run_of_row.end(), static_cast<std::size_t>(segment.rows),
                          static_cast<std::int32_t>(i));
        if (segment.rows <= kMostAlone) {
            for (std::int32_t row = 0; row < segment.rows; ++row)
                alone.push_back(segment.first_row + row);
            bound_.most_keys = std::max(bound_.most_keys, segment.first_position + segment.rows);
            continue;
        }
        for (std::int32_t tile = (segment.rows - 1) / kTileRows; tile >= 0; --tile)
            tiles.push_back((static_cast<std::int64_t>(i) << 32) | tile);
    }
    // A launch's grid depends on it: in powers of two, so that it seldom changes.
    bound_.most_keys = static_cast<int>(std::bit_ceil(static_cast<unsigned>(bound_.most_keys)));
    std::vector<std::byte> host;
    const std::size_t runs_at = append(host, bound_.segments);
    const std::size_t rows_at = append(host, run_of_row);
    const std::size_t alone_at = append(host, alone);
    const std::size_t tiles_at = append(host, tiles);
    const std::size_t table_at = append(host, bound_.page_table);
    send(host);
    const std::byte* base = layout_.as();
    bound_.layout = {reinterpret_cast<const std::int32_t*>(base + table_at),
                     reinterpret_cast<const RowRun*>(base + runs_at),
                     reinterpret_cast<const std::int32_t*>(base + rows_at)};
    bound_.rows = static_cast<std::int64_t>(run_of_row.size());
    bound_.alone = reinterpret_cast<const std::int32_t*>(base + alone_at);
    bound_.alone_count = static_cast<int>(alone.size());
    bound_.tiles = reinterpret_cast<const std::int64_t*>(base + tiles_at);
    bound_.tile_count = static_cast<int>(tiles.size());
    return launch_shape();
}

void Attention::rope_append(const Tensor& q, const Tensor& k, const Tensor& v, const KvPages& kv,
                            const tensor::HeadNorms& norms, const tensor::RopeTable& rope,
                            const AttentionShape& shape, const AttentionLayout& layout)
{
    bind(layout);
    if (bound_.rows == 0)
        return;
    RopeAppend step;
    step.q = floats(q);
    step.k = floats(k);
    step.v = floats(v);
    step.pages = pages_of(kv, shape);
    step.layout = bound_.layout;
    step.rotary_dim = static_cast<int>(rope.rotary_dim);
    if (step.rotary_dim > 0) {
        step.cosines = floats(rope.cos);
        step.sines = floats(rope.sin);
    }
    step.interleaved = rope.interleaved;
    step.q_gain = optional_floats(norms.q_gain);
    step.k_gain = optional_floats(norms.k_gain);
    step.eps = norms.eps;
    step.heads = static_cast<int>(shape.heads);
    step.rows = bound_.rows;
    gpu::rope_append(step, stream_);
    halves_.wrote(q);
    halves_.wrote(k);
}

void Attention::attend(const Tensor& out, const Tensor& q, const KvPages& kv,
                       const AttentionShape& shape, const AttentionLayout& layout)
{
    bind(layout);
    if (bound_.rows == 0)
        return;
    Attend step;
    step.out = floats(out);
    step.half = halves_.beside(out);
    step.q = floats(q);
    step.pages = pages_of(kv, shape);
    step.layout = bound_.layout;
    step.heads = static_cast<int>(shape.heads);
    step.scale = shape.scale;
    step.window = shape.window;
    step.soft_cap = shape.soft_cap;
    step.portable = portable_;
    if (!can_attend_rows(step.pages)) {
        attend_plain(step, bound_.rows, stream_);
        return;
    }
    if (bound_.alone_count > 0) {
        reserve({.rows = bound_.alone_count, .heads = shape.heads, .head_dim = shape.head_dim});
        attend_rows(step, bound_.alone, bound_.alone_count, bound_.most_keys,
                    {partial_.as<float>(), tickets_.as<unsigned>()}, stream_);
    }
    if (bound_.tile_count > 0)
        attend_tiles(step, bound_.tiles, bound_.tile_count, stream_);
}

} // namespace longhand::gpu
