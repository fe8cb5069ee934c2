// SPDX-License-Identifier: GPL-3.0-or-later
// The contract of the command line that needs no model.
#include "engine/base/mapped_file.h"
#include "tests/e2e/program.h"
#include "tests/support/environment.h"

#include <gtest/gtest.h>

namespace longhand::test {
namespace {

TEST(Usage, EveryCommandExplainsItself)
{
    for (const char* command : {"import", "list", "show", "search", "remove", "text", "summarise",
                                "ask", "translate", "export", "jobs", "models", "merge",
                                "settings", "generate", "tokens", "study", "train", "eval",
                                "bench", "version"}) {
        const Finished help = run({command, "--help"});
        EXPECT_EQ(help.exit_code, 0) << command;
        EXPECT_FALSE(help.output.empty()) << command;
    }
    EXPECT_EQ(run({"--help"}).exit_code, 0);
}

TEST(Usage, WrongUsageEndsWithTwo)
{
    EXPECT_EQ(run({}).exit_code, 2);
    EXPECT_EQ(run({"fly"}).exit_code, 2);
    EXPECT_EQ(run({"list", "--no-such-option"}).exit_code, 2);
    EXPECT_EQ(run({"import"}).exit_code, 2);
    EXPECT_EQ(run({"jobs"}).exit_code, 2);
}

TEST(Usage, AnOptionThatWouldDoNothingIsRefused)
{
    const TemporaryFolder folder;
    const std::string data = folder.path().string();
    EXPECT_EQ(run({"list", "--data-dir", data, "--device", "abacus"}).exit_code, 2);
    EXPECT_NE(run({"version", "--device", "cpu", "--device-memory-limit", "1000"}).exit_code, 0);
    EXPECT_EQ(run({"summarise", "x", "--data-dir", data, "--study", "on"}).exit_code, 2);
    EXPECT_EQ(run({"list", "--data-dir", data, "--device", "cpu"}).exit_code, 0);
    EXPECT_EQ(run({"list", "--data-dir", data, "--adapter", "none"}).exit_code, 0);
}

TEST(Usage, GlobalOptionsMayStandBeforeAndAfterTheCommand)
{
    const TemporaryFolder folder;
    const std::string data = folder.path().string();
    EXPECT_EQ(run({"--data-dir", data, "--json", "list"}).exit_code, 0);
    EXPECT_EQ(run({"list", "--json", "--data-dir", data}).exit_code, 0);
}

TEST(Usage, AMissingFileAModelOrABookIsOneSentenceAndStatusOne)
{
    const TemporaryFolder folder;
    const std::string data = folder.path().string();
    const Finished import = run({"import", "--data-dir", data, data + "/absent.pdf"});
    EXPECT_EQ(import.exit_code, 1);
    EXPECT_NE(import.errors.find("absent.pdf"), std::string::npos);
    EXPECT_EQ(std::count(import.errors.begin(), import.errors.end(), '\n'), 1) << import.errors;
    const Finished show = run({"show", "--data-dir", data, "No Such Book"});
    EXPECT_EQ(show.exit_code, 1);
    EXPECT_EQ(std::count(show.errors.begin(), show.errors.end(), '\n'), 1) << show.errors;
    const Finished generate =
        run({"generate", "--data-dir", data, "--model", "nowhere", "--prompt", "x"});
    EXPECT_EQ(generate.exit_code, 1);
    EXPECT_EQ(std::count(generate.errors.begin(), generate.errors.end(), '\n'), 1)
        << generate.errors;
}

TEST(Usage, AFileWhereTheDataFolderShouldBeIsOneSentence)
{
    const TemporaryFolder folder;
    const auto file = folder.path() / "occupied";
    ASSERT_TRUE(write_file(file, "x").ok());
    const Finished list = run({"list", "--data-dir", file.string()});
    EXPECT_EQ(list.exit_code, 1);
    EXPECT_EQ(std::count(list.errors.begin(), list.errors.end(), '\n'), 1) << list.errors;
}

TEST(Usage, ABookIsImportedListedSearchedAndRemoved)
{
    const TemporaryFolder folder;
    const std::string data = folder.path().string();
    const std::string welcome = source_file("resources/welcome/welcome.md").string();
    const auto imported = run({"import", "--json", "--data-dir", data, welcome}).events("imported");
    ASSERT_EQ(imported.size(), 1U);
    EXPECT_GT(imported[0]["words"].get<int>(), 500);
    EXPECT_GT(imported[0]["chapters"].get<int>(), 2);
    EXPECT_FALSE(imported[0]["already_there"].get<bool>());
    const auto again = run({"import", "--json", "--data-dir", data, welcome}).events("imported");
    ASSERT_EQ(again.size(), 1U);
    EXPECT_TRUE(again[0]["already_there"].get<bool>());
    EXPECT_EQ(run({"list", "--json", "--data-dir", data}).events("book").size(), 1U);
    EXPECT_FALSE(run({"search", "--json", "--data-dir", data, "Longhand"}).events("hit").empty());
    EXPECT_TRUE(run({"search", "--json", "--data-dir", data, "zyzzyva"}).events("hit").empty());
    EXPECT_EQ(run({"remove", "--data-dir", data, "1"}).exit_code, 0);
    EXPECT_TRUE(run({"list", "--json", "--data-dir", data}).events("book").empty());
}

TEST(Usage, TextShowsChaptersAndParagraphs)
{
    const std::string welcome = source_file("resources/welcome/welcome.md").string();
    const Finished text = run({"text", "--json", welcome});
    EXPECT_EQ(text.exit_code, 0);
    EXPECT_EQ(text.events("document").size(), 1U);
    EXPECT_GT(text.events("chapter").size(), 2U);
    EXPECT_GT(text.events("paragraph").size(), 10U);
    EXPECT_NE(run({"text", welcome}).output.find("Longhand"), std::string::npos);
}

TEST(Usage, NothingIsFetchedWhileTheSettingsSayOffline)
{
    const TemporaryFolder folder;
    ::setenv("XDG_CONFIG_HOME", folder.path().c_str(), 1);
    const std::string data = folder.path().string();
    const Finished get = run({"models", "get", "EuroLLM-1.7B-Instruct", "--data-dir", data});
    EXPECT_EQ(get.exit_code, 2);
    EXPECT_NE(get.errors.find("offline"), std::string::npos);
    EXPECT_EQ(run({"models", "get", "no such model", "--data-dir", data}).exit_code, 1);
    EXPECT_EQ(run({"settings", "set", "interface.theme", "dark"}).exit_code, 0);
    EXPECT_NE(run({"settings", "get", "interface.theme"}).output.find("dark"), std::string::npos);
    EXPECT_EQ(run({"settings", "set", "interface.theme", "neon"}).exit_code, 2);
    EXPECT_EQ(run({"settings", "get", "no.such.key"}).exit_code, 2);
    ::unsetenv("XDG_CONFIG_HOME");
}

} // namespace
} // namespace longhand::test
