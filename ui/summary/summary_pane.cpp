// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/summary/summary_pane.h"

#include "ui/common/banner.h"
#include "ui/common/format.h"
#include "ui/common/passage_browser.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace longhand::ui {

SummaryPane::SummaryPane(QWidget* parent)
    : QWidget(parent), m_length(new QComboBox(this)), m_language(new QComboBox(this)),
      m_focus(new QLineEdit(this)), m_start(new QPushButton(this)),
      m_export(new QPushButton(tr("Export…"), this)), m_banner(new Banner(this)),
      m_text(new PassageBrowser(this)), m_coverage(new QLabel(this))
{
    setObjectName(QStringLiteral("summaryPane"));
    m_length->setAccessibleName(tr("Length"));
    m_length->setToolTip(tr("Length"));
    m_length->addItem(tr("Brief"), static_cast<int>(SummaryLength::brief));
    m_length->addItem(tr("Medium"), static_cast<int>(SummaryLength::medium));
    m_length->addItem(tr("Extended"), static_cast<int>(SummaryLength::extended));
    m_length->setCurrentIndex(1);
    m_language->setAccessibleName(tr("Language of the summary"));
    m_language->setToolTip(tr("Language of the summary"));
    m_language->addItem(tr("Book's language"), QString());
    for (const QString& language : offeredLanguages())
        m_language->addItem(languageName(language), language);
    m_language->setMinimumContentsLength(6);
    m_language->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_focus->setPlaceholderText(tr("What interests you? (optional)"));
    m_focus->setAccessibleName(tr("What interests you"));
    m_start->setObjectName(QStringLiteral("summarise"));
    m_text->setObjectName(QStringLiteral("summaryText"));
    m_text->setAccessibleName(tr("Summary"));
    m_coverage->setObjectName(QStringLiteral("coverage"));
    m_coverage->setWordWrap(true);
    m_coverage->setMargin(8);
    m_coverage->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto* controls = new QHBoxLayout;
    controls->setContentsMargins(10, 8, 10, 4);
    controls->addWidget(m_length);
    controls->addWidget(m_language, 1);
    controls->addWidget(m_start);
    auto* second = new QHBoxLayout;
    second->setContentsMargins(10, 0, 10, 8);
    second->addWidget(m_focus, 1);
    second->addWidget(m_export);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(controls);
    layout->addLayout(second);
    layout->addWidget(m_banner);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_coverage);

    const auto start = [this] {
        if (m_running) {
            emit stopRequested();
            return;
        }
        m_banner->clear();
        emit summariseRequested({static_cast<SummaryLength>(m_length->currentData().toInt()),
                                 m_focus->text().trimmed(), language()});
    };
    connect(m_start, &QPushButton::clicked, this, start);
    connect(m_focus, &QLineEdit::returnPressed, this, [this, start] {
        if (!m_running && m_start->isEnabled())
            start();
    });
    connect(m_export, &QPushButton::clicked, this, &SummaryPane::exportRequested);
    connect(m_language, &QComboBox::activated, this, [this] { emit languageChosen(); });
    connect(m_text, &PassageBrowser::sourceActivated, this, &SummaryPane::sourceActivated);
    connect(m_text, &PassageBrowser::foldActivated, this, [this](int chapter) {
        if (!m_unfolded.remove(chapter))
            m_unfolded.insert(chapter);
        rebuild();
    });
    connect(m_text, &PassageBrowser::coloursChanged, this, &SummaryPane::rebuild);
    setBook({}, {});
}

QString SummaryPane::language() const
{
    return m_language->currentData().toString();
}

bool SummaryPane::hasSummary() const
{
    return !m_summary.chapters.isEmpty();
}

void SummaryPane::setBook(const DocumentPtr& document, const SummaryView& summary)
{
    const bool other = !document || !m_document || document->book != m_document->book;
    m_document = document;
    m_summary = summary;
    m_liveChapter = -1;
    if (other) {
        m_banner->clear();
        m_focus->clear();
        m_unfolded.clear();
        m_text->reset(); // the other book's summary begins at its top
    }
    rebuild();
}

