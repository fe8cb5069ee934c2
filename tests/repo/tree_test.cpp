// SPDX-License-Identifier: GPL-3.0-or-later
// The tree a reader expects: nothing else at the top, a licence line in every file.
#include "tests/repo/source_tree.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace longhand::test {
namespace {

TEST(Tree, NothingElseStandsAtTheTopLevel)
{
    const std::set<std::string> allowed = {
        "app",       "ui",        "engine",         "cuda",      "resources",       "translations",
        "tests",     "packaging", "CMakeLists.txt", "README.md", "CMakePresets.json", "LICENSE",
        "CONTRIBUTING.md", "CHANGELOG.md"};
    for (const auto& entry : std::filesystem::directory_iterator(source_root())) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with(".") || name.starts_with("build"))
            continue;
        EXPECT_TRUE(allowed.contains(name)) << name;
    }
}

TEST(Tree, EveryFolderOfTheHouseHasItsBuildFile)
{
    for (const char* folder : {"engine", "cuda", "app", "ui", "tests"})
        EXPECT_TRUE(std::filesystem::exists(source_root() / folder / "CMakeLists.txt")) << folder;
}

TEST(Tree, EverySourceFileNamesItsLicenceFirst)
{
    const auto files = source_files({"engine", "cuda", "app", "ui", "tests", "packaging"},
                                    {".h", ".cpp", ".cu", ".cuh", ".cmake", ".txt"});
    ASSERT_GT(files.size(), 20U);
    for (const SourceFile& file : files) {
        const bool code = !file.path.ends_with(".txt") || file.path.ends_with("CMakeLists.txt");
        if (!code)
            continue;
        const std::string first = file.text.substr(0, file.text.find('\n'));
        EXPECT_NE(first.find("SPDX-License-Identifier: GPL-3.0-or-later"), std::string::npos)
            << file.path;
    }
}

TEST(Tree, HeadersAreGuardedOnce)
{
    for (const SourceFile& file : source_files({"engine", "cuda", "app", "ui", "tests"}, {".h"}))
        EXPECT_NE(file.text.find("#pragma once"), std::string::npos) << file.path;
}

// Where they fail they leave the function, and GoogleTest counts the test as passed.
TEST(Tree, NoTestUsesTheMacrosOfAnotherFramework)
{
    const std::string prefix = "Q";
    for (const SourceFile& file : source_files({"tests"}, {".h", ".cpp"}))
        for (const char* macro : {"TRY_COMPARE(", "TRY_VERIFY(", "VERIFY(", "COMPARE(", "VERIFY2("})
            EXPECT_EQ(file.text.find(prefix + macro), std::string::npos) << file.path;
}

TEST(Tree, NoFileHasGrownPastFiveHundredLines)
{
    for (const SourceFile& file :
         source_files({"engine", "cuda", "app", "ui", "tests"}, {".h", ".cpp", ".cu", ".cuh"}))
        EXPECT_LE(std::count(file.text.begin(), file.text.end(), '\n'), 500) << file.path;
}

}  // namespace
}  // namespace longhand::test
