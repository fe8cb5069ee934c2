// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/catalogue_view.h"

#include "ui/common/banner.h"
#include "ui/common/colours.h"
#include "ui/common/format.h"
#include "ui/models/model_row.h"
#include "ui/models/model_words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace longhand::ui {
namespace {

enum Wanted { anything, chats, translates };

bool matches(const KnownModelView& model, int wanted)
{
    return wanted == anything || (wanted == chats && model.chats) ||
           (wanted == translates && !model.languages.isEmpty());
}

ModelRow::Sign signOf(const KnownModelView& model, const DownloadView& download)
{
    switch (download.state) {
    case DownloadState::running:
    case DownloadState::checking:
        return ModelRow::Sign::loading;
    case DownloadState::paused:
        return ModelRow::Sign::paused;
    case DownloadState::failed:
        return ModelRow::Sign::refused;
    default:
        return model.installed.isEmpty() ? ModelRow::Sign::known : ModelRow::Sign::installed;
    }
}

QLabel* wrapped(QWidget* parent, const char* name)
{
    auto* label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

CatalogueView::CatalogueView(Models& models, Preferences& preferences, QWidget* parent)
    : QWidget(parent), m_models(models), m_preferences(preferences), m_offline(new Banner(this)),
      m_task(new QComboBox(this)), m_fits(new QCheckBox(this)), m_list(new QListWidget(this)),
      m_none(new QLabel(tr("No known model matches. Choose another purpose, or show also what does "
                           "not fit this computer."),
                        this))
{
    m_offline->setObjectName(QStringLiteral("offlineBanner"));
    m_list->setObjectName(QStringLiteral("catalogue"));
    m_list->setAccessibleName(tr("Models one could get"));
    m_list->setItemDelegate(new ModelRow(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_none->setWordWrap(true);
    m_none->setAlignment(Qt::AlignCenter);
    m_none->setContentsMargins(32, 32, 32, 32);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_offline);
    layout->addWidget(makeFilter());
    layout->addWidget(m_list, 1);
    layout->addWidget(m_none, 1);
    layout->addWidget(makeDetails());
    connect(m_list, &QListWidget::currentRowChanged, this, &CatalogueView::showCurrent);
    connect(&m_models, &Models::modelsRead, this, &CatalogueView::fill);
    connect(&m_models, &Models::downloadChanged, this, [this](const DownloadView& download) {
        for (int row = 0; row < m_shown.size(); ++row)
            if (m_shown.at(row).name == download.model)
                showRow(row);
        showCurrent();
    });
    connect(&m_preferences, &Preferences::settingsChanged, this, [this] {
        showOffline();
        showCurrent();
    });
    showOffline();
    fill();
}

QWidget* CatalogueView::makeFilter()
{
    auto* bar = new QWidget(this);
    m_task->setObjectName(QStringLiteral("catalogueTask"));
    m_task->setAccessibleName(tr("What the model is for"));
    m_task->addItems(
        {tr("For anything"), tr("For summaries and questions"), tr("For translation")});
    m_fits->setObjectName(QStringLiteral("catalogueFits"));
    m_fits->setChecked(m_models.machine().totalBytes > 0);
    //: %1 is the memory of this computer, like "16.0 GB".
    m_fits->setText(
        tr("&Only what fits this computer (%1)").arg(gigabytes(m_models.machine().totalBytes)));
    m_fits->setVisible(m_models.machine().totalBytes > 0);
    m_filter = new QBoxLayout(QBoxLayout::LeftToRight, bar);
    m_filter->setContentsMargins(12, 8, 12, 8);
    m_filter->setSpacing(12);
    m_filter->addWidget(m_task, 0, Qt::AlignLeft);
    m_filter->addWidget(m_fits, 1, Qt::AlignLeft);

    connect(m_task, &QComboBox::currentIndexChanged, this, &CatalogueView::fill);
    connect(m_fits, &QCheckBox::toggled, this, &CatalogueView::fill);
    return bar;
}

QWidget* CatalogueView::makeDetails()
{
    m_details = new QWidget(this);
    m_text = wrapped(m_details, "knownText");
    m_state = wrapped(m_details, "downloadState");
    m_download = new QPushButton(m_details);
    m_download->setObjectName(QStringLiteral("download"));
    m_pause = new QPushButton(tr("&Pause"), m_details);
    m_pause->setObjectName(QStringLiteral("pauseDownload"));
    m_cancel = new QPushButton(tr("&Cancel"), m_details);
    m_cancel->setObjectName(QStringLiteral("cancelDownload"));
    m_page = new QPushButton(tr("Publisher's pa&ge"), m_details);
    m_page->setObjectName(QStringLiteral("publisherPage"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_page);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_pause);
    buttons->addWidget(m_download);
    auto* layout = new QVBoxLayout(m_details);
    layout->setContentsMargins(16, 10, 16, 12);
    layout->addWidget(m_text);
    layout->addWidget(m_state);
    layout->addLayout(buttons);
    connect(m_download, &QPushButton::clicked, this, [this] {
        const KnownModelView* model = current();
        if (model == nullptr)
            return;
        if (m_models.downloadOf(model->name).state == DownloadState::paused &&
            m_preferences.settings().network)
            m_models.download(model->name); // it was agreed to before
        else
            emit downloadRequested(*model);
    });
    connect(m_pause, &QPushButton::clicked, this, [this] {
        if (const KnownModelView* model = current())
            m_models.pauseDownload(model->name);
    });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (const KnownModelView* model = current())
            m_models.cancelDownload(model->name);
    });
    connect(m_page, &QPushButton::clicked, this, [this] {
        if (const KnownModelView* model = current())
            emit pageRequested(model->page);
    });
    return m_details;
}

void CatalogueView::showOffline()
{
    if (!m_models.canFetch()) {
        m_offline->say(tr("This build of Longhand has no network code. Fetch a model with your "
                          "browser and drop the file on this window."),
                       {}, Banner::Mood::note);
        return;
    }
    if (m_preferences.settings().network) {
        m_offline->clear();
        return;
    }
    m_offline->say(
        tr("Longhand is offline and fetches nothing. To download a model here, allow it; "
           "you are asked again before each download."),
        {}, Banner::Mood::note);
    QPushButton* allow = m_offline->addButton(tr("&Allow downloads"));
    allow->setObjectName(QStringLiteral("allowNetwork"));
    connect(allow, &QPushButton::clicked, this, &CatalogueView::networkRequested);
}

void CatalogueView::fill()
{
    const QString before = current() == nullptr ? QString() : current()->name;
    const qint64 memory = m_models.machine().totalBytes;
    m_shown.clear();
    for (const KnownModelView& model : m_models.knownModels())
        if (matches(model, m_task->currentIndex()) &&
            (!m_fits->isChecked() || memory == 0 || model.memoryBytes <= memory))
            m_shown.append(model);
    int chosen = 0;
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (int row = 0; row < m_shown.size(); ++row) {
            new QListWidgetItem(m_list);
            showRow(row);
            if (m_shown.at(row).name == before)
                chosen = row;
        }
        m_list->setCurrentRow(m_shown.isEmpty() ? -1 : chosen);
    }
    m_list->setVisible(!m_shown.isEmpty());
    m_none->setVisible(m_shown.isEmpty());
    showCurrent();
}

