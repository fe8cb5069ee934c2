// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/translate/export_part.h"

#include "ui/common/roomy_delegate.h"

#include <QCoreApplication>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace longhand::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(longhand::ui::ExportPart)
};

// As high as what is in it, so that nothing scrolls in a small list.
void fit(QListWidget* list)
{
    int height = 2 * list->frameWidth();
    for (int row = 0; row < list->count(); ++row)
        height += list->sizeHintForRow(row);
    list->setFixedHeight(height);
}

QListWidget* plainList(QWidget* parent, const char* name, const QString& accessible)
{
    auto* list = new QListWidget(parent);
    list->setObjectName(QLatin1String(name));
    list->setAccessibleName(accessible);
    list->setItemDelegate(new RoomyDelegate(list));
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return list;
}

} // namespace

QList<ExportForm> exportForms()
{
    return {{QStringLiteral(".epub"), QStringLiteral("EPUB"),
             Words::tr("For e-readers. Pictures, notes and design of the book stay.")},
            {QStringLiteral(".pdf"), QStringLiteral("PDF"),
             Words::tr("For printing: the text set anew, with a contents."), true, false},
            {QStringLiteral(".docx"), QStringLiteral("Word"),
             Words::tr("For going on in a word processor. Headings make its contents.")},
            {QStringLiteral(".html"), QStringLiteral("HTML"), Words::tr("One page for a browser.")},
            {QStringLiteral(".md"), QStringLiteral("Markdown"), Words::tr("For notes and the web.")},
            {QStringLiteral(".txt"), Words::tr("Text"), Words::tr("Words alone."), true, false},
            {QStringLiteral(".tmx"), QStringLiteral("TMX"),
             Words::tr("A translation memory for other translation programs. What is not "
                       "translated is left out."),
             false},
            {QStringLiteral(".csv"), QStringLiteral("CSV"),
             Words::tr("A table of every paragraph with its translation, state and warnings."),
             false}};
}

ExportPart::ExportPart(QWidget* parent)
    : QWidget(parent), m_forms(plainList(this, "exportForms", tr("Format"))),
      m_layouts(plainList(this, "exportLayouts", tr("Layout"))), m_layoutTitle(new QLabel(this)),
      m_what(new QLabel(this)), m_counts(new QLabel(this)),
      m_export(new QPushButton(tr("&Export…"), this))
{
    setObjectName(QStringLiteral("exportPart"));
    m_export->setObjectName(QStringLiteral("exportTranslation"));
    m_counts->setObjectName(QStringLiteral("exportCounts"));
    m_counts->setWordWrap(true);
    m_what->setWordWrap(true);
    m_layoutTitle->setText(tr("Layout"));
    auto* formTitle = new QLabel(tr("Format"), this);
    QFont bold = formTitle->font();
    bold.setBold(true);
    formTitle->setFont(bold);
    m_layoutTitle->setFont(bold);
    for (const ExportForm& form : exportForms())
        m_forms->addItem(form.name);
    auto* columns = new QHBoxLayout;
    auto* left = new QVBoxLayout;
    left->addWidget(formTitle);
    left->addWidget(m_forms);
    left->addStretch(1);
    auto* right = new QVBoxLayout;
    right->addWidget(m_layoutTitle);
    right->addWidget(m_layouts);
    right->addWidget(m_what);
    right->addStretch(1);
    columns->setSpacing(16);
    columns->addLayout(left, 2);
    columns->addLayout(right, 3);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 12);
    layout->setSpacing(12);
    layout->addLayout(columns, 1);
    layout->addWidget(m_counts);
    layout->addWidget(m_export, 0, Qt::AlignRight);
    connect(m_forms, &QListWidget::currentRowChanged, this, &ExportPart::showLayouts);
    connect(m_layouts, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            m_wanted = chosenLayout();
    });
    connect(m_export, &QPushButton::clicked, this,
            [this] { emit exportRequested(form(), chosenLayout()); });
    m_forms->setCurrentRow(0);
    fit(m_forms);
    setCounts(false, 0, 0);
}

ExportForm ExportPart::form() const
{
    return exportForms().at(std::max(0, m_forms->currentRow()));
}

ExportLayout ExportPart::chosenLayout() const
{
    const QListWidgetItem* item = m_layouts->currentItem();
    return item != nullptr && form().layouts
               ? static_cast<ExportLayout>(item->data(Qt::UserRole).toInt())
               : ExportLayout::target;
}

void ExportPart::showLayouts()
{
    const ExportForm form = this->form();
    const QSignalBlocker quiet(m_layouts);
    m_layouts->clear();
    const auto add = [this](const QString& name, ExportLayout layout) {
        auto* item = new QListWidgetItem(name, m_layouts);
        item->setData(Qt::UserRole, static_cast<int>(layout));
        if (layout == m_wanted)
            m_layouts->setCurrentItem(item);
    };
    add(tr("Translation alone"), ExportLayout::target);
    add(tr("Source, then translation"), ExportLayout::sourceTarget);
    add(tr("Translation, then source"), ExportLayout::targetSource);
    if (form.columns)
        add(tr("Side by side"), ExportLayout::twoColumns);
    if (m_layouts->currentRow() < 0)
        m_layouts->setCurrentRow(0);
    fit(m_layouts);
    m_layouts->setVisible(form.layouts);
    m_layoutTitle->setVisible(form.layouts);
    m_what->setText(form.what);
}

void ExportPart::setCounts(bool open, int done, int total)
{
    m_export->setEnabled(open && done > 0);
    if (!open || done == 0)
        m_counts->setText(tr("Nothing is translated yet."));
    else if (done >= total)
        m_counts->setText(tr("Every paragraph is translated."));
    else
        m_counts->setText(tr("%n paragraph(s) are not translated yet. They stand in the source "
                             "language, marked.",
                             nullptr, total - done));
}

} // namespace longhand::ui
