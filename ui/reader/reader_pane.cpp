// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reader/reader_pane.h"

#include "ui/bridge/text.h"
#include "ui/common/format.h"
#include "ui/reader/find_bar.h"
#include "ui/reader/flow_view.h"
#include "ui/reader/page_area.h"
#include "ui/reader/passage_bar.h"
#include "ui/reader/reader_button.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace longhand::ui {
ReaderPane::ReaderPane(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("readerPane"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeTop());
    m_views = new QStackedWidget(this);
    m_pages = new PageArea(m_views);
    m_flow = new FlowView(m_views);
    m_views->addWidget(m_pages);
    m_views->addWidget(m_flow);
    layout->addWidget(m_views, 1);
    m_passage = new PassageBar(this);
    layout->addWidget(m_passage);
    m_find = new FindBar(this);
    m_find->hide();
    layout->addWidget(m_find);
    layout->addWidget(makeBottom());
    connectParts();
    setFocusProxy(m_views);
    setDocument({});
}

QWidget* ReaderPane::makeTop()
{
    auto* bar = new QWidget(this);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(8, 4, 8, 4);
    m_contents = new QComboBox(bar);
    m_contents->setObjectName(QStringLiteral("contents"));
    m_contents->setAccessibleName(tr("Contents"));
    m_contents->setToolTip(tr("Contents"));
    m_contents->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_contents->setMinimumContentsLength(8);
    connect(m_contents, &QComboBox::activated, this, &ReaderPane::goToChapter);
    m_mode = readerButton(bar, tr("Text"), tr("Show the text instead of the pages"));
    m_mode->setObjectName(QStringLiteral("readerMode"));
    m_mode->setCheckable(true);
    m_mode->setAutoRaise(false);
    connect(m_mode, &QToolButton::toggled, this, [this](bool text) { setShowsPages(!text); });
    layout->addWidget(m_contents, 1);
    layout->addWidget(m_mode);
    return bar;
}

QWidget* ReaderPane::makeBottom()
{
    auto* bar = new QWidget(this);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(8, 2, 8, 2);
    layout->setSpacing(2);
    m_back = readerButton(bar, QStringLiteral("‹"), tr("Back"));
    m_forward = readerButton(bar, QStringLiteral("›"), tr("Forward"));
    m_page = new QSpinBox(bar);
    m_page->setObjectName(QStringLiteral("pageNumber"));
    m_page->setAccessibleName(tr("Page"));
    m_page->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_page->setAlignment(Qt::AlignRight);
    m_page->setKeyboardTracking(false);
    m_state = new QLabel(bar);
    m_state->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* smaller = readerButton(bar, QStringLiteral("−"), tr("Smaller"));
    auto* larger = readerButton(bar, QStringLiteral("+"), tr("Larger"));
    m_fit = readerButton(bar, QStringLiteral("↔"), tr("Fit the width"));
    connect(m_back, &QToolButton::clicked, this, [this] { turn(-1); });
    connect(m_forward, &QToolButton::clicked, this, [this] { turn(1); });
    connect(m_page, &QSpinBox::valueChanged, this, [this](int page) { m_pages->showPage(page); });
    connect(smaller, &QToolButton::clicked, this, [this] { zoom(1.0 / 1.2); });
    connect(larger, &QToolButton::clicked, this, [this] { zoom(1.2); });
    connect(m_fit, &QToolButton::clicked, this, &ReaderPane::fitWidth);
    layout->addWidget(m_back);
    layout->addWidget(m_page);
    layout->addWidget(m_forward);
    layout->addSpacing(6);
    layout->addWidget(m_state, 1);
    layout->addWidget(smaller);
    layout->addWidget(larger);
    layout->addWidget(m_fit);
    return bar;
}

void ReaderPane::connectParts()
{
    connect(m_pages, &PageArea::pageWanted, this, &ReaderPane::pageWanted);
    connect(m_pages, &PageArea::textWanted, this, &ReaderPane::pageTextWanted);
    connect(m_pages, &PageArea::currentPageChanged, this, &ReaderPane::pageShown);
    connect(m_find, &FindBar::hitsChanged, this, &ReaderPane::showHits);
    connect(m_find, &FindBar::hitChosen, this, &ReaderPane::showSource);
    connect(m_find, &FindBar::closed, this, &ReaderPane::focusText);
    connectSelections();
}

bool ReaderPane::hasPages() const
{
    return m_document && !m_document->pages.isEmpty();
}

