// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <thread>
#include <vector>

namespace longhand::tensor {

// A fixed team of threads for steps of microseconds. Between two steps the threads spin for a
// moment, then sleep. Units are handed out one by one, so that a thread which the system stops
// delays its own unit alone; one that never comes in time is not waited for.
class ThreadPool {
public:
    explicit ThreadPool(int threads); // the caller is one of them
    ~ThreadPool();
    ThreadPool(const ThreadPool&) = delete;
    ThreadPool& operator=(const ThreadPool&) = delete;

    [[nodiscard]] int threads() const { return static_cast<int>(workers_.size()) + 1; }

    // Calls work(unit, thread) once for each unit in [0, units), thread in [0, threads()), and
    // returns when all have returned. `work` must not throw. One caller at a time; no memory.
    template <class Work> void for_each(std::int64_t units, const Work& work)
    {
        if (units == 1 || workers_.empty()) {
            for (std::int64_t unit = 0; unit < units; ++unit)
                work(unit, 0);
            return;
        }
        run(units, &work, [](const void* context, std::int64_t unit, int thread) {
            (*static_cast<const Work*>(context))(unit, thread);
        });
    }

private:
    using Call = void (*)(const void*, std::int64_t, int);
    void run(std::int64_t units, const void* context, Call call);
    void serve(int thread);
    void take_units(int thread);
    bool enter();

    // The step on offer. Written by the caller while no worker is inside, read by workers inside.
    std::int64_t units_ = 0;
    const void* context_ = nullptr;
    Call call_ = nullptr;

    alignas(64) std::atomic<std::int64_t> next_{0};
    // Bit 0: open. The rest: 2 * number of workers inside.
    alignas(64) std::atomic<std::uint32_t> door_{0};
    // Counts steps; workers wait for it to change. The last value means the end.
    alignas(64) std::atomic<std::uint32_t> step_{0};
    std::atomic<int> sleepers_{0};
    std::atomic<bool> stop_{false};
    std::vector<std::thread> workers_;
};

} // namespace longhand::tensor
