// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusAbstractAdaptor>
#include <QStringList>
#include <QVariantMap>

#include <functional>

namespace longhand::ui {

// org.freedesktop.Application of the Desktop Entry Specification, "D-Bus Activation".
class ApplicationAdaptor : public QDBusAbstractAdaptor {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Application")
public:
    // A function rather than a signal: a signal of an adaptor goes out on the bus.
    using Opened = std::function<void(const QStringList& files)>;
    ApplicationAdaptor(QObject* parent, Opened opened);

public slots:
    void Activate(const QVariantMap& platform);
    void Open(const QStringList& uris, const QVariantMap& platform);
    void ActivateAction(const QString& action, const QVariantList& parameter,
                        const QVariantMap& platform); // we name none: as Activate

private:
    Opened m_opened;
};

QStringList urisOf(const QStringList& files);
QStringList filesOf(const QStringList& uris); // those of this machine

} // namespace longhand::ui
