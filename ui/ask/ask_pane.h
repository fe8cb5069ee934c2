// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/findings_views.h"

#include <QSet>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace longhand::ui {

class Banner;
class CopyButton;
class PassageBrowser;

// The conversation with the open book, oldest first, kept over restarts. Each sentence of an answer
// leads to its passage or is marked as not from the text; an answer that the book does not give
// looks different. A question can be stopped, asked again, changed, followed up and removed.
class AskPane : public QWidget {
    Q_OBJECT
public:
    explicit AskPane(QWidget* parent = nullptr);

    void setBook(const DocumentPtr& document, const QList<AnswerView>& answers);
    void setAnswers(const QList<AnswerView>& answers); // of the same book, after a change
    void setRunning(bool running, const QString& question = {});
    void addText(const QString& piece);
    void addAnswer(const AnswerView& answer);
    void showFailure(const QString& sentence, const QString& detail);
    void showRemoved(const QList<qint64>& ids); // offers to take it back
    void focusQuestion();
    // The next question is about this passage of the open book; its quote is shown above the line.
    void askAbout(const SourceView& passage);
    void explain(const SourceView& passage); // asks at once what it means

signals:
    void askRequested(const longhand::ui::AskRequest& request);
    void stopRequested();
    void exportRequested();
    void copyRequested(const QList<qint64>& answers, longhand::ui::CopyForm form); // empty: all
    void removeRequested(const QList<qint64>& answers);
    void restoreRequested(const QList<qint64>& answers);
    void sourceActivated(const longhand::ui::SourceView& source);

private:
    void makeControls();
    void rebuild();
    void writeEmpty();
    void write(const AnswerView& answer, bool last);
    void writeNotFound(const AnswerView& answer);
    void writeActions(const AnswerView& answer, bool last);
    void ask();
    void send(const AskRequest& request);
    void act(const QString& action);
    void suggest();
    void showAbout();
    void updateControls();
    [[nodiscard]] QList<AnswerView> found() const; // what the search leaves
    [[nodiscard]] const AnswerView* answer(qint64 id) const;

    DocumentPtr m_document;
    QList<AnswerView> m_answers;
    QStringList m_suggestions; // questions made of the book's facts
    QList<SourceView> m_about; // of the next question
    AskRequest m_last;         // asked last
    QString m_asked;           // the question now being answered
    qint64 m_nextId = -1;      // of answers that came without one
    bool m_running = false;
    bool m_silent = false; // running, and not a word of the answer yet
    bool m_all = false;    // a long conversation is shown from its beginning

    QLineEdit* m_search;
    Banner* m_banner;
    PassageBrowser* m_text;
    QWidget* m_aboutBox;
    QLabel* m_aboutText;
    QToolButton* m_aboutClear;
    QLineEdit* m_question;
    QCheckBox* m_followUp;
    QPushButton* m_ask;
    CopyButton* m_copy;
    QToolButton* m_clear;
    QPushButton* m_export;
};

} // namespace longhand::ui
