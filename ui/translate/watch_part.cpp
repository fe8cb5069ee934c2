// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/translate/watch_part.h"

#include "ui/common/format.h"
#include "ui/common/roomy_delegate.h"
#include "ui/translate/chapter_model.h"
#include "ui/translate/pairs_view.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

namespace longhand::ui {

WatchPart::WatchPart(ChapterModel& chapters, QWidget* parent)
    : QWidget(parent), m_model(chapters), m_state(new QLabel(this)), m_rate(new QLabel(this)),
      m_bar(new QProgressBar(this)), m_skip(new QPushButton(tr("S&kip this chapter"), this)),
      m_stopAfter(new QPushButton(tr("Stop &after this chapter"), this)),
      m_all(new QPushButton(tr("All"), this)), m_none(new QPushButton(tr("None"), this)),
      m_chapters(new QTreeView(this)), m_pairs(new PairsView(this))
{
    setObjectName(QStringLiteral("watchPart"));
    m_state->setObjectName(QStringLiteral("translationState"));
    m_state->setWordWrap(true);
    m_rate->setObjectName(QStringLiteral("translationRate"));
    m_rate->setWordWrap(true);
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(6);
    m_bar->setAccessibleName(tr("Share of the book that is translated"));
    m_skip->setObjectName(QStringLiteral("skipChapter"));
    m_skip->setToolTip(tr("Leaves the rest of this chapter for later and goes on with the next"));
    m_stopAfter->setObjectName(QStringLiteral("stopAfterChapter"));
    m_stopAfter->setCheckable(true);
    m_stopAfter->setToolTip(tr("Finishes this chapter, then pauses"));
    m_all->setObjectName(QStringLiteral("chooseAll"));
    m_all->setAccessibleName(tr("Choose all chapters"));
    m_none->setObjectName(QStringLiteral("chooseNone"));
    m_none->setAccessibleName(tr("Choose no chapter"));
    m_chapters->setObjectName(QStringLiteral("translationChapters"));
    m_chapters->setAccessibleName(tr("Chapters"));
    m_chapters->setModel(&m_model);
    m_chapters->setRootIsDecorated(false);
    m_chapters->setUniformRowHeights(true);
    m_chapters->setFrameShape(QFrame::NoFrame);
    m_chapters->setItemDelegate(new RoomyDelegate(m_chapters));
    m_chapters->header()->setStretchLastSection(false);
    m_chapters->header()->setSectionResizeMode(QHeaderView::Interactive);
    m_chapters->header()->setSectionResizeMode(ChapterModel::Title, QHeaderView::Stretch);

    auto* top = new QVBoxLayout;
    top->setContentsMargins(12, 8, 12, 8);
    top->setSpacing(6);
    top->addWidget(m_state);
    top->addWidget(m_bar);
    top->addWidget(m_rate);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_skip);
    buttons->addWidget(m_stopAfter);
    buttons->addWidget(m_all);
    buttons->addWidget(m_none);
    buttons->addStretch(1);
    top->addLayout(buttons);
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_chapters);
    splitter->addWidget(m_pairs);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(splitter, 1);

    connect(m_skip, &QPushButton::clicked, this, [this] {
        const int chapter = m_model.live();
        if (chapter < 0)
            return;
        m_model.setSkipped(chapter);
        emit skipRequested(chapter);
    });
    connect(m_stopAfter, &QPushButton::toggled, this, [this](bool on) {
        if (m_running)
            emit stopAfterChapterRequested(on);
        showCounts();
    });
    connect(m_all, &QPushButton::clicked, this, [this] { m_model.choose(true); });
    connect(m_none, &QPushButton::clicked, this, [this] { m_model.choose(false); });
    connect(&m_model, &ChapterModel::chosenChanged, this, &WatchPart::showCounts);
    connect(m_chapters, &QTreeView::activated, this,
            [this](const QModelIndex& index) { emit chapterActivated(index.row()); });
    connect(m_chapters->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) {
                m_follow = !m_running || current.row() == m_model.live();
            });
    // Words that change with every paragraph are set a few times a second, not each time.
    m_soon.setSingleShot(true);
    m_soon.setInterval(150);
    connect(&m_soon, &QTimer::timeout, this, &WatchPart::showCounts);
    setRunning(false);
}

