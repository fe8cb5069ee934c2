// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/records.h"
#include "app/tasks/translate.h"

#include <string>
#include <string_view>
#include <vector>

namespace longhand::tasks {

// The term stands in this text of the book: as whole words where a script has words, with or
// without the dots that join transcribed names. Case counts, because names are told by it.
bool occurs(const library::Term& term, std::string_view source);
// Its rendering stands in the translation. Inflected languages change endings ("Turm", "Türme"):
// every word of the rendering is compared by its stem.
bool rendered(const library::Term& term, std::string_view target);

// Entries of a glossary file as confirmed terms.
std::vector<library::Term> terms_of(const std::vector<GlossaryEntry>& entries);
// The confirmed ones with a rendering, those of a file before those of the library.
std::vector<library::Term> acting_terms(const TranslateOptions& options);

// New candidates beside what is there: a known source keeps all a person decided and gets new
// counts and samples; nothing is lost.
std::vector<library::Term> merged(const std::vector<library::Term>& known,
                                  const std::vector<library::Term>& found);

// As CSV (RFC 4180, UTF-8, CRLF, a header line): source, target, kind, status, gender, address,
// note, count. A field that a spreadsheet would run as a formula gets an apostrophe in front,
// which reading takes off again.
std::string terms_to_csv(const std::vector<library::Term>& terms);
// Reads that, tab-separated values too, columns in any order; without a header line the columns
// are source, target, note. What has a rendering is confirmed unless a status says otherwise.
// Fails: corrupt (not UTF-8, an open quotation, a line without source), naming the line.
Result<std::vector<library::Term>> terms_from_csv(std::string_view csv);

}  // namespace longhand::tasks
