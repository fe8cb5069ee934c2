// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/catalogue.h"

#include <algorithm>
#include <cstdio>

namespace longhand::models {
namespace {

constexpr std::uint64_t kMegabyte = 1'000'000;

std::vector<std::string> european_and_more()
{
    return {"ar", "bg", "ca", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr",
            "ga", "gl", "hi", "hr", "hu", "it", "ja", "ko", "lt", "lv", "mt", "nl",
            "no", "pl", "pt", "ro", "ru", "sk", "sl", "sv", "tr", "uk", "zh"};
}

std::string_view primary(std::string_view language)
{
    return language.substr(0, language.find('-'));
}

}  // namespace

// Sizes follow from the parameter counts (1.66, 6.74 and 9.15 billion) and the bits a weight takes
// in Q8_0 (8.5) and Q4_0 (4.5, embeddings and head in Q8_0 aside).
const std::vector<KnownModel>& known_models()
{
    static const std::vector<KnownModel> kModels = {
        {.name = "EuroLLM-1.7B-Instruct",
         .publisher = "utter-project",
         .licence = "Apache-2.0",
         .file_type = "Q8_0",
         .file_bytes = 1760 * kMegabyte,
         .memory_bytes = 2200 * kMegabyte,
         .context_tokens = 4096,
         .chats = true,
         .languages = european_and_more()},
        {.name = "TowerInstruct-7B-v0.2",
         .publisher = "Unbabel",
         .licence = "CC-BY-NC-4.0",
         .file_type = "Q4_0",
         .file_bytes = 3830 * kMegabyte,
         .memory_bytes = 6100 * kMegabyte,
         .context_tokens = 4096,
         .chats = false,
         .languages = {"de", "en", "es", "fr", "it", "ko", "nl", "pt", "ru", "zh"}},
        {.name = "EuroLLM-9B-Instruct",
         .publisher = "utter-project",
         .licence = "Apache-2.0",
         .file_type = "Q4_0",
         .file_bytes = 5300 * kMegabyte,
         .memory_bytes = 6200 * kMegabyte,
         .context_tokens = 4096,
         .chats = true,
         .languages = european_and_more()},
    };
    return kModels;
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

const EmbeddedModel& embedded_model()
{
    static constexpr EmbeddedModel kEmbedded = {
        "SmolLM2-135M-Instruct.Q4_1.gguf",
        "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53", 98'362'432,
        1024};
    return kEmbedded;
}

std::int64_t measured_length(const std::filesystem::path& model)
{
    std::error_code unknown;
    const bool embedded = model.filename() == embedded_model().file_name &&
                          std::filesystem::file_size(model, unknown) == embedded_model().file_bytes;
    return embedded ? embedded_model().measured_length : 0;
}

}  // namespace longhand::models
