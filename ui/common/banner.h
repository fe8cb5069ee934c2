// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QPushButton;

namespace longhand::ui {

// A sentence across the top of a pane, with what can be done as buttons beside it. Hidden while
// it has nothing to say. Where there is little width the buttons stand below.
class Banner : public QFrame {
    Q_OBJECT
public:
    enum class Mood { note, warning };
    explicit Banner(QWidget* parent = nullptr);

    // `detail` stands smaller below; plain text, selectable.
    void say(const QString& sentence, const QString& detail = {}, Mood mood = Mood::warning);
    // A button for the sentence now shown; `say` and `clear` remove it.
    QPushButton* addButton(const QString& text);
    void clear();
    [[nodiscard]] QString sentence() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void colour();
    void removeButtons();

    QLabel* m_sentence;
    QLabel* m_detail;
    QBoxLayout* m_layout;
    QHBoxLayout* m_buttons;
    Mood m_mood = Mood::warning;
};

} // namespace longhand::ui
