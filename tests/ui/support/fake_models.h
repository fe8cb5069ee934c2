// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/models.h"

#include <QHash>

namespace longhand::ui {

// Remembers what the window asked for and says what a test tells it to.
class FakeModels : public Models {
    Q_OBJECT
public:
    void refresh() override { emit modelsRead(installed); }
    void inspect(const QString& path) override
    {
        looked << path;
        ModelCardView card = dropped;
        card.path = path;
        emit inspected(card);
    }
    void add(const QString& path, AddHow how) override
    {
        added_.append({path, how});
        if (!answersAdding)
            return;
        ModelCardView card = dropped;
        card.path = QStringLiteral("/data/models/") + card.name;
        card.own = true;
        card.linked = how == AddHow::link;
        const bool there = alreadyThere;
        if (!there)
            installed.append(card);
        emit added(there ? installed.front().path : card.path,
                   there ? installed.front().name : card.name, there);
        refresh();
    }
    void stopAdding() override { ++stops; }
    void remove(const QString& path) override
    {
        before = installed;
        installed.removeIf([&](const ModelCardView& card) { return card.path == path; });
        emit removed(QStringLiteral("gone"));
        refresh();
    }
    void undoRemove() override
    {
        installed = before;
        refresh();
    }
    void verify(const QString& path) override { verifying << path; }
    void stopVerifying() override { ++stops; }
    // Weights of 1 GB, 100 kB a token, half of that in 16 bit.
    [[nodiscard]] MemoryPlanView plan(const QString&, qint64 tokens,
                                      const QString& kvType) const override
    {
        const auto needs = [&](const QString& type) {
            return 1'000'000'000 + tokens * (type == QLatin1String("f16") ? 50'000 : 100'000);
        };
        MemoryPlanView plan;
        plan.weights = 1'000'000'000;
        plan.kv = needs(kvType) - plan.weights;
        plan.available = here.availableBytes;
        plan.mostTokens =
            std::max<qint64>(0, (here.availableBytes - plan.weights) /
                                    (kvType == QLatin1String("f16") ? 50'000 : 100'000));
        if (needs(kvType) > here.availableBytes) {
            const bool smaller = needs(QStringLiteral("f16")) <= here.availableBytes;
            plan.fit = smaller ? FitView::fitsSmallerCache : FitView::doesNotFit;
            plan.smaller = smaller ? QStringLiteral("f16") : QString();
        }
        return plan;
    }
    [[nodiscard]] QStringList kvTypes() const override
    {
        return {QStringLiteral("f32"), QStringLiteral("f16")};
    }
    [[nodiscard]] MachineView machine() const override { return here; }
    [[nodiscard]] QList<KnownModelView> knownModels() const override { return known; }
    [[nodiscard]] bool canFetch() const override { return fetches; }
    void download(const QString& model) override
    {
        asked << model;
        DownloadView view = downloads.value(model);
        view.model = model;
        view.state = DownloadState::running;
        show(view);
    }
    void pauseDownload(const QString& model) override
    {
        DownloadView view = downloads.value(model);
        view.state = DownloadState::paused;
        show(view);
    }
    void cancelDownload(const QString& model) override
    {
        DownloadView view;
        view.model = model;
        show(view);
    }
    [[nodiscard]] DownloadView downloadOf(const QString& model) const override
    {
        return downloads.value(model);
    }
    void show(const DownloadView& view)
    {
        downloads.insert(view.model, view);
        emit downloadChanged(view);
    }

    QList<ModelCardView> installed, before;
    QList<KnownModelView> known;
    ModelCardView dropped; // what `inspect` finds
    MachineView here{16'000'000'000, 3'000'000'000};
    bool fetches = true, answersAdding = true, alreadyThere = false;
    QStringList looked, verifying, asked;
    QList<std::pair<QString, AddHow>> added_;
    QHash<QString, DownloadView> downloads;
    int stops = 0;
};

// A usable model of `gigabytes`.
inline ModelCardView sampleModel(const QString& name, double gigabytes)
{
    ModelCardView card;
    card.name = name;
    card.path = QStringLiteral("/data/models/") + name + QStringLiteral(".gguf");
    card.diskBytes = static_cast<qint64>(gigabytes * 1e9);
    card.own = true;
    card.architecture = QStringLiteral("llama");
    card.weightType = QStringLiteral("Q8_0");
    card.licence = QStringLiteral("Apache-2.0");
    card.tokenizer = QStringLiteral("byte_bpe");
    card.chatTemplate = QStringLiteral("chatml");
    card.hasChatTemplate = true;
    card.chats = true;
    card.parameters = static_cast<qint64>(gigabytes * 0.94e9);
    card.claimedTokens = 32768;
    card.vocabulary = 49152;
    return card;
}

inline KnownModelView sampleKnown(const QString& name, double gigabytes, int cardGb,
                                  bool translates)
{
    KnownModelView known;
    known.name = name;
    known.publisher = QStringLiteral("Example Lab");
    known.licence = QStringLiteral("Apache-2.0");
    known.page = QStringLiteral("https://example.org/") + name;
    known.source = QStringLiteral("https://files.example.org/") + name + QStringLiteral(".gguf");
    known.fileType = QStringLiteral("Q8_0");
    known.fileBytes = static_cast<qint64>(gigabytes * 1e9);
    known.memoryBytes = static_cast<qint64>(gigabytes * 1.25e9);
    known.contextTokens = 4096;
    known.cardGb = cardGb;
    known.chats = true;
    if (translates)
        known.languages = {QStringLiteral("en"), QStringLiteral("de"), QStringLiteral("zh")};
    return known;
}

} // namespace longhand::ui
