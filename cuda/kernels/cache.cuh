// SPDX-License-Identifier: GPL-3.0-or-later
// Where a position's values lie in the pages (cache.h).
#pragma once

#include "cuda/kernels/cache.h"

namespace longhand::gpu {

struct CachePlace {
    std::int64_t page = 0;
    int row = 0; // inside the page
};

__device__ __forceinline__ CachePlace place_of(const std::int32_t* page_table, int table_begin,
                                               int position, int page_tokens)
{
    return {page_table[table_begin + position / page_tokens], position % page_tokens};
}

template <class Number>
__device__ __forceinline__ Number* plain_row(void* cache, const CachePages& pages,
                                             const CachePlace& place)
{
    const std::int64_t width = static_cast<std::int64_t>(pages.kv_heads) * pages.head_dim;
    return static_cast<Number*>(cache) + (place.page * pages.page_tokens + place.row) * width;
}

__device__ __forceinline__ signed char* q8_codes(void* cache, const CachePages& pages,
                                                 const CachePlace& place)
{
    const std::int64_t width = static_cast<std::int64_t>(pages.kv_heads) * pages.head_dim;
    return static_cast<signed char*>(cache) +
           (place.page * pages.page_tokens + place.row) * (width / 32 * 34);
}
__device__ __forceinline__ __half* q8_scales(void* cache, const CachePages& pages,
                                             const CachePlace& place)
{
    return reinterpret_cast<__half*>(q8_codes(cache, pages, place) +
                                     pages.kv_heads * pages.head_dim);
}

// Eight codes; the width must be a multiple of 64.
__device__ __forceinline__ uint2 q8_words(const signed char* codes)
{
    const auto* words = reinterpret_cast<const unsigned*>(codes);
    return make_uint2(__ldg(words), __ldg(words + 1));
}

} // namespace longhand::gpu
