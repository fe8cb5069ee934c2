// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/find_books.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

namespace longhand::ingest {
namespace {

namespace fs = std::filesystem;

bool has_book_suffix(const fs::path& path)
{
    constexpr std::array<std::string_view, 9> kSuffixes = {
        ".pdf", ".epub", ".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"};
    std::string suffix = path.extension().string();
    for (char& sign : suffix)
        if (sign >= 'A' && sign <= 'Z')
            sign = static_cast<char>(sign - 'A' + 'a');
    return std::find(kSuffixes.begin(), kSuffixes.end(), suffix) != kSuffixes.end();
}

class Search {
public:
    explicit Search(const std::stop_token& stop) : stop_(stop) {}

    void file(const fs::path& path)
    {
        if (found_.files.size() >= kMostFoundBooks)
            found_.cut = true;
        else if (seen_.insert(path.lexically_normal()).second)
            found_.files.push_back(path);
    }

    void folder(const fs::path& path)
    {
        std::error_code failed;
        std::vector<fs::directory_entry> entries;
        for (fs::directory_iterator at(path, failed), end; !failed && at != end; at.increment(failed))
            if (at->path().filename().string().front() != '.')
                entries.push_back(*at);
        if (failed)
            ++found_.unreadable;
        std::sort(entries.begin(), entries.end());
        for (const fs::directory_entry& entry : entries) {
            if (stop_.stop_requested() || found_.cut)
                return;
            std::error_code absent;
            if (entry.is_directory(absent) && !entry.is_symlink(absent))
                folder(entry.path());
            else if (!entry.is_regular_file(absent))
                continue;
            else if (has_book_suffix(entry.path()))
                file(entry.path());
            else
                ++found_.others;
        }
    }

    FoundBooks found() && { return std::move(found_); }

private:
    const std::stop_token& stop_;
    FoundBooks found_;
    std::set<fs::path> seen_;
};

}  // namespace

FoundBooks find_books(const std::vector<std::filesystem::path>& paths, const std::stop_token& stop)
{
    Search search(stop);
    for (const fs::path& path : paths) {
        std::error_code absent;
        if (fs::is_directory(path, absent))
            search.folder(path);
        else
            search.file(path);
    }
    return std::move(search).found();
}

}  // namespace longhand::ingest
