// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <variant>

namespace longhand::settings {

// What the settings file may say: a dotted key is a path through its objects. Each key knows its
// type, its default and what it admits; anything else in the file is kept and not understood.
struct BoolKey {
    std::string_view key;
    bool fallback;
};
struct IntKey {
    std::string_view key;
    std::int64_t fallback, min, max;  // a number outside is brought to the nearer end
};
struct TextKey {
    std::string_view key;
    std::string_view fallback;
    std::string_view choices = {};  // the words it admits, parted by blanks; empty: any text
};
using Key = std::variant<BoolKey, IntKey, TextKey>;

inline constexpr TextKey kLanguage{"interface.language", ""};  // BCP 47; empty: the desktop's
inline constexpr TextKey kTheme{"interface.theme", "system", "system light dark"};
inline constexpr IntKey kTextPercent{"interface.text_percent", 100, 80, 200};
inline constexpr TextKey kSummaryLanguage{"reading.summary_language", ""};  // empty: the book's
inline constexpr TextKey kTranslationTarget{"reading.translation_target", ""};  // empty: asked
// What models read of the books is kept on the disk, so that it need not be read again.
inline constexpr BoolKey kKeepReadings{"reading.keep", true};
inline constexpr IntKey kKeepReadingsMb{"reading.keep_mb", 4096, 64, 1 << 24};
inline constexpr TextKey kPreset{"engine.preset", "balanced"};  // id of a preset
inline constexpr IntKey kMemoryLimitMb{"engine.memory_limit_mb", 0, 0, 1 << 24};  // 0: what is free
inline constexpr BoolKey kNetwork{"network.allowed", false};
// A server of models instead of this machine's engine. The key itself is never kept:
// remote.key_environment names the variable that holds it.
inline constexpr BoolKey kRemoteEnabled{"remote.enabled", false};
inline constexpr TextKey kRemoteUrl{"remote.url", ""};  // empty: none
inline constexpr TextKey kRemoteModel{"remote.model", ""};  // empty: the server's first
inline constexpr TextKey kRemoteKeyEnvironment{"remote.key_environment", ""};
inline constexpr IntKey kRemoteParallel{"remote.parallel", 4, 1, 64};  // requests at a time
// How long a job waits for a server that does not answer before it stops, to be resumed.
inline constexpr IntKey kRemotePatienceS{"remote.patience_s", 600, 1, 604800};
inline constexpr BoolKey kNotifications{"desktop.notifications", true};
inline constexpr BoolKey kKeepAwake{"desktop.keep_awake", true};

// The model (path or installed name; empty: the one that comes with the program) and the preset
// (empty: kPreset) of each task.
struct TaskKeys {
    TextKey model, preset;
};
inline constexpr TaskKeys kSummary{{"tasks.summary.model", ""}, {"tasks.summary.preset", ""}};
inline constexpr TaskKeys kAsk{{"tasks.ask.model", ""}, {"tasks.ask.preset", ""}};
inline constexpr TaskKeys kTranslate{{"tasks.translate.model", ""}, {"tasks.translate.preset", ""}};

std::span<const Key> all_keys();

}  // namespace longhand::settings
