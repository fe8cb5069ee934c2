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

struct Stat {
    char state = 0;            // field 3: 'Z' has ended and waits for its parent
    std::int64_t started = 0;  // field 22; 0 where the system does not tell
};

// Of /proc/PID/stat, whose second field holds the name in brackets and may hold anything.
Stat stat_of(std::int64_t id)
{
    std::ifstream file("/proc/" + std::to_string(id) + "/stat");
    std::string line;
    if (!std::getline(file, line))
        return {};
    const std::size_t bracket = line.rfind(')');
    if (bracket == std::string::npos)
        return {};
    std::istringstream fields(line.substr(bracket + 1));
    Stat stat;
    std::string field;
    for (int number = 3; number <= 22; ++number) {
        if (!(fields >> field))
            return {};
        if (number == 3)
            stat.state = field.front();
    }
    stat.started = std::strtoll(field.c_str(), nullptr, 10);
    return stat;
}

}  // namespace

ProcessName this_process()
{
    const auto id = static_cast<std::int64_t>(::getpid());
    return {id, stat_of(id).started};
}

bool is_alive(const ProcessName& process)
{
    if (process.id <= 0 || (::kill(static_cast<pid_t>(process.id), 0) != 0 && errno == ESRCH))
        return false;
    const Stat stat = stat_of(process.id);
    if (stat.state == 'Z' || stat.state == 'X')
        return false;
    return stat.started == 0 || process.started == 0 || stat.started == process.started;
}

}  // namespace longhand::library
