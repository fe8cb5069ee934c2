// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/translate/translate_pane.h"

#include "ui/common/banner.h"
#include "ui/common/format.h"
#include "ui/translate/chapter_model.h"
#include "ui/translate/pairs_view.h"
#include "ui/translate/share_delegate.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

namespace longhand::ui {
namespace {

QString primary(const QString& language)
{
    return language.section(QLatin1Char('-'), 0, 0);
}

} // namespace

TranslatePane::TranslatePane(QWidget* parent)
    : QWidget(parent), m_to(new QComboBox(this)), m_start(new QPushButton(this)),
      m_export(new QPushButton(tr("Export…"), this)), m_banner(new Banner(this)),
      m_model(new ChapterModel(this)), m_chapters(new QTreeView(this)),
      m_pairs(new PairsView(this)), m_state(new QLabel(this))
{
    setObjectName(QStringLiteral("translatePane"));
    auto* into = new QLabel(tr("&Into"), this);
    into->setBuddy(m_to);
    m_to->setObjectName(QStringLiteral("targetLanguage"));
    m_to->setAccessibleName(tr("Language to translate into"));
    m_to->setMinimumContentsLength(6);
    m_to->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_start->setObjectName(QStringLiteral("translate"));
    m_export->setToolTip(tr("What is not translated yet stands in the source language, marked"));
    m_chapters->setObjectName(QStringLiteral("translationChapters"));
    m_chapters->setAccessibleName(tr("Chapters"));
    m_chapters->setModel(m_model);
    m_chapters->setRootIsDecorated(false);
    m_chapters->setUniformRowHeights(true);
    m_chapters->setFrameShape(QFrame::NoFrame);
    m_chapters->setItemDelegateForColumn(ChapterModel::Share, new ShareDelegate(m_chapters));
    m_chapters->header()->setStretchLastSection(false);
    m_chapters->header()->setSectionResizeMode(ChapterModel::Title, QHeaderView::Stretch);
    m_chapters->header()->setSectionResizeMode(ChapterModel::Share, QHeaderView::ResizeToContents);
    m_state->setWordWrap(true);
    m_state->setMargin(8);

    auto* controls = new QHBoxLayout;
    controls->setContentsMargins(10, 8, 10, 8);
    controls->addWidget(into);
    controls->addWidget(m_to, 1);
    controls->addWidget(m_start);
    controls->addWidget(m_export);
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_chapters);
    splitter->addWidget(m_pairs);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(controls);
    layout->addWidget(m_banner);
    layout->addWidget(splitter, 1);
    layout->addWidget(m_state);

    connect(m_start, &QPushButton::clicked, this, [this] {
        if (m_running) {
            emit stopRequested();
            return;
        }
        m_banner->clear();
        emit translateRequested({to(), true});
    });
    connect(m_to, &QComboBox::currentIndexChanged, this, [this] {
        m_banner->clear();
        m_model->setSegments({});
        m_pairs->setSegments({});
        if (m_document && !to().isEmpty())
            emit segmentsWanted(from(), to());
        updateControls();
    });
    connect(m_export, &QPushButton::clicked, this, &TranslatePane::exportRequested);
    connect(m_chapters->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) {
                m_follow = !m_running || current.row() == m_liveChapter;
                showChapter(current.row());
            });
    setBook({}, {});
}

QString TranslatePane::from() const
{
    return m_document ? m_document->language : QString();
}

QString TranslatePane::to() const
{
    return m_to->currentData().toString();
}

void TranslatePane::setTo(const QString& language)
{
    const int index = m_to->findData(language);
    if (index >= 0)
        m_to->setCurrentIndex(index);
}

// Every language but the book's own; one already begun first, then the person's.
void TranslatePane::chooseLanguages()
{
    m_to->clear();
    for (const QString& language : offeredLanguages())
        if (!m_document || primary(language) != primary(m_document->language))
            m_to->addItem(languageName(language), language);
    const QString mine = QLocale().bcp47Name();
    int chosen = -1;
    for (const TranslationView& translation : std::as_const(m_translations)) {
        if (m_to->findData(translation.to) < 0)
            m_to->insertItem(0, languageName(translation.to), translation.to);
        chosen = m_to->findData(translation.to);
    }
    for (int i = 0; chosen < 0 && i < m_to->count(); ++i)
        if (primary(m_to->itemData(i).toString()) == primary(mine))
            chosen = i;
    m_to->setCurrentIndex(std::max(0, chosen));
}

