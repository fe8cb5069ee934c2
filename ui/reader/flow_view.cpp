// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reader/flow_view.h"

#include "ui/bridge/text.h"
#include "ui/common/colours.h"
#include "ui/common/reading_font.h"

#include <QEvent>
#include <QHelpEvent>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFrame>
#include <QToolTip>

#include <algorithm>

namespace longhand::ui {
namespace {

constexpr double kMargin = 22.0;
constexpr double kMeasureEms = 34.0; // some 70 Latin letters, 34 Han

QTextBlockFormat blockFormat(const ParagraphView& paragraph, double leading)
{
    QTextBlockFormat format;
    format.setLineHeight(leading, QTextBlockFormat::ProportionalHeight);
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

QTextCharFormat spanFormat(const SpanView& span, const QPalette& palette)
{
    QTextCharFormat format;
    switch (span.kind) {
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
    case SpanKind::ruby:
    case SpanKind::note:
        format.setUnderlineStyle(QTextCharFormat::DotLine);
        format.setToolTip(span.value);
        if (span.kind == SpanKind::note)
            format.setForeground(linkText(palette));
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
    document()->setDocumentMargin(kMargin);
    document()->setUndoRedoEnabled(false);
}

void FlowView::insertParagraph(QTextCursor& cursor, const ParagraphView& paragraph, bool first)
{
    const QTextCharFormat characters = charFormat(paragraph, document()->defaultFont());
    if (first) {
        cursor.setBlockFormat(blockFormat(paragraph, m_leading));
        cursor.setBlockCharFormat(characters);
    } else {
        cursor.insertBlock(blockFormat(paragraph, m_leading), characters);
    }
    const int begin = cursor.position();
    cursor.insertText(oneBlock(paragraph.text), characters);
    const int end = cursor.position();
    for (const SpanView& span : paragraph.spans) {
        cursor.setPosition(std::min(end, begin + static_cast<int>(span.begin)));
        cursor.setPosition(std::min(end, begin + static_cast<int>(span.end)),
                           QTextCursor::KeepAnchor);
        cursor.mergeCharFormat(spanFormat(span, palette()));
    }
    cursor.setPosition(end);
}

void FlowView::setChapter(const ChapterView& chapter, const QString& language)
{
    m_marked = {};
    m_hits.clear();
    clear();
    document()->setDefaultFont(readingFont(language, font()));
    m_leading = isHanLanguage(language) ? 165.0 : 145.0;
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    bool first = true;
    for (const ParagraphView& paragraph : chapter.paragraphs) {
        insertParagraph(cursor, paragraph, first);
        first = false;
    }
    cursor.endEditBlock();
    keepMeasure();
    showSelections();
    moveCursor(QTextCursor::Start);
    verticalScrollBar()->setValue(0);
}

QTextCursor FlowView::cursorOf(int paragraph, qsizetype begin, qsizetype end) const
{
    const QTextBlock block = document()->findBlockByNumber(paragraph);
    if (!block.isValid())
        return {};
    const int length = std::max(0, block.length() - 1);
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + std::min(length, static_cast<int>(begin)));
    cursor.setPosition(block.position() + std::min(length, static_cast<int>(end)),
                       QTextCursor::KeepAnchor);
    return cursor;
}

void FlowView::mark(int paragraph, qsizetype begin, qsizetype end)
{
    const QTextCursor cursor = cursorOf(paragraph, begin, end);
    if (cursor.isNull())
        return;
    m_marked = cursor;
    showSelections();
    bringIntoView(cursor);
}

void FlowView::setHits(const QList<SourceView>& hits)
{
    m_hits.clear();
    for (const SourceView& hit : hits) {
        const QString text = document()->findBlockByNumber(hit.paragraph).text();
        m_hits.append(cursorOf(hit.paragraph, utf16Offset(text, hit.beginByte),
                               utf16Offset(text, hit.endByte)));
    }
    showSelections();
}

std::optional<SourceView> FlowView::selection() const
{
    const QTextCursor cursor = textCursor();
    if (!cursor.hasSelection())
        return std::nullopt;
    const QTextBlock block = document()->findBlock(cursor.selectionStart());
    const QString text = block.text();
    const qsizetype begin = cursor.selectionStart() - block.position();
    const qsizetype end =
        std::min<qsizetype>(text.size(), cursor.selectionEnd() - block.position());
    SourceView passage;
    passage.paragraph = block.blockNumber();
    passage.beginByte = utf8Offset(text, begin);
    passage.endByte = utf8Offset(text, end);
    passage.quote = text.mid(begin, end - begin);
    if (passage.quote.trimmed().isEmpty())
        return std::nullopt;
    return passage;
}

void FlowView::clearMark()
{
    m_marked = {};
    showSelections();
}

void FlowView::showSelections()
{
    QList<QTextEdit::ExtraSelection> selections;
    QColor faint = passageMark(palette());
    faint.setAlpha(faint.alpha() / 2);
    for (const QTextCursor& hit : std::as_const(m_hits)) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = hit;
        selection.format.setBackground(faint);
        selections.append(selection);
    }
    if (!m_marked.isNull()) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = m_marked;
        selection.format.setBackground(passageMark(palette()));
        selections.append(selection);
    }
    setExtraSelections(selections);
}

// A third from the top: the passage with what leads to it.
void FlowView::bringIntoView(const QTextCursor& cursor, double share)
{
    QTextCursor begin = cursor;
    begin.setPosition(cursor.selectionStart());
    const int y = cursorRect(begin).top() + verticalScrollBar()->value();
    verticalScrollBar()->setValue(y - static_cast<int>(viewport()->height() * share));
}

int FlowView::topParagraph() const
{
    return cursorForPosition(QPoint(viewport()->width() / 2, 4)).blockNumber();
}

void FlowView::showParagraph(int paragraph, double share)
{
    const QTextBlock block = document()->findBlockByNumber(paragraph);
    if (block.isValid())
        bringIntoView(QTextCursor(block), share);
}

// The lines stay short in a wide window: the margins take the rest.
void FlowView::keepMeasure()
{
    const double em = QFontMetricsF(document()->defaultFont()).height() * 0.8;
    const double spare = viewport()->width() - 2.0 * kMargin - kMeasureEms * em;
    QTextFrameFormat format = document()->rootFrame()->frameFormat();
    const double margin = kMargin + std::max(0.0, spare / 2.0);
    if (qFuzzyCompare(format.leftMargin(), margin) && qFuzzyCompare(format.topMargin(), kMargin))
        return;
    format.setMargin(kMargin);
    format.setLeftMargin(margin);
    format.setRightMargin(margin);
    document()->rootFrame()->setFrameFormat(format);
}

void FlowView::resizeEvent(QResizeEvent* event)
{
    const int top = topParagraph();
    const bool scrolled = verticalScrollBar()->value() > 0;
    QTextBrowser::resizeEvent(event);
    keepMeasure();
    if (scrolled)
        showParagraph(top, 0.0);
}

bool FlowView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString note = cursorForPosition(help->pos()).charFormat().toolTip();
        QToolTip::showText(help->globalPos(), note.toHtmlEscaped(), viewport());
        return true;
    }
    return QTextBrowser::viewportEvent(event);
}

void FlowView::changeEvent(QEvent* event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showSelections();
}

} // namespace longhand::ui
