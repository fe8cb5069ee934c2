// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/format_signs.h"
#include "app/ingest/ingest.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>

namespace longhand::ingest {
namespace {

constexpr std::size_t kHeadBytes = 64 * 1024;
constexpr std::size_t kTailBytes = 256 * 1024;

} // namespace

// Looks at the first and last bytes alone and parses nothing: that is the reader child's work.
Result<document::Format> detect_format(const std::filesystem::path& path)
{
    const std::string name = path.filename().string();
    std::error_code failed;
    const auto status = std::filesystem::status(path, failed);
    if (!std::filesystem::exists(status))
        return Error{ErrorKind::not_found, path.string() + ": no such file"};
    if (!std::filesystem::is_regular_file(status))
        return Error{ErrorKind::unreadable, path.string() + ": a folder or device, not a file"};
    std::ifstream in(path, std::ios::binary);
    if (!in)
        return Error{ErrorKind::unreadable, path.string() + ": " + std::strerror(errno)};
    std::string head(kHeadBytes, '\0');
    in.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(std::max<std::streamsize>(in.gcount(), 0)));
    if (in.bad())
        return Error{ErrorKind::unreadable, path.string() + ": " + std::strerror(errno)};
    in.clear();
    in.seekg(0, std::ios::end);
    const auto size = static_cast<std::size_t>(std::max<std::streamoff>(in.tellg(), 0));
    std::string tail(std::min(size, kTailBytes), '\0');
    in.seekg(static_cast<std::streamoff>(size - tail.size()));
    in.read(tail.data(), static_cast<std::streamsize>(tail.size()));
    tail.resize(static_cast<std::size_t>(std::max<std::streamsize>(in.gcount(), 0)));
    return format_of_bytes(head, tail, name);
}

} // namespace longhand::ingest
