// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tokenizer/normal_steps.h"

#include "engine/tokenizer/kinds.h"

#include "engine/base/utf8.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

namespace longhand::tokenizer {
namespace {

const icu::Normalizer2* normaliser(UnicodeForm form)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* found = nullptr;
    switch (form) {
    case UnicodeForm::nfc:
        found = icu::Normalizer2::getNFCInstance(status);
        break;
    case UnicodeForm::nfd:
        found = icu::Normalizer2::getNFDInstance(status);
        break;
    case UnicodeForm::nfkc:
        found = icu::Normalizer2::getNFKCInstance(status);
        break;
    case UnicodeForm::nfkd:
        found = icu::Normalizer2::getNFKDInstance(status);
        break;
    }
    ENSURE(U_SUCCESS(status) && found != nullptr); // the tables are part of the library
    return found;
}

template <class Change> std::string each_character(std::string_view text, const Change& change)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();)
        change(result, static_cast<UChar32>(utf8::next(text, at)));
    return result;
}

bool is_white(std::string_view text, std::size_t at)
{
    return u_hasBinaryProperty(static_cast<UChar32>(utf8::next(text, at)), UCHAR_WHITE_SPACE) != 0;
}

} // namespace

NormalStep unicode_form(UnicodeForm form)
{
    return [normal = normaliser(form)](std::string text, Place) {
        // plain ASCII is its own normal form in all four
        bool plain = true;
        for (const char sign : text)
            plain = plain && static_cast<unsigned char>(sign) < 0x80;
        if (plain)
            return text;
        const std::string sound = utf8::sanitise(text);
        std::string result;
        icu::StringByteSink<std::string> sink(&result);
        UErrorCode status = U_ZERO_ERROR;
        normal->normalizeUTF8(0, sound, sink, nullptr, status);
        ENSURE(U_SUCCESS(status));
        return result;
    };
}

NormalStep lower_case()
{
    return [](std::string text, Place) {
        return each_character(text, [](std::string& out, UChar32 character) {
            constexpr UChar32 kCapitalWithDot = 0x130; // the one that becomes two characters
            utf8::append(out, static_cast<char32_t>(u_tolower(character)));
            if (character == kCapitalWithDot)
                utf8::append(out, 0x307);
        });
    };
}

NormalStep strip_white(bool left, bool right)
{
    return [left, right](std::string text, Place) {
        std::size_t begin = 0;
        while (left && begin < text.size() && is_white(text, begin))
            utf8::next(text, begin);
        std::size_t end = text.size();
        while (right && end > begin) {
            const std::size_t last = utf8::floor_boundary(text, end - 1);
            if (!is_white(text, last))
                break;
            end = last;
        }
        return text.substr(begin, end - begin);
    };
}

NormalStep strip_accents()
{
    return [](std::string text, Place) {
        return each_character(text, [](std::string& out, UChar32 character) {
            if ((U_GET_GC_MASK(character) & U_GC_M_MASK) == 0)
                utf8::append(out, static_cast<char32_t>(character));
        });
    };
}

NormalStep prepend(std::string what)
{
    return [what = std::move(what)](std::string text, Place place) {
        return text.empty() || place == Place::continues ? text : what + text;
    };
}

NormalStep replace(Pattern pattern, std::string with)
{
    return [pattern = std::move(pattern), with = std::move(with)](const std::string& text, Place) {
        return replaced(pattern, text, with);
    };
}

NormalStep map_characters(Charsmap map)
{
    return [map = std::move(map)](const std::string& text, Place) { return map.apply(text); };
}

NormalStep sentencepiece_blanks(bool remove_extra, bool prefix)
{
    return [remove_extra, prefix](const std::string& text, Place place) {
        std::string marked;
        bool after_blank = remove_extra;
        for (const char sign : text) {
            if (sign != ' ')
                marked += sign;
            else if (!after_blank)
                marked += kBlankMark;
            after_blank = remove_extra && sign == ' ';
        }
        if (remove_extra && marked.ends_with(kBlankMark))
            marked.resize(marked.size() - kBlankMark.size());
        if (prefix && place == Place::start && !marked.empty())
            marked.insert(0, kBlankMark);
        return marked;
    };
}

std::string replaced(const Pattern& pattern, std::string_view text, std::string_view with)
{
    std::string result;
    std::size_t done = 0;
    pattern.each(text, [&](std::size_t begin, std::size_t end) {
        result.append(text.substr(done, begin - done)).append(with);
        done = end;
    });
    return result.append(text.substr(done));
}

} // namespace longhand::tokenizer
