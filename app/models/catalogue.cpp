// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/catalogue.h"

#include "app/models/catalogue_data.h"
#include "engine/base/json_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <cstdio>

namespace longhand::models {
namespace {

using nlohmann::json;

std::string_view primary(std::string_view language)
{
    return language.substr(0, language.find('-'));
}

std::string lower(std::string_view text)
{
    std::string word(text);
    std::transform(word.begin(), word.end(), word.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return word;
}

Error wrong(const std::string& model, const std::string& field)
{
    return {ErrorKind::corrupt, "catalogue of models: " + model + ": " + field + " is wrong"};
}

Result<std::string> text(const json& entry, const char* field, const std::string& model)
{
    const auto found = entry.find(field);
    if (found == entry.end())
        return std::string();
    if (!found->is_string())
        return wrong(model, field);
    return found->get<std::string>();
}

Result<std::uint64_t> bytes(const json& entry, const char* field, const std::string& model)
{
    const auto found = entry.find(field);
    if (found == entry.end() || !found->is_number_unsigned() || *found == 0U)
        return wrong(model, field);
    return found->get<std::uint64_t>();
}

bool is_sha256(const std::string& hash)
{
    return hash.size() == 64 && hash.find_first_not_of("0123456789abcdef") == std::string::npos;
}

// A file is named once, without folders, and comes over https from one address.
Result<void> check_file(const KnownModel& model)
{
    if (model.file.empty() != model.source.empty())
        return wrong(model.name, "file");
    if (model.file.find('/') != std::string::npos || model.file.starts_with('.'))
        return wrong(model.name, "file");
    if (!model.source.empty() && !model.source.starts_with("https://"))
        return wrong(model.name, "source");
    if (!model.sha256.empty() && !is_sha256(model.sha256))
        return wrong(model.name, "sha256");
    return {};
}

Result<KnownModel> parse_model(const json& entry)
{
    if (!entry.is_object())
        return wrong("an entry", "form");
    KnownModel model;
    TRY(model.name, text(entry, "name", "an entry"));
    if (model.name.empty())
        return wrong("an entry", "name");
    TRY(model.publisher, text(entry, "publisher", model.name));
    TRY(model.licence, text(entry, "licence", model.name));
    TRY(model.page, text(entry, "page", model.name));
    TRY(model.file_type, text(entry, "file_type", model.name));
    TRY(model.file, text(entry, "file", model.name));
    TRY(model.source, text(entry, "source", model.name));
    TRY(model.converted_by, text(entry, "converted_by", model.name));
    TRY(model.sha256, text(entry, "sha256", model.name));
    TRY(model.file_bytes, bytes(entry, "file_bytes", model.name));
    TRY(model.memory_bytes, bytes(entry, "memory_bytes", model.name));
    TRY(const std::uint64_t context, bytes(entry, "context_tokens", model.name));
    model.context_tokens = static_cast<std::int64_t>(std::min<std::uint64_t>(context, 1U << 28U));
    if (const auto chats = entry.find("chats"); chats != entry.end() && chats->is_boolean())
        model.chats = chats->get<bool>();
    if (const auto languages = entry.find("languages"); languages != entry.end()) {
        if (!languages->is_array())
            return wrong(model.name, "languages");
        for (const json& language : *languages) {
            if (!language.is_string())
                return wrong(model.name, "languages");
            model.languages.push_back(language.get<std::string>());
        }
    }
    TRY(check_file(model));
    return model;
}

} // namespace

Result<std::vector<KnownModel>> parse_catalogue(std::string_view text)
{
    if (is_nested_deeper_than(text, kMaxJsonDepth))
        return wrong("the list", "form");
    const json list = json::parse(text, nullptr, false);
    if (!list.is_object() || !list.contains("models") || !list["models"].is_array())
        return wrong("the list", "form");
    std::vector<KnownModel> models;
    for (const json& entry : list["models"]) {
        TRY(KnownModel model, parse_model(entry));
        models.push_back(std::move(model));
    }
    return models;
}

const std::vector<KnownModel>& known_models()
{
    static const std::vector<KnownModel> kModels = parse_catalogue(catalogue_json()).value();
    return kModels;
}

const KnownModel* find_known(std::string_view name)
{
    const auto& models = known_models();
    const auto found = std::find_if(models.begin(), models.end(), [&](const KnownModel& model) {
        return lower(model.name) == lower(name);
    });
    return found == models.end() ? nullptr : &*found;
}

std::vector<KnownModel> known_translators(std::string_view from, std::string_view to)
{
    const auto speaks = [](const KnownModel& model, std::string_view language) {
        return std::find(model.languages.begin(), model.languages.end(), primary(language)) !=
               model.languages.end();
    };
    std::vector<KnownModel> able;
    for (const KnownModel& model : known_models())
        if (speaks(model, from) && speaks(model, to))
            able.push_back(model);
    std::sort(able.begin(), able.end(), [](const KnownModel& a, const KnownModel& b) {
        return a.memory_bytes < b.memory_bytes;
    });
    return able;
}

std::string describe(const KnownModel& model)
{
    char figures[96];
    std::snprintf(figures, sizeof figures, "%s, %.1f GB, needs %.1f GB of memory",
                  model.file_type.c_str(), static_cast<double>(model.file_bytes) / 1e9,
                  static_cast<double>(model.memory_bytes) / 1e9);
    return model.name + " by " + model.publisher + " (" + model.licence + "; " + figures + ")";
}

int card_gb(const KnownModel& model)
{
    constexpr double kProcessor = 4.0;
    constexpr double kTaken = 0.92; // a card gives a desktop and its own work some of its memory
    const double gb = static_cast<double>(model.memory_bytes) / 1e9;
    if (gb <= kProcessor)
        return 0;
    for (const int card : {8, 12, 16, 24})
        if (gb <= card * kTaken)
            return card;
    return static_cast<int>(gb / kTaken) + 1;
}

const EmbeddedModel& embedded_model()
{
    static constexpr EmbeddedModel kEmbedded = {
        "SmolLM2-135M-Instruct.Q4_1.gguf",
        "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53", 98'362'432, 1024};
    return kEmbedded;
}

std::int64_t measured_length(const std::filesystem::path& model)
{
    std::error_code unknown;
    const bool embedded = model.filename() == embedded_model().file_name &&
                          std::filesystem::file_size(model, unknown) == embedded_model().file_bytes;
    return embedded ? embedded_model().measured_length : 0;
}

} // namespace longhand::models
