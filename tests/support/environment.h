// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace longhand::test {

// Folders of data that are not part of the repository. Unset or missing: the test skips and says
// which, with GTEST_SKIP() << missing("LONGHAND_GOLDEN").
std::optional<std::filesystem::path> folder_from(const char* variable);
std::string missing(const char* variable);

// The file `name` inside a folder named by `variable`, if both exist.
std::optional<std::filesystem::path> file_from(const char* variable, const std::string& name);

// A folder of its own under the build's temporary place, removed at the end of the test.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace longhand::test
