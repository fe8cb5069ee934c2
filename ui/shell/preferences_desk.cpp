// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/preferences_desk.h"

#include "ui/common/colours.h"
#include "ui/common/text_size.h"
#include "ui/preferences/preferences_dialog.h"
#include "ui/shell/book_desk.h"
#include "ui/shell/models_desk.h"
#include "ui/summary/summary_pane.h"
#include "ui/translate/translate_pane.h"

#include <QActionGroup>
#include <QDesktopServices>
#include <QMenu>
#include <QUrl>

#include <utility>

namespace longhand::ui {
namespace {

ColourScheme schemeOf(Theme theme)
{
    return theme == Theme::dark    ? ColourScheme::dark
           : theme == Theme::light ? ColourScheme::light
                                   : ColourScheme::system;
}

} // namespace

PreferencesDesk::PreferencesDesk(Assistant& assistant, ModelsDesk& models, QWidget* window)
    : QObject(window), m_assistant(assistant), m_preferences(assistant.preferences()),
      m_models(models), m_window(window)
{
    connect(&m_preferences, &Preferences::settingsChanged, this, &PreferencesDesk::apply);
    apply(m_preferences.settings());
}

void PreferencesDesk::useIn(BookDesk& books, const Panes& panes)
{
    const auto show = [this, summary = panes.summary] {
        summary->setLanguage(m_preferences.settings().summaryLanguage);
    };
    connect(&m_preferences, &Preferences::settingsChanged, panes.summary,
            [show, last = m_preferences.settings().summaryLanguage](
                const SettingsView& settings) mutable {
                // What a person chose in the pane stays until another wish is set.
                if (std::exchange(last, settings.summaryLanguage) != settings.summaryLanguage)
                    show();
            });
    show();
    connect(&books, &BookDesk::bookShown, this, [this, &books, translate = panes.translate] {
        const QString target = m_preferences.settings().translationTarget;
        if (!target.isEmpty() && books.contents().translations.isEmpty())
            translate->setTo(target); // one that was begun goes first
    });
    connect(&m_preferences, &Preferences::failed, &books, &BookDesk::troubled);
}

void PreferencesDesk::open()
{
    if (auto* there = m_window->findChild<PreferencesDialog*>()) {
        there->raise();
        return;
    }
    auto* dialog = new PreferencesDialog(m_preferences, m_assistant.models(), m_window);
    connect(dialog, &PreferencesDialog::modelsRequested, &m_models, &ModelsDesk::open);
    connect(dialog, &PreferencesDialog::folderRequested, this,
            [](const QString& path) { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
    dialog->open();
}

void PreferencesDesk::apply(const SettingsView& settings)
{
    if (settings.theme != m_theme)
        applyColourScheme(schemeOf(settings.theme));
    m_theme = settings.theme;
    applyTextSize(settings.textPercent);
}

void PreferencesDesk::addColours(QMenu* menu)
{
    auto* group = new QActionGroup(menu);
    const QList<std::pair<QString, Theme>> themes{{tr("As the &system"), Theme::system},
                                                  {tr("&Light"), Theme::light},
                                                  {tr("&Dark"), Theme::dark}};
    for (const auto& [text, theme] : themes) {
        QAction* action = group->addAction(menu->addAction(text));
        action->setCheckable(true);
        action->setChecked(theme == m_theme);
        connect(action, &QAction::triggered, this, [this, theme = theme] {
            SettingsView settings = m_preferences.settings();
            settings.theme = theme;
            m_preferences.change(settings);
        });
        connect(&m_preferences, &Preferences::settingsChanged, action,
                [action, theme = theme](const SettingsView& settings) {
                    action->setChecked(settings.theme == theme);
                });
    }
}

} // namespace longhand::ui
