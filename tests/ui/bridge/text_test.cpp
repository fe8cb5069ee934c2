// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/text.h"

#include <gtest/gtest.h>

namespace longhand::ui {
namespace {

TEST(BridgeText, TextGoesThereAndBackUnchanged)
{
    const std::string text = "Plain, café, 第一章, 𝄞 and \xF0\x9F\x93\x96";
    EXPECT_EQ(toUtf8(fromUtf8(text)), text);
}

TEST(BridgeText, BytesThatAreNotUtf8BecomeReplacementCharacters)
{
    EXPECT_EQ(fromUtf8("a\xFFz"), QString::fromUtf8("a\xEF\xBF\xBDz"));
}

// Hand-counted: a 1 byte, é 2, 第 3, 𝄞 4 bytes (2 UTF-16 units), z 1.
TEST(BridgeText, ByteOffsetsBecomeUtf16Offsets)
{
    const QString text = QString::fromUtf8("aé第𝄞z");
    const std::vector<std::pair<std::uint32_t, qsizetype>> expected = {{0, 0}, {1, 1},  {3, 2},
                                                                       {6, 3}, {10, 5}, {11, 6}};
    for (const auto& [bytes, units] : expected) {
        EXPECT_EQ(utf16Offset(text, bytes), units) << bytes;
        EXPECT_EQ(utf8Offset(text, units), bytes) << units;
    }
}

TEST(BridgeText, AnOffsetInsideACharacterIsItsBeginAndOnePastTheEndIsTheEnd)
{
    const QString text = QString::fromUtf8("第𝄞");
    EXPECT_EQ(utf16Offset(text, 2), 0);
    EXPECT_EQ(utf16Offset(text, 5), 1);
    EXPECT_EQ(utf16Offset(text, 99), 3);
    EXPECT_EQ(utf8Offset(text, 2), 3U);
    EXPECT_EQ(utf8Offset(text, 99), 7U);
}

TEST(BridgeText, PathsKeepTheirCharacters)
{
    EXPECT_EQ(fromPath(toPath(QString::fromUtf8("/tmp/红楼梦 é.txt"))),
              QString::fromUtf8("/tmp/红楼梦 é.txt"));
}

} // namespace
} // namespace longhand::ui