bool ReaderPane::showsPages() const
{
    return m_views->currentWidget() == m_pages;
}

void ReaderPane::setDocument(const DocumentPtr& document)
{
    m_document = document;
    m_chapter = -1;
    m_source = {};
    m_passage->setSelected(false);
    m_contents->clear();
    if (document) {
        for (int i = 0; i < document->chapters.size(); ++i) {
            const ChapterView& chapter = document->chapters.at(i);
            m_contents->addItem(QString((std::min(chapter.level, 6) - 1) * 3, QLatin1Char(' ')) +
                                chapterName(i, chapter.title));
        }
    }
    m_contents->setEnabled(m_contents->count() > 0);
    const QSignalBlocker quiet(m_page);
    const int pages = document ? static_cast<int>(document->pages.size()) : 0;
    m_page->setRange(std::min(1, pages), pages);
    //: Behind the number of a page. %1 is how many pages there are.
    m_page->setSuffix(pages > 0 ? tr(" of %1").arg(QLocale().toString(pages)) : QString());
    m_pages->setPages(document ? document->pages : QList<PageView>());
    m_mode->setVisible(pages > 0);
    {
        const QSignalBlocker alsoQuiet(m_mode);
        m_mode->setChecked(pages == 0);
    }
    m_views->setCurrentWidget(pages > 0 ? static_cast<QWidget*>(m_pages) : m_flow);
    m_find->setDocument(document);
    showChapter(0);
    updateBottom();
}

int ReaderPane::currentChapter() const
{
    return m_contents->currentIndex();
}

void ReaderPane::showChapter(int chapter)
{
    if (!m_document || chapter < 0 || chapter >= m_document->chapters.size()) {
        m_flow->clear();
        m_chapter = -1;
        return;
    }
    m_contents->setCurrentIndex(chapter);
    emit chapterShown(chapter);
    if (chapter == m_chapter || (showsPages() && hasPages()))
        return; // laid out when the text is shown
    m_chapter = chapter;
    m_flow->setChapter(m_document->chapters.at(chapter), m_document->language);
    showHits();
    updateBottom();
}

void ReaderPane::goToChapter(int chapter)
{
    if (!m_document || chapter < 0 || chapter >= m_document->chapters.size())
        return;
    const int page = m_document->chapters.at(chapter).firstPage;
    if (showsPages() && page > 0)
        m_pages->showPage(page);
    else
        setShowsPages(false);
    showChapter(chapter);
}

void ReaderPane::turn(int by)
{
    if (!m_document)
        return;
    if (showsPages())
        m_pages->showPage(m_pages->currentPage() + by);
    else
        showChapter(
            std::clamp(m_chapter + by, 0, static_cast<int>(m_document->chapters.size()) - 1));
}

void ReaderPane::pageShown(int page)
{
    if (!m_document || !showsPages())
        return;
    const QSignalBlocker quiet(m_page);
    m_page->setValue(page);
    int chapter = m_contents->currentIndex();
    for (int i = 0; i < m_document->chapters.size(); ++i)
        if (const int first = m_document->chapters.at(i).firstPage; first > 0 && first <= page)
            chapter = i;
    if (chapter != m_contents->currentIndex()) {
        m_contents->setCurrentIndex(chapter);
        emit chapterShown(chapter);
    }
    updateBottom();
}

void ReaderPane::updateBottom()
{
    const bool pages = showsPages() && hasPages();
    m_page->setVisible(pages);
    m_fit->setVisible(pages);
    m_back->setEnabled(m_document != nullptr);
    m_forward->setEnabled(m_document != nullptr);
    m_back->setToolTip(pages ? tr("Previous page") : tr("Previous chapter"));
    m_forward->setToolTip(pages ? tr("Next page") : tr("Next chapter"));
    m_back->setAccessibleName(m_back->toolTip());
    m_forward->setAccessibleName(m_forward->toolTip());
    QString state;
    if (pages) {
        const int index = m_pages->currentPage() - 1;
        switch (m_document->pages.value(index).state) {
        case PageState::text:
            if (const QString label = m_document->pages.value(index).label;
                !label.isEmpty() && label != QString::number(index + 1))
                //: %1 is the number printed on the page.
                state = tr("printed: %1").arg(label);
            break;
        case PageState::empty:
            state = tr("empty page");
            break;
        case PageState::scan:
            state = tr("a picture without text");
            break;
        case PageState::unreadable:
            state = tr("text cannot be decoded");
            break;
        case PageState::failed:
            state = tr("could not be read");
            break;
        }
    } else if (m_document && m_chapter >= 0) {
        state = tr("Chapter %1 of %2")
                    .arg(QLocale().toString(m_chapter + 1),
                         QLocale().toString(m_document->chapters.size()));
    }
    m_state->setText(state);
}

