// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cuda/runtime/check.h"

namespace longhand::gpu {

// A point in a stream's work. Move-only; throws DeviceError.
class Event {
public:
    Event() { GPU_CHECK(cudaEventCreateWithFlags(&event_, cudaEventDisableTiming)); }
    ~Event() { cudaEventDestroy(event_); }
    Event(const Event&) = delete;
    Event& operator=(const Event&) = delete;
    void record(cudaStream_t stream) { GPU_CHECK(cudaEventRecord(event_, stream)); }
    // Until everything before the last record is done; at once if there was none.
    void wait() const { GPU_CHECK(cudaEventSynchronize(event_)); }

private:
    cudaEvent_t event_ = nullptr;
};

} // namespace longhand::gpu
