// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/window_fixture.h"
#include "ui/common/colours.h"
#include "ui/common/text_size.h"
#include "ui/preferences/preferences_dialog.h"
#include "ui/preferences/preset_dialog.h"
#include "ui/summary/summary_pane.h"
#include "ui/translate/translate_pane.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QStatusBar>
#include <QTabWidget>

#include <algorithm>

namespace longhand::ui {
namespace {

class PreferencesTest : public WindowTest {
protected:
    void openDialog(QSize size = {1000, 700})
    {
        assistant.modelFiles.installed = {sampleModel(QStringLiteral("Example-7B"), 7.2)};
        assistant.kept.use = {QStringLiteral("/home/reader/.local/share/longhand"),
                              QStringLiteral("/home/reader/.config/longhand/settings.json"),
                              1'500'000'000,
                              7'200'000'000,
                              138'000'000,
                              300'000'000,
                              90'000'000'000};
        open(1, true, size);
        trigger(QStringLiteral("Ctrl+,"));
        ASSERT_NE(dialog<PreferencesDialog>(), nullptr);
    }
    void TearDown() override
    {
        window.reset();
        applyTextSize(100);
        applyColourScheme(ColourScheme::system);
    }
    void choose(const char* name, const QVariant& value)
    {
        auto* box = child<QComboBox>(name);
        ASSERT_GE(box->findData(value), 0) << name;
        box->setCurrentIndex(box->findData(value));
    }
};

TEST_F(PreferencesTest, OpenByKeyAndCloseByKey)
{
    openDialog();
    QTest::keyClick(dialog<PreferencesDialog>(), Qt::Key_Escape);
    EXPECT_EQ(dialog<PreferencesDialog>(), nullptr);
}

TEST_F(PreferencesTest, ColoursHoldAtOnceAndInTheMenuToo)
{
    openDialog();
    choose("theme", static_cast<int>(Theme::dark));
    EXPECT_TRUE(isDark(QApplication::palette()));
    EXPECT_EQ(assistant.kept.set.theme, Theme::dark);
    choose("theme", static_cast<int>(Theme::light));
    EXPECT_FALSE(isDark(QApplication::palette()));
}

TEST_F(PreferencesTest, TheTextGrowsToTwiceItsSizeAtOnceAndBack)
{
    openDialog();
    const double before = QApplication::font().pointSizeF();
    choose("textSize", 200);
    EXPECT_DOUBLE_EQ(QApplication::font().pointSizeF(), 2 * before);
    EXPECT_DOUBLE_EQ(child<QTabWidget>("preferencesTabs")->font().pointSizeF(), 2 * before);
    choose("textSize", 80);
    EXPECT_DOUBLE_EQ(QApplication::font().pointSizeF(), 0.8 * before);
    choose("textSize", 100);
    EXPECT_DOUBLE_EQ(QApplication::font().pointSizeF(), before);
}

TEST_F(PreferencesTest, AtTwiceTheTextTheDialogStillFitsASmallScreen)
{
    openDialog({800, 600});
    choose("textSize", 200);
    auto* shown = dialog<PreferencesDialog>();
    ASSERT_EQ(child<QTabWidget>("preferencesTabs")->count(), 5);
    for (int page = 0; page < 5; ++page) {
        child<QTabWidget>("preferencesTabs")->setCurrentIndex(page);
        EXPECT_LE(shown->minimumSizeHint().width(), 800) << page;
        EXPECT_LE(shown->minimumSizeHint().height(), 600) << page;
    }
}

TEST_F(PreferencesTest, AnotherLanguageIsSaidToComeAtTheNextStart)
{
    openDialog();
    EXPECT_FALSE(child("restartNote")->isVisible());
    choose("interfaceLanguage", QStringLiteral("zh-CN"));
    EXPECT_TRUE(child("restartNote")->isVisible());
    EXPECT_EQ(assistant.kept.set.language, QStringLiteral("zh-CN"));
    choose("interfaceLanguage", QString());
    EXPECT_FALSE(child("restartNote")->isVisible());
}

TEST_F(PreferencesTest, EachTaskHasItsModelAndItsPreset)
{
    openDialog();
    choose("translateModel", QStringLiteral("/data/models/Example-7B.gguf"));
    choose("translateModelPreset", QStringLiteral("thorough"));
    choose("usualPreset", QStringLiteral("quick"));
    EXPECT_EQ(assistant.kept.set.translate.model, QStringLiteral("/data/models/Example-7B.gguf"));
    EXPECT_EQ(assistant.kept.set.translate.preset, QStringLiteral("thorough"));
    EXPECT_TRUE(assistant.kept.set.ask.model.isEmpty());
    EXPECT_EQ(assistant.kept.set.preset, QStringLiteral("quick"));
    choose("preferredSummaryLanguage", QStringLiteral("de"));
    choose("preferredTarget", QStringLiteral("en"));
    child<QSpinBox>("memoryLimit")->setValue(6000);
    EXPECT_EQ(assistant.kept.set.summaryLanguage, QStringLiteral("de"));
    EXPECT_EQ(assistant.kept.set.translationTarget, QStringLiteral("en"));
    EXPECT_EQ(assistant.kept.set.memoryLimitMb, 6000);
}

TEST_F(PreferencesTest, LanguagesThatAreSetAreChosenWhereWorkIsAskedFor)
{
    assistant.kept.set.summaryLanguage = QStringLiteral("de");
    assistant.kept.set.translationTarget = QStringLiteral("ja");
    open(1, true);
    EXPECT_EQ(window->panes().summary->language(), QStringLiteral("de"));
    window->bookDesk().openBook(1);
    EXPECT_EQ(assistant.openedLanguage, QStringLiteral("de"));
    EXPECT_EQ(window->panes().translate->to(), QStringLiteral("ja"));
}

TEST_F(PreferencesTest, AModelThatIsGoneIsNamedAndNotForgotten)
{
    assistant.kept.set.ask.model = QStringLiteral("/data/models/Gone-3B.gguf");
    openDialog();
    EXPECT_EQ(child<QComboBox>("askModel")->currentText(),
              QStringLiteral("Gone-3B.gguf (not there)"));
    EXPECT_EQ(assistant.kept.changes, 0) << "looking at the dialog changes nothing";
}

TEST_F(PreferencesTest, TheSwitchesAreOffAndOnByKey)
{
    openDialog();
    child<QTabWidget>("preferencesTabs")->setCurrentIndex(2);
    for (const char* name : {"network", "notifications", "keepAwake"}) {
        auto* box = child<QCheckBox>(name);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Space);
    }
    EXPECT_TRUE(assistant.kept.set.network);
    EXPECT_FALSE(assistant.kept.set.notifications);
    EXPECT_FALSE(assistant.kept.set.keepAwake);
}

TEST_F(PreferencesTest, AServerIsOffAndWhatGoesToItIsSaidBesideTheSwitch)
{
    openDialog();
    child<QTabWidget>("preferencesTabs")->setCurrentIndex(3);
    EXPECT_FALSE(child<QCheckBox>("useServer")->isChecked());
    EXPECT_TRUE(child<QLabel>("serverNote")->text().contains(QStringLiteral("your questions")));
    EXPECT_FALSE(child<QPushButton>("testServer")->isEnabled()) << "there is nobody to ask yet";
    auto* on = child<QCheckBox>("useServer");
    on->setFocus();
    QTest::keyClick(on, Qt::Key_Space);
    EXPECT_TRUE(assistant.kept.set.server.on);
    EXPECT_FALSE(assistant.kept.set.server.works()) << "it has no address";
    EXPECT_TRUE(child<QLabel>("serverResult")->text().contains(QStringLiteral("this computer")));
    QTest::keyClicks(child("serverAddress"), QStringLiteral(" https://gpu.example:8000 "));
    QTest::keyClicks(child("serverModel"), QStringLiteral("large"));
    QTest::keyClicks(child("serverKey"), QStringLiteral("GPU_KEY"));
    child<QSpinBox>("serverParallel")->setValue(12);
    EXPECT_EQ(assistant.kept.set.server,
              (ServerView{true, QStringLiteral("https://gpu.example:8000"), QStringLiteral("large"),
                          QStringLiteral("GPU_KEY"), 12}));
    EXPECT_TRUE(assistant.kept.tested.isEmpty()) << "nobody is asked without a person's word";
}

TEST_F(PreferencesTest, TheConnectionIsTestedAndWhatCameOfItIsSaid)
{
    assistant.kept.set.server.address = QStringLiteral("http://127.0.0.1:8000");
    openDialog();
    child<QTabWidget>("preferencesTabs")->setCurrentIndex(3);
    auto* test = child<QPushButton>("testServer");
    auto* result = child<QLabel>("serverResult");
    test->click();
    ASSERT_EQ(assistant.kept.tested.size(), 1);
    EXPECT_EQ(assistant.kept.tested[0].address, QStringLiteral("http://127.0.0.1:8000"));
    EXPECT_FALSE(test->isEnabled());
    ServerTestView good;
    good.model = QStringLiteral("small");
    good.contextTokens = 4096;
    emit assistant.kept.serverTested(good);
    EXPECT_TRUE(test->isEnabled());
    EXPECT_TRUE(result->text().contains(QStringLiteral("small"))) << result->text().toStdString();
    EXPECT_TRUE(result->text().contains(QLocale().toString(4096)));
    ServerTestView bad;
    bad.failure.sentence = QStringLiteral("Nobody is there.");
    bad.failure.detail = QStringLiteral("connection refused");
    test->click();
    emit assistant.kept.serverTested(bad);
    EXPECT_TRUE(result->text().contains(QStringLiteral("Nobody is there.")));
    EXPECT_TRUE(result->text().contains(QStringLiteral("connection refused")));
    QTest::keyClicks(child("serverAddress"), QStringLiteral("1"));
    EXPECT_FALSE(result->isVisible()) << "that was another server";
}

TEST_F(PreferencesTest, AnAddressThatOthersCanReadAlongIsSaidToBeOne)
{
    openDialog();
    child<QTabWidget>("preferencesTabs")->setCurrentIndex(3);
    auto* address = child<QLineEdit>("serverAddress");
    for (const auto& [text, open] : {std::pair("http://gpu.example:8000", true),
                                     {"https://gpu.example", false},
                                     {"http://127.0.0.1:8000/v1", false},
                                     {"http://localhost", false},
                                     {"http://127.0.0.1.example", true},
                                     {"gpu", false}}) {
        address->setText(QLatin1String(text));
        EXPECT_EQ(child("serverOpen")->isVisible(), open) << text;
    }
}

TEST_F(PreferencesTest, TheStatusBarSaysWhereTheTextGoes)
{
    openDialog();
    const auto said = [this](const QString& words) {
        const auto labels = window->statusBar()->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel* label) { return label->text().contains(words); });
    };
    EXPECT_TRUE(said(QStringLiteral("Offline")));
    child<QLineEdit>("serverAddress")->setText(QStringLiteral("http://gpu.example:8000"));
    EXPECT_TRUE(said(QStringLiteral("Offline"))) << "it is not switched on";
    child<QCheckBox>("useServer")->setChecked(true);
    EXPECT_TRUE(said(QStringLiteral("gpu.example")));
    EXPECT_FALSE(said(QStringLiteral("Offline")));
}

