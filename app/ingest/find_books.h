// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <vector>

namespace longhand::ingest {

struct FoundBooks {
    std::vector<std::filesystem::path> files;  // in the order given; those of a folder by name
    std::uint32_t others = 0;                  // files in the folders that are not books by their suffix
    std::uint32_t unreadable = 0;              // folders that could not be opened
    bool cut = false;                          // more than kMostFoundBooks: the rest is left out
};
constexpr std::size_t kMostFoundBooks = 10'000;

// Files stay as they are, whatever they are called; a folder stands for the books in and below it.
// Hidden entries are left out and links to folders are not followed. Each file once. Thread-safe.
FoundBooks find_books(const std::vector<std::filesystem::path>& paths, const std::stop_token& stop);

}  // namespace longhand::ingest
