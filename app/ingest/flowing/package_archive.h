// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace longhand::ingest::flowing {

// A ZIP file in memory, read in passes. Nothing is ever written to disk, so an entry's name is a
// key and no path. Limits: entries, bytes of one entry, bytes of all that is read, and their ratio
// to the file's own size (a bomb stops there).
class PackageArchive {
public:
    // Fails: corrupt (no entry can be read; too many entries).
    static Result<PackageArchive> open(std::string_view bytes, std::string file_name);

    [[nodiscard]] bool has(const std::string& name) const { return names_.count(name) != 0; }
    [[nodiscard]] const std::set<std::string>& names() const { return names_; }
    // The entry meant by `name`: exactly so, else the only one that differs in letter case alone.
    [[nodiscard]] std::string meant(const std::string& name) const;

    // The contents of the named entries, in one pass; what is missing is not in the result. Of an
    // entry that breaks off, what came before counts, and its name is added to `damaged`.
    // Fails: corrupt (what is asked for unpacks to absurdly much).
    Result<std::map<std::string, std::string>> read(const std::set<std::string>& wanted,
                                                    const std::function<void()>& alive);
    [[nodiscard]] const std::set<std::string>& damaged() const { return damaged_; }
    // The archive itself breaks off or contradicts itself.
    [[nodiscard]] bool broken() const { return broken_; }

private:
    PackageArchive(std::string bytes, std::string file_name)
        : bytes_(std::move(bytes)), file_name_(std::move(file_name))
    {
    }

    std::string bytes_;
    std::string file_name_;
    std::set<std::string> names_, damaged_;
    std::uint64_t unpacked_ = 0;
    bool broken_ = false;
};

} // namespace longhand::ingest::flowing
