// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/instance.h"

#include "ui/desktop/application_adaptor.h"
#include "ui/desktop/names.h"

#include <QCryptographicHash>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusReply>

namespace longhand::ui {
namespace {

constexpr int kPatienceMs = 2000;

QString serviceOf(const QString& library)
{
    QString name = QLatin1String(kDesktopId);
    if (!library.isEmpty()) // a part of a bus name may not begin with a digit
        name += QStringLiteral(".d") +
                QString::fromLatin1(QCryptographicHash::hash(library.toUtf8(),
                                                             QCryptographicHash::Sha256)
                                        .toHex()
                                        .left(16));
    return name;
}

} // namespace

struct Instance::Bus {
    QDBusConnection connection;
    QString service;
    bool first = false;
};

Instance::Instance(const QString& library, QObject* parent)
    : Instance(QDBusConnection::sessionBus(), library, parent)
{
}

Instance::Instance(const QDBusConnection& bus, const QString& library, QObject* parent)
    : QObject(parent), m_(new Bus{bus, serviceOf(library), false})
{
    new ApplicationAdaptor(this, [this](const QStringList& files) { emit opened(files); });
    // The object stands before the name, so that whoever sees the name can call.
    if (!m_->connection.isConnected() ||
        !m_->connection.registerObject(QLatin1String(kObjectPath), this))
        return;
    const QDBusReply<QDBusConnectionInterface::RegisterServiceReply> reply =
        m_->connection.interface()->registerService(
            m_->service, QDBusConnectionInterface::DontQueueService,
            QDBusConnectionInterface::DontAllowReplacement);
    m_->first = reply.isValid() && reply.value() == QDBusConnectionInterface::ServiceRegistered;
    if (!m_->first)
        m_->connection.unregisterObject(QLatin1String(kObjectPath));
}

Instance::~Instance()
{
    if (!m_->first)
        return;
    m_->connection.unregisterService(m_->service);
    m_->connection.unregisterObject(QLatin1String(kObjectPath));
}

bool Instance::isFirst() const
{
    return m_->first;
}

bool Instance::handOver(const QStringList& files)
{
    if (m_->first || !m_->connection.isConnected())
        return false;
    QVariantMap platform; // what lets the other window come to the front
    if (const QByteArray token = qgetenv("XDG_ACTIVATION_TOKEN"); !token.isEmpty())
        platform.insert(QStringLiteral("activation-token"), QString::fromUtf8(token));
    if (const QByteArray startup = qgetenv("DESKTOP_STARTUP_ID"); !startup.isEmpty())
        platform.insert(QStringLiteral("desktop-startup-id"), QString::fromUtf8(startup));
    QDBusMessage message = QDBusMessage::createMethodCall(
        m_->service, QLatin1String(kObjectPath), QStringLiteral("org.freedesktop.Application"),
        files.isEmpty() ? QStringLiteral("Activate") : QStringLiteral("Open"));
    message.setAutoStartService(false);
    if (!files.isEmpty())
        message << urisOf(files);
    message << platform;
    return m_->connection.call(message, QDBus::Block, kPatienceMs).type() ==
           QDBusMessage::ReplyMessage;
}

} // namespace longhand::ui
