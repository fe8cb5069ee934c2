// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reader/find_bar.h"

#include "ui/reader/reader_button.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QTimer>

namespace longhand::ui {
namespace {

constexpr int kTypingMs = 150; // a pause in typing

} // namespace

FindBar::FindBar(QWidget* parent)
    : QWidget(parent), m_words(new QLineEdit(this)), m_state(new QLabel(this)),
      m_typing(new QTimer(this))
{
    setObjectName(QStringLiteral("findBar"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    m_words->setObjectName(QStringLiteral("findText"));
    m_words->setPlaceholderText(tr("Find in this book"));
    m_words->setAccessibleName(tr("Find in this book"));
    m_words->setMinimumWidth(60);
    m_state->setObjectName(QStringLiteral("findState"));
    auto* previous = readerButton(this, QStringLiteral("↑"), tr("Previous"));
    auto* next = readerButton(this, QStringLiteral("↓"), tr("Next"));
    auto* close = readerButton(this, QStringLiteral("✕"), tr("Close"));
    m_typing->setSingleShot(true);
    m_typing->setInterval(kTypingMs);
    connect(m_words, &QLineEdit::textEdited, m_typing, qOverload<>(&QTimer::start));
    connect(m_typing, &QTimer::timeout, this, &FindBar::search);
    connect(previous, &QToolButton::clicked, this, [this] { go(Direction::backwards); });
    connect(next, &QToolButton::clicked, this, [this] { go(Direction::forwards); });
    connect(close, &QToolButton::clicked, this, [this] {
        hide();
        emit closed();
    });
    layout->addWidget(m_words, 1);
    layout->addWidget(m_state);
    layout->addWidget(previous);
    layout->addWidget(next);
    layout->addWidget(close);
}

void FindBar::setDocument(const DocumentPtr& document)
{
    m_document = document;
    m_from = {};
    m_searched.clear();
    m_hits.clear();
    m_state->clear();
    if (isVisible())
        search();
}

void FindBar::open()
{
    show();
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
    search();
}

void FindBar::search()
{
    m_typing->stop();
    const QString words = m_words->text();
    if (!m_document || words == m_searched)
        return;
    m_searched = words;
    m_hits = findAll(*m_document, words);
    if (words.isEmpty())
        m_state->clear();
    else if (m_hits.isEmpty())
        m_state->setText(tr("Not in this book"));
    else
        m_state->setText(tr("%n place(s)", nullptr, static_cast<int>(m_hits.size())));
    emit hitsChanged();
}

void FindBar::go(Direction direction)
{
    search();
    const qsizetype at = nextHit(m_hits, m_from, direction);
    if (at < 0)
        return;
    m_from = m_hits.at(at);
    //: Which of the places found is shown, and how many there are.
    m_state->setText(
        tr("%1 of %2").arg(QLocale().toString(at + 1), QLocale().toString(m_hits.size())));
    emit hitChosen(m_from);
}

void FindBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        hide();
        emit closed();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        go(event->modifiers().testFlag(Qt::ShiftModifier) ? Direction::backwards
                                                          : Direction::forwards);
    } else {
        QWidget::keyPressEvent(event);
    }
}

// The places found are marked only while one looks for them.
void FindBar::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    if (event->spontaneous() || m_hits.isEmpty())
        return;
    m_hits.clear();
    m_searched.clear();
    m_state->clear();
    emit hitsChanged();
}

} // namespace longhand::ui
