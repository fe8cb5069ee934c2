// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checkpoint/adapter_file.h"

#include "engine/base/json_text.h"
#include "engine/base/mapped_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <map>
#include <optional>

namespace longhand::checkpoint {
namespace {

using Json = nlohmann::json;

constexpr std::uint64_t kMostConfigBytes = std::uint64_t{1} << 20;
constexpr std::int64_t kMostRank = 65536;

Error corrupt(const std::string& name, const std::string& what)
{
    return {ErrorKind::corrupt, name + ": " + what};
}

Error unsupported(const std::string& name, const std::string& what)
{
    return {ErrorKind::unsupported, name + ": " + what};
}

float half_to_float(std::uint16_t half)
{
    const int exponent = (half >> 10) & 31;
    const int fraction = half & 1023;
    const float sign = (half & 0x8000) != 0 ? -1.0F : 1.0F;
    if (exponent == 0)
        return sign * std::ldexp(static_cast<float>(fraction), -24);
    if (exponent == 31)
        return fraction == 0 ? sign * INFINITY : NAN;
    return sign * std::ldexp(static_cast<float>(fraction + 1024), exponent - 25);
}

Result<std::vector<float>> numbers(const std::string& file, const TensorEntry& entry)
{
    std::vector<float> values(static_cast<std::size_t>(entry.shape.count()));
    if (entry.dtype == tensor::DType::f32) {
        std::memcpy(values.data(), entry.bytes.data(), entry.bytes.size());
    } else if (entry.dtype == tensor::DType::f16 || entry.dtype == tensor::DType::bf16) {
        for (std::size_t i = 0; i < values.size(); ++i) {
            std::uint16_t bits = 0;
            std::memcpy(&bits, entry.bytes.data() + i * sizeof bits, sizeof bits);
            values[i] = entry.dtype == tensor::DType::f16
                            ? half_to_float(bits)
                            : std::bit_cast<float>(static_cast<std::uint32_t>(bits) << 16U);
        }
    } else {
        return unsupported(file, "tensor " + entry.name + " of type " +
                                     std::string(to_string(entry.dtype)));
    }
    for (const float value : values)
        if (!std::isfinite(value))
            return corrupt(file, "tensor " + entry.name + " holds what is no number");
    return values;
}

// Collects the halves of pairs by module.
struct Halves {
    std::map<std::string, const TensorEntry*> a, b;
};

Result<std::vector<AdapterPair>> pair_up(const std::string& file, const Halves& halves)
{
    std::vector<AdapterPair> pairs;
    for (const auto& [module, a] : halves.a) {
        const auto b = halves.b.find(module);
        if (b == halves.b.end())
            return corrupt(file, module + " has an A without a B");
        AdapterPair pair;
        pair.module = module;
        pair.a_shape = a->shape;
        pair.b_shape = b->second->shape;
        if (pair.a_shape.rank() != 2 || pair.b_shape.rank() != 2 ||
            pair.a_shape[0] != pair.b_shape[1] || pair.a_shape[0] < 1 ||
            pair.a_shape[0] > kMostRank)
            return corrupt(file, module + " has A " + to_string(pair.a_shape) + " and B " +
                                     to_string(pair.b_shape));
        TRY(pair.a, numbers(file, *a));
        TRY(pair.b, numbers(file, *b->second));
        pairs.push_back(std::move(pair));
    }
    for (const auto& [module, b] : halves.b)
        if (!halves.a.contains(module))
            return corrupt(file, module + " has a B without an A");
    return pairs;
}

bool cut_prefix(std::string& text, std::string_view prefix)
{
    if (!text.starts_with(prefix))
        return false;
    text.erase(0, prefix.size());
    return true;
}

bool cut_suffix(std::string& text, std::string_view suffix)
{
    if (!text.ends_with(suffix))
        return false;
    text.erase(text.size() - suffix.size());
    return true;
}

// --- PEFT ---------------------------------------------------------------------------------------

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
        if (!std::isfinite(alpha))
            return corrupt(name_, "lora_alpha makes no sense");
        const double divisor = flag("use_rslora") ? std::sqrt(r) : r;
        return static_cast<float>(alpha / divisor);
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

// --- GGUF ---------------------------------------------------------------------------------------

// "blk.3.attn_q" as a module's path; empty when no linear or norm is called so.
std::string module_of_gguf(std::string_view name, bool fused_mlp)
{
    static const std::map<std::string, std::string, std::less<>> kNames = {
        {"attn_q", "self_attn.q_proj"},      {"attn_k", "self_attn.k_proj"},
        {"attn_v", "self_attn.v_proj"},      {"attn_output", "self_attn.o_proj"},
        {"attn_qkv", "self_attn.qkv_proj"},  {"ffn_gate", "mlp.gate_proj"},
        {"ffn_up", "mlp.up_proj"},           {"ffn_down", "mlp.down_proj"},
        {"attn_norm", "input_layernorm"},    {"ffn_norm", "post_attention_layernorm"},
        {"attn_q_norm", "self_attn.q_norm"}, {"attn_k_norm", "self_attn.k_norm"},
    };
    if (name == "output_norm")
        return "norm";
    if (!name.starts_with("blk."))
        return {};
    const std::size_t dot = name.find('.', 4);
    if (dot == std::string_view::npos)
        return {};
    const auto found = kNames.find(name.substr(dot + 1));
    if (found == kNames.end())
        return {};
    const bool fused = fused_mlp && found->first == "ffn_up";
    return "layers." + std::string(name.substr(4, dot - 4)) + "." +
           (fused ? "mlp.gate_up_proj" : found->second);
}

Result<AdapterFile> read_gguf_adapter(const std::filesystem::path& path)
{
    TRY(const Checkpoint file, Checkpoint::open(path));
    const std::string name = path.filename().string();
    const KeyValues& keys = file.key_values();
    if (keys.string("general.type").value_or("") != "adapter")
        return unsupported(name, "a model, not an adapter");
    if (keys.string("adapter.type").value_or("") != "lora")
        return unsupported(name, "adapter of type " + keys.string("adapter.type").value_or("?"));
    AdapterFile adapter;
    adapter.architecture = keys.string("general.architecture").value_or("");
    adapter.interleaved = adapter.architecture == "llama";
    const bool fused_mlp = adapter.architecture == "phi3";
    Halves halves;
    for (const TensorEntry& entry : file.tensors()) {
        std::string part = entry.name;
        const bool is_a = cut_suffix(part, ".weight.lora_a");
        const bool is_b = !is_a && cut_suffix(part, ".weight.lora_b");
        const bool whole = !is_a && !is_b && cut_suffix(part, ".weight");
        const std::string module = module_of_gguf(part, fused_mlp);
        if (module.empty() || (!is_a && !is_b && !whole))
            return unsupported(name, "tensor " + entry.name);
        if (is_a || is_b) {
            (is_a ? halves.a : halves.b)[module] = &entry;
            continue;
        }
        TRY(std::vector<float> values, numbers(name, entry));
        adapter.whole.push_back({module + ".weight", entry.shape, std::move(values)});
    }
    TRY(adapter.pairs, pair_up(name, halves));
    const double alpha = keys.number("adapter.lora.alpha").value_or(0.0);
    if (!std::isfinite(alpha))
        return corrupt(name, "adapter.lora.alpha makes no sense");
    for (AdapterPair& pair : adapter.pairs)
        pair.scale =
            alpha == 0.0 ? 1.0F : static_cast<float>(alpha / static_cast<double>(pair.a_shape[0]));
    adapter.rope_parameters = keys.string("rope_parameters").value_or("");
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
