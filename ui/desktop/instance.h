// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>

class QDBusConnection;

namespace longhand::ui {

// One window a library: a second start hands its files to the first and ends. Over the session's
// bus, as org.freedesktop.Application, so that a desktop can do the same. Without a bus every start
// has a window of its own. Lives on the GUI thread.
class Instance : public QObject {
    Q_OBJECT
public:
    // `library` is the data folder when it was named by hand, empty for the person's own.
    explicit Instance(const QString& library, QObject* parent = nullptr);
    Instance(const QDBusConnection& bus, const QString& library, QObject* parent = nullptr);
    ~Instance() override;

    // True: another one is there and took the files (absolute paths) and comes to the front. Waits
    // two seconds at most; one that does not answer by then is left alone.
    [[nodiscard]] bool handOver(const QStringList& files);
    [[nodiscard]] bool isFirst() const;

signals:
    // Another start: bring the window to the front, and add the files, if any.
    void opened(const QStringList& files);

private:
    struct Bus;
    std::unique_ptr<Bus> m_;
};

} // namespace longhand::ui
