// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <filesystem>
#include <map>
#include <string>

namespace longhand::tasks {

// The texts of resources/prompts by file name without suffix ("summarise_chapter"). A text is
// fixed words with places such as {{text}}; what is filled in is data and is never searched for
// places again.
class Prompts {
public:
    // Fails: not_found, unreadable, corrupt (a place nobody fills).
    static Result<Prompts> load(const std::filesystem::path& folder);
    // ENSUREs that the text exists.
    [[nodiscard]] std::string fill(const std::string& name,
                                   const std::map<std::string, std::string>& places) const;

private:
    std::map<std::string, std::string> texts_;
};

// resources/ beside the build or under share/longhand, or $LONGHAND_RESOURCES.
std::filesystem::path find_resources();

} // namespace longhand::tasks
