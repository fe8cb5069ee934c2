// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/folders.h"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace longhand::library {

namespace fs = std::filesystem;

Error write_failure(const fs::path& path, const std::error_code& code)
{
    const bool full = code == std::errc::no_space_on_device || code.value() == EDQUOT;
    return Error{full ? ErrorKind::out_of_memory : ErrorKind::unreadable,
                 path.string() + ": cannot be written (" + code.message() + ")"};
}

Result<void> copy_whole(const fs::path& from, const fs::path& to)
{
    const fs::path part = to.string() + ".part";
    std::error_code code;
    fs::copy_file(from, part, fs::copy_options::overwrite_existing, code);
    if (code) {
        std::error_code ignored;
        fs::remove(part, ignored);
        return write_failure(to, code);
    }
    fs::permissions(part, fs::perms::owner_read | fs::perms::owner_write, code);
    if (const int descriptor = ::open(part.c_str(), O_RDONLY | O_CLOEXEC); descriptor >= 0) {
        ::fsync(descriptor);
        ::close(descriptor);
    }
    fs::rename(part, to, code);
    if (code)
        return write_failure(to, code);
    return {};
}

std::uint64_t bytes_below(const fs::path& folder)
{
    std::uint64_t bytes = 0;
    std::error_code failed;
    for (fs::recursive_directory_iterator at(folder, failed), end; !failed && at != end;
         at.increment(failed)) {
        std::error_code gone;
        const std::uintmax_t size = at->is_regular_file(gone) ? at->file_size(gone) : 0;
        bytes += gone ? 0 : size;
    }
    return bytes;
}

Result<std::uint64_t> remove_folder(const fs::path& folder)
{
    const std::uint64_t bytes = bytes_below(folder);
    std::error_code code;
    fs::remove_all(folder, code);
    if (code)
        return write_failure(folder, code);
    return bytes;
}

}  // namespace longhand::library
