// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/process.h"

#include <cerrno>
#include <csignal>
#include <fstream>
#include <sstream>
#include <string>
#include <unistd.h>

namespace longhand::library {
namespace {

// Field 22 of /proc/PID/stat; the second one holds the name in brackets and may hold anything.
std::int64_t start_of(std::int64_t id)
{
    std::ifstream file("/proc/" + std::to_string(id) + "/stat");
    std::string line;
    if (!std::getline(file, line))
        return 0;
    const std::size_t bracket = line.rfind(')');
    if (bracket == std::string::npos)
        return 0;
    std::istringstream fields(line.substr(bracket + 1));
    std::string field;
    for (int number = 3; number <= 22; ++number)
        if (!(fields >> field))
            return 0;
    return std::strtoll(field.c_str(), nullptr, 10);
}

}  // namespace

ProcessName this_process()
{
    const auto id = static_cast<std::int64_t>(::getpid());
    return {id, start_of(id)};
}

bool is_alive(const ProcessName& process)
{
    if (process.id <= 0 || (::kill(static_cast<pid_t>(process.id), 0) != 0 && errno == ESRCH))
        return false;
    const std::int64_t started = start_of(process.id);
    return started == 0 || process.started == 0 || started == process.started;
}

}  // namespace longhand::library
