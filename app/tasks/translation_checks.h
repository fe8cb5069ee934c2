// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/infer/generator.h"

#include <string>
#include <string_view>
#include <vector>

namespace longhand::tasks {

struct TranslationPair {
    std::string_view source, target;
    std::string_view from, to;  // BCP 47
    infer::Finish finish = infer::Finish::stop;
};

// Names of what is wrong, by which lists can be filtered.
//     fatal: empty, cut_short, repetition, untranslated, language, refusal, length
//     worth a look: length_unusual, numbers
struct TranslationVerdict {
    bool usable = true;
    std::vector<std::string> warnings;
};
TranslationVerdict check_translation(const TranslationPair& pair);

// Without what models put around a translation: "Translation:", quotes and line breaks that the
// source lacks.
std::string clean_translation(std::string_view answer, std::string_view source);

// How much a text says, in letters: a Han character counts for two and a half.
double text_weight(std::string_view text);

// Holds a letter of any script: numbers and ornaments need no translation.
bool has_words(std::string_view text);

}  // namespace longhand::tasks
