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

// Nearest f16; beyond its range the largest one. NaN stays NaN, so that a training run sees it.
__device__ __forceinline__ __half saturated(float x)
{
    asm("max.NaN.f32 %0, %0, %1;" : "+f"(x) : "f"(-65504.0F));
    asm("min.NaN.f32 %0, %0, %1;" : "+f"(x) : "f"(65504.0F));
    return __float2half_rn(x);
}

// The value of an activation and its derivative.
struct Slope {
    float value;
    float slope;
};
__device__ __forceinline__ Slope slope_of(float x, GateActivation activation)
{
    if (activation == GateActivation::silu) {
        const float s = 1.0F / (1.0F + expf(-x));
        return {x * s, s * (1.0F + x * (1.0F - s))};
    }
    if (activation == GateActivation::gelu) {
        const float below = 0.5F * erfcf(-x * 0.7071067811865475F);
        return {x * below, below + x * 0.3989422804014327F * expf(-0.5F * x * x)};
    }
    constexpr float kRootTwoOverPi = 0.7978845608F;
    const float t = tanhf(kRootTwoOverPi * (x + 0.044715F * x * x * x));
    const float inner = kRootTwoOverPi * (1.0F + 3.0F * 0.044715F * x * x);
    return {0.5F * x * (1.0F + t), 0.5F * (1.0F + t) + 0.5F * x * (1.0F - t * t) * inner};
}

} // namespace longhand::gpu
