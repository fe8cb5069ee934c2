// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/library/sample_book.h"

#include "app/library/journal.h"

namespace longhand::library {
namespace {

TEST_F(LibraryTest, ABookInTheBinIsGoneFromEverywhereAndComesBackWhole)
{
    const BookId book = add("a.txt", {"The ferry left at dawn."});
    const JobId job = library_->journal().add({.book = book}).value();
    ASSERT_TRUE(library_->add_answer(book, {.question = "When?"}).ok());
    ASSERT_TRUE(library_->put_into_bin(book).ok());
    EXPECT_TRUE(library_->books().value().empty());
    EXPECT_TRUE(library_->search("ferry", {}).value().empty());
    EXPECT_TRUE(library_->journal().jobs().value().empty());
    EXPECT_EQ(library_->find("The Ferry").error().kind, ErrorKind::not_found);

    ASSERT_TRUE(library_->take_from_bin(book).ok());
    EXPECT_EQ(library_->books().value().size(), 1U);
    EXPECT_EQ(library_->search("ferry", {}).value().size(), 1U);
    EXPECT_EQ(library_->journal().jobs().value().at(0).id, job);
    EXPECT_EQ(library_->answers(book).value().size(), 1U);
    EXPECT_EQ(library_->put_into_bin(99).error().kind, ErrorKind::not_found);
    EXPECT_EQ(library_->take_from_bin(99).error().kind, ErrorKind::not_found);
}

TEST_F(LibraryTest, DroppingABinnedFileAgainTakesItOutOfTheBin)
{
    const BookId book = add("a.txt", {"Text."});
    ASSERT_TRUE(library_->put_into_bin(book).ok());
    const Added again = library_->add(folder_.path() / "a.txt", sample_document({"Text."})).value();
    EXPECT_EQ(again.book, book);
    EXPECT_TRUE(again.restored);
    EXPECT_EQ(library_->books().value().size(), 1U);
}

TEST_F(LibraryTest, EmptyingTheBinRemovesOnlyWhatHasLainThereLongEnough)
{
    const BookId book = add("a.txt", {"Text."});
    add("b.txt", {"Text."});
    ASSERT_TRUE(library_->put_into_bin(book).ok());
    const auto copy = library_->book(book).value().source;
    EXPECT_EQ(library_->empty_bin(3600).value(), 0U);
    EXPECT_TRUE(std::filesystem::exists(copy));
    EXPECT_EQ(library_->empty_bin(0).value(), 1U);
    EXPECT_FALSE(std::filesystem::exists(copy));
    EXPECT_EQ(library_->book(book).error().kind, ErrorKind::not_found);
    EXPECT_EQ(library_->books().value().size(), 1U);
}

TEST_F(LibraryTest, ABookAtWorkIsNotPutIntoTheBin)
{
    const BookId book = add("a.txt", {"Text."});
    const JobId job = library_->journal().add({.book = book}).value();
    ASSERT_TRUE(library_->journal().acquire(job, "test").ok());
    EXPECT_EQ(library_->put_into_bin(book).error().kind, ErrorKind::busy);
    ASSERT_TRUE(library_->journal().release(job, "test").ok());
    EXPECT_TRUE(library_->put_into_bin(book).ok());
}

TEST_F(LibraryTest, TellsWhatABookTakesAndFreesEarlierVersions)
{
    const BookId book = add("a.txt", {"The ferry left at dawn."});
    const TranslationKey key{book, "en", "zh"};
    const auto save = [&](const std::string& target) {
        ASSERT_TRUE(library_->save_segments(key, {{.target = target, .status = SegmentStatus::done}}).ok());
    };
    save("one");
    const DiskUse before = library_->disk_use(book).value();
    EXPECT_EQ(before.source, 5U);  // the file holds its own name
    EXPECT_GT(before.text, 40U);
    EXPECT_GT(before.results, 0U);
    EXPECT_EQ(before.history, 0U);
    save("渡轮");
    const DiskUse after = library_->disk_use(book).value();
    EXPECT_EQ(after.history, before.results);
    EXPECT_EQ(library_->free_history(book).value(), before.results);
    EXPECT_EQ(library_->disk_use(book).value().history, 0U);
    EXPECT_EQ(library_->segments(key).value().at(0).target, "渡轮");
}

TEST_F(LibraryTest, WhatModelsReadOfABookIsCountedFreedAndGoesWithIt)
{
    namespace fs = std::filesystem;
    const BookId book = add("a.txt", {"Text."});
    const BookId other = add("b.txt", {"More."});
    const auto put = [&](BookId of, const std::string& name, std::size_t bytes) {
        const fs::path folder = readings_dir(library_->data_dir()) / reading_name(of);
        fs::create_directories(folder);
        ASSERT_TRUE(write_file(folder / name, std::string(bytes, 'k')).ok());
    };
    const DiskUse before = library_->disk_use(book).value();
    EXPECT_EQ(before.readings, 0U);
    EXPECT_EQ(library_->free_readings(book).value(), 0U);
    put(book, "1.kv", 300);
    put(book, "2.kv", 4000);
    put(other, "1.kv", 50);
    EXPECT_EQ(library_->disk_use(book).value().readings, 4300U);
    EXPECT_EQ(library_->disk_use(book).value().total(), before.total() + 4300);
    EXPECT_EQ(library_->free_readings(book).value(), 4300U);
    EXPECT_EQ(library_->disk_use(book).value().total(), before.total());
    put(book, "1.kv", 10);
    ASSERT_TRUE(library_->remove(book).ok());
    EXPECT_FALSE(fs::exists(readings_dir(library_->data_dir()) / reading_name(book)));
    EXPECT_EQ(library_->disk_use(other).value().readings, 50U);
}

class ChaptersOfABook : public LibraryTest {
protected:
    void SetUp() override
    {
        LibraryTest::SetUp();
        document::Document document = sample_document({"One.", "Alpha ferry.", "Beta."});
        document.chapters.push_back({.title = "Two", .paragraphs = {{.text = "Gamma."}}});
        book_ = library_->add(file("b.txt", "b"), document).value().book;
        ASSERT_TRUE(library_->add_answer(book_, {.sentences = {{"x", {source(0, 2)}}},
                                                 .closest = {source(1, 0)},
                                                 .read = {{0, 1, 0, 5}}}).ok());
        ASSERT_TRUE(library_->save_segments(key(), {{.chapter = 0, .index = 2, .target = "贝塔"},
                                                    {.chapter = 1, .index = 0, .target = "伽马"}}).ok());
        for (const std::uint32_t chapter : {0U, 1U}) {
            ChapterSummary summary{.chapter = chapter};
            summary.points = {{"p", {source(chapter, 0)}}};
            ASSERT_TRUE(library_->save_summary_chapter(book_, "en", "m", summary).ok());
        }
        ASSERT_TRUE(library_->save_summary_book(book_, {.language = "en"}).ok());
    }
    static Source source(std::uint32_t chapter, std::uint32_t paragraph)
    {
        return {{chapter, paragraph, 0, 2}, "q"};
    }
    TranslationKey key() const { return {book_, "en", "zh"}; }
    BookId book_ = 0;
};

TEST_F(ChaptersOfABook, TakeTheirResultsAlongWhenTheyAreDivided)
{
    ASSERT_TRUE(library_->set_chapters(book_, {{0, "One"}, {2, "Middle"}, {3, "Two"}}).ok());
    EXPECT_EQ(library_->book(book_).value().chapters, 3U);
    EXPECT_EQ(library_->document(book_).value()->chapters.at(1).title, "Middle");
    const Answer answer = library_->answers(book_).value().at(0);
    EXPECT_EQ(answer.sentences[0].sources.at(0).range.chapter, 1U);
    EXPECT_EQ(answer.sentences[0].sources.at(0).range.paragraph, 0U);
    EXPECT_EQ(answer.closest.at(0).range.chapter, 2U);
    EXPECT_EQ(answer.read.at(0).chapter, 0U);
    const auto segments = library_->segments(key()).value();
    ASSERT_EQ(segments.size(), 2U);
    EXPECT_EQ(segments[0].chapter, 1U);
    EXPECT_EQ(segments[0].index, 0U);
    EXPECT_EQ(segments[0].target, "贝塔");
    EXPECT_EQ(segments[1].chapter, 2U);
    const Summary summary = *library_->summary(book_, "en").value();
    ASSERT_EQ(summary.chapters.size(), 1U);  // that of the divided chapter is no longer true
    EXPECT_EQ(summary.chapters[0].chapter, 2U);
    EXPECT_EQ(summary.chapters[0].points.at(0).sources.at(0).range.chapter, 2U);
    const auto hits = library_->search("ferry", {}).value();
    ASSERT_EQ(hits.size(), 1U);
    EXPECT_EQ(hits[0].range.paragraph, 1U);
    EXPECT_EQ(library_->search("gamma", {}).value().at(0).range.chapter, 2U);
}

TEST_F(ChaptersOfABook, ARenamedOneKeepsItsSummary)
{
    ASSERT_TRUE(library_->set_chapters(book_, {{0, "The First"}, {3, "Two"}}).ok());
    EXPECT_EQ(library_->summary(book_, "en").value()->chapters.size(), 2U);
    EXPECT_EQ(library_->document(book_).value()->chapters.at(0).title, "The First");
}

TEST_F(ChaptersOfABook, StayWhileAJobIsNotOver)
{
    const JobId job = library_->journal().add({.book = book_}).value();
    EXPECT_EQ(library_->set_chapters(book_, {{0, "All"}}).error().kind, ErrorKind::busy);
    EXPECT_EQ(library_->document(book_).value()->chapters.size(), 2U);
    ASSERT_TRUE(library_->journal().remove(job).ok());
    EXPECT_TRUE(library_->set_chapters(book_, {{0, "All"}}).ok());
    EXPECT_EQ(library_->set_chapters(book_, {{1, "late"}}).error().kind, ErrorKind::invalid);
}

TEST_F(LibraryTest, RenamesABook)
{
    const BookId book = add("a.txt", {"Text."});
    ASSERT_TRUE(library_->rename(book, "  The Long Crossing ").ok());
    EXPECT_EQ(library_->book(book).value().title, "The Long Crossing");
    EXPECT_EQ(library_->rename(book, "  ").error().kind, ErrorKind::invalid);
    EXPECT_EQ(library_->rename(99, "x").error().kind, ErrorKind::not_found);
}

}  // namespace
}  // namespace longhand::library
