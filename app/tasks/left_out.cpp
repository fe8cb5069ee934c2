// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tasks/left_out.h"

#include <map>
#include <string_view>

namespace longhand::tasks {

std::vector<std::string> left_out(const infer::Capabilities& capabilities)
{
    if (capabilities.mask && capabilities.prefix)
        return {};
    std::vector<std::string> names;
    if (!capabilities.adapter)
        names.emplace_back("study");
    if (!capabilities.mask)
        names.emplace_back("form");
    if (!capabilities.prefix)
        names.emplace_back("kept");
    return names;
}

std::string left_out_sentence(const std::vector<std::string>& names)
{
    static const std::map<std::string_view, std::string_view> kWords = {
        {"study", "the book is not studied (no Temp-LoRA)"},
        {"form", "the form of answers is checked, not enforced"},
        {"kept", "nothing that was read is kept for the next question"}};
    std::string sentence;
    for (const std::string& name : names)
        if (const auto words = kWords.find(name); words != kWords.end())
            sentence += (sentence.empty() ? "With this model " : ", ") + std::string(words->second);
    return sentence.empty() ? sentence : sentence + ".";
}

} // namespace longhand::tasks
