// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/kernels/training_rows.h"

#include "cuda/kernels/activation.cuh"
#include "cuda/kernels/block_reduce.cuh"
#include "cuda/kernels/flat.cuh"
#include "cuda/runtime/check.h"

namespace longhand::gpu {
namespace {

constexpr int kSumColumns = 32; // of a block that sums columns
constexpr int kSumLanes = 8;    // rows at once
constexpr int kSumRows = 512;   // of one partial sum

__global__ void rotate_kernel(RotateRows step)
{
    const int half = step.rotary_dim / 2;
    const std::int64_t pairs = static_cast<std::int64_t>(step.heads) * half;
    for_each_flat(step.rows * pairs, [&](std::int64_t index) {
        const std::int64_t row = index / pairs;
        const int head = static_cast<int>(index % pairs) / half;
        const int i = static_cast<int>(index % pairs) % half;
        float* x = step.x + (row * step.heads + head) * step.head_dim;
        float* first = step.interleaved ? x + 2 * i : x + i;
        float* second = step.interleaved ? first + 1 : first + half;
        const std::int64_t at = static_cast<std::int64_t>(step.positions[row]) * half + i;
        const float c = step.cosines[at];
        const float s = step.backward ? -step.sines[at] : step.sines[at];
        const float a = *first;
        const float b = *second;
        *first = a * c - b * s;
        *second = b * c + a * s;
    });
}

__global__ void gate_backward_kernel(float* dg, float* du, const float* dout, const float* g,
                                     const float* u, std::int64_t count, GateActivation activation)
{
    for_each_flat(count, [&](std::int64_t i) {
        const float d = dout[i];
        const Slope at = slope_of(g[i], activation);
        du[i] = d * at.value;
        dg[i] = d * u[i] * at.slope;
    });
}

// One warp a row where rows are short (norms of heads), else one block.
template <bool kWarp> __device__ __forceinline__ float total(float value, float* shared)
{
    return kWarp ? warp_sum(value) : block_sum(value, shared);
}

template <bool kWarp> __global__ void norm_backward_kernel(NormBackward step)
{
    __shared__ float partial[32];
    const int lanes = kWarp ? 32 : static_cast<int>(blockDim.x);
    const int lane = static_cast<int>(threadIdx.x) % lanes;
    const std::int64_t row = static_cast<std::int64_t>(blockIdx.x) * (blockDim.x / lanes) +
                             static_cast<int>(threadIdx.x) / lanes;
    if (kWarp && row >= step.rows)
        return;
    const std::int64_t base = row * step.dim;
    float squares = 0.0F;
    float products = 0.0F;
    for (int i = lane; i < step.dim; i += lanes) {
        const float x = step.x[base + i];
        squares += x * x;
        products += step.gain[i] * step.dy[base + i] * x;
    }
    const float f = 1.0F / sqrtf(total<kWarp>(squares, partial) / step.dim + step.eps);
    const float pull = total<kWarp>(products, partial) / step.dim * f * f * f;
    for (int i = lane; i < step.dim; i += lanes)
        step.dx[base + i] += f * step.gain[i] * step.dy[base + i] - step.x[base + i] * pull;
    if (lane == 0)
        step.factors[row] = f;
}

// partial[chunk, column] = sum of `value(row, column)` over the chunk's rows.
template <class Value>
__device__ __forceinline__ void sum_chunk(float* partial, std::int64_t rows, int dim, Value value)
{
    __shared__ float sums[kSumLanes][kSumColumns];
    const int column = static_cast<int>(blockIdx.x) * kSumColumns + threadIdx.x % kSumColumns;
    const int lane = threadIdx.x / kSumColumns;
    const std::int64_t first = static_cast<std::int64_t>(blockIdx.y) * kSumRows;
    const std::int64_t end = min(rows, first + kSumRows);
    float sum = 0.0F;
    if (column < dim)
        for (std::int64_t row = first + lane; row < end; row += kSumLanes)
            sum += value(row, column);
    sums[lane][threadIdx.x % kSumColumns] = sum;
    __syncthreads();
    if (lane != 0 || column >= dim)
        return;
    for (int i = 1; i < kSumLanes; ++i)
        sum += sums[i][threadIdx.x];
    partial[static_cast<std::int64_t>(blockIdx.y) * dim + column] = sum;
}

__global__ void gain_chunks_kernel(NormBackward step)
{
    sum_chunk(step.partial, step.rows, step.dim, [&](std::int64_t row, int column) {
        return step.factors[row] * step.x[row * step.dim + column] *
               step.dy[row * step.dim + column];
    });
}

__global__ void column_chunks_kernel(float* partial, const float* from, std::int64_t rows, int dim)
{
    sum_chunk(partial, rows, dim,
              [&](std::int64_t row, int column) { return from[row * dim + column]; });
}

__global__ void add_chunks_kernel(float* to, const float* partial, std::int64_t chunks, int dim)
{
    for_each_flat(dim, [&](std::int64_t column) {
        float sum = 0.0F;
        for (std::int64_t chunk = 0; chunk < chunks; ++chunk)
            sum += partial[chunk * dim + column];
        to[column] += sum;
    });
}

__global__ void drop_kernel(float* to, const float* from, std::int64_t count, std::int64_t columns,
                            DropoutMask mask, bool add)
{
    for_each_flat(count, [&](std::int64_t i) {
        const float kept = mask(i / columns, i % columns) * from[i];
        to[i] = add ? to[i] + kept : kept;
    });
}

__global__ void entropy_gradient_kernel(EntropyGradient step)
{
    __shared__ float partial[32];
    float* row = step.logits + blockIdx.x * step.vocabulary;
    const auto capped = [&](float logit) {
        return step.soft_cap > 0.0F ? step.soft_cap * tanhf(logit / step.soft_cap) : logit;
    };
    // Maximum and sum in one reading.
    float largest = -INFINITY;
    float sum = 0.0F;
    for (std::int64_t i = threadIdx.x; i < step.vocabulary; i += blockDim.x) {
        const float logit = capped(row[i]);
        if (!(logit <= largest)) { // NaN passes, and spoils the sum
            sum *= expf(largest - logit);
            largest = logit;
        }
        sum += expf(logit - largest);
    }
    const float top = block_max(largest, partial);
    sum = block_sum(largest == -INFINITY ? 0.0F : sum * expf(largest - top), partial);
    const float lse = top + logf(sum);
    const std::int32_t target = step.targets[blockIdx.x];
    if (threadIdx.x == 0)
        step.nll[step.row_of[blockIdx.x]] = lse - capped(row[target]);
    if (!step.wants_gradient)
        return;
    __syncthreads(); // the target's logit has been read
    for (std::int64_t i = threadIdx.x; i < step.vocabulary; i += blockDim.x) {
        const float logit = capped(row[i]);
        const float t = step.soft_cap > 0.0F ? logit / step.soft_cap : 0.0F;
        const float d =
            (expf(logit - lse) - (i == target ? 1.0F : 0.0F)) * step.factor * (1.0F - t * t);
        if (step.half != nullptr)
            step.half[blockIdx.x * step.vocabulary + i] = __float2half_rn(d);
        else
            row[i] = d;
    }
}

__global__ void scatter_kernel(float* to, const float* from, const std::int32_t* row_of,
                               std::int64_t columns)
{
    const std::int64_t row = row_of[blockIdx.x];
    for (std::int64_t i = threadIdx.x; i < columns; i += blockDim.x)
        to[row * columns + i] = from[blockIdx.x * columns + i];
}

__global__ void token_rows_kernel(float* table, const float* from, const std::int32_t* tokens,
                                  const std::int32_t* starts, const std::int32_t* order,
                                  std::int64_t columns, float scale)
{
    float* to = table + tokens[blockIdx.x] * columns;
    for (std::int64_t i = threadIdx.x; i < columns; i += blockDim.x) {
        float sum = to[i];
        for (std::int32_t at = starts[blockIdx.x]; at < starts[blockIdx.x + 1]; ++at)
            sum += scale * from[order[at] * columns + i];
        to[i] = sum;
    }
}

__global__ void add_scaled_kernel(float* y, const float* x, float scale, std::int64_t count)
{
    for_each_flat(count, [&](std::int64_t i) { y[i] += scale * x[i]; });
}

__device__ __forceinline__ double block_sum_wide(double value, double* shared)
{
    for (int mask = 16; mask > 0; mask /= 2)
        value += __shfl_xor_sync(0xFFFFFFFFU, value, mask);
    if (threadIdx.x % 32 == 0)
        shared[threadIdx.x / 32] = value;
    __syncthreads();
    double sum = 0.0;
    for (unsigned i = 0; i < blockDim.x / 32; ++i)
        sum += shared[i];
    return sum;
}

__global__ void squares_kernel(double* partial, const float* x, std::int64_t count)
{
    __shared__ double shared[32];
    double sum = 0.0;
    for_each_flat(count, [&](std::int64_t i) {
        sum += static_cast<double>(x[i]) * static_cast<double>(x[i]);
    });
    sum = block_sum_wide(sum, shared);
    if (threadIdx.x == 0)
        partial[blockIdx.x] = sum;
}

__global__ void sum_squares_kernel(float* sum, const double* partial)
{
    __shared__ double shared[32];
    const double all = block_sum_wide(partial[threadIdx.x], shared);
    if (threadIdx.x == 0)
        *sum = static_cast<float>(all);
}

__global__ void adamw_kernel(AdamWStep step)
{
    const float norm = sqrtf(*step.square_sum);
    if (!isfinite(norm))
        return;
    const float clip = step.max_norm > 0.0F ? fminf(1.0F, step.max_norm / (norm + 1e-6F)) : 1.0F;
    for_each_flat(step.count, [&](std::int64_t i) {
        const float g = clip * step.g[i];
        const float m = step.m[i] + (1.0F - step.beta1) * (g - step.m[i]);
        const float v = step.beta2 * step.v[i] + (1.0F - step.beta2) * g * g;
        step.m[i] = m;
        step.v[i] = v;
        step.p[i] = step.p[i] * step.keep - step.rate * m / (sqrtf(v) * step.root + step.eps);
    });
}

dim3 chunk_grid(std::int64_t rows, int dim)
{
    return {static_cast<unsigned>((dim + kSumColumns - 1) / kSumColumns),
            static_cast<unsigned>((rows + kSumRows - 1) / kSumRows)};
}

void add_chunks(float* to, const float* partial, std::int64_t rows, int dim, cudaStream_t stream)
{
    add_chunks_kernel<<<flat_blocks(dim), kFlatThreads, 0, stream>>>(
        to, partial, (rows + kSumRows - 1) / kSumRows, dim);
    GPU_CHECK(cudaGetLastError());
}

} // namespace

void rotate_rows(const RotateRows& step, cudaStream_t stream)
{
    const std::int64_t count = step.rows * step.heads * (step.rotary_dim / 2);
    rotate_kernel<<<flat_blocks(count), kFlatThreads, 0, stream>>>(step);
    GPU_CHECK(cudaGetLastError());
}

void gate_backward(float* dg, float* du, const float* dout, const float* g, const float* u,
                   std::int64_t count, GateActivation activation, cudaStream_t stream)
{
    gate_backward_kernel<<<flat_blocks(count), kFlatThreads, 0, stream>>>(dg, du, dout, g, u, count,
                                                                          activation);
    GPU_CHECK(cudaGetLastError());
}

std::int64_t norm_partials(std::int64_t rows, int dim)
{
    return (rows + kSumRows - 1) / kSumRows * dim;
}

void rms_norm_backward(const NormBackward& step, cudaStream_t stream)
{
    constexpr int kShortRow = 256;
    constexpr int kWarps = 8;
    if (step.dim <= kShortRow)
        norm_backward_kernel<true>
            <<<static_cast<unsigned>((step.rows + kWarps - 1) / kWarps), 32 * kWarps, 0, stream>>>(
                step);
    else
        norm_backward_kernel<false>
            <<<static_cast<unsigned>(step.rows), step.dim >= 2048 ? 512 : 128, 0, stream>>>(step);
    GPU_CHECK(cudaGetLastError());
    if (step.dgain == nullptr)
        return;
    gain_chunks_kernel<<<chunk_grid(step.rows, step.dim), kSumColumns * kSumLanes, 0, stream>>>(
        step);
    add_chunks(step.dgain, step.partial, step.rows, step.dim, stream);
}

void add_column_sums(float* to, const float* from, float* partial, std::int64_t rows, int dim,
                     cudaStream_t stream)
{
    column_chunks_kernel<<<chunk_grid(rows, dim), kSumColumns * kSumLanes, 0, stream>>>(
        partial, from, rows, dim);
    add_chunks(to, partial, rows, dim, stream);
}

void drop_rows(float* to, const float* from, std::int64_t rows, std::int64_t columns,
               const DropoutMask& mask, bool add, cudaStream_t stream)
{
    drop_kernel<<<flat_blocks(rows * columns), kFlatThreads, 0, stream>>>(to, from, rows * columns,
                                                                          columns, mask, add);
    GPU_CHECK(cudaGetLastError());
}

void entropy_gradient(const EntropyGradient& step, cudaStream_t stream)
{
    const int threads = step.vocabulary >= 4096 ? 1024 : 128;
    entropy_gradient_kernel<<<static_cast<unsigned>(step.rows), threads, 0, stream>>>(step);
    GPU_CHECK(cudaGetLastError());
}

void scatter_rows(float* to, const float* from, const std::int32_t* row_of, std::int64_t rows,
                  std::int64_t columns, cudaStream_t stream)
{
    scatter_kernel<<<static_cast<unsigned>(rows), kFlatThreads, 0, stream>>>(to, from, row_of,
                                                                             columns);
    GPU_CHECK(cudaGetLastError());
}

void add_token_rows(float* table, const float* from, const std::int32_t* tokens,
                    const std::int32_t* starts, const std::int32_t* order, std::int64_t count,
                    std::int64_t columns, float scale, cudaStream_t stream)
{
    token_rows_kernel<<<static_cast<unsigned>(count), kFlatThreads, 0, stream>>>(
        table, from, tokens, starts, order, columns, scale);
    GPU_CHECK(cudaGetLastError());
}

void add_scaled(float* y, const float* x, float scale, std::int64_t count, cudaStream_t stream)
{
    add_scaled_kernel<<<flat_blocks(count), kFlatThreads, 0, stream>>>(y, x, scale, count);
    GPU_CHECK(cudaGetLastError());
}

void square_sum(float* sum, const float* x, double* partial, std::int64_t count,
                cudaStream_t stream)
{
    squares_kernel<<<kSquarePartials, kFlatThreads, 0, stream>>>(partial, x, count);
    sum_squares_kernel<<<1, kSquarePartials, 0, stream>>>(sum, partial);
    GPU_CHECK(cudaGetLastError());
}

void adamw(const AdamWStep& step, cudaStream_t stream)
{
    adamw_kernel<<<flat_blocks(step.count), kFlatThreads, 0, stream>>>(step);
    GPU_CHECK(cudaGetLastError());
}

} // namespace longhand::gpu
