// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tasks/inline_tags.h"

#include "engine/base/utf8.h"

#include <algorithm>
#include <map>
#include <optional>

namespace longhand::tasks {
namespace {

using document::Span;
using document::SpanKind;

struct Tag {
    std::size_t number = 0;
    bool closes = false;
    std::size_t bytes = 0;
};

// A tag at the beginning of `text`.
std::optional<Tag> tag_at(std::string_view text)
{
    Tag tag;
    std::size_t at = 1;
    if (!text.starts_with('<'))
        return std::nullopt;
    if (at < text.size() && text[at] == '/') {
        tag.closes = true;
        ++at;
    }
    const std::size_t digits = at;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9' && at - digits < 3)
        tag.number = tag.number * 10 + static_cast<std::size_t>(text[at++] - '0');
    if (at == digits || at >= text.size() || text[at] != '>')
        return std::nullopt;
    tag.bytes = at + 1;
    return tag;
}

bool is_anchor(const Span& span)
{
    return span.kind == SpanKind::note_reference || span.kind == SpanKind::image;
}

// Offsets after the anchors' texts were cut out.
struct Cut {
    std::string text;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> removed;

    [[nodiscard]] std::size_t moved(std::uint32_t offset) const
    {
        std::size_t gone = 0;
        for (const auto& [begin, end] : removed)
            if (begin < offset)
                gone += std::min(end, offset) - begin;
        return offset - gone;
    }
};

Cut cut_anchors(std::string_view text, const std::vector<Span>& spans)
{
    Cut cut;
    std::uint32_t at = 0;
    for (const Span& span : spans) {
        if (!is_anchor(span) || span.begin < at || span.end > text.size())
            continue;
        cut.text += text.substr(at, span.begin - at);
        cut.removed.emplace_back(span.begin, span.end);
        at = span.end;
    }
    cut.text += text.substr(at);
    return cut;
}

std::size_t sentence_before(const std::vector<std::pair<std::uint32_t, std::uint32_t>>& sentences,
                            std::size_t offset)
{
    for (std::size_t i = 0; i < sentences.size(); ++i)
        if (offset <= sentences[i].second)
            return i;
    return sentences.empty() ? 0 : sentences.size() - 1;
}

std::string with_tags(const std::string& text,
                      const std::vector<std::pair<std::size_t, std::size_t>>& places)
{
    // At one offset: what ends there closes, inner before outer; then what begins, outer first.
    std::map<std::size_t, std::string> marks;
    std::vector<std::size_t> order(places.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    const auto length = [&](std::size_t i) { return places[i].second - places[i].first; };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return length(a) < length(b); });
    for (const std::size_t i : order)
        marks[places[i].second] += "</" + std::to_string(i + 1) + ">";
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return length(a) > length(b); });
    for (const std::size_t i : order)
        marks[places[i].first] += "<" + std::to_string(i + 1) + ">";
    std::string tagged;
    std::size_t at = 0;
    for (const auto& [offset, mark] : marks) {
        tagged += text.substr(at, offset - at) + mark;
        at = offset;
    }
    return tagged + text.substr(at);
}

// Puts the anchors behind the sentences that correspond, and moves the spans behind them.
void insert_anchors(Untagged& result, const TaggedText& source)
{
    const auto sentences = document::sentences(result.text);
    std::vector<std::pair<std::size_t, const TaggedText::Anchor*>> places;
    for (const TaggedText::Anchor& anchor : source.anchors) {
        std::size_t offset = result.text.size();
        if (!sentences.empty() && source.sentences > 0) {
            const std::size_t index = sentences.size() == source.sentences
                                          ? anchor.sentence
                                          : anchor.sentence * sentences.size() / source.sentences;
            offset = sentences[std::min(index, sentences.size() - 1)].second;
        }
        places.emplace_back(offset, &anchor);
    }
    std::stable_sort(places.begin(), places.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::uint32_t moved = 0;
    for (const auto& [original, anchor] : places) {
        const auto offset = static_cast<std::uint32_t>(original) + moved;
        const auto length = static_cast<std::uint32_t>(anchor->label.size());
        result.text.insert(offset, anchor->label);
        for (Span& span : result.spans) {
            if (span.begin >= offset)
                span.begin += length;
            if (span.end > offset)
                span.end += length;
        }
        result.spans.push_back({anchor->span.kind, offset, offset + length, anchor->span.value});
        moved += length;
    }
}

}  // namespace

