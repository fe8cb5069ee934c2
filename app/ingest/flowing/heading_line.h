// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ingest/flowing/heading_patterns.h"

#include <optional>
#include <string>
#include <string_view>

namespace longhand::ingest::flowing {

// A line as the patterns read it: without decoration, as it is and in small letters.
struct HeadingLine {
    std::u32string as_is, lower;
};

inline bool in(char32_t code, std::u32string_view set)
{
    return set.find(code) != std::u32string_view::npos;
}
std::size_t skip_spaces(const std::u32string& text, std::size_t at);

// The patterns of Chinese, Japanese and Korean.
// "第十二回 ...", "第3章", "卷五 ...", "12話", "제3장".
std::optional<HeadingMatch> match_han_numbered(const HeadingLine& line);
// "楔子", "プロローグ", "番外三 ...".
std::optional<HeadingMatch> match_han_named(const HeadingLine& line);
// "十二", "一、title", "（三）".
std::optional<HeadingMatch> match_han_numeral(const HeadingLine& line);

} // namespace longhand::ingest::flowing
