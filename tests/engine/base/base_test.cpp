// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/byte_reader.h"
#include "engine/base/json_text.h"
#include "engine/base/mapped_file.h"
#include "engine/base/random.h"
#include "engine/base/sha256.h"
#include "engine/base/utf8.h"
#include "tests/support/environment.h"

#include <gtest/gtest.h>

namespace longhand {
namespace {

Result<int> half(int n)
{
    if (n % 2 != 0)
        return Error{ErrorKind::invalid, "odd"};
    return n / 2;
}

Result<int> quarter(int n)
{
    TRY(const int once, half(n));
    TRY(const int twice, half(once));
    return twice;
}

TEST(Result, TryPassesTheValueOnOrReturnsTheError)
{
    EXPECT_EQ(quarter(8).value(), 2);
    EXPECT_EQ(quarter(6).error().message, "odd");
    EXPECT_THROW((void)quarter(6).value(), BrokenInvariant);
}

TEST(ByteReader, ReadsLittleEndianAndStopsAtTheEnd)
{
    const std::string raw("\x01\x02\x03\x04\x05", 5);
    ByteReader in(std::as_bytes(std::span(raw.data(), raw.size())), "raw");
    EXPECT_EQ(in.u32().value(), 0x04030201U);
    const auto over = in.u16();
    ASSERT_FALSE(over.ok());
    EXPECT_EQ(over.error().kind, ErrorKind::corrupt);
    EXPECT_NE(over.error().message.find("raw: at byte 4"), std::string::npos);
}

TEST(ByteReader, AStringLongerThanWhatRemainsIsCorrupt)
{
    std::string raw(8, '\0');
    raw[0] = 100;
    ByteReader in(std::as_bytes(std::span(raw.data(), raw.size())), "raw");
    EXPECT_FALSE(in.string(1000).ok());
    ByteReader again(std::as_bytes(std::span(raw.data(), raw.size())), "raw");
    EXPECT_FALSE(again.string(10).ok());
}

TEST(JsonText, DepthIsThatOfBracketsOutsideStrings)
{
    EXPECT_FALSE(is_nested_deeper_than("", 0));
    EXPECT_FALSE(is_nested_deeper_than("[{}]", 2));
    EXPECT_TRUE(is_nested_deeper_than("[{}]", 1));
    EXPECT_FALSE(is_nested_deeper_than("[[],[],{}]", 2));
    EXPECT_FALSE(is_nested_deeper_than(R"(["[[[[", "a\"[[", "\\"])", 1));
    EXPECT_TRUE(is_nested_deeper_than(R"(["\\", [[]]])", 2));
    EXPECT_FALSE(is_nested_deeper_than("]]]]\"[[[[", 1));  // an escape means nothing outside a string
}

TEST(Utf8, DecodesEveryLengthAndReplacesWhatIsWrong)
{
    const std::string text = "a\xC3\xA9\xE6\x9C\x88\xF0\x9F\x98\x80";
    std::size_t offset = 0;
    EXPECT_EQ(utf8::next(text, offset), U'a');
    EXPECT_EQ(utf8::next(text, offset), U'\u00E9');
    EXPECT_EQ(utf8::next(text, offset), U'\u6708');
    EXPECT_EQ(utf8::next(text, offset), U'\U0001F600');
    EXPECT_EQ(offset, text.size());
    EXPECT_FALSE(utf8::is_valid("\xC0\x80"));      // overlong
    EXPECT_FALSE(utf8::is_valid("\xED\xA0\x80"));  // surrogate
    EXPECT_FALSE(utf8::is_valid("\xF4\x90\x80\x80"));
    EXPECT_EQ(utf8::sanitise("a\xFF"), "a\xEF\xBF\xBD");
}

TEST(Utf8, AnIncompleteTailIsCountedOnlyWhenItMayStillBecomeACharacter)
{
    EXPECT_EQ(utf8::incomplete_tail("a\xE6\x9C"), 2U);
    EXPECT_EQ(utf8::incomplete_tail("a\xE6\x9C\x88"), 0U);
    EXPECT_EQ(utf8::incomplete_tail("a\xFF"), 0U);
    EXPECT_EQ(utf8::incomplete_tail("\xF0\x9F\x98"), 3U);
}

TEST(Utf8, CountsWordsOfSpacedAndUnspacedScripts)
{
    EXPECT_EQ(utf8::count_words("one two  three."), 3U);
    EXPECT_EQ(utf8::count_words("\xE5\xA4\xA9\xE9\xBB\x91\xEF\xBC\x8C ok"), 3U);  // two Han, one word
    EXPECT_EQ(utf8::count_words(""), 0U);
}

TEST(Sha256, AgreesWithThePublishedVectors)
{
    EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    Sha256 pieces;
    for (int i = 0; i < 1000; ++i)
        pieces.add(std::string(1000, 'a'));
    EXPECT_EQ(pieces.finish(), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Random, TheSeedAloneDecidesAndPartsDiffer)
{
    Random a(Seed{7});
    Random b(Seed{7});
    EXPECT_EQ(a.next_u64(), b.next_u64());
    EXPECT_NE(derive(Seed{7}, "unit 1").value, derive(Seed{7}, "unit 2").value);
    Random c(Seed{1});
    double sum = 0;
    for (int i = 0; i < 10000; ++i) {
        const double u = c.uniform();
        ASSERT_GE(u, 0.0);
        ASSERT_LT(u, 1.0);
        sum += u;
    }
    EXPECT_NEAR(sum / 10000, 0.5, 0.02);
}

TEST(WriteFile, ReplacesTheOldFileWholly)
{
    const test::TemporaryFolder folder;
    const auto path = folder.path() / "settings.json";
    ASSERT_TRUE(write_file(path, "a long first content").ok());
    ASSERT_TRUE(write_file(path, "short").ok());
    EXPECT_EQ(read_file(path, 100).value(), "short");
    EXPECT_FALSE(read_file(path, 3).ok());
    EXPECT_EQ(read_file(folder.path() / "absent", 3).error().kind, ErrorKind::not_found);
    EXPECT_FALSE(write_file(folder.path() / "no" / "such", "x").ok());
}

}  // namespace
}  // namespace longhand
