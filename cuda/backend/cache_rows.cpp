// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/backend/cache_rows.h"

#include <algorithm>

namespace longhand::gpu {
namespace {

constexpr std::size_t kValues = 32;
constexpr std::size_t kScaleBytes = 2;
constexpr std::size_t kBlockBytes = kValues + kScaleBytes;

} // namespace

std::vector<std::byte> codes_apart(std::span<const std::byte> blocks, std::int64_t width)
{
    std::vector<std::byte> rows(blocks.size());
    const std::size_t count = static_cast<std::size_t>(width) / kValues;
    for (std::size_t at = 0; at < blocks.size(); at += count * kBlockBytes)
        for (std::size_t block = 0; block < count; ++block) {
            const auto from =
                blocks.begin() + static_cast<std::ptrdiff_t>(at + block * kBlockBytes);
            std::byte* row = rows.data() + at;
            std::copy_n(from, kScaleBytes, row + count * kValues + block * kScaleBytes);
            std::copy_n(from + kScaleBytes, kValues, row + block * kValues);
        }
    return rows;
}

void codes_together(std::span<std::byte> rows, std::int64_t width)
{
    const std::size_t count = static_cast<std::size_t>(width) / kValues;
    std::vector<std::byte> row(count * kBlockBytes);
    for (std::size_t at = 0; at < rows.size(); at += row.size()) {
        std::copy_n(rows.data() + at, row.size(), row.data());
        for (std::size_t block = 0; block < count; ++block) {
            std::byte* to = rows.data() + at + block * kBlockBytes;
            std::copy_n(row.data() + count * kValues + block * kScaleBytes, kScaleBytes, to);
            std::copy_n(row.data() + block * kValues, kValues, to + kScaleBytes);
        }
    }
}

} // namespace longhand::gpu
