// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/download.h"

#include "app/models/checksums.h"
#include "app/models/store.h"
#include "app/models/transfer.h"
#include "engine/base/mapped_file.h"
#include "engine/checkpoint/checkpoint.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <fstream>
#include <mutex>

namespace longhand::models {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using nlohmann::json;

constexpr auto kSaid = std::chrono::milliseconds(100); // between two reports
constexpr std::uint64_t kMostJournal = 1 << 16;

fs::path part_of(const fs::path& target)
{
    return fs::path(target).concat(".part");
}
fs::path journal_of(const fs::path& target)
{
    return fs::path(target).concat(".part.json");
}

std::uint64_t size_of(const fs::path& file)
{
    std::error_code error;
    const std::uintmax_t bytes = fs::file_size(file, error);
    return error ? 0 : bytes;
}

// What the part belongs to.
struct Journal {
    std::string url, etag, last_modified, announced_sha256;
    std::uint64_t total = 0;

    // A weak mark says nothing about single bytes; then the date serves, else the part is useless.
    [[nodiscard]] std::string mark() const
    {
        return !etag.empty() && !etag.starts_with("W/") ? etag : last_modified;
    }
};

std::optional<Journal> read_journal(const fs::path& target)
{
    const auto text = read_file(journal_of(target), kMostJournal);
    if (!text.ok())
        return std::nullopt;
    const json kept = json::parse(*text, nullptr, false);
    if (!kept.is_object())
        return std::nullopt;
    Journal journal;
    const auto word = [&](const char* key) {
        const auto found = kept.find(key);
        return found != kept.end() && found->is_string() ? found->get<std::string>() : "";
    };
    journal.url = word("url");
    journal.etag = word("etag");
    journal.last_modified = word("last_modified");
    journal.announced_sha256 = word("sha256");
    if (const auto total = kept.find("total"); total != kept.end() && total->is_number_unsigned())
        journal.total = total->get<std::uint64_t>();
    return journal;
}

Result<void> write_journal(const fs::path& target, const Journal& journal)
{
    const json kept = {{"url", journal.url},
                       {"etag", journal.etag},
                       {"last_modified", journal.last_modified},
                       {"sha256", journal.announced_sha256},
                       {"total", journal.total}};
    return write_file(journal_of(target), kept.dump(-1, ' ', true, json::error_handler_t::replace));
}

Error status_error(int status, const std::string& url)
{
    if (status == 404 || status == 410)
        return {ErrorKind::not_found,
                url + ": the server does not have this file (" + std::to_string(status) + ")"};
    if (status == 401 || status == 403)
        return {ErrorKind::unreadable,
                url + ": the server asks for an account (" + std::to_string(status) + ")"};
    return {ErrorKind::unreadable, url + ": the server answered " + std::to_string(status)};
}

class Fetch {
public:
    Fetch(const DownloadRequest& request, const DownloadSink& sink, const std::stop_token& stop)
        : request_(request), sink_(sink), stop_(stop), part_(part_of(request.target))
    {
    }

    Result<void> run();
    [[nodiscard]] const Journal& journal() const { return journal_; }

private:
    Result<void> attempt();
    bool begin(const Reply& reply);
    bool write(std::span<const char> piece);
    void say();
    bool wait(int milliseconds);

