// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/context/units.h"
#include "app/library/records.h"

#include <string_view>

namespace longhand::context {

// Something a model said about a text it was shown.
struct Claim {
    std::string_view text;
    std::string_view quotation; // what it copied from the text to prove it; may be empty
    std::string_view question;  // what it answers: words of it need no proof; may be empty
};

enum class Evidence : std::uint8_t {
    none,
    words,    // rare words, names and numbers of the claim stand together in a sentence or two
    near_copy, // a sentence of the text with few changes
    quotation // letter for letter, but for case, quotes, dashes, blanks and hyphens
};

struct Located {
    Evidence evidence = Evidence::none;
    std::vector<library::Source> sources; // empty with none; at most two pages in all
    double support = 0.0;                 // share of the claim's weight found, 0..1
};

// Finds the sentences that support what was said, in the ranges that were sent and nowhere else.
// What is not supported stays unlocated: an unknown name or number refuses a claim, and so does a
// true quotation that has nothing to do with it. Claims in another language than the text are
// located by their quotation alone. Immutable; `document` must outlive it.
class Locator {
public:
    Locator(const document::Document& document, std::vector<document::TextRange> sent);

    [[nodiscard]] Located locate(const Claim& claim) const;
    // A passage by its wording alone, exact or nearly so.
    [[nodiscard]] Located find_quotation(std::string_view quotation) const;
    [[nodiscard]] const Units& units() const { return units_; }
    [[nodiscard]] const std::vector<document::TextRange>& sent() const { return sent_; }

private:
    struct Wanted; // a claim's words with their weights
    [[nodiscard]] Located find_exact(std::string_view quotation) const;
    [[nodiscard]] Located find_near(std::string_view quotation) const;
    [[nodiscard]] Located find_words(const Claim& claim) const;
    [[nodiscard]] bool speaks_of(const Claim& claim, const Located& quoted) const;
    [[nodiscard]] bool foreign(std::string_view text) const;

    const document::Document& document_;
    std::vector<document::TextRange> sent_;
    std::vector<Letters> letters_; // of each range
    Units units_;
    bool nouns_are_capital_ = false; // German: a capital makes no name
};

// The range as a source, its quotation and page filled in.
library::Source source_of(const document::Document& document, const document::TextRange& range);
// Appends while the sources touch at most two pages (chapters, where there are no pages) and
// three places.
void add_source(std::vector<library::Source>& sources, const document::Document& document,
                const document::TextRange& range);

} // namespace longhand::context
