// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/context/locate.h"

#include "engine/base/utf8.h"

#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <set>

namespace longhand::context {
namespace {

constexpr double kSupport = 0.55;       // share of a claim's weight that one or two sentences hold
constexpr double kSecondSentence = 0.15; // what a second sentence must add
constexpr double kNearCopy = 0.75;      // share of a quotation's words found in order
constexpr double kQuotationSupport = 0.2;
constexpr std::size_t kShortQuotation = 20; // letters; shorter ones must begin and end with words
constexpr std::size_t kMaxSources = 3;

bool compact_script(char32_t code) { return utf8::is_han(code) || utf8::is_kana(code); }

// Long enough to stand in one place only.
bool tells_a_place(const std::u32string& letters)
{
    const auto dense =
        static_cast<std::size_t>(std::ranges::count_if(letters, compact_script));
    return letters.size() + dense >= 12;
}

std::vector<std::string_view> parts_between_ellipses(std::string_view quotation)
{
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < quotation.size();) {
        const std::string_view rest = quotation.substr(i);
        const std::size_t length = rest.starts_with("...") ? 3 : rest.starts_with("\u2026") ? 3 : 0;
        if (length == 0) {
            ++i;
            continue;
        }
        parts.push_back(quotation.substr(begin, i - begin));
        begin = i += length;
    }
    parts.push_back(quotation.substr(begin));
    return parts;
}

std::size_t longest_common_subsequence(std::span<const std::uint32_t> a,
                                       std::span<const std::uint32_t> b)
{
    std::vector<std::size_t> row(b.size() + 1, 0);
    for (const std::uint32_t wanted : a) {
        std::size_t diagonal = 0;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t above = row[j + 1];
            row[j + 1] = wanted == b[j] ? diagonal + 1 : std::max(above, row[j]);
            diagonal = above;
        }
    }
    return row.back();
}

std::vector<std::uint32_t> touched(const document::Document& document,
                                   const document::TextRange& range)
{
    const auto pages = document::pages_of(document, range);
    return pages.empty() ? std::vector<std::uint32_t>{range.chapter} : pages;
}

} // namespace

library::Source source_of(const document::Document& document, const document::TextRange& range)
{
    library::Source source{.range = range, .quote = std::string(document::text_of(document, range))};
    const auto pages = document::pages_of(document, range);
    if (!pages.empty()) {
        source.page = pages.front();
        if (source.page >= 1 && source.page <= document.pages.size())
            source.page_label = document.pages[source.page - 1].label;
    }
    return source;
}

void add_source(std::vector<library::Source>& sources, const document::Document& document,
                const document::TextRange& range)
{
    std::set<std::uint32_t> pages;
    for (const library::Source& source : sources) {
        if (source.range == range)
            return;
        pages.merge([&] {
            const auto of = touched(document, source.range);
            return std::set<std::uint32_t>(of.begin(), of.end());
        }());
    }
    for (const std::uint32_t page : touched(document, range))
        pages.insert(page);
    if (sources.empty() || (pages.size() <= 2 && sources.size() < kMaxSources))
        sources.push_back(source_of(document, range));
}

Locator::Locator(const document::Document& document, std::vector<document::TextRange> sent)
    : document_(document), sent_(std::move(sent)), units_(document, sent_),
      nouns_are_capital_(document.language.starts_with("de"))
{
    letters_.reserve(sent_.size());
    for (const document::TextRange& range : sent_)
        letters_.push_back(letters_of(document::text_of(document_, range)));
}

Located Locator::locate(const Claim& claim) const
{
    if (Located whole = find_exact(claim.text); whole.evidence != Evidence::none)
        return whole;
    if (!claim.quotation.empty()) {
        Located quoted = find_quotation(claim.quotation);
        if (quoted.evidence != Evidence::none && speaks_of(claim, quoted))
            return quoted;
    }
    return find_words(claim);
}

Located Locator::find_quotation(std::string_view quotation) const
{
    Located exact = find_exact(quotation);
    return exact.evidence != Evidence::none ? exact : find_near(quotation);
}

