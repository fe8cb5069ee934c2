// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/translate/glossary_part.h"

#include "ui/common/colours.h"
#include "ui/common/format.h"
#include "ui/translate/term_model.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableView>

#include <algorithm>

namespace longhand::ui {
namespace {

// A list where there is one to choose from, else a line.
class TermDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override
    {
        const QStringList choices = TermModel::choices(index.column());
        if (choices.isEmpty())
            return QStyledItemDelegate::createEditor(parent, option, index);
        auto* box = new QComboBox(parent);
        box->addItems(choices);
        return box;
    }
    void setEditorData(QWidget* editor, const QModelIndex& index) const override
    {
        if (auto* box = qobject_cast<QComboBox*>(editor))
            box->setCurrentText(index.data().toString());
        else
            QStyledItemDelegate::setEditorData(editor, index);
    }
    void setModelData(QWidget* editor, QAbstractItemModel* model,
                      const QModelIndex& index) const override
    {
        if (const auto* box = qobject_cast<QComboBox*>(editor))
            model->setData(index, box->currentText(), Qt::EditRole);
        else
            QStyledItemDelegate::setModelData(editor, model, index);
    }
};

} // namespace

GlossaryPart::GlossaryPart(QWidget* parent)
    : QWidget(parent), m_model(new TermModel(this)), m_line(new QLabel(this)),
      m_find(new QPushButton(tr("&Find names in the book"), this)),
      m_confirm(new QPushButton(tr("&Confirm"), this)),
      m_reject(new QPushButton(tr("Re&ject"), this)),
      m_remove(new QPushButton(tr("Re&move"), this)),
      m_import(new QPushButton(tr("&Import…"), this)),
      m_export(new QPushButton(tr("E&xport…"), this)), m_source(new QLineEdit(this)),
      m_target(new QLineEdit(this)), m_add(new QPushButton(tr("A&dd"), this)),
      m_table(new QTableView(this)), m_sample(new QLabel(this))
{
    setObjectName(QStringLiteral("glossaryPart"));
    m_line->setObjectName(QStringLiteral("glossaryLine"));
    m_line->setWordWrap(true);
    m_find->setObjectName(QStringLiteral("findTerms"));
    m_confirm->setObjectName(QStringLiteral("confirmTerm"));
    m_reject->setObjectName(QStringLiteral("rejectTerm"));
    m_remove->setObjectName(QStringLiteral("removeTerm"));
    m_import->setObjectName(QStringLiteral("importTerms"));
    m_import->setToolTip(tr("From a CSV table; terms of the same name are replaced"));
    m_export->setObjectName(QStringLiteral("exportTerms"));
    m_source->setObjectName(QStringLiteral("newTerm"));
    m_source->setPlaceholderText(tr("New term"));
    m_source->setAccessibleName(tr("New term"));
    m_target->setObjectName(QStringLiteral("newTermTarget"));
    m_target->setPlaceholderText(tr("Its translation"));
    m_target->setAccessibleName(tr("Its translation"));
    m_add->setObjectName(QStringLiteral("addTerm"));
    m_table->setObjectName(QStringLiteral("terms"));
    m_table->setAccessibleName(tr("Glossary and characters"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new TermDelegate(m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(TermModel::Source, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(TermModel::Target, QHeaderView::Stretch);
    m_sample->setObjectName(QStringLiteral("termSample"));
    m_sample->setWordWrap(true);
    m_sample->setTextFormat(Qt::PlainText);
    m_sample->setContentsMargins(4, 4, 4, 4);

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(10, 8, 10, 8);
    grid->addWidget(m_line, 0, 0, 1, 3);
    // The first is long in many languages; beside two others it would be cut in a narrow window.
    grid->addWidget(m_find, 1, 0, 1, 3);
    grid->addWidget(m_table, 2, 0, 1, 3);
    grid->addWidget(m_sample, 3, 0, 1, 3);
    grid->addWidget(m_confirm, 4, 0);
    grid->addWidget(m_reject, 4, 1);
    grid->addWidget(m_remove, 4, 2);
    grid->addWidget(m_source, 5, 0);
    grid->addWidget(m_target, 5, 1);
    grid->addWidget(m_add, 5, 2);
    auto* files = new QHBoxLayout;
    files->addWidget(m_import);
    files->addWidget(m_export);
    grid->addLayout(files, 6, 0, 1, 3);
    grid->setRowStretch(2, 1);
    for (int column = 0; column < 3; ++column)
        grid->setColumnStretch(column, 1);

    connect(m_find, &QPushButton::clicked, this, [this] {
        m_finding = true;
        updateButtons();
        emit findRequested();
    });
    connect(m_confirm, &QPushButton::clicked, this, [this] { setStatus(TermStatus::confirmed); });
    connect(m_reject, &QPushButton::clicked, this, [this] { setStatus(TermStatus::rejected); });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        QStringList sources;
        for (const TermView& term : selected())
            sources << term.source;
        if (!sources.isEmpty())
            emit removeRequested(sources);
    });
    connect(m_import, &QPushButton::clicked, this, &GlossaryPart::importRequested);
    connect(m_export, &QPushButton::clicked, this, &GlossaryPart::exportRequested);
    connect(m_add, &QPushButton::clicked, this, &GlossaryPart::addTerm);
    connect(m_source, &QLineEdit::returnPressed, this, [this] { m_target->setFocus(); });
    connect(m_target, &QLineEdit::returnPressed, this, &GlossaryPart::addTerm);
    connect(m_source, &QLineEdit::textChanged, this, &GlossaryPart::updateButtons);
    connect(m_model, &TermModel::termChanged, this,
            [this](const TermView& term) { emit saveRequested({term}); });
    connect(m_model, &QAbstractItemModel::modelReset, this, &GlossaryPart::updateButtons);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &GlossaryPart::updateButtons);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &GlossaryPart::updateButtons);
    updateButtons();
}

