// SPDX-License-Identifier: GPL-3.0-or-later
// What the desktop is told about the program, checked by the tools the desktop uses.
#include "tests/repo/source_tree.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace longhand::test {
namespace {

bool has(const std::string& program)
{
    return std::system(("command -v " + program + " >/dev/null 2>&1").c_str()) == 0;
}

int run(const std::string& command, const std::string& file_from_root)
{
    return std::system((command + " '" + (source_root() / file_from_root).string() + "'").c_str());
}

TEST(Desktop, TheEntryIsValid)
{
    if (!has("desktop-file-validate"))
        GTEST_SKIP() << "desktop-file-validate is not installed";
    EXPECT_EQ(run("desktop-file-validate", "packaging/desktop/longhand.desktop"), 0);
}

TEST(Desktop, TheMetainfoIsValid)
{
    if (!has("appstreamcli"))
        GTEST_SKIP() << "appstreamcli is not installed";
    EXPECT_EQ(run("appstreamcli validate --no-net",
                  "packaging/desktop/org.longhand.Longhand.metainfo.xml"),
              0);
}

TEST(Desktop, TheManPageHasNoWarning)
{
    if (!has("man"))
        GTEST_SKIP() << "man is not installed";
    const std::string page = (source_root() / "packaging/man/longhand.1").string();
    EXPECT_EQ(
        std::system(("test -z \"$(man --warnings -l '" + page + "' 2>&1 >/dev/null)\"").c_str()), 0);
}

} // namespace
} // namespace longhand::test
