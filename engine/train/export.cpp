// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/export.h"

#include "engine/model/lora.h"
#include "engine/model/rope_files.h"

namespace longhand::train {
namespace {

// The module that a half of a pair belongs to; empty when the name is none.
std::string module_of(const std::string& name, std::string_view half)
{
    return name.ends_with(half) ? name.substr(0, name.size() - half.size()) : std::string();
}

}  // namespace

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
                const bool turns = module.ends_with("q_proj") || module.ends_with("k_proj");
                if (turns && config.rope_interleaved)
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
