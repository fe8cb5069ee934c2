// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/infer/remote/remote_module.h"

#include <dlfcn.h>

#include <filesystem>

namespace longhand::infer::remote {
namespace {

using Entry = decltype(&longhand_open_remote);

std::filesystem::path module_file()
{
    std::error_code failed;
    const auto folder = std::filesystem::read_symlink("/proc/self/exe", failed).parent_path();
    for (const std::filesystem::path& candidate :
         {folder / "longhand-remote.so",
          folder.parent_path() / "lib" / "longhand" / "longhand-remote.so"})
        if (std::filesystem::is_regular_file(candidate, failed))
            return candidate;
    return {};
}

} // namespace

Result<std::shared_ptr<Generator>> open_remote_module(const RemoteOptions& options,
                                                      const std::stop_token& stop)
{
    const std::filesystem::path file = module_file();
    if (file.empty())
        return Error{ErrorKind::unsupported,
                     "this build speaks to no server: longhand-remote.so is "
                     "not beside the program nor in ../lib/longhand"};
    // Never closed: generators that it made may live as long as the program.
    void* library = ::dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
    void* entry = library == nullptr ? nullptr : ::dlsym(library, "longhand_open_remote");
    if (entry == nullptr) {
        const char* why = ::dlerror();
        return Error{ErrorKind::unsupported,
                     file.string() + " cannot be used: " + (why == nullptr ? "" : why)};
    }
    Result<std::shared_ptr<Generator>> result{Error{ErrorKind::internal, "nothing was opened"}};
    reinterpret_cast<Entry>(entry)(&options, &stop, &result);
    return result;
}

} // namespace longhand::infer::remote
