// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/model_details.h"

#include "ui/common/colours.h"
#include "ui/common/format.h"
#include "ui/models/memory_bar.h"
#include "ui/models/model_words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QVBoxLayout>

namespace longhand::ui {
namespace {

constexpr int kLeastTokens = 512;
constexpr int kStep = 512;

QLabel* wrapped(QWidget* parent, const char* name)
{
    auto* label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

TaskChoiceView& choiceOf(SettingsView& settings, int task)
{
    return task == 0 ? settings.summary : task == 1 ? settings.ask : settings.translate;
}

// The model that comes with the program is what an empty choice means.
bool isUsed(const TaskChoiceView& choice, const ModelCardView& model)
{
    return choice.model.isEmpty() ? model.comesWithUs : choice.model == model.path;
}

} // namespace

ModelDetails::ModelDetails(Models& models, Preferences& preferences, QWidget* parent)
    : QWidget(parent), m_models(models), m_preferences(preferences),
      m_name(wrapped(this, "modelName")), m_state(wrapped(this, "modelState")),
      m_facts(wrapped(this, "modelFacts"))
{
    setHeading();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(10);
    layout->addWidget(m_name);
    layout->addWidget(m_state);
    layout->addWidget(m_facts);
    layout->addWidget(makeUses());
    layout->addWidget(makeMemory());
    layout->addWidget(makeActions());
    layout->addStretch(1);
    connectModels();
}

void ModelDetails::setHeading()
{
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.25);
    large.setWeight(QFont::DemiBold);
    m_name->setFont(large);
}

void ModelDetails::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        setHeading();
}

QWidget* ModelDetails::makeMemory()
{
    m_memory = new QGroupBox(tr("Memory"), this);
    m_slider = new QSlider(Qt::Horizontal, m_memory);
    m_slider->setObjectName(QStringLiteral("contextSlider"));
    m_slider->setAccessibleName(tr("Tokens read at once"));
    m_slider->setSingleStep(1);
    m_slider->setPageStep(8);
    m_tokens = new QSpinBox(m_memory);
    m_tokens->setObjectName(QStringLiteral("contextTokens"));
    m_tokens->setAccessibleName(tr("Tokens read at once"));
    m_tokens->setSingleStep(kStep);
    m_tokens->setGroupSeparatorShown(true);
    m_kvType = new QComboBox(m_memory);
    m_kvType->setObjectName(QStringLiteral("kvType"));
    m_kvType->setAccessibleName(tr("How the text read is kept"));
    for (const QString& type : m_models.kvTypes())
        m_kvType->addItem(kvTypeName(type), type);
    m_kvType->setCurrentIndex(std::max(0, m_kvType->findData(QStringLiteral("f16"))));
    m_bar = new MemoryBar(m_memory);
    m_plan = wrapped(m_memory, "planLine");
    auto* tokens = new QLabel(tr("&Read at once:"), m_memory);
    tokens->setBuddy(m_slider);
    auto* kept = new QLabel(tr("&Kept in:"), m_memory);
    kept->setBuddy(m_kvType);
    auto* grid = new QGridLayout(m_memory);
    grid->addWidget(tokens, 0, 0);
    grid->addWidget(m_slider, 0, 1);
    grid->addWidget(m_tokens, 0, 2);
    grid->addWidget(kept, 1, 0);
    grid->addWidget(m_kvType, 1, 1, 1, 2, Qt::AlignLeft);
    grid->addWidget(m_bar, 2, 0, 1, 3);
    grid->addWidget(m_plan, 3, 0, 1, 3);
    grid->setColumnStretch(1, 1);
    connect(m_slider, &QSlider::valueChanged, this,
            [this](int steps) { setTokens(static_cast<qint64>(steps) * kStep); });
    connect(m_tokens, &QSpinBox::valueChanged, this, [this](int count) { setTokens(count); });
    connect(m_kvType, &QComboBox::currentIndexChanged, this, &ModelDetails::showPlan);
    return m_memory;
}

