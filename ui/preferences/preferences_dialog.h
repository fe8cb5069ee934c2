// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/models.h"
#include "ui/bridge/preferences.h"

#include <QDialog>

#include <functional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QSpinBox;
class QTabWidget;

namespace longhand::ui {

// Everything a person sets, in five pages. What is changed holds at once; there is nothing to
// confirm.
class PreferencesDialog : public QDialog {
    Q_OBJECT
public:
    PreferencesDialog(Preferences& preferences, Models& models, QWidget* parent);

signals:
    void modelsRequested();
    void folderRequested(const QString& path);

private:
    void makeAppearance();
    void makeWork();
    void makeDesktop();
    void makeData();
    QFormLayout* addPage(const QString& title);
    void addPage(const QString& title, QWidget* page);
    QComboBox* addChoice(QFormLayout* form, const QString& label, const char* name);
    QCheckBox* addSwitch(QFormLayout* form, const QString& label, const char* name,
                         const QString& note);
    // One field of the settings, changed by hand.
    void set(const std::function<void(SettingsView&)>& field);
    void show(const SettingsView& settings);
    void showModels(const QList<ModelCardView>& models);
    void showPresets(const SettingsView& settings);
    void showUse(const DataUseView& use);

    Preferences& m_preferences;
    Models& m_models;
    QString m_languageBefore; // of the interface, when the dialog was opened
    QTabWidget* m_tabs;
    QComboBox* m_language = nullptr;
    QLabel* m_restart = nullptr;
    QComboBox* m_theme = nullptr;
    QComboBox* m_textSize = nullptr;
    QComboBox* m_summaryLanguage = nullptr;
    QComboBox* m_target = nullptr;
    QList<QComboBox*> m_taskModels, m_taskPresets; // summaries, questions, translation
    QComboBox* m_preset = nullptr;
    QSpinBox* m_memory = nullptr;
    QCheckBox* m_network = nullptr;
    QCheckBox* m_notifications = nullptr;
    QCheckBox* m_awake = nullptr;
    QCheckBox* m_keep = nullptr; // what models read
    QSpinBox* m_keepMost = nullptr;
    QPushButton* m_freeReadings = nullptr;
    QLabel* m_folder = nullptr;
    QLabel* m_use = nullptr;
    bool m_showing = false; // the fields are being filled, not edited
};

} // namespace longhand::ui
