// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/document.h"
#include "app/ingest/flowing/package_archive.h"

#include <optional>
#include <string>
#include <vector>

namespace longhand::ingest::flowing {

// The package document of an EPUB: what it is called, its pages in reading order, its table of
// contents. Paths are entry names.
struct EpubPackage {
    std::string path; // of the package document
    std::string title;
    std::vector<std::string> authors;
    std::string language;
    struct Page {
        std::string path;
        std::string media_type;
    };
    std::vector<Page> spine;
    std::string nav, ncx; // empty: none
    // Landmarks and guide: "part#id" and what stands there.
    std::map<std::string, document::ChapterRole> roles;
};

// Fails: corrupt (no package document, or one that cannot be read), unsupported (DRM).
Result<EpubPackage> read_package(PackageArchive& archive, const std::string& file_name);

struct NavEntry {
    std::string title;
    int level = 1;
    std::string target; // "part#id" or "part"
};
// The table of contents of a navigation page or an NCX, flattened in order; landmarks are added to
// `roles`. Empty when it cannot be read.
std::vector<NavEntry> entries_of_nav(std::string_view bytes, const std::string& path,
                                     std::map<std::string, document::ChapterRole>& roles);
std::vector<NavEntry> entries_of_ncx(std::string_view bytes, const std::string& path);

} // namespace longhand::ingest::flowing