QWidget* ModelDetails::makeUses()
{
    m_uses = new QGroupBox(tr("Use it for"), this);
    auto* grid = new QGridLayout(m_uses);
    const QStringList names{tr("&Summaries"), tr("&Questions"), tr("&Translation")};
    const QStringList ids{QStringLiteral("useForSummary"), QStringLiteral("useForAsk"),
                          QStringLiteral("useForTranslate")};
    for (int task = 0; task < names.size(); ++task) {
        auto* button = new QCheckBox(names.at(task), m_uses);
        button->setObjectName(ids.at(task));
        auto* preset = new QComboBox(m_uses);
        preset->setObjectName(ids.at(task) + QStringLiteral("Preset"));
        preset->setAccessibleName(
            tr("Preset for: %1").arg(QString(names.at(task)).remove(QLatin1Char('&'))));
        grid->addWidget(button, task, 0);
        grid->addWidget(preset, task, 1);
        connect(button, &QCheckBox::clicked, this, [this, task](bool on) { use(task, on); });
        connect(preset, &QComboBox::activated, this, [this, task, preset] {
            SettingsView settings = m_preferences.settings();
            choiceOf(settings, task).preset = preset->currentData().toString();
            m_preferences.change(settings);
        });
        m_tasks << button;
        m_presets << preset;
    }
    grid->setColumnStretch(1, 1);
    return m_uses;
}

QWidget* ModelDetails::makeActions()
{
    auto* area = new QWidget(this);
    m_verify = new QPushButton(tr("&Check the file"), area);
    m_verify->setObjectName(QStringLiteral("verifyModel"));
    m_verify->setToolTip(tr("Reads all of it and compares its checksum"));
    m_stop = new QPushButton(tr("Stop"), area);
    m_stop->setObjectName(QStringLiteral("stopVerifying"));
    m_remove = new QPushButton(tr("Re&move"), area);
    m_remove->setObjectName(QStringLiteral("removeModel"));
    m_progress = new QProgressBar(area);
    m_progress->setObjectName(QStringLiteral("verifyProgress"));
    m_progress->setAccessibleName(tr("Checking the file"));
    m_verdict = wrapped(area, "verdict");
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_verify);
    buttons->addWidget(m_progress, 1);
    buttons->addWidget(m_stop);
    buttons->addStretch(0);
    buttons->addWidget(m_remove);
    auto* layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(buttons);
    layout->addWidget(m_verdict);
    m_progress->hide();
    m_stop->hide();
    connect(m_verify, &QPushButton::clicked, this, [this] {
        m_verdict->clear();
        m_progress->setRange(0, 0);
        m_progress->show();
        m_stop->show();
        m_verify->setEnabled(false);
        m_models.verify(m_model.path);
    });
    connect(m_stop, &QPushButton::clicked, &m_models, &Models::stopVerifying);
    connect(m_remove, &QPushButton::clicked, this, [this] { emit removeRequested(m_model.path); });
    return area;
}

void ModelDetails::connectModels()
{
    const auto over = [this](const QString& sentence, bool doubt) {
        m_progress->hide();
        m_stop->hide();
        m_verify->setEnabled(true);
        QPalette palette = this->palette();
        if (doubt)
            palette.setColor(QPalette::WindowText, warningText(palette));
        m_verdict->setPalette(palette);
        m_verdict->setText(sentence);
    };
    connect(&m_models, &Models::verifyProgressed, this,
            [this](const QString& path, qint64 done, qint64 total) {
                if (path != m_model.path)
                    return;
                m_progress->setRange(0, 100);
                m_progress->setValue(percent(done, total));
            });
    connect(&m_models, &Models::verified, this,
            [this, over](const QString& path, const VerdictView& verdict) {
                if (path == m_model.path)
                    over(verdictSentence(verdict), verdict.checked == CheckedView::differs);
            });
    connect(&m_models, &Models::verifyFailed, this,
            [this, over](const QString& path, const Failure& failure) {
                if (path == m_model.path)
                    over(failure.cancelled ? QString() : failure.sentence, true);
            });
    connect(&m_preferences, &Preferences::settingsChanged, this, &ModelDetails::showUses);
}

void ModelDetails::show(const ModelCardView& model)
{
    const bool other = model.path != m_model.path;
    m_model = model;
    m_name->setText(model.name);
    const bool usable = model.state == ModelState::usable;
    QPalette palette = this->palette();
    if (!usable)
        palette.setColor(QPalette::WindowText, warningText(palette));
    m_state->setPalette(palette);
    m_state->setText(usable ? purposeLine(model) : model.failure.sentence);
    m_memory->setVisible(usable);
    m_uses->setVisible(usable);
    m_remove->setVisible(model.own);
    showFacts();
    showUses();
    if (!other || !usable)
        return;
    m_verdict->clear();
    const int most = static_cast<int>(std::min<qint64>(model.claimedTokens, 1 << 24));
    {
        const QSignalBlocker slider(m_slider), tokens(m_tokens);
        m_slider->setRange(1, std::max(1, most / kStep));
        m_tokens->setRange(std::min(kLeastTokens, most), std::max(most, 1));
    }
    setTokens(std::min(most, 32768));
}

