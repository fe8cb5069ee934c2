// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tasks/languages.h"
#include "app/tasks/review.h"
#include "engine/base/utf8.h"

#include <algorithm>
#include <array>
#include <set>

namespace longhand::tasks {
namespace {

std::multiset<std::string> numbers_of(std::string_view text)
{
    std::multiset<std::string> numbers;
    std::string digits;
    for (std::size_t at = 0; at <= text.size();) {
        char32_t sign = U' ';
        const std::size_t here = at;
        if (at < text.size())
            sign = utf8::next(text, at);
        else
            ++at;
        if (sign >= U'０' && sign <= U'９')
            sign = U'0' + (sign - U'０');
        if (sign >= U'0' && sign <= U'9') {
            digits += static_cast<char>(sign);
        } else if ((sign == U'.' || sign == U',') && !digits.empty() && here + 1 < text.size() &&
                   text[here + 1] >= '0' && text[here + 1] <= '9') {
            continue;  // 1,234.5 and 1.234,5 are the same number
        } else if (!digits.empty()) {
            numbers.insert(digits);
            digits.clear();
        }
    }
    return numbers;
}

constexpr std::array<std::string_view, 10> kHanDigits = {"零", "一", "二", "三", "四",
                                                         "五", "六", "七", "八", "九"};

// 1887 as 一八八七 and as 一千八百八十七.
std::vector<std::string> in_han(const std::string& digits)
{
    std::string positional, circle, spoken;
    static constexpr std::array<std::string_view, 5> kUnits = {"", "十", "百", "千", "万"};
    bool zero = false;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const auto digit = static_cast<std::size_t>(digits[i] - '0');
        positional += kHanDigits[digit];
        circle += digit == 0 ? "〇" : kHanDigits[digit];
        const std::size_t unit = digits.size() - 1 - i;
        if (unit >= kUnits.size())
            continue;
        if (digit == 0) {
            zero = true;
            continue;
        }
        if (zero && !spoken.empty())
            spoken += "零";
        zero = false;
        spoken += kHanDigits[digit];
        spoken += kUnits[unit];
    }
    std::vector<std::string> forms = {positional, circle};
    if (digits.size() <= kUnits.size() && !spoken.empty()) {
        forms.push_back(spoken);
        if (spoken.starts_with("一十"))
            forms.push_back(spoken.substr(3));
    }
    if (digits == "2")
        forms.emplace_back("两");
    return forms;
}

enum class Closing { none, stop, question, exclamation, open };

// How a text ends; quotation marks and brackets around the end aside.
Closing closing_of(std::string_view text)
{
    Closing closing = Closing::none;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t sign = utf8::next(text, at);
        if (std::u32string_view(U"\"'”’»«」』)）】］]…— \n\t　*").find(sign) != std::u32string_view::npos)
            continue;
        if (sign == U'?' || sign == U'？' || sign == U'؟')
            closing = Closing::question;
        else if (sign == U'!' || sign == U'！')
            closing = Closing::exclamation;
        else if (std::u32string_view(U".。．｡").find(sign) != std::u32string_view::npos)
            closing = Closing::stop;
        else if (std::u32string_view(U",，、:：;；").find(sign) != std::u32string_view::npos)
            closing = Closing::open;
        else
            closing = Closing::none;
    }
    return closing;
}

std::size_t count_of(std::string_view text, std::u32string_view signs)
{
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size();)
        count += signs.find(utf8::next(text, at)) != std::u32string_view::npos ? 1 : 0;
    return count;
}

// Half marks: an opening and a closing one make a quotation, whichever language's.
std::size_t quote_marks(std::string_view text)
{
    return count_of(text, U"\"“”„«»「」『』＂");
}

bool dialogue_by_dashes(std::string_view to)
{
    static constexpr std::array<std::string_view, 6> kLanguages = {"fr", "es", "ru", "it", "pl", "pt"};
    return std::find(kLanguages.begin(), kLanguages.end(), to) != kLanguages.end();
}

}  // namespace

bool numbers_differ(std::string_view source, std::string_view target, std::string_view to)
{
    const auto wanted = numbers_of(source);
    auto have = numbers_of(target);
    const std::string language = primary_language(to);
    return std::any_of(wanted.begin(), wanted.end(), [&](const std::string& number) {
        if (const auto found = have.find(number); found != have.end()) {
            have.erase(found);
            return false;
        }
        if (language == "zh" || language == "ja") {
            const auto forms = in_han(number);
            return std::none_of(forms.begin(), forms.end(), [&](const std::string& form) {
                return target.find(form) != std::string_view::npos;
            });
        }
        // small numbers are written as words
        return number.size() > 2 || number == "0" || (number.size() == 2 && number > "12");
    });
}

bool quotes_differ(std::string_view source, std::string_view target, std::string_view to)
{
    const std::size_t wanted = quote_marks(source);
    const std::size_t have = quote_marks(target);
    if (wanted / 2 == have / 2 && (wanted + have) % 2 == 0)
        return false;
    const std::string_view start = utf8::trim(target);
    if (dialogue_by_dashes(primary_language(to)) &&
        (start.starts_with("—") || start.starts_with("–") || start.starts_with("- ")))
        return false;
    // Speech over several paragraphs opens each of them and closes the last.
    if (wanted % 2 == 1 && (have == wanted || have == wanted + 1))
        return false;
    return true;
}

bool brackets_differ(std::string_view source, std::string_view target)
{
    const auto pairs = [](std::string_view text) {
        return std::pair(count_of(text, U"(（[［【〔{"), count_of(text, U")）]］】〕}"));
    };
    return pairs(source) != pairs(target);
}

bool punctuation_differs(std::string_view source, std::string_view target)
{
    const Closing wanted = closing_of(source);
    const Closing have = closing_of(target);
    if (wanted == have)
        return false;
    if (wanted == Closing::question || have == Closing::question)
        return true;
    if (wanted == Closing::none || wanted == Closing::open)
        return false;  // titles, verse: languages differ
    return have == Closing::open || have == Closing::none;
}

}  // namespace longhand::tasks
