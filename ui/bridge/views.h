// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/document.h"
#include "app/library/journal.h"
#include "app/library/library.h"
#include "app/library/records.h"
#include "engine/base/progress.h"
#include "ui/bridge/model.h"

namespace longhand::ui {

// What lies below the bridge, as the panes see it (ui/bridge/model.h). Thread-safe.
ProgressView view(const Progress& progress);
BookView view(const library::Book& book);
SourceView view(const library::Source& source);
PointView view(const library::Point& point);
ChapterSummaryView view(const library::ChapterSummary& summary);
SummaryView view(const library::Summary& summary);
AnswerView view(const library::Answer& answer);
SegmentView view(const library::Segment& segment);
TranslationView view(const library::TranslationKey& key, const library::TranslationState& state);
JobView view(const library::JobRecord& job);
JobState view(library::JobState state);
DocumentPtr view(BookId book, const document::Document& document);

} // namespace longhand::ui
