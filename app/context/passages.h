// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/document.h"
#include "engine/base/result.h"

#include <string>
#include <vector>

namespace longhand::context {

struct Passage {
    document::TextRange range; // one paragraph or part of one
    double score = 0.0;        // higher is better
};

// Finds what in one book may answer a question. The library's full-text index is behind the real
// one; tests hand in a list.
class PassageFinder {
public:
    virtual ~PassageFinder() = default;
    // Best first.
    virtual Result<std::vector<Passage>> find(const std::string& question, std::uint32_t limit) = 0;
};

} // namespace longhand::context
