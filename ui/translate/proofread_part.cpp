// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/translate/proofread_part.h"

#include "ui/common/format.h"
#include "ui/translate/cell_delegate.h"
#include "ui/translate/segment_filter.h"
#include "ui/translate/segment_model.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace longhand::ui {
namespace {

struct Check {
    const char* names; // stable, with | between those shown as one
    QString phrase;
};

QList<Check> checks()
{
    return {{"untranslated", ProofreadPart::tr("Left in the source language")},
            {"empty", ProofreadPart::tr("Nothing came back")},
            {"length|length_unusual", ProofreadPart::tr("Unusually long or short")},
            {"repetition|loop", ProofreadPart::tr("Repeats itself")},
            {"same_as_neighbour", ProofreadPart::tr("The same as the paragraph beside it")},
            {"numbers|punctuation|quotes|brackets|newlines",
             ProofreadPart::tr("Numbers, quotation marks or punctuation")},
            {"glossary", ProofreadPart::tr("A term of the glossary is missing")},
            {"language|refusal", ProofreadPart::tr("In another language")},
            {"gender", ProofreadPart::tr("Pronouns against the character sheet")},
            {"spans", ProofreadPart::tr("Emphasis or links misplaced")}};
}

QComboBox* narrowBox(QWidget* parent, const char* name, const QString& accessible)
{
    auto* box = new QComboBox(parent);
    box->setObjectName(QLatin1String(name));
    box->setAccessibleName(accessible);
    box->setToolTip(accessible);
    box->setMinimumContentsLength(7);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    return box;
}

} // namespace

ProofreadPart::ProofreadPart(SegmentModel& model, QWidget* parent)
    : QWidget(parent), m_model(model), m_filter(new SegmentFilter(model, this))
{
    setObjectName(QStringLiteral("proofreadPart"));
    m_table = new QTableView(this);
    m_table->setObjectName(QStringLiteral("segments"));
    m_table->setAccessibleName(tr("Paragraphs and their translations"));
    m_table->setModel(m_filter);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setItemDelegate(new CellDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_table->setTabKeyNavigation(false); // Tab leaves the table
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(true);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView* header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(SegmentModel::Source, QHeaderView::Stretch);
    header->setSectionResizeMode(SegmentModel::Target, QHeaderView::Stretch);
    m_said = new QLabel(this);
    m_said->setObjectName(QStringLiteral("proofreadSaid"));
    m_said->setWordWrap(true);
    m_said->setContentsMargins(12, 2, 12, 6);
    m_said->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeFilters());
    layout->addWidget(makeReplace());
    layout->addWidget(m_table, 1);
    layout->addWidget(makeDetails());
    layout->addWidget(m_said);

    m_typing.setSingleShot(true);
    m_typing.setInterval(120);
    connect(&m_typing, &QTimer::timeout, this, [this] {
        applyFilters();
        applyPreview();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ProofreadPart::updateDetails);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ProofreadPart::updateDetails);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &ProofreadPart::showCounts);
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &ProofreadPart::showCounts);
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, &ProofreadPart::showCounts);
    connect(m_filter, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex& first, const QModelIndex& last) {
                const int row = m_table->currentIndex().row();
                if (row >= first.row() && row <= last.row())
                    updateDetails();
            });
    setUndoSteps(0);
    updateDetails();
    showCounts();
}

