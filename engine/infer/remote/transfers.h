// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/infer/remote/remote_generator.h"

#include <functional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace longhand::infer::remote {

// One request to the server. All callbacks come on the thread that called `run_transfers`.
struct Transfer {
    std::string path; // behind the server's /v1; empty: there is nothing to send
    std::string body; // JSON to send; empty: GET
    std::function<void(int status, const std::string& content_type,
                       std::chrono::milliseconds retry_after)>
        head;
    std::function<bool(std::string_view bytes)> body_bytes; // false ends the transfer
    // The transfer has ended: with what the network said, empty when in order. Again after the
    // pause returned, also with another path and body, or done with when that is negative.
    std::function<std::chrono::milliseconds(const std::string& error)> ended;
    std::function<void()> begins; // before each attempt
};

// Runs them all, at most `options.max_parallel` at a time; returns early on a stop. `beat` is called
// about once a second, also while nothing comes. `key`: sent as a bearer's, empty for none. Redirections are not followed: the key would go along. Fails:
// out_of_memory.
Result<void> run_transfers(std::vector<Transfer>& transfers, const RemoteOptions& options,
                           const std::string& key, const std::stop_token& stop,
                           const std::function<void()>& beat = {});

} // namespace longhand::infer::remote
