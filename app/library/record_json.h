// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/records.h"
#include "engine/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace longhand::library {

// Records as JSON, in our own form: for the library's tables and for --json of the command line.
std::string to_json(const ChapterSummary& summary);
std::string to_json(const Summary& summary);
std::string to_json(const Answer& answer);
std::string to_json(const Segment& segment);
std::string to_json(const Term& term);
std::string to_json(const std::vector<document::Problem>& problems);
std::string to_json(const std::vector<std::string>& texts);

// Fail: corrupt.
Result<ChapterSummary> chapter_summary_from_json(std::string_view json);
Result<Summary> summary_from_json(std::string_view json);
Result<Answer> answer_from_json(std::string_view json);
Result<Segment> segment_from_json(std::string_view json);
Result<Term> term_from_json(std::string_view json);
Result<std::vector<document::Problem>> problems_from_json(std::string_view json);
Result<std::vector<std::string>> texts_from_json(std::string_view json);

}  // namespace longhand::library
