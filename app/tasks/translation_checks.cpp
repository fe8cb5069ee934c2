// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tasks/translation_checks.h"

#include "app/context/words.h"
#include "app/document/document.h"
#include "app/tasks/languages.h"
#include "app/tasks/review.h"
#include "engine/base/utf8.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace longhand::tasks {
namespace {

struct Scripts {
    std::size_t letters = 0, han = 0, kana = 0, hangul = 0;
    [[nodiscard]] double share(std::size_t count) const
    {
        return letters == 0 ? 0.0 : static_cast<double>(count) / static_cast<double>(letters);
    }
};

Scripts scripts_of(std::string_view text)
{
    Scripts scripts;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t character = utf8::next(text, at);
        if (!context::is_letter(character) || (character >= U'0' && character <= U'9'))
            continue;
        ++scripts.letters;
        scripts.han += utf8::is_han(character) ? 1 : 0;
        scripts.kana += utf8::is_kana(character) ? 1 : 0;
        scripts.hangul += utf8::is_hangul(character) ? 1 : 0;
    }
    return scripts;
}

std::set<std::u32string> bigrams(std::string_view text)
{
    const context::Letters letters = context::letters_of(text);
    std::set<std::u32string> all;
    for (std::size_t i = 0; i + 1 < letters.text.size(); ++i)
        all.insert(letters.text.substr(i, 2));
    return all;
}

double similarity(std::string_view a, std::string_view b)
{
    const auto first = bigrams(a);
    const auto second = bigrams(b);
    std::size_t shared = 0;
    for (const auto& pair : first)
        shared += second.contains(pair) ? 1 : 0;
    const std::size_t all = first.size() + second.size() - shared;
    return all == 0 ? 0.0 : static_cast<double>(shared) / static_cast<double>(all);
}

bool in_wrong_script(const Scripts& target, std::string_view to)
{
    if (target.letters < 4)
        return false;
    if (to == "zh")
        return target.share(target.han) < 0.5 || target.share(target.kana) > 0.15;
    if (to == "ja")
        return target.share(target.han + target.kana) < 0.5;
    if (to == "ko")
        return target.share(target.hangul) < 0.4;
    return target.share(target.han + target.kana + target.hangul) > 0.3;
}

// The words of a Latin script that stand in both texts, quoted or with a capital: names and
// foreign words that a translation keeps.
std::string without_kept_words(std::string_view target, std::string_view source)
{
    std::string rest;
    for (std::size_t at = 0; at < target.size();) {
        std::size_t end = at;
        while (end < target.size() && ((target[end] >= 'a' && target[end] <= 'z') ||
                                       (target[end] >= 'A' && target[end] <= 'Z')))
            ++end;
        if (end == at) {
            rest += target[at++];
            continue;
        }
        const std::string_view word = target.substr(at, end - at);
        const bool capital = word.front() >= 'A' && word.front() <= 'Z';
        if (!capital || source.find(word) == std::string_view::npos)
            rest += word;
        at = end;
    }
    return rest;
}

// Without what stands between quotation marks in both texts.
std::string without_shared_quotes(std::string_view target, std::string_view source)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kMarks = {
        {{"\"", "\""}, {"“", "”"}, {"«", "»"}, {"「", "」"}, {"‘", "’"}}};
    std::string rest(target);
    for (const auto& [opening, closing] : kMarks)
        for (std::size_t at = rest.find(opening); at != std::string::npos;) {
            const std::size_t begin = at + opening.size();
            const std::size_t end = rest.find(closing, begin);
            if (end == std::string::npos)
                break;
            if (end > begin && source.find(rest.substr(begin, end - begin)) != std::string_view::npos) {
                rest.erase(at, end + closing.size() - at);
                at = rest.find(opening, at);
            } else {
                at = rest.find(opening, end + closing.size());
            }
        }
    return rest;
}

enum class Tongue { right, source, other };

Tongue tongue_of(const TranslationPair& pair)
{
    const std::string from = primary_language(pair.from);
    const std::string to = primary_language(pair.to);
    if (from == to || to.empty())
        return Tongue::right;
    const Scripts source = scripts_of(pair.source);
    std::string kept = without_shared_quotes(pair.target, pair.source);
    // a source that is one quotation, come back as it was, is no quoted word
    if (scripts_of(kept).letters * 3 < scripts_of(pair.target).letters)
        kept = pair.target;
    if (to == "zh" || to == "ja" || to == "ko")
        kept = without_kept_words(kept, pair.source);
    const Scripts target = scripts_of(kept);
    if (in_wrong_script(target, to) && source.letters >= 4)
        return Tongue::source;
    // names alone may stay as they are
    if (source.letters >= 24 && similarity(pair.source, kept) >= 0.8)
        return Tongue::source;
    if (target.letters < 40)
        return Tongue::right;
    const std::string detected = document::detect_language(kept);
    if (detected.empty() || detected == to)
        return Tongue::right;
    return detected == from ? Tongue::source : Tongue::other;
}