TEST_F(PreferencesTest, WhatTheDiskHoldsIsShown)
{
    openDialog();
    EXPECT_TRUE(child<QLabel>("dataUse")->text().contains(QStringLiteral("7.2 GB")))
        << child<QLabel>("dataUse")->text().toStdString();
    EXPECT_TRUE(child<QLabel>("dataFolder")->text().contains(QStringLiteral("settings.json")));
}

TEST_F(PreferencesTest, WhatTheModelHasReadIsKeptWithinALimitAndFreed)
{
    openDialog();
    auto* tabs = child<QTabWidget>("preferencesTabs");
    tabs->setCurrentIndex(tabs->count() - 1);
    EXPECT_TRUE(child<QLabel>("dataUse")->text().contains(QStringLiteral("138 MB")))
        << child<QLabel>("dataUse")->text().toStdString();
    child<QSpinBox>("keepReadingsMost")->setValue(2048);
    EXPECT_EQ(assistant.kept.set.keepReadingsMb, 2048);
    child<QPushButton>("freeAllReadings")->click();
    EXPECT_EQ(assistant.kept.use.readings, 0);
    EXPECT_FALSE(child<QPushButton>("freeAllReadings")->isEnabled());
    auto* keep = child<QCheckBox>("keepReadings");
    EXPECT_TRUE(keep->isChecked());
    keep->setFocus();
    QTest::keyClick(keep, Qt::Key_Space);
    EXPECT_FALSE(assistant.kept.set.keepReadings);
    EXPECT_FALSE(child<QSpinBox>("keepReadingsMost")->isEnabled());
}

