// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that takes no more bytes at some moment: an error, and a library that is as before.
#include "tests/app/library/sample_book.h"

#include <csignal>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace longhand::library {
namespace {

enum Outcome { stored = 10, refused = 11, wrong = 12 };

// In a child process whose files may not grow past `limit` bytes.
int add_under_limit(const std::filesystem::path& data, const std::filesystem::path& file,
                    const document::Document& book, rlim_t limit)
{
    const pid_t child = ::fork();
    if (child == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        auto library = Library::open(data);
        if (!library.ok())
            ::_exit(wrong);
        const rlimit files{limit, limit};
        ::setrlimit(RLIMIT_FSIZE, &files);
        const auto added = (*library)->add(file, book);
        const bool sensible = added.ok() || (added.error().kind != ErrorKind::internal &&
                                             !added.error().message.empty());
        ::_exit(!sensible ? wrong : added.ok() ? stored : refused);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

TEST_F(LibraryTest, StaysWholeWhenTheDiskIsFullAtAnyMoment)
{
    std::vector<std::string> paragraphs;
    for (int i = 0; i < 1500; ++i)
        paragraphs.push_back("Paragraph " + std::to_string(i) + " tells of lamp " +
                             std::to_string(i * 7919) + " and of the wind that night.");
    const auto book = sample_document(paragraphs);
    const auto path = file("book.txt", std::string(200'000, 'x'));
    library_.reset();
    int refusals = 0;
    for (rlim_t limit = 20'000; limit < 3'000'000; limit = limit * 3 / 2) {
        const int outcome = add_under_limit(folder_.path() / "data", path, book, limit);
        const auto library = open();  // checks itself
        const auto books = library->books().value();
        if (outcome == stored) {
            ASSERT_EQ(books.size(), 1U);
            EXPECT_EQ(library->document(books[0].id).value()->chapters[0].paragraphs.size(), 1500U);
            ASSERT_TRUE(library->remove(books[0].id).ok());
            continue;
        }
        EXPECT_EQ(outcome, refused) << "limit " << limit;
        EXPECT_TRUE(books.empty()) << "limit " << limit;
        EXPECT_TRUE(library->search("lamp", {}).value().empty());
        ++refusals;
    }
    EXPECT_GE(refusals, 3);
}

}  // namespace
}  // namespace longhand::library
