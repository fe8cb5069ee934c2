// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/export.h"

#include "engine/model/lora.h"
#include "engine/model/rope_files.h"

#include <cmath>

namespace longhand::train {
namespace {

// The module that a half of a pair belongs to; empty when the name is none.
std::string module_of(const std::string& name, std::string_view half)
{
    return name.ends_with(half) ? name.substr(0, name.size() - half.size()) : std::string();
}

bool turns(const std::string& module)
{
    return module.ends_with("q_proj") || module.ends_with("k_proj");
}

// The values that a file has for a tensor, in our order of rows and as our gains; empty when it
// has none that fit.
std::vector<float> values_for(const Parameter& one, const checkpoint::AdapterFile& file,
                              const TrainableOptions& options, const model::ModelConfig& config)
{
    const float scale = options.alpha / static_cast<float>(options.rank);
    for (const checkpoint::AdapterPair& pair : file.pairs) {
        const bool same_scale = std::abs(pair.scale - scale) <= 1e-6F * scale;
        if (one.name == pair.module + ".lora_A.weight" && one.value.shape == pair.a_shape &&
            same_scale)
            return pair.a;
        if (one.name != pair.module + ".lora_B.weight" || one.value.shape != pair.b_shape ||
            !same_scale)
            continue;
        if (!turns(pair.module) || file.interleaved == config.rope_interleaved)
            return pair.b;
        return file.interleaved ? model::separate_rows(pair.b, options.rank, config.head_dim)
                                : model::interleave_rows(pair.b, options.rank, config.head_dim);
    }
    for (const checkpoint::AdapterTensor& whole : file.whole) {
        if (whole.name != one.name || whole.shape != one.value.shape)
            continue;
        std::vector<float> values = whole.values;
        if (one.name != "embed_tokens.weight")
            for (float& gain : values)
                gain += config.norm_offset;
        return values;
    }
    return {};
}

}  // namespace

Result<void> begin_with(Parameters& parameters, const checkpoint::AdapterFile& file,
                        const model::ModelConfig& config)
{
    std::vector<std::vector<float>> all;
    for (const Parameter& one : parameters.all()) {
        all.push_back(values_for(one, file, parameters.options(), config));
        if (all.back().empty())
            return Error{ErrorKind::invalid, "adapter " + file.name + " has no " + one.name +
                                                 " of the shape and scale that is trained here"};
    }
    try {
        for (std::size_t i = 0; i < all.size(); ++i)
            parameters.set(parameters.all()[i], all[i]);
    } catch (const DeviceError& error) {
        return Error{error.kind(), error.what()};
    }
    return {};
}

Result<checkpoint::AdapterFile> adapter_of(const Parameters& parameters,
                                           const model::ModelConfig& config)
{
    checkpoint::AdapterFile file;
    const TrainableOptions& options = parameters.options();
    const double turned =
        static_cast<double>(config.rotary_dim) / static_cast<double>(config.head_dim);
    TRY(file.rope_parameters,
        model::rope_parameters(
            {config.rope_theta, config.rope, config.rotary_dim, config.context_length}, turned));
    try {
        for (const Parameter& one : parameters.all()) {
            std::vector<float> values = parameters.get(one.value);
            if (const std::string module = module_of(one.name, ".lora_A.weight"); !module.empty()) {
                checkpoint::AdapterPair pair;
                pair.module = module;
                pair.a_shape = one.value.shape;
                pair.a = std::move(values);
                pair.scale = options.alpha / static_cast<float>(options.rank);
                file.pairs.push_back(std::move(pair));
                continue;
            }
            if (const std::string module = module_of(one.name, ".lora_B.weight"); !module.empty()) {
                checkpoint::AdapterPair& pair = file.pairs.back();
                ENSURE(pair.module == module);
                if (turns(module) && config.rope_interleaved)
                    values = model::separate_rows(values, options.rank, config.head_dim);
                pair.b_shape = one.value.shape;
                pair.b = std::move(values);
                continue;
            }
            if (one.name != "embed_tokens.weight")
                for (float& gain : values)
                    gain -= model::adapter_norm_offset(config);
            file.whole.push_back({one.name, one.value.shape, std::move(values)});
        }
    } catch (const DeviceError& error) {
        return Error{error.kind(), error.what()};
    }
    return file;
}

}  // namespace longhand::train
