// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/preset_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace longhand::ui {

PresetDialog::PresetDialog(Preferences& preferences, QWidget* parent)
    : QDialog(parent), m_preferences(preferences), m_list(new QListWidget(this)),
      m_note(new QLabel(this))
{
    setObjectName(QStringLiteral("presetDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Presets"));
    m_list->setObjectName(QStringLiteral("presetList"));
    m_list->setAccessibleName(tr("Presets"));
    m_list->setMaximumWidth(220);
    m_note->setWordWrap(true);
    auto* copy = new QPushButton(tr("&New from this one"), this);
    copy->setObjectName(QStringLiteral("copyPreset"));
    m_remove = new QPushButton(tr("&Remove"), this);
    m_remove->setObjectName(QStringLiteral("removePreset"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    for (QPushButton* button : {copy, m_remove})
        button->setAutoDefault(false); // Return in a field ends the field alone
    auto* left = new QVBoxLayout;
    left->addWidget(m_list, 1);
    left->addWidget(copy);
    left->addWidget(m_remove);
    auto* right = new QVBoxLayout;
    right->addWidget(makeForm());
    right->addWidget(m_note);
    right->addStretch(1);
    auto* sides = new QHBoxLayout;
    sides->setSpacing(16);
    sides->addLayout(left);
    sides->addLayout(right, 1);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(sides, 1);
    layout->addWidget(buttons);
    resize(600, 380);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListWidget::currentRowChanged, this, &PresetDialog::show);
    connect(copy, &QPushButton::clicked, this, &PresetDialog::addCopy);
    connect(m_remove, &QPushButton::clicked, this, &PresetDialog::remove);
    fill(m_preferences.settings().preset);
}

QWidget* PresetDialog::makeForm()
{
    auto* area = new QWidget(this);
    const auto spin = [area](const char* name, int most, int step, const QString& zero) {
        auto* box = new QSpinBox(area);
        box->setObjectName(QLatin1String(name));
        box->setRange(0, most);
        box->setSingleStep(step);
        box->setSpecialValueText(zero);
        box->setGroupSeparatorShown(true);
        return box;
    };
    m_name = new QLineEdit(area);
    m_name->setObjectName(QStringLiteral("presetName"));
    m_name->setMaxLength(60);
    m_tokens = spin("presetTokens", 1 << 24, 1024, tr("as many as fit"));
    m_kvType = new QComboBox(area);
    m_kvType->setObjectName(QStringLiteral("presetKvType"));
    m_kvType->addItem(tr("16 bit (usual)"), QStringLiteral("f16"));
    m_kvType->addItem(tr("8 bit (half the memory)"), QStringLiteral("q8_0"));
    m_kvType->addItem(tr("32 bit (exact, twice the memory)"), QStringLiteral("f32"));
    m_device = new QComboBox(area);
    m_device->setObjectName(QStringLiteral("presetDevice"));
    m_device->addItem(tr("Graphics card, where one can"), QStringLiteral("auto"));
    m_device->addItem(tr("Graphics card only"), QStringLiteral("cuda"));
    m_device->addItem(tr("Processor"), QStringLiteral("cpu"));
    m_threads = spin("presetThreads", 1024, 1, tr("all"));
    m_memory = spin("presetMemory", 1 << 24, 500, tr("as set for all"));
    m_memory->setSuffix(tr(" MB"));
    const auto decimal = [area](const char* name, double least, double most) {
        auto* box = new QDoubleSpinBox(area);
        box->setObjectName(QLatin1String(name));
        box->setRange(least, most);
        box->setSingleStep(0.1);
        box->setDecimals(2);
        return box;
    };
    m_temperature = decimal("presetTemperature", 0.0, 2.0);
    m_temperature->setSpecialValueText(tr("as each task wants"));
    m_topP = decimal("presetTopP", 0.05, 1.0);
    auto* form = new QFormLayout(area);
    form->setContentsMargins(0, 0, 0, 0);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->addRow(tr("N&ame:"), m_name);
    form->addRow(tr("Reads at once, at most (&tokens):"), m_tokens);
    form->addRow(tr("&Keeps what it read in:"), m_kvType);
    form->addRow(tr("&Computes on:"), m_device);
    form->addRow(tr("&Processor threads:"), m_threads);
    form->addRow(tr("&Memory, at most:"), m_memory);
    form->addRow(tr("&Variety of words (temperature):"), m_temperature);
    form->addRow(tr("Share of &likely words (top-p):"), m_topP);
    connect(m_name, &QLineEdit::editingFinished, this, &PresetDialog::store);
    for (QSpinBox* box : {m_tokens, m_threads, m_memory})
        connect(box, &QSpinBox::valueChanged, this, &PresetDialog::store);
    for (QDoubleSpinBox* box : {m_temperature, m_topP})
        connect(box, &QDoubleSpinBox::valueChanged, this, &PresetDialog::store);
    for (QComboBox* box : {m_kvType, m_device})
        connect(box, &QComboBox::activated, this, &PresetDialog::store);
    return area;
}

void PresetDialog::fill(const QString& chosen)
{
    m_showing = true;
    m_list->clear();
    int row = 0;
    for (const PresetView& preset : m_preferences.settings().presets) {
        auto* item = new QListWidgetItem(preset.name, m_list);
        item->setData(Qt::UserRole, preset.id);
        if (preset.id == chosen)
            row = m_list->count() - 1;
    }
    m_showing = false;
    m_list->setCurrentRow(row);
}

void PresetDialog::show(int row)
{
    const auto& presets = m_preferences.settings().presets;
    if (m_showing || row < 0 || row >= presets.size())
        return;
    m_showing = true;
    const PresetView preset = presets.at(row);
    m_name->setText(preset.name);
    m_tokens->setValue(static_cast<int>(preset.contextTokens));
    m_kvType->setCurrentIndex(std::max(0, m_kvType->findData(preset.kvType)));
    m_device->setCurrentIndex(std::max(0, m_device->findData(preset.device)));
    m_threads->setValue(preset.threads);
    m_memory->setValue(preset.memoryLimitMb);
    m_temperature->setValue(preset.temperature);
    m_topP->setValue(preset.topP);
    for (QWidget* field : QList<QWidget*>{m_name, m_tokens, m_kvType, m_device, m_threads, m_memory,
                                          m_temperature, m_topP, m_remove})
        field->setEnabled(!preset.builtIn);
    m_note->setText(preset.builtIn
                        ? tr("This one comes with Longhand and stays as it is; make a new "
                             "one from it to change it.")
                        : QString());
    m_showing = false;
}

void PresetDialog::store()
{
    const int row = m_list->currentRow();
    SettingsView settings = m_preferences.settings();
    if (m_showing || row < 0 || row >= settings.presets.size() || settings.presets.at(row).builtIn)
        return;
    PresetView& preset = settings.presets[row];
    const QString name = m_name->text().trimmed();
    const bool taken =
        std::any_of(settings.presets.begin(), settings.presets.end(), [&](const PresetView& other) {
            return other.id != preset.id && other.name == name;
        });
    if (!name.isEmpty() && !taken && name != preset.name) {
        // Whatever used it by its old name goes on using it.
        for (QString* use : {&settings.preset, &settings.summary.preset, &settings.ask.preset,
                             &settings.translate.preset})
            if (*use == preset.id)
                *use = name;
        preset.id = preset.name = name;
        m_list->item(row)->setText(name);
    }
    preset.contextTokens = m_tokens->value();
    preset.kvType = m_kvType->currentData().toString();
    preset.device = m_device->currentData().toString();
    preset.threads = m_threads->value();
    preset.memoryLimitMb = m_memory->value();
    preset.temperature = m_temperature->value();
    preset.topP = m_topP->value();
    m_preferences.change(settings);
}

void PresetDialog::addCopy()
{
    SettingsView settings = m_preferences.settings();
    const int row =
        std::clamp(m_list->currentRow(), 0, static_cast<int>(settings.presets.size()) - 1);
    PresetView preset = settings.presets.at(row);
    preset.builtIn = false;
    const auto taken = [&](const QString& name) {
        return std::any_of(settings.presets.begin(), settings.presets.end(),
                           [&](const PresetView& other) { return other.name == name; });
    };
    //: Name of a preset made from another. %1 is the other's name, %2 counts.
    for (int number = 2; taken(preset.name); ++number)
        preset.name = tr("%1 %2").arg(settings.presets.at(row).name).arg(number);
    preset.id = preset.name;
    settings.presets.append(preset);
    m_preferences.change(settings);
    fill(preset.id);
    m_name->setFocus();
    m_name->selectAll();
}

void PresetDialog::remove()
{
    const int row = m_list->currentRow();
    SettingsView settings = m_preferences.settings();
    if (row < 0 || row >= settings.presets.size() || settings.presets.at(row).builtIn)
        return;
    const QString id = settings.presets.at(row).id;
    settings.presets.removeAt(row);
    if (settings.preset == id)
        settings.preset = QStringLiteral("balanced");
    for (QString* use :
         {&settings.summary.preset, &settings.ask.preset, &settings.translate.preset})
        if (*use == id)
            use->clear();
    m_preferences.change(settings);
    fill(settings.preset);
}

} // namespace longhand::ui
