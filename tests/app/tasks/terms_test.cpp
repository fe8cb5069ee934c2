// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/csv.h"
#include "app/tasks/candidates.h"
#include "app/tasks/edits.h"
#include "app/tasks/terms.h"
#include "engine/base/random.h"
#include "tests/support/sample_novel.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace longhand::tasks {
namespace {

using library::Gender;
using library::Segment;
using library::Term;
using library::TermKind;
using library::TermStatus;

Term term(std::string source, std::string target = {})
{
    return {.status = TermStatus::confirmed, .source = std::move(source), .target = std::move(target)};
}

TEST(Terms, OccurAsWholeWordsOrInsideUnspacedText)
{
    EXPECT_TRUE(occurs(term("Brandt"), "Captain Brandt's chart"));
    EXPECT_FALSE(occurs(term("Art"), "Arthur painted"));
    EXPECT_TRUE(occurs(term("lamp"), "two lamps burned"));
    EXPECT_TRUE(occurs(term("宝玉"), "那宝玉听了"));
    EXPECT_TRUE(occurs(term("ジャン・バルジャン"), "ジャンバルジャンは立った"));
    EXPECT_FALSE(occurs(term("x"), ""));
}

TEST(TermsCsv, ComesBackAsItWentOut)
{
    std::vector<Term> terms = {term("Brandt, \"Ilse\"", "勃兰特\n上尉"), term("=HYPERLINK(1)", "+1"),
                               term("'=quoted", "'plain")};
    terms[0].kind = TermKind::character;
    terms[0].gender = Gender::female;
    terms[0].address = "formally";
    terms[0].count = 12;
    terms[1].status = TermStatus::rejected;
    const std::string csv = terms_to_csv(terms);
    EXPECT_NE(csv.find("'=HYPERLINK(1)"), std::string::npos);  // no spreadsheet runs it
    EXPECT_EQ(terms_from_csv(csv).value(), terms);
    EXPECT_EQ(terms_from_csv("\xEF\xBB\xBF" + csv).value(), terms);
}

TEST(TermsCsv, ReadsPlainListsAndOtherOrders)
{
    const auto plain = terms_from_csv("# remark\nferry,渡轮\nlamp\t\n").value();
    ASSERT_EQ(plain.size(), 2U);
    EXPECT_EQ(plain[0].target, "渡轮");
    EXPECT_EQ(plain[0].status, TermStatus::confirmed);
    const auto tabs = terms_from_csv("target\tsource\tgender\r\n伦德\tLund\tmale\r\n").value();
    ASSERT_EQ(tabs.size(), 1U);
    EXPECT_EQ(tabs[0].source, "Lund");
    EXPECT_EQ(tabs[0].gender, Gender::male);
}

TEST(TermsCsv, RefusesWhatIsBrokenAndSurvivesEveryDamage)
{
    EXPECT_EQ(terms_from_csv("source,target\n\"open,x\n").error().kind, ErrorKind::corrupt);
    EXPECT_EQ(terms_from_csv("source,target\n,x\n").error().kind, ErrorKind::corrupt);
    EXPECT_EQ(terms_from_csv("source\n\xFF\xFE\n").error().kind, ErrorKind::corrupt);
    EXPECT_TRUE(terms_from_csv("").value().empty());
    EXPECT_FALSE(document::parse_csv(std::string(2'000'000, ',')).ok());
    const std::string csv = terms_to_csv({term("a\"b,c\nd", "e"), term("=f", "g")});
    for (std::size_t cut = 0; cut <= csv.size(); ++cut)
        static_cast<void>(terms_from_csv(csv.substr(0, cut)));
    Random random(Seed{3});
    for (int i = 0; i < 2000; ++i) {
        std::string damaged = csv;
        damaged[random.below(static_cast<std::uint32_t>(damaged.size()))] ^= static_cast<char>(1U << random.below(8));
        static_cast<void>(terms_from_csv(damaged));
    }
}

TEST(Terms, AnExtractionKeepsWhatAPersonDecided)
{
    Term mine = term("Brandt", "勃兰特");
    mine.gender = Gender::female;
    Term found = term("Brandt");
    found.status = TermStatus::proposed;
    found.count = 9;
    const auto all = merged({mine, term("gone", "x")}, {found, term("new")});
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[0].target, "勃兰特");
    EXPECT_EQ(all[0].status, TermStatus::confirmed);
    EXPECT_EQ(all[0].count, 9U);
    EXPECT_EQ(all[2].source, "new");
}

