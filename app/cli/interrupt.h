// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>

namespace longhand::cli {

// Ctrl-C and SIGTERM become a stop request: what is finished is kept. A second one ends the
// program at once. Made once, at the start of main, before any thread, so that every thread
// inherits the blocked signals.
class Interrupt {
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;
    [[nodiscard]] std::stop_token token() const { return source_.get_token(); }

private:
    struct Waiter;
    std::stop_source source_;
    Waiter* waiter_;
};

}  // namespace longhand::cli