QWidget* ProofreadPart::makeFilters()
{
    auto* bar = new QWidget(this);
    m_text = new QLineEdit(bar);
    m_text->setObjectName(QStringLiteral("filterText"));
    m_text->setPlaceholderText(tr("Filter by words"));
    m_text->setAccessibleName(tr("Filter by words"));
    m_text->setClearButtonEnabled(true);
    m_warning = narrowBox(bar, "filterWarning", tr("Which warnings"));
    m_warning->addItem(tr("Any or no warning"), QString());
    m_warning->addItem(tr("With a warning"), QStringLiteral("*"));
    for (const Check& check : checks())
        m_warning->addItem(check.phrase, QString::fromLatin1(check.names));
    m_status = narrowBox(bar, "filterStatus", tr("Which states"));
    m_status->addItem(tr("Any state"), -1);
    m_status->addItem(tr("To check"), static_cast<int>(SegmentStatus::warned));
    m_status->addItem(tr("Failed"), static_cast<int>(SegmentStatus::failed));
    m_status->addItem(tr("Done"), static_cast<int>(SegmentStatus::done));
    m_status->addItem(tr("Waiting"), static_cast<int>(SegmentStatus::waiting));
    m_status->addItem(tr("Kept as it is"), static_cast<int>(SegmentStatus::skipped));
    m_status->addItem(tr("Edited"), SegmentFilter::kEdited);
    m_status->addItem(tr("Locked"), SegmentFilter::kLocked);
    m_chapter = narrowBox(bar, "filterChapter", tr("Which chapter"));
    m_counts = new QLabel(bar);
    m_counts->setObjectName(QStringLiteral("segmentCounts"));
    auto* replace = new QPushButton(tr("&Replace…"), bar);
    replace->setObjectName(QStringLiteral("openReplace"));
    replace->setCheckable(true);
    auto* grid = new QGridLayout(bar);
    grid->setContentsMargins(10, 8, 10, 6);
    grid->addWidget(m_text, 0, 0, 1, 2);
    grid->addWidget(replace, 0, 2);
    grid->addWidget(m_warning, 1, 0);
    grid->addWidget(m_status, 1, 1);
    grid->addWidget(m_chapter, 1, 2);
    grid->addWidget(m_counts, 2, 0, 1, 3);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    connect(m_text, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    for (QComboBox* box : {m_warning, m_status, m_chapter})
        connect(box, &QComboBox::currentIndexChanged, this, [this] { applyFilters(); });
    connect(replace, &QPushButton::toggled, this, [this](bool on) {
        m_replaceBar->setVisible(on);
        if (on)
            m_find->setFocus();
        applyPreview();
    });
    return bar;
}

QWidget* ProofreadPart::makeReplace()
{
    m_replaceBar = new QWidget(this);
    m_find = new QLineEdit(m_replaceBar);
    m_find->setObjectName(QStringLiteral("replaceFind"));
    m_find->setPlaceholderText(tr("Find in the translation"));
    m_find->setAccessibleName(tr("Find in the translation"));
    m_by = new QLineEdit(m_replaceBar);
    m_by->setObjectName(QStringLiteral("replaceBy"));
    m_by->setPlaceholderText(tr("Replace by"));
    m_by->setAccessibleName(tr("Replace by"));
    m_case = new QCheckBox(tr("Match case"), m_replaceBar);
    m_case->setObjectName(QStringLiteral("replaceCase"));
    m_case->setChecked(true);
    m_words = new QCheckBox(tr("Whole words"), m_replaceBar);
    m_words->setObjectName(QStringLiteral("replaceWords"));
    m_regex = new QCheckBox(tr("Pattern"), m_replaceBar);
    m_regex->setObjectName(QStringLiteral("replaceRegex"));
    m_regex->setToolTip(tr("A regular expression; $1 stands for its first group"));
    m_replace = new QPushButton(tr("Replace a&ll"), m_replaceBar);
    m_replace->setObjectName(QStringLiteral("replaceAll"));
    auto* grid = new QGridLayout(m_replaceBar);
    grid->setContentsMargins(10, 0, 10, 8);
    grid->addWidget(m_find, 0, 0, 1, 2);
    grid->addWidget(m_by, 0, 2, 1, 2);
    grid->addWidget(m_case, 1, 0);
    grid->addWidget(m_words, 1, 1);
    grid->addWidget(m_regex, 1, 2);
    grid->addWidget(m_replace, 1, 3);
    for (QLineEdit* box : {m_find, m_by})
        connect(box, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    for (QCheckBox* box : {m_case, m_words, m_regex})
        connect(box, &QCheckBox::toggled, this, [this] { applyPreview(); });
    connect(m_replace, &QPushButton::clicked, this, [this] {
        applyPreview(); // what is asked for is what is shown
        if (m_replace->isEnabled())
            emit replaceRequested(request());
    });
    m_replaceBar->hide();
    return m_replaceBar;
}

QWidget* ProofreadPart::makeDetails()
{
    auto* bar = new QWidget(this);
    m_lock = new QPushButton(tr("Loc&k"), bar);
    m_lock->setObjectName(QStringLiteral("lock"));
    m_lock->setToolTip(tr("Neither jobs nor replacements touch a locked paragraph"));
    m_history = new QPushButton(tr("&Versions"), bar);
    m_history->setObjectName(QStringLiteral("history"));
    m_undo = new QPushButton(tr("&Undo"), bar);
    m_undo->setObjectName(QStringLiteral("undoCorrection"));
    m_instruction = new QLineEdit(bar);
    m_instruction->setObjectName(QStringLiteral("instruction"));
    m_instruction->setPlaceholderText(tr("Instruction, such as “more formal” (may be empty)"));
    m_instruction->setAccessibleName(tr("Instruction for translating again"));
    m_again = new QPushButton(tr("&Translate again"), bar);
    m_again->setObjectName(QStringLiteral("retranslate"));
    auto* grid = new QGridLayout(bar);
    grid->setContentsMargins(10, 6, 10, 8);
    grid->addWidget(m_lock, 0, 0);
    grid->addWidget(m_history, 0, 1);
    grid->addWidget(m_undo, 0, 2);
    grid->addWidget(m_instruction, 1, 0, 1, 2);
    grid->addWidget(m_again, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    connect(m_lock, &QPushButton::clicked, this, &ProofreadPart::lock);
    connect(m_undo, &QPushButton::clicked, this, &ProofreadPart::undoRequested);
    connect(m_history, &QPushButton::clicked, this, [this] {
        if (const int row = currentRow(); row >= 0)
            emit historyWanted({m_model.at(row).chapter, m_model.at(row).index});
    });
    connect(m_again, &QPushButton::clicked, this, &ProofreadPart::retranslate);
    connect(m_instruction, &QLineEdit::returnPressed, this, &ProofreadPart::retranslate);
    return bar;
}

void ProofreadPart::setDocument(const DocumentPtr& document)
{
    const QSignalBlocker quiet(m_chapter);
    m_chapter->clear();
    m_chapter->addItem(tr("All chapters"), -1);
    if (document)
        for (int i = 0; i < document->chapters.size(); ++i)
            m_chapter->addItem(chapterName(i, document->chapters.at(i).title), i);
    applyFilters();
    m_said->hide();
}

// Where there is little room the prose keeps it; the state's tooltip says what the warnings are.
void ProofreadPart::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const int x = fontMetrics().horizontalAdvance(QLatin1Char('x'));
    m_table->setColumnWidth(SegmentModel::Place, x * 8);
    m_table->setColumnWidth(SegmentModel::Status, x * 14);
    m_table->setColumnWidth(SegmentModel::Warnings, x * 18);
    m_table->setColumnHidden(SegmentModel::Warnings, width() < x * 76);
    m_table->setColumnHidden(SegmentModel::Place, width() < x * 56);
    const int lines = width() < x * 60 ? 5 : 3;
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().lineSpacing() * lines + 10);
}

void ProofreadPart::applyFilters()
{
    SegmentFilter::Wish wish;
    wish.text = m_text->text();
    wish.warning = m_warning->currentData().toString();
    wish.status = m_status->currentData().isValid() ? m_status->currentData().toInt() : -1;
    wish.chapter = m_chapter->currentData().isValid() ? m_chapter->currentData().toInt() : -1;
    wish.changes = m_model.previews();
    if (wish != m_filter->wish() || wish.changes)
        m_filter->setWish(wish);
    showCounts();
}

ReplaceRequest ProofreadPart::request() const
{
    ReplaceRequest request;
    request.find = m_find->text();
    request.by = m_by->text();
    request.regex = m_regex->isChecked();
    request.matchCase = m_case->isChecked();
    request.wholeWords = m_words->isChecked();
    request.chapter = m_chapter->currentData().isValid() ? m_chapter->currentData().toInt() : -1;
    return request;
}

void ProofreadPart::applyPreview()
{
    const bool wanted = m_replaceBar->isVisibleTo(this) && !m_find->text().isEmpty();
    const bool broken = wanted && !patternOf(request()).isValid();
    m_model.setPreview(wanted && !broken ? std::optional(request()) : std::nullopt);
    applyFilters();
    m_replace->setEnabled(wanted && !broken && m_filter->rowCount() > 0);
    if (broken) {
        m_said->setText(tr("This pattern is not complete."));
        m_said->show();
    } else if (wanted) {
        m_said->setText(m_filter->rowCount() == 0
                            ? tr("Nothing would change.")
                            : tr("%n paragraph(s) would change, as shown.", nullptr,
                                 m_filter->rowCount()));
        m_said->show();
    } else {
        m_said->hide();
    }
}

void ProofreadPart::showCounts()
{
    const int shown = m_filter->rowCount();
    const int all = m_model.rowCount();
    m_counts->setText(shown == all
                          ? tr("%n paragraph(s)", nullptr, all)
                          : tr("%1 of %2 paragraphs")
                                .arg(QLocale().toString(shown), QLocale().toString(all)));
}

QList<int> ProofreadPart::selectedRows() const
{
    QList<int> rows;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        rows << m_filter->mapToSource(index).row();
    return rows;
}

int ProofreadPart::currentRow() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? m_filter->mapToSource(current).row() : -1;
}

