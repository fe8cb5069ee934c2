// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace longhand::ui {

// Sets the program's font to `percent` of the desktop's, for every widget at once. 100 is the
// desktop's own.
void applyTextSize(int percent);

} // namespace longhand::ui
