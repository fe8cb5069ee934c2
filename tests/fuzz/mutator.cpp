// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/mutator.h"

#include <algorithm>
#include <cstring>
#include <limits>

namespace longhand::fuzz {

std::string Mutator::next()
{
    std::string bytes = seeds_[random_.below(seeds_.size())];
    for (std::uint64_t left = 1 + random_.below(1 + random_.below(8)); left > 0; --left)
        change(bytes);
    return bytes;
}

void Mutator::change(std::string& bytes)
{
    const std::size_t at = place(bytes);
    const std::size_t length = std::min<std::size_t>(bytes.size() - at, 1 + random_.below(24));
    switch (random_.below(9)) {
    case 0:
        if (at < bytes.size())
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << random_.below(8)));
        return;
    case 1:
        if (at < bytes.size())
            bytes[at] = static_cast<char>(random_.below(256));
        return;
    case 2:
        bytes.erase(at, length);
        return;
    case 3:
        bytes.insert(at, bytes.substr(at, length));
        return;
    case 4:
        bytes.insert(at, 1 + random_.below(8), static_cast<char>(random_.below(256)));
        return;
    case 5:
        overwrite_number(bytes);
        return;
    case 6:
        splice(bytes);
        return;
    case 7: { // signs that texts are made of
        constexpr std::string_view kSigns = "{}[]\",:\\-.eE0919 \n\t'<|>%";
        bytes.insert(at, 1, kSigns[random_.below(kSigns.size())]);
        return;
    }
    default:
        if (random_.below(8) == 0)
            bytes.resize(at);
        else if (!bytes.empty())
            std::swap(bytes[at % bytes.size()], bytes[place(bytes) % bytes.size()]);
    }
}

void Mutator::overwrite_number(std::string& bytes)
{
    constexpr std::uint64_t kNumbers[] = {0,
                                          1,
                                          7,
                                          31,
                                          32,
                                          33,
                                          0x7F,
                                          0x80,
                                          0xFF,
                                          0x100,
                                          0x7FFF,
                                          0xFFFF,
                                          0x7FFFFFFF,
                                          0x80000000,
                                          0xFFFFFFFF,
                                          0x100000000,
                                          std::uint64_t{1} << 40U,
                                          std::uint64_t{1} << 61U,
                                          std::uint64_t{1} << 63U,
                                          ~std::uint64_t{0}};
    const std::uint64_t value = kNumbers[random_.below(std::size(kNumbers))];
    const std::size_t size = std::size_t{1} << random_.below(4);
    if (bytes.size() < size)
        return;
    std::memcpy(bytes.data() + random_.below(bytes.size() - size + 1), &value, size);
}

void Mutator::splice(std::string& bytes)
{
    const std::string& other = seeds_[random_.below(seeds_.size())];
    const std::size_t from = random_.below(other.size() + 1);
    bytes = bytes.substr(0, place(bytes)) + other.substr(from, random_.below(other.size() + 1));
}

} // namespace longhand::fuzz
