// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/local_models.h"

#include "tests/support/model_files.h"
#include "ui/bridge/local_preferences.h"
#include "ui/bridge/text.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

#include <cstdlib>

namespace longhand::ui {
namespace {

class LocalModelsTest : public testing::Test {
protected:
    LocalModelsTest()
    {
        ::unsetenv("LONGHAND_MODELS");
        test::write_bytes(toPath(file), test::small_gguf_model().build());
        models = std::make_unique<LocalModels>(toPath(folder.filePath(QStringLiteral("data"))),
                                               preferences);
        QObject::connect(models.get(), &Models::modelsRead, models.get(),
                         [this](const QList<ModelCardView>& read) {
                             cards = read;
                             ++reads;
                         });
    }
    template <class Condition> static bool soon(Condition condition)
    {
        return QTest::qWaitFor(condition, 10000);
    }
    void add(AddHow how)
    {
        QSignalSpy added(models.get(), &Models::added);
        models->add(file, how);
        ASSERT_TRUE(soon([&] { return added.size() == 1 && cards.size() == 1; }));
    }

    QTemporaryDir folder;
    QString file = folder.filePath(QStringLiteral("small.gguf"));
    LocalPreferences preferences{{}, toPath(folder.path())};
    std::unique_ptr<LocalModels> models;
    QList<ModelCardView> cards;
    int reads = 0;
};

TEST_F(LocalModelsTest, AFileIsInspectedAddedWeighedCheckedRemovedAndGotBack)
{
    QSignalSpy inspected(models.get(), &Models::inspected);
    models->inspect(file);
    ASSERT_TRUE(soon([&] { return inspected.size() == 1; }));
    const auto card = inspected.at(0).at(0).value<ModelCardView>();
    EXPECT_EQ(card.state, ModelState::usable);
    EXPECT_EQ(card.claimedTokens, 64);
    add(AddHow::copy);
    EXPECT_EQ(cards[0].name, QStringLiteral("small"));
    EXPECT_TRUE(cards[0].own);
    const MemoryPlanView plan = models->plan(cards[0].path, 64, QStringLiteral("f16"));
    EXPECT_EQ(plan.kv, 2 * 2 * 16 * 2 * 64); // layers, keys and values, width, bytes, tokens
    EXPECT_EQ(plan.fit, FitView::fits);
    QSignalSpy verified(models.get(), &Models::verified);
    models->verify(cards[0].path);
    ASSERT_TRUE(soon([&] { return verified.size() == 1; }));
    EXPECT_EQ(verified.at(0).at(1).value<VerdictView>().checked, CheckedView::recorded);
    models->remove(cards[0].path);
    ASSERT_TRUE(soon([&] { return cards.isEmpty(); }));
    models->undoRemove();
    ASSERT_TRUE(soon([&] { return cards.size() == 1; }));
}

TEST_F(LocalModelsTest, WhatIsNoModelBecomesASentence)
{
    test::write_bytes(toPath(file), "a letter");
    QSignalSpy failed(models.get(), &Models::failed);
    models->add(file, AddHow::copy);
    ASSERT_TRUE(soon([&] { return failed.size() == 1; }));
    EXPECT_TRUE(failed.at(0).at(0).value<Failure>().sentence.contains(QStringLiteral("no model")));
    QSignalSpy inspected(models.get(), &Models::inspected);
    models->inspect(file);
    ASSERT_TRUE(soon([&] { return inspected.size() == 1; }));
    EXPECT_EQ(inspected.at(0).at(0).value<ModelCardView>().state, ModelState::damaged);
}

TEST_F(LocalModelsTest, OfflineADownloadIsRefusedWithoutAConnection)
{
    ASSERT_FALSE(preferences.settings().network);
    const QList<KnownModelView> known = models->knownModels();
    ASSERT_GE(known.size(), 5);
    QString name;
    for (const KnownModelView& model : known)
        if (!model.source.isEmpty())
            name = model.name;
    ASSERT_FALSE(name.isEmpty());
    models->download(name);
    ASSERT_TRUE(soon([&] { return models->downloadOf(name).state == DownloadState::failed; }));
    EXPECT_TRUE(models->downloadOf(name).failure.sentence.contains(QStringLiteral("offline")));
    models->cancelDownload(name);
    EXPECT_EQ(models->downloadOf(name).state, DownloadState::none);
}

TEST_F(LocalModelsTest, APartThatWasLeftBehindIsAPausedDownload)
{
    for (const KnownModelView& model : models->knownModels()) {
        if (model.source.isEmpty())
            continue;
        const QDir dir(folder.filePath(QStringLiteral("data/models")));
        ASSERT_TRUE(QDir().mkpath(dir.path()));
        const QString part =
            dir.filePath(model.source.section(QLatin1Char('/'), -1) + QStringLiteral(".part"));
        test::write_bytes(toPath(part), std::string(100, 'x'));
        test::write_bytes(toPath(part + QStringLiteral(".json")), R"({"url": "x", "total": 400})");
        const DownloadView view = models->downloadOf(model.name);
        EXPECT_EQ(view.state, DownloadState::paused);
        EXPECT_EQ(view.done, 100);
        EXPECT_EQ(view.total, 400);
        models->cancelDownload(model.name);
        EXPECT_FALSE(QFile::exists(part));
        return;
    }
}

} // namespace
} // namespace longhand::ui
