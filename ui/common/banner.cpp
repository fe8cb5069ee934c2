// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/banner.h"

#include "ui/common/colours.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace longhand::ui {
namespace {

QLabel* wrappedLabel(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText); // names of files and books are data, never markup
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

Banner::Banner(QWidget* parent)
    : QFrame(parent), m_sentence(wrappedLabel(this)), m_detail(wrappedLabel(this)),
      m_layout(new QBoxLayout(QBoxLayout::TopToBottom, this)), m_buttons(new QHBoxLayout)
{
    m_layout->setContentsMargins(14, 8, 10, 8);
    m_layout->setSpacing(4);
    auto* words = new QVBoxLayout;
    words->setSpacing(4);
    words->addStretch(1);
    words->addWidget(m_sentence);
    words->addWidget(m_detail);
    words->addStretch(1);
    m_layout->addLayout(words, 1);
    m_layout->addLayout(m_buttons);
    m_buttons->addStretch(1);
    m_buttons->setSpacing(6);
    colour();
    hide();
}

void Banner::say(const QString& sentence, const QString& detail, Mood mood)
{
    removeButtons();
    m_mood = mood;
    m_sentence->setText(sentence);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    setAccessibleName(sentence);
    colour();
    show();
}

QPushButton* Banner::addButton(const QString& text)
{
    auto* button = new QPushButton(text, this);
    m_buttons->addWidget(button);
    return button;
}

void Banner::clear()
{
    removeButtons();
    m_sentence->clear();
    m_detail->clear();
    hide();
}

QString Banner::sentence() const
{
    return m_sentence->text();
}

void Banner::removeButtons()
{
    // A button's own slot may clear the banner, so it must not die inside its signal.
    for (QPushButton* button : findChildren<QPushButton*>()) {
        m_buttons->removeWidget(button);
        button->hide();
        button->setParent(nullptr);
        button->deleteLater();
    }
}

void Banner::colour()
{
    QPalette palette = this->palette();
    palette.setColor(QPalette::WindowText, dimText(palette));
    m_detail->setPalette(palette);
}

void Banner::paintEvent(QPaintEvent* event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    const QColor accent = m_mood == Mood::warning ? warningText(palette()) : linkText(palette());
    QColor fill = accent;
    fill.setAlpha(isDark(palette()) ? 40 : 24);
    painter.fillRect(rect(), fill);
    painter.fillRect(QRect(0, 0, 4, height()), accent);
}

void Banner::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    const bool wide = width() > 40 * QFontMetrics(font()).averageCharWidth() + 300;
    m_layout->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void Banner::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_detail != nullptr)
        colour();
}

} // namespace longhand::ui