void CatalogueView::showRow(int row)
{
    const KnownModelView& model = m_shown.at(row);
    const DownloadView download = m_models.downloadOf(model.name);
    QListWidgetItem* item = m_list->item(row);
    QString second = downloadLine(download);
    if (download.state == DownloadState::none || download.state == DownloadState::finished) {
        QStringList purposes;
        if (model.chats)
            purposes << tr("summaries, questions");
        if (!model.languages.isEmpty())
            purposes << tr("translation in %n language(s)", nullptr,
                           static_cast<int>(model.languages.size()));
        second = sentenceCase(listed(purposes));
        if (!model.installed.isEmpty())
            //: Of a model in a list; %1 is what it is for.
            second = tr("Installed · %1").arg(second);
    }
    item->setText(model.name);
    item->setData(ModelRow::LineRole, knownLine(model));
    item->setData(ModelRow::SecondRole, second);
    item->setData(ModelRow::DoubtRole, download.state == DownloadState::failed);
    item->setData(ModelRow::SignRole, static_cast<int>(signOf(model, download)));
    const bool moving = download.state == DownloadState::running ||
                        download.state == DownloadState::checking ||
                        download.state == DownloadState::paused;
    item->setData(ModelRow::PercentRole, moving ? percent(download.done, download.total) : 0);
    item->setData(Qt::AccessibleTextRole, listed({model.name, knownLine(model), second}));
    item->setToolTip(knownLine(model));
}

const KnownModelView* CatalogueView::current() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < m_shown.size() ? &m_shown.at(row) : nullptr;
}

void CatalogueView::showCurrent()
{
    const KnownModelView* model = current();
    m_details->setVisible(model != nullptr);
    if (model == nullptr)
        return;
    const DownloadView download = m_models.downloadOf(model->name);
    QStringList lines;
    if (model->source.isEmpty())
        lines << tr("No file of this model is known for certain to work here. Its publisher's page "
                    "leads to files; one with %1 weights in the GGUF format is what to look for.")
                     .arg(model->fileType);
    else
        //: %1 is an address, %2 the people who converted the file.
        lines << (model->convertedBy.isEmpty()
                      ? tr("From %1").arg(model->source)
                      : tr("From %1 (converted by %2)").arg(model->source, model->convertedBy))
              << checksumSentence(*model);
    if (!model->languages.isEmpty())
        lines << tr("Translates between: %1").arg(languagesLine(model->languages));
    m_text->setText(lines.join(QLatin1Char('\n')));
    m_state->setText(downloadLine(download));
    m_state->setVisible(!m_state->text().isEmpty());
    QPalette palette = this->palette();
    if (download.state == DownloadState::failed)
        palette.setColor(QPalette::WindowText, warningText(palette));
    m_state->setPalette(palette);
    const bool running =
        download.state == DownloadState::running || download.state == DownloadState::checking;
    const bool paused = download.state == DownloadState::paused;
    m_pause->setVisible(running);
    m_cancel->setVisible(running || paused);
    m_download->setText(paused ? tr("&Continue")
                        : download.state == DownloadState::failed
                            ? tr("&Try again…")
                            : tr("&Download (%1)…").arg(gigabytes(model->fileBytes)));
    m_download->setVisible(!running && !model->source.isEmpty() && model->installed.isEmpty() &&
                           m_models.canFetch());
}

// A box does not wrap its words, so it goes below where there is no room beside.
void CatalogueView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const int both = m_task->sizeHint().width() + m_fits->sizeHint().width() + 36;
    m_filter->setDirection(width() < both ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace longhand::ui
