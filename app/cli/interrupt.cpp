// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interrupt.h"

#include <csignal>
#include <ctime>
#include <thread>

#include <unistd.h>

namespace longhand::cli {
namespace {

sigset_t interrupting_signals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}

}  // namespace

struct Interrupt::Waiter {
    std::jthread thread;
};

Interrupt::Interrupt() : waiter_(new Waiter)
{
    const sigset_t signals = interrupting_signals();
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    waiter_->thread = std::jthread([this, signals](const std::stop_token& ended) {
        const timespec pause{.tv_sec = 0, .tv_nsec = 50'000'000};
        while (!ended.stop_requested()) {
            if (::sigtimedwait(&signals, nullptr, &pause) < 0)
                continue;
            if (source_.stop_requested())
                ::_exit(130);
            source_.request_stop();
        }
    });
}

Interrupt::~Interrupt()
{
    delete waiter_;  // requests stop and joins
}

}  // namespace longhand::cli
