// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/fake_pages.h"

#include "ui/bridge/text.h"
#include "ui/common/reading_font.h"
#include "ui/reader/page_selection.h"

#include <QFontMetricsF>
#include <QPainter>

namespace longhand::ui {
namespace {

constexpr double kLeft = 72.0, kRight = 523.0, kTop = 84.0, kLine = 19.0;

QFont printFont(const DocumentView& document, bool heading)
{
    QFont font = readingFont(document.language, QFont());
    font.setPixelSize(heading ? 20 : 12);
    font.setBold(heading);
    return font;
}

// Where a line that begins at `from` ends: behind its last word that fits.
qsizetype lineEnd(const QString& text, qsizetype from, const QFontMetricsF& metrics)
{
    double x = kLeft;
    qsizetype wordEnd = from;
    for (qsizetype at = from; at < text.size(); ++at) {
        x += metrics.horizontalAdvance(text.at(at));
        if (x > kRight && wordEnd > from)
            return wordEnd;
        if (text.at(at).isSpace() || text.at(at).script() == QChar::Script_Han)
            wordEnd = at + 1;
    }
    return text.size();
}

void printParagraph(PageTextView& view, const DocumentView& document, int chapter, int number,
                    double& y)
{
    const ParagraphView& paragraph = document.chapters.at(chapter).paragraphs.at(number);
    const QString& text = paragraph.text;
    const QFontMetricsF metrics(printFont(document, paragraph.kind == ParagraphKind::heading));
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = lineEnd(text, at, metrics);
        double x = kLeft;
        for (; at < end; ++at) {
            const double width = metrics.horizontalAdvance(text.at(at));
            view.glyphs.append({chapter, number, utf8Offset(text, at), utf8Offset(text, at + 1),
                                QRectF(x, y, width, metrics.height()), view.text.size()});
            view.text += text.at(at);
            x += width;
        }
        y += kLine;
    }
    view.text += QLatin1Char('\n');
    y += paragraph.kind == ParagraphKind::heading ? 18.0 : 7.0;
}

PageTextView printed(const DocumentView& document, int page)
{
    PageTextView view;
    view.page = page;
    double y = kTop;
    for (int chapter = 0; chapter < document.chapters.size(); ++chapter)
        for (int i = 0; i < document.chapters.at(chapter).paragraphs.size(); ++i)
            if (document.chapters.at(chapter).paragraphs.at(i).page == page)
                printParagraph(view, document, chapter, i, y);
    return view;
}

} // namespace

void PrintedAssistant::drawPage(BookId book, int page, double pixelsPerPoint)
{
    const DocumentView& document = *contents.value(book).document;
    QImage image((QSizeF(595, 842) * pixelsPerPoint).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::TextAntialiasing);
    painter.scale(pixelsPerPoint, pixelsPerPoint);
    const PageTextView view = printed(document, page);
    for (const GlyphView& glyph : view.glyphs) {
        const QFont font = printFont(document, glyph.paragraph == 0);
        painter.setFont(font);
        painter.drawText(glyph.rect.topLeft() + QPointF(0, QFontMetricsF(font).ascent()),
                         view.text.mid(glyph.at, 1));
    }
    painter.setFont(printFont(document, false));
    painter.drawText(QRectF(0, 780, 595, 20), Qt::AlignHCenter, QString::number(page));
    painter.end();
    emit pageReady(book, page, pixelsPerPoint, image);
}

void PrintedAssistant::readPageText(BookId book, int page)
{
    emit pageTextRead(book, printed(*contents.value(book).document, page));
}

void PrintedAssistant::locate(BookId book, const SourceView& source)
{
    QList<MarkView> marks;
    for (const QRectF& line : linesOf(printed(*contents.value(book).document, source.page), source))
        marks.append({source.page, line});
    emit located(book, source, marks);
}

} // namespace longhand::ui
