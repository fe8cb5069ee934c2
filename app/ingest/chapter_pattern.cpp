// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/chapter_pattern.h"

#include "app/ingest/flowing/heading_numbers.h"
#include "app/ingest/flowing/titles.h"
#include "engine/base/utf8.h"

#include <unicode/uchar.h>

namespace longhand::ingest {
namespace {

constexpr std::size_t kLongestHeading = 200;  // bytes

// Lower case, every run of blanks one blank, none at the ends.
std::u32string folded(std::string_view text)
{
    std::u32string result;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t code = utf8::next(text, at);
        if (!utf8::is_space(code))
            result += static_cast<char32_t>(u_tolower(static_cast<UChar32>(code)));
        else if (!result.empty() && result.back() != U' ')
            result += U' ';
    }
    if (!result.empty() && result.back() == U' ')
        result.pop_back();
    return result;
}

class Pattern {
public:
    explicit Pattern(std::string_view written) : signs_(folded(written)) {}

    [[nodiscard]] bool says_nothing() const
    {
        return signs_.find_first_not_of(U"* ") == std::u32string::npos;
    }
    [[nodiscard]] bool fits(std::string_view paragraph) const
    {
        const std::u32string text = folded(paragraph);
        std::vector<bool> failed((signs_.size() + 1) * (text.size() + 1));
        return fits(text, 0, 0, failed);
    }

private:
    // Every pair of places is tried once, so no pattern takes more than their product.
    bool fits(const std::u32string& text, std::size_t sign, std::size_t at,
              std::vector<bool>& failed) const
    {
        if (sign == signs_.size())
            return at == text.size();
        const std::size_t key = sign * (text.size() + 1) + at;
        if (failed[key])
            return false;
        const bool fit = signs_[sign] == U'*'   ? star(text, sign, at, failed)
                         : signs_[sign] == U'#' ? number(text, sign, at, failed)
                                                : at < text.size() && text[at] == signs_[sign] &&
                                                      fits(text, sign + 1, at + 1, failed);
        failed[key] = !fit;
        return fit;
    }
    bool star(const std::u32string& text, std::size_t sign, std::size_t at,
              std::vector<bool>& failed) const
    {
        // "Chapter # *" also fits "Chapter 7": the blank before a star belongs to it.
        for (std::size_t end = at; end <= text.size(); ++end)
            if (fits(text, sign + 1, end, failed))
                return true;
        return false;
    }
    bool number(const std::u32string& text, std::size_t sign, std::size_t at,
                std::vector<bool>& failed) const
    {
        using flowing::NumberAt;
        const std::optional<NumberAt> found[] = {
            flowing::number_at(text, at), flowing::ordinal_at(text, at),
            flowing::digits_or_roman_at(text, at), flowing::han_number_at(text, at)};
        for (const auto& each : found)
            if (each && each->end > at && fits(text, sign + 1, each->end, failed))
                return true;
        return false;
    }

    std::u32string signs_;
};

// A blank before a star is part of what the star stands for.
std::string with_loose_stars(std::string_view pattern)
{
    std::string loose;
    for (const char sign : pattern) {
        if (sign == '*')
            while (!loose.empty() && loose.back() == ' ')
                loose.pop_back();
        loose += sign;
    }
    return loose;
}

}  // namespace

std::vector<document::ChapterStart> chapters_by_pattern(const document::Document& document,
                                                        std::string_view written)
{
    const Pattern pattern(with_loose_stars(written));
    std::vector<document::ChapterStart> starts;
    if (pattern.says_nothing())
        return starts;
    std::uint32_t at = 0;
    for (const document::Chapter& chapter : document.chapters)
        for (const document::Paragraph& paragraph : chapter.paragraphs) {
            if (paragraph.text.size() <= kLongestHeading && pattern.fits(paragraph.text)) {
                const std::string title = flowing::single_spaced(paragraph.text);
                starts.push_back({at, title, 1, flowing::role_of_title(title).value_or(document::ChapterRole::body)});
            }
            ++at;
        }
    if (!starts.empty() && starts.front().paragraph != 0) {
        const bool named = !document.chapters.empty() && document.chapters.front().role !=
                                                             document::ChapterRole::body;
        starts.insert(starts.begin(), {0, named ? document.chapters.front().title : std::string(),
                                       1, document::ChapterRole::front});
    }
    return starts;
}

}  // namespace longhand::ingest
