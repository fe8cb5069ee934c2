// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/passage_browser.h"

#include "ui/common/colours.h"
#include "ui/common/format.h"
#include "ui/common/passage_paint.h"
#include "ui/common/passage_popover.h"

#include <QEvent>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>
#include <QUrl>

namespace longhand::ui {

namespace {
constexpr int kRestMs = 250;
} // namespace

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
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (const int chip = chipAt(m_hovered); chip >= 0) {
            const QRect caret = cursorRect(cursorForPosition(m_hovered));
            preview(chip, QRect(m_hovered.x() - 20, caret.top(), 40, caret.height()));
        }
    });
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl& url) {
        bool ok = false;
        const qsizetype index = url.path().toLongLong(&ok);
        hidePreview();
        if (url.scheme() == QLatin1String("do"))
            emit actionActivated(url.path());
        else if (ok && url.scheme() == QLatin1String("fold"))
            emit foldActivated(static_cast<int>(index));
        else if (ok && index >= 0 && index < m_sources.size())
            emit sourceActivated(m_sources.at(index));
    });
}

void PassageBrowser::reset()
{
    hidePreview();
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

void PassageBrowser::heading(const QString& text, const QString& aside, const QString& mark)
{
    const KeepPlace keep(*this);
    QTextCursor cursor = newBlock(18);
    QTextCharFormat format = plain();
    format.setFontWeight(QFont::DemiBold);
    if (!mark.isEmpty())
        format.setAnchorNames({mark}); // no link: Tab passes it by
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
        format.setProperty(kChipFormat, true);
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
    cursor.insertText(mark.isEmpty() ? mark : QStringLiteral("◇ ") + mark, note);
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
            cursor.insertText(QStringLiteral("  ◇\u00A0") +
                                  QString(unsupportedMark).replace(QLatin1Char(' '), QChar(0x00A0)),
                              note);
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

QTextCursor PassageBrowser::newCard(double topMargin, PassageCard card)
{
    QTextCursor cursor = newBlock(topMargin, kCardPadding);
    QTextBlockFormat block = cursor.blockFormat();
    block.setRightMargin(kCardPadding);
    block.setBottomMargin(10);
    block.setProperty(kCardFormat, static_cast<int>(card));
    cursor.setBlockFormat(block);
    return cursor;
}

void PassageBrowser::question(const QString& text)
{
    const KeepPlace keep(*this);
    QTextCursor cursor = newCard(document()->isEmpty() ? 4 : 24, PassageCard::question);
    QTextCharFormat format = plain();
    format.setFontWeight(QFont::DemiBold);
    cursor.insertText(text, format);
}

void PassageBrowser::notice(const QString& text)
{
    const KeepPlace keep(*this);
    QTextCursor cursor = newCard(16, PassageCard::notice);
    QTextCharFormat sign = plain();
    sign.setForeground(warningText(palette()));
    sign.setFontWeight(QFont::DemiBold);
    cursor.insertText(QStringLiteral("◇  "), sign);
    QTextCharFormat format = plain();
    format.setFontWeight(QFont::DemiBold);
    cursor.insertText(text, format);
}

void PassageBrowser::quotation(const SourceView& source, const QString& lead)
{
    const KeepPlace keep(*this);
    QTextCursor cursor = newBlock(6, kIndent);
    cursor.insertText(lead + QLatin1Char(' '), dim());
    QString quote = source.quote.simplified();
    if (quote.size() > 240)
        quote = quote.left(240) + QChar(0x2026);
    quote = QStringLiteral("“%1”").arg(quote);
    if (source.chapter >= 0)
        insertSourced(cursor, quote, {source});
    else
        cursor.insertText(quote, plain());
}

void PassageBrowser::actions(const QList<Action>& actions)
{
    const KeepPlace keep(*this);
    QTextCursor cursor = newBlock(4);
    for (const Action& action : actions) {
        if (!cursor.atBlockStart())
            cursor.insertText(QStringLiteral("   ·   "), dim());
        QTextCharFormat format = dim();
        format.setForeground(linkText(palette()));
        format.setAnchor(true);
        format.setAnchorHref(QStringLiteral("do:") + action.name);
        cursor.insertText(QString(action.text).replace(QLatin1Char(' '), QChar(0x00A0)), format);
    }
}

void PassageBrowser::inlineAction(const Action& action)
{
    const KeepPlace keep(*this);
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    cursor.insertText(QStringLiteral("    "), dim());
    QTextCharFormat format = dim();
    format.setForeground(linkText(palette()));
    format.setAnchor(true);
    format.setAnchorHref(QStringLiteral("do:") + action.name);
    cursor.insertText(QString(action.text).replace(QLatin1Char(' '), QChar(0x00A0)), format);
}

void PassageBrowser::settle(int scroll)
{
    setTextCursor(QTextCursor(document())); // what is written pushes the cursor before it
    verticalScrollBar()->setValue(scroll);
}

void PassageBrowser::scrollToMark(const QString& mark)
{
    // Not scrollToAnchor(): it would bring the mark just into view, at the bottom.
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        for (auto at = block.begin(); !at.atEnd(); ++at)
            if (at.fragment().charFormat().anchorNames().contains(mark)) {
                const QTextCursor cursor(block);
                verticalScrollBar()->setValue(verticalScrollBar()->value() +
                                              cursorRect(cursor).top() - 8);
                return;
            }
}

void PassageBrowser::resizeEvent(QResizeEvent* event)
{
    const KeepPlace keep(*this);
    QTextBrowser::resizeEvent(event);
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
