// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/inspect.h"
#include "ui/bridge/models.h"
#include "ui/bridge/preferences.h"
#include "ui/bridge/worker.h"

#include <QHash>
#include <QSet>

#include <filesystem>

namespace longhand::ui {

// The models of the data folder. Reading, copying and checking, and fetching have a thread each,
// so that none waits for another.
class LocalModels : public Models {
    Q_OBJECT
public:
    LocalModels(std::filesystem::path dataDir, const Preferences& preferences,
                QObject* parent = nullptr);

    void refresh() override;
    void inspect(const QString& path) override;
    void add(const QString& path, AddHow how) override;
    void stopAdding() override { m_adding.cancel(); }
    void remove(const QString& path) override;
    void undoRemove() override;
    void verify(const QString& path) override;
    void stopVerifying() override { m_verifying.cancel(); }
    [[nodiscard]] MemoryPlanView plan(const QString& path, qint64 tokens,
                                      const QString& kvType) const override;
    [[nodiscard]] QStringList kvTypes() const override;
    [[nodiscard]] MachineView machine() const override;
    [[nodiscard]] QList<KnownModelView> knownModels() const override;
    [[nodiscard]] bool canFetch() const override;
    void download(const QString& model) override;
    void pauseDownload(const QString& model) override;
    void cancelDownload(const QString& model) override;
    [[nodiscard]] DownloadView downloadOf(const QString& model) const override;

private:
    [[nodiscard]] std::filesystem::path targetOf(const QString& model) const;
    void say(const DownloadView& download);

    std::filesystem::path m_dataDir;
    const Preferences& m_preferences;
    QHash<QString, infer::ModelSummary> m_summaries; // by path, of usable models
    QHash<QString, QString> m_files;                 // file name -> path, of installed models
    QHash<QString, DownloadView> m_downloads;
    QHash<QString, Task> m_fetching;
    QSet<QString> m_dropped; // downloads whose parts go when they have stopped
    std::filesystem::path m_binned;
    Task m_adding, m_verifying;
    Worker m_reader, m_store, m_fetcher; // last: joined first
};

} // namespace longhand::ui