void ProofreadPart::updateDetails()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    const int row = currentRow();
    const bool one = rows.size() == 1 && row >= 0;
    m_lock->setEnabled(!rows.isEmpty());
    m_history->setEnabled(one && m_model.at(row).status != SegmentStatus::waiting);
    m_again->setEnabled(one && !m_model.at(row).locked);
    m_instruction->setEnabled(m_again->isEnabled());
    m_lock->setText(row >= 0 && m_model.at(row).locked ? tr("Unloc&k") : tr("Loc&k"));
}

void ProofreadPart::lock()
{
    const int row = currentRow();
    if (row < 0)
        return;
    QList<PlaceView> places;
    for (const int each : selectedRows())
        if (!m_model.at(each).target.isEmpty())
            places.append({m_model.at(each).chapter, m_model.at(each).index});
    if (!places.isEmpty())
        emit lockRequested(places, !m_model.at(row).locked);
}

void ProofreadPart::retranslate()
{
    const int row = currentRow();
    if (row < 0 || !m_again->isEnabled())
        return;
    m_said->setText(tr("Translating again…"));
    m_said->show();
    emit retranslateRequested({m_model.at(row).chapter, m_model.at(row).index},
                              m_instruction->text().trimmed());
}

void ProofreadPart::endRetranslation(PlaceView place, const QString& sentence)
{
    m_said->setText(sentence.isEmpty() ? tr("Paragraph %1 of chapter %2 is translated again.")
                                             .arg(place.index + 1)
                                             .arg(place.chapter + 1)
                                       : sentence);
    m_said->show();
    updateDetails();
}

