// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/models/models_fixture.h"

#include "ui/models/models_pane.h"

#include <QComboBox>
#include <QProgressBar>
#include <QSlider>
#include <QSpinBox>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTranslator>

namespace longhand::ui {
namespace {

class Installed : public ModelsTest {};

TEST_F(Installed, ThePageOpensByKeyAndEscapeLeadsBack)
{
    openModels();
    EXPECT_TRUE(child("modelsPane")->isVisible());
    EXPECT_TRUE(child<QListWidget>("modelList")->hasFocus());
    QTest::keyClick(child<QListWidget>("modelList"), Qt::Key_Escape);
    EXPECT_FALSE(child("modelsPane")->isVisible());
}

TEST_F(Installed, AModelIsToldInWordsAndShape)
{
    openModels();
    chooseModel(1);
    EXPECT_EQ(text("modelName"), QStringLiteral("Example-7B"));
    EXPECT_TRUE(text("modelFacts").contains(QStringLiteral("7.2 GB")));
    EXPECT_TRUE(text("modelFacts").contains(QStringLiteral("6.8 billion")));
    EXPECT_TRUE(text("modelFacts").contains(QStringLiteral("Apache-2.0")));
    EXPECT_TRUE(text("modelFacts").contains(QStringLiteral("not measured here")));
    chooseModel(0);
    EXPECT_TRUE(text("modelFacts").contains(QStringLiteral("up to 1,024")));
    const QString spoken =
        child<QListWidget>("modelList")->item(0)->data(Qt::AccessibleTextRole).toString();
    EXPECT_TRUE(spoken.contains(QStringLiteral("In use for summaries, questions, translation")))
        << spoken.toStdString();
}

TEST_F(Installed, DroppingAFileAnywhereTellsWhatItIsAndCopiesItWhenAgreed)
{
    open(1, true);
    assistant.modelFiles.dropped = sampleModel(QStringLiteral("Dropped-3B"), 3.1);
    drop(QStringLiteral("/tmp/Dropped-3B.gguf"));
    EXPECT_TRUE(assistant.imports.isEmpty());
    auto* dialog = child<QMessageBox>("addModelDialog");
    ASSERT_TRUE(dialog->isVisible());
    EXPECT_TRUE(dialog->informativeText().contains(QStringLiteral("3.1 GB")));
    click("addCopy");
    ASSERT_EQ(assistant.modelFiles.added_.size(), 1);
    EXPECT_EQ(assistant.modelFiles.added_[0].second, AddHow::copy);
    EXPECT_TRUE(banner().contains(QStringLiteral("Dropped-3B")));
    EXPECT_EQ(text("modelName"), QStringLiteral("Dropped-3B"));
}

TEST_F(Installed, AHuggingFaceFolderIsAModelAndNotAFolderOfBooks)
{
    QTemporaryDir folder;
    QFile config(folder.filePath(QStringLiteral("config.json")));
    ASSERT_TRUE(config.open(QIODevice::WriteOnly));
    open(1, true);
    assistant.modelFiles.dropped = sampleModel(QStringLiteral("Folder-1B"), 2.0);
    drop(folder.path());
    EXPECT_TRUE(assistant.bookShelf.looked.isEmpty());
    click("addLink");
    ASSERT_EQ(assistant.modelFiles.added_.size(), 1);
    EXPECT_EQ(assistant.modelFiles.added_[0].second, AddHow::link);
    EXPECT_EQ(assistant.modelFiles.added_[0].first, folder.path());
}

TEST_F(Installed, BooksDroppedElsewhereStayBooks)
{
    open(1, true);
    drop(QStringLiteral("/tmp/novel.epub"));
    EXPECT_EQ(assistant.bookShelf.looked.size(), 1);
    EXPECT_TRUE(assistant.modelFiles.looked.isEmpty());
}

TEST_F(Installed, WhatCannotBeComputedIsSaidInOneSentenceAndNotAdded)
{
    openModels();
    ModelCardView refused = sampleModel(QStringLiteral("Snake-2B"), 2.0);
    refused.state = ModelState::refused;
    refused.failure =
        describe({longhand::ErrorKind::unsupported, "architecture 'mamba' is not supported"},
                 Doing::readingModel, QStringLiteral("Snake-2B"));
    assistant.modelFiles.dropped = refused;
    drop(QStringLiteral("/tmp/Snake-2B.gguf"));
    EXPECT_TRUE(banner().contains(QStringLiteral("cannot compute “Snake-2B”")));
    EXPECT_TRUE(assistant.modelFiles.added_.isEmpty());
    EXPECT_EQ(dialog<QMessageBox>(), nullptr);
}

TEST_F(Installed, OnItsPageAnyDroppedFileIsLookedAtAsAModel)
{
    openModels();
    ModelCardView letter;
    letter.name = QStringLiteral("letter.txt");
    letter.state = ModelState::damaged;
    letter.failure =
        describe({longhand::ErrorKind::corrupt, "neither"}, Doing::readingModel, letter.name);
    assistant.modelFiles.dropped = letter;
    drop(QStringLiteral("/tmp/letter.txt"));
    EXPECT_TRUE(banner().contains(QStringLiteral("is no model")));
    EXPECT_TRUE(assistant.bookShelf.looked.isEmpty());
}

TEST_F(Installed, BytesThatAreHereAlreadyAreNotAddedTwice)
{
    openModels();
    assistant.modelFiles.dropped = sampleModel(QStringLiteral("Twin"), 0.1);
    assistant.modelFiles.alreadyThere = true;
    drop(QStringLiteral("/tmp/Twin.gguf"));
    click("addCopy");
    EXPECT_TRUE(banner().contains(QStringLiteral("here already, as “SmolLM2-135M”")));
    EXPECT_EQ(child<QListWidget>("modelList")->count(), 2);
}

TEST_F(Installed, ALongCopyShowsItselfAndCanBeStopped)
{
    openModels();
    assistant.modelFiles.answersAdding = false;
    assistant.modelFiles.dropped = sampleModel(QStringLiteral("Slow"), 5.0);
    drop(QStringLiteral("/tmp/Slow.gguf"));
    click("addCopy");
    emit assistant.modelFiles.addProgressed(250, 1000);
    EXPECT_EQ(child<QProgressBar>("addProgress")->value(), 25);
    click("stopAdding");
    EXPECT_EQ(assistant.modelFiles.stops, 1);
    Failure cancelled;
    cancelled.cancelled = true;
    emit assistant.modelFiles.failed(cancelled);
    EXPECT_FALSE(child("addProgress")->isVisible());
    EXPECT_TRUE(banner().isEmpty());
}

TEST_F(Installed, TheLineSaysFitsAndDoesNotFitAsTheSliderMoves)
{
    openModels();
    chooseModel(1);
    auto* slider = child<QSlider>("contextSlider");
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_Home);
    EXPECT_TRUE(text("planLine").endsWith(QStringLiteral("fits")))
        << text("planLine").toStdString();
    QTest::keyClick(slider, Qt::Key_End); // 32,768 * 50 kB + 1 GB = 2.6 of 3 GB
    EXPECT_TRUE(text("planLine").endsWith(QStringLiteral("fits")));
    EXPECT_EQ(child<QSpinBox>("contextTokens")->value(), 32768);
    auto* kept = child<QComboBox>("kvType");
    kept->setCurrentIndex(kept->findData(QStringLiteral("f32"))); // 4.3 GB
    EXPECT_TRUE(text("planLine").contains(QStringLiteral("fits with 16 bit")))
        << text("planLine").toStdString();
    assistant.modelFiles.here.availableBytes = 2'000'000'000;
    kept->setCurrentIndex(kept->findData(QStringLiteral("f16")));
    EXPECT_TRUE(text("planLine").contains(QStringLiteral("does not fit, at most 20,000 tokens")))
        << text("planLine").toStdString();
    QTest::keyClick(slider, Qt::Key_Home);
    EXPECT_TRUE(text("planLine").endsWith(QStringLiteral("2.0 GB free: fits")));
}

TEST_F(Installed, AModelIsChosenForEachTaskByClick)
{
    openModels();
    chooseModel(1);
    click("useForTranslate");
    EXPECT_EQ(assistant.kept.set.translate.model, QStringLiteral("/data/models/Example-7B.gguf"));
    EXPECT_TRUE(assistant.kept.set.summary.model.isEmpty());
    EXPECT_TRUE(child<QListWidget>("modelList")
                    ->item(1)
                    ->data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(QStringLiteral("In use for translation")));
    auto* preset = child<QComboBox>("useForTranslatePreset");
    ASSERT_TRUE(preset->isEnabled());
    preset->setCurrentIndex(preset->findData(QStringLiteral("thorough")));
    emit preset->activated(preset->currentIndex());
    EXPECT_EQ(assistant.kept.set.translate.preset, QStringLiteral("thorough"));
    click("useForTranslate");
    EXPECT_TRUE(assistant.kept.set.translate.model.isEmpty());
}

TEST_F(Installed, AModelWithoutConversationIsNotOfferedForQuestions)
{
    openModels();
    ModelCardView plain = sampleModel(QStringLiteral("Base-1B"), 1.0);
    plain.chats = plain.hasChatTemplate = false;
    plain.chatTemplate.clear();
    assistant.modelFiles.installed << plain;
    assistant.modelFiles.refresh();
    chooseModel(2);
    EXPECT_FALSE(child("useForAsk")->isEnabled());
    EXPECT_TRUE(child("useForTranslate")->isEnabled());
    EXPECT_TRUE(text("modelFacts").contains(QStringLiteral("Holds no conversation")));
}

TEST_F(Installed, CheckingShowsItsProgressAndWhatItFound)
{
    openModels();
    chooseModel(1);
    click("verifyModel");
    const QString path = QStringLiteral("/data/models/Example-7B.gguf");
    ASSERT_EQ(assistant.modelFiles.verifying, QStringList{path});
    emit assistant.modelFiles.verifyProgressed(path, 600, 1000);
    EXPECT_EQ(child<QProgressBar>("verifyProgress")->value(), 60);
    EXPECT_FALSE(child("verifyModel")->isEnabled());
    emit assistant.modelFiles.verified(path, {CheckedView::differs, {}, {}, {}});
    EXPECT_TRUE(text("verdict").contains(QStringLiteral("not the file it should be")));
    click("verifyModel");
    emit assistant.modelFiles.verified(path, {CheckedView::publisher, {}, {}, {}});
    EXPECT_TRUE(text("verdict").contains(QStringLiteral("its publisher made")));
    click("verifyModel");
    emit assistant.modelFiles.verifyFailed(path, describe({longhand::ErrorKind::corrupt, "cut"},
                                                          Doing::checkingModel,
                                                          QStringLiteral("Example-7B.gguf")));
    EXPECT_TRUE(text("verdict").contains(QStringLiteral("damaged or cut off")));
    EXPECT_TRUE(child("verifyModel")->isEnabled());
}

TEST_F(Installed, ARemovedModelComesBackByUndo)
{
    openModels();
    chooseModel(1);
    auto* list = child<QListWidget>("modelList");
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Delete);
    EXPECT_EQ(list->count(), 1);
    EXPECT_TRUE(banner().contains(QStringLiteral("removed")));
    click("undoRemoveModel");
    EXPECT_EQ(list->count(), 2);
    chooseModel(0);
    EXPECT_FALSE(child("removeModel")->isVisible()) << "the one that comes with us stays";
}

