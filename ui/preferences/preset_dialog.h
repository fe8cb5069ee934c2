// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/preferences.h"

#include <QDialog>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace longhand::ui {

// The presets: those of the program to look at, a person's own to change.
class PresetDialog : public QDialog {
    Q_OBJECT
public:
    PresetDialog(Preferences& preferences, QWidget* parent);

private:
    QWidget* makeForm();
    void fill(const QString& chosen);
    void show(int row);
    void store(); // what the form says into the preset that is shown
    void addCopy();
    void remove();

    Preferences& m_preferences;
    QListWidget* m_list;
    QLabel* m_note;
    QLineEdit* m_name = nullptr;
    QSpinBox* m_tokens = nullptr;
    QComboBox* m_kvType = nullptr;
    QComboBox* m_device = nullptr;
    QSpinBox* m_threads = nullptr;
    QSpinBox* m_memory = nullptr;
    QDoubleSpinBox* m_temperature = nullptr;
    QDoubleSpinBox* m_topP = nullptr;
    QPushButton* m_remove;
    bool m_showing = false; // the form is being filled, not edited
};

} // namespace longhand::ui
