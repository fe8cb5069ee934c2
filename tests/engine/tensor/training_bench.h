// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/training.h"
#include "tests/engine/tensor/step_bench.h"

#include <functional>

namespace longhand::tensor::test {

// Sequences behind one another, of the lengths given, attention dense or in S2 groups.
struct PackedSequences {
    std::vector<std::int32_t> positions;
    std::vector<std::int32_t> boundaries{0};
    std::vector<std::int32_t> shifted;
    std::int64_t shifted_from_head = 0;
    [[nodiscard]] PackedLayout layout() const
    {
        return {positions, boundaries, shifted, shifted_from_head};
    }
};
PackedSequences dense(const std::vector<std::int32_t>& lengths);
PackedSequences grouped(const std::vector<std::int32_t>& lengths, std::int32_t group,
                        std::int64_t heads);

// The derivative of `loss` by each of `values`, by differences of 2 * step.
std::vector<float>
central_differences(std::vector<float> values, double step,
                    const std::function<double(const std::vector<float>&)>& loss);
// sum_i a[i] * b[i]
double inner_product(std::span<const float> a, std::span<const float> b);

} // namespace longhand::tensor::test
