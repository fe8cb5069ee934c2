// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/passage_browser.h"

#include "ui/common/colours.h"
#include "ui/common/format.h"

#include <QEvent>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>
#include <QUrl>

namespace longhand::ui {

// While text is added, a reader at the end stays at the end and one further up stays in place.
class PassageBrowser::KeepPlace {
public:
    explicit KeepPlace(PassageBrowser& browser) : m_bar(*browser.verticalScrollBar())
    {
        m_atEnd = m_bar.value() >= m_bar.maximum() - 4 && m_bar.maximum() > 0;
        m_value = m_bar.value();
    }
    ~KeepPlace() { m_bar.setValue(m_atEnd ? m_bar.maximum() : m_value); }
    KeepPlace(const KeepPlace&) = delete;
    KeepPlace& operator=(const KeepPlace&) = delete;

private:
    QScrollBar& m_bar;
    bool m_atEnd = false;
    int m_value = 0;
};

PassageBrowser::PassageBrowser(QWidget* parent) : QTextBrowser(parent)
{
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(14);
    document()->setUndoRedoEnabled(false);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl& url) {
        bool ok = false;
        const qsizetype index = url.path().toLongLong(&ok);
        if (ok && url.scheme() == QLatin1String("fold"))
            emit foldActivated(static_cast<int>(index));
        else if (ok && index >= 0 && index < m_sources.size())
            emit sourceActivated(m_sources.at(index));
    });
}

void PassageBrowser::reset()
{
    m_liveBegin = -1;
    m_sources.clear();
    clear();
}

QTextCharFormat PassageBrowser::plain() const
{
    QTextCharFormat format;
    format.setForeground(palette().color(QPalette::Text));
    return format;
}

QTextCharFormat PassageBrowser::dim() const
{
    QTextCharFormat format;
    format.setForeground(dimText(palette()));
    format.setFontPointSize(font().pointSizeF() * 0.9);
    return format;
}

QTextCharFormat PassageBrowser::link(const SourceView& source)
{
    QTextCharFormat format = plain();
    format.setAnchor(true);
    format.setAnchorHref(QStringLiteral("passage:%1").arg(m_sources.size()));
    format.setToolTip(source.quote.size() > 400 ? source.quote.left(400) + QChar(0x2026)
                                                : source.quote);
    m_sources.append(source);
    return format;
}

QTextCursor PassageBrowser::newBlock(double topMargin, int indent)
{
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    QTextBlockFormat format;
    format.setTopMargin(topMargin);
    format.setLeftMargin(indent);
    format.setLineHeight(125, QTextBlockFormat::ProportionalHeight);
    if (document()->isEmpty())
        cursor.setBlockFormat(format);
    else
        cursor.insertBlock(format);
    return cursor;
}

void PassageBrowser::title(const QString& text)
{
    const KeepPlace keep(*this);
    QTextCursor cursor = newBlock(4);
    QTextCharFormat format = plain();
    format.setFontWeight(QFont::DemiBold);
    format.setFontPointSize(font().pointSizeF() * 1.25);
    cursor.insertText(text, format);
}

void PassageBrowser::heading(const QString& text, const QString& aside)
{
    const KeepPlace keep(*this);
    QTextCursor cursor = newBlock(16);
    QTextCharFormat format = plain();
    format.setFontWeight(QFont::DemiBold);
    cursor.insertText(text, format);
    if (!aside.isEmpty())
        cursor.insertText(QStringLiteral("   ") + aside, dim());
}

// The statement and its first page are one link; further pages are links of their own.
void PassageBrowser::insertSourced(QTextCursor& cursor, const QString& text,
                                   const QList<SourceView>& sources)
{
    if (sources.isEmpty()) {
        cursor.insertText(text, plain());
        return;
    }
    QStringList named;
    for (qsizetype i = 0; i < sources.size(); ++i) {
        if (named.contains(pageName(sources.at(i))))
            continue; // two sentences of one paragraph need one chip
        named.append(pageName(sources.at(i)));
        QTextCharFormat format = link(sources.at(i));
        if (i == 0)
            cursor.insertText(text + QStringLiteral("  "), format);
        else
            cursor.insertText(QStringLiteral("  "), plain());
        format.setForeground(linkText(palette()));
        format.setFontPointSize(font().pointSizeF() * 0.9);
        format.setBackground(cardFill(palette()));
        const QString chip = QStringLiteral(" %1 ").arg(pageName(sources.at(i)));
        cursor.insertText(QString(chip).replace(QLatin1Char(' '), QChar(0x00A0)), format);
    }
}

