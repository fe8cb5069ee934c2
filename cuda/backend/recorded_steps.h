// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cuda/backend/attention.h"
#include "cuda/runtime/graph.h"
#include "engine/tensor/recording.h"

namespace longhand::gpu {

// Runs steps once as they are, so that scratch has its size, records them the next time and from
// then on launches the graph. What launches depend on (a layout's place on the card, how far
// attention is split) is compared first; another one is recorded anew.
class RecordedSteps final : public tensor::Recording {
public:
    RecordedSteps(Attention& attention, HalfInputs& halves, cudaStream_t stream)
        : attention_(attention), halves_(halves), stream_(stream)
    {
    }
    void run(const tensor::AttentionLayout& layout, const std::function<void()>& steps) override;

private:
    Attention& attention_;
    HalfInputs& halves_;
    cudaStream_t stream_;
    Attention::LaunchShape shape_;
    bool warm_ = false;
    Graph graph_;
};

} // namespace longhand::gpu
