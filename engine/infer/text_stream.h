// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace longhand::infer {

// Turns the bytes of tokens into pieces of text: whole UTF-8 characters, nothing of a stop string
// and nothing that might still become one. What comes out depends on the bytes alone, never on
// where tokens end. Invalid bytes become U+FFFD.
class TextStream {
public:
    explicit TextStream(std::vector<std::string> stop);

    // Takes the bytes of one more token and returns what may be shown now. Once `stopped()`,
    // nothing more comes.
    std::string add(std::string_view bytes);
    // What was held back, at the end of an answer that no stop string ended; half a character is
    // dropped.
    std::string finish();
    [[nodiscard]] bool stopped() const { return stopped_; }

private:
    void add_character(std::string_view character, std::string& out);

    std::vector<std::string> stop_;
    std::string partial_;  // bytes of a character that is not complete
    std::string held_;     // text that begins, or may begin, a stop string
    bool stopped_ = false;
};

}  // namespace longhand::infer
