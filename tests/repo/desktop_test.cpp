// SPDX-License-Identifier: GPL-3.0-or-later
// What the desktop is told about the program, checked by the tools the desktop uses.
#include "tests/repo/source_tree.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

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
    EXPECT_EQ(run("desktop-file-validate", "packaging/desktop/org.longhand.Longhand.desktop"), 0);
}

TEST(Desktop, TheMetainfoIsValid)
{
    if (!has("appstreamcli"))
        GTEST_SKIP() << "appstreamcli is not installed";
    EXPECT_EQ(run("appstreamcli validate --no-net",
                  "packaging/desktop/org.longhand.Longhand.metainfo.xml"),
              0);
}

TEST(Desktop, TheManPagesHaveNoWarning)
{
    if (!has("man"))
        GTEST_SKIP() << "man is not installed";
    for (const char* name : {"longhand.1", "longhand-desktop.1"}) {
        const std::string page = (source_root() / "packaging/man" / name).string();
        EXPECT_EQ(std::system(
                      ("test -z \"$(man --warnings -l '" + page + "' 2>&1 >/dev/null)\"").c_str()),
                  0)
            << name;
    }
}

// The desktop finds icon, window and metainfo by one name.
TEST(Desktop, OneNameJoinsEntryIconMetainfoAndWindow)
{
    const std::string id = "org.longhand.Longhand";
    const auto file = [](const std::string& path) { return read_whole(source_root() / path); };
    const std::string entry = file("packaging/desktop/" + id + ".desktop");
    EXPECT_NE(entry.find("\nIcon=" + id + "\n"), std::string::npos);
    EXPECT_NE(entry.find("\nStartupWMClass=" + id + "\n"), std::string::npos);
    const std::string metainfo = file("packaging/desktop/" + id + ".metainfo.xml");
    EXPECT_NE(metainfo.find("<launchable type=\"desktop-id\">" + id + ".desktop<"),
              std::string::npos);
    EXPECT_NE(metainfo.find("<icon type=\"stock\">" + id + "<"), std::string::npos);
    EXPECT_NE(file("ui/desktop/names.h").find("\"" + id + "\""), std::string::npos);
}

// Both say what the program opens; a format in one of them alone is a mistake.
TEST(Desktop, TheEntryAndTheMetainfoNameTheSameFileTypes)
{
    const std::string id = "packaging/desktop/org.longhand.Longhand";
    const std::string entry = read_whole(source_root() / (id + ".desktop"));
    const std::string metainfo = read_whole(source_root() / (id + ".metainfo.xml"));
    const std::size_t begin = entry.find("\nMimeType=") + 10;
    ASSERT_LT(begin, entry.size());
    std::size_t types = 0;
    std::istringstream line(entry.substr(begin, entry.find('\n', begin) - begin));
    for (std::string type; std::getline(line, type, ';'); ++types)
        EXPECT_NE(metainfo.find("<mediatype>" + type + "</mediatype>"), std::string::npos) << type;
    std::size_t named = 0;
    for (std::size_t at = 0; (at = metainfo.find("<mediatype>", at)) != std::string::npos; ++at)
        ++named;
    EXPECT_EQ(types, named);
    EXPECT_GE(types, 5U);
}

// As a shell would ask: the words before the cursor, and what is offered.
TEST(Desktop, TheShellCompletesCommandsAndOptions)
{
    if (!has("bash"))
        GTEST_SKIP() << "bash is not installed";
    const std::filesystem::path program = std::filesystem::path(LONGHAND_BIN_DIR) / "longhand";
    if (!std::filesystem::exists(program))
        GTEST_SKIP() << "longhand is not part of this build";
    const std::filesystem::path file = std::filesystem::path(testing::TempDir()) / "complete.sh";
    const auto offered = [&](const std::string& words, int at, const std::string& wanted) {
        std::ofstream(file) << "source '" << source_root().string()
                            << "/packaging/completion/longhand.bash'\n"
                               "compopt() { :; }\n"
                               "COMP_WORDS=('"
                            << program.string() << "' " << words << ")\nCOMP_CWORD=" << at
                            << "\n_longhand\nprintf '%s\\n' \"${COMPREPLY[@]}\" | grep -qx -- '"
                            << wanted << "'\n";
        return std::system(("bash '" + file.string() + "'").c_str()) == 0;
    };
    EXPECT_TRUE(offered("tra", 1, "translate"));
    EXPECT_TRUE(offered("translate --t", 2, "--to"));
    EXPECT_FALSE(offered("translate --t", 2, "--question"));
}

} // namespace
} // namespace longhand::test
