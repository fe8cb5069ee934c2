// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/models_desk.h"

#include "ui/common/banner.h"
#include "ui/models/model_dialogs.h"
#include "ui/models/models_pane.h"
#include "ui/shell/dialogs.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QUrl>

namespace longhand::ui {
namespace {

constexpr int kUndoMs = 20'000;

bool looksLikeModel(const QString& path)
{
    const QFileInfo file(path);
    if (file.isDir())
        return QFileInfo::exists(path + QStringLiteral("/config.json"));
    return file.suffix().compare(QLatin1String("gguf"), Qt::CaseInsensitive) == 0;
}

} // namespace

ModelsDesk::ModelsDesk(Assistant& assistant, Panes& panes, QStackedWidget& stack, QWidget* window)
    : QObject(window), m_assistant(assistant), m_models(assistant.models()),
      m_preferences(assistant.preferences()),
      m_pane(new ModelsPane(m_models, m_preferences, &stack)), m_stack(stack), m_window(window)
{
    panes.models = m_pane;
    m_stack.addWidget(m_pane);
    m_forget.setSingleShot(true);
    m_forget.setInterval(kUndoMs);
    connect(&m_forget, &QTimer::timeout, m_pane->banner(), &Banner::clear);
    connectPane();
    connectModels();
}

void ModelsDesk::connectPane()
{
    connect(m_pane, &ModelsPane::leaveRequested, this, &ModelsDesk::leave);
    connect(m_pane, &ModelsPane::addRequested, this,
            [this] { askForModel(m_window, [this](const QString& path) { takeModels({path}); }); });
    connect(m_pane, &ModelsPane::removeRequested, &m_models, &Models::remove);
    connect(m_pane, &ModelsPane::stopAddingRequested, &m_models, &Models::stopAdding);
    connect(m_pane, &ModelsPane::pageRequested, this,
            [](const QString& address) { QDesktopServices::openUrl(QUrl(address)); });
    connect(m_pane, &ModelsPane::networkRequested, this, [this] {
        SettingsView settings = m_preferences.settings();
        settings.network = true;
        m_preferences.change(settings);
    });
    connect(m_pane, &ModelsPane::downloadRequested, this, [this](const KnownModelView& model) {
        const bool offline = !m_preferences.settings().network;
        askToDownload(m_window, model, offline, [this, name = model.name] {
            SettingsView settings = m_preferences.settings();
            settings.network = true;
            m_preferences.change(settings);
            m_models.download(name);
        });
    });
}

void ModelsDesk::connectModels()
{
    connect(&m_models, &Models::inspected, this, &ModelsDesk::dropped);
    connect(&m_models, &Models::addProgressed, m_pane, &ModelsPane::setAddProgress);
    connect(&m_models, &Models::added, this,
            [this](const QString& path, const QString& name, bool alreadyThere) {
                m_pane->setAdding(false);
                m_pane->showInstalled(path);
                say(alreadyThere ? tr("These bytes are here already, as “%1”.").arg(name)
                                 : tr("“%1” is added. Choose below what it is used for.").arg(name),
                    {}, false);
            });
    connect(&m_models, &Models::removed, this, [this](const QString& name) {
        say(tr("“%1” is removed.").arg(name), {}, false);
        QPushButton* undo = m_pane->banner()->addButton(tr("&Undo"));
        undo->setObjectName(QStringLiteral("undoRemoveModel"));
        connect(undo, &QPushButton::clicked, this, [this] {
            m_pane->banner()->clear();
            m_models.undoRemove();
        });
        m_forget.start();
    });
    connect(&m_models, &Models::downloadChanged, this, [this](const DownloadView& download) {
        if (download.state == DownloadState::finished)
            say(tr("“%1” is downloaded. Choose under “On this computer” what it is used for.")
                    .arg(download.model),
                {}, false);
        else if (download.state == DownloadState::failed)
            say(download.failure.sentence, download.failure.detail, true);
    });
    connect(&m_models, &Models::failed, this, [this](const Failure& failure) {
        m_pane->setAdding(false);
        if (!failure.cancelled)
            say(failure.sentence, failure.detail, true);
    });
}

void ModelsDesk::say(const QString& sentence, const QString& detail, bool doubt)
{
    m_forget.stop();
    m_pane->banner()->say(sentence, detail, doubt ? Banner::Mood::warning : Banner::Mood::note);
    QPushButton* hide = m_pane->banner()->addButton(tr("Hide"));
    connect(hide, &QPushButton::clicked, m_pane->banner(), &Banner::clear);
}

void ModelsDesk::open()
{
    if (m_stack.currentWidget() != m_pane)
        m_before = m_stack.currentWidget();
    m_stack.setCurrentWidget(m_pane);
    m_models.refresh();
    m_pane->focusList();
}

void ModelsDesk::openCatalogue()
{
    open();
    m_pane->showCatalogue();
}

void ModelsDesk::leave()
{
    if (m_before != nullptr)
        m_stack.setCurrentWidget(m_before);
}

QStringList ModelsDesk::takeModels(const QStringList& paths)
{
    QStringList rest;
    const bool all = m_stack.currentWidget() == m_pane; // whatever is dropped here is meant for it
    for (const QString& path : paths) {
        if (!all && !looksLikeModel(path)) {
            rest << path;
            continue;
        }
        open();
        m_wanted << path;
        m_models.inspect(path);
    }
    return rest;
}

void ModelsDesk::dropped(const ModelCardView& model)
{
    if (!m_wanted.removeOne(model.path))
        return;
    if (model.state != ModelState::usable) {
        say(model.failure.sentence, model.failure.detail, true);
        return;
    }
    askHowToAdd(m_window, model, [this, path = model.path](AddHow how) {
        m_pane->setAdding(true);
        m_models.add(path, how);
    });
}

void ModelsDesk::showServer(const ServerView& server, QLabel* names, QLabel* network)
{
    names->setText(server.model.isEmpty() ? tr("a server's model") : server.model);
    names->setToolTip(tr("The language model in use; the preferences say which server has it"));
    //: In the status bar. %1 is the address of a server.
    network->setText(tr("Server: %1").arg(QUrl(server.address).host()));
    network->setToolTip(tr("The text of your books, your questions and the answers go to %1.")
                            .arg(server.address));
}

void ModelsDesk::keepStatus(QLabel* names, QLabel* network)
{
    names->setTextFormat(Qt::PlainText);
    const auto show = [this, names, network] {
        const SettingsView& settings = m_preferences.settings();
        if (settings.server.works() && m_models.canFetch()) {
            showServer(settings.server, names, network);
            return;
        }
        QStringList used;
        for (const TaskChoiceView& choice : {settings.summary, settings.ask, settings.translate}) {
            const QString name = choice.model.isEmpty()
                                     ? m_assistant.modelName()
                                     : QFileInfo(choice.model).completeBaseName();
            if (!used.contains(name))
                used << name;
        }
        names->setText(used.join(QStringLiteral(" · ")));
        names->setToolTip(used.size() == 1
                              ? tr("The language model in use; Ctrl+M shows them all")
                              : tr("The language models in use; Ctrl+M shows them all"));
        const bool allowed = settings.network && m_models.canFetch();
        network->setText(allowed ? tr("Downloads allowed") : tr("Offline"));
        network->setToolTip(allowed
                                ? tr("Models are fetched when you ask for them. Nothing of your "
                                     "books leaves this computer.")
                                : tr("Nothing is fetched, and nothing leaves this computer."));
    };
    connect(&m_preferences, &Preferences::settingsChanged, names, show);
    connect(&m_assistant, &Assistant::modelChanged, names, show);
    show();
}

} // namespace longhand::ui
