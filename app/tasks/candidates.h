// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/document.h"
#include "app/library/records.h"
#include "engine/base/progress.h"
#include "engine/base/result.h"

#include <stop_token>
#include <string>
#include <vector>

namespace longhand::tasks {

// Names and recurring words of the whole book that are worth one rendering, as proposals for a
// person to confirm: characters first, then places, organisations and terms, the frequent ones
// before the rare. Told without a model, by how a language marks them:
//     Latin, Greek and Cyrillic scripts  runs of capitals inside sentences; titles, verbs of
//                                         speech and prepositions around them give the kind
//     Chinese                             who speaks at the beginning of a clause, surnames and
//                                         titles, endings of places; quoted words that come again
//     Japanese                            katakana runs, names before forms of address
// Others have no such marks: nothing is found. Fails: cancelled.
Result<std::vector<library::Term>> extract_candidates(const document::Document& document,
                                                      const std::string& language,
                                                      const ProgressSink& progress,
                                                      std::stop_token stop);

}  // namespace longhand::tasks
