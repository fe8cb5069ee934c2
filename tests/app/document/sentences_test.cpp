// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/document.h"

#include "engine/base/random.h"
#include "engine/base/utf8.h"

#include <gtest/gtest.h>

namespace longhand::document {
namespace {

std::vector<std::string> cut(std::string_view text)
{
    std::vector<std::string> out;
    for (const auto& [begin, end] : sentences(text))
        out.emplace_back(text.substr(begin, end - begin));
    return out;
}
using Strings = std::vector<std::string>;

TEST(Sentences, EndAtStopsAndMarks)
{
    EXPECT_EQ(cut("It rained. Who knew? Nobody! So it goes."),
              (Strings{"It rained.", "Who knew?", "Nobody!", "So it goes."}));
}

TEST(Sentences, KeepAbbreviationsInitialsAndNumbersWhole)
{
    EXPECT_EQ(cut("Mr. Hale met Dr. J. Poe at 3.15 p.m. on Monday. See e.g. Fig. 3 there."),
              (Strings{"Mr. Hale met Dr. J. Poe at 3.15 p.m. on Monday.", "See e.g. Fig. 3 there."}));
    EXPECT_EQ(cut("3. The third rule holds. It does."),
              (Strings{"3. The third rule holds.", "It does."}));
}

TEST(Sentences, KeepTheClosingQuoteAndGoOnAfterLowerCase)
{
    EXPECT_EQ(cut("\"Run!\" he cried. \"I will not.\" She sat."),
              (Strings{"\"Run!\" he cried.", "\"I will not.\"", "She sat."}));
}

TEST(Sentences, EndInChineseAndJapaneseWithoutBlanks)
{
    EXPECT_EQ(cut("天亮了。他问:“走吗?”没人答!雨……停了。"),
              (Strings{"天亮了。", "他问:“走吗?”", "没人答!", "雨……", "停了。"}));
    EXPECT_EQ(cut("雨だ。「行くよ。」と言った。"), (Strings{"雨だ。", "「行くよ。」", "と言った。"}));
}

TEST(Sentences, OfBlankTextAreNone)
{
    EXPECT_TRUE(sentences("").empty());
    EXPECT_TRUE(sentences(" \n\t ").empty());
}

TEST(Sentences, CoverAllButBlanksInOrderOnCharacterBorders)
{
    constexpr std::string_view alphabet[] = {"a", "B", ".", "!", " ", "\n", "。", "」", "\"",
                                             "是", "3", "\xFF", "é", "…", ")"};
    Random random(Seed{11});
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (std::uint64_t i = random.below(40); i > 0; --i)
            text += alphabet[random.below(std::size(alphabet))];
        std::size_t last = 0;
        std::string outside;
        for (const auto& [begin, end] : sentences(text)) {
            ASSERT_LT(begin, end);
            ASSERT_GE(begin, last);
            outside += text.substr(last, begin - last);
            last = end;
        }
        outside += text.substr(last);
        EXPECT_TRUE(utf8::trim(outside).empty()) << text;
    }
}

}  // namespace
}  // namespace longhand::document