TEST_F(Installed, EmptyThePageSaysWhatToDo)
{
    open(1, true);
    trigger(QStringLiteral("Ctrl+M"));
    EXPECT_TRUE(child("noModels")->isVisible());
    EXPECT_TRUE(text("noModels").contains(QStringLiteral("Drop a GGUF file")));
}

TEST_F(Installed, NarrowTheDetailsStandBelowTheList)
{
    openModels({640, 480});
    auto* list = child<QListWidget>("modelList");
    auto* name = child<QLabel>("modelName");
    EXPECT_GT(name->mapTo(window.get(), QPoint()).y(), list->mapTo(window.get(), QPoint()).y());
    EXPECT_NEAR(name->mapTo(window.get(), QPoint()).x(), list->mapTo(window.get(), QPoint()).x(),
                40);
    EXPECT_LE(child("modelsPane")->minimumSizeHint().width(), 640);
}

TEST_F(Installed, TheStatusBarNamesTheModelsInUse)
{
    openModels();
    const auto shows = [this](const QString& words) {
        for (QLabel* label : window->statusBar()->findChildren<QLabel*>())
            if (label->text() == words)
                return true;
        return false;
    };
    EXPECT_TRUE(shows(QStringLiteral("Example-1B")));
    EXPECT_TRUE(shows(QStringLiteral("Offline")));
    chooseModel(1);
    click("useForSummary");
    EXPECT_TRUE(shows(QStringLiteral("Example-7B · Example-1B")));
}

} // namespace
} // namespace longhand::ui
