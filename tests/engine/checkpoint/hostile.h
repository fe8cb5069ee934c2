// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/checkpoint/checkpoint.h"
#include "tests/support/memory_limit.h"
#include "tests/support/model_files.h"

#include <gtest/gtest.h>

#include <fstream>

namespace longhand::checkpoint {

// A file that lies must never make a reader take more than this above what it had, and never crash.
constexpr std::uint64_t kHostileBytes = std::uint64_t{64} << 20U;

// What is wrong with the outcome of reading a file that may be anything; empty when nothing is.
template <class Read>
std::string complaint(const Result<Read>& result, std::string_view file_name,
                      const std::vector<TensorEntry>& (*tensors)(const Read&))
{
    if (!result.ok()) {
        const Error& error = result.error();
        if (error.kind != ErrorKind::corrupt && error.kind != ErrorKind::unsupported)
            return "kind: " + to_string(error);
        if (error.message.find(file_name) == std::string::npos)
            return "names no file: " + to_string(error);
        return {};
    }
    std::uint64_t sum = 0;
    for (const TensorEntry& entry : tensors(*result)) {
        const auto bytes = tensor::byte_size(entry.shape, entry.dtype);
        if (!bytes.ok() || *bytes != entry.bytes.size())
            return entry.name + " has " + std::to_string(entry.bytes.size()) + " bytes for " +
                   to_string(entry.shape);
        for (const std::byte byte : entry.bytes) // faults when a span leaves the mapping
            sum += std::to_integer<std::uint64_t>(byte);
    }
    return sum == 1 ? " " : ""; // so that the sum is computed
}

inline const std::vector<TensorEntry>& tensors_of(const Checkpoint& checkpoint)
{
    return checkpoint.tensors();
}
inline const std::vector<TensorEntry>& tensors_of(const SafeTensors& file)
{
    return file.tensors;
}

} // namespace longhand::checkpoint
