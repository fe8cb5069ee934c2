// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/infer/vocabulary.h"

#include "engine/base/json_text.h"
#include "engine/tokenizer/tables.h"

#include <nlohmann/json.hpp>

namespace longhand::infer {
namespace {

using tokenizer::TokenType;
using tokenizer::Vocabulary;

TokenType type_of(std::int64_t value)
{
    switch (value) {
    case 2:
        return TokenType::unknown;
    case 3:
        return TokenType::control;
    case 4:
        return TokenType::user_defined;
    case 5:
        return TokenType::unused;
    case 6:
        return TokenType::byte;
    default:
        return TokenType::normal;
    }
}

Result<Vocabulary> from_key_values(const checkpoint::KeyValues& values)
{
    const auto kind = values.string("tokenizer.ggml.model");
    if (!kind)
        return Error{ErrorKind::unsupported, "the file holds no tokenizer (tokenizer.ggml.model)"};
    const auto* tokens = values.strings("tokenizer.ggml.tokens");
    if (tokens == nullptr || tokens->empty())
        return Error{ErrorKind::corrupt, "the file holds no tokenizer.ggml.tokens"};
    Vocabulary vocabulary;
    vocabulary.tokens = *tokens;
    if (const auto* types = values.integers("tokenizer.ggml.token_type"))
        for (const std::int64_t type : *types)
            vocabulary.types.push_back(type_of(type));
    if (const auto* scores = values.numbers("tokenizer.ggml.scores"))
        for (const double score : *scores)
            vocabulary.scores.push_back(static_cast<float>(score));
    const auto id = [&](const char* key) {
        const auto value = values.integer(std::string("tokenizer.ggml.") + key);
        return static_cast<TokenId>(value && *value >= 0 && *value <= INT32_MAX ? *value : -1);
    };
    vocabulary.bos = id("bos_token_id");
    vocabulary.eos = id("eos_token_id");
    vocabulary.unknown = id("unknown_token_id");
    vocabulary.pad = id("padding_token_id");
    if (const TokenId end_of_turn = id("eot_token_id"); end_of_turn >= 0)
        vocabulary.end_of_generation.push_back(end_of_turn);
    const auto flag = [&](const char* key, bool otherwise) {
        return values.boolean(std::string("tokenizer.ggml.") + key).value_or(otherwise);
    };
    if (*kind == "gpt2") {
        vocabulary.kind = Vocabulary::Kind::byte_bpe;
        vocabulary.pre = values.string("tokenizer.ggml.pre").value_or("");
        const auto* merges = values.strings("tokenizer.ggml.merges");
        if (merges == nullptr)
            return Error{ErrorKind::corrupt, "the file holds no tokenizer.ggml.merges"};
        vocabulary.merges = *merges;
        vocabulary.add_bos =
            flag("add_bos_token", tokenizer::begins_with_bos_by_default(vocabulary.pre));
    } else if (*kind == "llama") {
        vocabulary.kind = Vocabulary::Kind::sentencepiece;
        vocabulary.add_bos = flag("add_bos_token", true);
        vocabulary.add_space_prefix = flag("add_space_prefix", true);
        vocabulary.remove_extra_whitespaces = flag("remove_extra_whitespaces", false);
    } else if (*kind == "t5") {
        vocabulary.kind = Vocabulary::Kind::sentencepiece_unigram;
        vocabulary.add_space_prefix = flag("add_space_prefix", true);
        vocabulary.remove_extra_whitespaces = flag("remove_extra_whitespaces", true);
        if (const auto* map = values.integers("tokenizer.ggml.precompiled_charsmap"))
            for (const std::int64_t byte : *map)
                vocabulary.charsmap += static_cast<char>(byte);
    } else {
        return Error{ErrorKind::unsupported,
                     "the tokenizer \"" + *kind + "\" is not one of gpt2, llama, t5"};
    }
    vocabulary.add_eos = flag("add_eos_token", false);
    return vocabulary;
}

// tokenizer_config.json says a special token as its text or as an object around it.
std::string chat_template_of(const nlohmann::json& config)
{
    if (!config.is_object() || !config.contains("chat_template"))
        return {};
    const auto& value = config["chat_template"];
    if (value.is_string())
        return value.get<std::string>();
    if (value.is_array())
        for (const auto& entry : value)
            if (entry.is_object() && entry.contains("name") && entry["name"] == "default" &&
                entry.contains("template") && entry["template"].is_string())
                return entry["template"].get<std::string>();
    return {};
}

nlohmann::json tokenizer_config(const checkpoint::Checkpoint& file)
{
    const std::string_view text = file.text_file("tokenizer_config.json");
    if (is_nested_deeper_than(text, kMaxJsonDepth))
        return nullptr;
    return nlohmann::json::parse(text, nullptr,
                                 /*allow_exceptions=*/false);
}

// A special token's text, given as such or as an object around it.
std::string token_text(const nlohmann::json& config, const char* name)
{
    if (!config.is_object() || !config.contains(name))
        return {};
    const auto& value = config[name];
    if (value.is_object() && value.contains("content") && value["content"].is_string())
        return value["content"].get<std::string>();
    return value.is_string() ? value.get<std::string>() : std::string();
}

// generation_config.json says one id or several at which an answer ends.
std::vector<TokenId> ends_of(const checkpoint::Checkpoint& file)
{
    const std::string_view text = file.text_file("generation_config.json");
    std::vector<TokenId> ends;
    if (is_nested_deeper_than(text, kMaxJsonDepth))
        return ends;
    const auto config = nlohmann::json::parse(text, nullptr, /*allow_exceptions=*/false);
    if (!config.is_object() || !config.contains("eos_token_id"))
        return ends;
    const auto& value = config["eos_token_id"];
    for (const auto& id : value.is_array() ? value : nlohmann::json::array({value}))
        if (id.is_number_unsigned() && id.get<std::uint64_t>() <= INT32_MAX)
            ends.push_back(static_cast<TokenId>(id.get<std::uint64_t>()));
    return ends;
}

Result<Vocabulary> from_folder(const checkpoint::Checkpoint& file)
{
    Vocabulary vocabulary;
    // tokenizer.json comes first: it also knows the tokens that were added after training.
    if (!file.text_file("tokenizer.json").empty()) {
        vocabulary.kind = Vocabulary::Kind::tokenizer_json;
        vocabulary.model = file.text_file("tokenizer.json");
    } else if (!file.sentencepiece_model().empty()) {
        vocabulary.kind = Vocabulary::Kind::sentencepiece_model;
        vocabulary.model = file.sentencepiece_model();
        vocabulary.add_bos = true;
    } else {
        return Error{ErrorKind::unsupported,
                     file.path().string() + " holds neither tokenizer.json nor tokenizer.model; "
                                            "a GGUF file of the model has its tokenizer inside"};
    }
    const auto config = tokenizer_config(file);
    if (config.is_object()) {
        if (config.contains("add_bos_token") && config["add_bos_token"].is_boolean()) {
            vocabulary.add_bos = config["add_bos_token"].get<bool>();
            vocabulary.says_add_bos = true;
        }
        if (config.contains("add_eos_token") && config["add_eos_token"].is_boolean())
            vocabulary.add_eos = config["add_eos_token"].get<bool>();
    }
    vocabulary.bos_text = token_text(config, "bos_token");
    vocabulary.eos_text = token_text(config, "eos_token");
    vocabulary.pad_text = token_text(config, "pad_token");
    vocabulary.end_of_generation = ends_of(file);
    return vocabulary;
}

} // namespace

Result<tokenizer::Vocabulary> read_vocabulary(const checkpoint::Checkpoint& file)
{
    if (file.layout() == checkpoint::Layout::gguf)
        return from_key_values(file.key_values());
    return from_folder(file);
}

Result<Vocabulary> read_table_vocabulary(const checkpoint::Checkpoint& file)
{
    TRY(Vocabulary vocabulary, read_vocabulary(file));
    if (file.layout() == checkpoint::Layout::gguf)
        return vocabulary;
    TRY(const auto made, tokenizer::Tokenizer::make(vocabulary));
    const bool json = vocabulary.kind == Vocabulary::Kind::tokenizer_json;
    auto tables = tables_of(*made, json ? file.text_file("tokenizer.json") : std::string_view());
    if (tables.ok() || !json || file.sentencepiece_model().empty())
        return tables;
    // The model that the file was made of may be said where the file cannot.
    vocabulary.kind = Vocabulary::Kind::sentencepiece_model;
    vocabulary.model = file.sentencepiece_model();
    TRY(const auto older, tokenizer::Tokenizer::make(vocabulary));
    if (older->size() < made->size()) // tokens were added since
        return tables;
    return tables_of(*older, {});
}

std::string chat_template_source(const checkpoint::Checkpoint& file)
{
    if (file.layout() == checkpoint::Layout::gguf)
        return file.key_values().string("tokenizer.chat_template").value_or("");
    if (const std::string_view text = file.text_file("chat_template.jinja"); !text.empty())
        return std::string(text);
    return chat_template_of(tokenizer_config(file));
}

Result<tokenizer::ChatTemplate> read_chat_template(const checkpoint::Checkpoint& file)
{
    const std::string source = chat_template_source(file);
    if (source.empty())
        return Error{ErrorKind::not_found, file.path().string() + " holds no chat template"};
    return tokenizer::ChatTemplate::recognise(source);
}

} // namespace longhand::infer
