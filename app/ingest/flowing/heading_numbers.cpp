// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/flowing/heading_numbers.h"

#include "engine/base/utf8.h"

#include <algorithm>
#include <unicode/uchar.h>
#include <unordered_map>

namespace longhand::ingest::flowing {
namespace {

using std::u32string;
using std::u32string_view;
using Words = std::unordered_map<u32string_view, int>;

bool is_letter(char32_t code)
{
    return u_isalpha(static_cast<UChar32>(code)) != 0;
}

const Words& cardinals()
{
    static const Words kWords = {
        {U"one", 1},        {U"two", 2},       {U"three", 3},     {U"four", 4},
        {U"five", 5},       {U"six", 6},       {U"seven", 7},     {U"eight", 8},
        {U"nine", 9},       {U"ten", 10},      {U"eleven", 11},   {U"twelve", 12},
        {U"thirteen", 13},  {U"fourteen", 14}, {U"fifteen", 15},  {U"sixteen", 16},
        {U"seventeen", 17}, {U"eighteen", 18}, {U"nineteen", 19}, {U"twenty", 20},
        {U"thirty", 30},    {U"forty", 40},    {U"fifty", 50},    {U"sixty", 60},
        {U"seventy", 70},   {U"eighty", 80},   {U"ninety", 90},   {U"eins", 1},
        {U"zwei", 2},       {U"drei", 3},      {U"vier", 4},      {U"fünf", 5},
        {U"sechs", 6},      {U"sieben", 7},    {U"acht", 8},      {U"neun", 9},
        {U"zehn", 10},      {U"elf", 11},      {U"zwölf", 12},    {U"un", 1},
        {U"deux", 2},       {U"trois", 3},     {U"quatre", 4},    {U"cinq", 5},
        {U"sept", 7},       {U"huit", 8},      {U"neuf", 9},      {U"dix", 10},
        {U"uno", 1},        {U"dos", 2},       {U"tres", 3},      {U"cuatro", 4},
        {U"cinco", 5},      {U"seis", 6},      {U"siete", 7},     {U"ocho", 8},
        {U"nueve", 9},      {U"diez", 10},     {U"due", 2},       {U"tre", 3},
        {U"quattro", 4},
    };
    return kWords;
}

const Words& ordinals()
{
    static const Words kWords = {
        {U"first", 1},    {U"second", 2},    {U"third", 3},     {U"fourth", 4},
        {U"fifth", 5},    {U"sixth", 6},     {U"seventh", 7},   {U"eighth", 8},
        {U"ninth", 9},    {U"tenth", 10},    {U"eleventh", 11}, {U"twelfth", 12},
        {U"last", -1},    {U"premier", 1},   {U"première", 1},  {U"deuxième", 2},
        {U"seconde", 2},  {U"troisième", 3}, {U"quatrième", 4}, {U"cinquième", 5},
        {U"sixième", 6},  {U"septième", 7},  {U"huitième", 8},  {U"neuvième", 9},
        {U"dixième", 10}, {U"primera", 1},   {U"primer", 1},    {U"primero", 1},
        {U"primeira", 1}, {U"prima", 1},     {U"primo", 1},     {U"segunda", 2},
        {U"segundo", 2},  {U"seconda", 2},   {U"secondo", 2},   {U"tercera", 3},
        {U"tercero", 3},  {U"terza", 3},     {U"terzo", 3},     {U"cuarta", 4},
        {U"quarta", 4},   {U"quarto", 4},    {U"quinta", 5},    {U"первая", 1},
        {U"вторая", 2},   {U"третья", 3},    {U"четвертая", 4}, {U"четвёртая", 4},
        {U"пятая", 5},    {U"шестая", 6},    {U"седьмая", 7},   {U"восьмая", 8},
        {U"девятая", 9},  {U"десятая", 10},
    };
    return kWords;
}

// German ordinals by their stems: erst-es, dritt-er, zwanzigst-e.
const Words& german_stems()
{
    static const Words kWords = {
        {U"erst", 1},       {U"zweit", 2},      {U"dritt", 3},      {U"viert", 4},
        {U"fünft", 5},      {U"sechst", 6},     {U"siebent", 7},    {U"siebt", 7},
        {U"acht", 8},       {U"neunt", 9},      {U"zehnt", 10},     {U"elft", 11},
        {U"zwölft", 12},    {U"dreizehnt", 13}, {U"vierzehnt", 14}, {U"fünfzehnt", 15},
        {U"sechzehnt", 16}, {U"siebzehnt", 17}, {U"achtzehnt", 18}, {U"neunzehnt", 19},
        {U"zwanzigst", 20}, {U"letzt", -1},
    };
    return kWords;
}

u32string_view word_at(const u32string& text, std::size_t at)
{
    std::size_t end = at;
    while (end < text.size() && is_letter(text[end]))
        ++end;
    return u32string_view(text).substr(at, end - at);
}

std::optional<int> german_ordinal(u32string_view word)
{
    for (const u32string_view ending : {U"es", U"er", U"e"}) {
        if (word.size() <= ending.size() || !word.ends_with(ending))
            continue;
        const u32string_view stem = word.substr(0, word.size() - ending.size());
        if (const auto found = german_stems().find(stem); found != german_stems().end())
            return found->second;
        if (stem.ends_with(U"zigst") || stem.ends_with(U"zehnt"))
            return -1; // "einundzwanzigstes": a number, which one does not matter
    }
    return std::nullopt;
}

std::optional<int> lookup(const Words& words, u32string_view word)
{
    const auto found = words.find(word);
    return found == words.end() ? std::nullopt : std::optional(found->second);
}

int digit_of(char32_t code)
{
    if (code >= U'0' && code <= U'9')
        return static_cast<int>(code - U'0');
    if (code >= U'\uFF10' && code <= U'\uFF19')
        return static_cast<int>(code - U'\uFF10');
    return -1;
}

std::optional<NumberAt> digits_at(const u32string& text, std::size_t at)
{
    NumberAt number{0, at};
    while (number.end < text.size() && digit_of(text[number.end]) >= 0 && number.end - at < 5)
        number.value = number.value * 10 + digit_of(text[number.end++]);
    const bool longer = number.end < text.size() && digit_of(text[number.end]) >= 0;
    if (number.end == at || longer)
        return std::nullopt;
    return number;
}

int roman_value(char32_t code)
{
    switch (code) {
    case U'i':
        return 1;
    case U'v':
        return 5;
    case U'x':
        return 10;
    case U'l':
        return 50;
    case U'c':
        return 100;
    case U'd':
        return 500;
    case U'm':
        return 1000;
    default:
        return 0;
    }
}

u32string roman_of(int value)
{
    constexpr std::pair<int, u32string_view> kParts[] = {
        {1000, U"m"}, {900, U"cm"}, {500, U"d"}, {400, U"cd"}, {100, U"c"}, {90, U"xc"}, {50, U"l"},
        {40, U"xl"},  {10, U"x"},   {9, U"ix"},  {5, U"v"},    {4, U"iv"},  {1, U"i"}};
    u32string out;
    for (const auto& [part, letters] : kParts) {
        for (; value >= part; value -= part)
            out += letters;
    }
    return out;
}

std::optional<NumberAt> roman_at(const u32string& text, std::size_t at)
{
    const u32string_view word = word_at(text, at);
    if (word.empty() || word.size() > 12)
        return std::nullopt;
    int value = 0;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const int here = roman_value(word[i]);
        if (here == 0)
            return std::nullopt;
        const int next = i + 1 < word.size() ? roman_value(word[i + 1]) : 0;
        value += here < next ? -here : here;
    }
    // Old prints write "iiii" for four and "xxxx" for forty: believed only in the usual form.
    if (value <= 0 || value > 3999 || roman_of(value) != word)
        return std::nullopt;
    return NumberAt{value, at + word.size()};
}

// "twenty-one", "twenty first": tens and what follows.
std::optional<NumberAt> spelled_at(const u32string& text, std::size_t at, bool ordinal_only)
{
    const u32string_view word = word_at(text, at);
    if (word.empty())
        return std::nullopt;
    const std::size_t end = at + word.size();
    if (const auto value = lookup(ordinals(), word))
        return NumberAt{*value, end};
    if (const auto value = german_ordinal(word))
        return NumberAt{*value, end};
    const auto tens = lookup(cardinals(), word);
    if (!tens)
        return std::nullopt;
    if (*tens >= 20 && end < text.size() && (text[end] == '-' || text[end] == ' ')) {
        const u32string_view next = word_at(text, end + 1);
        const auto unit = lookup(cardinals(), next);
        const auto unit_ordinal = lookup(ordinals(), next);
        if (unit_ordinal && *unit_ordinal < 10)
            return NumberAt{*tens + *unit_ordinal, end + 1 + next.size()};
        if (unit && *unit < 10 && !ordinal_only)
            return NumberAt{*tens + *unit, end + 1 + next.size()};
    }
    if (ordinal_only)
        return std::nullopt;
    return NumberAt{*tens, end};
}

int han_digit(char32_t code)
{
    constexpr u32string_view kPlain = U"〇一二三四五六七八九";
    constexpr u32string_view kFormal = U"零壹贰叁肆伍陆柒捌玖";
    constexpr u32string_view kOld = U"零壹貳參肆伍陸柒捌玖";
    for (const u32string_view set : {kPlain, kFormal, kOld}) {
        if (const std::size_t at = set.find(code); at != u32string_view::npos)
            return static_cast<int>(at);
    }
    return code == U'两' || code == U'兩' ? 2 : -1;
}

int han_power(char32_t code)
{
    switch (code) {
    case U'十':
    case U'拾':
        return 10;
    case U'百':
    case U'佰':
        return 100;
    case U'千':
    case U'仟':
        return 1000;
    case U'万':
    case U'萬':
        return 10000;
    case U'廿':
        return 20;
    case U'卅':
        return 30;
    default:
        return 0;
    }
}

} // namespace

