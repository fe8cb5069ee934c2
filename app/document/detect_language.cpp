// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document/document.h"

#include "engine/base/utf8.h"

#include <algorithm>
#include <array>
#include <span>

namespace longhand::document {
namespace {

constexpr std::size_t kBytesRead = 64U << 10U;  // the beginning of a book tells its language

struct Scripts {
    std::size_t latin = 0, han = 0, kana = 0, hangul = 0, cyrillic = 0, arabic = 0, hebrew = 0,
                greek = 0, devanagari = 0, thai = 0;
    std::size_t persian = 0, ukrainian = 0;  // letters that only these write

    [[nodiscard]] std::size_t sum() const
    {
        return latin + han + kana + hangul + cyrillic + arabic + hebrew + greek + devanagari + thai;
    }
};

bool between(char32_t code, char32_t first, char32_t last) { return code >= first && code <= last; }

Scripts count_scripts(std::string_view text)
{
    Scripts scripts;
    for (std::size_t offset = 0; offset < text.size();) {
        const char32_t code = utf8::next(text, offset);
        if (between(code, U'a', U'z') || between(code, U'A', U'Z') || between(code, 0xC0, 0x24F))
            ++scripts.latin;
        else if (utf8::is_kana(code))
            ++scripts.kana;
        else if (utf8::is_han(code))
            ++scripts.han;
        else if (utf8::is_hangul(code))
            ++scripts.hangul;
        else if (between(code, 0x400, 0x52F))
            ++scripts.cyrillic;
        else if (between(code, 0x590, 0x5FF))
            ++scripts.hebrew;
        else if (between(code, 0x600, 0x6FF))
            ++scripts.arabic;
        else if (between(code, 0x370, 0x3FF))
            ++scripts.greek;
        else if (between(code, 0x900, 0x97F))
            ++scripts.devanagari;
        else if (between(code, 0xE00, 0xE7F))
            ++scripts.thai;
        if (code == 0x67E || code == 0x686 || code == 0x698 || code == 0x6AF || code == 0x6CC)
            ++scripts.persian;
        if (code == 0x456 || code == 0x457 || code == 0x454 || code == 0x491)
            ++scripts.ukrainian;
    }
    return scripts;
}

struct FrequentWords {
    std::string_view language;
    std::string_view words;  // each between blanks
};

// The commonest words of running text; those shared by two languages count for both.
constexpr std::array kFrequent{
    FrequentWords{"en", " the of and to in is that it was for with as his her on be at by not this "
                        "are from which or have had you an they were their we if "},
    FrequentWords{"de", " der die und in den von zu das mit sich des auf f\u00FCr ist im dem nicht ein "
                        "eine als auch es an werden aus er hat dass sie nach wird bei "},
    FrequentWords{"fr", " de la le et les des en un du une que est pour qui dans a par plus pas au sur "
                        "ne se ce il sont la avec son cette aux ou mais "},
    FrequentWords{"es", " de la que el en y a los se del las un por con no una su para es al lo como "
                        "m\u00E1s o pero sus le ha me si sin sobre este "},
    FrequentWords{"it", " di e il la che in a per un \u00E8 non del le una si con i da della sono al come "
                        "dei nel gli alla pi\u00F9 anche ma ha questo "},
    FrequentWords{"pt", " de a o que e do da em um para com n\u00E3o uma os no se na por mais as dos como "
                        "mas ao ele das \u00E0 seu sua ou foi "},
    FrequentWords{"nl", " de van het een en in is dat op te zijn met voor niet aan er om ook als maar "
                        "bij of uit door over ze dan naar heeft hij worden "},
    FrequentWords{"sv", " och i att det som en p\u00E5 \u00E4r av f\u00F6r med till den har de inte om ett han "
                        "men var jag sig fr\u00E5n vi s\u00E5 kan n\u00E4r "},
    FrequentWords{"pl", " w i na z nie si\u0119 do to \u017Ce jest o jak za po od przez jego ale co tym tak dla "
                        "by\u0142 czy ich ju\u017C tylko "},
    FrequentWords{"tr", " ve bir bu da de i\u00E7in ile olarak \u00E7ok daha olan gibi ne o kadar ama her sonra "
                        "var en ya ki "},
};

std::string detect_latin(std::string_view text)
{
    std::array<std::size_t, kFrequent.size()> hits{};
    std::size_t words = 0;
    std::string word(1, ' ');
    const auto finish = [&] {
        if (word.size() > 1) {
            ++words;
            word.push_back(' ');
            for (std::size_t i = 0; i < kFrequent.size(); ++i)
                hits[i] += kFrequent[i].words.find(word) != std::string_view::npos ? 1 : 0;
        }
        word.resize(1);
    };
    for (std::size_t offset = 0; offset < text.size();) {
        const char32_t code = utf8::next(text, offset);
        if (between(code, U'A', U'Z') || (between(code, 0xC0, 0xDE) && code != 0xD7))
            utf8::append(word, code + 32);
        else if (between(code, U'a', U'z') || between(code, 0xDF, 0x24F))
            utf8::append(word, code);
        else
            finish();
    }
    finish();
    const auto best = std::ranges::max_element(hits);
    std::size_t second = 0;
    for (auto it = hits.begin(); it != hits.end(); ++it)
        second = it == best ? second : std::max(second, *it);
    // A running text has every third word on its list; a few words in a row prove little.
    if (words < 6 || *best < 3 || *best * 10 < words || *best * 5 < second * 6)
        return "";
    return std::string(kFrequent[static_cast<std::size_t>(best - hits.begin())].language);
}

}  // namespace

std::string detect_language(std::string_view text)
{
    text = text.substr(0, utf8::floor_boundary(text, std::min(text.size(), kBytesRead)));
    const Scripts scripts = count_scripts(text);
    const std::size_t sum = scripts.sum();
    if (sum == 0)
        return "";
    // A Han or hangul character says about as much as three letters.
    const std::size_t cjk = 3 * (scripts.han + scripts.kana + scripts.hangul);
    if (cjk > scripts.latin) {
        if (scripts.hangul * 2 > scripts.han + scripts.kana)
            return "ko";
        return scripts.kana * 20 > scripts.han + scripts.kana ? "ja" : "zh";
    }
    if (scripts.arabic * 2 > sum)
        return scripts.persian * 100 > scripts.arabic * 2 ? "fa" : "ar";
    if (scripts.hebrew * 2 > sum)
        return "he";
    if (scripts.cyrillic * 2 > sum)
        return scripts.ukrainian * 100 > scripts.cyrillic * 2 ? "uk" : "ru";
    if (scripts.greek * 2 > sum)
        return "el";
    if (scripts.devanagari * 2 > sum)
        return "hi";
    if (scripts.thai * 2 > sum)
        return "th";
    return detect_latin(text);
}

}  // namespace longhand::document
