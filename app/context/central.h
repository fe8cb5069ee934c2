// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/context/units.h"

namespace longhand::context {

// The sentences that say most about the rest, at most `count`, in the order of the text: LexRank
// (Erkan and Radev 2004) over the sentences nearest to the centroid, then without those that
// repeat a better one. Headings and very short or very long sentences are not chosen.
std::vector<document::TextRange> central_sentences(const document::Document& document,
                                                   const Units& units, std::size_t count);

} // namespace longhand::context
