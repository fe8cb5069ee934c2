// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cuda/kernels/small_linear.h"

namespace longhand::gpu {

__device__ __forceinline__ float activate(float x, GateActivation activation)
{
    if (activation == GateActivation::silu)
        return x / (1.0F + expf(-x));
    if (activation == GateActivation::gelu)
        return 0.5F * x * (1.0F + erff(x * 0.7071067811865475F));
    constexpr float kRootTwoOverPi = 0.7978845608F;
    return 0.5F * x * (1.0F + tanhf(kRootTwoOverPi * (x + 0.044715F * x * x * x)));
}

// Nearest f16; beyond its range the largest one.
__device__ __forceinline__ __half saturated(float x)
{
    return __float2half_rn(fminf(fmaxf(x, -65504.0F), 65504.0F));
}

} // namespace longhand::gpu
