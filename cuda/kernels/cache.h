// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cuda_fp16.h>

namespace longhand::gpu {

// Keys and values of one layer in pages of page_tokens tokens of width = kv_heads * head_dim
// values.
//   f32, f16: a row of width values after another.
//   q8: a row is width int8 codes, then width / 32 f16 scales; a value is code * scale. As many
//   bytes as blocks of 32 would take, but codes lie together and, for widths of 64, aligned to 4
//   bytes.
enum class CacheType : std::uint8_t { f32, f16, q8 };

struct CachePages {
    void* keys = nullptr; // 16-byte aligned
    void* values = nullptr;
    CacheType type = CacheType::f16;
    int page_tokens = 0;
    int kv_heads = 0;
    int head_dim = 0;
};

// One run of rows of one sequence, as tensor::Segment describes it.
struct RowRun {
    std::int32_t first_row = 0;
    std::int32_t rows = 0;
    std::int32_t first_position = 0;
    std::int32_t table_begin = 0;
    std::int32_t key_begin = 0;
};

// In device memory.
struct RowLayout {
    const std::int32_t* page_table = nullptr;
    const RowRun* runs = nullptr;
    const std::int32_t* run_of_row = nullptr; // [rows]
};

// Optional norm of every head, a rotation by the row's position and storing into the cache:
//     x <- x * gain / sqrt(mean(x^2) + eps);  half-split: (x[i], x[i + d/2]) turned by the angle i
// q [rows, heads * head_dim] and k [rows, width] f32 change in place; v [rows, width] f32.
struct RopeAppend {
    float* q = nullptr;
    float* k = nullptr;
    const float* v = nullptr;
    CachePages pages;
    RowLayout layout;
    const float* cosines = nullptr; // [positions, rotary_dim / 2]
    const float* sines = nullptr;
    int rotary_dim = 0;
    bool interleaved = false;
    const float* q_gain = nullptr; // [head_dim] or null
    const float* k_gain = nullptr;
    float eps = 0.0F;
    int heads = 0;
    std::int64_t rows = 0;
};
void rope_append(const RopeAppend& step, cudaStream_t stream);

} // namespace longhand::gpu
