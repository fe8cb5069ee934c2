// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/mapped_file.h"
#include "engine/checkpoint/adapter_file.h"
#include "engine/checkpoint/safetensors_writer.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace longhand::checkpoint {
namespace {

using Json = nlohmann::json;

// Where PEFT keeps a module of a causal language model.
std::string stored_name(const std::string& module)
{
    return module.starts_with("lm_head") ? "base_model.model." + module
                                         : "base_model.model.model." + module;
}

std::string last_word(const std::string& module)
{
    return module.substr(module.rfind('.') + 1);
}

// Short names ("q_proj") where each stands for as many modules as the others, else whole paths.
std::set<std::string> target_modules(const std::vector<AdapterPair>& pairs)
{
    std::map<std::string, int> uses;
    std::set<std::string> paths;
    for (const AdapterPair& pair : pairs) {
        ++uses[last_word(pair.module)];
        paths.insert(pair.module);
    }
    const bool even = std::all_of(uses.begin(), uses.end(), [&](const auto& use) {
        return use.second == uses.begin()->second;
    });
    if (!even)
        return paths;
    std::set<std::string> words;
    for (const auto& [word, count] : uses)
        words.insert(word);
    return words;
}

Json config_of(const AdapterFile& adapter)
{
    Json config = {{"peft_type", "LORA"},   {"task_type", "CAUSAL_LM"}, {"bias", "none"},
                   {"lora_dropout", 0.0},   {"fan_in_fan_out", false},  {"use_rslora", false},
                   {"inference_mode", true}, {"base_model_name_or_path", ""}};
    const std::int64_t rank = adapter.pairs.empty() ? 8 : adapter.pairs.front().a_shape[0];
    const auto alpha_of = [](const AdapterPair& pair) {
        return static_cast<double>(pair.scale) * static_cast<double>(pair.a_shape[0]);
    };
    const double alpha = adapter.pairs.empty() ? 8.0 : alpha_of(adapter.pairs.front());
    config["r"] = rank;
    config["lora_alpha"] = alpha;
    config["rank_pattern"] = Json::object();
    config["alpha_pattern"] = Json::object();
    for (const AdapterPair& pair : adapter.pairs) {
        if (pair.a_shape[0] != rank)
            config["rank_pattern"][pair.module] = pair.a_shape[0];
        if (alpha_of(pair) != alpha)
            config["alpha_pattern"][pair.module] = alpha_of(pair);
    }
    config["target_modules"] = target_modules(adapter.pairs);
    std::set<std::string> saved;
    for (const AdapterTensor& whole : adapter.whole)
        saved.insert(last_word(whole.name.substr(0, whole.name.rfind('.'))));
    config["modules_to_save"] = saved.empty() ? Json() : Json(saved);
    if (!adapter.rope_parameters.empty())
        config["rope_parameters"] = Json::parse(adapter.rope_parameters, nullptr, false);
    return config;
}

}  // namespace

Result<void> write_adapter(const AdapterFile& adapter, const std::filesystem::path& folder)
{
    ENSURE(!adapter.interleaved);
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed)
        return Error{ErrorKind::unreadable, folder.string() + ": " + failed.message()};
    std::vector<PlannedTensor> plan;
    std::vector<const std::vector<float>*> values;
    const auto add = [&](const std::string& name, const tensor::Shape& shape,
                         const std::vector<float>& numbers) {
        plan.push_back({stored_name(name), tensor::DType::f32, shape});
        values.push_back(&numbers);
    };
    for (const AdapterPair& pair : adapter.pairs) {
        add(pair.module + ".lora_A.weight", pair.a_shape, pair.a);
        add(pair.module + ".lora_B.weight", pair.b_shape, pair.b);
    }
    for (const AdapterTensor& whole : adapter.whole)
        add(whole.name, whole.shape, whole.values);
    SafeTensorsWriter::Metadata metadata = {{"format", "pt"}};
    if (!adapter.rope_parameters.empty())
        metadata["rope_parameters"] = adapter.rope_parameters;
    TRY(SafeTensorsWriter writer,
        SafeTensorsWriter::create(folder / "adapter_model.safetensors", std::move(plan), metadata));
    for (const std::vector<float>* const numbers : values) {
        TRY(writer.write(std::as_bytes(std::span(*numbers))));
    }
    TRY(writer.finish());
    return write_file(folder / "adapter_config.json", config_of(adapter).dump(2) + "\n");
}

}  // namespace longhand::checkpoint
