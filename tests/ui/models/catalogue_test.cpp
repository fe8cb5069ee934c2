// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/models/models_fixture.h"

#include <QCheckBox>
#include <QComboBox>

namespace longhand::ui {
namespace {

class Catalogue : public ModelsTest {
protected:
    void openIt(bool network = true)
    {
        assistant.kept.set.network = network;
        openModels();
        openCatalogue();
    }
    QStringList names()
    {
        QStringList list;
        auto* rows = child<QListWidget>("catalogue");
        for (int row = 0; row < rows->count(); ++row)
            list << rows->item(row)->text();
        return list;
    }
};

TEST_F(Catalogue, ShowsWhatFitsThisComputerAndMoreWhenAsked)
{
    openIt();
    EXPECT_EQ(names(),
              (QStringList{QStringLiteral("Small-Chat"), QStringLiteral("Translator-9B")}));
    child<QCheckBox>("catalogueFits")->click();
    EXPECT_EQ(names().size(), 3);
    child<QComboBox>("catalogueTask")->setCurrentIndex(2);
    EXPECT_EQ(names(), (QStringList{QStringLiteral("Translator-9B"), QStringLiteral("Huge-70B")}));
}

TEST_F(Catalogue, ARowTellsSizeLicenceMemoryAndCard)
{
    openIt();
    const QString spoken =
        child<QListWidget>("catalogue")->item(1)->data(Qt::AccessibleTextRole).toString();
    for (const char* part : {"Apache-2.0", "9.7 GB", "12.1 GB of memory", "a card of 12 GB",
                             "translation in 3 language"})
        EXPECT_TRUE(spoken.contains(QLatin1String(part))) << part << ": " << spoken.toStdString();
    chooseKnown(QStringLiteral("Translator-9B"));
    EXPECT_TRUE(
        text("knownText").contains(QStringLiteral("cannot be checked against its publisher")));
    EXPECT_TRUE(text("knownText").contains(QStringLiteral("https://files.example.org/")));
}

TEST_F(Catalogue, NothingIsFetchedUntilAPersonAgrees)
{
    openIt();
    chooseKnown(QStringLiteral("Small-Chat"));
    click("download");
    auto* dialog = child<QMessageBox>("downloadDialog");
    ASSERT_TRUE(dialog->isVisible());
    EXPECT_TRUE(dialog->informativeText().contains(QStringLiteral("files.example.org")));
    EXPECT_TRUE(dialog->informativeText().contains(QStringLiteral("Apache-2.0")));
    EXPECT_TRUE(assistant.modelFiles.asked.isEmpty());
    QTest::keyClick(dialog, Qt::Key_Escape);
    EXPECT_TRUE(assistant.modelFiles.asked.isEmpty());
}

TEST_F(Catalogue, ADownloadIsPausedContinuedAndCancelled)
{
    openIt();
    chooseKnown(QStringLiteral("Small-Chat"));
    click("download");
    click("agreeToDownload");
    ASSERT_EQ(assistant.modelFiles.asked.size(), 1);
    DownloadView view = assistant.modelFiles.downloads.value(QStringLiteral("Small-Chat"));
    view.done = 512'000'000;
    view.total = 1'024'000'000;
    view.bytesPerSecond = 8'000'000;
    view.etaSeconds = 64;
    assistant.modelFiles.show(view);
    EXPECT_TRUE(text("downloadState").contains(QStringLiteral("of")))
        << text("downloadState").toStdString();
    EXPECT_TRUE(text("downloadState").contains(QStringLiteral("a second")));
    EXPECT_FALSE(child("download")->isVisible());
    click("pauseDownload");
    EXPECT_TRUE(text("downloadState").startsWith(QStringLiteral("Paused")));
    EXPECT_EQ(child<QPushButton>("download")->text(), QStringLiteral("&Continue"));
    click("download"); // agreed to before: not asked again
    EXPECT_EQ(assistant.modelFiles.asked.size(), 2);
    click("cancelDownload");
    EXPECT_FALSE(child("downloadState")->isVisible());
    EXPECT_TRUE(child("download")->isVisible());
}

TEST_F(Catalogue, AWrongHashIsSaidWithAWayOn)
{
    openIt();
    chooseKnown(QStringLiteral("Small-Chat"));
    DownloadView view;
    view.model = QStringLiteral("Small-Chat");
    view.state = DownloadState::failed;
    view.failure =
        describe({longhand::ErrorKind::corrupt, "sha256"}, Doing::fetchingModel, view.model);
    assistant.modelFiles.show(view);
    EXPECT_TRUE(text("downloadState").contains(QStringLiteral("it was deleted")));
    EXPECT_TRUE(banner().contains(QStringLiteral("it was deleted")));
    EXPECT_EQ(child<QPushButton>("download")->text(), QStringLiteral("&Try again…"));
}

TEST_F(Catalogue, OfflineIsExplainedAndEndsOnlyByAnAnswer)
{
    openIt(false);
    auto* offline = child<Banner>("offlineBanner");
    EXPECT_TRUE(offline->isVisible());
    EXPECT_TRUE(offline->sentence().contains(QStringLiteral("offline and fetches nothing")));
    chooseKnown(QStringLiteral("Small-Chat"));
    click("download");
    EXPECT_EQ(child<QPushButton>("agreeToDownload")->text(), QStringLiteral("&Allow and download"));
    EXPECT_FALSE(assistant.kept.set.network);
    click("agreeToDownload");
    EXPECT_TRUE(assistant.kept.set.network);
    EXPECT_EQ(assistant.modelFiles.asked, QStringList{QStringLiteral("Small-Chat")});
    EXPECT_FALSE(offline->isVisible());
}

TEST_F(Catalogue, TheOfflineBannerHasItsButton)
{
    openIt(false);
    click("allowNetwork");
    EXPECT_TRUE(assistant.kept.set.network);
    EXPECT_TRUE(assistant.modelFiles.asked.isEmpty());
}

TEST_F(Catalogue, ABuildWithoutNetworkOffersNoDownload)
{
    assistant.modelFiles.fetches = false;
    openIt();
    EXPECT_TRUE(
        child<Banner>("offlineBanner")->sentence().contains(QStringLiteral("no network code")));
    chooseKnown(QStringLiteral("Small-Chat"));
    EXPECT_FALSE(child("download")->isVisible());
    EXPECT_TRUE(child("publisherPage")->isVisible());
}

TEST_F(Catalogue, AModelWithoutACertainFileLeadsToItsPage)
{
    openIt();
    assistant.modelFiles.known[0].source.clear();
    assistant.modelFiles.refresh();
    chooseKnown(QStringLiteral("Small-Chat"));
    EXPECT_FALSE(child("download")->isVisible());
    EXPECT_TRUE(text("knownText").contains(QStringLiteral("Q8_0 weights in the GGUF format")));
}

TEST_F(Catalogue, WhatIsInstalledIsNotOfferedAgain)
{
    openIt();
    assistant.modelFiles.known[0].installed = QStringLiteral("/data/models/Small-Chat.gguf");
    assistant.modelFiles.refresh();
    chooseKnown(QStringLiteral("Small-Chat"));
    EXPECT_FALSE(child("download")->isVisible());
    EXPECT_TRUE(child<QListWidget>("catalogue")
                    ->item(0)
                    ->data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(QStringLiteral("Installed")));
}

} // namespace
} // namespace longhand::ui
