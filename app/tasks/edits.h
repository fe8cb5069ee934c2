// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/records.h"
#include "engine/base/result.h"

#include <stop_token>
#include <string>
#include <vector>

namespace longhand::tasks {

// The segment with the target a person wrote. Emphasis and links in front of and behind what
// changed stay where they are, one around it grows or shrinks with it, one cut by it goes and
// leaves the warning "spans". The checks are not run here.
library::Segment with_target(library::Segment segment, const std::string& target);

struct Replacement {
    std::string find, by;
    bool regex = false;       // ICU's; `by` may then hold $1, $2 ...
    bool match_case = true;
    bool whole_words = false;
};

// The segments whose targets change, as a person's work. Locked ones, and those without a target,
// stay. Fails: invalid (an empty or broken pattern, or one that takes too long on some text),
// cancelled.
Result<std::vector<library::Segment>> replace_in(const std::vector<library::Segment>& segments,
                                                 const Replacement& replacement, std::stop_token stop);

}  // namespace longhand::tasks
