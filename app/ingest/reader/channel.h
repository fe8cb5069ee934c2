// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ingest/protocol.h"

#include <optional>

namespace longhand::ingest::reader {

// The child's end of the socket. When the other end is gone, or too much was sent, the process
// ends: there is nobody left to tell.
class Channel {
public:
    explicit Channel(int descriptor) : descriptor_(descriptor) {}
    void limit_output(std::uint64_t bytes) { left_bytes_ = bytes; }
    void send(RecordKind kind, std::string_view payload);
    void fail(ErrorKind kind, const std::string& message);
    // The next request; none when the program closed its end or sent nonsense.
    struct Request {
        RecordKind kind = RecordKind::done;
        std::string payload;
    };
    std::optional<Request> receive();

private:
    void write_all(std::string_view bytes);
    bool read_all(std::span<char> into);

    int descriptor_;
    std::uint64_t left_bytes_ = ~std::uint64_t{0};
};

}  // namespace longhand::ingest::reader
