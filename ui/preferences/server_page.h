// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/preferences.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace longhand::ui {

// A server of models in place of this computer's engine: off by default, and what leaves the
// computer stands above everything else.
class ServerPage : public QWidget {
    Q_OBJECT
public:
    // `canConnect` false: this build has no network code, and the page says so.
    ServerPage(Preferences& preferences, bool canConnect, QWidget* parent);

private:
    QLineEdit* addLine(QFormLayout* form, const QString& label, const char* name,
                       const QString& placeholder, const std::function<QString&(ServerView&)>& field);
    QLabel* addNote(QFormLayout* form, const char* name, const QString& text);
    void set(const std::function<void(ServerView&)>& field);
    void show(const SettingsView& settings);
    void showResult(const ServerTestView& result);
    void test();

    Preferences& m_preferences;
    bool m_canConnect;
    QCheckBox* m_on;
    QLineEdit* m_address;
    QLabel* m_open; // the address is not encrypted
    QLineEdit* m_model;
    QLineEdit* m_key;
    QSpinBox* m_parallel;
    QPushButton* m_test;
    QLabel* m_result;
    bool m_showing = false; // the fields are being filled, not edited
};

} // namespace longhand::ui
