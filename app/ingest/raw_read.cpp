// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/raw_read.h"

#include "app/ingest/child.h"
#include "app/ingest/raw_receiver.h"
#include "engine/base/utf8.h"

#include <algorithm>
#include <chrono>

namespace longhand::ingest {
namespace {

constexpr int kMostCrashes = 16;
constexpr int kMostSilences = 2;

class Reading {
public:
    Reading(const std::filesystem::path& path, document::Format format, const Options& options,
            const ProgressSink& progress, std::stop_token stop)
        : path_(path), format_(format), options_(options), progress_(progress),
          stop_(std::move(stop)), begun_(std::chrono::steady_clock::now())
    {
    }

    Result<RawRead> run()
    {
        int crashes = 0;
        int silences = 0;
        while (true) {
            bool silent = false;
            const auto ended = one_child(silent);
            if (ended.ok())
                break;
            if (ended.error().kind == ErrorKind::cancelled || receiver_.refused() ||
                !receiver_.has_facts())
                return explained(ended.error());
            if (format_ != document::Format::pdf)
                return explained(ended.error());
            // The page after the last one received is the one that did it.
            if (receiver_.has_every_page()) {
                note_lost_outline();
                break;
            }
            receiver_.fail_next_page(silent ? "The page took too long to read and was given up."
                                            : "The reader broke down on this page.");
            silences += silent ? 1 : 0;
            crashes += silent ? 0 : 1;
            const bool out_of_time = seconds() > options_.limits.total_s;
            if (crashes > kMostCrashes || silences >= kMostSilences || out_of_time) {
                give_up_rest();
                break;
            }
        }
        return std::move(receiver_.read());
    }

private:
    double seconds() const
    {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun_).count();
    }

    Error explained(Error error) const
    {
        if (receiver_.refused() || error.kind == ErrorKind::cancelled || error.kind == ErrorKind::not_found)
            return error;
        if (error.message.starts_with("cannot start") || error.message.starts_with("no channel"))
            return error;
        // The child is gone or talks nonsense: to a person, the file is what is broken.
        return {ErrorKind::corrupt,
                path_.filename().string() + ": nothing could be read: " + error.message};
    }

    // One child from the next page on. ok when it said `done`.
    Result<void> one_child(bool& silent)
    {
        auto started = ChildProcess::start(options_.reader, "read", path_);
        if (!started.ok()) {
            receiver_.refuse();
            return started.error();
        }
        ChildProcess child = std::move(started).value();
        ReadRequest request;
        request.format = format_;
        request.password = options_.password;
        request.encoding = options_.encoding;
        request.name = utf8::sanitise(path_.filename().string());
        request.first_page = receiver_.next_page();
        request.memory_bytes = options_.limits.memory_bytes;
        request.output_bytes = options_.limits.output_bytes;
        request.total_s = options_.limits.total_s;
        TRY(child.send(RecordKind::read_request, pack(request)));
        while (true) {
            const double left_s = options_.limits.total_s - seconds();
            auto received =
                child.receive(std::clamp(left_s, 0.01, options_.limits.silence_s), stop_);
            if (!received.ok()) {
                silent = child.silent();
                return received.error();
            }
            if (received->kind == RecordKind::done)
                return receiver_.finished(format_);
            if (child.received_bytes() > options_.limits.output_bytes)
                return Error{ErrorKind::corrupt, "it holds more text than allowed"};
            TRY(receiver_.take(received->kind, received->bytes()));
            if (received->kind == RecordKind::page || received->kind == RecordKind::alive)
                report();
        }
    }

    void report() const
    {
        if (!progress_)
            return;
        if (format_ == document::Format::pdf)
            progress_({.phase = "reading",
                       .done = receiver_.next_page() - 1,
                       .total = receiver_.read().pdf.page_count,
                       .unit = "pages"});
        else
            progress_({.phase = "reading", .done = receiver_.blocks(), .unit = "blocks"});
    }

    void give_up_rest()
    {
        while (!receiver_.has_every_page())
            receiver_.fail_next_page("Reading stopped before this page, because earlier pages "
                                     "broke the reader.");
    }

    void note_lost_outline()
    {
        receiver_.read().pdf.problems.push_back({"outline_lost",
                                      "The table of contents inside the file could not be read; "
                                      "chapters were found without it.",
                                      {}});
    }

    const std::filesystem::path& path_;
    document::Format format_;
    const Options& options_;
    const ProgressSink& progress_;
    std::stop_token stop_;
    std::chrono::steady_clock::time_point begun_;
    RawReceiver receiver_;
};

}  // namespace

Result<RawRead> read_raw(const std::filesystem::path& path, document::Format format,
                         const Options& options, const ProgressSink& progress, std::stop_token stop)
{
    return Reading(path, format, options, progress, std::move(stop)).run();
}

}  // namespace longhand::ingest
