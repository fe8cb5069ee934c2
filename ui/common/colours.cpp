// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/colours.h"

#include <QApplication>

namespace longhand::ui {
namespace {

QColor mix(const QColor& a, const QColor& b, double share)
{
    const auto part = [share](int from, int to) {
        return static_cast<int>(from + (to - from) * share);
    };
    return {part(a.red(), b.red()), part(a.green(), b.green()), part(a.blue(), b.blue())};
}

QPalette lightPalette()
{
    QPalette palette(QColor(0xf0, 0xf0, 0xee), QColor(0xf4, 0xf4, 0xf2));
    palette.setColor(QPalette::Base, QColor(0xff, 0xff, 0xff));
    palette.setColor(QPalette::Text, QColor(0x1e, 0x1f, 0x22));
    palette.setColor(QPalette::WindowText, QColor(0x1e, 0x1f, 0x22));
    palette.setColor(QPalette::ButtonText, QColor(0x1e, 0x1f, 0x22));
    palette.setColor(QPalette::Highlight, QColor(0x2d, 0x6a, 0x9f));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, QColor(0x1b, 0x5c, 0x94));
    palette.setColor(QPalette::PlaceholderText, QColor(0x6a, 0x6c, 0x70));
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(0x8c, 0x8d, 0x90));
    return palette;
}

QPalette darkPalette()
{
    QPalette palette(QColor(0x35, 0x36, 0x39), QColor(0x2a, 0x2b, 0x2e));
    const QColor text(0xe4, 0xe4, 0xe2);
    palette.setColor(QPalette::Base, QColor(0x20, 0x21, 0x23));
    palette.setColor(QPalette::AlternateBase, QColor(0x27, 0x28, 0x2b));
    palette.setColor(QPalette::ToolTipBase, QColor(0x3a, 0x3b, 0x3f));
    palette.setColor(QPalette::ToolTipText, text);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(role, text);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(0x8a, 0x8b, 0x8e));
    palette.setColor(QPalette::Highlight, QColor(0x3b, 0x7a, 0xaf));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, QColor(0x83, 0xb9, 0xe6));
    palette.setColor(QPalette::PlaceholderText, QColor(0x9a, 0x9b, 0x9e));
    return palette;
}

} // namespace

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::Base).lightness() < palette.color(QPalette::Text).lightness();
}

QColor dimText(const QPalette& palette)
{
    return mix(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.3);
}

QColor linkText(const QPalette& palette)
{
    // Where nobody chose one, Qt's link is pure blue, which glares.
    const QColor link = palette.color(QPalette::Link);
    return link == QColor(Qt::blue) ? QColor(0x1b, 0x5c, 0x94) : link;
}

QColor warningText(const QPalette& palette)
{
    return isDark(palette) ? QColor(0xe9, 0xb4, 0x5c) : QColor(0x8a, 0x50, 0x00);
}

QColor cardFill(const QPalette& palette)
{
    return mix(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.05);
}

QColor selectedFill(const QPalette& palette)
{
    return mix(palette.color(QPalette::Base), palette.color(QPalette::Highlight), 0.13);
}

QColor hairline(const QPalette& palette)
{
    return mix(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.18);
}

QColor passageMark(const QPalette& palette)
{
    return isDark(palette) ? QColor(0xc9, 0x9a, 0x2e, 110) : QColor(0xff, 0xd5, 0x4a, 120);
}

void applyColourScheme(ColourScheme scheme)
{
    switch (scheme) {
    case ColourScheme::system:
        QApplication::setPalette(QPalette());
        return;
    case ColourScheme::light:
        QApplication::setPalette(lightPalette());
        return;
    case ColourScheme::dark:
        QApplication::setPalette(darkPalette());
        return;
    }
}

} // namespace longhand::ui
