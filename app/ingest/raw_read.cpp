// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/raw_read.h"

#include "app/document/serialise.h"
#include "app/ingest/child.h"
#include "engine/base/utf8.h"

#include <algorithm>
#include <chrono>

namespace longhand::ingest {
namespace {

constexpr int kMostCrashes = 16;
constexpr int kMostSilences = 2;
constexpr std::size_t kMostProblems = 1000;
constexpr std::size_t kMostOutlineEntries = 20'000;

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
            if (ended.error().kind == ErrorKind::cancelled || refused_ || !has_facts_)
                return explained(ended.error());
            if (format_ != document::Format::pdf)
                return explained(ended.error());
            // The page after the last one received is the one that did it.
            const std::uint32_t culprit = next_page_;
            if (culprit > read_.pdf.page_count) {
                note_lost_outline();
                break;
            }
            fail_page(culprit, silent ? "The page took too long to read and was given up."
                                      : "The reader broke down on this page.");
            ++next_page_;
            silences += silent ? 1 : 0;
            crashes += silent ? 0 : 1;
            const bool out_of_time = seconds() > options_.limits.total_s;
            if (crashes > kMostCrashes || silences >= kMostSilences || out_of_time) {
                give_up_rest();
                break;
            }
        }
        return std::move(read_);
    }

private:
    double seconds() const
    {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun_).count();
    }

    Error explained(Error error) const
    {
        if (refused_ || error.kind == ErrorKind::cancelled || error.kind == ErrorKind::not_found)
            return error;
        if (error.message.starts_with("cannot start") || error.message.starts_with("no channel"))
            return error;
        // The child is gone or talks nonsense: to a person, the file is what is broken.
        return {ErrorKind::corrupt,
                path_.filename().string() + ": nothing could be read: " + error.message};
    }

    // One child from next_page_ on. ok when it said `done`.
    Result<void> one_child(bool& silent)
    {
        auto started = ChildProcess::start(options_.reader, "read", path_);
        if (!started.ok()) {
            refused_ = true;
            return started.error();
        }
        ChildProcess child = std::move(started).value();
        ReadRequest request;
        request.format = format_;
        request.password = options_.password;
        request.encoding = options_.encoding;
        request.name = utf8::sanitise(path_.filename().string());
        request.first_page = next_page_;
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
                return finished();
            if (child.received_bytes() > options_.limits.output_bytes)
                return Error{ErrorKind::corrupt, "it holds more text than allowed"};
            TRY(take(*received));
        }
    }

    Result<void> finished() const
    {
        if (format_ == document::Format::pdf ? !has_facts_ : !read_.flowing.has_value())
            return Error{ErrorKind::corrupt, "the reader sent nothing"};
        return {};
    }

    Result<void> take(const Record& record)
    {
        switch (record.kind) {
        case RecordKind::facts:
            return take_facts(record.bytes());
        case RecordKind::page:
            return take_page(record.bytes());
        case RecordKind::outline: {
            TRY(OutlineEntry entry, unpack_outline(record.bytes()));
            if (read_.pdf.outline.size() < kMostOutlineEntries)
                read_.pdf.outline.push_back(std::move(entry));
            return {};
        }
        case RecordKind::alive:
            ++blocks_;
            report(blocks_, 0, "blocks");
            return {};
        case RecordKind::document: {
            TRY(read_.flowing, document::deserialise(record.bytes()));
            return {};
        }
        case RecordKind::problem: {
            TRY(document::Problem problem, unpack_problem(record.bytes()));
            if (read_.pdf.problems.size() < kMostProblems)
                read_.pdf.problems.push_back(std::move(problem));
            return {};
        }
        case RecordKind::failure:
            refused_ = true;
            return unpack_error(record.bytes());
        default:
            return Error{ErrorKind::corrupt, "the reader sent a record out of turn"};
        }
    }

    Result<void> take_facts(Payload payload)
    {
        TRY(RawDocument facts, unpack_facts(payload));
        if (has_facts_)
            return {};  // a later child tells the same
        facts.problems = std::move(read_.pdf.problems);
        read_.pdf = std::move(facts);
        has_facts_ = true;
        return {};
    }

    Result<void> take_page(Payload payload)
    {
        TRY(RawPage page, unpack_page(payload));
        if (!has_facts_ || page.number != next_page_ || page.number > read_.pdf.page_count)
            return Error{ErrorKind::corrupt, "the reader sent a page out of turn"};
        ++next_page_;
        report(page.number, read_.pdf.page_count, "pages");
        read_.pdf.pages.push_back(std::move(page));
        return {};
    }

    void report(std::uint64_t done, std::uint64_t total, const char* unit) const
    {
        if (progress_)
            progress_({.phase = "reading", .done = done, .total = total, .unit = unit});
    }

    void fail_page(std::uint32_t number, const std::string& reason)
    {
        RawPage page;
        page.number = number;
        page.state = document::PageState::failed;
        page.reason = reason;
        read_.pdf.pages.push_back(std::move(page));
    }

    void give_up_rest()
    {
        for (; next_page_ <= read_.pdf.page_count; ++next_page_)
            fail_page(next_page_, "Reading stopped before this page, because earlier pages broke "
                                  "the reader.");
    }

    void note_lost_outline()
    {
        read_.pdf.problems.push_back({"outline_lost",
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
    RawRead read_;
    std::uint32_t next_page_ = 1;
    std::uint64_t blocks_ = 0;
    bool has_facts_ = false;
    bool refused_ = false;  // the child, or the system, said why it cannot
};

}  // namespace

Result<RawRead> read_raw(const std::filesystem::path& path, document::Format format,
                         const Options& options, const ProgressSink& progress, std::stop_token stop)
{
    return Reading(path, format, options, progress, std::move(stop)).run();
}

}  // namespace longhand::ingest
