// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/installed_view.h"

#include "ui/common/format.h"
#include "ui/models/model_details.h"
#include "ui/models/model_row.h"
#include "ui/models/model_words.h"

#include <QLabel>
#include <QListWidget>
#include <QResizeEvent>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

namespace longhand::ui {

InstalledView::InstalledView(Models& models, Preferences& preferences, QWidget* parent)
    : QWidget(parent), m_models(models), m_preferences(preferences),
      m_splitter(new QSplitter(Qt::Horizontal, this)), m_list(new QListWidget(m_splitter)),
      m_area(new QScrollArea(m_splitter)), m_details(new ModelDetails(models, preferences, m_area)),
      m_empty(
          new QLabel(tr("No model is here yet. Drop a GGUF file or a Hugging Face folder on the "
                        "window, or look under “Get a model”."),
                     this))
{
    m_list->setObjectName(QStringLiteral("modelList"));
    m_list->setAccessibleName(tr("Installed models"));
    m_list->setItemDelegate(new ModelRow(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setWidget(m_details);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setSizes({330, 500});
    m_empty->setObjectName(QStringLiteral("noModels"));
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setContentsMargins(32, 32, 32, 32);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(m_empty, 1);
    m_splitter->hide();
    connect(&m_models, &Models::modelsRead, this, &InstalledView::setModels);
    connect(&m_preferences, &Preferences::settingsChanged, this, [this] { setModels(m_cards); });
    connect(m_list, &QListWidget::currentRowChanged, this, &InstalledView::showCurrent);
    connect(m_details, &ModelDetails::removeRequested, this, &InstalledView::removeRequested);
    auto* remove = new QShortcut(QKeySequence(Qt::Key_Delete), m_list);
    remove->setContext(Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, [this] {
        const int row = m_list->currentRow();
        if (row >= 0 && m_cards.at(row).own)
            emit removeRequested(m_cards.at(row).path);
    });
}

QString InstalledView::useLine(const ModelCardView& model) const
{
    const SettingsView& settings = m_preferences.settings();
    const auto used = [&](const TaskChoiceView& choice) {
        return choice.model.isEmpty() ? model.comesWithUs : choice.model == model.path;
    };
    QStringList uses;
    if (used(settings.summary))
        uses << tr("summaries");
    if (used(settings.ask))
        uses << tr("questions");
    if (used(settings.translate))
        uses << tr("translation");
    if (model.state != ModelState::usable)
        return sentenceCase(modelStateWord(model.state));
    //: %1 lists what a model is used for: "summaries, questions".
    return uses.isEmpty() ? purposeLine(model) : tr("In use for %1").arg(listed(uses));
}

void InstalledView::setModels(const QList<ModelCardView>& models)
{
    const int row = m_list->currentRow();
    const QString before = !m_wanted.isEmpty()                ? m_wanted
                           : row >= 0 && row < m_cards.size() ? m_cards.at(row).path
                                                              : QString();
    m_cards = models;
    int chosen = 0;
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const ModelCardView& model : models) {
            auto* item = new QListWidgetItem(model.name, m_list);
            const bool usable = model.state == ModelState::usable;
            item->setData(ModelRow::LineRole, modelLine(model));
            item->setData(ModelRow::SecondRole, useLine(model));
            item->setData(ModelRow::DoubtRole, !usable);
            item->setData(ModelRow::SignRole, static_cast<int>(usable ? ModelRow::Sign::ready
                                                                      : ModelRow::Sign::refused));
            item->setData(Qt::AccessibleTextRole,
                          listed({model.name, modelLine(model), useLine(model)}));
            item->setToolTip(model.path);
            if (model.path == before) {
                chosen = m_list->count() - 1;
                m_wanted.clear();
            }
        }
        m_list->setCurrentRow(chosen);
    }
    m_splitter->setVisible(!models.isEmpty());
    m_empty->setVisible(models.isEmpty());
    showCurrent();
}

void InstalledView::showCurrent()
{
    const int row = m_list->currentRow();
    if (row >= 0 && row < m_cards.size())
        m_details->show(m_cards.at(row));
}

void InstalledView::select(const QString& path)
{
    m_wanted = path;
    for (int row = 0; row < m_cards.size(); ++row)
        if (m_cards.at(row).path == path) {
            m_wanted.clear();
            m_list->setCurrentRow(row);
        }
}

void InstalledView::focusList()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
}

void InstalledView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool wide = width() > 75 * QFontMetrics(font()).averageCharWidth() + 250;
    const auto wanted = wide ? Qt::Horizontal : Qt::Vertical;
    if (m_splitter->orientation() == wanted)
        return;
    m_splitter->setOrientation(wanted);
    m_splitter->setSizes(wide ? QList<int>{330, 500} : QList<int>{150, 350});
}

} // namespace longhand::ui