void ReaderPane::setShowsPages(bool pages)
{
    pages = pages && hasPages();
    if (pages == showsPages())
        return;
    if (pages) {
        // To the page of the paragraph at the top.
        const auto paragraphs =
            m_chapter >= 0 ? m_document->chapters.at(m_chapter).paragraphs : QList<ParagraphView>();
        const int page = paragraphs.value(m_flow->topParagraph()).page;
        m_views->setCurrentWidget(m_pages);
        if (page > 0)
            m_pages->showPage(page);
    } else {
        const int page = hasPages() ? m_pages->currentPage() : 0;
        m_views->setCurrentWidget(m_flow);
        showChapter(std::max(0, m_contents->currentIndex()));
        if (m_chapter >= 0 && page > 0) {
            const auto& paragraphs = m_document->chapters.at(m_chapter).paragraphs;
            for (int i = 0; i < paragraphs.size(); ++i)
                if (paragraphs.at(i).page >= page) {
                    m_flow->showParagraph(i);
                    break;
                }
        }
    }
    const QSignalBlocker quiet(m_mode);
    m_mode->setChecked(!pages);
    updateBottom();
    emit showsPagesChanged(pages);
}

void ReaderPane::showSource(const SourceView& source)
{
    if (!m_document || source.chapter < 0 || source.chapter >= m_document->chapters.size())
        return;
    m_source = source;
    m_find->setFrom(source);
    const ChapterView& chapter = m_document->chapters.at(source.chapter);
    if (showsPages() && source.page > 0) {
        m_pages->clearMarks();
        m_pages->showPage(source.page);
        emit locateWanted(source);
        return;
    }
    setShowsPages(false);
    showChapter(source.chapter);
    const QString& text = chapter.paragraphs.value(source.paragraph).text;
    m_flow->mark(source.paragraph, utf16Offset(text, source.beginByte),
                 utf16Offset(text, source.endByte));
}

void ReaderPane::showPage(int page)
{
    setShowsPages(true);
    m_pages->showPage(page);
}

void ReaderPane::setMarks(const SourceView& source, const QList<MarkView>& marks)
{
    const bool current = source.chapter == m_source.chapter &&
                         source.paragraph == m_source.paragraph &&
                         source.beginByte == m_source.beginByte;
    if (current && !marks.isEmpty())
        m_pages->setMarks(marks);
}

void ReaderPane::setPageImage(int page, double pixelsPerPoint, const QImage& image)
{
    m_pages->setImage(page, pixelsPerPoint, image);
}

void ReaderPane::setPageFailed(int page, const QString& sentence)
{
    m_pages->setFailed(page, sentence);
}

void ReaderPane::zoom(double factor)
{
    if (showsPages()) {
        m_pages->zoom(factor);
        return;
    }
    const int paragraph = m_flow->topParagraph();
    m_textScale = std::clamp(m_textScale * factor, 0.6, 3.0);
    QFont font = this->font();
    font.setPointSizeF(font.pointSizeF() * m_textScale);
    m_flow->setFont(font);
    const int chapter = std::exchange(m_chapter, -1);
    showChapter(chapter);
    m_flow->showParagraph(paragraph, 0.0);
}

void ReaderPane::fitWidth()
{
    if (showsPages())
        m_pages->fitWidth();
}

void ReaderPane::openFind()
{
    if (!m_find->isVisible()) { // a search begins where somebody reads
        SourceView from;
        from.chapter = std::max(0, m_contents->currentIndex());
        m_find->setFrom(from);
    }
    m_find->open();
}

void ReaderPane::focusText()
{
    m_views->currentWidget()->setFocus(Qt::ShortcutFocusReason);
}

void ReaderPane::focusPageNumber()
{
    if (m_page->isVisible()) {
        m_page->setFocus(Qt::ShortcutFocusReason);
        m_page->selectAll();
    } else {
        m_contents->setFocus(Qt::ShortcutFocusReason);
        m_contents->showPopup();
    }
}

void ReaderPane::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_find->isVisible()) {
        m_find->hide();
        focusText();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace longhand::ui