void ProofreadPart::setUndoSteps(int steps)
{
    m_undo->setEnabled(steps > 0);
}

void ProofreadPart::showReplaced(int segments)
{
    m_find->clear();
    m_typing.stop();
    applyPreview();
    m_said->setText(tr("%n paragraph(s) changed. Undo takes all of them back.", nullptr, segments));
    m_said->show();
}

void ProofreadPart::showHistory(PlaceView place, const QList<SegmentView>& versions)
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("historyMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    for (int i = static_cast<int>(versions.size()) - 1; i >= 0; --i) {
        const SegmentView& version = versions.at(i);
        const bool current = i == versions.size() - 1;
        const QString who = version.byPerson ? tr("edited") : tr("by the model");
        QString text = fontMetrics().elidedText(version.target.simplified(), Qt::ElideRight,
                                                fontMetrics().averageCharWidth() * 60);
        text.replace(QLatin1Char('&'), QStringLiteral("&&"));
        //: One version of a paragraph: its text, and who made it.
        QAction* action = menu->addAction(
            tr("%1 (%2)").arg(text.isEmpty() ? tr("nothing") : text, current ? tr("now") : who));
        action->setToolTip(version.target);
        action->setEnabled(!current);
        connect(action, &QAction::triggered, this,
                [this, place, i] { emit takeBackRequested(place, i); });
    }
    if (versions.isEmpty())
        menu->addAction(tr("No earlier versions"))->setEnabled(false);
    menu->popup(m_history->mapToGlobal(QPoint(0, m_history->height())));
}

void ProofreadPart::showRow(int row)
{
    if (row < 0 || row >= m_model.rowCount())
        return;
    QModelIndex index = m_filter->mapFromSource(m_model.index(row, SegmentModel::Target));
    if (!index.isValid()) {
        m_text->clear();
        for (QComboBox* box : {m_warning, m_status, m_chapter})
            box->setCurrentIndex(0);
        m_typing.stop();
        applyFilters();
        index = m_filter->mapFromSource(m_model.index(row, SegmentModel::Target));
    }
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index, QAbstractItemView::PositionAtCenter);
    m_table->setFocus();
}

void ProofreadPart::focusFilter()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
}

} // namespace longhand::ui
