// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reader/flow_view.h"

#include "ui/common/colours.h"

#include <QEvent>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>

namespace longhand::ui {
namespace {

QTextBlockFormat blockFormat(const ParagraphView& paragraph)
{
    QTextBlockFormat format;
    format.setLineHeight(145, QTextBlockFormat::ProportionalHeight);
    format.setBottomMargin(9);
    switch (paragraph.kind) {
    case ParagraphKind::heading:
        format.setTopMargin(14);
        format.setLineHeight(120, QTextBlockFormat::ProportionalHeight);
        break;
    case ParagraphKind::quote:
    case ParagraphKind::verse:
        format.setLeftMargin(24);
        break;
    case ParagraphKind::listItem:
        format.setLeftMargin(18);
        break;
    case ParagraphKind::caption:
        format.setLeftMargin(12);
        break;
    case ParagraphKind::code:
    case ParagraphKind::tableRow:
        format.setNonBreakableLines(false);
        break;
    case ParagraphKind::separator:
        format.setAlignment(Qt::AlignHCenter);
        break;
    case ParagraphKind::body:
        break;
    }
    return format;
}

QTextCharFormat charFormat(const ParagraphView& paragraph, const QFont& font)
{
    QTextCharFormat format;
    if (paragraph.kind == ParagraphKind::heading) {
        format.setFontWeight(QFont::DemiBold);
        format.setFontPointSize(font.pointSizeF() * 1.2);
    } else if (paragraph.kind == ParagraphKind::code) {
        format.setFontFixedPitch(true);
        format.setFontFamilies({QStringLiteral("monospace")});
    } else if (paragraph.kind == ParagraphKind::caption) {
        format.setFontItalic(true);
    }
    return format;
}

QTextCharFormat spanFormat(SpanKind kind)
{
    QTextCharFormat format;
    switch (kind) {
    case SpanKind::emphasis:
        format.setFontItalic(true);
        break;
    case SpanKind::strong:
        format.setFontWeight(QFont::Bold);
        break;
    case SpanKind::code:
        format.setFontFixedPitch(true);
        format.setFontFamilies({QStringLiteral("monospace")});
        break;
    case SpanKind::superscript:
        format.setVerticalAlignment(QTextCharFormat::AlignSuperScript);
        break;
    case SpanKind::subscript:
        format.setVerticalAlignment(QTextCharFormat::AlignSubScript);
        break;
    case SpanKind::other:
        break;
    }
    return format;
}

// One block a paragraph: breaks inside it become line separators, of the same length.
QString oneBlock(QString text)
{
    for (QChar& unit : text)
        if (unit == QLatin1Char('\n') || unit == QLatin1Char('\r') ||
            unit == QChar::ParagraphSeparator)
            unit = QChar::LineSeparator;
    return text;
}

} // namespace

FlowView::FlowView(QWidget* parent) : QTextBrowser(parent)
{
    setObjectName(QStringLiteral("flowView"));
    setAccessibleName(tr("Text of the chapter"));
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setFrameShape(QFrame::NoFrame);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    document()->setDocumentMargin(22);
    document()->setUndoRedoEnabled(false);
}

void FlowView::insertParagraph(QTextCursor& cursor, const ParagraphView& paragraph, bool first)
{
    const QTextCharFormat characters = charFormat(paragraph, font());
    if (first) {
        cursor.setBlockFormat(blockFormat(paragraph));
        cursor.setBlockCharFormat(characters);
    } else {
        cursor.insertBlock(blockFormat(paragraph), characters);
    }
    const int begin = cursor.position();
    cursor.insertText(oneBlock(paragraph.text), characters);
    const int end = cursor.position();
    for (const SpanView& span : paragraph.spans) {
        cursor.setPosition(std::min(end, begin + static_cast<int>(span.begin)));
        cursor.setPosition(std::min(end, begin + static_cast<int>(span.end)),
                           QTextCursor::KeepAnchor);
        cursor.mergeCharFormat(spanFormat(span.kind));
    }
    cursor.setPosition(end);
}

void FlowView::setChapter(const ChapterView& chapter)
{
    m_marked = {};
    clear();
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    bool first = true;
    for (const ParagraphView& paragraph : chapter.paragraphs) {
        insertParagraph(cursor, paragraph, first);
        first = false;
    }
    cursor.endEditBlock();
    showSelections();
    moveCursor(QTextCursor::Start);
    verticalScrollBar()->setValue(0);
}

void FlowView::mark(int paragraph, qsizetype begin, qsizetype end)
{
    const QTextBlock block = document()->findBlockByNumber(paragraph);
    if (!block.isValid())
        return;
    const int length = std::max(0, block.length() - 1);
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + std::min(length, static_cast<int>(begin)));
    cursor.setPosition(block.position() + std::min(length, static_cast<int>(end)),
                       QTextCursor::KeepAnchor);
    m_marked = cursor;
    showSelections();
    bringIntoView(cursor);
}

void FlowView::clearMark()
{
    m_marked = {};
    showSelections();
}

void FlowView::showSelections()
{
    QList<QTextEdit::ExtraSelection> selections;
    if (!m_marked.isNull()) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = m_marked;
        selection.format.setBackground(passageMark(palette()));
        selections.append(selection);
    }
    setExtraSelections(selections);
}

// A third from the top: the passage with what leads to it.
void FlowView::bringIntoView(const QTextCursor& cursor)
{
    QTextCursor begin = cursor;
    begin.setPosition(cursor.selectionStart());
    const int y = cursorRect(begin).top() + verticalScrollBar()->value();
    verticalScrollBar()->setValue(y - viewport()->height() / 3);
}

int FlowView::topParagraph() const
{
    return cursorForPosition(QPoint(4, 4)).blockNumber();
}

void FlowView::showParagraph(int paragraph)
{
    const QTextBlock block = document()->findBlockByNumber(paragraph);
    if (block.isValid())
        bringIntoView(QTextCursor(block));
}

void FlowView::changeEvent(QEvent* event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showSelections();
}

} // namespace longhand::ui
