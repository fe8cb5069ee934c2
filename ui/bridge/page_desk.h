// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ingest/ingest.h"
#include "ui/bridge/failure.h"
#include "ui/bridge/worker.h"

#include <QHash>
#include <QImage>

#include <list>
#include <memory>

namespace longhand::ui {

// Pictures of pages, drawn by a child process on a thread of its own. Lives on the GUI thread.
class PageDesk : public QObject {
    Q_OBJECT
public:
    explicit PageDesk(ingest::Options options, QObject* parent = nullptr);

    // Where a book's file lies, and the password it was opened with.
    void setSource(qint64 book, const QString& path);
    void setPassword(qint64 book, const QString& password);
    void draw(qint64 book, int page, double pixelsPerPoint); // -> ready or failed

signals:
    void ready(qint64 book, int page, double pixelsPerPoint, const QImage& image);
    void failed(qint64 book, int page, const longhand::ui::Failure& failure);

private:
    struct Open {
        qint64 book = 0;
        std::unique_ptr<ingest::PageRenderer> renderer;
    };
    // On the worker's thread. The renderers of the books looked at last stay open.
    Result<ingest::PageRenderer*> renderer(qint64 book, const ingest::Options& options,
                                           const std::filesystem::path& path);

    ingest::Options m_options;
    QHash<qint64, QString> m_paths;
    QHash<qint64, QString> m_passwords;
    std::list<Open> m_open; // worker's thread alone; latest first
    Worker m_worker;        // last: joined before what it uses goes
};

} // namespace longhand::ui
