// SPDX-License-Identifier: GPL-3.0-or-later
// A translation killed again and again ends with the text of one that was left alone.
#include "engine/base/mapped_file.h"
#include "tests/e2e/program.h"
#include "tests/support/environment.h"

#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <random>
#include <sstream>

namespace longhand::test {
namespace {

constexpr int kKills = 20;

std::string novel()
{
    const std::vector<std::string> who = {"The keeper", "Maren", "The old captain", "A boy"};
    const std::vector<std::string> what = {"carried the lamp up the stairs",
                                           "counted the ships in the bay",
                                           "wrote the hour of the tide into the ledger",
                                           "waited for the boat from Hallin",
                                           "listened to the wind in the chimney"};
    std::string text = "---\ntitle: The Lamp\nlanguage: en\n---\n\n";
    for (std::size_t chapter = 1; chapter <= 4; ++chapter) {
        text += "# Chapter " + std::to_string(chapter) + "\n\n";
        for (std::size_t i = 0; i < 6; ++i)
            text += who[(chapter + i) % who.size()] + " " + what[(3 * chapter + i) % what.size()] +
                    " on day " + std::to_string(chapter * 10 + i) +
                    " of the long winter. Nobody spoke of it afterwards.\n\n";
    }
    return text;
}

std::string bytes_of(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

class Killed : public ::testing::Test {
protected:
    void SetUp() override
    {
        if (!embedded_model())
            GTEST_SKIP() << missing("LONGHAND_MODELS") << " or lacks the embedded model";
        ASSERT_TRUE(write_file(folder_.path() / "novel.md", novel()).ok());
    }
    std::vector<std::string> translation(const std::string& name) const
    {
        return {"translate",  "--data-dir", (folder_.path() / name).string(),
                "--model",    embedded_model()->string(),
                "--to",       "fr",
                "--anyway",   "--seed",
                "7",          "--out",
                (folder_.path() / (name + ".md")).string(),
                (folder_.path() / "novel.md").string()};
    }
    TemporaryFolder folder_;
};

TEST_F(Killed, ATranslationGoesOnWhereItWasAndEndsWithTheSameText)
{
    const auto begin = std::chrono::steady_clock::now();
    const Finished unbroken = run(translation("unbroken"));
    const std::chrono::duration<double, std::milli> whole =
        std::chrono::steady_clock::now() - begin;
    const std::string expected = bytes_of(folder_.path() / "unbroken.md");
    ASSERT_FALSE(expected.empty()) << unbroken.errors;

    std::mt19937 random(20);
    // Loading the model is part of every run; what is left of the time is spread over the kills.
    std::uniform_real_distribution<double> moment(0.0, 2.0 * whole.count() / kKills);
    int killed = 0;
    for (int i = 0; i < kKills; ++i) {
        Program broken(as_program(translation("broken")));
        if (broken.ends_within(static_cast<int>(moment(random))))
            continue;
        broken.kill(SIGKILL);
        ++killed;
        (void)broken.wait();
    }
    EXPECT_GE(killed, kKills * 3 / 4);
    const Finished last = run(translation("broken"));
    EXPECT_EQ(last.exit_code, unbroken.exit_code) << last.errors;
    EXPECT_EQ(bytes_of(folder_.path() / "broken.md"), expected);
}

}  // namespace
}  // namespace longhand::test
