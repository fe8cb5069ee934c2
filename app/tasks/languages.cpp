// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tasks/languages.h"

#include <algorithm>
#include <array>
#include <utility>

namespace longhand::tasks {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 49> kNames = {{
    {"ar", "Arabic"},     {"bg", "Bulgarian"},  {"ca", "Catalan"},    {"cs", "Czech"},
    {"da", "Danish"},     {"de", "German"},     {"el", "Greek"},      {"en", "English"},
    {"es", "Spanish"},    {"et", "Estonian"},   {"fa", "Persian"},    {"fi", "Finnish"},
    {"fr", "French"},     {"ga", "Irish"},      {"gl", "Galician"},   {"he", "Hebrew"},
    {"hi", "Hindi"},      {"hr", "Croatian"},   {"hu", "Hungarian"},  {"id", "Indonesian"},
    {"is", "Icelandic"},  {"it", "Italian"},    {"ja", "Japanese"},   {"ko", "Korean"},
    {"la", "Latin"},      {"lt", "Lithuanian"}, {"lv", "Latvian"},    {"ms", "Malay"},
    {"mt", "Maltese"},    {"nb", "Norwegian"},  {"nl", "Dutch"},      {"no", "Norwegian"},
    {"pl", "Polish"},     {"pt", "Portuguese"}, {"ro", "Romanian"},   {"ru", "Russian"},
    {"sk", "Slovak"},     {"sl", "Slovenian"},  {"sr", "Serbian"},    {"sv", "Swedish"},
    {"th", "Thai"},       {"tr", "Turkish"},    {"uk", "Ukrainian"},  {"vi", "Vietnamese"},
    {"zh", "Chinese"},    {"zh-hans", "Simplified Chinese"},          {"zh-cn", "Simplified Chinese"},
    {"zh-hant", "Traditional Chinese"},         {"zh-tw", "Traditional Chinese"},
}};

std::string lower(std::string_view tag)
{
    std::string lowered(tag);
    for (char& sign : lowered)
        sign = sign == '_' ? '-' : sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign + 32) : sign;
    return lowered;
}

std::string_view find(std::string_view tag)
{
    const auto found = std::find_if(kNames.begin(), kNames.end(),
                                    [&](const auto& entry) { return entry.first == tag; });
    return found == kNames.end() ? std::string_view() : found->second;
}

}  // namespace

std::string primary_language(std::string_view tag)
{
    const std::string lowered = lower(tag);
    return lowered.substr(0, lowered.find('-'));
}

std::string language_name(std::string_view tag)
{
    for (const std::string& form : {lower(tag), primary_language(tag)})
        if (const std::string_view name = find(form); !name.empty())
            return std::string(name);
    return std::string(tag);
}

std::string not_said(std::string_view language)
{
    const std::string primary = primary_language(language);
    if (primary == "zh")
        return "书中没有说明。";
    if (primary == "ja")
        return "この本には書かれていません。";
    if (primary == "de")
        return "Das Buch sagt dazu nichts.";
    if (primary == "fr")
        return "Le livre ne le dit pas.";
    if (primary == "es")
        return "El libro no lo dice.";
    return "The book does not say.";
}

}  // namespace longhand::tasks
