// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tensor/cpu/thread_pool.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace longhand::tensor {
namespace {

// About 50 us: longer than the gap between two steps of a token, short beside a person's pause.
constexpr int kSpins = 2000;

void relax()
{
#if defined(__x86_64__)
    _mm_pause();
#elif defined(__aarch64__)
    asm volatile("yield");
#endif
}

} // namespace

ThreadPool::ThreadPool(int threads)
{
    workers_.reserve(static_cast<std::size_t>(threads > 1 ? threads - 1 : 0));
    for (int thread = 1; thread < threads; ++thread)
        workers_.emplace_back([this, thread] { serve(thread); });
}

ThreadPool::~ThreadPool()
{
    stop_.store(true);
    step_.fetch_add(1);
    step_.notify_all();
    for (std::thread& worker : workers_)
        worker.join();
}

void ThreadPool::take_units(int thread)
{
    for (;;) {
        const std::int64_t unit = next_.fetch_add(1, std::memory_order_relaxed);
        if (unit >= units_)
            return;
        call_(context_, unit, thread);
    }
}

bool ThreadPool::enter()
{
    std::uint32_t door = door_.load(std::memory_order_relaxed);
    while ((door & 1U) != 0)
        if (door_.compare_exchange_weak(door, door + 2, std::memory_order_acquire,
                                        std::memory_order_relaxed))
            return true;
    return false;
}

void ThreadPool::run(std::int64_t units, const void* context, Call call)
{
    units_ = units;
    context_ = context;
    call_ = call;
    next_.store(0, std::memory_order_relaxed);
    door_.store(1, std::memory_order_release);
    step_.fetch_add(1);
    // A worker counts itself before it looks at step_ again, so none sleeps through this.
    if (sleepers_.load() != 0)
        step_.notify_all();
    take_units(0);
    // Whoever is not inside by now has nothing left to do.
    door_.fetch_and(~1U, std::memory_order_acq_rel);
    for (int spin = 0; door_.load(std::memory_order_acquire) != 0; ++spin) {
        relax();
        if (spin >= kSpins)
            std::this_thread::yield();
    }
}

void ThreadPool::serve(int thread)
{
    std::uint32_t seen = 0;
    for (;;) {
        for (int spin = 0; spin < kSpins && step_.load(std::memory_order_acquire) == seen; ++spin)
            relax();
        sleepers_.fetch_add(1);
        step_.wait(seen);
        sleepers_.fetch_sub(1);
        seen = step_.load();
        if (stop_.load())
            return;
        if (enter()) {
            take_units(thread);
            door_.fetch_sub(2, std::memory_order_release);
        }
    }
}

} // namespace longhand::tensor
