// SPDX-License-Identifier: GPL-3.0-or-later
// Adapters as GGUF files.
#include "engine/checkpoint/adapter_parts.h"
#include "engine/checkpoint/gguf_writer.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace longhand::checkpoint {
namespace {

struct Name {
    std::string_view gguf, module;
};
constexpr std::array kNames = std::to_array<Name>({
    {"attn_q", "self_attn.q_proj"},
    {"attn_k", "self_attn.k_proj"},
    {"attn_v", "self_attn.v_proj"},
    {"attn_output", "self_attn.o_proj"},
    {"attn_qkv", "self_attn.qkv_proj"},
    {"ffn_gate", "mlp.gate_proj"},
    {"ffn_up", "mlp.up_proj"},
    {"ffn_down", "mlp.down_proj"},
    {"attn_norm", "input_layernorm"},
    {"ffn_norm", "post_attention_layernorm"},
    {"attn_q_norm", "self_attn.q_norm"},
    {"attn_k_norm", "self_attn.k_norm"},
});
// Families that call a part otherwise.
constexpr std::array kOfPhi3 = {Name{"ffn_up", "mlp.gate_up_proj"}};
constexpr std::array kOfGemma = {Name{"post_attention_norm", "post_attention_layernorm"},
                                 Name{"ffn_norm", "pre_feedforward_layernorm"},
                                 Name{"post_ffw_norm", "post_feedforward_layernorm"}};

std::span<const Name> own_names(std::string_view architecture)
{
    if (architecture == "phi3")
        return kOfPhi3;
    return architecture.starts_with("gemma") ? std::span<const Name>(kOfGemma)
                                             : std::span<const Name>();
}

// Gains of Gemma's norms are less by 1 in Hugging Face's files, and so in AdapterFile.
float norm_offset(std::string_view architecture)
{
    return architecture.starts_with("gemma") ? 1.0F : 0.0F;
}

// The other name of a part, by one column or the other; empty when there is none.
std::string translate(std::string_view part, std::string_view architecture,
                      std::string_view Name::*from, std::string_view Name::*to)
{
    for (const std::span<const Name> names :
         {own_names(architecture), std::span<const Name>(kNames)})
        for (const Name& name : names)
            if (name.*from == part)
                return std::string(name.*to);
    return {};
}

// "blk.3.attn_q" as a module's path; empty when no linear or norm is called so.
std::string module_of(std::string_view name, std::string_view architecture)
{
    if (name == "output_norm")
        return "norm";
    if (!name.starts_with("blk."))
        return {};
    const std::size_t dot = name.find('.', 4);
    if (dot == std::string_view::npos)
        return {};
    const std::string part =
        translate(name.substr(dot + 1), architecture, &Name::gguf, &Name::module);
    return part.empty() ? part : "layers." + std::string(name.substr(4, dot - 4)) + "." + part;
}

// The reverse.
std::string gguf_name_of(std::string_view module, std::string_view architecture)
{
    if (module == "norm")
        return "output_norm";
    if (!module.starts_with("layers."))
        return {};
    const std::size_t dot = module.find('.', 7);
    if (dot == std::string_view::npos)
        return {};
    const std::string part =
        translate(module.substr(dot + 1), architecture, &Name::module, &Name::gguf);
    return part.empty() ? part : "blk." + std::string(module.substr(7, dot - 7)) + "." + part;
}

// One alpha holds for the whole file; what differs from it goes into B.
float alpha_of(const AdapterPair& pair)
{
    return pair.scale * static_cast<float>(pair.a_shape[0]);
}

} // namespace

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
    Halves halves;
    for (const TensorEntry& entry : file.tensors()) {
        std::string part = entry.name;
        const bool is_a = cut_suffix(part, ".weight.lora_a");
        const bool is_b = !is_a && cut_suffix(part, ".weight.lora_b");
        const bool whole = !is_a && !is_b && cut_suffix(part, ".weight");
        const std::string module = module_of(part, adapter.architecture);
        if (module.empty() || (!is_a && !is_b && !whole))
            return unsupported(name, "tensor " + entry.name);
        if (is_a || is_b) {
            (is_a ? halves.a : halves.b)[module] = &entry;
            continue;
        }
        TRY(std::vector<float> values, numbers(name, entry));
        if (module.ends_with("norm"))
            for (float& gain : values)
                gain -= norm_offset(adapter.architecture);
        adapter.whole.push_back({module + ".weight", entry.shape, std::move(values)});
    }
    TRY(adapter.pairs, pair_up(name, halves));
    const double alpha = keys.number("adapter.lora.alpha").value_or(0.0);
    for (AdapterPair& pair : adapter.pairs) {
        const auto rank = static_cast<double>(pair.a_shape[0]);
        TRY(pair.scale,
            checked_scale(name, "adapter.lora.alpha", alpha == 0.0 ? 1.0 : alpha / rank));
    }
    adapter.rope_parameters = keys.string("rope_parameters").value_or("");
    return adapter;
}

Result<void> write_gguf_adapter(const AdapterFile& adapter, const std::filesystem::path& path)
{
    const std::string& architecture = adapter.architecture;
    ENSURE(!architecture.empty() && adapter.interleaved == (architecture == "llama"));
    std::vector<PlannedTensor> plan;
    std::vector<std::vector<float>> values;
    const auto add = [&](const std::string& module, const char* half, const tensor::Shape& shape,
                         std::vector<float> numbers) -> Result<void> {
        const std::string name = gguf_name_of(module, architecture);
        if (name.empty())
            return Error{ErrorKind::unsupported,
                         module + " has no place in a GGUF adapter; merge it with its model"};
        plan.push_back({name + ".weight" + half, tensor::DType::f32, shape});
        values.push_back(std::move(numbers));
        return {};
    };
    float alpha = 0.0F;
    for (const AdapterPair& pair : adapter.pairs)
        if (alpha == 0.0F)
            alpha = alpha_of(pair);
    for (const AdapterPair& pair : adapter.pairs) {
        std::vector<float> b = pair.b;
        if (alpha_of(pair) != alpha)
            for (float& value : b)
                value *= alpha_of(pair) / alpha;
        TRY(add(pair.module, ".lora_a", pair.a_shape, pair.a));
        TRY(add(pair.module, ".lora_b", pair.b_shape, std::move(b)));
    }
    for (const AdapterTensor& whole : adapter.whole) {
        std::string module = whole.name;
        cut_suffix(module, ".weight");
        std::vector<float> gains = whole.values;
        for (float& gain : gains)
            gain += norm_offset(architecture);
        TRY(add(module, "", whole.shape, std::move(gains)));
    }
    KeyValues keys;
    keys.set("general.type", std::string("adapter"));
    keys.set("general.architecture", architecture);
    keys.set("general.name", path.stem().string());
    keys.set("adapter.type", std::string("lora"));
    keys.set("adapter.lora.alpha", static_cast<double>(alpha));
    if (!adapter.rope_parameters.empty())
        keys.set("rope_parameters", adapter.rope_parameters);
    TRY(GgufWriter writer, GgufWriter::create(path, keys, std::move(plan)));
    for (const std::vector<float>& one : values)
        TRY(writer.write(std::as_bytes(std::span(one))));
    return writer.finish();
}

} // namespace longhand::checkpoint
