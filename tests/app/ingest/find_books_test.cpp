// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/find_books.h"

#include "engine/base/mapped_file.h"
#include "tests/support/environment.h"

#include <gtest/gtest.h>

namespace longhand::ingest {
namespace {

namespace fs = std::filesystem;

class FindBooks : public testing::Test {
protected:
    fs::path file(const std::string& name)
    {
        const fs::path path = folder_.path() / name;
        fs::create_directories(path.parent_path());
        EXPECT_TRUE(write_file(path, "text").ok());
        return path;
    }
    std::vector<std::string> found(const std::vector<fs::path>& paths)
    {
        last_ = find_books(paths, {});
        std::vector<std::string> names;
        for (const fs::path& path : last_.files)
            names.push_back(path.lexically_relative(folder_.path()).string());
        return names;
    }
    test::TemporaryFolder folder_;
    FoundBooks last_;
};

TEST_F(FindBooks, AFolderStandsForTheBooksInAndBelowIt)
{
    file("novels/b.EPUB");
    file("novels/a.txt");
    file("novels/more/c.pdf");
    file("novels/cover.jpg");
    file("novels/.hidden.txt");
    file("novels/.git/d.txt");
    EXPECT_EQ(found({folder_.path() / "novels"}),
              (std::vector<std::string>{"novels/a.txt", "novels/b.EPUB", "novels/more/c.pdf"}));
    EXPECT_EQ(last_.others, 1U);
}

TEST_F(FindBooks, AFileIsTakenAsItIsAndOnce)
{
    const fs::path odd = file("letter.odd");
    const fs::path text = file("novels/a.txt");
    EXPECT_EQ(found({odd, text, folder_.path() / "novels", odd}),
              (std::vector<std::string>{"letter.odd", "novels/a.txt"}));
    EXPECT_EQ(found({folder_.path() / "absent.txt"}), (std::vector<std::string>{"absent.txt"}));
}

TEST_F(FindBooks, ALinkThatLeadsRoundInACircleIsNotFollowed)
{
    file("novels/a.txt");
    fs::create_directory_symlink(folder_.path(), folder_.path() / "novels" / "round");
    EXPECT_EQ(found({folder_.path() / "novels"}).size(), 1U);
}

}  // namespace
}  // namespace longhand::ingest
