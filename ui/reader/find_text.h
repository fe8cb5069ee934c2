// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/model.h"

namespace longhand::ui {

constexpr qsizetype kMostHits = 10'000;

// Every place of `words` in the book, in its order and regardless of case, overlapping ones once;
// the first kMostHits of them. Nothing for no words.
QList<SourceView> findAll(const DocumentView& document, const QString& words);

// Which of `hits` comes next after `from` (or before it), going round at the end; -1 without hits.
enum class Direction { forwards, backwards };
qsizetype nextHit(const QList<SourceView>& hits, const SourceView& from, Direction direction);

} // namespace longhand::ui
