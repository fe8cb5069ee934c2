// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/context/central.h"
#include "app/context/pieces.h"
#include "engine/infer/scripted_generator.h"
#include "tests/support/sample_novel.h"

#include <gtest/gtest.h>

namespace longhand::context {
namespace {

std::string letters_only(std::string_view text)
{
    std::string letters;
    for (const char sign : text)
        if (sign != ' ' && sign != '\n')
            letters += sign;
    return letters;
}

TEST(Pieces, TogetherAreTheWholeText)
{
    const auto book = test::sample_novel();
    infer::ScriptedGenerator generator({std::string()});
    std::vector<document::TextRange> all = ranges_of(book, 0);
    for (const auto& range : ranges_of(book, 1))
        all.push_back(range);
    std::string expected;
    for (const auto& range : all)
        expected += letters_only(document::text_of(book, range));
    for (const std::int64_t most : {20, 64, 150, 400, 10'000}) {
        std::string joined;
        for (const Piece& piece : cut_into_pieces(book, all, most, generator)) {
            EXPECT_LE(piece.tokens, most);
            EXPECT_EQ(letters_only(piece.text), [&] {
                std::string text;
                for (const auto& range : piece.ranges)
                    text += letters_only(document::text_of(book, range));
                return text;
            }());
            joined += letters_only(piece.text);
        }
        EXPECT_EQ(joined, expected) << most;
    }
}

TEST(CentralSentences, AreSentencesOfTheTextInItsOrder)
{
    const auto book = test::sample_novel();
    const Units units(book, ranges_of(book, 0));
    const auto chosen = central_sentences(book, units, 2);
    ASSERT_EQ(chosen.size(), 2U);
    EXPECT_LT(chosen[0], chosen[1]);
    for (const auto& range : chosen)
        EXPECT_TRUE(document::text_of(book, range).ends_with('.'));
}

}  // namespace
}  // namespace longhand::context