TEST_F(PreferencesTest, WhatWasWrongWithTheFileIsSaid)
{
    assistant.kept.wrong = {QStringLiteral("interface.theme is 3, expected text")};
    openDialog();
    EXPECT_TRUE(
        child<QLabel>("settingsProblems")->text().contains(QStringLiteral("interface.theme")));
}

TEST_F(PreferencesTest, AnOwnPresetIsMadeNamedChangedAndRemoved)
{
    openDialog();
    child<QPushButton>("editPresets")->click();
    auto* list = child<QListWidget>("presetList");
    EXPECT_FALSE(child("presetTokens")->isEnabled()) << "those of the program stay as they are";
    child<QPushButton>("copyPreset")->click();
    ASSERT_EQ(list->count(), 4);
    auto* name = child<QLineEdit>("presetName");
    QTest::keyClicks(name, QStringLiteral("Night"));
    QTest::keyClick(name, Qt::Key_Return);
    child<QSpinBox>("presetTokens")->setValue(8192);
    child<QDoubleSpinBox>("presetTemperature")->setValue(0.7);
    ASSERT_EQ(assistant.kept.set.presets.size(), 4);
    EXPECT_EQ(assistant.kept.set.presets[3].name, QStringLiteral("Night"));
    EXPECT_EQ(assistant.kept.set.presets[3].contextTokens, 8192);
    EXPECT_DOUBLE_EQ(assistant.kept.set.presets[3].temperature, 0.7);
    EXPECT_GE(child<QComboBox>("usualPreset")->findData(QStringLiteral("Night")), 0);
    choose("usualPreset", QStringLiteral("Night"));
    child<QPushButton>("removePreset")->click();
    EXPECT_EQ(assistant.kept.set.presets.size(), 3);
    EXPECT_EQ(assistant.kept.set.preset, QStringLiteral("balanced"));
}

TEST_F(PreferencesTest, TheButtonOfModelsLeadsToTheirPage)
{
    openDialog();
    child<QPushButton>("manageModels")->click();
    EXPECT_TRUE(child("modelsPane")->isVisible());
    EXPECT_EQ(dialog<PreferencesDialog>(), nullptr);
}

} // namespace
} // namespace longhand::ui
