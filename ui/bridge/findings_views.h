// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/model.h"

namespace longhand::ui {

struct EarlierSummaryView {
    qint64 id = 0;
    SummaryView head; // without points and chapters
    int chapters = 0;
};

enum class CopyForm { rich, plain, markdown };

struct CopiedText {
    QString plain, markdown, html;
};

} // namespace longhand::ui

Q_DECLARE_METATYPE(longhand::ui::EarlierSummaryView)
Q_DECLARE_METATYPE(longhand::ui::CopiedText)
