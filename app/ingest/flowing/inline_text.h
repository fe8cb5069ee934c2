// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/document.h"
#include "app/ingest/flowing/markup.h"

#include <functional>
#include <string>
#include <vector>

namespace longhand::ingest::flowing {

// The text of inline markup as a person reads it: white space collapsed, none between two lines of
// Han or kana, <br/> as '\n', ruby readings and links as spans.
class InlineText {
public:
    struct Hooks {
        std::function<std::string(std::string_view href)> resolve; // of a link
        std::function<std::string(const Node& picture)> picture;   // gives the image's id
        std::function<void(std::string_view id)> anchor;           // an element with an id
        std::function<void(std::string_view target)> back_link;    // of a note, not shown
    };
    InlineText(const Hooks& hooks, bool keep_space) : hooks_(hooks), keep_space_(keep_space) {}

    void add(const Node& node);
    void add_text(std::string_view text);
    void add_verbatim(std::string_view text); // as it stands, without collapsing
    [[nodiscard]] bool empty() const { return text_.empty(); }
    // Text and spans; leaves this empty.
    void finish(document::Paragraph& paragraph);

private:
    struct Open {
        document::SpanKind kind;
        std::string value;
        std::uint32_t begin;
    };
    void add_element(const Node& node);
    void add_children(const Node& node);
    void add_link(const Node& node);
    void add_ruby(const Node& node);
    void add_picture(const Node& node);
    void wrap(document::SpanKind kind, std::string value, const std::function<void()>& inside);
    void put(char32_t code, std::string_view bytes);
    void line_break();

    const Hooks& hooks_;
    bool keep_space_;
    std::string text_;
    char32_t last_ = 0;
    bool space_ = false, line_end_ = false;
    std::vector<Open> open_;
    std::vector<document::Span> spans_;
};

} // namespace longhand::ingest::flowing
