// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"
#include "ui/bridge/preferences.h"
#include "ui/bridge/worker.h"

#include <filesystem>
#include <memory>

namespace longhand::ui {

// The settings file of this machine. It is read when this is made, in a millisecond, since the
// window's language and colours hang on it; it is written on a thread of its own.
class LocalPreferences : public Preferences {
    Q_OBJECT
public:
    // An empty `file`: nothing is kept.
    LocalPreferences(std::filesystem::path file, std::filesystem::path dataDir,
                     QObject* parent = nullptr);

    [[nodiscard]] const SettingsView& settings() const override { return m_shown; }
    void change(const SettingsView& settings) override;
    [[nodiscard]] QStringList problems() const override { return m_problems; }
    void readDataUse() override;
    void testServer(const ServerView& server) override;
    void freeReadings() override;

private:
    std::filesystem::path m_file;
    std::filesystem::path m_dataDir;
    SettingsView m_shown;
    QStringList m_problems;
    std::shared_ptr<settings::Settings> m_settings; // after the constructor the worker's alone
    Worker m_worker;
    Worker m_asking; // of servers, which may take their time
    Task m_test;
};

} // namespace longhand::ui
