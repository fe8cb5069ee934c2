// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ingest/protocol.h"

#include <stop_token>

namespace longhand::ingest {

struct Record {
    RecordKind kind = RecordKind::done;
    std::string payload;
    [[nodiscard]] Payload bytes() const { return std::as_bytes(std::span(payload)); }
};

// One longhand-reader at work on one file: started, spoken to, and dead when this object is. The
// file is opened here and handed over as a descriptor; the child sees no other path of ours, no
// descriptor of ours and only the few environment variables that fonts need. One thread at a time.
class ChildProcess {
public:
    // `mode` is "read" or "render". Fails: not_found, unreadable (the file, or no reader program).
    static Result<ChildProcess> start(const std::filesystem::path& reader, const char* mode,
                                      const std::filesystem::path& file);
    // With no file to read: for printing.
    static Result<ChildProcess> start(const std::filesystem::path& reader, const char* mode);
    ~ChildProcess();  // kills what still runs, and waits for it
    ChildProcess(ChildProcess&& other) noexcept;
    ChildProcess& operator=(ChildProcess&& other) noexcept;

    // Fails: unreadable when the child is gone.
    Result<void> send(RecordKind kind, std::string_view payload);
    // The next record. Fails: unreadable when the child ended without one (the message says how)
    // or was silent for `silence_s` (then silent() holds), corrupt when it sent nonsense,
    // cancelled.
    Result<Record> receive(double silence_s, const std::stop_token& stop);
    [[nodiscard]] bool silent() const { return silent_; }
    [[nodiscard]] std::uint64_t received_bytes() const { return received_bytes_; }

private:
    ChildProcess(int pid, int channel) : pid_(pid), channel_(channel) {}
    // Fills `into`; the error says how the child ended when it did.
    Result<void> read_exactly(std::span<char> into, double silence_s, const std::stop_token& stop);
    std::string end();  // closes, kills, waits; how it ended, in words

    int pid_ = -1;
    int channel_ = -1;
    bool silent_ = false;
    std::uint64_t received_bytes_ = 0;
};

}  // namespace longhand::ingest
