// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/model.h"
#include "ui/common/passage_popover.h"

#include <QPointer>
#include <QTextBrowser>
#include <QTimer>

namespace longhand::ui {

enum class PassageCard;

// Text whose statements lead to passages of the book: summaries and answers. Written through the
// calls below, top to bottom; every text is data and shown as it is. Mouse and Tab reach each
// link, which is the statement itself together with its page, the chip. A chip shows its passage
// while the mouse rests on it, or when Space is pressed where Tab has led; Enter and a click open it.
class PassageBrowser : public QTextBrowser {
    Q_OBJECT
public:
    explicit PassageBrowser(QWidget* parent = nullptr);

    void setBook(const DocumentPtr& document) { m_book = document; } // for the chips' passages
    void reset();
    // `mark` names the place for scrollToMark().
    void heading(const QString& text, const QString& aside = {}, const QString& mark = {});
    void title(const QString& text); // larger than a heading
    void point(const PointView& point);
    void doubtful(const QString& text, const QString& mark); // nothing in the book says so
    void answer(const QList<AnswerSentenceView>& sentences, const QString& unsupportedMark);
    void sourceLine(const QString& lead, const SourceView& source); // lead, quotation, page
    void text(const QString& text);
    void aside(const QString& text); // dim and smaller
    void fold(int key, const QString& text); // a dim link that shows or hides what follows
    void question(const QString& text);      // on a card: a turn of a conversation begins
    void notice(const QString& text);        // set apart: something is missing or weak
    void quotation(const SourceView& source, const QString& lead); // as a block, with its chip
    // Links in a row, each with a word of the pane's own that comes back in actionActivated.
    struct Action {
        QString name, text;
    };
    void actions(const QList<Action>& actions);
    void inlineAction(const Action& action); // behind what was written last
    void scrollToMark(const QString& mark);
    // Everything is written: Tab begins at the top, the view at `scroll`.
    void settle(int scroll);
    [[nodiscard]] PassagePopover* popover() const { return m_popover; }

    // Text that is still being written, at the end; replaced by what comes after endLive().
    void beginLive(const QString& heading);
    void live(const QString& piece);
    void endLive();
    [[nodiscard]] bool isLive() const { return m_liveBegin >= 0; }

signals:
    void sourceActivated(const longhand::ui::SourceView& source);
    void foldActivated(int key);
    void actionActivated(const QString& name);
    void coloursChanged(); // the palette changed: write everything again

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    class KeepPlace;
    [[nodiscard]] int focusedSource() const; // where Tab has led; -1: to none
    [[nodiscard]] int chipAt(const QPoint& position) const;
    void preview(int source, const QRect& chip); // in the viewport
    void hidePreview();
    QTextCursor newBlock(double topMargin, int indent = 0);
    QTextCursor newCard(double topMargin, PassageCard card);
    static constexpr int kIndent = 18; // pixels
    void insertBullet(QTextCursor& cursor);
    void insertSourced(QTextCursor& cursor, const QString& text, const QList<SourceView>& sources);
    QTextCharFormat plain() const;
    QTextCharFormat dim() const;
    QTextCharFormat link(const SourceView& source);

    QList<SourceView> m_sources; // what the links lead to, by their number
    int m_liveBegin = -1;        // position in the document, or -1
    DocumentPtr m_book;
    QPointer<PassagePopover> m_popover; // the window's
    QTimer m_rest;                      // the mouse has stayed on a chip
    QPoint m_hovered;
    int m_chip = -1; // under the mouse
};

} // namespace longhand::ui
