// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/targets.h"
#include "tests/support/model_files.h"

#include <cstring>

namespace longhand::fuzz {
namespace {

// Protocol buffers, as far as a SentencePiece model needs them: field 1 a piece (1 text, 2 score,
// 3 type), field 2 the trainer's settings, field 3 the normaliser's.
std::string varint(std::uint64_t value)
{
    std::string bytes;
    for (; value >= 128; value >>= 7U)
        bytes.push_back(static_cast<char>(value | 128U));
    bytes.push_back(static_cast<char>(value));
    return bytes;
}

std::string bytes_field(std::uint64_t number, std::string_view content)
{
    return (varint(number << 3U | 2U) + varint(content.size())).append(content);
}

std::string int_field(std::uint64_t number, std::uint64_t value)
{
    return varint(number << 3U) + varint(value);
}

std::string piece(std::string_view text, float score, std::uint64_t type)
{
    return bytes_field(1, bytes_field(1, text) + varint(2U << 3U | 5U) + test::raw(score) +
                              int_field(3, type));
}

// model_type: 1 unigram, 2 BPE.
std::string sentencepiece(std::uint64_t model_type, bool with_bytes)
{
    std::string model = piece("<unk>", 0.0F, 2) + piece("<s>", 0.0F, 3) + piece("</s>", 0.0F, 3);
    if (with_bytes)
        for (int byte = 0; byte < 256; ++byte) {
            constexpr std::string_view kDigits = "0123456789ABCDEF";
            const std::string name = {'<',
                                      '0',
                                      'x',
                                      kDigits[static_cast<std::size_t>(byte) / 16],
                                      kDigits[static_cast<std::size_t>(byte) % 16],
                                      '>'};
            model += piece(name, 0.0F, 6);
        }
    float score = -1.0F;
    for (const char* const text : {"\xE2\x96\x81", "a", "b", "ab",
                                   "\xE2\x96\x81"
                                   "ab",
                                   "user", "\n", "1"})
        model += piece(text, score -= 1.0F, 1);
    model += bytes_field(2, int_field(3, model_type) + int_field(35, with_bytes ? 1 : 0));
    return model + bytes_field(3, bytes_field(1, "identity") + int_field(3, 1) + int_field(4, 0));
}

} // namespace

std::vector<std::string> gguf_seeds()
{
    test::GgufBuilder pieces;
    pieces.version = 2;
    pieces.text("general.architecture", "llama")
        .text("tokenizer.ggml.model", "llama")
        .texts("tokenizer.ggml.tokens",
               {"<unk>", "<s>", "</s>", "<0x41>", "\xE2\x96\x81", "a", "ab"})
        .key("tokenizer.ggml.scores", test::GgufBuilder::array,
             test::raw_array(test::GgufBuilder::f32, 7, std::string(28, '\xBF')))
        .key("tokenizer.ggml.token_type", test::GgufBuilder::array,
             test::raw_array(test::GgufBuilder::u32, 7,
                             test::raw(2) + test::raw(3) + test::raw(3) + test::raw(6) +
                                 test::raw(1) + test::raw(1) + test::raw(1)))
        .key("general.flag", test::GgufBuilder::boolean, std::string(1, '\1'))
        .number("llama.block_count", 1)
        .number("llama.context_length", 64)
        .number("llama.embedding_length", 4)
        .number("llama.feed_forward_length", 4)
        .number("llama.attention.head_count", 1)
        .real("llama.attention.layer_norm_rms_epsilon", 1e-5F)
        .real("llama.rope.scaling.factor", 2.0F)
        .tensor("token_embd.weight", {4, 7}, 1, std::string(56, '\0'));
    return {test::small_gguf_model().build(), pieces.build()};
}

std::vector<std::string> safetensors_seeds()
{
    return {test::safetensors(
                R"({"__metadata__":{"format":"pt"},)"
                R"("model.norm.weight":{"dtype":"F32","shape":[4],"data_offsets":[0,16]},)"
                R"("q":{"dtype":"BF16","shape":[2,2],"data_offsets":[16,24]}})",
                std::string(24, 'w')),
            test::safetensors(R"({"i":{"dtype":"I64","shape":[1],"data_offsets":[0,8]}})",
                              test::raw(std::int64_t{3})),
            test::safetensors("{}", "")};
}

std::vector<std::string> config_seeds()
{
    const std::string sizes =
        R"({"model_type":"llama","hidden_size":64,"intermediate_size":112,"num_attention_heads":8,)"
        R"("num_hidden_layers":2,"num_key_value_heads":2,"vocab_size":160,"rms_norm_eps":1e-05,)"
        R"("max_position_embeddings":128,"hidden_act":"silu","attention_bias":false,)";
    const auto of_type = [&](std::string_view type) {
        std::string other = sizes;
        return other.replace(other.find("llama"), 5, type);
    };
    const std::string gemma = of_type("gemma3_text");
    const std::string phi = of_type("phi3");
    return {
        sizes +
            R"("torch_dtype":"bfloat16","rope_theta":1e4,"rope_scaling":{"type":"linear","factor":2.0}})",
        sizes +
            R"("dtype":"float16","rope_parameters":{"rope_type":"default","rope_theta":5e5},"head_dim":8})",
        sizes + R"("rope_scaling":null,"tie_word_embeddings":true})",
        sizes + R"("rope_scaling":{"rope_type":"llama3","factor":8.0,"low_freq_factor":1.0,)"
                R"("high_freq_factor":4.0,"original_max_position_embeddings":64}})",
        sizes + R"("rope_scaling":{"type":"yarn","factor":4.0,"beta_fast":24,"beta_slow":2,)"
                R"("truncate":false,"mscale":0.7,"mscale_all_dim":1.0}})",
        gemma + R"("sliding_window":16,"layer_types":["sliding_attention","full_attention"],)"
                R"("rope_parameters":{"full_attention":{"rope_type":"linear","factor":8.0,)"
                R"("rope_theta":1e6},"sliding_attention":{"rope_type":"default"}}})",
        phi + R"("partial_rotary_factor":0.5,"original_max_position_embeddings":32,)"
              R"("rope_scaling":{"type":"su","short_factor":[1,1],"long_factor":[1,2]}})"};
}

std::vector<std::string> vocabulary_seeds()
{
    return {"d\n2x<|im_start|>\n2x<|im_end|>\n0xa\n0xb\n0xab\n0x\xC4\xA0\n0x\xC4\xA0"
            "a\n0xabba\nma b\nmab ba\nm\xC4\xA0 a\n",
            "\n0x1\n0x9\n0x'\n0xs\n0x's\n3xuser\n4xunused\nm' s\n",
            "s\n1x<unk>\n2x<s>\n5x<0x41>\n5x<0x0A>\n0z\xE2\x96\x81\n0ya\n0wb\n0Aab\n0B\xE2\x96\x81"
            "ab\n",
            "stp\n0aa\n0bb\n0cab\n0da\xE2\x96\x81"
            "b\n3e<x>\n"};
}

std::vector<std::string> sentencepiece_seeds()
{
    return {sentencepiece(1, true), sentencepiece(2, true), sentencepiece(1, false),
            sentencepiece(2, false)};
}

std::vector<std::string> tokenizer_json_seeds()
{
    return {
        R"({"added_tokens":[{"id":5,"content":"<x>","special":true},{"id":6,"content":"  ",)"
        R"("normalized":true,"rstrip":true,"single_word":true}],"normalizer":{"type":"Sequence",)"
        R"("normalizers":[{"type":"NFKC"},{"type":"Replace","pattern":{"Regex":"a+"},"content":"b"}]},)"
        R"("pre_tokenizer":{"type":"Sequence","pretokenizers":[{"type":"Split","pattern":{"Regex":)"
        R"("\\p{N}{1,3}|(?=x)\\s+"},"behavior":"MergedWithNext","invert":false},{"type":"ByteLevel",)"
        R"("add_prefix_space":true,"use_regex":true}]},"post_processor":{"type":"TemplateProcessing",)"
        R"("single":[{"SpecialToken":{"id":"<x>"}},{"Sequence":{"id":"A"}}]},"decoder":null,)"
        R"("model":{"type":"BPE","ignore_merges":true,"vocab":{"a":0,"b":1,"ab":2,"\u0120":3,)"
        R"("<unk>":4},"merges":["a b"],"unk_token":"<unk>","fuse_unk":true}})",
        R"({"normalizer":{"type":"Prepend","prepend":"\u2581"},"pre_tokenizer":null,"decoder":)"
        R"({"type":"Sequence","decoders":[{"type":"ByteFallback"},{"type":"Strip","content":" ",)"
        R"("start":1,"stop":0}]},"model":{"type":"BPE","byte_fallback":true,"vocab":{"<0x41>":0,)"
        R"("a":1,"\u2581":2,"\u2581a":3},"merges":[["\u2581","a"]]}})",
        R"({"pre_tokenizer":{"type":"Metaspace","replacement":"\u2581","prepend_scheme":"first"},)"
        R"("decoder":{"type":"Metaspace"},"model":{"type":"Unigram","unk_id":0,"vocab":[["<unk>",0],)"
        R"(["\u2581",-2.5],["a",-3],["ab",-4]]}})"};
}

std::vector<std::string> adapter_seeds()
{
    const std::string zeros(3072, '\0'); // F32 of 768
    const std::string stem = "base_model.model.model.layers.1.self_attn.q_proj.lora_";
    const std::string tensors = test::safetensors(
        "{\"" + stem + "A.weight\":{\"dtype\":\"F32\",\"shape\":[2,64],\"data_offsets\":[0,512]},\"" +
            stem + "B.weight\":{\"dtype\":\"F16\",\"shape\":[64,2],\"data_offsets\":[512,768]},"
            "\"base_model.model.model.norm.weight\":{\"dtype\":\"BF16\",\"shape\":[64],"
            "\"data_offsets\":[768,896]}}",
        zeros.substr(0, 896));
    const auto folder = [&tensors](const std::string& config) {
        return std::string{static_cast<char>(config.size() % 256),
                           static_cast<char>(config.size() / 256)} +
               config + tensors;
    };
    test::GgufBuilder gguf;
    gguf.text("general.type", "adapter")
        .text("adapter.type", "lora")
        .text("general.architecture", "llama")
        .real("adapter.lora.alpha", 4.0F)
        .tensor("blk.0.ffn_up.weight.lora_a", {64, 2}, 0, zeros.substr(0, 512))
        .tensor("blk.0.ffn_up.weight.lora_b", {2, 96}, 0, zeros.substr(0, 768))
        .tensor("blk.1.attn_norm.weight", {64}, 0, zeros.substr(0, 256));
    return {folder(R"({"peft_type":"LORA","r":2,"lora_alpha":4,"use_rslora":true})"),
            folder(R"({"peft_type":"LORA","r":8,"rank_pattern":{"q_proj":2},"alpha_pattern":)"
                   R"({"layers.1.self_attn.q_proj":3},"rope_parameters":{"rope_type":"yarn",)"
                   R"("factor":4.0,"rope_theta":1e4}})"),
            gguf.build()};
}

std::vector<std::string> template_seeds()
{
    return {"{{ bos_token }}<start_of_turn>{{ first_user_prefix }}<end_of_turn>",
            "<|user|>\n{{ m.content }}<|end|><|assistant|>{{ eos_token }}<|system|>",
            "{{ ' [INST] ' + loop.last and system_message is defined [/INST] eos_token",
            "{% for m in messages %}{% if loop.first and messages[0]['role'] != 'system' %}{{ "
            "'<|im_start|>system\nYou are helpful<|im_end|>\n' }}{% endif %}{{'<|im_start|>' + "
            "m['role'] + '\n' + m['content'] + '<|im_end|>' + '\n'}}{% endfor %}",
            "{{ bos_token }}{% for m in messages %}{{ '<|start_header_id|>' + m['role'] + "
            "'<|end_header_id|>\n\n' + m['content'] | trim + '<|eot_id|>' }}{% endfor %}",
            "{{ bos_token + '[INST] ' + '<<SYS>>\\n' + content + ' [/INST]' }}"};
}

} // namespace longhand::fuzz
