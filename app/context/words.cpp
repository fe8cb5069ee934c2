// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/context/words.h"

#include "engine/base/utf8.h"

#include <array>
#include <set>
#include <unordered_set>

namespace longhand::context {
namespace {

// U+00C0..U+017F without their accents; '.' where there is no base letter.
constexpr std::string_view kBase =
    "aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllll.."
    "llnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

char32_t full_width_undone(char32_t code)
{
    return code >= 0xFF01 && code <= 0xFF5E ? code - 0xFEE0 : code;
}

char32_t fold(char32_t code)
{
    code = full_width_undone(code);
    if (code >= U'A' && code <= U'Z')
        return code + 32;
    if (code >= 0xC0 && code < 0xC0 + kBase.size()) {
        const char base = kBase[code - 0xC0];
        return base == '.' ? code : static_cast<char32_t>(base);
    }
    if (code >= 0x391 && code <= 0x3A9) // Greek
        return code + 32;
    if (code >= 0x410 && code <= 0x42F) // Cyrillic
        return code + 32;
    if (code >= 0x400 && code <= 0x40F)
        return code + 80;
    if (code == 0x451)
        return 0x435;
    return code;
}

std::string_view ligature(char32_t code)
{
    switch (code) {
    case 0xFB00: return "ff";
    case 0xFB01: return "fi";
    case 0xFB02: return "fl";
    case 0xFB03: return "ffi";
    case 0xFB04: return "ffl";
    default: return {};
    }
}

bool is_digit(char32_t code)
{
    code = full_width_undone(code);
    return code >= U'0' && code <= U'9';
}

bool is_capital(char32_t code)
{
    return (code >= U'A' && code <= U'Z') || (code >= 0xC0 && code <= 0xDE && code != 0xD7) ||
           (code >= 0x391 && code <= 0x3A9) || (code >= 0x400 && code <= 0x42F);
}

bool pairs(char32_t code) { return utf8::is_han(code) || utf8::is_kana(code); }

bool ends_sentence(char32_t code)
{
    return code == U'.' || code == U'!' || code == U'?' || code == U':' || code == U'"' ||
           code == 0x201C || code == 0x2018 || code == 0xAB || code == U'\n' || code == 0x2022;
}

const std::unordered_set<std::string_view>& common_words()
{
    static const std::unordered_set<std::string_view> words = {
        // English
        "a", "about", "after", "all", "also", "am", "an", "and", "any", "are", "as", "at", "be",
        "because", "been", "before", "being", "but", "by", "can", "could", "did", "do", "does",
        "each", "for", "from", "had", "has", "have", "he", "her", "hers", "him", "his", "how", "i",
        "if", "in", "into", "is", "it", "its", "me", "may", "might", "more", "most", "must", "my",
        "no", "not", "of", "on", "one", "only", "or", "other", "our", "out", "over", "s", "say",
        "says", "said", "shall", "she", "should", "so", "some", "such", "t", "than", "that", "the",
        "their", "them", "then", "there", "these", "they", "this", "those", "through", "to", "too",
        "under", "up", "us", "very", "was", "we", "were", "what", "when", "where", "which", "while",
        "who", "whom", "whose", "why", "will", "with", "would", "you", "your", "many", "much",
        "often", "called", "name", "named", "tell", "according", "text", "book", "author", "chapter",
        // German
        "aber", "als", "am", "an", "auch", "auf", "aus", "bei", "beim", "bis", "das", "dass", "dem",
        "den", "der", "des", "die", "dies", "diese", "dieser", "dieses", "doch", "du", "durch",
        "ein", "eine", "einem", "einen", "einer", "eines", "er", "es", "fur", "hat", "hatte",
        "hatten", "haben", "ich", "ihr", "ihre", "ihrer", "im", "in", "ins", "ist", "kann", "man",
        "mehr", "mit", "nach", "nicht", "noch", "nur", "oder", "ob", "sein", "seine", "seiner",
        "sich", "sie", "sind", "so", "uber", "um", "und", "uns", "unter", "viel", "viele", "vom",
        "von", "vor", "war", "waren", "warum", "was", "welche", "welchem", "welchen", "welcher",
        "welches", "wann", "wenn", "wer", "werden", "wie", "wir", "wird", "wo", "wurde", "wurden",
        "zu", "zum", "zur", "zwischen", "heisst", "worden",
        // French, Spanish
        "au", "aux", "avec", "ce", "ces", "cet", "cette", "comment", "combien", "dans", "de", "du",
        "elle", "en", "est", "et", "etait", "il", "ils", "la", "le", "les", "leur", "lui", "mais",
        "ne", "nous", "ou", "par", "pas", "plus", "pour", "pourquoi", "qu", "quand", "que", "quel",
        "quelle", "quelles", "quels", "qui", "quoi", "sa", "se", "ses", "son", "sont", "sur", "un",
        "une", "vous", "c", "d", "j", "l", "m", "n", "al", "como", "con", "cual", "cuando",
        "cuantos", "del", "donde", "el", "era", "es", "fue", "ha", "las", "lo", "los", "no", "o",
        "para", "pero", "por", "quien", "sin", "su", "sus", "una", "y"};
    return words;
}

// Pairs made of characters that carry grammar or ask.
bool common_pair(char32_t first, char32_t second)
{
    static const std::u32string grammar =
        U"的了是在和与及也都就而被把对为之其这那哪什么吗呢谁个有着过到从于以上下中不何多少几怎样时候请问"
        U"のはがをにとでもやかしたてれるらいうすこそあさなりだよねへ";
    return grammar.find(first) != std::u32string::npos &&
           grammar.find(second) != std::u32string::npos;
}

std::string stem(const std::string& word)
{
    static constexpr std::array<std::string_view, 16> kEndings = {
        "ingly", "ings", "edly", "ment", "ing", "ies", "ed", "es", "ly", "en", "er", "em",
        "s",     "e",    "n",    "y"};
    std::string out = word;
    // Twice, so that "walkers" meets "walk"; a stem keeps three letters at least.
    for (int round = 0; round < 2; ++round)
        for (const std::string_view ending : kEndings)
            if (out.size() >= ending.size() + (ending.size() == 1 ? 3 : 4) &&
                out.ends_with(ending)) {
                out.resize(out.size() - ending.size());
                break;
            }
    return out;
}

class WordCutter {
public:
    explicit WordCutter(std::string_view text) : text_(text) {}