Located Locator::find_exact(std::string_view quotation) const
{
    Located out;
    for (const std::string_view part : parts_between_ellipses(quotation)) {
        const Letters wanted = letters_of(part);
        if (!tells_a_place(wanted.text))
            continue;
        bool found = false;
        for (std::size_t r = 0; r < sent_.size() && !found; ++r) {
            const Letters& have = letters_[r];
            for (std::size_t at = have.text.find(wanted.text); at != std::u32string::npos;
                 at = have.text.find(wanted.text, at + 1)) {
                const std::size_t last = at + wanted.text.size() - 1;
                const bool cuts_word =
                    (at > 0 && have.begin[at] == have.end[at - 1] &&
                     !compact_script(have.text[at])) ||
                    (last + 1 < have.text.size() && have.begin[last + 1] == have.end[last] &&
                     !compact_script(have.text[last]));
                if (cuts_word && wanted.text.size() < kShortQuotation)
                    continue;
                add_source(out.sources, document_,
                           {.chapter = sent_[r].chapter,
                            .paragraph = sent_[r].paragraph,
                            .begin = sent_[r].begin + have.begin[at],
                            .end = sent_[r].begin + have.end[last]});
                found = true;
                break;
            }
        }
        if (!found)
            return {};
    }
    if (!out.sources.empty()) {
        out.evidence = Evidence::quotation;
        out.support = 1.0;
    }
    return out;
}

Located Locator::find_near(std::string_view quotation) const
{
    const std::uint32_t unknown = UINT32_MAX;
    std::vector<std::uint32_t> wanted;
    std::map<std::uint32_t, double> hits; // unit -> weight
    for (const Word& word : words_of(quotation)) {
        const auto id = units_.id(word.stem);
        wanted.push_back(id.value_or(unknown));
        if (id && !word.common)
            for (const std::uint32_t unit : units_.with(*id))
                hits[unit] += units_.weight(*id);
    }
    if (wanted.size() < 5 || wanted.size() > 400)
        return {};
    std::vector<std::pair<double, std::uint32_t>> ranked;
    for (const auto& [unit, weight] : hits)
        ranked.emplace_back(-weight, unit);
    std::ranges::sort(ranked);
    Located best;
    for (std::size_t i = 0; i < std::min<std::size_t>(ranked.size(), 6); ++i) {
        const std::uint32_t centre = ranked[i].second;
        for (const std::uint32_t first : {centre, centre == 0 ? centre : centre - 1}) {
            std::vector<std::uint32_t> have;
            for (std::uint32_t last = first;
                 last < units_.all().size() && last < first + 3 && have.size() < 2 * wanted.size();
                 ++last) {
                const Unit& unit = units_.all()[last];
                have.insert(have.end(), unit.words.begin(), unit.words.end());
                const double share = static_cast<double>(longest_common_subsequence(wanted, have)) /
                                     static_cast<double>(wanted.size());
                if (share < kNearCopy || share <= best.support)
                    continue;
                best = {.evidence = Evidence::near_copy, .support = share};
                for (std::uint32_t u = first; u <= last; ++u)
                    add_source(best.sources, document_, units_.all()[u].range);
            }
        }
    }
    return best;
}

struct Locator::Wanted {
    std::vector<std::vector<std::uint32_t>> units; // of each word, empty when unknown
    std::vector<double> weights;
    std::vector<bool> number;
    double total = 0.0;
    bool unknown_name = false, unknown_number = false;

    [[nodiscard]] double weight(std::uint64_t mask) const
    {
        double sum = 0.0;
        for (; mask != 0; mask &= mask - 1)
            sum += weights[static_cast<std::size_t>(std::countr_zero(mask))];
        return sum;
    }
};

// Names of things in other scripts, or a text of which hardly a word is known.
bool Locator::foreign(std::string_view text) const
{
    std::size_t known = 0, all = 0;
    for (const Word& word : words_of(text)) {
        ++all;
        known += units_.id(word.stem) ? 1U : 0U;
    }
    return all > 0 && known * 4 < all;
}

bool Locator::speaks_of(const Claim& claim, const Located& quoted) const
{
    // A claim in another language shares its numbers at most.
    if (foreign(claim.text))
        return true;
    std::set<std::string> near;
    for (const library::Source& source : quoted.sources) {
        const auto& paragraph =
            document_.chapters[source.range.chapter].paragraphs[source.range.paragraph];
        for (const Word& word : words_of(paragraph.text))
            near.insert(word.stem);
    }
    double total = 0.0, shared = 0.0;
    for (const Word& word : content_words(claim.text)) {
        const auto id = units_.id(word.stem);
        if (!id && (word.number || (word.name && !nouns_are_capital_)))
            return false;
        total += 1.0;
        shared += near.contains(word.stem) ? 1.0 : 0.0;
    }
    return total == 0.0 || shared >= kQuotationSupport * total;
}