void PassageBrowser::insertBullet(QTextCursor& cursor)
{
    const QString bullet = QStringLiteral("•  ");
    QTextBlockFormat block = cursor.blockFormat();
    block.setTextIndent(-fontMetrics().horizontalAdvance(bullet));
    cursor.setBlockFormat(block);
    cursor.insertText(bullet, plain());
}

void PassageBrowser::point(const PointView& point)
{
    const KeepPlace keep(*this);
    QTextCursor cursor = newBlock(6, kIndent);
    insertBullet(cursor);
    insertSourced(cursor, point.text, point.sources);
}

void PassageBrowser::doubtful(const QString& text, const QString& mark)
{
    const KeepPlace keep(*this);
    QTextCursor cursor = newBlock(6, kIndent);
    insertBullet(cursor);
    QTextCharFormat format = plain();
    format.setForeground(dimText(palette()));
    format.setFontItalic(true);
    cursor.insertText(text + QStringLiteral("  "), format);
    QTextCharFormat note = dim();
    note.setForeground(warningText(palette()));
    cursor.insertText(mark, note);
}

void PassageBrowser::answer(const QList<AnswerSentenceView>& sentences,
                            const QString& unsupportedMark)
{
    const KeepPlace keep(*this);
    QTextCursor cursor = newBlock(6);
    for (const AnswerSentenceView& sentence : sentences) {
        if (!cursor.atBlockStart())
            cursor.insertText(QStringLiteral(" "), plain());
        insertSourced(cursor, sentence.text, sentence.sources);
        if (sentence.sources.isEmpty() && !unsupportedMark.isEmpty()) {
            QTextCharFormat note = dim();
            note.setForeground(warningText(palette()));
            cursor.insertText(QStringLiteral("  ") + unsupportedMark, note);
        }
    }
}

void PassageBrowser::sourceLine(const QString& lead, const SourceView& source)
{
    const KeepPlace keep(*this);
    QTextCursor cursor = newBlock(6);
    cursor.insertText(lead + QLatin1Char(' '), dim());
    QString quote = source.quote.simplified();
    if (quote.size() > 240)
        quote = quote.left(240) + QChar(0x2026);
    insertSourced(cursor, QStringLiteral("“%1”").arg(quote), {source});
}

void PassageBrowser::text(const QString& text)
{
    const KeepPlace keep(*this);
    newBlock(6).insertText(text, plain());
}

void PassageBrowser::aside(const QString& text)
{
    const KeepPlace keep(*this);
    newBlock(6).insertText(text, dim());
}

void PassageBrowser::fold(int key, const QString& text)
{
    const KeepPlace keep(*this);
    QTextCharFormat format = dim();
    format.setForeground(warningText(palette()));
    format.setAnchor(true);
    format.setAnchorHref(QStringLiteral("fold:%1").arg(key));
    newBlock(6, kIndent).insertText(text, format);
}

void PassageBrowser::beginLive(const QString& heading)
{
    endLive();
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    m_liveBegin = cursor.position();
    if (!heading.isEmpty())
        this->heading(heading);
    const KeepPlace keep(*this);
    newBlock(6);
}

void PassageBrowser::live(const QString& piece)
{
    if (m_liveBegin < 0)
        return;
    const KeepPlace keep(*this);
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    QTextCharFormat format = plain();
    format.setForeground(dimText(palette()));
    cursor.insertText(piece, format);
}

void PassageBrowser::endLive()
{
    if (m_liveBegin < 0)
        return;
    const KeepPlace keep(*this);
    QTextCursor cursor(document());
    cursor.setPosition(m_liveBegin);
    cursor.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
    m_liveBegin = -1;
}

void PassageBrowser::changeEvent(QEvent* event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        emit coloursChanged();
}

} // namespace longhand::ui
