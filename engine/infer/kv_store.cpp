// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/infer/kv_store.h"

#include "engine/base/log.h"
#include "engine/base/sha256.h"
#include "engine/infer/kv_file.h"

#include <algorithm>
#include <fstream>

namespace longhand::infer {
namespace {

namespace fs = std::filesystem;

constexpr const char* kSuffix = ".kv";
constexpr auto kAbandoned = std::chrono::hours(1);  // a part that nobody will finish

struct Entry {
    fs::path path;
    std::uint64_t bytes = 0;
    fs::file_time_type used;
};

// What a store wrote into an owner's folder; what a killed process left half-written is removed.
std::vector<Entry> entries_of(const fs::path& folder)
{
    std::vector<Entry> entries;
    std::error_code failed;
    for (fs::directory_iterator at(folder, failed), end; !failed && at != end;
         at.increment(failed)) {
        std::error_code gone;
        Entry entry{at->path(), at->file_size(gone), at->last_write_time(gone)};
        if (gone)
            continue;
        if (entry.path.extension() == kSuffix)
            entries.push_back(std::move(entry));
        else if (entry.path.extension().string().starts_with(".part") &&
                 entry.path.stem().extension() == kSuffix &&
                 fs::file_time_type::clock::now() - entry.used > kAbandoned)
            fs::remove(entry.path, gone);
    }
    return entries;
}

void discard(const fs::path& path, const Error& why)
{
    log::warning("a kept text is removed: " + why.message);
    std::error_code gone;
    fs::remove(path, gone);
}

std::string name_of(const std::string& digest, std::span<const TokenId> tokens)
{
    Sha256 hash;
    hash.add(std::as_bytes(tokens));
    return digest.substr(0, 16) + "-" + hash.finish().substr(0, 32) + kSuffix;
}

// What it holds, when it is whole and its name is its own; else it is removed.
std::optional<KvFile> open_or_discard(const fs::path& path)
{
    Result<KvFile> file = KvFile::open(path);
    if (!file.ok()) {
        if (file.error().kind == ErrorKind::corrupt)
            discard(path, file.error());
        return std::nullopt;
    }
    if (path.filename() != name_of(file->identity, file->tokens)) {
        discard(path, {ErrorKind::corrupt, path.filename().string() + ": holds another text"});
        return std::nullopt;
    }
    return std::move(file).value();
}

std::int64_t whole_pages(std::size_t tokens)
{
    return static_cast<std::int64_t>(tokens) / model::KvPool::kPageTokens *
           model::KvPool::kPageTokens;
}

std::size_t common_length(std::span<const TokenId> a, std::span<const TokenId> b)
{
    const auto ends = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    return static_cast<std::size_t>(ends.first - a.begin());
}

// Of every owner.
std::vector<Entry> all_entries(const fs::path& folder)
{
    std::vector<Entry> entries;
    std::error_code failed;
    for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
        std::error_code gone;
        if (!at->is_directory(gone))
            continue;
        const std::vector<Entry> own = entries_of(at->path());
        entries.insert(entries.end(), own.begin(), own.end());
    }
    return entries;
}

// What the cache directory tagging specification asks for (bford.info/cachedir).
void tag(const fs::path& folder)
{
    const fs::path file = folder / "CACHEDIR.TAG";
    std::error_code unknown;
    if (!fs::exists(file, unknown))
        std::ofstream(file) << "Signature: 8a477f597d28d172789f06886806bc55\n"
                               "# What models have read of books; they read it again when asked.\n";
}

bool is_owner(const std::string& name)
{
    return !name.empty() && name.size() <= 64 &&
           std::all_of(name.begin(), name.end(), [](char sign) {
               return sign == '-' || (sign >= '0' && sign <= '9') || (sign >= 'a' && sign <= 'z') ||
                      (sign >= 'A' && sign <= 'Z');
           });
}

}  // namespace

std::string KvIdentity::digest() const
{
    Sha256 hash;
    for (const std::string& part : {model, rope, adapter, device, std::string(to_string(dtype))}) {
        hash.add(std::to_string(part.size()) + ":");
        hash.add(part);
    }
    return hash.finish();
}

