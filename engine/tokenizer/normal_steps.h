// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tokenizer/charsmap.h"
#include "engine/tokenizer/pre_tokenizer.h"

#include <functional>
#include <string>

namespace longhand::tokenizer {

// Changes text before it is cut, as the normalizers of tokenizer.json do.
using NormalStep = std::function<std::string(std::string text, Place place)>;

enum class UnicodeForm : std::uint8_t { nfc, nfd, nfkc, nfkd };
NormalStep unicode_form(UnicodeForm form); // invalid bytes become U+FFFD
NormalStep lower_case();
NormalStep strip_white(bool left, bool right);
NormalStep strip_accents(); // drops \p{M}
// Before a text that is not empty and does not go on with another.
NormalStep prepend(std::string what);
NormalStep replace(Pattern pattern, std::string with);
NormalStep map_characters(Charsmap map);
// SentencePiece's own rules: runs of blanks become one and go at both ends, if asked; then a blank
// before the text, if asked; then every blank becomes U+2581.
NormalStep sentencepiece_blanks(bool remove_extra, bool prefix);

// Every match of `pattern` in `text` becomes `with`.
std::string replaced(const Pattern& pattern, std::string_view text, std::string_view with);

} // namespace longhand::tokenizer
