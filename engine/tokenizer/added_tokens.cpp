// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tokenizer/added_tokens.h"

#include "engine/base/utf8.h"

#include <unicode/uchar.h>

#include <algorithm>

namespace longhand::tokenizer {
namespace {

bool is_word_sign(char32_t character)
{
    const auto sign = static_cast<UChar32>(character);
    return u_hasBinaryProperty(sign, UCHAR_ALPHABETIC) != 0 ||
           (U_GET_GC_MASK(sign) & (U_GC_M_MASK | U_GC_ND_MASK | U_GC_PC_MASK)) != 0;
}

bool touches_a_word(std::string_view text, std::size_t begin, std::size_t end)
{
    if (begin > 0) {
        std::size_t before = utf8::floor_boundary(text, begin - 1);
        if (is_word_sign(utf8::next(text, before)))
            return true;
    }
    std::size_t after = end;
    return end < text.size() && is_word_sign(utf8::next(text, after));
}

bool is_blank(char32_t character)
{
    return u_hasBinaryProperty(static_cast<UChar32>(character), UCHAR_WHITE_SPACE) != 0;
}

std::size_t blanks_before(std::string_view text, std::size_t begin, std::size_t floor)
{
    while (begin > floor) {
        const std::size_t before = utf8::floor_boundary(text, begin - 1);
        std::size_t next = before;
        if (before < floor || !is_blank(utf8::next(text, next)))
            break;
        begin = before;
    }
    return begin;
}

std::size_t blanks_behind(std::string_view text, std::size_t end)
{
    while (end < text.size()) {
        std::size_t next = end;
        if (!is_blank(utf8::next(text, next)))
            break;
        end = next;
    }
    return end;
}

} // namespace

bool is_written_like_a_mark(std::string_view text)
{
    const bool angled = text.starts_with('<') && text.ends_with('>');
    const bool squared = text.starts_with('[') && text.ends_with(']');
    if (text.size() < 3 || (!angled && !squared))
        return false;
    std::string_view name = text.substr(1, text.size() - 2);
    if (name.starts_with('/'))
        name.remove_prefix(1);
    if (name.find_first_of("|_") != std::string_view::npos ||
        name.find("\xEF\xBD\x9C") != std::string_view::npos)
        return true; // U+FF5C, the bar of the DeepSeek models
    if (squared)
        return std::all_of(name.begin(), name.end(),
                           [](char sign) { return sign >= 'A' && sign <= 'Z'; });
    constexpr auto kNames = std::to_array<std::string_view>(
        {"s", "bos", "eos", "pad", "unk", "mask", "think", "sep", "cls"});
    return name.starts_with("unused") ||
           std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

AddedTokens::AddedTokens(std::vector<AddedToken> tokens) : tokens_(std::move(tokens))
{
    std::erase_if(tokens_, [](const AddedToken& token) { return token.text.empty(); });
    std::stable_sort(tokens_.begin(), tokens_.end(), [](const AddedToken& a, const AddedToken& b) {
        return a.text.size() > b.text.size();
    });
    for (std::size_t i = 0; i < tokens_.size(); ++i)
        by_byte_[static_cast<unsigned char>(tokens_[i].text.front())].push_back(
            static_cast<std::uint32_t>(i));
}

const AddedToken* AddedTokens::at(std::string_view text, std::size_t at) const
{
    for (const std::uint32_t index : by_byte_[static_cast<unsigned char>(text[at])]) {
        const AddedToken& token = tokens_[index];
        if (text.substr(at).starts_with(token.text))
            return token.single_word && touches_a_word(text, at, at + token.text.size()) ? nullptr
                                                                                         : &token;
    }
    return nullptr;
}

void AddedTokens::split(std::string_view text,
                        const std::function<void(std::string_view, TokenId)>& piece) const
{
    std::size_t done = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const AddedToken* token = tokens_.empty() ? nullptr : at(text, begin);
        if (token == nullptr) {
            ++begin;
            continue;
        }
        std::size_t end = begin + token->text.size();
        if (token->strips_left)
            begin = blanks_before(text, begin, done);
        if (token->strips_right)
            end = blanks_behind(text, end);
        if (begin > done)
            piece(text.substr(done, begin - done), -1);
        piece(text.substr(begin, end - begin), token->id);
        done = begin = end;
    }
    if (done < text.size())
        piece(text.substr(done), -1);
}

} // namespace longhand::tokenizer
