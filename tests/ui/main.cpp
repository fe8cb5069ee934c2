// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QLocale>
#include <QTranslator>

#include <gtest/gtest.h>

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    testing::InitGoogleTest(&argc, argv);
    const QApplication application(argc, argv);
    // English has translations too: its plurals.
    QTranslator plurals;
    if (plurals.load(QStringLiteral(LONGHAND_TRANSLATIONS "/longhand_en.qm")))
        QApplication::installTranslator(&plurals);
    return RUN_ALL_TESTS();
}
