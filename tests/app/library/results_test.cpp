// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/library/sample_book.h"

namespace longhand::library {
namespace {

Segment segment(std::uint32_t chapter, std::uint32_t index, std::string target)
{
    return {.chapter = chapter, .index = index, .source = "source", .target = std::move(target),
            .spans = {{document::SpanKind::ruby, 0, 1, "x"}}, .status = SegmentStatus::done,
            .warnings = {"length"}, .attempts = 2};
}

TEST_F(LibraryTest, KeepsSummariesChapterByChapter)
{
    const BookId book = add("a.txt", {"The ferry left."});
    EXPECT_EQ(library_->summary(book, "en").value(), std::nullopt);
    ChapterSummary chapter{.chapter = 0, .title = "One"};
    chapter.points = {{"It left.", {{{0, 0, 0, 9}, "The ferry", 3, "iii"}}}};
    chapter.origin = PointOrigin::extract;
    chapter.read = {{0, 0, 0, 15}};
    ASSERT_TRUE(library_->save_summary_chapter(book, "en", "m", chapter).ok());
    auto found = library_->summary(book, "en").value();
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->model, "m");
    EXPECT_EQ(found->chapters.at(0).points.at(0).sources.at(0).page_label, "iii");
    EXPECT_EQ(found->chapters.at(0).origin, PointOrigin::extract);

    Summary whole{.language = "en", .model = "m2"};
    whole.book = {{"All in all.", {}}};
    whole.coverage = {100, 90, 1, 1};
    ASSERT_TRUE(library_->save_summary_book(book, whole).ok());
    found = library_->summary(book, "en").value();
    EXPECT_EQ(found->coverage.words_read, 90U);
    EXPECT_EQ(found->chapters.size(), 1U);
    EXPECT_EQ(library_->summary(book, "de").value(), std::nullopt);
}

TEST_F(LibraryTest, KeepsTheHistoryOfASegmentAndCountsTheTranslation)
{
    const BookId book = add("a.txt", {"x"});
    const TranslationKey key{book, "en", "zh"};
    ASSERT_TRUE(library_->save_segments(key, {segment(0, 0, "first"), segment(0, 1, "other")}).ok());
    ASSERT_TRUE(library_->save_segments(key, {segment(0, 0, "second")}).ok());
    const auto now = library_->segments(key).value();
    ASSERT_EQ(now.size(), 2U);
    EXPECT_EQ(now[0].target, "second");
    EXPECT_EQ(now[0].spans.at(0).value, "x");
    EXPECT_EQ(library_->segment_history(key, 0, 0).value().size(), 2U);
    const auto translations = library_->translations(book).value();
    ASSERT_EQ(translations.size(), 1U);
    EXPECT_EQ(translations[0].first, key);
    EXPECT_EQ(translations[0].second.done, 2U);
}

TEST_F(LibraryTest, NeverOverwritesWhatAPersonWrote)
{
    const BookId book = add("a.txt", {"x"});
    const TranslationKey key{book, "en", "zh"};
    Segment mine = segment(0, 0, "mine");
    mine.author = Author::person;
    ASSERT_TRUE(library_->save_segments(key, {segment(0, 0, "machine"), mine}).ok());
    const auto refused = library_->save_segments(key, {segment(0, 1, "new"), segment(0, 0, "machine again")});
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().kind, ErrorKind::invalid);
    const auto now = library_->segments(key).value();
    ASSERT_EQ(now.size(), 1U);  // the whole call was rolled back
    EXPECT_EQ(now[0].target, "mine");
    mine.target = "mine again";
    EXPECT_TRUE(library_->save_segments(key, {mine}).ok());
}

TEST_F(LibraryTest, KeepsAnswersInTheirOrder)
{
    const BookId book = add("a.txt", {"x"});
    ASSERT_TRUE(library_->add_answer(book, {.question = "one?", .strategy = Strategy::document_map}).ok());
    ASSERT_TRUE(library_->add_answer(book, {.question = "two?", .found = true}).ok());
    const auto answers = library_->answers(book).value();
    ASSERT_EQ(answers.size(), 2U);
    EXPECT_EQ(answers[0].question, "one?");
    EXPECT_EQ(answers[0].strategy, Strategy::document_map);
    EXPECT_TRUE(answers[1].found);
}

TEST_F(LibraryTest, KeepsTermsOfATranslationInTheirOrder)
{
    const TranslationKey key{add("a.txt", {"The ferry left."}), "en", "zh"};
    Term brandt{.kind = TermKind::character, .source = "Brandt", .gender = Gender::female, .count = 3, .samples = {"a", "b"}};
    ASSERT_TRUE(library_->save_terms(key, {brandt, {.source = "ferry"}}).ok());
    brandt.status = TermStatus::confirmed;
    brandt.target = "勃兰特";
    ASSERT_TRUE(library_->save_terms(key, {brandt}).ok());
    const auto terms = library_->terms(key).value();
    ASSERT_EQ(terms.size(), 2U);
    EXPECT_EQ(terms[0], brandt);
    EXPECT_TRUE(library_->terms({key.book, "en", "de"}).value().empty());
    EXPECT_EQ(library_->save_terms(key, {Term{}}).error().kind, ErrorKind::invalid);
    ASSERT_TRUE(library_->remove_terms(key, {"Brandt"}).ok());
    EXPECT_EQ(library_->terms(key).value().size(), 1U);
}