// One unit of up to 12 characters, many times on end, and not so in the source.
bool is_repetitive(std::string_view text)
{
    std::u32string characters;
    for (std::size_t at = 0; at < text.size();)
        characters += utf8::next(text, at);
    constexpr std::size_t kTimes = 10;
    for (std::size_t unit = 1; unit <= 12; ++unit) {
        std::size_t run = 0;
        for (std::size_t i = unit; i < characters.size(); ++i) {
            run = characters[i] == characters[i - unit] ? run + 1 : 0;
            if (run >= unit * kTimes)
                return true;
        }
    }
    // the same sentence again and again
    std::map<std::string_view, std::size_t> seen;
    for (const auto& [begin, end] : document::sentences(text))
        if (end - begin > 12 && ++seen[text.substr(begin, end - begin)] >= 4)
            return true;
    return false;
}

bool is_refusal(std::string_view target, std::string_view source)
{
    static constexpr std::array<std::string_view, 9> kBeginnings = {
        "I'm sorry", "I am sorry", "Sorry, ", "As an AI", "I cannot", "I can't", "I'm unable",
        "抱歉", "对不起，我"};
    return std::any_of(kBeginnings.begin(), kBeginnings.end(), [&](std::string_view beginning) {
        return target.starts_with(beginning) && !source.starts_with(beginning);
    });
}

}  // namespace

// A Han character says about what two and a half letters say.
double text_weight(std::string_view text)
{
    double sum = 0.0;
    for (std::size_t at = 0; at < text.size();)
        sum += utf8::is_cjk(utf8::next(text, at)) ? 2.5 : 1.0;
    return sum;
}

bool has_words(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const char32_t character = utf8::next(text, at);
        if (context::is_letter(character) && !(character >= U'0' && character <= U'9'))
            return true;
    }
    return false;
}

TranslationVerdict check_translation(const TranslationPair& pair)
{
    TranslationVerdict verdict;
    const auto fatal = [&](const char* name) {
        verdict.usable = false;
        verdict.warnings.emplace_back(name);
    };
    const std::string_view target = utf8::trim(pair.target);
    if (target.empty()) {
        fatal("empty");
        return verdict;
    }
    if (pair.finish == infer::Finish::length)
        fatal("cut_short");
    if (pair.finish == infer::Finish::loop || (is_repetitive(target) && !is_repetitive(pair.source)))
        fatal("repetition");
    if (is_refusal(target, pair.source))
        fatal("refusal");
    if (const Tongue tongue = tongue_of(pair); tongue != Tongue::right)
        fatal(tongue == Tongue::source ? "untranslated" : "language");
    const double source_weight = text_weight(pair.source);
    const double ratio = text_weight(target) / std::max(source_weight, 1.0);
    if (source_weight >= 20.0) {
        if (ratio < 0.25 || ratio > 4.0)
            fatal("length");
        else if (ratio < 0.5 || ratio > 2.2)
            verdict.warnings.emplace_back("length_unusual");
    } else if (ratio > 12.0) {
        fatal("length");
    }
    if (numbers_differ(pair.source, target, pair.to))
        verdict.warnings.emplace_back("numbers");
    return verdict;
}

namespace {

// Breaks become a blank, or nothing between wide characters.
std::string on_one_line(std::string_view text)
{
    std::string line;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view part = utf8::trim(text.substr(at, end - at));
        at = end + 1;
        if (part.empty())
            continue;
        std::size_t offset = 0;
        if (!line.empty() && !utf8::is_cjk(utf8::next(part, offset)))
            line += ' ';
        line += part;
    }
    return line;
}

}  // namespace

std::string clean_translation(std::string_view answer, std::string_view source)
{
    std::string_view text = utf8::trim(answer);
    for (const std::string_view opening :
         {"Translation:", "Here is the translation:", "Here's the translation:", "译文：", "翻译："})
        if (text.starts_with(opening) && !source.starts_with(opening))
            text = utf8::trim(text.substr(opening.size()));
    if (text.size() > 2 && text.front() == '"' && text.back() == '"' &&
        source.find('"') == std::string_view::npos &&
        text.substr(1, text.size() - 2).find('"') == std::string_view::npos)
        text = utf8::trim(text.substr(1, text.size() - 2));
    if (source.find('\n') == std::string_view::npos)
        return on_one_line(text);
    return std::string(text);
}

}  // namespace longhand::tasks
