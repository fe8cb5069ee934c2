// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/failure.h"
#include "ui/bridge/preference_views.h"

#include <QObject>
#include <QStringList>

namespace longhand::ui {

// What a person set, shared with the command line. Lives on the GUI thread.
class Preferences : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] virtual const SettingsView& settings() const = 0; // as they are now
    // Takes effect at once (-> settingsChanged) and is saved; what cannot be saved is said as
    // `failed` and holds until the program ends. No change, no signal.
    virtual void change(const SettingsView& settings) = 0;
    // What was wrong with the file when it was read, in sentences of the log. Empty: nothing.
    [[nodiscard]] virtual QStringList problems() const = 0;
    virtual void readDataUse() = 0; // -> dataUseRead
    // Asks the server for its models, whether it is on or not: only at a person's word.
    // -> serverTested
    virtual void testServer(const ServerView& server) = 0;
    // Removes what models have read of all books; they read it again when asked. -> dataUseRead
    virtual void freeReadings() = 0;

signals:
    void settingsChanged(const longhand::ui::SettingsView& settings);
    void dataUseRead(const longhand::ui::DataUseView& use);
    void serverTested(const longhand::ui::ServerTestView& result);
    void failed(const longhand::ui::Failure& failure);
};

} // namespace longhand::ui
