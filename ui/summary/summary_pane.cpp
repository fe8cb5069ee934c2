// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/summary/summary_pane.h"

#include "ui/common/banner.h"
#include "ui/common/copy_button.h"
#include "ui/common/format.h"
#include "ui/common/passage_browser.h"
#include "ui/summary/summary_chapters.h"
#include "ui/summary/summary_options.h"

#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace longhand::ui {
namespace {

QString whenLine(const SummaryView& summary)
{
    if (!summary.made.isValid())
        return {};
    return QLocale().toString(summary.made, QLocale::ShortFormat);
}

} // namespace

SummaryPane::SummaryPane(QWidget* parent)
    : QWidget(parent), m_start(new QPushButton(this)), m_showOptions(new QToolButton(this)),
      m_showChapters(new QToolButton(this)), m_options(new SummaryOptions(this)),
      m_which(new QComboBox(this)), m_remove(new QToolButton(this)), m_copy(new CopyButton(this)),
      m_export(new QPushButton(tr("Export…"), this)), m_banner(new Banner(this)),
      m_chapters(new SummaryChapters(this)), m_chapterList(new QListView(this)),
      m_text(new PassageBrowser(this)), m_facts(new QLabel(this)), m_coverage(new QLabel(this))
{
    setObjectName(QStringLiteral("summaryPane"));
    makeControls();

    connect(m_start, &QPushButton::clicked, this, [this] {
        if (m_running)
            emit stopRequested();
        else
            start();
    });
    connect(m_options, &SummaryOptions::accepted, this, [this] {
        if (!m_running && m_start->isEnabled())
            start();
    });
    connect(m_options, &SummaryOptions::languageChosen, this, &SummaryPane::languageChosen);
    connect(m_showOptions, &QToolButton::toggled, this, [this](bool on) {
        m_optionsWanted = on;
        updateControls();
    });
    connect(m_showChapters, &QToolButton::toggled, m_chapterList, &QWidget::setVisible);
    connect(m_which, &QComboBox::activated, this, &SummaryPane::chooseSummary);
    connect(m_remove, &QToolButton::clicked, this,
            [this] { emit earlierRemoveRequested(m_earlierShown); });
    connect(m_copy, &CopyButton::copyRequested, this, &SummaryPane::copyRequested);
    connect(m_export, &QPushButton::clicked, this, &SummaryPane::exportRequested);
    const auto toChapter = [this](const QModelIndex& index) {
        m_text->scrollToMark(chapterMark(index.row()));
    };
    connect(m_chapterList, &QListView::clicked, this, toChapter);
    connect(m_chapterList, &QListView::activated, this, toChapter);
    connect(m_chapterList, &QWidget::customContextMenuRequested, this,
            &SummaryPane::openChapterMenu);
    connect(m_text, &PassageBrowser::sourceActivated, this, &SummaryPane::sourceActivated);
    connect(m_text, &PassageBrowser::foldActivated, this, [this](int chapter) {
        if (!m_unfolded.remove(chapter))
            m_unfolded.insert(chapter);
        rebuild();
    });
    connect(m_text, &PassageBrowser::actionActivated, this, &SummaryPane::act);
    connect(m_text, &PassageBrowser::coloursChanged, this, &SummaryPane::rebuild);
    setBook({}, {});
}

