// SPDX-License-Identifier: GPL-3.0-or-later
// Products of warp groups (PTX wgmma, compute capability 9.0a): four warps multiply 64 rows,
// operands in shared memory in the 128-byte swizzle. Device code of other architectures must not
// call these.
#pragma once

#include <cstdint>
#include <cuda_fp16.h>

namespace longhand::gpu {

constexpr int kSwizzledHalves = 64; // of a row of a panel: 128 bytes

// Where 16 bytes lie in a panel of rows of 128 bytes: panels start at multiples of 1024.
__device__ __forceinline__ int swizzled(int row, int piece)
{
    return row * kSwizzledHalves + (piece ^ (row & 7)) * 8;
}

// The descriptor of an operand that starts there: 1024 bytes between groups of eight rows,
// `panel_bytes` between panels (counts where the rows are the summed dimension).
__device__ __forceinline__ std::uint64_t operand_at(const __half* shared, int panel_bytes)
{
    const auto address = static_cast<std::uint32_t>(__cvta_generic_to_shared(shared));
    return static_cast<std::uint64_t>((address & 0x3FFFFU) >> 4U) |
           static_cast<std::uint64_t>(panel_bytes >> 4) << 16U | std::uint64_t{1024 >> 4} << 32U |
           std::uint64_t{1} << 62U;
}

__device__ __forceinline__ void group_begin()
{
    asm volatile("wgmma.fence.sync.aligned;" ::: "memory");
}
__device__ __forceinline__ void group_commit()
{
    asm volatile("wgmma.commit_group.sync.aligned;" ::: "memory");
}
template <int kLeft> __device__ __forceinline__ void group_wait()
{
    asm volatile("wgmma.wait_group.sync.aligned %0;" ::"n"(kLeft) : "memory");
}
// Makes what threads wrote to shared memory visible to the products.
__device__ __forceinline__ void publish_shared()
{
    asm volatile("fence.proxy.async.shared::cta;" ::: "memory");
}

// clang-format off
#define LONGHAND_FOUR(c, n) "+f"(c[n][0]), "+f"(c[n][1]), "+f"(c[n][2]), "+f"(c[n][3])
#define LONGHAND_EIGHT_ROWS(c, n)                                                                  \
    LONGHAND_FOUR(c, n), LONGHAND_FOUR(c, n + 1), LONGHAND_FOUR(c, n + 2), LONGHAND_FOUR(c, n + 3), \
    LONGHAND_FOUR(c, n + 4), LONGHAND_FOUR(c, n + 5), LONGHAND_FOUR(c, n + 6), LONGHAND_FOUR(c, n + 7)
#define LONGHAND_C32 "{%0, %1, %2, %3, %4, %5, %6, %7, %8, %9, %10, %11, %12, %13, %14, %15, "      \
    "%16, %17, %18, %19, %20, %21, %22, %23, %24, %25, %26, %27, %28, %29, %30, %31"
// clang-format on

// c = or += a b^T: a [64, 16] and b [64, 16], both in shared memory with the summed dimension in
// their rows.
__device__ __forceinline__ void group_multiply(float (&c)[8][4], std::uint64_t a, std::uint64_t b,
                                               bool add)
{
    asm volatile("{.reg .pred p;\n setp.ne.b32 p, %34, 0;\n"
                 "wgmma.mma_async.sync.aligned.m64n64k16.f32.f16.f16 " LONGHAND_C32
                 "}, %32, %33, p, 1, 1, 0, 0;\n}"
                 : LONGHAND_EIGHT_ROWS(c, 0)
                 : "l"(a), "l"(b), "r"(static_cast<int>(add)));
}

// c += a b: a [64, 16] in registers, b [16, 64] in shared memory, row by row.
__device__ __forceinline__ void group_multiply(float (&c)[8][4], const std::uint32_t (&a)[4],
                                               std::uint64_t b)
{
    asm volatile("wgmma.mma_async.sync.aligned.m64n64k16.f32.f16.f16 " LONGHAND_C32
                 "}, {%32, %33, %34, %35}, %36, 1, 1, 1, 1;\n"
                 : LONGHAND_EIGHT_ROWS(c, 0)
                 : "r"(a[0]), "r"(a[1]), "r"(a[2]), "r"(a[3]), "l"(b));
}

// The same for b [16, 128], in two panels.
__device__ __forceinline__ void group_multiply(float (&c)[16][4], const std::uint32_t (&a)[4],
                                               std::uint64_t b)
{
    asm volatile("wgmma.mma_async.sync.aligned.m64n128k16.f32.f16.f16 " LONGHAND_C32
                 ", %32, %33, %34, %35, %36, %37, %38, %39, %40, %41, %42, %43, %44, %45, %46, "
                 "%47, %48, %49, %50, %51, %52, %53, %54, %55, %56, %57, %58, %59, %60, %61, %62, "
                 "%63}, {%64, %65, %66, %67}, %68, 1, 1, 1, 1;\n"
                 : LONGHAND_EIGHT_ROWS(c, 0), LONGHAND_EIGHT_ROWS(c, 8)
                 : "r"(a[0]), "r"(a[1]), "r"(a[2]), "r"(a[3]), "l"(b));
}

#undef LONGHAND_C32
#undef LONGHAND_EIGHT_ROWS
#undef LONGHAND_FOUR

} // namespace longhand::gpu
