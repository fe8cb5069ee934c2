// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tokenizer/byte_alphabet.h"

#include "engine/base/utf8.h"

#include <array>
#include <cstdint>
#include <unordered_map>

namespace longhand::tokenizer {
namespace {

struct ByteAlphabet {
    std::array<std::string, 256> letter;
    std::unordered_map<std::uint32_t, unsigned char> byte;
    ByteAlphabet()
    {
        std::uint32_t next = 0x100;
        for (std::uint32_t value = 0; value < 256; ++value) {
            const bool printable = (value >= 0x21 && value <= 0x7E) ||
                                   (value >= 0xA1 && value <= 0xAC) || value >= 0xAE;
            const std::uint32_t character = printable ? value : next++;
            utf8::append(letter[value], static_cast<char32_t>(character));
            byte.emplace(character, static_cast<unsigned char>(value));
        }
    }
};

const ByteAlphabet& alphabet()
{
    static const ByteAlphabet instance;
    return instance;
}

} // namespace

std::string bytes_of_letters(std::string_view letters)
{
    std::string bytes;
    for (std::size_t at = 0; at < letters.size();) {
        const std::size_t begin = at;
        const char32_t character = utf8::next(letters, at);
        const auto found = alphabet().byte.find(static_cast<std::uint32_t>(character));
        if (found != alphabet().byte.end())
            bytes.push_back(static_cast<char>(found->second));
        else
            bytes.append(letters.substr(begin, at - begin));
    }
    return bytes;
}

std::string letters_of_bytes(std::string_view bytes)
{
    std::string letters;
    letters.reserve(bytes.size() * 5 / 4);
    for (const char byte : bytes)
        letters += alphabet().letter[static_cast<unsigned char>(byte)];
    return letters;
}

} // namespace longhand::tokenizer