void SummaryPane::makeControls()
{
    m_start->setObjectName(QStringLiteral("summarise"));
    m_showOptions->setObjectName(QStringLiteral("summaryOptions"));
    m_showOptions->setText(tr("Options"));
    m_showOptions->setToolTip(tr("Length, readers, language, interest"));
    m_showChapters->setObjectName(QStringLiteral("summaryChaptersShown"));
    for (QToolButton* button : {m_showOptions, m_showChapters}) {
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
    }
    m_which->setObjectName(QStringLiteral("summaryHistory"));
    m_which->setAccessibleName(tr("Which summary"));
    m_which->setToolTip(tr("Summaries of this book, the newest first"));
    m_which->setMinimumContentsLength(8);
    m_which->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_remove->setObjectName(QStringLiteral("removeSummary"));
    m_remove->setText(tr("Remove"));
    m_remove->setToolTip(tr("Forget this earlier summary"));
    m_remove->setFocusPolicy(Qt::StrongFocus);
    m_copy->setObjectName(QStringLiteral("copySummary"));
    m_export->setObjectName(QStringLiteral("exportSummary"));
    m_chapterList->setObjectName(QStringLiteral("summaryChapters"));
    m_chapterList->setAccessibleName(tr("Chapters and their summaries"));
    m_chapterList->setModel(m_chapters);
    m_chapterList->setFrameShape(QFrame::NoFrame);
    m_chapterList->setUniformItemSizes(true);
    m_chapterList->setAlternatingRowColors(true);
    m_chapterList->setTextElideMode(Qt::ElideMiddle);
    m_chapterList->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_chapterList->setContextMenuPolicy(Qt::CustomContextMenu);
    m_chapterList->hide();
    m_text->setObjectName(QStringLiteral("summaryText"));
    m_text->setAccessibleName(tr("Summary"));
    m_facts->setObjectName(QStringLiteral("summaryFacts"));
    m_facts->setTextFormat(Qt::PlainText);
    m_coverage->setObjectName(QStringLiteral("coverage"));
    for (QLabel* label : {m_facts, m_coverage}) {
        label->setWordWrap(true);
        label->setContentsMargins(12, 6, 12, 0);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }

    auto* top = new QHBoxLayout;
    top->setContentsMargins(10, 8, 10, 6);
    top->setSpacing(6);
    top->addWidget(m_start);
    top->addWidget(m_showOptions);
    top->addStretch(1);
    top->addWidget(m_showChapters);
    auto* history = new QHBoxLayout;
    history->setContentsMargins(10, 0, 10, 6);
    history->setSpacing(6);
    history->addWidget(m_which, 1);
    history->addWidget(m_remove);
    auto* rows = new QSplitter(Qt::Vertical, this);
    rows->addWidget(m_chapterList);
    rows->addWidget(m_text);
    rows->setStretchFactor(0, 0);
    rows->setStretchFactor(1, 1);
    rows->setSizes({110, 400});
    rows->setChildrenCollapsible(false);
    auto* bottom = new QHBoxLayout;
    bottom->setContentsMargins(10, 6, 10, 8);
    bottom->setSpacing(6);
    bottom->addStretch(1);
    bottom->addWidget(m_copy);
    bottom->addWidget(m_export);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_options);
    layout->addLayout(history);
    layout->addWidget(m_banner);
    layout->addWidget(rows, 1);
    layout->addWidget(m_facts);
    layout->addWidget(m_coverage);
    layout->addLayout(bottom);
}

void SummaryPane::setLanguage(const QString& language)
{
    m_options->setLanguage(language);
}

QString SummaryPane::language() const
{
    return m_options->language();
}

const SummaryView& SummaryPane::shown() const
{
    return m_earlierShown != 0 ? m_old : m_summary;
}

bool SummaryPane::hasSummary() const
{
    return !shown().chapters.isEmpty();
}

void SummaryPane::start()
{
    m_banner->clear();
    m_showOptions->setChecked(false);
    m_requested = m_options->request();
    emit summariseRequested(m_requested);
}

// The same wishes as the summary that stands, for these chapters alone.
void SummaryPane::again(const QList<int>& chapters)
{
    m_banner->clear();
    m_requested = m_options->request();
    if (m_summary.optionsKnown) {
        m_requested.length = m_summary.length;
        m_requested.audience = m_summary.audience;
        m_requested.focus = m_summary.focus;
    }
    m_requested.chapters = chapters;
    emit summariseRequested(m_requested);
}

void SummaryPane::act(const QString& action)
{
    const QString chapter = action.section(QLatin1Char('/'), 1);
    if (action.startsWith(QLatin1String("again/")) && !m_running)
        again({chapter.toInt()});
}

