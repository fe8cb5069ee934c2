// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/model_views.h"

#include <QObject>

namespace longhand::ui {

// The models of this machine and those one could get. Lives on the GUI thread; calls return at
// once, answers come as signals. What is only arithmetic or known by heart is answered directly.
class Models : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void refresh() = 0;                    // -> modelsRead
    virtual void inspect(const QString& path) = 0; // -> inspected, whatever it is
    // Copying shows itself as addProgressed. -> added or failed
    virtual void add(const QString& path, AddHow how) = 0;
    virtual void stopAdding() = 0;
    virtual void remove(const QString& path) = 0; // -> removed, and modelsRead
    virtual void undoRemove() = 0;                // the last one; -> modelsRead
    virtual void verify(const QString& path) = 0; // -> verifyProgressed, verified or verifyFailed
    virtual void stopVerifying() = 0;

    // What running the model takes; all zero for one that was not read.
    [[nodiscard]] virtual MemoryPlanView plan(const QString& path, qint64 tokens,
                                              const QString& kvType) const = 0;
    [[nodiscard]] virtual QStringList kvTypes() const = 0; // "f32", "f16", "q8_0": the most exact first
    [[nodiscard]] virtual MachineView machine() const = 0;

    [[nodiscard]] virtual QList<KnownModelView> knownModels() const = 0;
    [[nodiscard]] virtual bool canFetch() const = 0; // this build has network code
    // By the catalogue's name; each -> downloadChanged. Refused while the settings say offline.
    virtual void download(const QString& model) = 0; // goes on where it was
    virtual void pauseDownload(const QString& model) = 0;
    virtual void cancelDownload(const QString& model) = 0; // deletes what came
    [[nodiscard]] virtual DownloadView downloadOf(const QString& model) const = 0;

signals:
    void modelsRead(const QList<longhand::ui::ModelCardView>& models);
    void inspected(const longhand::ui::ModelCardView& model);
    void addProgressed(qint64 done, qint64 total);
    void added(const QString& path, const QString& name, bool alreadyThere);
    void removed(const QString& name);
    void verifyProgressed(const QString& path, qint64 done, qint64 total);
    void verified(const QString& path, const longhand::ui::VerdictView& verdict);
    void verifyFailed(const QString& path, const longhand::ui::Failure& failure);
    void downloadChanged(const longhand::ui::DownloadView& download);
    void failed(const longhand::ui::Failure& failure); // nothing to show when cancelled
};

} // namespace longhand::ui
