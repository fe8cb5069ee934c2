// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/runtime/graph.h"

#include "cuda/runtime/check.h"

namespace longhand::gpu {
namespace {

// Ends a capture that an exception left open.
class Capture {
public:
    explicit Capture(cudaStream_t stream) : stream_(stream)
    {
        GPU_CHECK(cudaStreamBeginCapture(stream_, cudaStreamCaptureModeThreadLocal));
    }
    ~Capture()
    {
        if (open_)
            cudaStreamEndCapture(stream_, &graph_);
        if (graph_ != nullptr)
            cudaGraphDestroy(graph_);
    }
    Capture(const Capture&) = delete;
    Capture& operator=(const Capture&) = delete;
    cudaGraph_t end()
    {
        open_ = false;
        GPU_CHECK(cudaStreamEndCapture(stream_, &graph_));
        return graph_;
    }

private:
    cudaStream_t stream_;
    cudaGraph_t graph_ = nullptr;
    bool open_ = true;
};

} // namespace

void Graph::capture(cudaStream_t stream, const std::function<void()>& work)
{
    clear();
    Capture capture(stream);
    work();
    GPU_CHECK(cudaGraphInstantiate(&executable_, capture.end(), 0));
}

void Graph::launch(cudaStream_t stream) const
{
    GPU_CHECK(cudaGraphLaunch(executable_, stream));
}

void Graph::clear()
{
    if (executable_ != nullptr)
        cudaGraphExecDestroy(executable_);
    executable_ = nullptr;
}

} // namespace longhand::gpu
