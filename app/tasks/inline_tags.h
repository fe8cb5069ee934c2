// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/document.h"

#include <string>
#include <string_view>
#include <vector>

namespace longhand::tasks {

// A paragraph as a model sees it: emphasis, links and the like as <1>...</1>, what has no place
// in a sentence (note references, images, the readings of ruby) taken out. A span over the whole
// paragraph needs no tags.
struct TaggedText {
    std::string text;
    std::vector<document::Span> tagged;  // tag n is tagged[n - 1]
    std::vector<document::Span> whole;
    struct Anchor {
        document::Span span;
        std::string label;         // the text it covered, "3"
        std::size_t sentence = 0;  // of the text above, after which it stood
    };
    std::vector<Anchor> anchors;
    std::size_t sentences = 0;
};
TaggedText tag_spans(std::string_view text, const std::vector<document::Span>& spans);

// The translation with its spans back. `complete` is false when the model lost or mixed up a tag:
// the tags are then taken out and only whole spans and anchors stand.
struct Untagged {
    std::string text;
    std::vector<document::Span> spans;
    bool complete = true;
};
Untagged untag(std::string_view translated, const TaggedText& source);
// The numbers of a text's tags, in order, when every one opens and closes once, they nest, and no
// other `<` stands there: what a grammar can hold a translation to. Else empty.
std::vector<std::int32_t> paired_tags(std::string_view text);
// Without any <n> and </n>.
std::string without_tags(std::string_view text);

}  // namespace longhand::tasks