TEST_F(LibraryTest, LockedSegmentsAreRefusedToTheModelAndWarningsAreNoVersion)
{
    const TranslationKey key{add("a.txt", {"The ferry left."}), "en", "zh"};
    Segment segment{.source = "a", .target = "b", .status = SegmentStatus::done, .locked = true};
    ASSERT_TRUE(library_->settle_segments(key, {segment}).ok());
    Segment other = segment;
    other.target = "c";
    other.locked = false;
    EXPECT_EQ(library_->save_segments(key, {other}).error().kind, ErrorKind::invalid);
    segment.warnings = {"quotes"};
    segment.status = SegmentStatus::warned;
    ASSERT_TRUE(library_->set_warnings(key, {segment}).ok());
    EXPECT_EQ(library_->segment_history(key, 0, 0).value().size(), 1U);
    EXPECT_EQ(library_->segments(key).value()[0].warnings, segment.warnings);
    EXPECT_TRUE(library_->segments(key).value()[0].locked);
    other.warnings = {"numbers"};
    ASSERT_TRUE(library_->set_warnings(key, {other}).ok());  // of a text that is no longer there
    EXPECT_EQ(library_->segments(key).value()[0].warnings, segment.warnings);
    ASSERT_TRUE(library_->settle_segments(key, {other}).ok());
    EXPECT_EQ(library_->segments(key).value()[0].target, "c");
    EXPECT_EQ(library_->segment_history(key, 0, 0).value().size(), 2U);
}

TEST_F(LibraryTest, ANewSummaryMakesTheOneBeforeItAnEarlierOne)
{
    const BookId book = add("a.txt", {"The ferry left."});
    ASSERT_TRUE(library_->begin_summary(book, {.language = "en", .length = "short", .made_unix_s = 5}).ok());
    EXPECT_TRUE(library_->earlier_summaries(book).value().empty());  // nothing had been made
    ChapterSummary chapter{.chapter = 0, .title = "One"};
    chapter.points = {{"It left.", {{{0, 0, 0, 9}, "The ferry", 3, "iii"}}}};
    chapter.steps = 2;
    ASSERT_TRUE(library_->save_summary_chapter(book, "en", "m", chapter).ok());
    EXPECT_EQ(library_->summary(book, "en").value()->length, "short");
    EXPECT_EQ(library_->summary(book, "en").value()->chapters.at(0).steps, 2U);

    ASSERT_TRUE(library_->begin_summary(book, {.language = "en", .length = "long", .made_unix_s = 9}).ok());
    EXPECT_TRUE(library_->summary(book, "en").value()->chapters.empty());
    const auto earlier = library_->earlier_summaries(book).value();
    ASSERT_EQ(earlier.size(), 1U);
    EXPECT_EQ(earlier[0].head.length, "short");
    EXPECT_EQ(earlier[0].head.made_unix_s, 5);
    EXPECT_EQ(earlier[0].chapters, 1U);
    const Summary whole = library_->earlier_summary(book, earlier[0].id).value();
    EXPECT_EQ(whole.chapters.at(0).points.at(0).text, "It left.");
    ASSERT_TRUE(library_->remove_earlier_summary(book, earlier[0].id).ok());
    EXPECT_EQ(library_->earlier_summary(book, earlier[0].id).error().kind, ErrorKind::not_found);
}

TEST_F(LibraryTest, RemovedAnswersCanBeTakenBack)
{
    const BookId book = add("a.txt", {"The ferry left."});
    const auto first = library_->add_answer(book, {.question = "Who?"}).value();
    const auto second = library_->add_answer(book, {.question = "When?"}).value();
    EXPECT_NE(first, second);
    ASSERT_TRUE(library_->remove_answers(book, {first}).ok());
    auto left = library_->answers(book).value();
    ASSERT_EQ(left.size(), 1U);
    EXPECT_EQ(left[0].id, second);
    EXPECT_GT(left[0].made_unix_s, 0);
    ASSERT_TRUE(library_->restore_answers(book, {first}).ok());
    EXPECT_EQ(library_->answers(book).value().size(), 2U);
    ASSERT_TRUE(library_->remove_answers(book + 1, {first}).ok());  // of another book: not touched
    EXPECT_EQ(library_->answers(book).value().size(), 2U);
}

}  // namespace
}  // namespace longhand::library