const Term* find(const std::vector<Term>& terms, const std::string& source)
{
    for (const Term& each : terms)
        if (each.source == source)
            return &each;
    return nullptr;
}

document::Document book_of(const std::string& language, const std::vector<std::string>& paragraphs)
{
    document::Document book;
    book.language = language;
    book.chapters.emplace_back();
    for (const std::string& text : paragraphs)
        book.chapters[0].paragraphs.push_back({.text = text});
    return book;
}

TEST(Candidates, AreTheNamesOfAnEnglishNovelWithKindAndGender)
{
    const auto found = extract_candidates(test::sample_novel(), "en", {}, {}).value();
    const Term* captain = find(found, "Ilse Brandt");
    ASSERT_NE(captain, nullptr);
    EXPECT_EQ(captain->kind, TermKind::character);
    EXPECT_EQ(captain->count, 1U);
    ASSERT_FALSE(captain->samples.empty());
    EXPECT_NE(captain->samples[0].find("sailed the strait"), std::string::npos);
    ASSERT_NE(find(found, "Hull Island"), nullptr);
    EXPECT_EQ(find(found, "Hull Island")->kind, TermKind::place);
    ASSERT_NE(find(found, "Anders Lund"), nullptr);
    EXPECT_EQ(find(found, "The"), nullptr);
    EXPECT_EQ(find(found, "March"), nullptr);

    const auto mixed = extract_candidates(
        book_of("en", {"“Well,” said Mr. Harrow, “I shall go to Penzance.” Harrow laughed, and Mrs. Pell sighed.",
                       "In Penzance the Cornish Tin Company owned the pier. Harrow knew it; Pell put down her pen.",
                       "From Penzance Harrow wrote to Pell. The Cornish Tin Company never answered."}),
        "en", {}, {}).value();
    ASSERT_NE(find(mixed, "Harrow"), nullptr);
    EXPECT_EQ(find(mixed, "Harrow")->kind, TermKind::character);
    EXPECT_EQ(find(mixed, "Harrow")->gender, Gender::male);
    EXPECT_EQ(find(mixed, "Pell")->gender, Gender::female);
    EXPECT_EQ(find(mixed, "Penzance")->kind, TermKind::place);
    EXPECT_EQ(find(mixed, "Cornish Tin Company")->kind, TermKind::organisation);
    EXPECT_EQ(find(mixed, "Well"), nullptr);
}

TEST(Candidates, AreTheSpeakersAndPlacesOfAChineseNovel)
{
    std::vector<std::string> paragraphs;
    for (int i = 0; i < 6; ++i) {
        paragraphs.push_back("林黛玉笑道：“你们都来了。”林黛玉放下她的书。宝玉道：“我从扬州城来。”");
        paragraphs.push_back("宝玉说道：“扬州城里下雨。”众人听了，都看林黛玉。王夫人问道：“谁在扬州城？”");
    }
    const auto found = extract_candidates(book_of("zh", paragraphs), "zh", {}, {}).value();
    ASSERT_NE(find(found, "林黛玉"), nullptr);
    EXPECT_EQ(find(found, "林黛玉")->kind, TermKind::character);
    EXPECT_EQ(find(found, "林黛玉")->gender, Gender::female);
    ASSERT_NE(find(found, "宝玉"), nullptr);
    EXPECT_EQ(find(found, "宝玉")->count, 12U);
    ASSERT_NE(find(found, "王夫人"), nullptr);
    EXPECT_EQ(find(found, "王夫人")->gender, Gender::female);
    EXPECT_EQ(find(found, "众人"), nullptr);
}

