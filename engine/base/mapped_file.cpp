// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/mapped_file.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace longhand {
namespace {

Error system_error(const std::filesystem::path& path, const char* action)
{
    const int code = errno;
    ErrorKind kind = ErrorKind::unreadable;
    if (code == ENOENT || code == ENOTDIR)
        kind = ErrorKind::not_found;
    else if (code == ENOMEM || code == ENOSPC || code == EDQUOT)
        kind = ErrorKind::out_of_memory;
    return {kind, path.string() + ": cannot " + action + ": " + std::strerror(code)};
}

class Descriptor {
public:
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor()
    {
        if (fd_ >= 0)
            ::close(fd_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return fd_; }

private:
    int fd_;
};

}  // namespace

MappedFile::MappedFile(std::filesystem::path path, std::span<const std::byte> bytes)
    : path_(std::move(path)), bytes_(bytes)
{
}

MappedFile::~MappedFile()
{
    if (!bytes_.empty())
        ::munmap(const_cast<std::byte*>(bytes_.data()), bytes_.size());
}

Result<std::shared_ptr<const MappedFile>> MappedFile::open(const std::filesystem::path& path)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0)
        return system_error(path, "open");
    struct stat status {};
    if (::fstat(file.get(), &status) != 0)
        return system_error(path, "inspect");
    if (!S_ISREG(status.st_mode))
        return Error{ErrorKind::unreadable, path.string() + ": not a regular file"};
    const auto size = static_cast<std::size_t>(status.st_size);
    std::span<const std::byte> bytes;
    if (size != 0) {
        void* address = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file.get(), 0);
        if (address == MAP_FAILED)
            return system_error(path, "map");
        bytes = {static_cast<const std::byte*>(address), size};
    }
    return std::shared_ptr<const MappedFile>(new MappedFile(path, bytes));
}

Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t max_bytes)
{
    TRY(const auto mapped, MappedFile::open(path));
    const auto bytes = mapped->bytes();
    if (bytes.size() > max_bytes)
        return Error{ErrorKind::corrupt, path.string() + ": " + std::to_string(bytes.size()) +
                                             " bytes, expected at most " +
                                             std::to_string(max_bytes)};
    std::string content(bytes.size(), '\0');
    if (!bytes.empty())
        std::memcpy(content.data(), bytes.data(), bytes.size());
    return content;
}

Result<void> write_file(const std::filesystem::path& path, std::string_view content)
{
    std::filesystem::path part = path;
    part += ".part" + std::to_string(::getpid());
    {
        const Descriptor file(
            ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
        if (file.get() < 0)
            return system_error(part, "create");
        std::size_t written = 0;
        while (written < content.size()) {
            const ssize_t count =
                ::write(file.get(), content.data() + written, content.size() - written);
            if (count < 0 && errno == EINTR)
                continue;
            if (count < 0) {
                const Error error = system_error(part, "write");
                ::unlink(part.c_str());
                return error;
            }
            written += static_cast<std::size_t>(count);
        }
        if (::fsync(file.get()) != 0) {
            const Error error = system_error(part, "write");
            ::unlink(part.c_str());
            return error;
        }
    }
    if (::rename(part.c_str(), path.c_str()) != 0) {
        const Error error = system_error(path, "replace");
        ::unlink(part.c_str());
        return error;
    }
    return {};
}

}  // namespace longhand
