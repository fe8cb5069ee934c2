// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tokenizer/pre_tokenizer.h"

#include "engine/base/utf8.h"

#include <unicode/uchar.h>

#include <array>
#include <cstdint>

namespace longhand::tokenizer {
namespace {

enum class CharClass : std::uint8_t { letter, digit, blank, other };

CharClass class_of(UChar32 character)
{
    const std::uint32_t mask = U_GET_GC_MASK(character);
    if ((mask & U_GC_L_MASK) != 0)
        return CharClass::letter;
    if ((mask & U_GC_N_MASK) != 0)
        return CharClass::digit;
    if (u_hasBinaryProperty(character, UCHAR_WHITE_SPACE) != 0)
        return CharClass::blank;
    return CharClass::other;
}

const std::array<CharClass, 128>& ascii_classes()
{
    static const std::array<CharClass, 128> table = [] {
        std::array<CharClass, 128> classes{};
        for (std::size_t i = 0; i < classes.size(); ++i)
            classes[i] = class_of(static_cast<UChar32>(i));
        return classes;
    }();
    return table;
}

// Walks over characters; an invalid byte is a character of its own.
class Cursor {
public:
    explicit Cursor(std::string_view text) : text_(text) {}
    [[nodiscard]] bool at_end(std::size_t at) const { return at >= text_.size(); }
    // The class of the character at `at`, and where the next one begins.
    [[nodiscard]] CharClass look(std::size_t at, std::size_t& next) const
    {
        const auto byte = static_cast<unsigned char>(text_[at]);
        if (byte < 0x80) {
            next = at + 1;
            return ascii_classes()[byte];
        }
        next = at;
        const char32_t character = utf8::next(text_, next);  // U+FFFD for an invalid byte
        return class_of(static_cast<UChar32>(character));
    }

private:
    std::string_view text_;
};

std::size_t contraction(std::string_view text)
{
    for (const std::string_view ending : {"'s", "'t", "'re", "'ve", "'m", "'ll", "'d"})
        if (text.starts_with(ending))
            return ending.size();
    return 0;
}

// One stretch of text that holds no border set from outside.
void split_plain(std::string_view text, const std::function<void(std::string_view)>& word)
{
    const Cursor cursor(text);
    std::size_t at = 0;
    while (at < text.size()) {
        if (const std::size_t length = contraction(text.substr(at)); length > 0) {
            word(text.substr(at, length));
            at += length;
            continue;
        }
        const std::size_t begin = at;
        std::size_t next = 0;
        CharClass kind = cursor.look(at, next);
        // one blank (U+0020 alone) goes with the word behind it
        if (text[at] == ' ' && next < text.size()) {
            std::size_t after = 0;
            if (const CharClass following = cursor.look(next, after); following != CharClass::blank) {
                kind = following;
                next = after;
            }
        }
        std::size_t last = at;  // where the last character taken begins
        std::size_t end = next;
        while (!cursor.at_end(end)) {
            std::size_t after = 0;
            if (cursor.look(end, after) != kind)
                break;
            last = end;
            end = after;
        }
        // blanks before a word leave their last one to it
        if (kind == CharClass::blank && end < text.size() && last > begin)
            end = last;
        word(text.substr(begin, end - begin));
        at = end;
    }
}

}  // namespace

Result<PreTokenizer> PreTokenizer::named(std::string_view name)
{
    if (name == "gpt-2" || name == "gpt2")
        return PreTokenizer{.single_digits = false};
    if (name == "smollm" || name == "starcoder")
        return PreTokenizer{.single_digits = true};
    return Error{ErrorKind::unsupported, "the pre-tokeniser \"" + std::string(name) +
                                             "\" is not one of gpt-2, smollm, starcoder"};
}

void PreTokenizer::split(std::string_view text,
                         const std::function<void(std::string_view)>& word) const
{
    if (!single_digits)
        return split_plain(text, word);
    const Cursor cursor(text);
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t next = 0;
        if (cursor.look(at, next) == CharClass::digit) {
            split_plain(text.substr(begin, at - begin), word);
            word(text.substr(at, next - at));
            begin = next;
        }
        at = next;
    }
    split_plain(text.substr(begin), word);
}

}  // namespace longhand::tokenizer
