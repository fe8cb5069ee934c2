// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/memory_limit.h"

#include <cstdio>
#include <exception>
#include <fstream>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace longhand::test {
namespace {

std::uint64_t address_space_bytes()
{
    std::uint64_t pages = 0;
    std::ifstream("/proc/self/statm") >> pages;
    return pages * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

}  // namespace

bool limits_memory()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    return false;
#else
    return true;
#endif
}

bool runs_within(std::uint64_t extra_bytes, const std::function<bool()>& work)
{
    const pid_t child = ::fork();
    if (child < 0)
        return false;
    if (child == 0) {
        if (limits_memory()) {
            const rlim_t bytes = address_space_bytes() + extra_bytes;
            const rlimit limit{bytes, bytes};
            if (::setrlimit(RLIMIT_AS, &limit) != 0)
                ::_exit(3);
        }
        try {
            ::_exit(work() ? 0 : 1);
        } catch (const std::exception& error) {
            std::fprintf(stderr, "the child threw: %s\n", error.what());
            ::_exit(2);
        }
    }
    int status = 0;
    return ::waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace longhand::test
