// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/preferences_dialog.h"

#include "ui/common/format.h"
#include "ui/preferences/preset_dialog.h"
#include "ui/preferences/server_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QTabWidget>
#include <QVBoxLayout>

namespace longhand::ui {
namespace {

TaskChoiceView& choiceOf(SettingsView& settings, int task)
{
    return task == 0 ? settings.summary : task == 1 ? settings.ask : settings.translate;
}

QLabel* note(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

void choose(QComboBox* box, const QVariant& value)
{
    box->setCurrentIndex(std::max(0, box->findData(value)));
}

// A combo box that may be narrower than its longest line.
void letShrink(QComboBox* box)
{
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(14);
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

} // namespace

PreferencesDialog::PreferencesDialog(Preferences& preferences, Models& models, QWidget* parent)
    : QDialog(parent), m_preferences(preferences), m_models(models),
      m_languageBefore(preferences.settings().language), m_tabs(new QTabWidget(this))
{
    setObjectName(QStringLiteral("preferencesDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Preferences"));
    m_tabs->setObjectName(QStringLiteral("preferencesTabs"));
    makeAppearance();
    makeWork();
    makeDesktop();
    addPage(tr("Server"), new ServerPage(m_preferences, m_models.canFetch(), m_tabs));
    makeData();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_tabs, 1);
    if (!m_preferences.problems().isEmpty()) {
        auto* wrong = note(tr("Some of the settings file could not be used; the defaults count "
                              "there: %1")
                               .arg(remarks(m_preferences.problems())),
                           this);
        wrong->setObjectName(QStringLiteral("settingsProblems"));
        layout->addWidget(wrong);
    }
    layout->addWidget(buttons);
    resize(560, 460);
    connect(&m_preferences, &Preferences::settingsChanged, this, &PreferencesDialog::show);
    connect(&m_preferences, &Preferences::dataUseRead, this, &PreferencesDialog::showUse);
    connect(&m_models, &Models::modelsRead, this, &PreferencesDialog::showModels);
    showModels({});
    show(m_preferences.settings());
    m_models.refresh();
    m_preferences.readDataUse();
}

void PreferencesDialog::addPage(const QString& title, QWidget* page)
{
    auto* area = new QScrollArea(m_tabs);
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    m_tabs->addTab(area, title);
}

QFormLayout* PreferencesDialog::addPage(const QString& title)
{
    auto* page = new QWidget(m_tabs);
    auto* form = new QFormLayout(page);
    form->setContentsMargins(18, 18, 18, 18);
    form->setVerticalSpacing(12);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    addPage(title, page);
    return form;
}

QComboBox* PreferencesDialog::addChoice(QFormLayout* form, const QString& label, const char* name)
{
    auto* box = new QComboBox(form->parentWidget());
    box->setObjectName(QLatin1String(name));
    letShrink(box);
    form->addRow(label, box);
    return box;
}

QCheckBox* PreferencesDialog::addSwitch(QFormLayout* form, const QString& label, const char* name,
                                        const QString& text)
{
    auto* box = new QCheckBox(label, form->parentWidget());
    box->setObjectName(QLatin1String(name));
    form->addRow(box);
    form->addRow(note(text, form->parentWidget()));
    return box;
}

void PreferencesDialog::set(const std::function<void(SettingsView&)>& field)
{
    if (m_showing)
        return;
    SettingsView settings = m_preferences.settings();
    field(settings);
    m_preferences.change(settings);
}

void PreferencesDialog::makeAppearance()
{
    QFormLayout* form = addPage(tr("Appearance"));
    m_language = addChoice(form, tr("&Language of Longhand:"), "interfaceLanguage");
    m_language->addItem(tr("As the desktop"), QString());
    for (const char* language : {"en", "de", "ja", "zh-CN", "zh-TW"})
        m_language->addItem(languageName(QLatin1String(language)), QLatin1String(language));
    m_restart = note(tr("The language changes when Longhand is started the next time."),
                     form->parentWidget());
    m_restart->setObjectName(QStringLiteral("restartNote"));
    form->addRow(m_restart);
    m_theme = addChoice(form, tr("&Colours:"), "theme");
    m_theme->addItem(tr("As the desktop"), static_cast<int>(Theme::system));
    m_theme->addItem(tr("Light"), static_cast<int>(Theme::light));
    m_theme->addItem(tr("Dark"), static_cast<int>(Theme::dark));
    m_textSize = addChoice(form, tr("&Size of the text:"), "textSize");
    for (const int percent : {80, 90, 100, 110, 125, 150, 175, 200})
        //: Size of the text against the desktop's.
        m_textSize->addItem(tr("%1 %").arg(QLocale().toString(percent)), percent);
    connect(m_language, &QComboBox::currentIndexChanged, this, [this] {
        set([this](SettingsView& s) { s.language = m_language->currentData().toString(); });
    });
    connect(m_theme, &QComboBox::currentIndexChanged, this, [this] {
        set([this](SettingsView& s) {
            s.theme = static_cast<Theme>(m_theme->currentData().toInt());
        });
    });
    connect(m_textSize, &QComboBox::currentIndexChanged, this, [this] {
        set([this](SettingsView& s) { s.textPercent = m_textSize->currentData().toInt(); });
    });
}

void PreferencesDialog::makeWork()
{
    QFormLayout* form = addPage(tr("Work"));
    m_summaryLanguage = addChoice(form, tr("Write &summaries in:"), "preferredSummaryLanguage");
    m_summaryLanguage->addItem(tr("The language of the book"), QString());
    m_target = addChoice(form, tr("&Translate into:"), "preferredTarget");
    m_target->addItem(tr("Ask each time"), QString());
    for (const QString& language : offeredLanguages())
        for (QComboBox* box : {m_summaryLanguage, m_target})
            box->addItem(languageName(language), language);
    const QStringList labels{tr("Model for s&ummaries:"), tr("Model for &questions:"),
                             tr("Model for t&ranslation:")};
    const char* const names[] = {"summaryModel", "askModel", "translateModel"};
    for (int task = 0; task < labels.size(); ++task) {
        auto* row = new QWidget(form->parentWidget());
        auto* model = new QComboBox(row);
        model->setObjectName(QLatin1String(names[task]));
        letShrink(model);
        auto* preset = new QComboBox(row);
        preset->setObjectName(QLatin1String(names[task]) + QStringLiteral("Preset"));
        preset->setAccessibleName(tr("Preset"));
        auto* box = new QHBoxLayout(row);
        box->setContentsMargins(0, 0, 0, 0);
        box->addWidget(model, 2);
        box->addWidget(preset, 1);
        auto* label = new QLabel(labels.at(task), form->parentWidget());
        label->setBuddy(model);
        form->addRow(label, row);
        connect(model, &QComboBox::currentIndexChanged, this, [this, task, model] {
            set([&](SettingsView& s) {
                choiceOf(s, task).model = model->currentData().toString();
            });
        });
        connect(preset, &QComboBox::currentIndexChanged, this, [this, task, preset] {
            set([&](SettingsView& s) {
                choiceOf(s, task).preset = preset->currentData().toString();
            });
        });
        m_taskModels << model;
        m_taskPresets << preset;
    }
    m_preset = addChoice(form, tr("Us&ual preset:"), "usualPreset");
    connect(m_preset, &QComboBox::currentIndexChanged, this, [this] {
        set([this](SettingsView& s) { s.preset = m_preset->currentData().toString(); });
    });
    m_memory = new QSpinBox(form->parentWidget());
    m_memory->setObjectName(QStringLiteral("memoryLimit"));
    m_memory->setRange(0, 1 << 24);
    m_memory->setSingleStep(500);
    m_memory->setSpecialValueText(tr("what is free"));
    m_memory->setSuffix(tr(" MB"));
    m_memory->setGroupSeparatorShown(true);
    form->addRow(tr("&Memory a model may take:"), m_memory);
    connect(m_memory, &QSpinBox::valueChanged, this, [this](int megabytes) {
        set([megabytes](SettingsView& s) { s.memoryLimitMb = megabytes; });
    });
    auto* presets = new QPushButton(tr("&Presets…"), form->parentWidget());
    presets->setObjectName(QStringLiteral("editPresets"));
    auto* manage = new QPushButton(tr("M&odels…"), form->parentWidget());
    manage->setObjectName(QStringLiteral("manageModels"));
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(presets);
    row->addWidget(manage);
    form->addRow(row);
    connect(presets, &QPushButton::clicked, this,
            [this] { (new PresetDialog(m_preferences, this))->open(); });
    connect(manage, &QPushButton::clicked, this, [this] {
        emit modelsRequested();
        accept();
    });
    connect(m_summaryLanguage, &QComboBox::currentIndexChanged, this, [this] {
        set([this](SettingsView& s) {
            s.summaryLanguage = m_summaryLanguage->currentData().toString();
        });
    });
    connect(m_target, &QComboBox::currentIndexChanged, this, [this] {
        set([this](SettingsView& s) { s.translationTarget = m_target->currentData().toString(); });
    });
}

void PreferencesDialog::makeDesktop()
{
    QFormLayout* form = addPage(tr("Privacy and desktop"));
    m_network = addSwitch(
        form, tr("Allow &downloads of models"), "network",
        m_models.canFetch()
            ? tr("Off, nothing is fetched. On, Longhand fetches a model when you ask for one, and "
                 "asks again before. Your books, questions and answers do not leave this computer "
                 "for that.")
            : tr("This build of Longhand has no network code; nothing can be fetched."));
    m_network->setEnabled(m_models.canFetch());
    m_notifications =
        addSwitch(form, tr("&Notify me when long work is over"), "notifications",
                  tr("With what went wrong, if anything did. Only while the window is "
                     "not in front."));
    m_awake =
        addSwitch(form, tr("&Keep the computer awake while it works"), "keepAwake",
                  tr("It may sleep again as soon as the work is done or paused; the screen may "
                     "go dark at any time."));
    connect(m_network, &QCheckBox::toggled, this,
            [this](bool on) { set([on](SettingsView& s) { s.network = on; }); });
    connect(m_notifications, &QCheckBox::toggled, this,
            [this](bool on) { set([on](SettingsView& s) { s.notifications = on; }); });
    connect(m_awake, &QCheckBox::toggled, this,
            [this](bool on) { set([on](SettingsView& s) { s.keepAwake = on; }); });
}

void PreferencesDialog::makeData()
{
    QFormLayout* form = addPage(tr("Data"));
    m_folder = note({}, form->parentWidget());
    m_folder->setObjectName(QStringLiteral("dataFolder"));
    m_folder->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_use = note(tr("Measuring…"), form->parentWidget());
    m_use->setObjectName(QStringLiteral("dataUse"));
    auto* open = new QPushButton(tr("&Open the folder"), form->parentWidget());
    open->setObjectName(QStringLiteral("openDataFolder"));
    form->addRow(m_folder);
    form->addRow(m_use);
    auto* row = new QHBoxLayout;
    row->addWidget(open);
    row->addStretch(1);
    form->addRow(row);
    m_keep = addSwitch(form, tr("&Keep what the model has read"), "keepReadings",
                       tr("A book that was read for a question is then not read again for the "
                          "next one, also after Longhand was closed. What was not used for the "
                          "longest time goes first."));
    m_keepMost = new QSpinBox(form->parentWidget());
    m_keepMost->setObjectName(QStringLiteral("keepReadingsMost"));
    m_keepMost->setRange(64, 1 << 24);
    m_keepMost->setSingleStep(512);
    m_keepMost->setSuffix(tr(" MB"));
    m_keepMost->setGroupSeparatorShown(true);
    form->addRow(tr("&At most:"), m_keepMost);
    m_freeReadings = new QPushButton(tr("&Free this space"), form->parentWidget());
    m_freeReadings->setObjectName(QStringLiteral("freeAllReadings"));
    m_freeReadings->setEnabled(false);
    auto* freeing = new QHBoxLayout;
    freeing->addWidget(m_freeReadings);
    freeing->addStretch(1);
    form->addRow(freeing);
    connect(m_keep, &QCheckBox::toggled, this, [this](bool on) {
        m_keepMost->setEnabled(on);
        set([on](SettingsView& s) { s.keepReadings = on; });
    });
    connect(m_keepMost, &QSpinBox::valueChanged, this, [this](int megabytes) {
        set([megabytes](SettingsView& s) { s.keepReadingsMb = megabytes; });
    });
    connect(m_freeReadings, &QPushButton::clicked, &m_preferences, &Preferences::freeReadings);
    connect(open, &QPushButton::clicked, this,
            [this] { emit folderRequested(m_folder->property("folder").toString()); });
}

void PreferencesDialog::showUse(const DataUseView& use)
{
    m_folder->setProperty("folder", use.folder);
    m_folder->setText(tr("Everything Longhand keeps lies in %1; the settings in %2.")
                          .arg(use.folder, use.settingsFile));
    m_use->setText(tr("Books: %1\nModels: %2\nTexts, results and search index: %3\nWhat the model "
                      "has read: %4\nFree on this disk: %5")
                       .arg(byteSize(use.books), byteSize(use.models), byteSize(use.others),
                            byteSize(use.readings), byteSize(use.free)));
    m_freeReadings->setEnabled(use.readings > 0);
}

void PreferencesDialog::showModels(const QList<ModelCardView>& models)
{
    m_showing = true;
    for (int task = 0; task < m_taskModels.size(); ++task) {
        QComboBox* box = m_taskModels.at(task);
        SettingsView settings = m_preferences.settings();
        const QString kept = choiceOf(settings, task).model;
        box->clear();
        box->addItem(tr("Longhand's own"), QString());
        for (const ModelCardView& model : models)
            if (model.state == ModelState::usable && !model.comesWithUs &&
                (task == 2 || model.chats))
                box->addItem(model.name, model.path);
        if (!kept.isEmpty() && box->findData(kept) < 0)
            //: A model that was chosen and is no longer there. %1 is its file.
            box->addItem(tr("%1 (not there)").arg(kept.section(QLatin1Char('/'), -1)), kept);
        choose(box, kept);
    }
    m_showing = false;
}

void PreferencesDialog::showPresets(const SettingsView& settings)
{
    m_preset->clear();
    for (const PresetView& preset : settings.presets)
        m_preset->addItem(preset.name, preset.id);
    choose(m_preset, settings.preset);
    for (int task = 0; task < m_taskPresets.size(); ++task) {
        QComboBox* box = m_taskPresets.at(task);
        box->clear();
        box->addItem(tr("Usual preset"), QString());
        for (const PresetView& preset : settings.presets)
            box->addItem(preset.name, preset.id);
        SettingsView copy = settings;
        choose(box, choiceOf(copy, task).preset);
    }
}

void PreferencesDialog::show(const SettingsView& settings)
{
    m_showing = true;
    choose(m_language, settings.language);
    m_restart->setVisible(settings.language != m_languageBefore);
    choose(m_theme, static_cast<int>(settings.theme));
    if (m_textSize->findData(settings.textPercent) < 0)
        m_textSize->addItem(tr("%1 %").arg(QLocale().toString(settings.textPercent)),
                            settings.textPercent);
    choose(m_textSize, settings.textPercent);
    choose(m_summaryLanguage, settings.summaryLanguage);
    choose(m_target, settings.translationTarget);
    for (int task = 0; task < m_taskModels.size(); ++task) {
        SettingsView copy = settings;
        choose(m_taskModels.at(task), choiceOf(copy, task).model);
    }
    showPresets(settings);
    m_memory->setValue(settings.memoryLimitMb);
    m_keep->setChecked(settings.keepReadings);
    m_keepMost->setEnabled(settings.keepReadings);
    m_keepMost->setValue(settings.keepReadingsMb);
    m_network->setChecked(settings.network);
    m_notifications->setChecked(settings.notifications);
    m_awake->setChecked(settings.keepAwake);
    m_showing = false;
}

} // namespace longhand::ui
