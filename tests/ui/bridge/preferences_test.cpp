// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/local_preferences.h"

#include "ui/bridge/text.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

namespace longhand::ui {
namespace {

class LocalPreferencesTest : public testing::Test {
protected:
    std::unique_ptr<LocalPreferences> open()
    {
        return std::make_unique<LocalPreferences>(toPath(file), toPath(folder.path()));
    }
    QTemporaryDir folder;
    QString file = folder.filePath(QStringLiteral("settings.json"));
};

TEST_F(LocalPreferencesTest, EveryFieldThatIsChangedComesBackAfterARestart)
{
    auto first = open();
    SettingsView wanted = first->settings();
    wanted.language = QStringLiteral("zh-CN");
    wanted.theme = Theme::dark;
    wanted.textPercent = 150;
    wanted.summaryLanguage = QStringLiteral("de");
    wanted.translationTarget = QStringLiteral("en");
    wanted.summary = {QStringLiteral("/m/a.gguf"), QStringLiteral("quick")};
    wanted.ask = {QStringLiteral("/m/b.gguf"), QStringLiteral("thorough")};
    wanted.translate = {QString::fromUtf8("/m/译.gguf"), QStringLiteral("Mine")};
    wanted.preset = QStringLiteral("quick");
    wanted.memoryLimitMb = 6000;
    wanted.server = {true, QStringLiteral("https://host:8000"), QStringLiteral("large"),
                     QStringLiteral("HOST_KEY"), 12};
    wanted.network = true;
    wanted.notifications = false;
    wanted.keepAwake = false;
    PresetView own;
    own.id = own.name = QStringLiteral("Mine");
    own.contextTokens = 8192;
    own.kvType = QStringLiteral("f32");
    own.device = QStringLiteral("cuda");
    own.threads = 3;
    own.temperature = 0.5;
    own.topP = 0.75;
    wanted.presets.append(own);
    QSignalSpy changed(first.get(), &Preferences::settingsChanged);
    first->change(wanted);
    EXPECT_EQ(changed.size(), 1);
    EXPECT_EQ(first->settings(), wanted);
    ASSERT_TRUE(QTest::qWaitFor([&] { return QFile::exists(file); }));
    const auto second = open();
    EXPECT_EQ(second->settings(), wanted);
    EXPECT_TRUE(second->problems().isEmpty());
}

TEST_F(LocalPreferencesTest, AChangeThatChangesNothingIsSilent)
{
    auto preferences = open();
    QSignalSpy changed(preferences.get(), &Preferences::settingsChanged);
    preferences->change(preferences->settings());
    EXPECT_EQ(changed.size(), 0);
    EXPECT_FALSE(preferences->settings().network);
    EXPECT_EQ(preferences->settings().presets.size(), 3);
}

TEST_F(LocalPreferencesTest, WhatCannotBeSavedIsSaidAndHoldsAllTheSame)
{
    LocalPreferences preferences("/proc/longhand/settings.json", toPath(folder.path()));
    QSignalSpy failed(&preferences, &Preferences::failed);
    SettingsView wanted = preferences.settings();
    wanted.theme = Theme::light;
    preferences.change(wanted);
    ASSERT_TRUE(QTest::qWaitFor([&] { return failed.size() == 1; }));
    EXPECT_FALSE(failed.at(0).at(0).value<Failure>().sentence.isEmpty());
    EXPECT_EQ(preferences.settings().theme, Theme::light);
}

TEST_F(LocalPreferencesTest, TheDataFolderIsMeasuredByWhatIsInIt)
{
    QDir(folder.path()).mkpath(QStringLiteral("models"));
    QDir(folder.path()).mkpath(QStringLiteral("books/1"));
    QDir(folder.path()).mkpath(QStringLiteral("readings/book-1"));
    const auto put = [&](const char* name, int bytes) {
        QFile each(folder.filePath(QLatin1String(name)));
        ASSERT_TRUE(each.open(QIODevice::WriteOnly));
        each.write(QByteArray(bytes, 'x'));
    };
    put("models/a.gguf", 5000);
    put("books/1/b.epub", 700);
    put("readings/book-1/a.kv", 900);
    put("library.sqlite", 30);
    auto preferences = open();
    QSignalSpy read(preferences.get(), &Preferences::dataUseRead);
    preferences->readDataUse();
    ASSERT_TRUE(QTest::qWaitFor([&] { return read.size() == 1; }));
    const auto use = read.at(0).at(0).value<DataUseView>();
    EXPECT_EQ(use.models, 5000);
    EXPECT_EQ(use.books, 700);
    EXPECT_EQ(use.others, 30);
    EXPECT_GT(use.free, 0);
    EXPECT_EQ(use.folder, folder.path());
    EXPECT_EQ(use.readings, 900);
    preferences->freeReadings();
    ASSERT_TRUE(QTest::qWaitFor([&] { return read.size() == 2; }));
    EXPECT_EQ(read.at(1).at(0).value<DataUseView>().readings, 0);
    EXPECT_EQ(read.at(1).at(0).value<DataUseView>().others, 30);
    EXPECT_TRUE(QFile::exists(folder.filePath(QStringLiteral("books/1/b.epub"))));
}

} // namespace
} // namespace longhand::ui
