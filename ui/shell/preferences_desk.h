// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/assistant.h"

class QMenu;
class QWidget;

namespace longhand::ui {

// What a person set, put into effect: colours and size of the text at once, the dialog of all
// settings.
class PreferencesDesk : public QObject {
    Q_OBJECT
public:
    // `window` is the parent of dialogs.
    PreferencesDesk(Assistant& assistant, QWidget* window);

    void addColours(QMenu* menu); // light, dark, as the system

private:
    void apply(const SettingsView& settings);

    Preferences& m_preferences;
    QWidget* m_window;
    Theme m_theme = Theme::system;
};

} // namespace longhand::ui
