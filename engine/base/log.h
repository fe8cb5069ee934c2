// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string_view>

namespace longhand::log {

// Logs carry numbers, never a user's text, prompt or path above debug level.
enum class Level { debug, info, warning, error };

// Replaces the sink; the default writes warnings and errors to stderr. Thread-safe; the sink is
// called under a mutex, from any thread.
using Sink = std::function<void(Level, std::string_view)>;
void set_sink(Sink sink);
void write(Level level, std::string_view message);
inline void debug(std::string_view message) { write(Level::debug, message); }
inline void info(std::string_view message) { write(Level::info, message); }
inline void warning(std::string_view message) { write(Level::warning, message); }
inline void error(std::string_view message) { write(Level::error, message); }

}  // namespace longhand::log
