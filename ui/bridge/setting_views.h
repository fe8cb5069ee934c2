// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"
#include "engine/infer/remote/remote_generator.h"
#include "ui/bridge/preference_views.h"

namespace longhand::ui {

// The settings as the window sees them, and back. Only what differs from what `kept` holds is set,
// so that saving touches nothing else.
SettingsView view(const settings::Settings& kept);
void apply(const SettingsView& wanted, settings::Settings& kept);
PresetView view(const settings::Preset& preset);
settings::Preset presetOf(const PresetView& view);
infer::remote::RemoteOptions serverOf(const ServerView& view);

} // namespace longhand::ui
