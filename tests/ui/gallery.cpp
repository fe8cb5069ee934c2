// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the window's states into PNG files, for people to judge them, light and dark:
//   ui_gallery FOLDER [TRANSLATION.qm]      QT_SCALE_FACTOR=2 for a sharper screen
// Not a test; built on demand (ninja ui_gallery).
#include "tests/ui/support/screens.h"
#include "ui/common/colours.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QTranslator>
#include <QWidget>

int main(int argc, char** argv)
{
    using namespace longhand::ui;
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    if (argc < 2)
        return 2;
    QTranslator translator;
    if (translator.load(argc > 2 ? QString::fromLocal8Bit(argv[2])
                                 : QStringLiteral(LONGHAND_TRANSLATIONS "/longhand_en.qm")))
        QApplication::installTranslator(&translator);
    if (argc > 2) // longhand_zh_CN.qm: numbers and dates speak it too
        QLocale::setDefault(
            QLocale(QFileInfo(QString::fromLocal8Bit(argv[2])).baseName().section(u'_', 1)));
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    for (const bool dark : {false, true}) {
        applyColourScheme(dark ? ColourScheme::dark : ColourScheme::light);
        visitScreens([&](QWidget& widget, const QString& name) {
            widget.grab().save(folder.filePath(
                name + (dark ? QStringLiteral("-dark.png") : QStringLiteral(".png"))));
        });
    }
    return 0;
}
