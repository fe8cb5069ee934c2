// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/log.h"

#include <cstdio>
#include <mutex>

namespace longhand::log {
namespace {

void write_to_stderr(Level level, std::string_view message)
{
    if (level < Level::warning)
        return;
    std::fprintf(stderr, "longhand: %.*s\n", static_cast<int>(message.size()), message.data());
}

struct Registered {
    std::mutex mutex;  // guards sink
    Sink sink = write_to_stderr;
};

Registered& registered()
{
    static Registered instance;
    return instance;
}

}  // namespace

void set_sink(Sink sink)
{
    Registered& current = registered();
    const std::lock_guard lock(current.mutex);
    current.sink = sink ? std::move(sink) : Sink(write_to_stderr);
}

void write(Level level, std::string_view message)
{
    Registered& current = registered();
    const std::lock_guard lock(current.mutex);
    current.sink(level, message);
}

}  // namespace longhand::log
