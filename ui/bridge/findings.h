// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/failure.h"
#include "ui/bridge/findings_views.h"

#include <QObject>

namespace longhand::ui {

// What summaries and questions brought, after it was made: earlier summaries, the conversation
// with what was removed from it, copies. GUI thread; every call returns at once, answers come as
// signals, failures as `failed`.
class Findings : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void readEarlier(BookId book) = 0;               // -> earlierRead
    virtual void openEarlier(BookId book, qint64 id) = 0;    // -> earlierOpened
    virtual void removeEarlier(BookId book, qint64 id) = 0;  // -> earlierRead
    virtual void readAnswers(BookId book) = 0;               // -> answersRead
    virtual void removeAnswers(BookId book, const QList<qint64>& ids) = 0;  // -> answersRead
    virtual void restoreAnswers(BookId book, const QList<qint64>& ids) = 0; // -> answersRead
    // What exportResult would write, for the clipboard; `path` does not count. -> copied
    virtual void copy(BookId book, const ExportRequest& request, CopyForm form) = 0;

signals:
    void earlierRead(longhand::ui::BookId book,
                     const QList<longhand::ui::EarlierSummaryView>& earlier);
    void earlierOpened(longhand::ui::BookId book, qint64 id,
                       const longhand::ui::SummaryView& summary);
    void answersRead(longhand::ui::BookId book, const QList<longhand::ui::AnswerView>& answers);
    void copied(const longhand::ui::CopiedText& text, longhand::ui::CopyForm form);
    void failed(const longhand::ui::Failure& failure);
};

} // namespace longhand::ui
