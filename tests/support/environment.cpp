// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/environment.h"

#include <cstdlib>
#include <stdexcept>

namespace longhand::test {

std::optional<std::filesystem::path> folder_from(const char* variable)
{
    const char* value = std::getenv(variable);
    if (value == nullptr || *value == '\0' || !std::filesystem::is_directory(value))
        return std::nullopt;
    return std::filesystem::path(value);
}

std::string missing(const char* variable)
{
    const char* value = std::getenv(variable);
    return std::string(variable) + (value == nullptr ? " is not set" : " is no folder");
}

std::optional<std::filesystem::path> file_from(const char* variable, const std::string& name)
{
    const auto folder = folder_from(variable);
    if (!folder || !std::filesystem::exists(*folder / name))
        return std::nullopt;
    return *folder / name;
}

TemporaryFolder::TemporaryFolder()
{
    std::string pattern = (std::filesystem::temp_directory_path() / "longhand-test-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr)
        throw std::runtime_error("cannot make a temporary folder");
    path_ = pattern;
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

}  // namespace longhand::test