void SummaryPane::setBook(const DocumentPtr& document, const SummaryView& summary)
{
    const bool other = !document || !m_document || document->book != m_document->book;
    m_document = document;
    m_summary = summary;
    m_earlierShown = 0;
    m_liveChapter = -1;
    m_chapters->setBook(document);
    m_text->setBook(document);
    if (other) {
        m_banner->clear();
        m_options->clearFocusWish();
        m_unfolded.clear();
        m_earlier.clear();
        m_requested = {};
        m_text->reset(); // the other book's summary begins at its top
    }
    updateEarlier();
    rebuild();
}

void SummaryPane::beginAnew()
{
    m_earlierShown = 0;
    if (m_requested.chapters.isEmpty()) {
        const SummaryRequest& asked = m_requested;
        m_summary = {};
        m_summary.optionsKnown = true;
        m_summary.length = asked.length;
        m_summary.audience = asked.audience;
        m_summary.focus = asked.focus;
        m_summary.language = asked.language;
        m_summary.made = QDateTime::currentDateTime();
        m_unfolded.clear();
    }
    updateEarlier();
    rebuild();
}

void SummaryPane::rebuild()
{
    m_liveChapter = -1;
    const int place = m_text->verticalScrollBar()->value();
    m_text->reset();
    if (!hasSummary()) {
        writeNothing();
    } else {
        writeBook();
        for (const ChapterSummaryView& chapter : shown().chapters)
            writeChapter(chapter);
    }
    m_text->settle(place);
    updateControls();
}

void SummaryPane::setRunning(bool running)
{
    if (m_running == running)
        return;
    m_running = running;
    if (!running && m_text->isLive()) {
        m_text->endLive();
        m_liveChapter = -1;
    }
    rebuild();
}

void SummaryPane::addText(int chapter, const QString& piece)
{
    if (m_earlierShown != 0)
        return; // an earlier one is being read meanwhile
    if (!m_text->isLive() || m_liveChapter != chapter) {
        m_liveChapter = chapter;
        m_text->beginLive(titleOf(chapter, {}));
        updateChapters();
    }
    m_text->live(piece);
}

void SummaryPane::addChapter(const ChapterSummaryView& summary)
{
    if (m_liveChapter == summary.chapter || m_summary.chapters.isEmpty()) {
        m_text->endLive();
        m_liveChapter = -1;
    }
    auto& chapters = m_summary.chapters;
    const auto at = std::lower_bound(
        chapters.begin(), chapters.end(), summary.chapter,
        [](const ChapterSummaryView& view, int chapter) { return view.chapter < chapter; });
    const bool last = at == chapters.end();
    if (!last && at->chapter == summary.chapter)
        *at = summary;
    else
        chapters.insert(at, summary);
    m_requested.chapters.removeAll(summary.chapter);
    if (m_earlierShown != 0) {
        updateControls();
        return;
    }
    if (!last || m_text->isLive())
        rebuild();
    else
        writeChapter(summary);
    updateControls();
}

void SummaryPane::setSummary(const SummaryView& summary)
{
    m_summary = summary;
    m_requested.chapters.clear();
    updateEarlier();
    rebuild();
}

void SummaryPane::setEarlier(const QList<EarlierSummaryView>& earlier)
{
    m_earlier = earlier;
    const bool gone = std::none_of(earlier.begin(), earlier.end(), [this](const auto& one) {
        return one.id == m_earlierShown;
    });
    if (m_earlierShown != 0 && gone) {
        m_earlierShown = 0;
        rebuild();
    }
    updateEarlier();
}

void SummaryPane::showEarlier(qint64 id, const SummaryView& summary)
{
    m_earlierShown = id;
    m_old = summary;
    m_unfolded.clear();
    m_text->reset();
    updateEarlier();
    rebuild();
}