void WatchPart::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const int words = fontMetrics().horizontalAdvance(QLatin1Char('x'));
    m_chapters->setColumnWidth(ChapterModel::Share, words * 15);
    m_chapters->setColumnWidth(ChapterModel::State, words * 18);
    m_chapters->setColumnHidden(ChapterModel::Share, width() < words * 52);
}

void WatchPart::setBook(bool open)
{
    m_open = open;
    m_pairs->forget();
    m_rate->clear();
    showCounts();
    updateButtons();
}

void WatchPart::setRunning(bool running)
{
    if (running && !m_running)
        m_follow = true;
    m_running = running;
    m_model.setChoosing(!running);
    if (!running) {
        m_model.setLive(-1);
        m_rate->clear();
        const QSignalBlocker quiet(m_stopAfter);
        m_stopAfter->setChecked(false);
    }
    showCounts();
    updateButtons();
}

void WatchPart::updateButtons()
{
    m_skip->setVisible(m_running);
    m_stopAfter->setVisible(m_running);
    m_skip->setEnabled(m_model.live() >= 0);
    m_all->setVisible(!m_running && m_open);
    m_none->setVisible(!m_running && m_open);
    m_rate->setVisible(m_running && !m_rate->text().isEmpty());
    m_pairs->setVisible(m_running || !m_pairs->document()->isEmpty());
}

void WatchPart::setProgress(const ProgressView& progress)
{
    QStringList parts;
    if (progress.wordsPerMinute > 0.0)
        parts << tr("%1 words a minute").arg(QLocale().toString(qRound(progress.wordsPerMinute)));
    if (progress.tokensPerSecond > 0.0)
        parts << tr("%1 tokens a second")
                     .arg(QLocale().toString(progress.tokensPerSecond, 'f', 1));
    QString left = timeLeft(progress);
    if (!left.isEmpty() && progress.etaLow >= 0.0 && progress.etaHigh > progress.etaLow) {
        const QString low = duration(progress.etaLow);
        const QString high = duration(progress.etaHigh);
        if (low != high)
            //: How long it still takes: "about 2 hours left (1 h 40 min to 2 h 30 min)".
            left = tr("%1 (%2 to %3)").arg(left, low, high);
    }
    if (!left.isEmpty())
        parts << left;
    m_rate->setText(sentenceCase(parts.join(QStringLiteral(" · "))));
    m_rate->setVisible(m_running && !parts.isEmpty());
}

void WatchPart::showCounts()
{
    const int done = m_model.done();
    const int total = m_model.total();
    m_bar->setVisible(m_open && done > 0);
    m_bar->setMaximum(std::max(1, total));
    m_bar->setValue(done);
    QString state;
    if (!m_open)
        state = tr("Open a book to translate it.");
    else if (done > 0) {
        state = tr("%1 of %2 paragraphs are translated.")
                    .arg(QLocale().toString(done), QLocale().toString(total));
        if (m_model.troubled() > 0)
            state += QLatin1Char(' ') +
                     tr("%n of them should be checked.", nullptr, m_model.troubled());
        if (m_running && m_stopAfter->isChecked())
            state += QLatin1Char(' ') + tr("It pauses when this chapter is done.");
    } else if (m_running) {
        state = tr("Getting ready…");
    } else {
        state = tr("Choose the chapters, then start. Before it starts, Longhand tries three "
                   "paragraphs of this book and says whether the model can do it. You can pause "
                   "at any time and go on later.");
    }
    if (m_state->text() != state)
        m_state->setText(state);
}

void WatchPart::beginSegment(const SegmentView& segment)
{
    const bool moved = m_model.live() != segment.chapter;
    m_model.setLive(segment.chapter);
    if (m_follow && moved && segment.chapter < m_model.rowCount())
        m_chapters->setCurrentIndex(m_model.index(segment.chapter, 0));
    m_pairs->beginLive(segment);
    if (moved)
        updateButtons();
}

void WatchPart::addText(const QString& piece)
{
    m_pairs->live(piece);
}

void WatchPart::addSegment(const SegmentView& segment)
{
    // Chapters may be translated side by side; the one that is watched is read here.
    if (m_model.live() < 0 || m_model.live() == segment.chapter)
        m_pairs->addSegment(segment);
    if (!m_soon.isActive())
        m_soon.start();
}

} // namespace longhand::ui
