// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/support/window_fixture.h"
#include "ui/common/banner.h"

#include <QAbstractButton>
#include <QDropEvent>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QTabWidget>
#include <QUrl>

namespace longhand::ui {

// The real window with two models installed and three known, at the page of models.
class ModelsTest : public WindowTest {
protected:
    void openModels(QSize size = {1000, 700})
    {
        ModelCardView ours = sampleModel(QStringLiteral("SmolLM2-135M"), 0.1);
        ours.comesWithUs = true;
        ours.own = false;
        ours.claimedTokens = 8192;
        ours.measuredTokens = 1024;
        assistant.modelFiles.installed = {ours, sampleModel(QStringLiteral("Example-7B"), 7.2)};
        assistant.modelFiles.known = {sampleKnown(QStringLiteral("Small-Chat"), 1.0, 0, false),
                                      sampleKnown(QStringLiteral("Translator-9B"), 9.7, 12, true),
                                      sampleKnown(QStringLiteral("Huge-70B"), 70.0, 24, true)};
        open(2, true, size);
        trigger(QStringLiteral("Ctrl+M"));
    }
    void drop(const QString& path)
    {
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(200, 200), Qt::CopyAction, &mime, Qt::LeftButton,
                              Qt::NoModifier);
        QApplication::sendEvent(window.get(), &enter);
        QDropEvent event(QPointF(200, 200), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window.get(), &event);
    }
    void click(const char* name)
    {
        auto* button = child<QAbstractButton>(name);
        ASSERT_TRUE(comesTrue([&] { return button->isVisible(); })) << name;
        ASSERT_TRUE(button->isEnabled()) << name;
        QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(8, button->height() / 2));
    }
    QString text(const char* name) { return child<QLabel>(name)->text(); }
    QString banner() { return child<Banner>("modelsBanner")->sentence(); }
    void chooseModel(int row) { child<QListWidget>("modelList")->setCurrentRow(row); }
    void openCatalogue() { child<QTabWidget>("modelTabs")->setCurrentIndex(1); }
    void chooseKnown(const QString& name)
    {
        auto* list = child<QListWidget>("catalogue");
        const auto found = list->findItems(name, Qt::MatchExactly);
        ASSERT_EQ(found.size(), 1) << name.toStdString();
        list->setCurrentItem(found.front());
    }
};

} // namespace longhand::ui
