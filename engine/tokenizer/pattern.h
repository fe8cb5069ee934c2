// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/result.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace longhand::tokenizer {

// A regular expression over UTF-8 as tokenizers write them: \p{..} and (?i:..), look-ahead; \s and
// \w by Unicode (White_Space; Alphabetic, M, Nd, Pc), ^ and $ at every line. Immutable, any thread.
class Pattern {
public:
    // Fails: unsupported, with the expression and why (sets inside sets, "&&", properties that the
    // library does not know).
    static Result<Pattern> compile(std::string_view expression);
    // The same for text: every character stands for itself.
    static Result<Pattern> literal(std::string_view text);

    // Calls `found(begin, end)` for every match in order, none empty. Bytes that are not UTF-8
    // match nothing and end the text before them.
    void each(std::string_view text,
              const std::function<void(std::size_t begin, std::size_t end)>& found) const;

private:
    struct Code;
    explicit Pattern(std::shared_ptr<const Code> code) : code_(std::move(code)) {}
    static Result<Pattern> build(std::string_view expression, std::string_view shown);
    std::shared_ptr<const Code> code_;
};

} // namespace longhand::tokenizer
