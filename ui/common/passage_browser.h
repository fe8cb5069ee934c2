// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/model.h"

#include <QTextBrowser>

namespace longhand::ui {

// Text whose statements lead to passages of the book: summaries and answers. Written through the
// calls below, top to bottom; every text is data and shown as it is. Mouse and Tab reach each
// link, which is the statement itself together with its page.
class PassageBrowser : public QTextBrowser {
    Q_OBJECT
public:
    explicit PassageBrowser(QWidget* parent = nullptr);

    void reset();
    void heading(const QString& text, const QString& aside = {});
    void title(const QString& text); // larger than a heading
    void point(const PointView& point);
    void doubtful(const QString& text, const QString& mark); // nothing in the book says so
    void answer(const QList<AnswerSentenceView>& sentences, const QString& unsupportedMark);
    void sourceLine(const QString& lead, const SourceView& source); // lead, quotation, page
    void text(const QString& text);
    void aside(const QString& text); // dim and smaller
    void fold(int key, const QString& text); // a dim link that shows or hides what follows

    // Text that is still being written, at the end; replaced by what comes after endLive().
    void beginLive(const QString& heading);
    void live(const QString& piece);
    void endLive();
    [[nodiscard]] bool isLive() const { return m_liveBegin >= 0; }

signals:
    void sourceActivated(const longhand::ui::SourceView& source);
    void foldActivated(int key);
    void coloursChanged(); // the palette changed: write everything again

protected:
    void changeEvent(QEvent* event) override;

private:
    class KeepPlace;
    QTextCursor newBlock(double topMargin, int indent = 0);
    static constexpr int kIndent = 18; // pixels
    void insertBullet(QTextCursor& cursor);
    void insertSourced(QTextCursor& cursor, const QString& text, const QList<SourceView>& sources);
    QTextCharFormat plain() const;
    QTextCharFormat dim() const;
    QTextCharFormat link(const SourceView& source);

    QList<SourceView> m_sources; // what the links lead to, by their number
    int m_liveBegin = -1;        // position in the document, or -1
};

} // namespace longhand::ui
