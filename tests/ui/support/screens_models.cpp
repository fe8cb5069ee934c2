// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of models and of settings.
#include "tests/ui/support/screens_models.h"
#include "tests/ui/support/fake_assistant.h"
#include "ui/common/text_size.h"
#include "ui/preferences/preferences_dialog.h"
#include "ui/preferences/preset_dialog.h"
#include "ui/shell/main_window.h"

#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSlider>
#include <QTabWidget>
#include <QTest>

namespace longhand::ui {
namespace {

using Visit = std::function<void(QWidget& widget, const QString& name)>;

void fill(FakeAssistant& assistant)
{
    ModelCardView ours = sampleModel(QStringLiteral("SmolLM2-135M-Instruct.Q4_1"), 0.098);
    ours.comesWithUs = true;
    ours.own = false;
    ours.parameters = 134'515'008;
    ours.weightType = QStringLiteral("Q4_1");
    ours.claimedTokens = 8192;
    ours.measuredTokens = 1024;
    ModelCardView translator = sampleModel(QStringLiteral("EuroLLM-9B-Instruct-Q8_0"), 9.7);
    translator.languages = {QStringLiteral("de"), QStringLiteral("en"), QStringLiteral("fr"),
                            QStringLiteral("ja"), QStringLiteral("zh")};
    ModelCardView refused = sampleModel(QStringLiteral("Mixture-8x7B.Q4_K_M"), 26.4);
    refused.state = ModelState::refused;
    refused.parameters = 0;
    refused.failure = describe({longhand::ErrorKind::unsupported,
                                "llama.expert_count is set, and this version does not "
                                "compute it"},
                               Doing::readingModel, refused.name);
    assistant.modelFiles.installed = {translator, refused, ours};
    assistant.modelFiles.here = {16'600'000'000, 2'200'000'000};
    assistant.modelFiles.known = {
        sampleKnown(QStringLiteral("SmolLM2-1.7B-Instruct"), 1.82, 0, false),
        sampleKnown(QStringLiteral("EuroLLM-1.7B-Instruct"), 1.76, 0, true),
        sampleKnown(QStringLiteral("EuroLLM-9B-Instruct"), 9.73, 12, true),
        sampleKnown(QStringLiteral("EuroLLM-9B-Instruct (16 bit)"), 18.3, 24, true)};
    DownloadView download;
    download.model = QStringLiteral("EuroLLM-1.7B-Instruct");
    download.state = DownloadState::running;
    download.done = 612'000'000;
    download.total = 1'760'000'000;
    download.bytesPerSecond = 11'400'000;
    download.etaSeconds = 101;
    assistant.modelFiles.downloads.insert(download.model, download);
    assistant.kept.set.translate.model = translator.path;
    assistant.kept.use = {QStringLiteral("/home/reader/.local/share/longhand"),
                          QStringLiteral("/home/reader/.config/longhand/settings.json"),
                          1'500'000'000,
                          9'800'000'000,
                          138'000'000,
                          300'000'000,
                          90'000'000'000};
}

void visitPages(MainWindow& window, const Visit& visit, const QString& suffix)
{
    const auto take = [&](QWidget& widget, const char* name) {
        QTest::qWait(60);
        visit(widget, QLatin1String(name) + suffix);
    };
    auto* tabs = window.findChild<QTabWidget*>(QStringLiteral("modelTabs"));
    auto* list = window.findChild<QListWidget*>(QStringLiteral("modelList"));
    tabs->setCurrentIndex(0);
    list->setCurrentRow(0);
    take(window, "models");
    list->setCurrentRow(1);
    take(window, "models-refused");
    tabs->setCurrentIndex(1);
    window.findChild<QListWidget*>(QStringLiteral("catalogue"))->setCurrentRow(1);
    take(window, "models-get");
    window.findChild<QListWidget*>(QStringLiteral("catalogue"))->setCurrentRow(0);
    window.findChild<QPushButton*>(QStringLiteral("download"))->click();
    auto* question = window.findChild<QMessageBox*>(QStringLiteral("downloadDialog"));
    take(*question, "models-ask");
    question->reject();
    tabs->setCurrentIndex(0);
    list->setCurrentRow(0);
}

// A server that is used and was asked, wide and narrow.
void visitServer(FakeAssistant& assistant, QWidget& dialog,
                 const std::function<void(QWidget&, const QString&)>& visit)
{
    dialog.findChild<QTabWidget*>(QStringLiteral("preferencesTabs"))->setCurrentIndex(3);
    SettingsView settings = assistant.kept.set;
    settings.server = {true, QStringLiteral("http://gpu.example:8000"), {}, QStringLiteral("GPU_KEY"), 8};
    assistant.kept.change(settings);
    ServerTestView result;
    result.model = QStringLiteral("Qwen3-30B-A3B");
    result.contextTokens = 40960;
    emit assistant.kept.serverTested(result);
    const QSize size = dialog.size();
    for (const bool narrow : {false, true}) {
        if (narrow)
            dialog.resize(380, 620);
        QTest::qWait(60);
        visit(dialog, narrow ? QStringLiteral("server-narrow") : QStringLiteral("server"));
    }
    dialog.resize(size);
    settings.server = {};
    assistant.kept.change(settings);
}

} // namespace

void visitModels(const Visit& visit)
{
    {
        FakeAssistant empty;
        MainWindow window(empty, {});
        window.resize(1000, 640);
        window.show();
        QTest::qWait(60);
        QTest::keyClick(&window, Qt::Key_M, Qt::ControlModifier);
        QTest::qWait(60);
        visit(window, QStringLiteral("models-empty"));
    }
    FakeAssistant assistant;
    fill(assistant);
    MainWindow window(assistant, {});
    window.resize(1100, 720);
    window.show();
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window))
        return;
    QTest::keyClick(&window, Qt::Key_M, Qt::ControlModifier);
    visitPages(window, visit, {});
    window.resize(640, 480);
    visitPages(window, visit, QStringLiteral("-narrow"));
    window.resize(1100, 720);
    SettingsView settings = assistant.kept.set;
    settings.textPercent = 200;
    assistant.kept.change(settings);
    visitPages(window, visit, QStringLiteral("-large"));
    settings.textPercent = 100;
    assistant.kept.change(settings);
    window.activateWindow(); // the questions before took that away
    if (!QTest::qWaitForWindowActive(&window))
        return;
    QTest::keyClick(&window, Qt::Key_Comma, Qt::ControlModifier);
    auto* dialog = window.findChild<PreferencesDialog*>();
    if (dialog == nullptr)
        return;
    auto* tabs = dialog->findChild<QTabWidget*>(QStringLiteral("preferencesTabs"));
    for (int page = 0; page < tabs->count(); ++page) {
        tabs->setCurrentIndex(page);
        QTest::qWait(60);
        visit(*dialog, QStringLiteral("preferences-%1").arg(page + 1));
    }
    visitServer(assistant, *dialog, visit);
    tabs->setCurrentIndex(1);
    dialog->findChild<QPushButton*>(QStringLiteral("editPresets"))->click();
    auto* presets = dialog->findChild<PresetDialog*>();
    presets->findChild<QPushButton*>(QStringLiteral("copyPreset"))->click();
    QTest::qWait(60);
    visit(*presets, QStringLiteral("presets"));
}

} // namespace longhand::ui
