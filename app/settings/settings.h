// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/keys.h"
#include "app/settings/presets.h"
#include "engine/base/result.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace longhand::settings {

// What a person set, kept in one JSON file that window and command line share:
//     {"version": 1, "interface": {"theme": "dark"}, "presets": [...], ...}
// Reading never fails: what is missing, of the wrong type or not understood counts as its default
// and is named in problems(). Saving writes only the keys that were set here over the file as it
// is then, so that two programs do not undo each other's, and keeps every key it does not know,
// also those of a later version. One thread at a time.
class Settings {
public:
    static constexpr int kVersion = 1;

    Settings();  // in memory alone: save() does nothing
    static Settings open(const std::filesystem::path& file);
    ~Settings();
    Settings(Settings&&) noexcept;
    Settings& operator=(Settings&&) noexcept;

    [[nodiscard]] bool value(const BoolKey& key) const;
    [[nodiscard]] std::int64_t value(const IntKey& key) const;
    [[nodiscard]] std::string value(const TextKey& key) const;
    void set(const BoolKey& key, bool value);
    void set(const IntKey& key, std::int64_t value);
    void set(const TextKey& key, std::string_view value);

    // Those that come with the program, then a person's own.
    [[nodiscard]] std::vector<Preset> presets() const;
    // Replaces a person's own; built-in ones among them are left out, the last of one id counts.
    void set_own_presets(const std::vector<Preset>& presets);
    // The preset of a task, or the general one where it has none; Balanced when neither is known.
    [[nodiscard]] Preset preset_of(const TaskKeys& task) const;
    [[nodiscard]] Preset preset(std::string_view id) const;

    // One English sentence each: "interface.theme is 3, expected text: the default counts".
    [[nodiscard]] const std::vector<std::string>& problems() const;

    // A file that could not be understood is kept beside the new one as settings.json.broken.
    // Fails: unreadable, out_of_memory (a full disk).
    Result<void> save();

private:
    struct Content;
    std::unique_ptr<Content> content_;
};

}  // namespace longhand::settings
