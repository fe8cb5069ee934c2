// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/context/pieces.h"

#include "app/context/units.h"
#include "engine/base/utf8.h"

#include <algorithm>

namespace longhand::context {
namespace {

struct Sized {
    document::TextRange range;
    std::int64_t tokens = 0;
};

class Cutter {
public:
    Cutter(const document::Document& document, std::int64_t max_tokens,
           const infer::Generator& generator)
        : document_(document), max_tokens_(max_tokens), generator_(generator)
    {
    }

    std::vector<Sized> parts_of(const document::TextRange& range) const
    {
        if (const std::int64_t tokens = count(range); tokens <= max_tokens_)
            return {{range, tokens}};
        std::vector<Sized> out;
        for (const document::TextRange& sentence : sentence_ranges(document_, range)) {
            const std::int64_t tokens = count(sentence);
            if (tokens <= max_tokens_) {
                append_sentence(out, {sentence, tokens});
                continue;
            }
            for (const document::TextRange& part : halves_of(sentence))
                out.push_back({part, count(part)});
        }
        return out;
    }

    // Two tokens stand for the blank line between paragraphs.
    [[nodiscard]] std::int64_t count(const document::TextRange& range) const
    {
        return generator_.count_tokens(document::text_of(document_, range)).tokens + 2;
    }

private:
    // Sentences of one long paragraph stay together as long as they fit.
    void append_sentence(std::vector<Sized>& out, const Sized& sentence) const
    {
        if (!out.empty() && out.back().tokens + sentence.tokens <= max_tokens_) {
            out.back().range.end = sentence.range.end;
            out.back().tokens += sentence.tokens;
        } else {
            out.push_back(sentence);
        }
    }

    std::vector<document::TextRange> halves_of(const document::TextRange& range) const
    {
        if (count(range) <= max_tokens_ || range.end - range.begin <= 4)
            return {range};
        const std::string_view text = document::text_of(document_, range);
        std::size_t middle = utf8::floor_boundary(text, text.size() / 2);
        if (const std::size_t blank = text.find(' ', middle);
            blank != std::string_view::npos && blank < text.size() * 3 / 4)
            middle = blank + 1;
        if (middle == 0 || middle >= text.size())
            return {range};
        document::TextRange left = range, right = range;
        left.end = right.begin = range.begin + static_cast<std::uint32_t>(middle);
        std::vector<document::TextRange> out = halves_of(left);
        const std::vector<document::TextRange> rest = halves_of(right);
        out.insert(out.end(), rest.begin(), rest.end());
        return out;
    }

    const document::Document& document_;
    std::int64_t max_tokens_;
    const infer::Generator& generator_;
};

} // namespace

Result<void> ensure_text(const document::Document& document)
{
    if (document.words() > 0)
        return {};
    return Error{ErrorKind::unreadable,
                 "\"" + document.title + "\" has no text to read; if its pages are pictures, run it "
                 "through text recognition and import the result"};
}

std::int64_t text_budget(const infer::Generator& generator, std::int64_t answer_tokens,
                         std::int64_t rest_of_prompt_tokens)
{
    return std::min(generator.measured_length(), generator.context_length()) - answer_tokens -
           rest_of_prompt_tokens;
}

std::vector<document::TextRange> ranges_of(const document::Document& document,
                                           std::uint32_t chapter)
{
    std::vector<document::TextRange> out;
    const auto& paragraphs = document.chapters[chapter].paragraphs;
    for (std::size_t p = 0; p < paragraphs.size(); ++p)
        if (!utf8::trim(paragraphs[p].text).empty())
            out.push_back({.chapter = chapter,
                           .paragraph = static_cast<std::uint32_t>(p),
                           .begin = 0,
                           .end = static_cast<std::uint32_t>(paragraphs[p].text.size())});
    return out;
}

std::vector<Piece> cut_into_pieces(const document::Document& document,
                                   const std::vector<document::TextRange>& ranges,
                                   std::int64_t max_tokens, const infer::Generator& generator)
{
    ENSURE(max_tokens > 0);
    const Cutter cutter(document, max_tokens, generator);
    std::vector<Sized> parts;
    std::int64_t total = 0;
    for (const document::TextRange& range : ranges)
        for (Sized& part : cutter.parts_of(range)) {
            total += part.tokens;
            parts.push_back(part);
        }
    std::vector<Piece> pieces;
    if (parts.empty())
        return pieces;
    // Equal shares, so that the last piece is no orphan of a few lines.
    const std::int64_t count = (total + max_tokens - 1) / max_tokens;
    const std::int64_t share = (total + count - 1) / count;
    for (const Sized& part : parts) {
        const std::int64_t have = pieces.empty() ? 0 : pieces.back().tokens;
        const bool better_without = have + part.tokens / 2 > share;
        if (pieces.empty() || have + part.tokens > max_tokens || (have > 0 && better_without))
            pieces.emplace_back();
        Piece& piece = pieces.back();
        if (!piece.text.empty())
            piece.text += "\n\n";
        piece.text += document::text_of(document, part.range);
        piece.ranges.push_back(part.range);
        piece.tokens += part.tokens;
    }
    return pieces;
}

std::uint64_t words_in(const document::Document& document,
                       const std::vector<document::TextRange>& ranges)
{
    std::uint64_t words = 0;
    for (const document::TextRange& range : ranges)
        words += utf8::count_words(document::text_of(document, range));
    return words;
}

} // namespace longhand::context