std::optional<NumberAt> digits_or_roman_at(const u32string& lower, std::size_t at)
{
    if (const auto digits = digits_at(lower, at))
        return digits;
    return roman_at(lower, at);
}

std::optional<NumberAt> number_at(const u32string& lower, std::size_t at)
{
    if (at >= lower.size())
        return std::nullopt;
    if (const auto number = digits_or_roman_at(lower, at))
        return number;
    if (lower.compare(at, 4, U"the ") == 0)
        return spelled_at(lower, at + 4, true);
    return spelled_at(lower, at, false);
}

std::optional<NumberAt> ordinal_at(const u32string& lower, std::size_t at)
{
    if (auto digits = digits_at(lower, at)) {
        for (const u32string_view ending :
             {U".", U"st", U"nd", U"rd", U"th", U"ª", U"º", U"°", U"re", U"er", U"e"}) {
            if (lower.compare(digits->end, ending.size(), ending) == 0)
                return NumberAt{digits->value, digits->end + ending.size()};
        }
        return std::nullopt;
    }
    return spelled_at(lower, at, true);
}

std::optional<NumberAt> han_digits_at(const u32string& text, std::size_t at)
{
    long long total = 0;
    int current = 0;
    bool positional = true; // "一二三": digits beside each other, no powers
    std::size_t end = at;
    for (; end < text.size() && end - at < 12; ++end) {
        if (const int digit = han_digit(text[end]); digit >= 0) {
            current = positional && end > at ? current * 10 + digit : digit;
            if (current > 999'999)
                return std::nullopt;
        } else if (const int power = han_power(text[end]); power > 0) {
            positional = false;
            if (power == 20 || power == 30)
                total += power;
            else if (power == 10000)
                total = (total + std::max(current, 1)) * power;
            else
                total += std::max(current, end == at || current == 0 ? 1 : current) * power;
            if (total > 99'999'999)
                return std::nullopt;
            current = 0;
        } else {
            break;
        }
    }
    if (end == at)
        return std::nullopt;
    return NumberAt{static_cast<int>(total + current), end};
}

std::optional<NumberAt> han_number_at(const u32string& text, std::size_t at)
{
    if (const auto digits = digits_at(text, at))
        return digits;
    return han_digits_at(text, at);
}

} // namespace longhand::ingest::flowing
