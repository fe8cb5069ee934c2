// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/translate/translate_pane.h"

#include "ui/common/banner.h"
#include "ui/common/format.h"
#include "ui/translate/chapter_model.h"
#include "ui/translate/glossary_part.h"
#include "ui/translate/pairs_view.h"
#include "ui/translate/proofread_part.h"
#include "ui/translate/segment_model.h"
#include "ui/translate/side_view.h"
#include "ui/translate/watch_part.h"

#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
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
      m_banner(new Banner(this)), m_tabs(new QTabBar(this)), m_parts(new QStackedWidget(this)),
      m_chapters(new ChapterModel(this)), m_segments(new SegmentModel(this)),
      m_watch(new WatchPart(*m_chapters, m_parts)), m_side(new SideView(*m_segments, m_parts)),
      m_proofread(new ProofreadPart(*m_segments, m_parts)),
      m_glossary(new GlossaryPart(m_parts)), m_export(new ExportPart(m_parts))
{
    setObjectName(QStringLiteral("translatePane"));
    auto* into = new QLabel(tr("&Into"), this);
    into->setBuddy(m_to);
    m_to->setObjectName(QStringLiteral("targetLanguage"));
    m_to->setAccessibleName(tr("Language to translate into"));
    m_to->setMinimumContentsLength(6);
    m_to->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_start->setObjectName(QStringLiteral("translate"));
    m_tabs->setObjectName(QStringLiteral("translateParts"));
    m_tabs->setAccessibleName(tr("Parts of the translation"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setElideMode(Qt::ElideNone);
    for (const auto& [name, part] :
         {std::pair(tr("Watch"), static_cast<QWidget*>(m_watch)),
          std::pair(tr("Side by side"), static_cast<QWidget*>(m_side)),
          std::pair(tr("Proofread"), static_cast<QWidget*>(m_proofread)),
          std::pair(tr("Glossary"), static_cast<QWidget*>(m_glossary)),
          std::pair(tr("Export"), static_cast<QWidget*>(m_export))}) {
        m_tabs->addTab(name);
        m_parts->addWidget(part);
    }
    auto* controls = new QHBoxLayout;
    controls->setContentsMargins(10, 8, 10, 4);
    controls->addWidget(into);
    controls->addWidget(m_to, 1);
    controls->addWidget(m_start);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(controls);
    layout->addWidget(m_banner);
    layout->addWidget(m_tabs);
    layout->addWidget(m_parts, 1);

    connect(m_tabs, &QTabBar::currentChanged, this, [this](int part) {
        m_parts->setCurrentIndex(part);
        updateControls();
    });
    connect(m_start, &QPushButton::clicked, this, [this] {
        if (m_running)
            emit stopRequested();
        else
            start(true);
    });
    connect(m_to, &QComboBox::currentIndexChanged, this, [this] {
        m_banner->clear();
        m_chapters->setSegments({});
        m_segments->setSegments({});
        m_watch->setBook(m_document != nullptr);
        m_glossary->setBook(m_document != nullptr);
        if (m_document && !to().isEmpty())
            emit segmentsWanted(from(), to());
        updateControls();
    });
    connect(m_chapters, &ChapterModel::chosenChanged, this, &TranslatePane::updateControls);
    connect(m_segments, &SegmentModel::editRequested, this, &TranslatePane::editRequested);
    connect(m_watch, &WatchPart::chapterActivated, this, [this](int chapter) {
        m_side->showRow(m_segments->firstRow(chapter));
        showPart(Side);
    });
    connect(m_side, &SideView::rowActivated, this, [this](int row) {
        showPart(Proofread);
        m_proofread->showRow(row);
    });
    connect(m_export, &ExportPart::exportRequested, this, &TranslatePane::exportRequested);
    setBook({}, {});
}

void TranslatePane::start(bool probeFirst)
{
    m_banner->clear();
    emit translateRequested({to(), probeFirst, m_chapters->chosen()});
}

void TranslatePane::showPart(Part part)
{
    m_tabs->setCurrentIndex(part);
    if (part == Side)
        m_side->setFocus(Qt::OtherFocusReason);
}

QString TranslatePane::from() const
{
    return m_document ? m_document->language : QString();
}

QString TranslatePane::to() const
{
    return m_to->currentData().toString();
}

TranslationId TranslatePane::id() const
{
    return {m_document ? m_document->book : 0, from(), to()};
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
    m_chapters->setDocument(document);
    m_segments->setDocument(document);
    {
        const QSignalBlocker quiet(m_to);
        chooseLanguages();
        if (same)
            setTo(before);
    }
    m_watch->setBook(document != nullptr);
    m_proofread->setDocument(document);
    m_glossary->setBook(document != nullptr);
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
    m_chapters->setSegments(segments);
    m_segments->setSegments(segments);
    m_watch->showCounts();
    updateControls();
}

void TranslatePane::setRunning(bool running)
{
    m_running = running;
    m_watch->setRunning(running);
    updateControls();
}

void TranslatePane::setProgress(const ProgressView& progress)
{
    m_watch->setProgress(progress);
}

void TranslatePane::beginSegment(const SegmentView& segment)
{
    m_watch->beginSegment(segment);
}

void TranslatePane::addText(const QString& piece)
{
    m_watch->addText(piece);
}

void TranslatePane::addSegment(const SegmentView& segment)
{
    m_chapters->setSegment(segment);
    m_segments->setSegment(segment);
    m_watch->addSegment(segment);
    if (m_export->isVisible())
        m_export->setCounts(true, m_chapters->done(), m_chapters->total());
}

void TranslatePane::changeSegments(const QList<SegmentView>& segments)
{
    for (const SegmentView& segment : segments) {
        m_chapters->setSegment(segment);
        m_segments->setSegment(segment);
    }
    m_watch->showCounts();
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
    connect(m_banner->addButton(tr("Translate anyway")), &QPushButton::clicked, this,
            [this] { start(false); });
}

void TranslatePane::showFailure(const QString& sentence, const QString& detail)
{
    m_banner->say(sentence, detail);
}

void TranslatePane::updateControls()
{
    const int done = m_chapters->done();
    m_to->setEnabled(m_document != nullptr && !m_running);
    m_start->setEnabled(m_document != nullptr && (m_running || m_chapters->left() > 0));
    m_start->setText(m_running ? tr("Pause") : done > 0 ? tr("Continue") : tr("Translate"));
    m_export->setCounts(m_document != nullptr, done, m_chapters->total());
}

} // namespace longhand::ui