void GlossaryPart::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const int x = fontMetrics().horizontalAdvance(QLatin1Char('x'));
    m_table->setColumnWidth(TermModel::Kind, x * 13);
    m_table->setColumnWidth(TermModel::Status, x * 14);
    m_table->setColumnWidth(TermModel::Gender_, x * 9);
    m_table->setColumnWidth(TermModel::Address, x * 14);
    m_table->setColumnWidth(TermModel::Count, x * 8);
    // Where there is little room, what a person decides on stays.
    m_table->setColumnHidden(TermModel::Count, width() < x * 62);
    m_table->setColumnHidden(TermModel::Kind, width() < x * 72);
    m_table->setColumnHidden(TermModel::Address, width() < x * 86);
    m_table->setColumnHidden(TermModel::Gender_, width() < x * 52);
}

void GlossaryPart::setBook(bool open)
{
    m_open = open;
    m_finding = false;
    m_model->setTerms({});
    m_source->clear();
    m_target->clear();
    updateButtons();
}

void GlossaryPart::setTerms(const QList<TermView>& terms)
{
    m_finding = false;
    // Proposals first, the frequent ones on top; then what is settled.
    QList<TermView> sorted = terms;
    std::stable_sort(sorted.begin(), sorted.end(), [](const TermView& a, const TermView& b) {
        return std::pair(static_cast<int>(a.status), -a.count) <
               std::pair(static_cast<int>(b.status), -b.count);
    });
    m_model->setTerms(sorted);
    updateButtons();
}

void GlossaryPart::showFinding(const ProgressView& progress)
{
    if (!m_finding)
        return;
    const int share = percent(progress.done, progress.total);
    m_line->setText(share < 0 ? tr("Reading the whole book for names…")
                              : tr("Reading the whole book for names: %1 %").arg(share));
}

void GlossaryPart::endFinding()
{
    m_finding = false;
    updateButtons();
}

QList<TermView> GlossaryPart::selected() const
{
    QList<TermView> terms;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        terms << m_model->at(index.row());
    return terms;
}

void GlossaryPart::setStatus(TermStatus status)
{
    QList<TermView> terms = selected();
    for (TermView& term : terms)
        term.status = status;
    if (!terms.isEmpty())
        emit saveRequested(terms);
}

void GlossaryPart::addTerm()
{
    TermView term;
    term.source = m_source->text().trimmed();
    term.target = m_target->text().trimmed();
    term.status = TermStatus::confirmed;
    if (term.source.isEmpty())
        return;
    m_source->clear();
    m_target->clear();
    m_source->setFocus();
    emit saveRequested({term});
}

void GlossaryPart::updateButtons()
{
    const QList<TermView> terms = selected();
    m_find->setEnabled(m_open && !m_finding);
    m_import->setEnabled(m_open);
    m_export->setEnabled(m_model->rowCount() > 0);
    // A character needs no rendering to act: gender and address do. Everything else does.
    m_confirm->setEnabled(std::any_of(terms.begin(), terms.end(), [](const TermView& term) {
        return term.status != TermStatus::confirmed;
    }));
    m_reject->setEnabled(std::any_of(terms.begin(), terms.end(), [](const TermView& term) {
        return term.status != TermStatus::rejected;
    }));
    m_remove->setEnabled(!terms.isEmpty());
    m_add->setEnabled(m_open && !m_source->text().trimmed().isEmpty());
    m_source->setEnabled(m_open);
    m_target->setEnabled(m_open);
    const QString sample = terms.size() == 1 ? terms.front().samples.value(0) : QString();
    m_sample->setVisible(!sample.isEmpty());
    m_sample->setText(sample);
    if (m_finding) {
        m_line->setText(tr("Reading the whole book for names…"));
        return;
    }
    int proposed = 0;
    int confirmed = 0;
    for (const TermView& term : m_model->terms()) {
        proposed += term.status == TermStatus::proposed ? 1 : 0;
        confirmed += term.status == TermStatus::confirmed ? 1 : 0;
    }
    if (m_model->rowCount() == 0)
        m_line->setText(tr("Names and words that should always be translated the same way. "
                           "Longhand looks for them in the whole book; you confirm and give the "
                           "translation. Confirmed ones are used from the next paragraph on, and "
                           "checked in every one."));
    else
        m_line->setText(tr("%n confirmed and in use.", nullptr, confirmed) + QLatin1Char(' ') +
                        tr("%n to decide on.", nullptr, proposed));
}

} // namespace longhand::ui
