// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/cpu/block_format.h"

namespace longhand::tensor {

// Chooses scales, minima and codes of one block so that the squared error of its values is small:
// each group tries some twenty ranges, with the best scale for the codes that a range gives
// (least squares); then the scales of a block of 256 are rounded to whole numbers and the codes
// chosen once more. Values that are not finite count as 0. Any type but q8_0, whose scale just
// covers the range and which quantise() makes itself, fast enough for a cache.
void quantise_block(std::byte* block, DType dtype, const float* values);

} // namespace longhand::tensor
