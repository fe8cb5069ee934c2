// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reader/passage_bar.h"

#include "ui/reader/reader_button.h"

#include <QClipboard>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace longhand::ui {

PassageBar::PassageBar(QWidget* parent)
    : QWidget(parent), m_actions(new QWidget(this)), m_card(new QWidget(this)),
      m_title(new QLabel(m_card)), m_translation(new QTextBrowser(m_card))
{
    setObjectName(QStringLiteral("passageBar"));
    auto* buttons = new QHBoxLayout(m_actions);
    buttons->setContentsMargins(8, 4, 8, 4);
    buttons->setSpacing(4);
    const auto add = [&](const QString& text, const char* name, void (PassageBar::*signal)()) {
        auto* button = new QPushButton(text, m_actions);
        button->setObjectName(QLatin1String(name));
        button->setMinimumWidth(20);
        connect(button, &QPushButton::clicked, this, signal);
        buttons->addWidget(button);
    };
    add(tr("Ask…"), "askPassage", &PassageBar::askRequested);
    add(tr("Explain"), "explainPassage", &PassageBar::explainRequested);
    add(tr("Translate"), "translatePassage", &PassageBar::translateRequested);
    add(tr("Copy"), "copyPassage", &PassageBar::copyRequested);
    buttons->addStretch(1);

    m_title->setWordWrap(true);
    m_translation->setObjectName(QStringLiteral("passageTranslation"));
    m_translation->setAccessibleName(tr("Translation of the passage"));
    m_translation->setFrameShape(QFrame::NoFrame);
    m_translation->setMaximumHeight(QFontMetrics(font()).height() * 8);
    auto* copy = new QPushButton(tr("Copy"), m_card);
    copy->setObjectName(QStringLiteral("copyTranslation"));
    auto* close = readerButton(m_card, QStringLiteral("✕"), tr("Close"));
    close->setObjectName(QStringLiteral("closeTranslation"));
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_text); });
    connect(close, &QToolButton::clicked, this, &PassageBar::closeTranslation);
    auto* top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(copy);
    top->addWidget(close);
    auto* card = new QVBoxLayout(m_card);
    card->setContentsMargins(8, 4, 8, 4);
    card->addLayout(top);
    card->addWidget(m_translation);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_actions);
    layout->addWidget(m_card);
    m_card->hide();
    updateShown();
}

void PassageBar::updateShown()
{
    m_actions->setVisible(m_selected);
    setVisible(m_selected || showsTranslation());
}

bool PassageBar::showsTranslation() const
{
    return !m_card->isHidden();
}

void PassageBar::setSelected(bool selected)
{
    m_selected = selected;
    updateShown();
}

void PassageBar::beginTranslation(const QString& into)
{
    m_text.clear();
    //: Above the translation of a selected passage; %1 is a language.
    m_title->setText(tr("Into %1:").arg(into));
    m_translation->setPlainText(tr("Translating…"));
    m_card->show();
    updateShown();
}

void PassageBar::addTranslation(const QString& piece)
{
    if (!showsTranslation())
        return;
    m_text += piece;
    m_translation->setPlainText(m_text);
}

void PassageBar::endTranslation(const QString& text, const QString& sentence)
{
    if (!showsTranslation())
        return;
    m_text = text;
    m_translation->setPlainText(sentence.isEmpty() ? text : sentence);
}

void PassageBar::closeTranslation()
{
    m_card->hide();
    updateShown();
    emit translationClosed();
}

void PassageBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && showsTranslation())
        closeTranslation();
    else
        QWidget::keyPressEvent(event);
}

} // namespace longhand::ui
