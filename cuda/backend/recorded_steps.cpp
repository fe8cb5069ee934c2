// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/backend/recorded_steps.h"

namespace longhand::gpu {

void RecordedSteps::run(const tensor::AttentionLayout& layout, const std::function<void()>& steps)
{
    const Attention::LaunchShape shape = attention_.bind(layout);
    if (!(shape == shape_)) {
        shape_ = shape;
        warm_ = false;
        graph_.clear();
    }
    // No step may find a copy that only this call has seen being made, nor leave one behind.
    halves_.forget();
    if (!warm_) {
        steps();
        warm_ = true;
    } else {
        if (graph_.empty())
            graph_.capture(stream_, steps);
        graph_.launch(stream_);
    }
    halves_.forget();
}

} // namespace longhand::gpu
