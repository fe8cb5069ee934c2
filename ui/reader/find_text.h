// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/model.h"

#include <optional>

namespace longhand::ui {

// The next place of `words` in the book after `from` (or before it), regardless of case, going
// round at the end. Nothing: it does not occur.
enum class Direction { forwards, backwards };
std::optional<SourceView> findText(const DocumentView& document, const QString& words,
                                   const SourceView& from, Direction direction);

} // namespace longhand::ui
