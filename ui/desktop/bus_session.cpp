// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/bus_session.h"

#include "ui/desktop/names.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusUnixFileDescriptor>
#include <QHash>

#include <algorithm>
#include <cmath>

namespace longhand::ui {
namespace {

constexpr auto kPortal = "org.freedesktop.portal.Desktop";
constexpr auto kLogin = "org.freedesktop.login1";
constexpr auto kNotifications = "org.freedesktop.Notifications";
constexpr uint kSuspend = 4; // of the portal's flags

QDBusMessage portalCall(const QString& path, const char* interface, const char* method)
{
    return QDBusMessage::createMethodCall(QLatin1String(kPortal), path, QLatin1String(interface),
                                          QLatin1String(method));
}

QDBusMessage noticeCall(const char* method)
{
    return QDBusMessage::createMethodCall(QLatin1String(kNotifications),
                                          QStringLiteral("/org/freedesktop/Notifications"),
                                          QLatin1String(kNotifications), QLatin1String(method));
}

// Calls `answered` with the reply, on this thread, later.
template <class Answered>
void call(const QDBusConnection& bus, const QDBusMessage& message, QObject* context,
          Answered answered)
{
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(message), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context,
                     [answered](QDBusPendingCallWatcher* done) {
                         done->deleteLater();
                         answered(*done);
                     });
}

} // namespace

struct BusSession::Buses {
    QDBusConnection session, system;
    bool wanted = false; // awake
    int round = 0;       // of keepAwake; an answer to an earlier one is given back
    QString reason;
    QString request;             // the portal's handle
    QDBusUnixFileDescriptor lock; // logind's
    std::optional<bool> markup;  // whether the desktop reads bodies as markup
    QHash<uint, QString> shown;  // notices and their tags
    int percent = -1;            // as the icon shows it
};

BusSession::BusSession(QObject* parent)
    : BusSession(QDBusConnection::sessionBus(), QDBusConnection::systemBus(), parent)
{
}

BusSession::BusSession(const QDBusConnection& session, const QDBusConnection& system,
                       QObject* parent)
    : Session(parent), m_(new Buses{session, system, false, 0, {}, {}, {}, {}, {}, -1})
{
    const QString service = QLatin1String(kNotifications);
    const QString path = QStringLiteral("/org/freedesktop/Notifications");
    m_->session.connect(service, path, service, QStringLiteral("ActionInvoked"), this,
                        SLOT(actionInvoked(uint, QString)));
    m_->session.connect(service, path, service, QStringLiteral("ActivationToken"), this,
                        SLOT(activationToken(uint, QString)));
    m_->session.connect(service, path, service, QStringLiteral("NotificationClosed"), this,
                        SLOT(notificationClosed(uint, uint)));
}

BusSession::~BusSession()
{
    letSleep();
    showProgress({});
}

void BusSession::keepAwake(bool on, const QString& reason)
{
    if (on == m_->wanted)
        return;
    m_->wanted = on;
    ++m_->round;
    m_->reason = reason;
    if (on)
        askPortal();
    else
        letSleep();
}

void BusSession::askPortal()
{
    QDBusMessage message = portalCall(QStringLiteral("/org/freedesktop/portal/desktop"),
                                      "org.freedesktop.portal.Inhibit", "Inhibit");
    message << QString() << kSuspend
            << QVariantMap{{QStringLiteral("reason"), m_->reason}};
    call(m_->session, message, this, [this, round = m_->round](const QDBusPendingCall& done) {
        const QDBusPendingReply<QDBusObjectPath> reply = done;
        if (reply.isError()) {
            if (round == m_->round)
                askLogin();
            return;
        }
        if (round == m_->round) {
            m_->request = reply.value().path();
            return;
        }
        // It came too late: not wanted any more, or asked for anew meanwhile.
        m_->session.send(portalCall(reply.value().path(), "org.freedesktop.portal.Request",
                                    "Close"));
    });
}

void BusSession::askLogin()
{
    QDBusMessage message = QDBusMessage::createMethodCall(
        QLatin1String(kLogin), QStringLiteral("/org/freedesktop/login1"),
        QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("Inhibit"));
    message << QStringLiteral("sleep:idle") << QStringLiteral("Longhand") << m_->reason
            << QStringLiteral("block");
    call(m_->system, message, this, [this, round = m_->round](const QDBusPendingCall& done) {
        const QDBusPendingReply<QDBusUnixFileDescriptor> reply = done;
        // Dropping the descriptor gives the lock back.
        if (!reply.isError() && round == m_->round)
            m_->lock = reply.value();
    });
}

void BusSession::letSleep()
{
    m_->lock = {};
    if (m_->request.isEmpty())
        return;
    m_->session.send(portalCall(m_->request, "org.freedesktop.portal.Request", "Close"));
    m_->request.clear();
}

void BusSession::notify(const Notice& notice)
{
    if (m_->markup) {
        send(notice);
        return;
    }
    call(m_->session, noticeCall("GetCapabilities"), this,
         [this, notice](const QDBusPendingCall& done) {
             const QDBusPendingReply<QStringList> reply = done;
             if (reply.isError())
                 return; // nobody shows notices here
             m_->markup = reply.value().contains(QStringLiteral("body-markup"));
             send(notice);
         });
}

void BusSession::send(const Notice& notice)
{
    QStringList actions;
    if (!notice.action.isEmpty())
        actions = {QStringLiteral("default"), notice.action, QStringLiteral("open"),
                   notice.action};
    QDBusMessage message = noticeCall("Notify");
    message << QStringLiteral("Longhand") << m_->shown.key(notice.tag, 0U)
            << QLatin1String(kDesktopId) << notice.title
            << (*m_->markup ? notice.body.toHtmlEscaped() : notice.body) << actions
            << QVariantMap{{QStringLiteral("desktop-entry"), QLatin1String(kDesktopId)},
                           {QStringLiteral("category"),
                            notice.trouble ? QStringLiteral("transfer.error")
                                           : QStringLiteral("transfer.complete")}}
            << -1;
    call(m_->session, message, this, [this, tag = notice.tag](const QDBusPendingCall& done) {
        const QDBusPendingReply<uint> reply = done;
        if (!reply.isError())
            m_->shown.insert(reply.value(), tag);
    });
}

void BusSession::actionInvoked(uint id, const QString& action)
{
    Q_UNUSED(action)
    if (const auto known = m_->shown.constFind(id); known != m_->shown.constEnd())
        emit noticeOpened(*known);
}

void BusSession::activationToken(uint id, const QString& token)
{
    // Qt takes it from here when a window next asks to come to the front.
    if (m_->shown.contains(id))
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
}

void BusSession::notificationClosed(uint id, uint reason)
{
    Q_UNUSED(reason)
    m_->shown.remove(id);
}

void BusSession::showProgress(std::optional<double> share)
{
    const int percent =
        share ? std::clamp(static_cast<int>(std::lround(*share * 100.0)), 0, 100) : -1;
    if (percent == m_->percent)
        return;
    m_->percent = percent;
    QDBusMessage message = QDBusMessage::createSignal(
        QLatin1String(kObjectPath), QStringLiteral("com.canonical.Unity.LauncherEntry"),
        QStringLiteral("Update"));
    message << QStringLiteral("application://%1.desktop").arg(QLatin1String(kDesktopId))
            << QVariantMap{{QStringLiteral("progress-visible"), percent >= 0},
                           {QStringLiteral("progress"), std::max(percent, 0) / 100.0}};
    m_->session.send(message);
}

} // namespace longhand::ui
