// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/infer/text_stream.h"

#include "engine/base/random.h"
#include "engine/base/utf8.h"

#include <gtest/gtest.h>

namespace longhand::infer {
namespace {

// Feeds `bytes` in pieces that end where a bit of `cuts` is set, and checks each thing shown.
std::string stream(std::string_view bytes, const std::vector<std::string>& stop, std::uint64_t cuts,
                   bool* stopped = nullptr)
{
    TextStream text(stop);
    std::string shown;
    std::size_t begin = 0;
    for (std::size_t end = 1; end <= bytes.size(); ++end) {
        if (end != bytes.size() && (cuts >> (end - 1) & 1U) == 0)
            continue;
        const std::string piece = text.add(bytes.substr(begin, end - begin));
        EXPECT_TRUE(utf8::is_valid(piece)) << "cuts " << cuts << " at " << end;
        shown += piece;
        begin = end;
    }
    if (stopped != nullptr)
        *stopped = text.stopped();
    if (text.stopped()) {
        EXPECT_EQ(text.add("more"), "");
    }
    return shown + text.finish();
}

TEST(TextStream, CharactersAreNeverCutHoweverTokensCutTheirBytes)
{
    const std::string text = "a\xC3\xA9\xE6\x9C\x88\xF0\x9F\x98\x80z";
    for (std::uint64_t cuts = 0; cuts < 1U << (text.size() - 1); ++cuts)
        ASSERT_EQ(stream(text, {}, cuts), text) << cuts;
}

TEST(TextStream, InvalidBytesBecomeTheSameReplacementsHoweverTheyAreCut)
{
    for (const std::string text :
         {"\xFF\xC3(\xE6\x9C!\xF0\x9F\x98z", "\x80\x80\xE0\x80\x80\xED\xA0\x80.",
          "\xF8\x88\x80\x80\x80\xC0\xAFx"}) {
        const std::string expected = utf8::sanitise(text);
        for (std::uint64_t cuts = 0; cuts < 1U << (text.size() - 1); ++cuts)
            ASSERT_EQ(stream(text, {}, cuts), expected) << cuts;
    }
}

TEST(TextStream, HalfACharacterAtTheEndIsDropped)
{
    for (std::uint64_t cuts = 0; cuts < 8; ++cuts)
        EXPECT_EQ(stream("ab\xE6\x9C", {}, cuts), "ab");
}

TEST(TextStream, AStopStringEndsTheTextHoweverTokensCutIt)
{
    const std::string text = "one STOP tw";
    for (std::uint64_t cuts = 0; cuts < 1U << (text.size() - 1); ++cuts) {
        bool stopped = false;
        ASSERT_EQ(stream(text, {"STOP"}, cuts, &stopped), "one ") << cuts;
        ASSERT_TRUE(stopped);
    }
    const std::string japanese = "\xE5\xA4\xA9\xE7\xB5\x82\xE3\x82\x8F\xE3\x82\x8A.";
    for (std::uint64_t cuts = 0; cuts < 1U << (japanese.size() - 1); ++cuts)
        ASSERT_EQ(stream(japanese, {"\xE7\xB5\x82\xE3\x82\x8F\xE3\x82\x8A"}, cuts), "\xE5\xA4\xA9");
}

TEST(TextStream, WhatOnlyBeginsAStopStringIsShownInTheEnd)
{
    for (std::uint64_t cuts = 0; cuts < 64; ++cuts) {
        bool stopped = true;
        EXPECT_EQ(stream("xyzST", {"STOP"}, cuts, &stopped), "xyzST");
        EXPECT_FALSE(stopped);
        EXPECT_EQ(stream("STOSTO!", {"STOP"}, cuts), "STOSTO!");
    }
}

TEST(TextStream, AStopStringThatBeginsInsideItsOwnBeginningIsFound)
{
    for (std::uint64_t cuts = 0; cuts < 64; ++cuts) {
        EXPECT_EQ(stream("aaaab!", {"aab"}, cuts), "aa");
        EXPECT_EQ(stream("ababac", {"abac"}, cuts), "ab");
    }
}

TEST(TextStream, OfTwoStopStringsThatEndTogetherNothingOfTheLongerIsShown)
{
    for (std::uint64_t cuts = 0; cuts < 64; ++cuts) {
        EXPECT_EQ(stream("say END.", {"D", "END"}, cuts), "say ");
        EXPECT_EQ(stream("say END.", {"END", "D"}, cuts), "say ");
    }
}

TEST(TextStream, AnEmptyStopStringStopsNothing)
{
    EXPECT_EQ(stream("abc", {""}, 0), "abc");
}

TEST(TextStream, AgreesWithAPlainSearchOnRandomTexts)
{
    Random random(Seed{21});
    const auto random_text = [&](std::uint64_t most) {
        std::string text;
        for (std::uint64_t left = 1 + random.below(most); left > 0; --left)
            text += "abc"[random.below(3)];
        return text;
    };
    for (int round = 0; round < 3000; ++round) {
        const std::string text = random_text(24);
        std::vector<std::string> stop;
        for (std::uint64_t count = random.below(4); count > 0; --count)
            stop.push_back(random_text(5));
        // The stop string that ends first; of several that end there, the longest.
        std::string expected = text;
        std::size_t first_end = text.size() + 1;
        for (const std::string& marker : stop)
            if (const std::size_t at = text.find(marker); at != std::string::npos) {
                const std::size_t end = at + marker.size();
                if (end < first_end || (end == first_end && at < expected.size()))
                    expected = text.substr(0, at);
                first_end = std::min(first_end, end);
            }
        ASSERT_EQ(stream(text, stop, random.next_u64()), expected) << text;
    }
}

} // namespace
} // namespace longhand::infer
