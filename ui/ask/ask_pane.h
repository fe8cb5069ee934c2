// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/model.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace longhand::ui {

class Banner;
class PassageBrowser;

// Questions to the open book and their answers, oldest first. Each sentence of an answer leads
// to its passage or is marked as not from the text.
class AskPane : public QWidget {
    Q_OBJECT
public:
    explicit AskPane(QWidget* parent = nullptr);

    void setBook(const DocumentPtr& document, const QList<AnswerView>& answers);
    void setRunning(bool running, const QString& question = {});
    void addText(const QString& piece);
    void addAnswer(const AnswerView& answer);
    void showFailure(const QString& sentence, const QString& detail);
    void focusQuestion();

signals:
    void askRequested(const longhand::ui::AskRequest& request);
    void stopRequested();
    void exportRequested();
    void sourceActivated(const longhand::ui::SourceView& source);

private:
    void rebuild();
    void write(const AnswerView& answer);
    void ask();
    void updateControls();

    DocumentPtr m_document;
    QList<AnswerView> m_answers;
    QString m_asked; // the question now being answered
    bool m_running = false;
    bool m_silent = false; // running, and not a word of the answer yet

    Banner* m_banner;
    PassageBrowser* m_text;
    QLineEdit* m_question;
    QCheckBox* m_followUp;
    QPushButton* m_ask;
    QPushButton* m_export;
};

} // namespace longhand::ui
