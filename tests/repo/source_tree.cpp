// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/repo/source_tree.h"

#include <algorithm>
#include <fstream>
#include <regex>
#include <sstream>

namespace longhand::test {

std::filesystem::path source_root()
{
    return LONGHAND_SOURCE_DIR;
}

std::string read_whole(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

std::vector<SourceFile> source_files(const std::vector<std::string>& folders,
                                     const std::vector<std::string>& suffixes)
{
    std::vector<SourceFile> files;
    for (const std::string& folder : folders) {
        if (!std::filesystem::exists(source_root() / folder))
            continue;
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(source_root() / folder)) {
            const std::string suffix = entry.path().extension().string();
            if (!entry.is_regular_file() ||
                std::find(suffixes.begin(), suffixes.end(), suffix) == suffixes.end())
                continue;
            files.push_back({entry.path().lexically_relative(source_root()).generic_string(),
                             read_whole(entry.path())});
        }
    }
    return files;
}

std::vector<std::string> includes_of(const SourceFile& file)
{
    static const std::regex kInclude(R"re((^|\n)[ \t]*#[ \t]*include[ \t]*[<"]([^>"]+)[>"])re");
    std::vector<std::string> includes;
    for (std::sregex_iterator it(file.text.begin(), file.text.end(), kInclude), end; it != end;
         ++it)
        includes.push_back((*it)[2]);
    return includes;
}

}  // namespace longhand::test
