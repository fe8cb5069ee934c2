// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace longhand::ui {

// One name for the desktop file, icon, metainfo, D-Bus and the window's application id.
inline constexpr auto kDesktopId = "org.longhand.Longhand";
inline constexpr auto kObjectPath = "/org/longhand/Longhand";

} // namespace longhand::ui
