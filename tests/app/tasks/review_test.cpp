// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tasks/review.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace longhand::tasks {
namespace {

using library::Gender;
using library::Segment;
using library::SegmentStatus;
using library::Term;
using library::TermKind;
using library::TermStatus;

Segment segment(std::string source, std::string target)
{
    return {.source = std::move(source), .target = std::move(target), .status = SegmentStatus::done};
}

std::vector<std::string> names(const std::string& source, const std::string& target,
                               const std::string& to = "zh", std::vector<Term> terms = {},
                               const std::string& from = "en")
{
    return review(segment(source, target), nullptr, {from, to, std::move(terms), {}});
}

bool has(const std::vector<std::string>& all, std::string_view name)
{
    return std::find(all.begin(), all.end(), name) != all.end();
}

constexpr const char* kEnglish = "The ferry left Marrow Point at noon with a crate of oranges.";
constexpr const char* kChinese = "渡轮正午离开马罗角，载着一箱橙子。";

TEST(Review, SaysNothingOfAGoodTranslation)
{
    EXPECT_TRUE(names(kEnglish, kChinese).empty());
    EXPECT_TRUE(names("“Where is he?” she asked (softly).", "“他在哪儿？”她（轻声）问道。").empty());
}

TEST(Review, UntranslatedIsFoundButNamesAndQuotedWordsAreNot)
{
    EXPECT_TRUE(has(names(kEnglish, kEnglish), "untranslated"));
    EXPECT_TRUE(has(names(kEnglish, "The ferry left Marrow Point, 载着一箱橙子。"), "untranslated"));
    EXPECT_FALSE(has(names("Ilse Brandt and Anders Lund met Tomas.", "Ilse Brandt 和 Anders Lund 见到了 Tomas。"), "untranslated"));
    EXPECT_FALSE(has(names("He said “veni vidi vici” and left.", "他说“veni vidi vici”，然后走了。"), "untranslated"));
    // a quotation that is the whole source and came back as it was is no quoted word
    EXPECT_TRUE(has(names("“Come here at once, you rascal!”", "“Come here at once, you rascal!”"), "untranslated"));
}

TEST(Review, EmptyTargetsAreFound)
{
    EXPECT_TRUE(has(names(kEnglish, "  "), "empty"));
    EXPECT_FALSE(has(names(kEnglish, kChinese), "empty"));
}

TEST(Review, LengthIsMeasuredAgainstThisBook)
{
    // every target half as long as usual for the pair: this translator is terse, not wrong
    std::vector<Segment> terse, wordy;
    for (int i = 0; i < 40; ++i) {
        Segment each = segment(std::string(static_cast<std::size_t>(80 + i), 'a'), std::string(static_cast<std::size_t>(40 + i / 2), 'b'));
        terse.push_back(each);
        each.target = std::string(static_cast<std::size_t>(120 + 3 * i / 2), 'b');
        wordy.push_back(each);
    }
    const LengthScale short_scale = length_scale(terse);
    ASSERT_TRUE(short_scale.known());
    EXPECT_NEAR(std::exp(short_scale.median), 0.5, 0.02);
    const Segment half = segment(std::string(100, 'a'), std::string(50, 'b'));
    const auto with = [&](const LengthScale& scale) { return review(half, nullptr, {"en", "en", {}, scale}); };
    EXPECT_FALSE(has(with(short_scale), "length_unusual"));
    EXPECT_TRUE(has(with(length_scale(wordy)), "length_unusual"));
    EXPECT_FALSE(length_scale({}).known());
}

TEST(Review, RepetitionCountsUnlessTheSourceRepeatsToo)
{
    EXPECT_TRUE(has(names(kEnglish, "渡轮渡轮渡轮渡轮渡轮渡轮渡轮渡轮渡轮渡轮渡轮渡轮"), "repetition"));
    EXPECT_FALSE(has(names("はっはっはっはっはっはっはっはっはっはっはっはっ", "哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈哈", "zh", {}, "ja"), "repetition"));
}

TEST(Review, AnEqualNeighbourIsFoundWhereTheSourcesDiffer)
{
    const ReviewFrame frame{"en", "zh", {}, {}};
    const Segment first = segment("He went home.", kChinese);
    EXPECT_TRUE(has(review(segment(kEnglish, kChinese), &first, frame), "same_as_neighbour"));
    const Segment same = segment(kEnglish, kChinese);
    EXPECT_FALSE(has(review(segment(kEnglish, kChinese), &same, frame), "same_as_neighbour"));
}

TEST(Review, PunctuationAtTheEndIsCompared)
{
    EXPECT_TRUE(punctuation_differs("Where is he?", "他在哪儿。"));
    EXPECT_TRUE(punctuation_differs("He went home.", "他回家，"));
    EXPECT_FALSE(punctuation_differs("Where is he?”", "他在哪儿？”"));
    EXPECT_FALSE(punctuation_differs("The Storm", "暴风雨"));
    EXPECT_FALSE(punctuation_differs("He shouted!", "他喊道。"));
}

TEST(Review, QuotationMarksAreCountedWhateverTheirShape)
{
    EXPECT_TRUE(quotes_differ("“Yes,” he said.", "是的，他说。", "zh"));
    EXPECT_FALSE(quotes_differ("\"Yes,\" he said.", "“是的，”他说。", "zh"));
    EXPECT_FALSE(quotes_differ("\"Yes,\" he said.", "「是的」，他说。", "zh-Hant"));
    EXPECT_FALSE(quotes_differ("“Yes,” he said.", "— Oui, dit-il.", "fr"));
    EXPECT_TRUE(quotes_differ("“Yes,” he said.", "Oui, dit-il.", "fr"));
    // speech that goes on in the next paragraph opens only
    EXPECT_FALSE(quotes_differ("“It was long ago.", "“那是很久以前的事了。", "zh"));
}

TEST(Review, NumbersMayBeWrittenAsTheLanguageWritesThem)
{
    EXPECT_TRUE(numbers_differ("It cost 204 crowns in 1887.", "它在1887年很贵。", "zh"));
    EXPECT_FALSE(numbers_differ("In 1887 there were 12 men.", "一八八七年有十二个人。", "zh"));
    EXPECT_FALSE(numbers_differ("He had 3450 crowns.", "他有三千四百五十克朗。", "zh"));
    EXPECT_FALSE(numbers_differ("There were 3 men.", "Es waren drei Männer.", "de"));
    EXPECT_TRUE(numbers_differ("There were 300 men.", "Es waren viele Männer.", "de"));
    EXPECT_FALSE(numbers_differ("１８８７年", "In 1887", "en"));
}

TEST(Review, BracketsAndBreaksAreCounted)
{
    EXPECT_TRUE(brackets_differ("The sea (calm) lay there.", "大海平静地躺在那里。"));
    EXPECT_FALSE(brackets_differ("The sea (calm) lay there.", "大海（平静）躺在那里。"));
    EXPECT_TRUE(has(names("Roses are red\nViolets are blue", "玫瑰红紫罗兰蓝"), "newlines"));
    EXPECT_FALSE(has(names("Roses are red\nViolets are blue", "玫瑰是红的\n紫罗兰是蓝的"), "newlines"));
}

Term confirmed(std::string source, std::string target, TermKind kind = TermKind::term,
               Gender gender = Gender::unknown)
{
    return {.kind = kind, .status = TermStatus::confirmed, .source = std::move(source),
            .target = std::move(target), .gender = gender};
}

TEST(Review, AConfirmedTermMustComeBackInAnyEnding)
{
    const std::vector<Term> ferry = {confirmed("ferry", "渡轮")};
    EXPECT_FALSE(has(names(kEnglish, kChinese, "zh", ferry), "glossary"));
    EXPECT_TRUE(has(names(kEnglish, "小船正午离开马罗角，载着一箱橙子。", "zh", ferry), "glossary"));
    const std::vector<Term> tower = {confirmed("tower", "Turm")};
    EXPECT_FALSE(has(names("The towers fell.", "Die Türme fielen.", "de", tower), "glossary"));
    EXPECT_TRUE(has(names("The towers fell.", "Die Mauern fielen.", "de", tower), "glossary"));
    std::vector<Term> proposed = ferry;
    proposed[0].status = TermStatus::proposed;
    EXPECT_FALSE(has(names(kEnglish, "小船正午离开马罗角，载着一箱橙子。", "zh", proposed), "glossary"));
    // part of another word is not the term
    EXPECT_FALSE(has(names("The art of war.", "战争的艺术。", "zh", {confirmed("ar", "阿")}), "glossary"));
}

TEST(Review, AnotherLanguageAndARefusalAreNamed)
{
    EXPECT_TRUE(has(names(kEnglish, "Die Fähre verließ den Hafen gegen Mittag mit einer Kiste voller Orangen an Bord.", "fr"), "language"));
    EXPECT_TRUE(has(names("Geh nach Hause, bitte, und komm nicht wieder.", "I'm sorry, I cannot translate this.", "en", {}, "de"), "refusal"));
    EXPECT_FALSE(has(names("I'm sorry, I must go.", "I'm sorry, I must go.", "en", {}, "en"), "refusal"));
}

TEST(Review, PronounsAreComparedWithTheCharacterSheet)
{
    const std::vector<Term> sheet = {confirmed("Brandt", "勃兰特", TermKind::character, Gender::female),
                                     confirmed("Lund", "伦德", TermKind::character, Gender::male)};
    const ReviewFrame frame{"en", "zh", sheet, {}};
    EXPECT_TRUE(gender_differs("Brandt folded the chart.", "勃兰特折好他的海图。", frame));
    EXPECT_FALSE(gender_differs("Brandt folded the chart.", "勃兰特折好她的海图。", frame));
    EXPECT_FALSE(gender_differs("Brandt saw him.", "勃兰特看见了他。", frame));  // somebody else
    EXPECT_FALSE(gender_differs("Brandt and Lund left.", "勃兰特和伦德走了，他先走。", frame));
    EXPECT_FALSE(gender_differs("Brandt left the others.", "勃兰特离开了其他人。", frame));
}

TEST(Review, OfAWholeTranslationOnlyWhatChangedComesBackAndIsCounted)
{
    std::vector<Segment> all = {segment(kEnglish, kChinese), segment("Where is he?", "他在哪儿。")};
    all[1].index = 1;
    all.push_back({.index = 2, .source = "x", .status = SegmentStatus::failed, .warnings = {"repetition"}});
    const auto changed = review_all(all, {"en", "zh", {}, {}});
    ASSERT_EQ(changed.size(), 1U);
    EXPECT_EQ(changed[0].index, 1U);
    EXPECT_EQ(changed[0].status, SegmentStatus::warned);
    const auto counts = count_warnings({all[0], changed[0], all[2]});
    EXPECT_EQ(counts.at("punctuation"), 1U);
    EXPECT_EQ(counts.at("repetition"), 1U);
    for (const auto& [name, count] : counts)
        EXPECT_NE(std::find(check_names().begin(), check_names().end(), name), check_names().end()) << name;
    // and back again when the person has put it right
    Segment right = changed[0];
    right.target = "他在哪儿？";
    EXPECT_EQ(reviewed(right, nullptr, {"en", "zh", {}, {}}).status, SegmentStatus::done);
}

}  // namespace
}  // namespace longhand::tasks
