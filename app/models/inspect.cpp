// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/inspect.h"

#include "app/models/catalogue.h"
#include "app/models/installed.h"
#include "engine/base/json_text.h"
#include "engine/base/utf8.h"
#include "engine/infer/vocabulary.h"
#include "engine/model/tensor_list.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cctype>

namespace longhand::models {
namespace {

namespace fs = std::filesystem;
using checkpoint::Checkpoint;

// Words of a file are shown to people: valid, one line, not endless.
std::string shown(std::string_view text)
{
    std::string line = utf8::sanitise(text);
    std::replace_if(
        line.begin(), line.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; }, ' ');
    line.resize(utf8::floor_boundary(line, std::min<std::size_t>(line.size(), 200)));
    return std::string(utf8::trim(line));
}

nlohmann::json json_of(std::string_view text)
{
    if (is_nested_deeper_than(text, kMaxJsonDepth))
        return nullptr;
    return nlohmann::json::parse(text, nullptr, false);
}

std::string text_in(const nlohmann::json& object, const char* key)
{
    if (!object.is_object())
        return {};
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? shown(found->get<std::string>()) : "";
}

void read_names(const Checkpoint& file, ModelFacts& facts)
{
    if (file.layout() == checkpoint::Layout::gguf) {
        const auto value = [&](const char* key) {
            return shown(file.key_values().string(key).value_or(""));
        };
        facts.architecture = value("general.architecture");
        facts.title = value("general.name");
        facts.licence = value("general.license");
        facts.has_chat_template = !value("tokenizer.chat_template").empty();
        return;
    }
    const auto config = json_of(file.text_file("config.json"));
    facts.architecture = text_in(config, "model_type");
    facts.licence = text_in(config, "license");
    const auto tokens = json_of(file.text_file("tokenizer_config.json"));
    facts.has_chat_template = tokens.is_object() && tokens.contains("chat_template");
}

std::uint64_t parameters_of(const Checkpoint& file)
{
    std::uint64_t count = 0;
    for (const checkpoint::TensorEntry& entry : file.tensors()) {
        const auto& traits = tensor::traits(entry.dtype);
        count += entry.bytes.size() / traits.block_bytes * traits.block_values;
    }
    return count;
}

// The engine asks for more when it loads: shapes, and that there is nothing else.
Result<void> check_tensors(const Checkpoint& file, const model::ModelConfig& config)
{
    for (const model::TensorPlace& place : model::tensors_of(config))
        if (const std::string name = name_of(place, config.names); file.find(name) == nullptr)
            return Error{ErrorKind::corrupt, "the tensor " + name + " is missing"};
    return {};
}

Result<infer::ModelSummary> usable_summary(const Checkpoint& file, const ModelFacts& facts)
{
    TRY(const infer::ModelSummary summary, infer::inspect_model(facts.path));
    TRY(check_tensors(file, summary.config));
    TRY(auto vocabulary, infer::read_vocabulary(file));
    TRY(const auto tokenizer, tokenizer::Tokenizer::make(std::move(vocabulary)));
    if (tokenizer->size() > summary.config.vocabulary)
        return Error{ErrorKind::corrupt,
                     "a vocabulary of " + std::to_string(tokenizer->size()) + " tokens for " +
                         std::to_string(summary.config.vocabulary) + " rows of embeddings"};
    return summary;
}

std::string simplified(std::string_view name)
{
    std::string letters;
    for (const char c : name)
        if (std::isalnum(static_cast<unsigned char>(c)) != 0)
            letters += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return letters;
}

// A known model goes by its name in front: "EuroLLM-9B-Instruct-Q8_0".
void recognise(ModelFacts& facts)
{
    for (const KnownModel& known : known_models())
        for (const std::string& name : {facts.name, facts.title})
            if (simplified(name).starts_with(simplified(known.name))) {
                facts.languages = known.languages;
                if (facts.licence.empty())
                    facts.licence = known.licence;
            }
}

} // namespace

Result<ModelFacts> inspect(const fs::path& given)
{
    std::error_code error;
    ModelFacts facts;
    facts.path = given.has_filename() ? given : given.parent_path();
    facts.folder = fs::is_directory(facts.path, error);
    facts.name = facts.folder ? facts.path.filename().string() : facts.path.stem().string();
    facts.disk_bytes = disk_bytes(facts.path);
    const auto opened = Checkpoint::open(facts.path);
    if (!opened.ok()) {
        if (opened.error().kind != ErrorKind::unsupported)
            return opened.error();
        facts.refusal = opened.error();
        return facts;
    }
    const Checkpoint& file = *opened;
    read_names(file, facts);
    facts.parameters = parameters_of(file);
    auto summary = usable_summary(file, facts);
    if (!summary.ok()) {
        facts.refusal = summary.error();
        return facts;
    }
    facts.architecture = summary->config.architecture;
    facts.weight_type = summary->weight_type;
    facts.claimed_tokens = summary->config.context_length;
    facts.measured_tokens = measured_length(facts.path);
    facts.vocabulary = summary->config.vocabulary;
    facts.tokenizer = summary->tokenizer;
    facts.chat_template = summary->chat_template;
    facts.summary = std::move(*summary);
    recognise(facts);
    return facts;
}

} // namespace longhand::models
