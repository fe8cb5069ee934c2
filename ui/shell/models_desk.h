// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/assistant.h"
#include "ui/shell/panes.h"

#include <QTimer>

class QLabel;
class QStackedWidget;

namespace longhand::ui {

// Connects the page of models: what is dropped, added, removed and got back, fetched, and which
// model the status bar names.
class ModelsDesk : public QObject {
    Q_OBJECT
public:
    // The page goes into `stack`; `window` is the parent of dialogs.
    ModelsDesk(Assistant& assistant, Panes& panes, QStackedWidget& stack, QWidget* window);

    void open();                                      // shows the page
    void openCatalogue();                             // shows what one could get
    QStringList takeModels(const QStringList& paths); // takes what is a model; the rest comes back
    // Keeps the names of the models in use in `names`, and in `network` whether it may be used.
    void keepStatus(QLabel* names, QLabel* network);

private:
    void connectPane();
    void connectModels();
    void dropped(const ModelCardView& model);
    void say(const QString& sentence, const QString& detail, bool doubt);
    void leave();
    static void showServer(const ServerView& server, QLabel* names, QLabel* network);

    Assistant& m_assistant;
    Models& m_models;
    Preferences& m_preferences;
    ModelsPane* m_pane;
    QStackedWidget& m_stack;
    QWidget* m_window;
    QWidget* m_before = nullptr; // what the stack showed
    QStringList m_wanted;        // dropped, being inspected
    QTimer m_forget;             // the banner of a removal
};

} // namespace longhand::ui