TEST(Candidates, AreKatakanaAndHonouredNamesInJapanese)
{
    const auto found = extract_candidates(
        book_of("ja", {"ジャンは駅へ行った。田中さんがジャンを待っていた。", "田中さんは笑った。ジャンが手を振る。"}), "ja", {}, {}).value();
    ASSERT_NE(find(found, "ジャン"), nullptr);
    EXPECT_EQ(find(found, "ジャン")->kind, TermKind::character);
    ASSERT_NE(find(found, "田中"), nullptr);
    EXPECT_EQ(find(found, "田中")->count, 2U);
}

TEST(Candidates, StopWhenAskedAndFindNothingWithoutMarks)
{
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(extract_candidates(test::sample_novel(), "en", {}, stop.get_token()).error().kind, ErrorKind::cancelled);
    EXPECT_TRUE(extract_candidates(book_of("ar", {"ذهب أحمد إلى المدرسة"}), "ar", {}, {}).value().empty());
}

TEST(Edits, KeepSpansOutsideAndAroundTheChange)
{
    using document::SpanKind;
    const Segment before{.target = "Die alte Fähre fuhr ab.",
                         .spans = {{SpanKind::emphasis, 0, 3, ""}, {SpanKind::strong, 4, 15, ""}, {SpanKind::code, 16, 20, ""}}};
    const Segment after = with_target(before, "Die neue Fähre fuhr ab.");
    EXPECT_EQ(after.author, library::Author::person);
    ASSERT_EQ(after.spans.size(), 3U);
    EXPECT_EQ(after.spans[1], (document::Span{SpanKind::strong, 4, 15, ""}));
    const Segment longer = with_target(before, "Die ganz alte Fähre fuhr ab.");
    EXPECT_EQ(longer.target.substr(longer.spans.back().begin, 4), "fuhr");
    EXPECT_TRUE(longer.warnings.empty());
    const Segment cut = with_target(before, "Die alte Kahnfahrt ab.");
    EXPECT_EQ(cut.warnings, std::vector<std::string>{"spans"});
}

TEST(Edits, ReplaceWordsAndPatternsButNeverLockedText)
{
    std::vector<Segment> segments = {{.target = "The keeper's lamp, the Keeper."}, {.index = 1, .target = "keeper"}};
    for (Segment& each : segments)
        each.status = library::SegmentStatus::done;
    segments[1].locked = true;
    const auto plain = replace_in(segments, {.find = "keeper", .by = "ward$1en"}, {}).value();
    ASSERT_EQ(plain.size(), 1U);
    EXPECT_EQ(plain[0].target, "The ward$1en's lamp, the Keeper.");
    const auto any_case = replace_in(segments, {.find = "KEEPER", .by = "x", .match_case = false}, {}).value();
    EXPECT_EQ(any_case[0].target, "The x's lamp, the x.");
    const auto regex = replace_in(segments, {.find = "(k)eep(er)", .by = "$2$1", .regex = true}, {}).value();
    EXPECT_EQ(regex[0].target, "The erk's lamp, the Keeper.");
    const std::vector<Segment> han = {{.target = "宝玉笑道", .status = library::SegmentStatus::done}};
    EXPECT_EQ(replace_in(han, {.find = "宝.", .by = "黛玉", .regex = true}, {}).value()[0].target, "黛玉笑道");
}

TEST(Edits, RefuseBrokenAndEndlessPatterns)
{
    const std::vector<Segment> segments = {{.target = std::string(5000, 'a') + "b", .status = library::SegmentStatus::done}};
    EXPECT_EQ(replace_in(segments, {.find = ""}, {}).error().kind, ErrorKind::invalid);
    EXPECT_EQ(replace_in(segments, {.find = "(", .regex = true}, {}).error().kind, ErrorKind::invalid);
    EXPECT_EQ(replace_in(segments, {.find = "(a+)+$", .by = "", .regex = true}, {}).error().kind, ErrorKind::invalid);
}

}  // namespace
}  // namespace longhand::tasks