QString SummaryPane::titleOf(int chapter, const QString& title) const
{
    if (!title.isEmpty() || !m_document)
        return chapterName(chapter, title);
    return chapterName(chapter, m_document->chapters.value(chapter).title);
}

void SummaryPane::rebuild()
{
    m_liveChapter = -1;
    const int place = m_text->verticalScrollBar()->value();
    m_text->reset();
    if (!hasSummary()) {
        if (m_running) {
            m_text->beginLive({});
            m_text->live(tr("Reading…"));
        } else if (m_summary.coverage.wordsTotal > 0) {
            m_text->title(tr("Too short to summarise"));
            m_text->text(tr("No part of this book has more than a few lines; read it instead."));
        } else if (m_document && m_document->chapters.isEmpty()) {
            m_text->title(tr("Nothing to read"));
        } else if (m_document) {
            m_text->title(tr("No summary yet"));
            m_text->text(tr("Summarise reads every chapter and then the book as a whole. Each "
                            "point leads to the page it comes from; what the book does not say "
                            "is marked."));
        }
    } else {
        writeBook();
        for (const ChapterSummaryView& chapter : m_summary.chapters)
            writeChapter(chapter);
    }
    m_text->verticalScrollBar()->setValue(place);
    updateControls();
}

void SummaryPane::writeBook()
{
    if (m_summary.book.isEmpty() && m_summary.bookUnlocated.isEmpty())
        return;
    m_text->title(tr("The book"));
    for (const PointView& point : m_summary.book)
        m_text->point(point);
    writeUnlocated(-1, m_summary.bookUnlocated);
}

// What the model said and the text does not is kept apart from what can be relied on.
void SummaryPane::writeUnlocated(int chapter, const QStringList& statements)
{
    if (statements.isEmpty())
        return;
    const int count = static_cast<int>(statements.size());
    const bool open = m_unfolded.contains(chapter);
    const QString line =
        tr("%n statement(s) of the model were not found in the text", nullptr, count);
    m_text->fold(chapter, (open ? QStringLiteral("▾ ") : QStringLiteral("▸ ")) + line);
    if (open)
        for (const QString& text : statements)
            m_text->doubtful(text, {});
}

void SummaryPane::writeChapter(const ChapterSummaryView& summary)
{
    m_text->heading(titleOf(summary.chapter, summary.title),
                    summary.extract ? tr("sentences of the chapter itself") : QString());
    for (const PointView& point : summary.points)
        m_text->point(point);
    writeUnlocated(summary.chapter, summary.unlocated);
    if (summary.points.isEmpty() && summary.unlocated.isEmpty())
        m_text->aside(tr("Nothing to summarise here."));
    if (!summary.warnings.isEmpty())
        m_text->aside(sentenceCase(summary.warnings.join(QStringLiteral("; "))) +
                      QLatin1Char('.'));
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
    if (!hasSummary())
        rebuild();
    updateControls();
}

void SummaryPane::addText(int chapter, const QString& piece)
{
    if (!m_text->isLive() || m_liveChapter != chapter) {
        m_liveChapter = chapter;
        m_text->beginLive(titleOf(chapter, {}));
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
    if (!last || m_text->isLive())
        rebuild();
    else
        writeChapter(summary);
    updateControls();
}

void SummaryPane::setSummary(const SummaryView& summary)
{
    m_summary = summary;
    rebuild();
}

void SummaryPane::showFailure(const QString& sentence, const QString& detail)
{
    m_banner->say(sentence, detail);
}

void SummaryPane::updateControls()
{
    m_start->setEnabled(m_document && !m_document->chapters.isEmpty());
    m_start->setText(m_running ? tr("Stop") : tr("Summarise"));
    m_start->setToolTip(m_running ? tr("Stop; finished chapters are kept") : QString());
    for (QWidget* widget : {static_cast<QWidget*>(m_length), static_cast<QWidget*>(m_focus)})
        widget->setEnabled(m_document != nullptr && !m_running);
    m_language->setEnabled(m_document != nullptr && !m_running);
    m_export->setEnabled(hasSummary());
    const QString coverage = coverageLine(m_summary.coverage);
    m_coverage->setText(coverage);
    m_coverage->setVisible(!coverage.isEmpty());
}

} // namespace longhand::ui
