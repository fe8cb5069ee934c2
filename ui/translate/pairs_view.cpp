// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/translate/pairs_view.h"

#include "ui/common/colours.h"
#include "ui/common/format.h"

#include <QEvent>
#include <QScrollBar>
#include <QTextCursor>
#include <QTextDocument>

namespace longhand::ui {
namespace {

constexpr qsizetype kKept = 24; // finished pairs

} // namespace

PairsView::PairsView(QWidget* parent) : QTextBrowser(parent)
{
    setObjectName(QStringLiteral("pairs"));
    setAccessibleName(tr("The paragraph being translated"));
    setOpenLinks(false);
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(14);
    document()->setUndoRedoEnabled(false);
}

void PairsView::insert(const QString& text, const QColor& colour, double topMargin)
{
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    QTextBlockFormat block;
    block.setTopMargin(topMargin);
    block.setLineHeight(125, QTextBlockFormat::ProportionalHeight);
    if (document()->isEmpty())
        cursor.setBlockFormat(block);
    else
        cursor.insertBlock(block);
    QTextCharFormat format;
    format.setForeground(colour);
    cursor.insertText(text, format);
}

void PairsView::write(const SegmentView& segment)
{
    insert(segment.source, dimText(palette()), 12);
    if (!segment.target.isEmpty())
        insert(segment.target, palette().color(QPalette::Text), 3);
    QString note = remarks(segment.warnings);
    if (segment.status == SegmentStatus::failed)
        note = tr("Not translated: every attempt failed the checks.") + QLatin1Char(' ') + note;
    else if (segment.status == SegmentStatus::skipped)
        note = tr("Kept as it is.");
    if (!note.trimmed().isEmpty())
        insert(note.trimmed(), warningText(palette()), 3);
}

void PairsView::toEnd()
{
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void PairsView::forget()
{
    m_liveBegin = -1;
    m_segments.clear();
    clear();
}

void PairsView::addSegment(const SegmentView& segment)
{
    endLive();
    m_segments.append(segment);
    if (m_segments.size() > kKept) { // written anew, once in a while
        m_segments.remove(0, m_segments.size() - kKept / 4);
        clear();
        for (const SegmentView& each : std::as_const(m_segments))
            write(each);
    } else {
        write(segment);
    }
    toEnd();
}

void PairsView::beginLive(const SegmentView& segment)
{
    endLive();
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    m_liveBegin = cursor.position();
    insert(segment.source, dimText(palette()), 12);
    insert(QString(), palette().color(QPalette::Text), 3);
    toEnd();
}

void PairsView::live(const QString& piece)
{
    if (m_liveBegin < 0)
        return;
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    QTextCharFormat format;
    format.setForeground(palette().color(QPalette::Text));
    cursor.insertText(piece, format);
    toEnd();
}

void PairsView::endLive()
{
    if (m_liveBegin < 0)
        return;
    QTextCursor cursor(document());
    cursor.setPosition(m_liveBegin);
    cursor.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
    m_liveBegin = -1;
}

void PairsView::changeEvent(QEvent* event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    m_liveBegin = -1;
    clear();
    for (const SegmentView& segment : std::as_const(m_segments))
        write(segment);
    toEnd();
}

} // namespace longhand::ui
