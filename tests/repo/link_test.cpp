// SPDX-License-Identifier: GPL-3.0-or-later
// What the programs are linked with. Poppler's licence has no permission for CUDA, so the two
// never meet in one program.
#include "tests/repo/source_tree.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>

namespace longhand::test {
namespace {

std::string needed_libraries(const std::filesystem::path& program)
{
    const std::string command = "readelf -d '" + program.string() + "' 2>/dev/null | grep NEEDED";
    std::string output;
    FILE* pipe = ::popen(command.c_str(), "r");
    if (pipe == nullptr)
        return output;
    std::array<char, 512> line{};
    while (std::fgets(line.data(), static_cast<int>(line.size()), pipe) != nullptr)
        output += line.data();
    ::pclose(pipe);
    return output;
}

bool mentions_cuda(const std::filesystem::path& program)
{
    // The runtime is linked statically: its traces are in the file, not among the needed ones.
    const std::string bytes = read_whole(program);
    return bytes.find("cudaGetDeviceCount") != std::string::npos ||
           bytes.find("libcuda.so") != std::string::npos ||
           bytes.find("libcudart") != std::string::npos;
}

std::filesystem::path program(const char* name)
{
    return std::filesystem::path(LONGHAND_BIN_DIR) / name;
}

TEST(Link, TheReaderHasNoCudaAndNoQt)
{
    const auto reader = program("longhand-reader");
    if (!std::filesystem::exists(reader))
        GTEST_SKIP() << "longhand-reader is not part of this build";
    const std::string needed = needed_libraries(reader);
    ASSERT_NE(needed.find("libc.so"), std::string::npos) << "readelf said: " << needed;
    EXPECT_EQ(needed.find("libcu"), std::string::npos) << needed;
    EXPECT_EQ(needed.find("libQt"), std::string::npos) << needed;
    EXPECT_FALSE(mentions_cuda(reader));
}

TEST(Link, PopplerIsInTheReaderAlone)
{
    for (const char* name : {"longhand", "longhand-desktop"}) {
        if (!std::filesystem::exists(program(name)))
            continue;
        const std::string needed = needed_libraries(program(name));
        ASSERT_NE(needed.find("libc.so"), std::string::npos) << needed;
        for (const char* library : {"libpoppler", "libcairo", "libpango"})
            EXPECT_EQ(needed.find(library), std::string::npos) << name << ": " << needed;
    }
}

TEST(Link, TheCommandLineNeedsNoQt)
{
    if (!std::filesystem::exists(program("longhand")))
        GTEST_SKIP() << "longhand is not part of this build";
    EXPECT_EQ(needed_libraries(program("longhand")).find("libQt"), std::string::npos);
}

}  // namespace
}  // namespace longhand::test
