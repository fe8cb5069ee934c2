// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/checkpoint/adapter_file.h"
#include "engine/checkpoint/checkpoint.h"

#include <cmath>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace longhand::checkpoint {

// What the readers of both kinds of adapter share.

inline Error corrupt(const std::string& name, const std::string& what)
{
    return {ErrorKind::corrupt, name + ": " + what};
}
inline Error unsupported(const std::string& name, const std::string& what)
{
    return {ErrorKind::unsupported, name + ": " + what};
}

// True and removed when `text` begins or ends so.
bool cut_prefix(std::string& text, std::string_view prefix);
bool cut_suffix(std::string& text, std::string_view suffix);

// f32, f16 or bf16, widened. Fails: unsupported (another type), corrupt (not finite).
Result<std::vector<float>> numbers(const std::string& file, const TensorEntry& entry);

// The halves of pairs by module, and the pairs they make. Fails: corrupt (half a pair, a shape).
struct Halves {
    std::map<std::string, const TensorEntry*> a, b;
};
Result<std::vector<AdapterPair>> pair_up(const std::string& file, const Halves& halves);

// adapter_gguf.cpp
Result<AdapterFile> read_gguf_adapter(const std::filesystem::path& path);

// A scale that f32 can hold. Fails: corrupt, naming `key`.
inline Result<float> checked_scale(const std::string& file, const char* key, double scale)
{
    if (!std::isfinite(scale) || std::abs(scale) > std::numeric_limits<float>::max())
        return corrupt(file, std::string(key) + " makes no sense");
    return static_cast<float>(scale);
}

} // namespace longhand::checkpoint