void SummaryPane::updateEarlier()
{
    const auto line = [](const SummaryView& summary, int chapters) {
        QStringList parts{whenLine(summary), optionsLine(summary)};
        parts.removeAll(QString());
        if (parts.isEmpty())
            parts << tr("%n chapter(s)", nullptr, chapters);
        return parts.join(QStringLiteral(" — "));
    };
    m_which->clear();
    //: In the list of a book's summaries; %1 says when and how it was made.
    m_which->addItem(tr("Current: %1").arg(line(m_summary, static_cast<int>(m_summary.chapters.size()))),
                     qint64{0});
    for (const EarlierSummaryView& one : m_earlier)
        m_which->addItem(line(one.head, one.chapters), one.id);
    m_which->setCurrentIndex(std::max(0, m_which->findData(m_earlierShown)));
    m_which->setVisible(!m_earlier.isEmpty());
    m_remove->setVisible(!m_earlier.isEmpty());
    m_remove->setEnabled(m_earlierShown != 0);
}

void SummaryPane::chooseSummary(int row)
{
    const qint64 id = m_which->itemData(row).toLongLong();
    if (id == m_earlierShown)
        return;
    if (id != 0) {
        emit earlierWanted(id);
        return;
    }
    m_earlierShown = 0;
    m_text->reset();
    updateEarlier();
    rebuild();
}

void SummaryPane::showFailure(const QString& sentence, const QString& detail)
{
    m_banner->say(sentence, detail);
    connect(m_banner->addButton(tr("Try again")), &QPushButton::clicked, this, [this] {
        m_banner->clear();
        if (!m_running)
            emit summariseRequested(m_requested);
    });
}

void SummaryPane::openChapterMenu(const QPoint& position)
{
    const QModelIndex index = m_chapterList->indexAt(position);
    if (!index.isValid())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* again = menu->addAction(tr("Read this chapter again"));
    again->setEnabled(!m_running && m_earlierShown == 0 && !m_summary.chapters.isEmpty());
    connect(again, &QAction::triggered, this,
            [this, chapter = index.row()] { this->again({chapter}); });
    menu->popup(m_chapterList->viewport()->mapToGlobal(position));
}

void SummaryPane::updateChapters()
{
    const SummaryView& summary = shown();
    const bool over = !m_running && summary.coverage.wordsTotal > 0;
    m_chapters->setSummary(summary, m_running && m_earlierShown == 0, over, m_liveChapter,
                           m_requested.chapters);
    const int total = m_chapters->rowCount();
    //: %1 of %2 chapters have a summary; opens the list of chapters.
    m_showChapters->setText(tr("%1 of %2 chapters")
                                .arg(QLocale().toString(m_chapters->finished()),
                                     QLocale().toString(total)));
    m_showChapters->setVisible(total > 1 && (m_running || hasSummary()));
    m_chapterList->setVisible(m_showChapters->isChecked() && !m_showChapters->isHidden());
}

void SummaryPane::updateFacts()
{
    const SummaryView& summary = shown();
    const QString made = hasSummary() || m_running ? optionsLine(summary) : QString();
    m_facts->setText(made);
    m_facts->setVisible(!made.isEmpty());
    QStringList lines{coverageLine(summary.coverage), stepsLine(summary)};
    lines.removeAll(QString());
    m_coverage->setText(lines.join(QLatin1Char('\n')));
    m_coverage->setVisible(!lines.isEmpty());
}

void SummaryPane::updateControls()
{
    m_start->setEnabled(m_document && !m_document->chapters.isEmpty());
    m_start->setText(m_running ? tr("Stop") : tr("Summarise"));
    m_start->setToolTip(m_running ? tr("Stop; finished chapters are kept") : QString());
    m_options->setEnabled(m_document != nullptr && !m_running);
    m_showOptions->setEnabled(m_document != nullptr && !m_running);
    // Before the first summary there is nothing to hide the wishes for.
    m_showOptions->setVisible(hasSummary() || m_running);
    m_options->setVisible(!m_running && m_document && (!hasSummary() || m_optionsWanted));
    m_export->setEnabled(hasSummary());
    m_copy->setEnabled(hasSummary());
    updateChapters();
    updateFacts();
}

} // namespace longhand::ui
