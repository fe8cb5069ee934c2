// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QTextBrowser;

namespace longhand::ui {

// Below the text while something is selected: what can be done with it. A translation of it
// appears here too, as it is written.
class PassageBar : public QWidget {
    Q_OBJECT
public:
    explicit PassageBar(QWidget* parent = nullptr);

    void setSelected(bool selected); // whether there is something to act on
    void beginTranslation(const QString& into);
    void addTranslation(const QString& piece);
    void endTranslation(const QString& text, const QString& sentence); // one of them empty
    [[nodiscard]] bool showsTranslation() const;

signals:
    void askRequested();
    void explainRequested();
    void translateRequested();
    void copyRequested();
    void translationClosed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void closeTranslation();
    void updateShown();

    bool m_selected = false;
    QString m_text;
    QWidget* m_actions;
    QWidget* m_card;
    QLabel* m_title;
    QTextBrowser* m_translation;
};

} // namespace longhand::ui