TaggedText tag_spans(std::string_view text, const std::vector<Span>& spans)
{
    TaggedText tagged;
    const Cut cut = cut_anchors(text, spans);
    const auto sentences = document::sentences(cut.text);
    tagged.sentences = sentences.size();
    std::vector<std::pair<std::size_t, std::size_t>> places;
    // text that itself looks like a tag could not be told from ours
    const bool ambiguous = without_tags(cut.text) != cut.text;
    for (const Span& span : spans) {
        if (span.begin > span.end || span.end > text.size() || span.kind == SpanKind::ruby)
            continue;
        if (is_anchor(span)) {
            tagged.anchors.push_back({span, std::string(text.substr(span.begin, span.end - span.begin)),
                                      sentence_before(sentences, cut.moved(span.begin))});
            continue;
        }
        const std::size_t begin = cut.moved(span.begin);
        const std::size_t end = cut.moved(span.end);
        if (begin >= end || ambiguous)
            continue;
        if (begin == 0 && end == cut.text.size()) {
            tagged.whole.push_back(span);
        } else {
            tagged.tagged.push_back(span);
            places.emplace_back(begin, end);
        }
    }
    tagged.text = with_tags(cut.text, places);
    return tagged;
}

std::string without_tags(std::string_view text)
{
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        if (const auto tag = tag_at(text.substr(at))) {
            at += tag->bytes;
            continue;
        }
        plain += text[at++];
    }
    return plain;
}

std::vector<std::int32_t> paired_tags(std::string_view text)
{
    std::vector<std::int32_t> numbers;
    std::vector<std::int32_t> open;
    for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at)) {
        const auto tag = tag_at(text.substr(at));
        if (!tag)
            return {};
        const auto number = static_cast<std::int32_t>(tag->number);
        if (!tag->closes) {
            if (std::find(numbers.begin(), numbers.end(), number) != numbers.end())
                return {};
            numbers.push_back(number);
            open.push_back(number);
        } else if (open.empty() || open.back() != number) {
            return {};
        } else {
            open.pop_back();
        }
        at += tag->bytes;
    }
    return open.empty() ? numbers : std::vector<std::int32_t>();
}

Untagged untag(std::string_view translated, const TaggedText& source)
{
    Untagged result;
    std::vector<std::size_t> open;
    std::map<std::size_t, Span> found;
    for (std::size_t at = 0; at < translated.size();) {
        const auto tag = tag_at(translated.substr(at));
        if (!tag) {
            result.text += translated[at++];
            continue;
        }
        at += tag->bytes;
        const bool known = tag->number >= 1 && tag->number <= source.tagged.size();
        const auto here = static_cast<std::uint32_t>(result.text.size());
        if (known && !tag->closes && !found.contains(tag->number)) {
            Span span = source.tagged[tag->number - 1];
            span.begin = span.end = here;
            found.emplace(tag->number, span);
            open.push_back(tag->number);
        } else if (known && tag->closes && !open.empty() && open.back() == tag->number) {
            found[tag->number].end = here;
            open.pop_back();
        } else {
            result.complete = false;
        }
    }
    result.complete = result.complete && open.empty() && found.size() == source.tagged.size();
    if (result.complete)
        for (auto& [number, span] : found)
            if (span.begin < span.end)
                result.spans.push_back(std::move(span));
    for (Span span : source.whole) {
        span.begin = 0;
        span.end = static_cast<std::uint32_t>(result.text.size());
        result.spans.push_back(std::move(span));
    }
    insert_anchors(result, source);
    std::stable_sort(result.spans.begin(), result.spans.end(), [](const Span& a, const Span& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    return result;
}

}  // namespace longhand::tasks
