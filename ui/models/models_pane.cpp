// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/models_pane.h"

#include "ui/common/banner.h"
#include "ui/common/format.h"
#include "ui/models/catalogue_view.h"
#include "ui/models/installed_view.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QShortcut>
#include <QTabWidget>
#include <QVBoxLayout>

namespace longhand::ui {

ModelsPane::ModelsPane(Models& models, Preferences& preferences, QWidget* parent)
    : QWidget(parent), m_banner(new Banner(this)), m_tabs(new QTabWidget(this)),
      m_installed(new InstalledView(models, preferences, m_tabs)),
      m_catalogue(new CatalogueView(models, preferences, m_tabs)), m_adding(new QWidget(this)),
      m_progress(new QProgressBar(m_adding))
{
    setObjectName(QStringLiteral("modelsPane"));
    m_banner->setObjectName(QStringLiteral("modelsBanner"));
    m_title = new QLabel(tr("Models"), this);
    setHeading();
    auto* add = new QPushButton(tr("Add a &file…"), this);
    add->setObjectName(QStringLiteral("addModel"));
    auto* back = new QPushButton(tr("&Back"), this);
    back->setObjectName(QStringLiteral("leaveModels"));
    auto* heading = new QHBoxLayout;
    heading->setContentsMargins(16, 10, 12, 6);
    heading->setSpacing(8);
    heading->addWidget(m_title);
    heading->addStretch(1);
    heading->addWidget(add);
    heading->addWidget(back);
    m_progress->setAccessibleName(tr("Copying the model"));
    m_progress->setObjectName(QStringLiteral("addProgress"));
    auto* stop = new QPushButton(tr("Stop"), m_adding);
    stop->setObjectName(QStringLiteral("stopAdding"));
    auto* adding = new QHBoxLayout(m_adding);
    adding->setContentsMargins(16, 4, 12, 4);
    adding->addWidget(new QLabel(tr("Adding the model…"), m_adding));
    adding->addWidget(m_progress, 1);
    adding->addWidget(stop);
    m_adding->hide();
    m_tabs->setObjectName(QStringLiteral("modelTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_installed, tr("On this computer"));
    m_tabs->addTab(m_catalogue, tr("Get a model"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addLayout(heading);
    layout->addWidget(m_adding);
    layout->addWidget(m_tabs, 1);
    connect(add, &QPushButton::clicked, this, &ModelsPane::addRequested);
    connect(back, &QPushButton::clicked, this, &ModelsPane::leaveRequested);
    connect(stop, &QPushButton::clicked, this, &ModelsPane::stopAddingRequested);
    connect(m_installed, &InstalledView::removeRequested, this, &ModelsPane::removeRequested);
    connect(m_catalogue, &CatalogueView::downloadRequested, this, &ModelsPane::downloadRequested);
    connect(m_catalogue, &CatalogueView::networkRequested, this, &ModelsPane::networkRequested);
    connect(m_catalogue, &CatalogueView::pageRequested, this, &ModelsPane::pageRequested);
    auto* leave = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    leave->setContext(Qt::WidgetWithChildrenShortcut);
    connect(leave, &QShortcut::activated, this, &ModelsPane::leaveRequested);
}

void ModelsPane::setHeading()
{
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
}

void ModelsPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_title != nullptr)
        setHeading();
}

void ModelsPane::showInstalled(const QString& path)
{
    m_tabs->setCurrentWidget(m_installed);
    if (!path.isEmpty())
        m_installed->select(path);
}

void ModelsPane::showCatalogue()
{
    m_tabs->setCurrentWidget(m_catalogue);
}

void ModelsPane::focusList()
{
    if (m_tabs->currentWidget() == m_installed)
        m_installed->focusList();
    else
        m_catalogue->setFocus(Qt::ShortcutFocusReason);
}

void ModelsPane::setAdding(bool adding)
{
    m_progress->setRange(0, 0);
    m_adding->setVisible(adding);
}

void ModelsPane::setAddProgress(qint64 done, qint64 total)
{
    m_progress->setRange(0, 100);
    m_progress->setValue(percent(done, total));
}

} // namespace longhand::ui
