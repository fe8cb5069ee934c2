// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/ingest.h"

#include <cstdlib>

namespace longhand::ingest {

std::filesystem::path find_reader()
{
    if (const char* given = std::getenv("LONGHAND_READER"); given != nullptr && *given != '\0')
        return given;
    std::error_code failed;
    const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe", failed);
    const std::filesystem::path folder = self.parent_path();
    for (const std::filesystem::path& candidate :
         {folder / "longhand-reader", folder.parent_path() / "libexec" / "longhand-reader",
          folder.parent_path() / "libexec" / "longhand" / "longhand-reader"}) {
        if (std::filesystem::is_regular_file(candidate, failed))
            return candidate;
    }
    return folder / "longhand-reader";
}

}  // namespace longhand::ingest
