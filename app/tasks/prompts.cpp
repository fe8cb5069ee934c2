// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tasks/prompts.h"

#include "engine/base/mapped_file.h"
#include "engine/base/utf8.h"

#include <cstdlib>

namespace longhand::tasks {
namespace {

namespace fs = std::filesystem;
constexpr std::uint64_t kMostBytes = 64 << 10;

// Every "{{" must open a place of lower-case letters.
Result<void> check_places(const fs::path& file, const std::string& text)
{
    for (std::size_t at = 0; (at = text.find("{{", at)) != std::string::npos; at += 2) {
        const std::size_t end = text.find("}}", at);
        const std::string name = end == std::string::npos ? "" : text.substr(at + 2, end - at - 2);
        if (name.empty() || name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") != std::string::npos)
            return Error{ErrorKind::corrupt, file.string() + ": at byte " + std::to_string(at) +
                                                 " there is no place like {{text}}"};
    }
    return {};
}

// The marks around a text are ours alone: the same letters inside it do not end it.
std::string without_our_marks(std::string value)
{
    for (const std::string_view mark : {"<text>", "</text>"})
        for (std::size_t at = 0; (at = value.find(mark, at)) != std::string::npos;)
            value.insert(at + 1, 1, ' ');
    return value;
}

}  // namespace

Result<Prompts> Prompts::load(const fs::path& folder)
{
    Prompts prompts;
    std::error_code code;
    for (const auto& entry : fs::directory_iterator(folder, code)) {
        if (entry.path().extension() != ".txt")
            continue;
        TRY(std::string text, read_file(entry.path(), kMostBytes));
        if (!utf8::is_valid(text))
            return Error{ErrorKind::corrupt, entry.path().string() + ": not UTF-8"};
        TRY(check_places(entry.path(), text));
        while (text.ends_with('\n'))
            text.pop_back();
        prompts.texts_.emplace(entry.path().stem().string(), std::move(text));
    }
    if (code || prompts.texts_.empty())
        return Error{ErrorKind::not_found, folder.string() + ": no prompts there"};
    return prompts;
}

std::string Prompts::fill(const std::string& name,
                          const std::map<std::string, std::string>& places) const
{
    const auto found = texts_.find(name);
    ENSURE(found != texts_.end());
    const std::string& text = found->second;
    std::string filled;
    std::size_t at = 0;
    while (true) {
        const std::size_t open = text.find("{{", at);
        filled.append(text, at, open - at);
        if (open == std::string::npos)
            return filled;
        const std::size_t close = text.find("}}", open);
        const auto value = places.find(text.substr(open + 2, close - open - 2));
        ENSURE(value != places.end());
        filled += without_our_marks(value->second);
        at = close + 2;
    }
}

fs::path find_resources()
{
    if (const char* given = std::getenv("LONGHAND_RESOURCES"); given != nullptr && *given != '\0')
        return given;
    std::error_code code;
    const fs::path prefix = fs::read_symlink("/proc/self/exe", code).parent_path().parent_path();
    fs::path folder = prefix;
    for (int up = 0; up < 3; ++up, folder = folder.parent_path())
        for (const fs::path& candidate : {folder / "share" / "longhand", folder / "resources"})
            if (fs::is_directory(candidate / "prompts", code))
                return candidate;
    return prefix / "share" / "longhand";
}

}  // namespace longhand::tasks
