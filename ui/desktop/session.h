// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <optional>

namespace longhand::ui {

// A word from work that a person may have forgotten about.
struct Notice {
    QString tag; // told back when it is opened; a later notice of the same tag takes its place
    QString title, body; // plain text; a book's title in it is text like any other
    QString action;      // of the button
    bool trouble = false;
};

// What the desktop around the window offers to long work. Lives on the GUI thread; every call
// returns at once. Where the desktop offers nothing, nothing happens: the window says it all too.
class Session : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    // While on, the machine does not fall asleep by itself. `reason` is shown by the desktop.
    virtual void keepAwake(bool on, const QString& reason) = 0;
    virtual void notify(const Notice& notice) = 0;
    // At the program's icon: 0 to 1; nothing: no bar.
    virtual void showProgress(std::optional<double> share) = 0;

signals:
    void noticeOpened(const QString& tag);
};

} // namespace longhand::ui
