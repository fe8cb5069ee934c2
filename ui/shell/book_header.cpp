// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/book_header.h"

#include "ui/common/banner.h"
#include "ui/common/colours.h"
#include "ui/common/format.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace longhand::ui {

BookHeader::BookHeader(QWidget* parent)
    : QWidget(parent), m_title(new QLabel(this)), m_facts(new QLabel(this)),
      m_banner(new Banner(this))
{
    setObjectName(QStringLiteral("bookHeader"));
    QFont large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    for (QLabel* label : {m_title, m_facts}) {
        label->setTextFormat(Qt::PlainText);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    auto* words = new QVBoxLayout;
    words->setContentsMargins(12, 8, 12, 6);
    words->setSpacing(1);
    words->addWidget(m_title);
    words->addWidget(m_facts);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(words);
    layout->addWidget(m_banner);
}

void BookHeader::setBook(const BookView& book)
{
    const bool same = book.id == m_book.id && book.problems.size() == m_book.problems.size();
    m_book = book;
    showTitle();
    if (same)
        return;
    m_banner->clear();
    if (book.problems.isEmpty())
        return;
    QStringList sentences;
    int page = 0;
    for (const ProblemView& problem : book.problems) {
        sentences << problem.sentence;
        if (page == 0 && !problem.pages.isEmpty())
            page = problem.pages.front();
    }
    const QString first = sentences.takeFirst();
    m_banner->say(first, sentences.join(QLatin1Char('\n')));
    if (page > 0)
        connect(m_banner->addButton(tr("Show the page")), &QPushButton::clicked, this,
                [this, page] { emit pageRequested(page); });
    connect(m_banner->addButton(tr("Hide")), &QPushButton::clicked, m_banner, &Banner::clear);
}

void BookHeader::showTitle()
{
    const int width = this->width() - 24;
    const QString facts = bookFacts(m_book);
    m_title->setText(m_title->fontMetrics().elidedText(m_book.title, Qt::ElideRight, width));
    m_facts->setText(m_facts->fontMetrics().elidedText(facts, Qt::ElideRight, width));
    m_title->setToolTip(m_book.title);
    m_title->setAccessibleName(m_book.title);
    m_facts->setToolTip(facts);
    m_facts->setAccessibleName(facts);
    QPalette palette = this->palette();
    palette.setColor(QPalette::WindowText, dimText(palette));
    m_facts->setPalette(palette);
}

void BookHeader::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    showTitle();
}

void BookHeader::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_facts != nullptr)
        showTitle();
}

} // namespace longhand::ui
