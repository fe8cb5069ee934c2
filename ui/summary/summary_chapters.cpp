// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/summary/summary_chapters.h"

#include "ui/common/format.h"

#include <algorithm>

namespace longhand::ui {
namespace {

QString sign(SummaryChapters::State state)
{
    using State = SummaryChapters::State;
    switch (state) {
    case State::none:
        return QStringLiteral("○");
    case State::waiting:
        return QStringLiteral("…");
    case State::working:
        return QStringLiteral("▶");
    case State::done:
        return QStringLiteral("✓");
    case State::doubtful:
        return QStringLiteral("◇");
    case State::tooShort:
    case State::leftOut:
        return QStringLiteral("–");
    }
    return {};
}

} // namespace

void SummaryChapters::setBook(const DocumentPtr& document)
{
    beginResetModel();
    m_document = document;
    const qsizetype count = document ? document->chapters.size() : 0;
    m_states = QList<State>(count, State::none);
    m_points = QList<int>(count, 0);
    endResetModel();
}

void SummaryChapters::setSummary(const SummaryView& summary, bool running, bool over, int live,
                                 const QList<int>& only)
{
    if (m_states.isEmpty())
        return;
    for (qsizetype i = 0; i < m_states.size(); ++i) {
        const ChapterView& chapter = m_document->chapters.at(i);
        const bool wanted = running && (only.isEmpty() || only.contains(static_cast<int>(i)));
        m_states[i] = State::none;
        if (!chapter.body && chapter.words < 1)
            m_states[i] = State::leftOut;
        else if (wanted)
            m_states[i] = State::waiting;
        else if (over)
            m_states[i] = chapter.body ? State::tooShort : State::leftOut;
        m_points[i] = 0;
    }
    for (const ChapterSummaryView& view : summary.chapters) {
        if (view.chapter < 0 || view.chapter >= m_states.size())
            continue;
        if (running && only.contains(view.chapter))
            continue; // the old one stands until the new one is there
        m_states[view.chapter] =
            view.unlocated.isEmpty() && view.warnings.isEmpty() ? State::done : State::doubtful;
        m_points[view.chapter] = static_cast<int>(view.points.size());
    }
    if (live >= 0 && live < m_states.size())
        m_states[live] = State::working;
    emit dataChanged(index(0), index(static_cast<int>(m_states.size()) - 1));
}

int SummaryChapters::finished() const
{
    return static_cast<int>(std::count_if(m_states.begin(), m_states.end(), [](State state) {
        return state == State::done || state == State::doubtful;
    }));
}

int SummaryChapters::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_states.size());
}

QString SummaryChapters::words(int chapter) const
{
    switch (m_states.at(chapter)) {
    case State::none:
        return tr("not summarised");
    case State::waiting:
        return tr("waiting");
    case State::working:
        return tr("being read");
    case State::done:
        return tr("%n point(s)", nullptr, m_points.at(chapter));
    case State::doubtful:
        return tr("%n point(s), with doubts", nullptr, m_points.at(chapter));
    case State::tooShort:
        return tr("too short");
    case State::leftOut:
        return tr("left out");
    }
    return {};
}

QVariant SummaryChapters::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_states.size())
        return {};
    const int chapter = index.row();
    const QString name = chapterName(chapter, m_document->chapters.at(chapter).title);
    if (role == Qt::DisplayRole)
        return QStringLiteral("%1  %2 — %3").arg(sign(m_states.at(chapter)), name, words(chapter));
    if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole)
        return QStringLiteral("%1 — %2").arg(name, words(chapter));
    return {};
}

} // namespace longhand::ui