    const DownloadRequest& request_;
    const DownloadSink& sink_;
    const std::stop_token& stop_;
    fs::path part_;
    Journal journal_;
    std::uint64_t done_ = 0;     // bytes in the part
    std::uint64_t received_ = 0; // of them in this attempt
    std::ofstream out_;
    std::optional<Error> refused_;
    bool again_ = false; // the part is of no use: from the start, once
    Clock::time_point began_{}, said_{};
    std::uint64_t before_ = 0; // bytes when this attempt began
};

bool Fetch::begin(const Reply& reply)
{
    if (reply.status == 416) { // the part is longer than the file is now
        again_ = true;
        return false;
    }
    if (reply.status != 200 && reply.status != 206) {
        refused_ = status_error(reply.status, request_.url);
        return false;
    }
    const bool goes_on = reply.status == 206 && reply.range_begin == done_ && done_ > 0;
    if (reply.status == 206 && !goes_on) {
        again_ = true;
        return false;
    }
    if (!goes_on)
        done_ = 0;
    journal_.url = request_.url;
    journal_.etag = reply.etag;
    journal_.last_modified = reply.last_modified;
    if (!reply.announced_sha256.empty())
        journal_.announced_sha256 = reply.announced_sha256;
    journal_.total = reply.total > 0 ? reply.total : reply.length > 0 ? done_ + reply.length : 0;
    if (journal_.total > done_)
        if (const auto room = check_room(part_.parent_path(), journal_.total - done_); !room.ok()) {
            refused_ = room.error();
            return false;
        }
    if (const auto kept = write_journal(request_.target, journal_); !kept.ok()) {
        refused_ = kept.error();
        return false;
    }
    out_.open(part_,
              goes_on ? std::ios::binary | std::ios::app : std::ios::binary | std::ios::trunc);
    before_ = done_;
    began_ = Clock::now();
    return out_.is_open();
}

bool Fetch::write(std::span<const char> piece)
{
    // A server that sends more than it said is not believed.
    if (journal_.total > 0 && piece.size() > journal_.total - done_) {
        refused_ =
            Error{ErrorKind::corrupt, request_.url + ": more bytes came than were announced"};
        return false;
    }
    out_.write(piece.data(), static_cast<std::streamsize>(piece.size()));
    if (!out_)
        return false;
    done_ += piece.size();
    received_ += piece.size();
    say();
    return true;
}

void Fetch::say()
{
    const auto now = Clock::now();
    if (!sink_ || (now - said_ < kSaid && done_ != journal_.total))
        return;
    said_ = now;
    DownloadProgress progress{.done = done_, .total = journal_.total};
    const double seconds = std::chrono::duration<double>(now - began_).count();
    if (seconds > 0.2)
        progress.bytes_per_s = static_cast<double>(done_ - before_) / seconds;
    if (progress.bytes_per_s > 0.0 && journal_.total >= done_)
        progress.eta_s = static_cast<double>(journal_.total - done_) / progress.bytes_per_s;
    sink_(progress);
}

Result<void> Fetch::attempt()
{
    received_ = 0;
    refused_.reset();
    done_ = size_of(part_);
    const auto kept = read_journal(request_.target);
    const bool resumable = kept && kept->url == request_.url && !kept->mark().empty() && done_ > 0;
    if (!resumable)
        done_ = 0;
    else if (kept->total > 0 && done_ == kept->total) {
        journal_ = *kept;
        return {}; // all was there, only the check is missing
    }
    journal_ = kept.value_or(Journal{});
    const auto ended =
        transfer({.url = request_.url,
                  .from = done_,
                  .if_range = resumable ? kept->mark() : std::string(),
                  .loopback_http = request_.loopback_http,
                  .begin = [this](const Reply& reply) { return begin(reply); },
                  .write = [this](std::span<const char> piece) { return write(piece); }},
                 stop_);
    out_.close();
    const bool disk_failed = out_.fail();
    out_.clear();
    if (refused_)
        return *refused_;
    if (!ended.ok())
        return ended.error();
    if (again_)
        return {};
    if (disk_failed)
        return Error{ErrorKind::unreadable, part_.string() + " cannot be written"};
    if (journal_.total > 0 && done_ < journal_.total)
        return Error{ErrorKind::unreadable, request_.url + ": cut off after " +
                                                std::to_string(done_) + " of " +
                                                std::to_string(journal_.total) + " bytes"};
    return {};
}

// False when the person stopped it meanwhile.
bool Fetch::wait(int milliseconds)
{
    std::mutex mutex;
    std::condition_variable_any changed;
    std::unique_lock lock(mutex);
    changed.wait_for(lock, stop_, std::chrono::milliseconds(milliseconds), [] { return false; });
    return !stop_.stop_requested();
}

Result<void> Fetch::run()
{
    int left = request_.retries;
    int pause = request_.first_wait_ms;
    bool started_again = false;
    while (true) {
        again_ = false;
        const auto ended = attempt();
        if (again_ && !started_again) {
            started_again = true;
            forget_download(request_.target);
            continue;
        }
        if (again_)
            return Error{ErrorKind::unreadable, request_.url + ": the server contradicts itself"};
        if (ended.ok())
            return {};
        if (ended.error().kind == ErrorKind::corrupt)
            forget_download(request_.target);
        const bool cut = ended.error().kind == ErrorKind::unreadable && received_ > 0;
        if (!cut || left-- <= 0)
            return ended;
        if (!wait(pause))
            return Error{ErrorKind::cancelled, "fetching was stopped"};
        pause *= 2;
    }
}

Result<Downloaded> check(const DownloadRequest& request, const Journal& journal,
                         const DownloadSink& sink, const std::stop_token& stop)
{
    const fs::path part = part_of(request.target);
    const auto say = [&](const Progress& progress) {
        if (sink)
            sink({.done = progress.done, .total = progress.total, .checking = true});
    };
    Downloaded done{.path = request.target, .compared = Downloaded::Compared::not_compared};
    TRY(done.sha256, sha256_of(part, say, stop));
    const std::string& expected =
        request.sha256.empty() ? journal.announced_sha256 : request.sha256;
    if (!expected.empty()) {
        done.compared =
            request.sha256.empty() ? Downloaded::Compared::server : Downloaded::Compared::publisher;
        if (done.sha256 != expected) {
            forget_download(request.target);
            return Error{ErrorKind::corrupt, request.url + ": sha256 is " + done.sha256 +
                                                 ", expected " + expected +
                                                 "; what came was deleted"};
        }
    }
    if (const auto whole = checkpoint::Checkpoint::open(part);
        !whole.ok() && whole.error().kind != ErrorKind::unsupported) {
        forget_download(request.target);
        return Error{ErrorKind::corrupt,
                     "what came is no model and was deleted (" + whole.error().message + ")"};
    }
    return done;
}

} // namespace

Result<Downloaded> download(const DownloadRequest& request, const DownloadSink& sink,
                            const std::stop_token& stop)
{
    if (!request.allowed)
        return Error{ErrorKind::invalid, "the settings keep Longhand offline"};
    std::error_code error;
    fs::create_directories(request.target.parent_path(), error);
    if (fs::exists(request.target, error))
        return Error{ErrorKind::invalid, request.target.string() + " is there already"};
    Fetch fetch(request, sink, stop);
    TRY(fetch.run());
    TRY(const Downloaded done, check(request, fetch.journal(), sink, stop));
    fs::rename(part_of(request.target), request.target, error);
    if (error)
        return Error{ErrorKind::unreadable,
                     request.target.string() + " cannot be written: " + error.message()};
    fs::remove(journal_of(request.target), error);
    TRY(note_checksum(request.target, done.sha256));
    return done;
}

std::optional<std::pair<std::uint64_t, std::uint64_t>> unfinished_download(const fs::path& target)
{
    const auto journal = read_journal(target);
    const std::uint64_t bytes = size_of(part_of(target));
    if (!journal || bytes == 0)
        return std::nullopt;
    return std::pair{bytes, std::max(journal->total, bytes)};
}

void forget_download(const fs::path& target)
{
    std::error_code ignored;
    fs::remove(part_of(target), ignored);
    fs::remove(journal_of(target), ignored);
}

} // namespace longhand::models
