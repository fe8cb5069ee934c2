// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/preferences.h"

namespace longhand::ui {

// Keeps what is set, in memory.
class FakePreferences : public Preferences {
    Q_OBJECT
public:
    FakePreferences()
    {
        const auto preset = [](const char* id, const char* name, qint64 tokens) {
            PresetView view;
            view.id = QLatin1String(id);
            view.name = QLatin1String(name);
            view.contextTokens = tokens;
            view.kvType = QStringLiteral("f16");
            view.builtIn = true;
            return view;
        };
        set.presets = {preset("quick", "Quick", 4096), preset("balanced", "Balanced", 32768),
                       preset("thorough", "Thorough", 0)};
    }
    [[nodiscard]] const SettingsView& settings() const override { return set; }
    void change(const SettingsView& settings) override
    {
        if (settings == set)
            return;
        set = settings;
        ++changes;
        emit settingsChanged(set);
    }
    [[nodiscard]] QStringList problems() const override { return wrong; }
    void readDataUse() override { emit dataUseRead(use); }
    void testServer(const ServerView& server) override { tested.append(server); }
    void freeReadings() override
    {
        use.readings = 0;
        readDataUse();
    }

    SettingsView set;
    QStringList wrong;
    DataUseView use;
    QList<ServerView> tested;
    int changes = 0;
};

} // namespace longhand::ui
