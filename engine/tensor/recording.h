// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/backend.h"

#include <functional>

namespace longhand::tensor {

// Steps that are run again and again with the same tensors, as every token of a decode runs them.
// A card records them once and launches them as a whole. Made by Backend::record; not to outlive
// the backend or the tensors. Threads as the backend.
class Recording {
public:
    virtual ~Recording() = default;

    // Queues what `steps` queues: only steps, always the same ones in one order with the same
    // tensors and sizes. `layout` is that of all their attention; its numbers may differ from call
    // to call. Throws DeviceError.
    virtual void run(const AttentionLayout& layout, const std::function<void()>& steps) = 0;
};

} // namespace longhand::tensor
