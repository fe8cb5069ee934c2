// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tokenizer/json_steps.h"

#include "engine/tokenizer/byte_alphabet.h"
#include "engine/tokenizer/kinds.h"

#include <nlohmann/json.hpp>

#include <array>

namespace longhand::tokenizer {
namespace {

using nlohmann::json;

std::string text_of(const json& part, const char* name)
{
    const auto found = part.find(name);
    return found != part.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool flag_of(const json& part, const char* name, bool otherwise)
{
    const auto found = part.find(name);
    return found != part.end() && found->is_boolean() ? found->get<bool>() : otherwise;
}

Error refused(std::string_view what, const json& part)
{
    return {ErrorKind::unsupported, "tokenizer.json: the " + std::string(what) + " \"" +
                                        text_of(part, "type") + "\" is not supported"};
}

// A part, or each part of a "Sequence", in order.
template <class Read> Result<void> each(const json& part, const char* list, const Read& read)
{
    if (part.is_null())
        return {};
    if (!part.is_object() || text_of(part, "type").empty())
        return Error{ErrorKind::corrupt,
                     std::string("tokenizer.json: an entry of ") + list + " has no type"};
    if (text_of(part, "type") != "Sequence")
        return read(part);
    const auto found = part.find(list);
    if (found == part.end() || !found->is_array())
        return Error{ErrorKind::corrupt, std::string("tokenizer.json: a Sequence without ") + list};
    for (const json& entry : *found) {
        TRY(each(entry, list, read));
    }
    return {};
}

// {"String": "x"} or {"Regex": "x"}.
Result<Pattern> pattern_of(const json& part)
{
    const auto found = part.find("pattern");
    if (found != part.end() && found->is_object()) {
        if (found->contains("String"))
            return Pattern::literal(text_of(*found, "String"));
        if (found->contains("Regex"))
            return Pattern::compile(text_of(*found, "Regex"));
    }
    return Error{ErrorKind::corrupt,
                 "tokenizer.json: \"" + text_of(part, "type") + "\" without a pattern"};
}

// Standard Base64 (RFC 4648). Fails: corrupt.
Result<std::string> bytes_of_base64(std::string_view text)
{
    constexpr std::string_view kSigns =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string bytes;
    std::uint32_t bits = 0;
    int held = 0;
    for (const char sign : text.substr(0, text.find('='))) {
        const std::size_t value = kSigns.find(sign);
        if (value == std::string_view::npos)
            return Error{ErrorKind::corrupt, "tokenizer.json: precompiled_charsmap is no Base64"};
        bits = (bits << 6U) | static_cast<std::uint32_t>(value);
        held += 6;
        if (held >= 8) {
            held -= 8;
            bytes.push_back(static_cast<char>((bits >> static_cast<unsigned>(held)) & 0xFFU));
        }
    }
    return bytes;
}

Result<NormalStep> normal_step(const json& part)
{
    const std::string type = text_of(part, "type");
    constexpr std::array<std::pair<std::string_view, UnicodeForm>, 4> kForms = {
        {{"NFC", UnicodeForm::nfc},
         {"NFD", UnicodeForm::nfd},
         {"NFKC", UnicodeForm::nfkc},
         {"NFKD", UnicodeForm::nfkd}}};
    for (const auto& [name, form] : kForms)
        if (type == name)
            return unicode_form(form);
    if (type == "Lowercase")
        return lower_case();
    if (type == "StripAccents")
        return strip_accents();
    if (type == "Strip")
        return strip_white(flag_of(part, "strip_left", true), flag_of(part, "strip_right", true));
    if (type == "Prepend")
        return prepend(text_of(part, "prepend"));
    if (type == "Replace") {
        TRY(Pattern pattern, pattern_of(part));
        return replace(std::move(pattern), text_of(part, "content"));
    }
    if (type == "Precompiled") {
        TRY(const std::string blob, bytes_of_base64(text_of(part, "precompiled_charsmap")));
        if (blob.empty()) // a model without replacements
            return NormalStep([](std::string text, Place) { return text; });
        TRY(Charsmap map, Charsmap::make(blob));
        return map_characters(std::move(map));
    }
    return refused("normalizer", part);
}

Result<Cut> cut_of(const json& part)
{
    const std::string name = text_of(part, "behavior");
    constexpr std::array<std::pair<std::string_view, Cut>, 5> kCuts = {
        {{"isolated", Cut::isolated},
         {"removed", Cut::removed},
         {"mergedwithprevious", Cut::merged_with_previous},
         {"mergedwithnext", Cut::merged_with_next},
         {"contiguous", Cut::contiguous}}};
    std::string plain; // written "MergedWithPrevious" and "merged_with_previous"
    for (const char sign : name)
        if (sign != '_')
            plain += static_cast<char>(sign >= 'A' && sign <= 'Z' ? sign - 'A' + 'a' : sign);
    for (const auto& [known, cut] : kCuts)
        if (plain == known)
            return cut;
    return Error{ErrorKind::unsupported,
                 "tokenizer.json: the behavior \"" + name + "\" is not supported"};
}

void byte_level(const json& part, WordSteps& words)
{
    if (flag_of(part, "add_prefix_space", true))
        words.steps.emplace_back([](std::string_view text, Place place, const WordSink& word) {
            if (place == Place::continues || text.starts_with(' '))
                return word(text);
            word(" " + std::string(text));
        });
    if (flag_of(part, "use_regex", true))
        words.steps.push_back(gpt2_words());
    words.steps.emplace_back(
        [](std::string_view text, Place, const WordSink& word) { word(letters_of_bytes(text)); });
    words.letters = true;
}

Result<std::string> scheme_of(const json& part)
{
    std::string scheme = text_of(part, "prepend_scheme");
    if (scheme.empty())
        scheme = flag_of(part, "add_prefix_space", true) ? "always" : "never";
    if (scheme != "always" && scheme != "never" && scheme != "first")
        return Error{ErrorKind::unsupported,
                     "tokenizer.json: the prepend_scheme \"" + scheme + "\" is not supported"};
    return scheme;
}

std::string mark_of(const json& part)
{
    const std::string mark = text_of(part, "replacement");
    return mark.empty() ? std::string(kBlankMark) : mark;
}

Result<void> metaspace(const json& part, WordSteps& words)
{
    TRY(const std::string scheme, scheme_of(part));
    const std::string mark = mark_of(part);
    TRY(const Pattern blank, Pattern::literal(" "));
    words.steps.emplace_back(
        [mark, blank, scheme](std::string_view text, Place place, const WordSink& word) {
            std::string marked = replaced(blank, text, mark);
            const bool first = scheme == "first" && place == Place::start;
            const bool always = scheme == "always" && place != Place::continues;
            if ((first || always) && !marked.starts_with(mark))
                marked.insert(0, mark);
            word(marked);
        });
    if (flag_of(part, "split", true)) {
        TRY(Pattern pattern, Pattern::literal(mark));
        words.steps.push_back(pattern_words(std::move(pattern), Cut::merged_with_next));
    }
    words.first_only = scheme == "first";
    return {};
}

Result<void> split_at(WordSteps& words, std::string_view expression, Cut cut)
{
    TRY(Pattern pattern, Pattern::compile(expression));
    words.steps.push_back(pattern_words(std::move(pattern), cut));
    return {};
}

Result<void> word_step(const json& part, WordSteps& words)
{
    const std::string type = text_of(part, "type");
    if (type == "ByteLevel") {
        byte_level(part, words);
        return {};
    }
    if (type == "Metaspace")
        return metaspace(part, words);
    if (type == "Split") {
        TRY(Pattern pattern, pattern_of(part));
        TRY(const Cut cut, cut_of(part));
        words.steps.push_back(
            pattern_words(std::move(pattern), cut, flag_of(part, "invert", false)));
        return {};
    }
    if (type == "Digits")
        return split_at(words, flag_of(part, "individual_digits", false) ? R"(\p{N})" : R"(\p{N}+)",
                        Cut::isolated);
    if (type == "Punctuation") {
        TRY(const Cut cut, part.contains("behavior") ? cut_of(part) : Result<Cut>(Cut::isolated));
        return split_at(words, R"([!-/:-@\[-`{-~\p{P}])", cut);
    }
    if (type == "WhitespaceSplit")
        return split_at(words, R"(\s)", Cut::removed);
    if (type == "Whitespace") {
        TRY(Pattern pattern, Pattern::compile(R"(\w+|[^\w\s]+)"));
        words.steps.push_back(pattern_words(std::move(pattern), Cut::removed, /*invert=*/true));
        return {};
    }
    if (type == "CharDelimiterSplit") {
        TRY(Pattern pattern, Pattern::literal(text_of(part, "delimiter")));
        words.steps.push_back(pattern_words(std::move(pattern), Cut::removed));
        return {};
    }
    return refused("pre_tokenizer", part);
}

Result<void> strip_step(const json& part, std::vector<DecodeStep>& steps)
{
    const auto count = [&](const char* name) {
        const auto found = part.find(name);
        return found != part.end() && found->is_number_unsigned() ? found->get<std::uint64_t>() : 0;
    };
    if (count("stop") != 0)
        return refused("decoder with stop", part);
    steps.emplace_back([content = text_of(part, "content"),
                        most = count("start")](std::string& piece, bool at_start) {
        for (std::uint64_t i = 0; at_start && i < most && !content.empty(); ++i) {
            if (!piece.starts_with(content))
                return;
            piece.erase(0, content.size());
        }
    });
    return {};
}

Result<void> decode_step(const json& part, std::vector<DecodeStep>& steps)
{
    const std::string type = text_of(part, "type");
    if (type == "Fuse")
        return {};
    if (type == "ByteLevel") {
        steps.emplace_back([](std::string& piece, bool) { piece = bytes_of_letters(piece); });
    } else if (type == "ByteFallback") {
        steps.emplace_back([](std::string& piece, bool) {
            if (const int byte = byte_of_piece(piece); byte >= 0)
                piece.assign(1, static_cast<char>(byte));
        });
    } else if (type == "Replace") {
        TRY(Pattern pattern, pattern_of(part));
        steps.emplace_back([pattern = std::move(pattern),
                            with = text_of(part, "content")](std::string& piece, bool) {
            piece = replaced(pattern, piece, with);
        });
    } else if (type == "Metaspace") {
        TRY(const std::string scheme, scheme_of(part));
        TRY(Pattern pattern, Pattern::literal(mark_of(part)));
        steps.emplace_back([pattern = std::move(pattern),
                            drops = scheme != "never"](std::string& piece, bool at_start) {
            piece = replaced(pattern, piece, " ");
            if (at_start && drops && piece.starts_with(' '))
                piece.erase(0, 1);
        });
    } else if (type == "Strip") {
        return strip_step(part, steps);
    } else {
        return refused("decoder", part);
    }
    return {};
}

} // namespace

Result<std::vector<NormalStep>> read_normalizer(std::string_view part)
{
    std::vector<NormalStep> steps;
    TRY(each(json::parse(part, nullptr, false), "normalizers",
             [&](const json& entry) -> Result<void> {
                 TRY(NormalStep step, normal_step(entry));
                 steps.push_back(std::move(step));
                 return {};
             }));
    return steps;
}

Result<std::string> read_charsmap(std::string_view normalizer)
{
    std::string map;
    TRY(each(json::parse(normalizer, nullptr, false), "normalizers",
             [&](const json& entry) -> Result<void> {
                 if (text_of(entry, "type") != "Precompiled" || !map.empty())
                     return {};
                 TRY(map, bytes_of_base64(text_of(entry, "precompiled_charsmap")));
                 return {};
             }));
    return map;
}

Result<WordSteps> read_pre_tokenizer(std::string_view part)
{
    WordSteps words;
    TRY(each(json::parse(part, nullptr, false), "pretokenizers",
             [&](const json& entry) { return word_step(entry, words); }));
    return words;
}

Result<std::vector<DecodeStep>> read_decoder(std::string_view part)
{
    std::vector<DecodeStep> steps;
    TRY(each(json::parse(part, nullptr, false), "decoders",
             [&](const json& entry) { return decode_step(entry, steps); }));
    return steps;
}

} // namespace longhand::tokenizer
