// SPDX-License-Identifier: GPL-3.0-or-later
// A book asked again by another run of the program is taken from the disk, not read again.
#include "engine/base/mapped_file.h"
#include "tests/e2e/program.h"
#include "tests/support/environment.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

namespace longhand::test {
namespace {

namespace fs = std::filesystem;

// About 900 tokens, each sentence another.
std::string ledger()
{
    const std::vector<std::string> who = {"The keeper", "Maren", "The captain", "A boy", "The smith"};
    const std::vector<std::string> what = {"carried the lamp up", "counted the ships",
                                           "wrote the hour of the tide", "waited for the boat",
                                           "listened to the wind", "mended the net"};
    std::string text = "---\ntitle: The Ledger\nlanguage: en\n---\n\n";
    for (std::size_t chapter = 1; chapter <= 3; ++chapter) {
        text += "# Chapter " + std::to_string(chapter) + "\n\n";
        for (std::size_t i = 0; i < 18; ++i)
            text += who[(chapter + i) % who.size()] + " " + what[(3 * chapter + i) % what.size()] +
                    " on day " + std::to_string(chapter * 20 + i) + " of the winter.\n\n";
    }
    return text;
}

class KeptReading : public ::testing::Test {
protected:
    void SetUp() override
    {
        if (!embedded_model())
            GTEST_SKIP() << missing("LONGHAND_MODELS") << " or lacks the embedded model";
        ::setenv("XDG_CONFIG_HOME", (folder_.path() / "config").c_str(), 1);
        ASSERT_TRUE(write_file(folder_.path() / "ledger.md", ledger()).ok());
    }
    void TearDown() override { ::unsetenv("XDG_CONFIG_HOME"); }

    Json ask(const std::string& library, const std::string& question) const
    {
        const Finished done =
            run({"ask", "--json", "--device", "cpu", "--data-dir",
                 (folder_.path() / library).string(), "--model", embedded_model()->string(),
                 "--strategy", "whole", (folder_.path() / "ledger.md").string(), question});
        const auto answers = done.events("answer");
        EXPECT_EQ(answers.size(), 1U) << done.errors;
        return answers.empty() ? Json::object() : answers.front();
    }
    std::vector<fs::path> kept(const std::string& library) const
    {
        std::vector<fs::path> files;
        std::error_code none;
        for (const auto& entry :
             fs::recursive_directory_iterator(folder_.path() / library / "readings", none))
            if (entry.path().extension() == ".kv")
                files.push_back(entry.path());
        return files;
    }
    TemporaryFolder folder_;
};

TEST_F(KeptReading, IsTakenUpByTheNextRunWithTheAnswerOfAFreshReading)
{
    const std::string first = "Who mended the net?", second = "What did Maren do on day 25?";
    const Json read = ask("one", first);
    EXPECT_EQ(read.at("reused_tokens"), 0);
    ASSERT_EQ(kept("one").size(), 1U);
    EXPECT_EQ(kept("one").front().parent_path().filename(), "book-1");

    const Json again = ask("one", second);
    EXPECT_GT(again.at("reused_tokens").get<int>(), 500);
    ASSERT_EQ(run({"settings", "set", "reading.keep", "false"}).exit_code, 0);
    const Json fresh = ask("two", second);
    EXPECT_EQ(fresh.at("reused_tokens"), 0);
    EXPECT_TRUE(kept("two").empty());
    EXPECT_EQ(again.at("text"), fresh.at("text"));
    EXPECT_EQ(again.at("sentences"), fresh.at("sentences"));
    EXPECT_EQ(ask("one", second).at("reused_tokens"), 0) << "off is off for what is there too";
    ASSERT_EQ(run({"settings", "set", "reading.keep", "true"}).exit_code, 0);

    // A bit turns over on the disk: the book is read anew, and kept anew.
    {
        std::fstream file(kept("one").front(), std::ios::in | std::ios::out | std::ios::binary);
        file.seekg(100'000);
        const int byte = file.get();
        file.seekp(100'000);
        file.put(static_cast<char>(byte ^ 4));
    }
    const Json damaged = ask("one", second);
    EXPECT_EQ(damaged.at("reused_tokens"), 0);
    EXPECT_EQ(damaged.at("text"), fresh.at("text"));
    EXPECT_GT(ask("one", first).at("reused_tokens").get<int>(), 500);
}

TEST_F(KeptReading, IsCountedFreedAndGoesWithItsBook)
{
    const std::string library = (folder_.path() / "one").string();
    ask("one", "Who mended the net?");
    ASSERT_EQ(kept("one").size(), 1U);
    const auto bytes = fs::file_size(kept("one").front());
    const auto use = run({"show", "1", "--json", "--data-dir", library}).events("disk_use");
    ASSERT_EQ(use.size(), 1U);
    EXPECT_EQ(use.front().at("readings"), bytes);
    const auto freed =
        run({"remove", "1", "--readings", "--json", "--data-dir", library}).events("freed");
    ASSERT_EQ(freed.size(), 1U);
    EXPECT_EQ(freed.front().at("bytes"), bytes);
    EXPECT_TRUE(kept("one").empty());
    ask("one", "Who mended the net?");
    ASSERT_EQ(kept("one").size(), 1U);
    ASSERT_EQ(run({"remove", "1", "--data-dir", library}).exit_code, 0);
    EXPECT_TRUE(kept("one").empty());
}

}  // namespace
}  // namespace longhand::test
