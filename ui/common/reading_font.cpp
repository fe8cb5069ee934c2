// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/reading_font.h"

#include <QStringList>

namespace longhand::ui {
namespace {

QStringList hanFamilies(const QString& bcp47)
{
    const auto families = [](const QString& region) {
        return QStringList{QStringLiteral("Noto Serif CJK ") + region,
                           QStringLiteral("Source Han Serif ") + region,
                           QStringLiteral("Noto Sans CJK ") + region,
                           QStringLiteral("Source Han Sans ") + region};
    };
    if (bcp47.startsWith(QLatin1String("ja")))
        return families(QStringLiteral("JP"));
    if (bcp47.startsWith(QLatin1String("ko")))
        return families(QStringLiteral("KR"));
    if (bcp47.startsWith(QLatin1String("zh"))) {
        const bool traditional = bcp47.contains(QLatin1String("Hant")) ||
                                 bcp47.contains(QLatin1String("TW")) ||
                                 bcp47.contains(QLatin1String("HK"));
        return families(traditional ? QStringLiteral("TC") : QStringLiteral("SC"));
    }
    return {};
}

} // namespace

bool isHanLanguage(const QString& bcp47)
{
    return bcp47.startsWith(QLatin1String("zh")) || bcp47.startsWith(QLatin1String("ja"));
}

QFont readingFont(const QString& bcp47, const QFont& base)
{
    QFont font = base;
    font.setStyleHint(QFont::Serif);
    font.setFamilies(hanFamilies(bcp47) +
                     QStringList{QStringLiteral("Noto Serif"), QStringLiteral("DejaVu Serif"),
                                 QStringLiteral("Liberation Serif"), QStringLiteral("serif")});
    font.setPointSizeF(base.pointSizeF() > 0 ? base.pointSizeF() * 1.1 : 11.0);
    return font;
}

} // namespace longhand::ui
