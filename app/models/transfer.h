// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>
#include <string>

namespace longhand::models {

// One answer of a server, as far as fetching a file needs it.
struct Reply {
    int status = 0;                           // 200, 206, 404, ...
    std::uint64_t length = 0;                 // bytes of this answer; 0: not said
    std::uint64_t range_begin = 0, total = 0; // of Content-Range; 0: not said
    std::string etag;                         // as sent, with its quotes
    std::string last_modified;
    std::string announced_sha256; // a hash the server names for the whole file; empty: none
};
struct TransferRequest {
    std::string url;
    std::uint64_t from = 0;     // first byte wanted
    std::string if_range;       // with `from`: the mark of the file that the part belongs to
    bool loopback_http = false; // also plain http, on this machine alone; for tests
    // Called once, when the answer's head is there; false ends the transfer without an error.
    std::function<bool(const Reply&)> begin;
    // Called with the body's pieces in order; false ends the transfer as unreadable.
    std::function<bool(std::span<const char>)> write;
};

// Whether this build can fetch at all.
bool has_network();

// One request. Certificates are checked; redirections go to https alone, five at most; a server
// that sends less than a byte a second for 30 seconds is given up. Fails: unsupported (a build
// without network, an address that is not https), not_found (404, 410), cancelled, unreadable
// (no connection, a certificate, another status, cut off: what came is with the caller).
Result<void> transfer(const TransferRequest& request, const std::stop_token& stop);

} // namespace longhand::models
