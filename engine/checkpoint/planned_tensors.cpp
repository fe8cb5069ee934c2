// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checkpoint/planned_tensors.h"

#include <numeric>
#include <set>

namespace longhand::checkpoint {

Result<PlannedTensors> PlannedTensors::from(std::vector<PlannedTensor> tensors)
{
    PlannedTensors plan;
    std::set<std::string> names;
    for (const PlannedTensor& tensor : tensors) {
        if (!names.insert(tensor.name).second)
            return Error{ErrorKind::corrupt, "tensor " + tensor.name + " stands twice"};
        const auto bytes = byte_size(tensor.shape, tensor.dtype);
        if (!bytes.ok())
            return Error{bytes.error().kind,
                         "tensor " + tensor.name + ": " + bytes.error().message};
        plan.bytes_.push_back(*bytes);
    }
    plan.tensors_ = std::move(tensors);
    plan.skip_empty();
    return plan;
}

std::uint64_t PlannedTensors::total_bytes() const
{
    return std::accumulate(bytes_.begin(), bytes_.end(), std::uint64_t{0});
}

bool PlannedTensors::add(std::uint64_t count)
{
    ENSURE(!complete() && count <= bytes_[current_] - done_);
    done_ += count;
    if (done_ < bytes_[current_])
        return false;
    done_ = 0;
    ++current_;
    skip_empty();
    return true;
}

void PlannedTensors::skip_empty()
{
    while (current_ < tensors_.size() && bytes_[current_] == 0)
        ++current_;
}

} // namespace longhand::checkpoint