KvStore::Match KvStore::find(const KvIdentity& identity, const std::string& owner,
                             std::span<const TokenId> tokens) const
{
    ENSURE(is_owner(owner));
    Match best;
    const std::string digest = identity.digest();
    for (const Entry& entry : entries_of(options_.folder / owner)) {
        if (!entry.path.filename().string().starts_with(digest.substr(0, 16)))
            continue;
        const auto file = open_or_discard(entry.path);
        if (!file || file->identity != digest || tokens.empty())
            continue;
        const std::int64_t common =
            whole_pages(std::min(common_length(file->tokens, tokens), tokens.size() - 1));
        if (common > best.tokens && file->shape.covers(common))
            best = {entry.path, common, static_cast<std::int64_t>(file->tokens.size())};
    }
    return best;
}

bool KvStore::restore(const Match& match, const KvIdentity& identity,
                      model::KvSequence& sequence) const
{
    ENSURE(sequence.length() == 0);
    const auto file = open_or_discard(match.path);
    const model::KvPool& pool = *sequence.pool();
    if (!file || file->identity != identity.digest() ||
        match.tokens > static_cast<std::int64_t>(file->tokens.size()))
        return false;
    if (file->shape.dropped > 0 && !pool.has_window_pages())
        return false;  // kept by a session with less room
    if (file->shape.page_bytes != pool.page_bytes() ||
        (file->shape.dropped > 0 && file->shape.narrow_page_bytes != pool.narrow_page_bytes())) {
        discard(match.path, {ErrorKind::corrupt, "its pages are of another size"});
        return false;
    }
    const std::int64_t unseen = std::max<std::int64_t>(0, match.tokens - pool.widest_window() + 1);
    sequence.skip_window_pages(unseen / model::KvPool::kPageTokens);
    sequence.prepare(match.tokens);
    for (std::int64_t i = 0; i < match.tokens / model::KvPool::kPageTokens; ++i) {
        const auto page = file->page(i);
        if (!page.ok()) {
            discard(match.path, page.error());
            return false;
        }
        const auto at = static_cast<std::size_t>(i);
        const auto window = sequence.window_pages();
        pool.write_page(sequence.pages()[at], window.empty() ? -1 : window[at], *page);
    }
    sequence.advance(match.tokens);
    std::error_code ignored;  // a folder that cannot be written to serves all the same
    fs::last_write_time(match.path, fs::file_time_type::clock::now(), ignored);
    return true;
}

Result<void> KvStore::keep(const KvIdentity& identity, const std::string& owner,
                           std::span<const TokenId> tokens, const model::KvSequence& sequence)
{
    ENSURE(is_owner(owner));
    const std::int64_t count =
        whole_pages(std::min(tokens.size(), static_cast<std::size_t>(sequence.length())));
    const std::uint64_t bytes = kv_file_shape(sequence, count).bytes();
    if (count == 0 || bytes > options_.most_bytes)
        return {};
    std::error_code failed;
    const fs::path folder = options_.folder / owner;
    const auto kept = tokens.first(static_cast<std::size_t>(count));
    const std::string digest = identity.digest();
    const fs::path path = folder / name_of(digest, kept);
    for (const Entry& entry : entries_of(folder)) {
        const auto old = open_or_discard(entry.path);
        if (old && old->identity == digest && entry.path != path &&
            common_length(old->tokens, kept) == old->tokens.size())
            fs::remove(entry.path, failed);
    }
    make_room(bytes);
    fs::create_directories(folder, failed);
    if (failed)
        return Error{ErrorKind::unreadable, folder.string() + ": " + failed.message()};
    tag(options_.folder);
    const fs::space_info disk = fs::space(folder, failed);
    if (!failed && disk.available < bytes + options_.least_free_bytes)
        return Error{ErrorKind::out_of_memory, std::to_string(disk.available) +
                                                   " bytes are free on the disk, and " +
                                                   std::to_string(bytes) + " would be written"};
    return write_kv_file(path, digest, kept, sequence);
}

void KvStore::make_room(std::uint64_t bytes) const
{
    std::vector<Entry> entries = all_entries(options_.folder);
    std::sort(entries.begin(), entries.end(),
              [](const Entry& a, const Entry& b) { return a.used > b.used; });
    std::uint64_t total = bytes;
    for (const Entry& entry : entries) {
        total += entry.bytes;
        std::error_code gone;
        if (total > options_.most_bytes && fs::remove(entry.path, gone)) {
            total -= entry.bytes;
            fs::remove(entry.path.parent_path(), gone);  // if it is empty now
        }
    }
}

}  // namespace longhand::infer
