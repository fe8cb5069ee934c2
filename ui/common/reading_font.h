// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QString>

namespace longhand::ui {

// Chinese, Japanese: denser letters want more air between the lines.
bool isHanLanguage(const QString& bcp47);

// Letters for reading whole books in a language, as large as `base`: with serifs, and with the
// forms of Han that its readers know. Where none of the fonts is installed, the system chooses.
QFont readingFont(const QString& bcp47, const QFont& base);

} // namespace longhand::ui