void TranslatePane::setBook(const DocumentPtr& document, const QList<TranslationView>& translations)
{
    const bool same = document && m_document && document->book == m_document->book;
    const QString before = to();
    m_document = document;
    m_translations = translations;
    m_liveChapter = -1;
    m_model->setDocument(document);
    m_pairs->setSegments({});
    {
        const QSignalBlocker quiet(m_to);
        chooseLanguages();
        if (same)
            setTo(before);
    }
    if (!same)
        m_banner->clear();
    if (document)
        emit segmentsWanted(from(), to());
    updateControls();
}

void TranslatePane::setSegments(const QString& to, const QList<SegmentView>& segments)
{
    if (to != this->to())
        return;
    m_model->setSegments(segments);
    if (!m_chapters->currentIndex().isValid() && m_model->rowCount() > 0) {
        const int chapter = segments.isEmpty() ? 0 : segments.back().chapter;
        m_chapters->setCurrentIndex(m_model->index(chapter, 0));
    }
    showChapter(m_chapters->currentIndex().row());
    updateControls();
}

void TranslatePane::setRunning(bool running)
{
    m_running = running;
    if (running)
        m_follow = true;
    updateControls();
}

void TranslatePane::showChapter(int chapter)
{
    m_pairs->setSegments(m_model->segments(chapter));
}

void TranslatePane::beginSegment(const SegmentView& segment)
{
    const bool moved = m_liveChapter != segment.chapter;
    m_liveChapter = segment.chapter;
    if (m_follow && moved)
        m_chapters->setCurrentIndex(m_model->index(segment.chapter, 0));
    if (m_chapters->currentIndex().row() == segment.chapter)
        m_pairs->beginLive(segment);
}

void TranslatePane::addText(const QString& piece)
{
    if (m_chapters->currentIndex().row() == m_liveChapter)
        m_pairs->live(piece);
}

void TranslatePane::addSegment(const SegmentView& segment)
{
    m_model->setSegment(segment);
    if (m_chapters->currentIndex().row() == segment.chapter)
        m_pairs->addSegment(segment);
    updateControls();
}

void TranslatePane::showVerdict(const QString& reason, const QStringList& models)
{
    QString detail = reason;
    if (models.isEmpty()) {
        detail += QLatin1Char('\n') +
                  tr("No model known to this version translates between these two languages.");
    } else {
        detail += QLatin1Char('\n') + tr("Models that can:");
        for (const QString& model : models)
            detail += QStringLiteral("\n• ") + model;
    }
    m_banner->say(tr("This model cannot translate this book well."), detail.trimmed());
    connect(m_banner->addButton(tr("Choose a model…")), &QPushButton::clicked, this,
            &TranslatePane::chooseModelRequested);
    connect(m_banner->addButton(tr("Translate anyway")), &QPushButton::clicked, this, [this] {
        m_banner->clear();
        emit translateRequested({to(), false});
    });
}

void TranslatePane::showFailure(const QString& sentence, const QString& detail)
{
    m_banner->say(sentence, detail);
}

int TranslatePane::started() const
{
    int done = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        done += m_model->index(row, 0).data(ChapterModel::DoneRole).toInt();
    return done;
}

void TranslatePane::updateControls()
{
    int total = 0;
    int troubled = 0;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        total += m_model->index(row, 0).data(ChapterModel::TotalRole).toInt();
        troubled += m_model->index(row, 0).data(ChapterModel::TroubleRole).toInt();
    }
    const int done = started();
    m_to->setEnabled(m_document != nullptr && !m_running);
    m_start->setEnabled(m_document != nullptr && (m_running || done < total));
    m_start->setText(m_running ? tr("Stop") : done > 0 ? tr("Continue") : tr("Translate"));
    m_export->setEnabled(done > 0);
    QString state;
    if (done > 0) {
        state = tr("%1 of %2 paragraphs are translated.")
                    .arg(QLocale().toString(done), QLocale().toString(total));
        if (troubled > 0)
            state += QLatin1Char(' ') + tr("%n of them should be checked.", nullptr, troubled);
    } else if (m_document && !m_running) {
        state = tr("Before it starts, Longhand tries three paragraphs of this book and says "
                   "whether the model can do it. You can stop at any time and go on later.");
    }
    m_state->setText(state);
    m_state->setVisible(!state.isEmpty());
}

} // namespace longhand::ui