Located Locator::find_words(const Claim& claim) const
{
    std::set<std::string> asked;
    for (const Word& word : content_words(claim.question))
        asked.insert(word.stem);
    Wanted wanted;
    std::size_t known = 0, names_or_numbers = 0;
    for (const Word& word : content_words(claim.text)) {
        if (wanted.weights.size() == 64)
            break;
        const auto id = units_.id(word.stem);
        const bool given = asked.contains(word.stem); // the question said it first
        const bool name = word.name && !nouns_are_capital_;
        if (!id && !given) {
            wanted.unknown_number = wanted.unknown_number || word.number;
            wanted.unknown_name = wanted.unknown_name || name;
        }
        const double base = id ? units_.weight(*id) : units_.weight_of_unknown();
        const double weight = base * (word.number || word.name ? 1.5 : 1.0) * (given ? 0.5 : 1.0);
        wanted.units.push_back(id ? units_.with(*id) : std::vector<std::uint32_t>{});
        wanted.weights.push_back(weight);
        wanted.number.push_back(word.number && !given);
        wanted.total += weight;
        known += id ? 1U : 0U;
        names_or_numbers += id && (word.name || word.number) ? 1U : 0U;
    }
    if (wanted.weights.empty() || wanted.unknown_name || wanted.unknown_number)
        return {};

    std::map<std::uint32_t, std::uint64_t> masks;
    for (std::size_t i = 0; i < wanted.units.size(); ++i)
        for (const std::uint32_t unit : wanted.units[i])
            if (!units_.all()[unit].heading)
                masks[unit] |= std::uint64_t{1} << i;
    // The question's own words break ties between places.
    std::map<std::uint32_t, double> context;
    for (const std::string& stem : asked)
        if (const auto id = units_.id(stem))
            for (const std::uint32_t unit : units_.with(*id))
                for (const std::uint32_t near : {unit, unit + 1, unit == 0 ? 0U : unit - 1})
                    context[near] += near == unit ? units_.weight(*id) : 0.3 * units_.weight(*id);
    const auto value = [&](std::uint32_t unit, std::uint64_t mask) {
        const auto at = context.find(unit);
        return wanted.weight(mask) + (at == context.end() ? 0.0 : 0.25 * at->second);
    };
    std::uint32_t first = 0;
    double best = -1.0;
    for (const auto& [unit, mask] : masks)
        if (const double v = value(unit, mask); v > best) {
            best = v;
            first = unit;
        }
    if (best < 0.0)
        return {};
    std::uint64_t mask = masks[first];
    std::uint32_t second = first;
    double added = 0.0;
    for (const auto& [unit, other] : masks) {
        const bool near = unit < first ? first - unit <= 3 : unit - first <= 3;
        const double gain = wanted.weight(other & ~mask) * (near ? 1.2 : 1.0);
        if (unit != first && gain > added) {
            added = gain;
            second = unit;
        }
    }
    if (added < kSecondSentence * wanted.total)
        second = first;
    Located out;
    add_source(out.sources, document_, units_.all()[first].range);
    if (second != first) {
        add_source(out.sources, document_, units_.all()[second].range);
        if (out.sources.size() == 2) {
            mask |= masks[second];
            if (out.sources[1].range < out.sources[0].range)
                std::swap(out.sources[0], out.sources[1]);
        }
    }
    out.support = wanted.weight(mask) / wanted.total;
    for (std::size_t i = 0; i < wanted.number.size(); ++i)
        if (wanted.number[i] && (mask >> i & 1U) == 0)
            return {}; // a number from elsewhere
    // A short answer to a question is proved by its own few words beside the question's; anything
    // else needs several.
    const auto matched = static_cast<std::size_t>(std::popcount(mask));
    const std::size_t needed =
        claim.question.empty() ? std::min<std::size_t>(3, std::max<std::size_t>(known, 2)) : 1;
    const bool enough = matched >= needed || (matched >= 2 && names_or_numbers >= 1);
    if (out.support < kSupport || !enough)
        return {};
    out.evidence = Evidence::words;
    return out;
}

} // namespace longhand::context