    std::vector<Word> cut()
    {
        for (std::size_t offset = 0; offset < text_.size();) {
            const std::size_t begin = offset;
            const char32_t code = utf8::next(text_, offset);
            take(code, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(offset));
        }
        finish_word();
        finish_pair();
        return std::move(words_);
    }

private:
    void take(char32_t code, std::uint32_t begin, std::uint32_t end)
    {
        if (pairs(code)) {
            finish_word();
            take_character(code, begin, end);
            return;
        }
        finish_pair();
        if (!is_letter(code)) {
            // "1,000" and "3.5" are one number; "don't" and "l'an" are two words.
            const bool inside_number = !run_.empty() && number_ && (code == U',' || code == U'.') &&
                                       end < text_.size() && is_digit(peek(end));
            if (inside_number) {
                if (code == U'.')
                    run_.push_back('.');
                return;
            }
            if (code == 0xAD) // soft hyphen
                return;
            finish_word();
            sentence_begins_ = sentence_begins_ || ends_sentence(code);
            return;
        }
        if (run_.empty()) {
            begin_ = begin;
            number_ = is_digit(code);
            capital_ = is_capital(code);
        }
        if (const std::string_view letters = ligature(code); !letters.empty())
            run_ += letters;
        else if (code == 0xDF)
            run_ += "ss";
        else if (code == 0x153)
            run_ += "oe";
        else if (code == 0xE6)
            run_ += "ae";
        else
            utf8::append(run_, fold(code));
        end_ = end;
    }

