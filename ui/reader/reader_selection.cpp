// SPDX-License-Identifier: GPL-3.0-or-later
// What the reader does with a selected passage, with places found and with the place one reads at.
#include "ui/bridge/text.h"
#include "ui/reader/find_bar.h"
#include "ui/reader/flow_view.h"
#include "ui/reader/page_area.h"
#include "ui/reader/passage_bar.h"
#include "ui/reader/reader_pane.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QMenu>
#include <QTextCursor>
#include <QTimer>

#include <algorithm>

namespace longhand::ui {
namespace {

constexpr int kSelectingMs = 250; // the bar comes when a selection rests, not while it grows

} // namespace

void ReaderPane::connectSelections()
{
    auto* rest = new QTimer(this);
    rest->setSingleShot(true);
    rest->setInterval(kSelectingMs);
    const auto changed = [this, rest] {
        if (selection())
            rest->start();
        else
            m_passage->setSelected(false);
    };
    connect(rest, &QTimer::timeout, this,
            [this] { m_passage->setSelected(selection().has_value()); });
    connect(m_flow, &QTextEdit::selectionChanged, this, changed);
    connect(m_pages, &PageArea::selectionChanged, this, changed);
    connect(this, &ReaderPane::showsPagesChanged, this, changed);
    connect(m_passage, &PassageBar::askRequested, this, &ReaderPane::askAboutSelection);
    connect(m_passage, &PassageBar::explainRequested, this, &ReaderPane::explainSelection);
    connect(m_passage, &PassageBar::translateRequested, this, &ReaderPane::translateSelection);
    connect(m_passage, &PassageBar::copyRequested, this, &ReaderPane::copySelection);
    for (QWidget* view : {static_cast<QWidget*>(m_pages), static_cast<QWidget*>(m_flow)}) {
        view->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(view, &QWidget::customContextMenuRequested, this,
                [this, view](const QPoint& position) { openMenu(view, position); });
    }
}

std::optional<SourceView> ReaderPane::selection() const
{
    if (!m_document)
        return std::nullopt;
    if (showsPages())
        return m_pages->selection();
    auto passage = m_flow->selection();
    if (passage && m_chapter >= 0) {
        passage->chapter = m_chapter;
        passage->page =
            m_document->chapters.at(m_chapter).paragraphs.value(passage->paragraph).page;
        passage->pageLabel = m_document->pages.value(passage->page - 1).label;
    }
    return passage;
}

std::optional<SourceView> ReaderPane::wantedSelection()
{
    const auto passage = selection();
    if (!passage)
        emit said(tr("Select a passage of the book first."));
    return passage;
}

void ReaderPane::askAboutSelection()
{
    if (const auto passage = wantedSelection())
        emit askRequested(*passage);
}

void ReaderPane::explainSelection()
{
    if (const auto passage = wantedSelection())
        emit explainRequested(*passage);
}

void ReaderPane::translateSelection()
{
    if (const auto passage = wantedSelection())
        emit translateRequested(*passage);
}

void ReaderPane::copySelection()
{
    if (showsPages())
        QGuiApplication::clipboard()->setText(m_pages->selectedText());
    else
        m_flow->copy();
}

void ReaderPane::openMenu(QWidget* view, const QPoint& position)
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("passageMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Ask about this passage…"), this, &ReaderPane::askAboutSelection);
    menu->addAction(tr("&Explain this passage"), this, &ReaderPane::explainSelection);
    menu->addAction(tr("&Translate this passage"), this, &ReaderPane::translateSelection);
    menu->addSeparator();
    menu->addAction(tr("&Copy"), this, &ReaderPane::copySelection);
    const bool selected = selection().has_value();
    for (QAction* action : menu->actions())
        action->setEnabled(selected);
    menu->popup(view->mapToGlobal(position));
}

void ReaderPane::showHits()
{
    m_pages->setHits(m_find->hits());
    QList<SourceView> here;
    for (const SourceView& hit : m_find->hits())
        if (hit.chapter == m_chapter)
            here.append(hit);
    m_flow->setHits(here);
}

void ReaderPane::setPageText(const PageTextView& text)
{
    m_pages->setText(text);
}

ReadingPlace ReaderPane::place() const
{
    ReadingPlace place;
    if (!m_document)
        return place;
    place.pages = showsPages() && !m_document->pages.isEmpty();
    place.page = m_pages->currentPage();
    place.chapter = std::max(0, m_contents->currentIndex());
    if (!place.pages)
        place.paragraph = m_flow->topParagraph();
    return place;
}

void ReaderPane::showPlace(const ReadingPlace& place)
{
    if (!m_document || place.chapter < 0 || place.chapter >= m_document->chapters.size())
        return;
    setShowsPages(place.pages);
    if (showsPages()) {
        m_pages->showPage(place.page);
        return;
    }
    showChapter(place.chapter);
    // The view may not have its size yet; its lines are laid out with it.
    m_flow->showParagraph(place.paragraph, 0.0);
    QTimer::singleShot(0, m_flow, [this, book = book(), place] {
        if (book == this->book() && m_chapter == place.chapter)
            m_flow->showParagraph(place.paragraph, 0.0);
    });
}

} // namespace longhand::ui
