// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/findings.h"

#include <QHash>

#include <utility>

namespace longhand::ui {

class FakeFindings : public Findings {
    Q_OBJECT
public:
    void readEarlier(BookId book) override { emit earlierRead(book, earlier.value(book)); }
    void openEarlier(BookId book, qint64 id) override
    {
        if (summaries.contains(id))
            emit earlierOpened(book, id, summaries.value(id));
        else
            emit failed({QStringLiteral("That summary is gone."), {}});
    }
    void removeEarlier(BookId book, qint64 id) override
    {
        earlier[book].removeIf([id](const EarlierSummaryView& view) { return view.id == id; });
        readEarlier(book);
    }
    void readAnswers(BookId book) override { emit answersRead(book, answers.value(book)); }
    void removeAnswers(BookId book, const QList<qint64>& ids) override
    {
        QList<AnswerView>& all = answers[book];
        for (const AnswerView& answer : std::as_const(all))
            if (ids.contains(answer.id))
                removed.append(answer);
        all.removeIf([&ids](const AnswerView& answer) { return ids.contains(answer.id); });
        readAnswers(book);
    }
    void restoreAnswers(BookId book, const QList<qint64>& ids) override
    {
        for (const AnswerView& answer : std::as_const(removed))
            if (ids.contains(answer.id))
                answers[book].append(answer);
        removed.clear();
        readAnswers(book);
    }
    void copy(BookId, const ExportRequest& request, CopyForm form) override
    {
        copies.append(request);
        emit copied({QStringLiteral("plain"), QStringLiteral("*markdown*"),
                     QStringLiteral("<p>rich</p>")},
                    form);
    }

    QHash<BookId, QList<EarlierSummaryView>> earlier;
    QHash<qint64, SummaryView> summaries;
    QHash<BookId, QList<AnswerView>> answers;
    QList<AnswerView> removed;
    QList<ExportRequest> copies;
};

} // namespace longhand::ui
