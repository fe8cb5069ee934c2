// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/presets.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace longhand::settings {

std::span<const Preset> built_in_presets()
{
    static const std::array<Preset, 3> kPresets = {{
        {.id = "quick", .name = "Quick", .context_tokens = 4096, .built_in = true},
        {.id = "balanced", .name = "Balanced", .context_tokens = 32768, .built_in = true},
        {.id = "thorough", .name = "Thorough", .context_tokens = 0, .built_in = true},
    }};
    return kPresets;
}

Preset sane(Preset preset)
{
    const auto number = [](double value, double low, double high, double absent) {
        return std::isfinite(value) ? std::clamp(value, low, high) : absent;
    };
    constexpr std::int64_t kMostTokens = std::int64_t{1} << 24;
    preset.context_tokens = std::clamp<std::int64_t>(preset.context_tokens, 0, kMostTokens);
    if (preset.context_tokens > 0)
        preset.context_tokens = std::max<std::int64_t>(preset.context_tokens, 512);
    if (preset.kv_type != "f32" && preset.kv_type != "q8_0")
        preset.kv_type = "f16";
    if (preset.device != "cpu" && preset.device != "cuda")
        preset.device = "auto";
    preset.threads = std::clamp(preset.threads, 0, 1024);
    preset.memory_limit_mb = std::clamp<std::int64_t>(preset.memory_limit_mb, 0, 1 << 24);
    preset.temperature = number(preset.temperature, 0.0, 2.0, 0.0);
    preset.top_p = number(preset.top_p, 0.01, 1.0, 1.0);
    if (preset.name.empty())
        preset.name = preset.id;
    return preset;
}

}  // namespace longhand::settings