void ModelDetails::showFacts()
{
    QStringList lines;
    if (!m_model.failure.detail.isEmpty())
        lines << m_model.failure.detail;
    lines << modelLine(m_model);
    if (m_model.state == ModelState::usable) {
        //: %1 is the family of the model ("llama"), %2 a number of words it knows.
        lines << tr("Family %1, vocabulary of %2, %3")
                     .arg(m_model.architecture, QLocale().toString(m_model.vocabulary),
                          m_model.tokenizer == QLatin1String("sentencepiece")
                              ? QStringLiteral("SentencePiece")
                              : tr("byte pairs"));
        lines << (m_model.measuredTokens > 0
                      ? tr("Claims to read %1 at once; measured here to work up to %2")
                            .arg(tokenCount(m_model.claimedTokens),
                                 tokenCount(m_model.measuredTokens))
                      : tr("Claims to read %1 at once; not measured here")
                            .arg(tokenCount(m_model.claimedTokens)));
        lines << (!m_model.chatTemplate.isEmpty()
                      ? tr("Holds a conversation (%1)").arg(m_model.chatTemplate)
                  : m_model.hasChatTemplate
                      ? tr("Its way of holding a conversation is not known to Longhand")
                      : tr("Holds no conversation: summaries and questions do not work with it"));
    }
    if (!m_model.languages.isEmpty())
        lines << tr("Translates between: %1").arg(languagesLine(m_model.languages));
    lines << (m_model.licence.isEmpty() ? tr("The file states no licence")
                                        : tr("Licence: %1").arg(m_model.licence));
    if (m_model.linked)
        lines << tr("Lies outside Longhand's folder; only a link to it is kept");
    m_facts->setText(lines.join(QLatin1Char('\n')));
    m_facts->setToolTip(m_model.path);
}

void ModelDetails::showUses()
{
    const SettingsView& settings = m_preferences.settings();
    for (int task = 0; task < m_tasks.size(); ++task) {
        SettingsView copy = settings;
        const TaskChoiceView choice = choiceOf(copy, task);
        const bool used = isUsed(choice, m_model);
        m_tasks.at(task)->setChecked(used);
        m_tasks.at(task)->setEnabled(task == 2 || m_model.chats);
        QComboBox* presets = m_presets.at(task);
        const QSignalBlocker quiet(presets);
        presets->clear();
        const auto usual =
            std::find_if(settings.presets.begin(), settings.presets.end(),
                         [&](const PresetView& preset) { return preset.id == settings.preset; });
        presets->addItem(usual == settings.presets.end() ? tr("Usual preset")
                                                         : tr("Usual preset (%1)").arg(usual->name),
                         QString());
        for (const PresetView& preset : settings.presets)
            presets->addItem(preset.name, preset.id);
        presets->setCurrentIndex(std::max(0, presets->findData(choice.preset)));
        presets->setEnabled(used);
    }
}

void ModelDetails::use(int task, bool on)
{
    SettingsView settings = m_preferences.settings();
    TaskChoiceView& choice = choiceOf(settings, task);
    choice.model = on && !m_model.comesWithUs ? m_model.path : QString();
    m_preferences.change(settings);
    showUses(); // switching off the one that comes with us changes nothing
}

void ModelDetails::setTokens(qint64 tokens)
{
    const QSignalBlocker slider(m_slider), spin(m_tokens);
    m_slider->setValue(static_cast<int>(tokens / kStep));
    m_tokens->setValue(static_cast<int>(tokens));
    showPlan();
}

void ModelDetails::showPlan()
{
    if (m_model.state != ModelState::usable || m_model.path.isEmpty())
        return;
    const MemoryPlanView plan =
        m_models.plan(m_model.path, m_tokens->value(), m_kvType->currentData().toString());
    m_bar->setPlan(plan);
    m_plan->setText(planLine(plan));
    QPalette palette = this->palette();
    if (plan.fit != FitView::fits)
        palette.setColor(QPalette::WindowText, warningText(palette));
    m_plan->setPalette(palette);
}

} // namespace longhand::ui
