// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace longhand::test {

struct SourceFile {
    std::string path;  // from the root of the tree, with slashes
    std::string text;
};

std::filesystem::path source_root();
// Every file below the given folders whose suffix is one of `suffixes` (".h", ".cpp").
std::vector<SourceFile> source_files(const std::vector<std::string>& folders,
                                     const std::vector<std::string>& suffixes);
// What stands between <> or "" of each #include line.
std::vector<std::string> includes_of(const SourceFile& file);
std::string read_whole(const std::filesystem::path& path);

}  // namespace longhand::test
