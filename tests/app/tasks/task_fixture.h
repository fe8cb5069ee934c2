// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/context/passages.h"
#include "app/context/pieces.h"
#include "app/tasks/ask.h"
#include "app/tasks/summarise.h"
#include "app/tasks/translate.h"
#include "engine/infer/scripted_generator.h"
#include "tests/support/sample_novel.h"

#include <gtest/gtest.h>

namespace longhand::tasks {

inline Prompts real_prompts()
{
    return Prompts::load(std::string(LONGHAND_SOURCE_DIR) + "/resources/prompts").value();
}

// The text between <text> and </text> of a rendered prompt.
inline std::string shown_text(const std::string& rendered)
{
    const std::size_t begin = rendered.find("<text>\n");
    const std::size_t end = rendered.rfind("\n</text>");
    return begin == std::string::npos || end == std::string::npos
               ? std::string() : rendered.substr(begin + 7, end - begin - 7);
}

// Finds what it was told to find.
class FixedPassages : public context::PassageFinder {
public:
    explicit FixedPassages(std::vector<document::TextRange> ranges = {}) : ranges_(std::move(ranges)) {}
    Result<std::vector<context::Passage>> find(const std::string& question, std::uint32_t) override
    {
        asked.push_back(question);
        std::vector<context::Passage> passages;
        for (const auto& range : ranges_)
            passages.push_back({range, 1.0});
        return passages;
    }
    std::vector<std::string> asked;

private:
    std::vector<document::TextRange> ranges_;
};

}  // namespace longhand::tasks