    void take_character(char32_t code, std::uint32_t begin, std::uint32_t end)
    {
        if (previous_ != 0) {
            std::string pair;
            utf8::append(pair, previous_);
            utf8::append(pair, code);
            words_.push_back({.stem = std::move(pair),
                              .begin = previous_begin_,
                              .end = end,
                              .common = common_pair(previous_, code),
                              .cjk = true});
            paired_ = true;
        }
        previous_ = code;
        previous_begin_ = begin;
        previous_end_ = end;
        sentence_begins_ = false;
    }

    // A character that stands alone is a word of its own.
    void finish_pair()
    {
        if (previous_ != 0 && !paired_) {
            std::string single;
            utf8::append(single, previous_);
            words_.push_back({.stem = std::move(single),
                              .begin = previous_begin_,
                              .end = previous_end_,
                              .common = common_pair(previous_, previous_),
                              .cjk = true});
        }
        previous_ = 0;
        paired_ = false;
    }

    void finish_word()
    {
        if (run_.empty())
            return;
        const bool common = common_words().contains(run_);
        words_.push_back({.stem = number_ || common ? run_ : stem(run_),
                          .begin = begin_,
                          .end = end_,
                          .number = number_,
                          .name = capital_ && !sentence_begins_ && !common,
                          .common = common});
        run_.clear();
        sentence_begins_ = false;
    }

    [[nodiscard]] char32_t peek(std::size_t offset) const { return utf8::next(text_, offset); }

    std::string_view text_;
    std::vector<Word> words_;
    std::string run_;
    std::uint32_t begin_ = 0, end_ = 0, previous_begin_ = 0, previous_end_ = 0;
    char32_t previous_ = 0;
    bool number_ = false, capital_ = false, paired_ = false, sentence_begins_ = true;
};

} // namespace

bool is_letter(char32_t code)
{
    code = full_width_undone(code);
    if (code < 0x80)
        return (code >= U'0' && code <= U'9') || (code >= U'a' && code <= U'z') ||
               (code >= U'A' && code <= U'Z');
    if (code < 0xC0 || code == 0xD7 || code == 0xF7)
        return code == 0xAA || code == 0xB5 || code == 0xBA;
    // General punctuation, symbols, CJK punctuation and private use are no letters.
    if ((code >= 0x2000 && code <= 0x2BFF) || (code >= 0x3000 && code <= 0x3004) ||
        (code >= 0x3008 && code <= 0x3020) || code == 0x3030 || code == 0x30FB ||
        (code >= 0xE000 && code <= 0xF8FF) || (code >= 0xFE10 && code <= 0xFE6F) ||
        (code >= 0xFF00 && code <= 0xFF20) || code == 0xFFFD || code == 0xFEFF)
        return false;
    return !utf8::is_space(code) && !(code >= 0xFF3B && code <= 0xFF65);
}

Letters letters_of(std::string_view text)
{
    Letters out;
    out.text.reserve(text.size());
    const auto push = [&](char32_t code, std::size_t begin, std::size_t end) {
        out.text.push_back(code);
        out.begin.push_back(static_cast<std::uint32_t>(begin));
        out.end.push_back(static_cast<std::uint32_t>(end));
    };
    for (std::size_t offset = 0; offset < text.size();) {
        const std::size_t begin = offset;
        const char32_t code = utf8::next(text, offset);
        if (const std::string_view letters = ligature(code); !letters.empty())
            for (const char letter : letters)
                push(static_cast<char32_t>(letter), begin, offset);
        else if (code == 0xDF) {
            push(U's', begin, offset);
            push(U's', begin, offset);
        } else if (is_letter(code))
            push(fold(code), begin, offset);
    }
    return out;
}

std::vector<Word> words_of(std::string_view text) { return WordCutter(text).cut(); }

std::vector<Word> content_words(std::string_view text)
{
    std::vector<Word> out;
    std::set<std::string> seen;
    for (Word& word : words_of(text))
        if (!word.common && seen.insert(word.stem).second)
            out.push_back(std::move(word));
    return out;
}

} // namespace longhand::context
