// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/library/sample_book.h"

#include <fstream>

namespace longhand::library {
namespace {

TEST_F(LibraryTest, GivesBackWhatWasAdded)
{
    const auto path = file("ferry.txt", "content");
    auto document = sample_document({"The ferry left at noon.", "Nobody waved."});
    document.pages.push_back({.number = 1, .label = "i", .width = 100, .height = 200,
                              .glyphs = {{1, 2, 3, 4}, {3, 2, 5, 4}, {5, 2, 7, 4}}});
    document.chapters[0].paragraphs[0].origins = {{0, 3, 1, 0}};
    document.problems = {{"scan_pages", "One page is a picture.", {2}}};
    const auto added = library_->add(path, document);
    ASSERT_TRUE(added.ok()) << to_string(added.error());
    EXPECT_FALSE(added->already_there);

    library_ = open();  // another program start
    const auto books = library_->books().value();
    ASSERT_EQ(books.size(), 1U);
    EXPECT_EQ(books[0].title, "The Ferry");
    EXPECT_EQ(books[0].authors, (std::vector<std::string>{"A. Writer", "李四"}));
    EXPECT_EQ(books[0].words, 7U);
    EXPECT_EQ(books[0].problems.at(0).pages, (std::vector<std::uint32_t>{2}));
    EXPECT_EQ(read_file(books[0].source, 100).value(), "content");
    const auto back = library_->document(books[0].id).value();
    EXPECT_EQ(back->chapters[0].paragraphs[1].text, "Nobody waved.");
    EXPECT_TRUE(back->pages[0].glyphs.empty());
    EXPECT_EQ(library_->glyphs(books[0].id, 1).value().size(), 3U);
    const auto boxes = library_->boxes(books[0].id, {0, 0, 0, 3}).value();
    ASSERT_EQ(boxes.size(), 1U);
    EXPECT_EQ(boxes[0].box, (document::Box{1, 2, 7, 4}));
}

TEST_F(LibraryTest, StoresTheSameFileOnce)
{
    const BookId first = add("a.txt", {"text"});
    const auto again = library_->add(file("b.txt", "a.txt"), sample_document({"text"}));
    ASSERT_TRUE(again.ok());
    EXPECT_TRUE(again->already_there);
    EXPECT_EQ(again->book, first);
    EXPECT_EQ(library_->books().value().size(), 1U);
}

TEST_F(LibraryTest, FindsABookByIdOrPartOfItsTitle)
{
    const BookId id = add("night-train.txt", {"x"});
    EXPECT_EQ(library_->find(std::to_string(id)).value().id, id);
    EXPECT_EQ(library_->find("NIGHT").value().id, id);
    EXPECT_EQ(library_->find("nothing").error().kind, ErrorKind::not_found);
    add("second.txt", {"y"});
    const auto both = library_->find("ferry");
    ASSERT_FALSE(both.ok());
    EXPECT_EQ(both.error().kind, ErrorKind::invalid);
}

TEST_F(LibraryTest, RemovesEverythingOfABook)
{
    const BookId id = add("gone.txt", {"a unicorn stood there"});
    const auto source = library_->book(id).value().source;
    ASSERT_TRUE(library_->add_answer(id, {.question = "q"}).ok());
    ASSERT_TRUE(library_->remove(id).ok());
    EXPECT_EQ(library_->book(id).error().kind, ErrorKind::not_found);
    EXPECT_TRUE(library_->search("unicorn", {}).value().empty());
    EXPECT_TRUE(library_->answers(id).value().empty());
    EXPECT_FALSE(std::filesystem::exists(source));
    EXPECT_EQ(library_->remove(id).error().kind, ErrorKind::not_found);
}

TEST_F(LibraryTest, RollsBackWhatAFailedTransactionDid)
{
    const BookId id = add("a.txt", {"x"});
    const auto done = library_->transaction([&]() -> Result<void> {
        TRY(library_->add_answer(id, {.question = "kept?"}));
        return Error{ErrorKind::cancelled, "enough"};
    });
    EXPECT_EQ(done.error().kind, ErrorKind::cancelled);
    EXPECT_TRUE(library_->answers(id).value().empty());
    EXPECT_THROW(static_cast<void>(library_->transaction([&]() -> Result<void> {
        EXPECT_TRUE(library_->add_answer(id, {.question = "kept?"}).ok());
        throw std::runtime_error("mid-way");
    })), std::runtime_error);
    EXPECT_TRUE(library_->answers(id).value().empty());
}

TEST_F(LibraryTest, SaysSoWhenItsFileIsDamaged)
{
    add("a.txt", {std::string(40000, 'x')});
    library_.reset();
    const auto path = folder_.path() / "data" / "library.sqlite";
    const auto size = std::filesystem::file_size(path);
    {
        std::fstream database(path, std::ios::in | std::ios::out | std::ios::binary);
        for (std::uintmax_t at = 4096; at + 8 < size; at += 4096) {
            database.seekp(static_cast<std::streamoff>(at));
            database.write("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 8);
        }
    }
    const auto opened = Library::open(folder_.path() / "data");
    ASSERT_FALSE(opened.ok());
    EXPECT_EQ(opened.error().kind, ErrorKind::corrupt);
    EXPECT_NE(opened.error().message.find("move this file away"), std::string::npos);
}

TEST_F(LibraryTest, RefusesAFileOfANewerProgram)
{
    library_.reset();
    {
        // byte 60 of the header is user_version, big-endian
        std::fstream database(folder_.path() / "data" / "library.sqlite",
                              std::ios::in | std::ios::out | std::ios::binary);
        database.seekp(60);
        database.write("\0\0\0\x63", 4);
    }
    const auto opened = Library::open(folder_.path() / "data");
    ASSERT_FALSE(opened.ok());
    EXPECT_EQ(opened.error().kind, ErrorKind::unsupported);
}

TEST(Library, SaysSoWhenItsFolderCannotBeWritten)
{
    test::TemporaryFolder folder;
    ASSERT_TRUE(write_file(folder.path() / "file", "x").ok());
    const auto opened = Library::open(folder.path() / "file" / "data");
    ASSERT_FALSE(opened.ok());
    EXPECT_EQ(opened.error().kind, ErrorKind::unreadable);
}

}  // namespace
}  // namespace longhand::library
