// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/output_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

namespace longhand {

OutputFile::OutputFile(std::filesystem::path path) : path_(std::move(path)), part_(path_)
{
    part_ += ".part";
    file_ = ::open(part_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : path_(std::move(other.path_)), part_(std::move(other.part_)),
      file_(std::exchange(other.file_, -1)), offset_(other.offset_)
{
}

OutputFile::~OutputFile()
{
    if (file_ < 0)
        return;
    ::close(file_);
    ::unlink(part_.c_str());
}

Error OutputFile::disk_error(const char* action) const
{
    const int code = errno;
    return {code == ENOSPC || code == EDQUOT ? ErrorKind::out_of_memory : ErrorKind::unreadable,
            std::string(action) + " " + path_.string() + ": " +
                std::error_code(code, std::generic_category()).message()};
}

Result<OutputFile> OutputFile::create(const std::filesystem::path& path)
{
    OutputFile file(path);
    if (file.file_ < 0)
        return file.disk_error("cannot create");
    return file;
}

Result<void> OutputFile::write(std::span<const std::byte> bytes)
{
    ENSURE(file_ >= 0);
    while (!bytes.empty()) {
        const ssize_t count = ::write(file_, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return disk_error("cannot write");
        bytes = bytes.subspan(static_cast<std::size_t>(count));
        offset_ += static_cast<std::uint64_t>(count);
    }
    return {};
}

Result<void> OutputFile::pad_to(std::uint64_t alignment)
{
    static constexpr std::array<std::byte, 64> kZeros{};
    std::uint64_t missing = (alignment - offset_ % alignment) % alignment;
    while (missing > 0) {
        const std::size_t count = missing < kZeros.size() ? missing : kZeros.size();
        TRY(write(std::span(kZeros).first(count)));
        missing -= count;
    }
    return {};
}

Result<void> OutputFile::commit()
{
    ENSURE(file_ >= 0);
    if (::fsync(file_) != 0)
        return disk_error("cannot write");
    if (::rename(part_.c_str(), path_.c_str()) != 0)
        return disk_error("cannot put in place");
    ::close(std::exchange(file_, -1));
    return {};
}

} // namespace longhand
