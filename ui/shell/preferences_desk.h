// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/assistant.h"
#include "ui/shell/panes.h"

class QMenu;
class QWidget;

namespace longhand::ui {

class BookDesk;
class ModelsDesk;

// What a person set, put into effect: colours and size of the text at once, the dialog of all
// settings.
class PreferencesDesk : public QObject {
    Q_OBJECT
public:
    // `window` is the parent of dialogs.
    PreferencesDesk(Assistant& assistant, ModelsDesk& models, QWidget* window);

    // Whoever sets a language finds it chosen where summaries and translations are asked for.
    void useIn(BookDesk& books, const Panes& panes);
    void open();                  // the dialog
    void addColours(QMenu* menu); // light, dark, as the system

private:
    void apply(const SettingsView& settings);

    Assistant& m_assistant;
    Preferences& m_preferences;
    ModelsDesk& m_models;
    QWidget* m_window;
    Theme m_theme = Theme::system;
};

} // namespace longhand::ui
