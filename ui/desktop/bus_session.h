// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/session.h"

#include <memory>

class QDBusConnection;

namespace longhand::ui {

// Session over D-Bus. Sleep: the portal's Inhibit (org.freedesktop.portal.Inhibit, flag 4), else
// systemd-logind's (org.freedesktop.login1.Manager.Inhibit). Notices:
// org.freedesktop.Notifications 1.2. Progress: com.canonical.Unity.LauncherEntry, which Plasma,
// Ubuntu's dock and Dash to Dock show. No call waits for its answer.
class BusSession : public Session {
    Q_OBJECT
public:
    explicit BusSession(QObject* parent = nullptr); // the session's and the system's bus
    BusSession(const QDBusConnection& session, const QDBusConnection& system,
               QObject* parent = nullptr);
    ~BusSession() override; // lets the machine sleep again

    void keepAwake(bool on, const QString& reason) override;
    void notify(const Notice& notice) override;
    void showProgress(std::optional<double> share) override;

private slots:
    void actionInvoked(uint id, const QString& action);
    void activationToken(uint id, const QString& token);
    void notificationClosed(uint id, uint reason);

private:
    struct Buses;
    void askPortal();
    void askLogin();
    void letSleep();
    void send(const Notice& notice);

    std::unique_ptr<Buses> m_;
};

} // namespace longhand::ui
