// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/library.h"
#include "ui/bridge/failure.h"
#include "ui/bridge/worker.h"

#include <filesystem>
#include <memory>

namespace longhand::ui {

// A worker with a library connection of its own, opened when it is first needed: long work at one
// desk never delays another. Lives on the GUI thread.
class LibraryDesk {
public:
    explicit LibraryDesk(std::filesystem::path dataDir) : m_dataDir(std::move(dataDir)) {}

    // Runs `read(library, stop)` -> Result<T> on the desk's thread, then `done(Result<T>&&)` on
    // the GUI thread, unless `receiver` is gone by then.
    template <class Read, class Done> Task run(QObject* receiver, Read read, Done done)
    {
        using Outcome = std::invoke_result_t<Read&, library::Library&, std::stop_token>;
        return m_worker.run(
            receiver,
            [this, read = std::move(read)](const std::stop_token& stop) mutable -> Outcome {
                if (m_library == nullptr) {
                    TRY(m_library, library::Library::open(m_dataDir));
                }
                return read(*m_library, stop);
            },
            std::move(done));
    }

    // The same where every failure has one receiver: `fail(Failure)` or `show(value)`; for
    // Result<void> `show()`.
    template <class Read, class Show, class Fail>
    Task run(QObject* receiver, Doing doing, const QString& subject, Read read, Show show, Fail fail)
    {
        using Outcome = std::invoke_result_t<Read&, library::Library&, std::stop_token>;
        return run(receiver, std::move(read),
                   [doing, subject, show = std::move(show),
                    fail = std::move(fail)](Outcome&& outcome) mutable {
                       if (!outcome.ok())
                           fail(describe(outcome.error(), doing, subject));
                       else if constexpr (std::is_same_v<Outcome, Result<void>>)
                           show();
                       else
                           show(std::move(outcome).value());
                   });
    }

    ProgressSink progressTo(QObject* receiver, std::function<void(const ProgressView&)> show)
    {
        return m_worker.progressTo(receiver, std::move(show));
    }

private:
    std::filesystem::path m_dataDir;
    std::unique_ptr<library::Library> m_library; // the worker's thread alone
    Worker m_worker;                             // last: joined first
};

} // namespace longhand::ui
