// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cuda_runtime_api.h>
#include <functional>

namespace longhand::gpu {

// Work of a stream, captured once and launched as a whole. Throws DeviceError.
class Graph {
public:
    Graph() = default;
    ~Graph() { clear(); }
    Graph(const Graph&) = delete;
    Graph& operator=(const Graph&) = delete;

    [[nodiscard]] bool empty() const { return executable_ == nullptr; }
    // Captures what `work` queues on the stream, which runs nothing. `work` may neither wait nor
    // take memory; what it throws is passed on.
    void capture(cudaStream_t stream, const std::function<void()>& work);
    void launch(cudaStream_t stream) const;
    void clear();

private:
    cudaGraphExec_t executable_ = nullptr;
};

} // namespace longhand::gpu
