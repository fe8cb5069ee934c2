// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace longhand::tasks {

// English name of a BCP 47 language for a prompt ("zh-Hant" gives "Traditional Chinese"); the tag
// itself when it is not known.
std::string language_name(std::string_view tag);
// "zh" of "zh-CN".
std::string primary_language(std::string_view tag);
// "The book does not say." in the languages the program speaks, else in English.
std::string not_said(std::string_view language);

}  // namespace longhand::tasks
