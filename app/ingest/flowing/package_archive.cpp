// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/flowing/package_archive.h"

#include "engine/base/utf8.h"

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <memory>

namespace longhand::ingest::flowing {
namespace {

constexpr std::size_t kMostEntries = 50'000;
constexpr std::uint64_t kMostEntryBytes = 64ULL << 20U;
constexpr std::uint64_t kMostBytes = 256ULL << 20U;
constexpr std::uint64_t kFreeBytes = 32ULL << 20U; // unpacked before the ratio counts
constexpr std::uint64_t kMostRatio = 200;

struct ArchiveFreed {
    void operator()(archive* reader) const { archive_read_free(reader); }
};
using Reader = std::unique_ptr<archive, ArchiveFreed>;

Reader open_reader(std::string_view bytes)
{
    Reader reader(archive_read_new());
    if (!reader || archive_read_support_format_zip(reader.get()) != ARCHIVE_OK)
        return nullptr;
    if (archive_read_open_memory(reader.get(), bytes.data(), bytes.size()) != ARCHIVE_OK)
        return nullptr;
    return reader;
}

std::string name_of(archive_entry* entry)
{
    const char* const name = archive_entry_pathname(entry);
    return name == nullptr ? std::string() : utf8::sanitise(name);
}

std::size_t little(std::string_view bytes, std::size_t at, std::size_t count)
{
    std::size_t value = 0;
    for (std::size_t i = count; i-- > 0;)
        value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

// libarchive converts names that are marked as UTF-8 to the locale's charset, and in the "C" locale
// that loses them. Without the mark (bit 11 of the flags) it hands them over as they are, and in an
// EPUB all names are UTF-8. Walks the directory at the end of the archive; what does not fit is
// left for libarchive to judge.
std::string with_raw_names(std::string_view source)
{
    std::string bytes(source);
    constexpr std::size_t kEndRecord = 22, kDirectoryRecord = 46;
    const std::size_t end = bytes.rfind("PK\x05\x06");
    if (end == std::string::npos || end + kEndRecord > bytes.size())
        return bytes;
    const auto unmark = [&](std::size_t flags) {
        bytes[flags + 1] = static_cast<char>(bytes[flags + 1] & ~0x08);
    };
    std::size_t at = little(bytes, end + 16, 4);
    for (std::size_t count = little(bytes, end + 10, 2); count > 0; --count) {
        if (at + kDirectoryRecord > end || bytes.compare(at, 4, "PK\x01\x02") != 0)
            break;
        unmark(at + 8);
        const std::size_t local = little(bytes, at + 42, 4);
        if (local + 30 <= end && bytes.compare(local, 4, "PK\x03\x04") == 0)
            unmark(local + 6);
        at += kDirectoryRecord + little(bytes, at + 28, 2) + little(bytes, at + 30, 2) +
              little(bytes, at + 32, 2);
    }
    return bytes;
}

enum class Step { entry, end, broken };
Step next_entry(archive* reader, archive_entry*& entry)
{
    const int status = archive_read_next_header(reader, &entry);
    if (status == ARCHIVE_EOF)
        return Step::end;
    return status == ARCHIVE_OK || status == ARCHIVE_WARN ? Step::entry : Step::broken;
}

std::string folded(std::string_view name)
{
    std::string out(name);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

} // namespace

Result<PackageArchive> PackageArchive::open(std::string_view bytes, std::string file_name)
{
    PackageArchive package(with_raw_names(bytes), std::move(file_name));
    const Reader reader = open_reader(package.bytes_);
    if (!reader)
        return Error{ErrorKind::corrupt, package.file_name_ + ": no ZIP archive"};
    archive_entry* entry = nullptr;
    for (std::size_t count = 0;; ++count) {
        if (count > kMostEntries)
            return Error{ErrorKind::corrupt, package.file_name_ + ": more than " +
                                                 std::to_string(kMostEntries) + " entries"};
        const Step step = next_entry(reader.get(), entry);
        package.broken_ = package.broken_ || step == Step::broken;
        if (step != Step::entry)
            break;
        if (std::string name = name_of(entry); !name.empty() && name.back() != '/')
            package.names_.insert(std::move(name));
    }
    if (package.names_.empty())
        return Error{ErrorKind::corrupt,
                     package.file_name_ + ": the ZIP archive holds no entry that can be read"};
    return package;
}

std::string PackageArchive::meant(const std::string& name) const
{
    if (has(name))
        return name;
    const std::string wanted = folded(name);
    std::string found;
    for (const std::string& other : names_) {
        if (folded(other) != wanted)
            continue;
        if (!found.empty())
            return name;
        found = other;
    }
    return found.empty() ? name : found;
}

Result<std::map<std::string, std::string>> PackageArchive::read(const std::set<std::string>& wanted,
                                                                const std::function<void()>& alive)
{
    std::map<std::string, std::string> contents;
    const Reader reader = open_reader(bytes_);
    if (!reader)
        return Error{ErrorKind::corrupt, file_name_ + ": no ZIP archive"};
    archive_entry* entry = nullptr;
    std::vector<char> buffer(1U << 16U);
    for (std::size_t count = 0; count <= kMostEntries && contents.size() < wanted.size(); ++count) {
        if (next_entry(reader.get(), entry) != Step::entry)
            break;
        const std::string name = name_of(entry);
        if (wanted.count(name) == 0 || contents.count(name) != 0)
            continue;
        std::string& content = contents[name];
        for (;;) {
            const la_ssize_t got = archive_read_data(reader.get(), buffer.data(), buffer.size());
            if (got < 0)
                damaged_.insert(name);
            if (got <= 0)
                break;
            content.append(buffer.data(), static_cast<std::size_t>(got));
            unpacked_ += static_cast<std::uint64_t>(got);
            const bool bomb = unpacked_ > kFreeBytes && unpacked_ / kMostRatio > bytes_.size();
            if (content.size() > kMostEntryBytes || unpacked_ > kMostBytes || bomb)
                return Error{ErrorKind::corrupt, file_name_ + ": entry " + name +
                                                     " unpacks to absurdly much; this is no book"};
        }
        if (alive)
            alive();
    }
    return contents;
}

} // namespace longhand::ingest::flowing
