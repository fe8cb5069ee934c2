// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/random_model.h"

#include "engine/tensor/cpu/number_format.h"

#include <array>
#include <cmath>
#include <cstring>
#include <new>

namespace longhand::model {
namespace {

using tensor::DType;

constexpr std::array kWeightTypes = {DType::f32,  DType::f16,    DType::bf16,   DType::q8_0,
                                     DType::q6_k, DType::q5_k,   DType::q5_0,   DType::q5_1,
                                     DType::q4_k, DType::q4_0,   DType::q4_1,   DType::q3_k,
                                     DType::q2_k, DType::iq4_nl, DType::iq4_xs, DType::nf4};

// A row that does not hold whole blocks takes a type that fits, as quantisers do.
DType type_for(DType wanted, std::int64_t columns)
{
    for (const DType dtype : {wanted, DType::q8_0})
        if (columns % static_cast<std::int64_t>(tensor::traits(dtype).block_values) == 0)
            return dtype;
    return DType::f16;
}

struct Sizes {
    std::string_view name;
    std::int64_t layers, dim, heads, kv_heads, mlp_dim, vocabulary, context_length;
    double rope_theta;
    bool tied_head;
    std::string_view architecture = "llama";
};

constexpr std::array kShapes = {
    Sizes{"llama2-7b", 32, 4096, 32, 32, 11008, 32000, 4096, 1e4, false},
    Sizes{"llama2-13b", 40, 5120, 40, 40, 13824, 32000, 4096, 1e4, false},
    Sizes{"llama3-8b", 32, 4096, 32, 8, 14336, 128256, 8192, 5e5, false},
    Sizes{"smollm2-135m", 30, 576, 9, 3, 1536, 49152, 8192, 1e5, true},
    Sizes{"qwen3-8b", 36, 4096, 32, 8, 12288, 151936, 40960, 1e6, false, "qwen3"},
};

// Plain types: uniform of the wanted deviation.
void fill_plain(std::span<std::byte> bytes, DType dtype, float deviation, Random& random)
{
    const float limit = deviation * std::sqrt(3.0F);
    const std::size_t width = tensor::traits(dtype).block_bytes;
    for (std::size_t at = 0; at < bytes.size(); at += width) {
        const float value = random.uniform(-limit, limit);
        tensor::quantise(bytes.subspan(at, width), dtype, std::span(&value, 1));
    }
}

// Block types: some blocks of normal numbers, in random order.
void fill_blocks(std::span<std::byte> bytes, DType dtype, std::int64_t count, float deviation,
                 Random& random)
{
    if (dtype == DType::nf4) { // its facts are the whole tensor's
        std::vector<float> all(static_cast<std::size_t>(count));
        for (float& value : all)
            value = deviation * random.normal();
        return tensor::quantise(bytes, dtype, all);
    }
    constexpr std::size_t kBlocks = 64;
    const tensor::DTypeTraits& type = tensor::traits(dtype);
    std::vector<float> values(kBlocks * type.block_values);
    for (float& value : values)
        value = deviation * random.normal();
    std::vector<std::byte> pool(kBlocks * type.block_bytes);
    tensor::quantise(pool, dtype, values);
    for (std::size_t at = 0; at < bytes.size(); at += type.block_bytes)
        std::memcpy(bytes.data() + at, pool.data() + random.below(kBlocks) * type.block_bytes,
                    type.block_bytes);
}

}  // namespace

Result<ModelConfig> shape_of(std::string_view name)
{
    std::string known;
    for (const Sizes& sizes : kShapes) {
        known += (known.empty() ? "" : ", ") + std::string(sizes.name);
        if (sizes.name != name)
            continue;
        ModelConfig config;
        config.architecture = sizes.architecture;
        config.names = gguf_names();
        config.rope_interleaved = sizes.architecture == "llama";
        config.head_norms = sizes.architecture == "qwen3";
        config.layers = sizes.layers;
        config.dim = sizes.dim;
        config.heads = sizes.heads;
        config.kv_heads = sizes.kv_heads;
        config.head_dim = sizes.dim / sizes.heads;
        config.rotary_dim = config.head_dim;
        config.mlp_dim = sizes.mlp_dim;
        config.vocabulary = sizes.vocabulary;
        config.context_length = sizes.context_length;
        config.rope_theta = sizes.rope_theta;
        config.tied_head = sizes.tied_head;
        return config;
    }
    return Error{ErrorKind::unsupported,
                 "shape '" + std::string(name) + "' is not known; known: " + known};
}

Result<DType> weight_type(std::string_view name)
{
    std::string known;
    for (const DType dtype : kWeightTypes) {
        if (to_string(dtype) == name)
            return dtype;
        known += (known.empty() ? "" : ", ") + std::string(to_string(dtype));
    }
    return Error{ErrorKind::unsupported,
                 "weight type '" + std::string(name) + "' is not known; known: " + known};
}

WeightSource random_weights(DType dtype, Seed seed)
{
    return [dtype, seed](const std::string& name, const tensor::Shape& shape) -> Result<HostWeight> {
        const bool vector = shape.rank() == 1;
        const float centre = name.ends_with("bias") ? 0.0F : 1.0F;
        const DType stored = vector ? DType::f32 : type_for(dtype, shape.back());
        TRY(const std::uint64_t bytes, byte_size(shape, stored));
        std::shared_ptr<std::byte[]> memory;
        try {
            memory = std::shared_ptr<std::byte[]>(new std::byte[bytes]);
        } catch (const std::bad_alloc&) {
            return Error{ErrorKind::out_of_memory,
                         "no memory for " + std::to_string(bytes) + " bytes of weights"};
        }
        const std::span<std::byte> content(memory.get(), bytes);
        Random random(derive(seed, name));
        const float deviation = 1.0F / std::sqrt(static_cast<float>(shape.back()));
        if (vector) {
            for (std::size_t at = 0; at < bytes; at += sizeof(float)) {
                const float value = centre + random.uniform(-0.2F, 0.2F);
                std::memcpy(content.data() + at, &value, sizeof value);
            }
        } else if (tensor::traits(stored).block_values == 1) {
            fill_plain(content, stored, deviation, random);
        } else {
            fill_blocks(content, stored, shape.count(), deviation, random);
        }
        return HostWeight{content, stored, memory};
    };
}

Result<std::uint64_t> weight_bytes_of(const ModelConfig& config, DType dtype)
{
    TRY(check(config));
    const auto matrix = [dtype](std::int64_t rows, std::int64_t columns) {
        return byte_size(tensor::Shape{rows, columns}, type_for(dtype, columns));
    };
    TRY(const std::uint64_t table, matrix(config.vocabulary, config.dim));
    TRY(const std::uint64_t q, matrix(config.q_dim(), config.dim));
    TRY(const std::uint64_t kv, matrix(config.kv_dim(), config.dim));
    TRY(const std::uint64_t o, matrix(config.dim, config.q_dim()));
    TRY(const std::uint64_t up, matrix(config.mlp_dim, config.dim));
    TRY(const std::uint64_t down, matrix(config.dim, config.mlp_dim));
    const auto floats = [](std::int64_t count) {
        return sizeof(float) * static_cast<std::uint64_t>(count);
    };
    const std::uint64_t norm = floats(config.dim);
    std::uint64_t layer = q + 2 * kv + o + 2 * up + down + (config.post_norms ? 4 : 2) * norm;
    if (config.head_norms)
        layer += 2 * floats(config.head_dim);
    if (config.qkv_bias)
        layer += floats(config.q_dim() + 2 * config.kv_dim());
    if (config.o_bias)
        layer += floats(config.dim);
    if (config.mlp_bias)
        layer += floats(2 * config.mlp_dim + config.dim);
    return static_cast<std::uint64_t>(config.layers) * layer + norm +
           table * (config.tied_head ? 1U : 2U);
}

}  // namespace longhand::model
