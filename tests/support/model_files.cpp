// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/model_files.h"

#include <fstream>

namespace longhand::test {
namespace {

void pad(std::string& bytes, std::uint64_t alignment)
{
    while (alignment != 0 && bytes.size() % alignment != 0)
        bytes.push_back('\0');
}

}  // namespace

std::string raw_text(std::string_view text)
{
    return raw(std::uint64_t{text.size()}).append(text);
}

std::string raw_array(std::uint32_t type, std::uint64_t count, std::string_view elements)
{
    return (raw(type) + raw(count)).append(elements);
}

GgufBuilder& GgufBuilder::key(std::string_view name, std::uint32_t type, std::string_view value)
{
    keys_ += raw_text(name) + raw(type);
    keys_ += value;
    ++key_count_;
    return *this;
}

GgufBuilder& GgufBuilder::text(std::string_view name, std::string_view value)
{
    return key(name, string, raw_text(value));
}

GgufBuilder& GgufBuilder::number(std::string_view name, std::uint32_t value)
{
    return key(name, u32, raw(value));
}

GgufBuilder& GgufBuilder::real(std::string_view name, float value)
{
    return key(name, f32, raw(value));
}

GgufBuilder& GgufBuilder::texts(std::string_view name, const std::vector<std::string>& values)
{
    std::string elements;
    for (const std::string& value : values)
        elements += raw_text(value);
    return key(name, array, raw_array(string, values.size(), elements));
}

GgufBuilder& GgufBuilder::tensor(std::string_view name, const std::vector<std::uint64_t>& extents,
                                 std::uint32_t type, std::string_view bytes)
{
    pad(data_, alignment);
    return tensor_at(name, extents, type, bytes, data_.size());
}

GgufBuilder& GgufBuilder::tensor_at(std::string_view name,
                                    const std::vector<std::uint64_t>& extents, std::uint32_t type,
                                    std::string_view bytes, std::uint64_t offset)
{
    entries_ += raw_text(name) + raw(static_cast<std::uint32_t>(extents.size()));
    for (const std::uint64_t extent : extents)
        entries_ += raw(extent);
    entries_ += raw(type) + raw(offset);
    data_ += bytes;
    ++tensor_count_;
    return *this;
}

std::string GgufBuilder::header() const
{
    std::string bytes = raw(magic) + raw(version) +
                        raw(declared_tensors != 0 ? declared_tensors : tensor_count_) +
                        raw(declared_keys != 0 ? declared_keys : key_count_) + keys_ + entries_;
    if (tensor_count_ != 0)
        pad(bytes, alignment);
    return bytes;
}

std::string GgufBuilder::build() const { return header() + data_; }

std::string safetensors(std::string_view header, std::string_view data)
{
    return raw_text(header).append(data);
}

namespace {

// Everything but the tensors.
GgufBuilder small_gguf_keys()
{
    GgufBuilder file;
    file.text("general.architecture", "llama")
        .number("llama.block_count", 2)
        .number("llama.context_length", 64)
        .number("llama.embedding_length", 32)
        .number("llama.feed_forward_length", 32)
        .number("llama.attention.head_count", 2)
        .number("llama.attention.head_count_kv", 1)
        .real("llama.attention.layer_norm_rms_epsilon", 1e-5F)
        .real("llama.rope.freq_base", 10000.0F)
        .text("tokenizer.ggml.model", "gpt2")
        .text("tokenizer.ggml.pre", "gpt-2")
        .texts("tokenizer.ggml.tokens", {"<|im_start|>", "<|im_end|>", "a", "b", "ab", "\xC4\xA0", "\xC4\x8A"})
        .key("tokenizer.ggml.token_type", GgufBuilder::array,
             raw_array(GgufBuilder::i32, 7,
                       raw(3) + raw(3) + raw(1) + raw(1) + raw(1) + raw(1) + raw(1)))
        .texts("tokenizer.ggml.merges", {"a b"})
        .number("tokenizer.ggml.bos_token_id", 0)
        .number("tokenizer.ggml.eos_token_id", 1)
        .text("tokenizer.chat_template",
              "{% for message in messages %}{{'<|im_start|>' + message['role'] + '\n' + "
              "message['content'] + '<|im_end|>' + '\n'}}{% endfor %}{% if add_generation_prompt "
              "%}{{ '<|im_start|>assistant\n' }}{% endif %}");
    return file;
}

}  // namespace

GgufBuilder random_gguf_model(std::uint64_t seed)
{
    GgufBuilder file = small_gguf_keys();
    std::uint64_t state = seed;
    const auto numbers = [&state](std::uint64_t count, float middle) {
        std::string bytes;
        for (std::uint64_t i = 0; i < count; ++i) {
            state = state * 6364136223846793005ULL + 1442695040888963407ULL;
            bytes += raw(middle + static_cast<float>(state >> 40U) / 16777216.0F * 0.4F - 0.2F);
        }
        return bytes;
    };
    const auto add = [&](const std::string& name, std::uint64_t in, std::uint64_t out) {
        file.tensor(name, {in, out}, 0, numbers(in * out, 0.0F));
    };
    add("token_embd.weight", 32, 7);
    file.tensor("output_norm.weight", {32}, 0, numbers(32, 1.0F));
    for (const std::string layer : {"blk.0.", "blk.1."}) {
        for (const char* const norm : {"attn_norm.weight", "ffn_norm.weight"})
            file.tensor(layer + norm, {32}, 0, numbers(32, 1.0F));
        for (const char* const square : {"attn_q.weight", "attn_output.weight", "ffn_gate.weight",
                                         "ffn_up.weight", "ffn_down.weight"})
            add(layer + square, 32, 32);
        for (const char* const half : {"attn_k.weight", "attn_v.weight"})
            add(layer + half, 32, 16);
    }
    return file;
}

GgufBuilder small_gguf_model()
{
    GgufBuilder file = small_gguf_keys();
    const auto zeros = [](std::uint64_t count) { return std::string(count * 4, '\0'); };
    file.tensor("token_embd.weight", {32, 7}, 0, zeros(32 * 7));
    file.tensor("output_norm.weight", {32}, 0, zeros(32));
    for (const std::string layer : {"blk.0.", "blk.1."}) {
        file.tensor(layer + "attn_norm.weight", {32}, 0, zeros(32));
        file.tensor(layer + "attn_q.weight", {32, 32}, 2, std::string(32 * 18, '\0'));
        file.tensor(layer + "attn_k.weight", {32, 16}, 3, std::string(16 * 20, '\0'));
        file.tensor(layer + "attn_v.weight", {32, 16}, 8, std::string(16 * 34, '\0'));
        file.tensor(layer + "attn_output.weight", {32, 32}, 1, std::string(32 * 32 * 2, '\0'));
        file.tensor(layer + "ffn_norm.weight", {32}, 0, zeros(32));
        for (const char* const name : {"ffn_gate.weight", "ffn_up.weight", "ffn_down.weight"})
            file.tensor(layer + name, {32, 32}, 30, std::string(32 * 32 * 2, '\0'));
    }
    return file;
}

void write_bytes(const std::filesystem::path& path, std::string_view bytes)
{
    // Written over and then cut: a file system may flush one that was emptied first, and tests
    // write some thousands.
    std::ofstream(path, std::ios::binary | std::ios::app);
    std::fstream(path, std::ios::binary | std::ios::in | std::ios::out)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    std::filesystem::resize_file(path, bytes.size());
}

}  // namespace longhand::test
