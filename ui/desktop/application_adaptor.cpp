// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/application_adaptor.h"

#include <QUrl>

#include <utility>

namespace longhand::ui {

QStringList urisOf(const QStringList& files)
{
    QStringList uris;
    for (const QString& file : files)
        uris << QUrl::fromLocalFile(file).toString(QUrl::FullyEncoded);
    return uris;
}

QStringList filesOf(const QStringList& uris)
{
    QStringList files;
    for (const QString& uri : uris)
        if (const QUrl url(uri); url.isLocalFile())
            files << url.toLocalFile();
    return files;
}

ApplicationAdaptor::ApplicationAdaptor(QObject* parent, Opened opened)
    : QDBusAbstractAdaptor(parent), m_opened(std::move(opened))
{
}

void ApplicationAdaptor::Activate(const QVariantMap& platform)
{
    Open({}, platform);
}

void ApplicationAdaptor::Open(const QStringList& uris, const QVariantMap& platform)
{
    const QString token = platform.value(QStringLiteral("activation-token")).toString();
    if (!token.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8()); // taken by the window that asks next
    m_opened(filesOf(uris));
}

void ApplicationAdaptor::ActivateAction(const QString& action, const QVariantList& parameter,
                                        const QVariantMap& platform)
{
    Q_UNUSED(action)
    Q_UNUSED(parameter)
    Activate(platform);
}

} // namespace longhand::ui
