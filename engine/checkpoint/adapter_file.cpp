// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checkpoint/adapter_parts.h"

#include "engine/base/json_text.h"
#include "engine/base/mapped_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>
#include <optional>

namespace longhand::checkpoint {
namespace {

using Json = nlohmann::json;

constexpr std::uint64_t kMostConfigBytes = std::uint64_t{1} << 20;

class PeftConfig {
public:
    static Result<PeftConfig> read(const std::filesystem::path& path)
    {
        const std::string name = path.filename().string();
        TRY(const std::string text, read_file(path, kMostConfigBytes));
        if (is_nested_deeper_than(text, kMaxJsonDepth))
            return corrupt(name, "nested too deep");
        PeftConfig config;
        config.name_ = name;
        config.json_ = Json::parse(text, nullptr, /*allow_exceptions=*/false);
        if (!config.json_.is_object())
            return corrupt(name, "no JSON object");
        TRY(config.check());
        return config;
    }

    // alpha / rank of a module, by the patterns that PEFT matches against the end of its name.
    [[nodiscard]] Result<float> scale(const std::string& module, std::int64_t rank) const
    {
        const double r = matched("rank_pattern", module).value_or(number("r", 8.0));
        const double alpha = matched("alpha_pattern", module).value_or(number("lora_alpha", 8.0));
        if (r != static_cast<double>(rank))
            return corrupt(name_, module + " has rank " + std::to_string(rank) + ", expected " +
                                      std::to_string(static_cast<std::int64_t>(r)));
        return checked_scale(name_, "lora_alpha", alpha / (flag("use_rslora") ? std::sqrt(r) : r));
    }

    [[nodiscard]] std::string rope_parameters() const
    {
        const auto found = json_.find("rope_parameters");
        return found == json_.end() || found->is_null() ? std::string() : found->dump();
    }

private:
    [[nodiscard]] Result<void> check() const
    {
        if (text("peft_type", "LORA") != "LORA")
            return unsupported(name_, "method " + text("peft_type", "") + ", only LORA is applied");
        if (text("bias", "none") != "none")
            return unsupported(name_, "trained biases (bias: " + text("bias", "") + ")");
        for (const char* const refused : {"use_dora", "lora_bias", "fan_in_fan_out", "use_qalora"})
            if (flag(refused))
                return unsupported(name_, refused);
        for (const char* const refused :
             {"layer_replication", "target_parameters", "trainable_token_indices",
              "alora_invocation_tokens", "megatron_config", "exclude_bias"}) {
            const auto found = json_.find(refused);
            if (found != json_.end() && !found->is_null() && !found->empty())
                return unsupported(name_, refused);
        }
        for (const char* const patterns : {"rank_pattern", "alpha_pattern"}) {
            const auto found = json_.find(patterns);
            if (found == json_.end() || found->is_null())
                continue;
            if (!found->is_object())
                return corrupt(name_, std::string(patterns) + " is no object");
            for (const auto& [key, value] : found->items()) {
                const bool plain = std::all_of(key.begin(), key.end(), [](char c) {
                    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.';
                });
                if (!plain)
                    return unsupported(name_, std::string(patterns) + " with \"" + key +
                                                  "\", a regular expression");
                if (!value.is_number())
                    return corrupt(name_, std::string(patterns) + " of " + key + " is no number");
            }
        }
        return {};
    }
    [[nodiscard]] double number(const char* key, double absent) const
    {
        const auto found = json_.find(key);
        return found != json_.end() && found->is_number() ? found->get<double>() : absent;
    }
    [[nodiscard]] bool flag(const char* key) const
    {
        const auto found = json_.find(key);
        return found != json_.end() && found->is_boolean() && found->get<bool>();
    }
    [[nodiscard]] std::string text(const char* key, const char* absent) const
    {
        const auto found = json_.find(key);
        return found != json_.end() && found->is_string() ? found->get<std::string>() : absent;
    }
    [[nodiscard]] std::optional<double> matched(const char* patterns,
                                                const std::string& module) const
    {
        const auto found = json_.find(patterns);
        if (found == json_.end() || !found->is_object())
            return std::nullopt;
        const std::string whole = "model." + module;
        for (const auto& [key, value] : found->items())
            if (whole == key || whole.ends_with("." + key))
                return value.get<double>();
        return std::nullopt;
    }

    std::string name_;
    Json json_;
};

Result<AdapterFile> read_peft(const std::filesystem::path& tensors,
                              const std::filesystem::path& config_path)
{
    TRY(const PeftConfig config, PeftConfig::read(config_path));
    TRY(const SafeTensors file, read_safetensors(tensors));
    const std::string name = tensors.filename().string();
    AdapterFile adapter;
    Halves halves;
    for (const TensorEntry& entry : file.tensors) {
        std::string module = entry.name;
        cut_prefix(module, "base_model.model.");
        cut_prefix(module, "model.");
        for (const char* const half : {".lora_A.weight", ".lora_A.default.weight"})
            if (cut_suffix(module, half))
                halves.a[module] = &entry;
        for (const char* const half : {".lora_B.weight", ".lora_B.default.weight"})
            if (cut_suffix(module, half))
                halves.b[module] = &entry;
        if (halves.a.contains(module) || halves.b.contains(module))
            continue;
        if (module.find("lora_") != std::string::npos)
            return unsupported(name, "tensor " + entry.name);
        if (const std::size_t at = module.find("modules_to_save."); at != std::string::npos)
            module.erase(at, std::strlen("modules_to_save."));
        TRY(std::vector<float> values, numbers(name, entry));
        adapter.whole.push_back({module, entry.shape, std::move(values)});
    }
    TRY(adapter.pairs, pair_up(name, halves));
    for (AdapterPair& pair : adapter.pairs) {
        TRY(pair.scale, config.scale(pair.module, pair.a_shape[0]));
    }
    adapter.rope_parameters = config.rope_parameters();
    const auto stored = file.metadata.find("rope_parameters");
    if (adapter.rope_parameters.empty() && stored != file.metadata.end())
        adapter.rope_parameters = stored->second;
    return adapter;
}

}  // namespace

Result<AdapterFile> read_adapter(const std::filesystem::path& path)
{
    std::error_code ignored;
    const std::filesystem::path whole = path.has_filename() ? path : path.parent_path();
    Result<AdapterFile> read = AdapterFile{};
    if (std::filesystem::is_directory(path, ignored)) {
        read = read_peft(path / "adapter_model.safetensors", path / "adapter_config.json");
    } else {
        TRY(const std::shared_ptr<const MappedFile> file, MappedFile::open(path));
        const auto bytes = file->bytes();
        const bool gguf = bytes.size() >= 4 && std::memcmp(bytes.data(), "GGUF", 4) == 0;
        read = gguf ? read_gguf_adapter(path)
                    : read_peft(path, path.parent_path() / "adapter_config.json");
    }
    if (!read.ok())
        return read;
    read->name = whole.filename().string();
    if (read->pairs.empty() && read->whole.empty())
        return corrupt(read->name, "an adapter without tensors");
    return read;
}

}  // namespace longhand::checkpoint
