// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/flowing/text_encoding.h"

#include "engine/base/utf8.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>
#include <unordered_set>
#include <vector>

namespace longhand::ingest::flowing {
namespace {

constexpr std::size_t kSampleBytes = 192 * 1024;

using CodePoints = std::unordered_set<char32_t>;

// Characters so frequent that a text of the language cannot avoid them; a wrong decoding meets
// them by accident only.
constexpr std::u32string_view kPunctuation =
    U"\u3000\u3001\u3002\u300a\u300b\u300c\u300d\u300e\u300f\uff01\uff08\uff09\uff0c\uff1a\uff1b"
    U"\uff1f\u2014\u2018\u2019\u201c\u201d\u2026\u00b7\u3010\u3011\u30fb\u30fc";
constexpr std::u32string_view kSimplified = U"的一是不了在人有我他这个们中来上大为和国地到以说时要"
                                            U"就出会可也你对生能而子那得于着下自之年过发后"
                                            U"作里用道行所然家种事成方多经么去法学如都同现当没动面"
                                            U"起看定天分还进好小部其些主样理心她本前开但因"
                                            U"只从想实日军者意无力它与长把机十民第公此已工使情明性"
                                            U"知全三又关点正业外将两高间由问很最重并物手应"
                                            U"见老头听话门回身何便却曰吾乃";
constexpr std::u32string_view kTraditional = U"的一是不了在人有我他這個們中來上大為和國地到以說時要"
                                             U"就出會可也你對生能而子那得於著下自之年過發後"
                                             U"作裡用道行所然家種事成方多經麼去法學如都同現當沒動面"
                                             U"起看定天分還進好小部其些主樣理心她本前開但因"
                                             U"只從想實日軍者意無力它與長把機十民第公此已工使情明性"
                                             U"知全三又關點正業外將兩高間由問很最重並物手應"
                                             U"見老頭聽話門回身何便卻曰吾乃";
constexpr std::u32string_view kKorean = U"이다는에의을를은가고하지로도사한그나어아리서기시자대들것"
                                        U"수있과인으만해여라니일보게전면정부었했말없"
                                        U"던와때거우내안무마생년장";
constexpr std::u32string_view kRussian = U"оеаинтсрвлкмдпуяыьгзбчйх";
constexpr std::u32string_view kWestern =
    U"àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿßœŠšžÀÁÂÄÅÆÇÈÉÊËÍÎÑÓÔÖØÙÚÜŒ‘’“”„–—…«»‹›°©·\u00a0£§½€™†•¡¿";

CodePoints set_of(std::u32string_view first, std::u32string_view second = {})
{
    CodePoints set(first.begin(), first.end());
    set.insert(second.begin(), second.end());
    return set;
}

// Half-width kana are left out: every byte of Cyrillic looks like one in Shift_JIS.
bool is_japanese_letter(char32_t code)
{
    return code >= 0x3041 && code <= 0x30FF;
}

struct Candidate {
    const char* name; // as shown
    const char* converter;
    CodePoints frequent;
    bool kana = false;         // kana count as frequent
    bool single_bytes = false; // letters stand between ASCII letters, not in long rows
    bool own_words = false;    // no word mixes its letters with ASCII
};

const std::vector<Candidate>& candidates()
{
    static const std::vector<Candidate> kAll = {
        {"GB18030", "gb18030", set_of(kSimplified, kPunctuation)},
        {"Big5", "Big5", set_of(kTraditional, kPunctuation)},
        {"Shift_JIS", "Shift_JIS", set_of(kTraditional, kPunctuation), true},
        {"EUC-JP", "EUC-JP", set_of(kTraditional, kPunctuation), true},
        {"EUC-KR", "windows-949", set_of(kKorean, kPunctuation)},
        {"windows-1251", "windows-1251", set_of(kRussian), false, false, true},
        {"KOI8-R", "KOI8-R", set_of(kRussian), false, false, true},
        {"windows-1252", "windows-1252", set_of(kWestern), false, true},
    };
    return kAll;
}

struct ConverterClosed {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, ConverterClosed>;

Converter open_converter(const char* name)
{
    UErrorCode status = U_ZERO_ERROR;
    Converter converter(ucnv_open(name, &status));
    // Without a name ICU falls back to its default: an ambiguous or unknown one is none.
    if (U_FAILURE(status) || status == U_AMBIGUOUS_ALIAS_WARNING)
        status = U_ZERO_ERROR;
    return converter;
}

void append_utf16(std::string& out, const char16_t* units, std::size_t count, char32_t& high)
{
    for (std::size_t i = 0; i < count; ++i) {
        const char32_t unit = units[i];
        if (unit >= 0xD800 && unit < 0xDC00) {
            high = unit;
        } else if (unit >= 0xDC00 && unit < 0xE000) {
            utf8::append(out,
                         high == 0 ? 0xFFFD : 0x10000 + ((high - 0xD800) << 10U) + (unit - 0xDC00));
            high = 0;
        } else {
            utf8::append(out, unit);
            high = 0;
        }
    }
}

std::string convert(UConverter* converter, std::string_view bytes)
{
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 2);
    std::array<char16_t, 8192> buffer;
    const char* from = bytes.data();
    const char* const end = from + bytes.size();
    char32_t high = 0;
    for (;;) {
        UErrorCode status = U_ZERO_ERROR;
        char16_t* to = buffer.data();
        ucnv_toUnicode(converter, &to, buffer.data() + buffer.size(), &from, end, nullptr, 1,
                       &status);
        append_utf16(out, buffer.data(), static_cast<std::size_t>(to - buffer.data()), high);
        if (status != U_BUFFER_OVERFLOW_ERROR)
            return out;
    }
}

struct Weights {
    std::size_t characters = 0; // not ASCII
    std::size_t frequent = 0;
    std::size_t broken = 0; // U+FFFD, private use, control characters
};

bool is_broken(char32_t code)
{
    return code == 0xFFFD ||
           (code < 0x20 && code != '\t' && code != '\n' && code != '\r' && code != '\f') ||
           (code >= 0x7F && code < 0xA0) || (code >= 0xE000 && code < 0xF900) || code >= 0xF0000;
}

// Single-byte scripts of the west: a run of more than two letters outside ASCII is no word.
Weights weigh(std::string_view text, const Candidate& candidate)
{
    Weights weights;
    std::size_t run = 0;
    bool after_ascii = false;
    for (std::size_t offset = 0; offset < text.size();) {
        const char32_t code = utf8::next(text, offset);
        if (is_broken(code))
            ++weights.broken;
        if (code < 0x80) {
            run = 0;
            after_ascii = (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z');
            continue;
        }
        ++run;
        ++weights.characters;
        if ((candidate.single_bytes && run > 2) || (candidate.own_words && after_ascii))
            continue;
        if (candidate.frequent.count(code) != 0 || (candidate.kana && is_japanese_letter(code)))
            ++weights.frequent;
    }
    return weights;
}

std::string_view sample_of(std::string_view bytes)
{
    return bytes.substr(0, kSampleBytes);
}

struct Guess {
    std::string name, converter;
    double score = 0;
    std::size_t characters = 0, broken = 0;
};

Guess guess_with(std::string_view sample, const Candidate& candidate)
{
    const Converter converter = open_converter(candidate.converter);
    if (!converter)
        return {};
    const Weights weights = weigh(convert(converter.get(), sample), candidate);
    if (weights.characters == 0)
        return {};
    const auto share = [&](std::size_t part) {
        return static_cast<double>(part) / static_cast<double>(weights.characters);
    };
    // The last character of a sample may be cut.
    const std::size_t broken = weights.broken > 0 ? weights.broken - 1 : 0;
    // The table of a short alphabet is met by accident more often.
    const double accident = candidate.own_words ? 0.35 : 0.0;
    return {candidate.name, candidate.converter,
            share(weights.frequent) - 8 * share(broken) - accident, weights.characters, broken};
}

// The detector's word for encodings that have no table here (central European, Greek, Thai...).
std::optional<std::string> second_opinion(std::string_view sample)
{
    const std::unique_ptr<std::remove_pointer_t<uchardet_t>, decltype(&uchardet_delete)> detector(
        uchardet_new(), &uchardet_delete);
    if (!detector || uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0)
        return std::nullopt;
    uchardet_data_end(detector.get());
    std::string name = uchardet_get_charset(detector.get());
    if (name.empty() || !open_converter(name.c_str()))
        return std::nullopt;
    return name;
}

DecodedText decoded(std::string_view bytes, const std::string& converter_name, std::string shown,
                    bool certain)
{
    DecodedText result{.encoding = std::move(shown), .certain = certain};
    if (const Converter converter = open_converter(converter_name.c_str()))
        result.text = convert(converter.get(), bytes);
    if (result.text.starts_with("\xEF\xBB\xBF"))
        result.text.erase(0, 3);
    for (std::size_t at = result.text.find("\xEF\xBF\xBD"); at != std::string::npos;
         at = result.text.find("\xEF\xBF\xBD", at + 3))
        ++result.replaced;
    return result;
}

std::optional<DecodedText> by_mark(std::string_view bytes)
{
    if (bytes.starts_with("\xEF\xBB\xBF"))
        return decoded(bytes, "UTF-8", "UTF-8", true);
    if (bytes.starts_with(std::string_view("\xFF\xFE\0\0", 4)) && bytes.size() % 4 == 0)
        return decoded(bytes, "UTF-32LE", "UTF-32LE", true);
    if (bytes.starts_with(std::string_view("\0\0\xFE\xFF", 4)))
        return decoded(bytes, "UTF-32BE", "UTF-32BE", true);
    if (bytes.starts_with("\xFF\xFE"))
        return decoded(bytes, "UTF-16LE", "UTF-16LE", true);
    if (bytes.starts_with("\xFE\xFF"))
        return decoded(bytes, "UTF-16BE", "UTF-16BE", true);
    return std::nullopt;
}

// UTF-16 without a mark: what comes out in one of the two orders is ASCII and frequent letters of
// living scripts for a good part, and hardly anything broken.
std::optional<DecodedText> by_zero_bytes(std::string_view bytes)
{
    const std::string_view sample = sample_of(bytes);
    Candidate any{"", "", set_of(kSimplified, kPunctuation), true};
    for (const std::u32string_view more : {kTraditional, kRussian, kWestern, kKorean})
        any.frequent.insert(more.begin(), more.end());
    const char* best = nullptr;
    double best_share = 0.3;
    for (const char* const name : {"UTF-16LE", "UTF-16BE"}) {
        const Converter converter = open_converter(name);
        if (!converter)
            continue;
        const std::string text =
            convert(converter.get(), sample.substr(0, sample.size() & ~std::size_t{1}));
        const Weights weights = weigh(text, any);
        const std::size_t all = utf8::count(text);
        const double share = static_cast<double>(all - weights.characters + weights.frequent) /
                             static_cast<double>(std::max<std::size_t>(all, 1));
        if (weights.broken * 50 <= all && share > best_share) {
            best = name;
            best_share = share;
        }
    }
    if (best == nullptr)
        return std::nullopt;
    return decoded(bytes, best, best, best_share > 0.4);
}

// How many bytes of the text are no valid UTF-8, a cut at the very end not counted.
std::size_t invalid_utf8_bytes(std::string_view bytes)
{
    const std::string_view whole = bytes.substr(0, bytes.size() - utf8::incomplete_tail(bytes));
    if (utf8::is_valid(whole))
        return 0;
    std::size_t invalid = 0;
    for (std::size_t offset = 0; offset < whole.size();) {
        const std::size_t begin = offset;
        if (utf8::next(whole, offset) == 0xFFFD && offset == begin + 1)
            ++invalid;
    }
    return invalid;
}

DecodedText as_utf8(std::string_view bytes, std::size_t invalid)
{
    DecodedText result{.encoding = "UTF-8", .certain = true, .replaced = invalid};
    result.text =
        invalid == 0 && utf8::is_valid(bytes) ? std::string(bytes) : utf8::sanitise(bytes);
    return result;
}

DecodedText by_plausibility(std::string_view bytes)
{
    const std::string_view sample = sample_of(bytes);
    std::vector<Guess> guesses;
    for (const Candidate& candidate : candidates())
        guesses.push_back(guess_with(sample, candidate));
    std::stable_sort(guesses.begin(), guesses.end(),
                     [](const Guess& a, const Guess& b) { return a.score > b.score; });
    const Guess& best = guesses[0];
    constexpr double kPlausible = 0.22;
    const bool long_text = best.characters >= 400;
    const bool certain = best.score > (long_text ? 0.3 : 2 * kPlausible) &&
                         best.score > 2 * std::max(guesses[1].score, 0.0) &&
                         best.characters >= 60 && best.broken * 1000 <= best.characters;
    if (best.score >= kPlausible)
        return decoded(bytes, best.converter, best.name, certain);
    if (const auto name = second_opinion(sample))
        return decoded(bytes, *name, *name, false);
    return decoded(bytes, "windows-1252", "windows-1252", false);
}

} // namespace

Result<std::string> to_utf8(std::string_view bytes, const std::string& encoding)
{
    const Converter converter = open_converter(encoding.c_str());
    if (!converter || encoding.empty())
        return Error{ErrorKind::invalid, "no encoding is called " + encoding};
    return convert(converter.get(), bytes);
}

Result<DecodedText> decode_text(std::string_view bytes, const std::string& asked)
{
    if (!asked.empty()) {
        const Converter converter = open_converter(asked.c_str());
        if (!converter)
            return Error{ErrorKind::invalid,
                         "no encoding is called " + asked +
                             "; known ones are UTF-8, UTF-16LE, UTF-16BE, GB18030, "
                             "Big5, Shift_JIS, EUC-JP, EUC-KR, windows-1252 and others"};
        return decoded(bytes, asked, asked, true);
    }
    if (auto marked = by_mark(bytes))
        return std::move(*marked);
    if (bytes.find('\0') != std::string_view::npos) {
        if (auto wide = by_zero_bytes(bytes))
            return std::move(*wide);
    }
    const std::size_t invalid = invalid_utf8_bytes(bytes);
    const auto continuation =
        static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), [](char c) {
            return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
        }));
    if (invalid == 0 && (continuation > 0 || utf8::is_valid(bytes)))
        return as_utf8(bytes, 0);
    // A few damaged bytes in a long text of many valid sequences: still UTF-8.
    if (invalid * 50 < continuation)
        return as_utf8(bytes, invalid);
    return by_plausibility(bytes);
}

} // namespace longhand::ingest::flowing
