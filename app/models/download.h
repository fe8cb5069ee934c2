// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>

namespace longhand::models {

struct DownloadRequest {
    std::string url;              // https
    std::filesystem::path target; // the model's file when all is well
    std::string sha256;           // lower case; empty: none is known
    bool allowed = false;         // the settings let Longhand use the network
    bool loopback_http = false;   // plain http from this machine itself; for tests
    int retries = 5;              // after a cut connection that had brought something
    int first_wait_ms = 1000;     // before the first of them; doubled each time
};
struct DownloadProgress {
    std::uint64_t done = 0, total = 0; // bytes; total 0: the server did not say
    double bytes_per_s = 0.0;
    double eta_s = -1.0;   // negative: not known
    bool checking = false; // all bytes are here and are being compared
};
using DownloadSink = std::function<void(const DownloadProgress&)>;

struct Downloaded {
    std::filesystem::path path;
    std::string sha256;
    // What the hash was compared with; `not_compared`: neither the catalogue nor the server named
    // one.
    enum class Compared : std::uint8_t { publisher, server, not_compared } compared;
};

// Fetches a model file. What is not finished lies as TARGET.part with its journal TARGET.part.json
// beside it, and the next call goes on there if the server still has the same file, else from the
// start. The target appears only when length and hash are right and it is a model by its own
// account; a wrong file is deleted. Stopping keeps the part.
// Fails: invalid (the settings say offline), unsupported (no https; a build without network),
// not_found, unreadable (the connection, the server, the disk), out_of_memory (the disk has no
// room, said before the first byte), corrupt (wrong hash or no model), cancelled.
Result<Downloaded> download(const DownloadRequest& request, const DownloadSink& sink,
                            const std::stop_token& stop);

// Bytes of an unfinished download and of the whole, if there is one.
std::optional<std::pair<std::uint64_t, std::uint64_t>>
unfinished_download(const std::filesystem::path& target);
void forget_download(const std::filesystem::path& target); // deletes what came so far

} // namespace longhand::models
