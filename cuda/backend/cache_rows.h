// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace longhand::gpu {

// Rows of q8_0 outside the card are blocks of an f16 scale and 32 codes; on it, all codes of a row
// and then all scales (cuda/kernels/cache.h). `width`: values a row, a multiple of 32.
std::vector<std::byte> codes_apart(std::span<const std::byte> blocks, std::int64_t width);
// The way back, in place.
void codes_together(std::span<std::byte> rows, std::int64_t width);

} // namespace longhand::gpu
