// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/flowing/heading_line.h"
#include "app/ingest/flowing/heading_numbers.h"
#include "engine/base/utf8.h"

namespace longhand::ingest::flowing {
namespace {

using std::u32string;
using std::u32string_view;

constexpr u32string_view kNamedHan[] = {
    U"序章",     U"楔子",       U"引子",       U"前言",     U"序",   U"序言", U"自序",
    U"序幕",     U"终章",       U"終章",       U"尾声",     U"尾聲", U"后记", U"後記",
    U"附录",     U"附錄",       U"目录",       U"目錄",     U"目次", U"跋",   U"结语",
    U"結語",     U"プロローグ", U"エピローグ", U"幕間",     U"閑話", U"間章", U"あとがき",
    U"まえがき", U"登場人物",   U"はじめに",   U"おわりに", U"解説", U"番外", U"番外篇",
    U"外传",     U"外傳",       U"프롤로그",   U"에필로그", U"외전", U"서문", U"머리말",
    U"차례",
};

struct Unit {
    char32_t unit;
    HeadingRank rank;
    std::string_view family;
    u32string_view not_before; // characters that make an ordinary word of the unit
};

constexpr Unit kUnits[] = {
    {U'章', HeadingRank::chapter, "章", U"鱼魚"},
    {U'回', HeadingRank::chapter, "回", U"合来來去事头頭家到答想忆憶は目も"},
    {U'话', HeadingRank::chapter, "话", U"题題说說"},
    {U'話', HeadingRank::chapter, "话", U"題说説"},
    {U'折', HeadingRank::chapter, "折", U"扣"},
    {U'卷', HeadingRank::volume, "卷", U""},
    {U'巻', HeadingRank::volume, "卷", U""},
    {U'部', HeadingRank::volume, "部", U"分队隊门門件署位下长長落族队屋"},
    {U'集', HeadingRank::volume, "集", U"合团團体體"},
    {U'篇', HeadingRank::volume, "篇", U"文章"},
    {U'编', HeadingRank::volume, "编", U"者辑"},
    {U'編', HeadingRank::volume, "编", U"者輯"},
    {U'册', HeadingRank::volume, "册", U""},
    {U'幕', HeadingRank::volume, "幕", U"后後"},
    {U'节', HeadingRank::section, "节", U"课課目日"},
    {U'節', HeadingRank::section, "节", U"課目日"},
    {U'장', HeadingRank::chapter, "장", U""},
    {U'화', HeadingRank::chapter, "화", U""},
    {U'부', HeadingRank::volume, "부", U"분"},
    {U'권', HeadingRank::volume, "권", U""},
    {U'절', HeadingRank::section, "절", U""},
};

const Unit* unit_of(char32_t code)
{
    for (const Unit& unit : kUnits) {
        if (unit.unit == code)
            return &unit;
    }
    return nullptr;
}

// After a Han unit or name: nothing, a title set off by a blank or mark, or a short one attached.
struct HanRest {
    bool fits = false;
    bool empty = true;
};
HanRest han_rest(const u32string& text, std::size_t at)
{
    if (at >= text.size())
        return {true, true};
    constexpr u32string_view kSeparators = U"：:、.．—–-·・（(《「【〈“]】";
    const bool separated = utf8::is_space(text[at]) || in(text[at], kSeparators);
    const std::size_t length = text.size() - at;
    const char32_t last = text.back();
    if (in(last, U"。，；、,;") || length > (separated ? 44U : 20U))
        return {};
    const u32string_view rest = u32string_view(text).substr(at);
    if (rest.find_first_of(U"。；") != u32string_view::npos)
        return {};
    if (!separated &&
        (in(last, U"！？!?…”」") || rest.find_first_of(U"，,：:") != u32string_view::npos))
        return {};
    return {true, false};
}

std::optional<HeadingMatch> han_unit(const u32string& text, std::size_t unit_at, int number)
{
    if (unit_at >= text.size())
        return std::nullopt;
    const Unit* const unit = unit_of(text[unit_at]);
    if (unit == nullptr || (unit_at + 1 < text.size() && in(text[unit_at + 1], unit->not_before)))
        return std::nullopt;
    const HanRest rest = han_rest(text, unit_at + 1);
    if (!rest.fits)
        return std::nullopt;
    return HeadingMatch{unit->rank, unit->family, number, rest.empty};
}

} // namespace

std::optional<HeadingMatch> match_han_numbered(const HeadingLine& text)
{
    const u32string& line = text.as_is;
    if (line.size() > 80)
        return std::nullopt;
    if (line.size() > 2 && (line[0] == U'第' || line[0] == U'제')) {
        const auto number = han_number_at(line, skip_spaces(line, 1));
        return number ? han_unit(line, skip_spaces(line, number->end), number->value)
                      : std::nullopt;
    }
    if (line.size() > 1 && in(line[0], U"卷巻章")) {
        const auto number = han_number_at(line, 1);
        if (!number || (number->end < line.size() && !utf8::is_space(line[number->end]) &&
                        !in(line[number->end], U"：:、.．")))
            return std::nullopt;
        const HanRest rest = han_rest(line, number->end);
        const Unit* const unit = unit_of(line[0]);
        if (!rest.fits || unit == nullptr)
            return std::nullopt;
        return HeadingMatch{unit->rank, unit->family, number->value, rest.empty};
    }
    const auto number = han_number_at(line, 0);
    if (number && number->end < line.size() && in(line[number->end], U"章話话回화장")) {
        const auto match = han_unit(line, number->end, number->value);
        const bool alone = number->end + 1 >= line.size() ||
                           utf8::is_space(line[number->end + 1]) ||
                           in(line[number->end + 1], U"：:「『");
        return alone ? match : std::nullopt;
    }
    return std::nullopt;
}

std::optional<HeadingMatch> match_han_named(const HeadingLine& text)
{
    for (const u32string_view word : kNamedHan) {
        if (text.as_is.compare(0, word.size(), word) != 0)
            continue;
        const std::size_t at = word.size();
        const bool alone = at >= text.as_is.size();
        const bool separated =
            !alone && (utf8::is_space(text.as_is[at]) ||
                       in(text.as_is[at], U"：:·・—（(一二三四五六七八九十123456789"));
        if (!alone && !(separated && text.as_is.size() - at <= 24 && han_rest(text.as_is, at).fits))
            continue;
        return HeadingMatch{HeadingRank::named, "named", -1, alone};
    }
    return std::nullopt;
}

std::optional<HeadingMatch> match_han_numeral(const HeadingLine& text)
{
    const u32string& line = text.as_is;
    const std::size_t begin = line.size() > 2 && in(line[0], U"（(") ? 1 : 0;
    const auto number = han_digits_at(line, begin);
    if (!number || line.size() > 30)
        return std::nullopt;
    std::size_t at = number->end;
    if (begin == 1 && at < line.size() && in(line[at], U"）)"))
        ++at;
    if (at >= line.size())
        return HeadingMatch{HeadingRank::han, "han", number->value, true};
    if (!in(line[at], U"、.．") && !utf8::is_space(line[at]))
        return std::nullopt;
    if (in(line.back(), U"。，；！？”」…"))
        return std::nullopt;
    return HeadingMatch{HeadingRank::han, "han", number->value, false};
}

} // namespace longhand::ingest::flowing
