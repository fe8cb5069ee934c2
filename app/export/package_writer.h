// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace longhand::exporting {

// An EPUB container being written: a ZIP whose first entry is `mimetype`, stored, as the OCF
// specification asks; every other entry deflated, with a fixed date, so that the same book gives
// the same bytes. Written beside `path` and moved over it by `finish`; dropped without: no trace.
class PackageWriter {
public:
    // Fails: unreadable, out_of_memory (disk full), unsupported (over 4 GB).
    // `mimetype` empty: a plain ZIP, as DOCX is.
    static Result<std::unique_ptr<PackageWriter>>
    create(const std::filesystem::path& path, std::string_view mimetype = "application/epub+zip");
    virtual ~PackageWriter() = default;
    virtual Result<void> add(const std::string& name, std::string_view content) = 0;
    virtual Result<void> finish() = 0;
};

}  // namespace longhand::exporting
