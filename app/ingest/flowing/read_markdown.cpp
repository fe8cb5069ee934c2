// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/flowing/flowing.h"
#include "app/ingest/flowing/flowing_page.h"
#include "app/ingest/flowing/markdown_notes.h"
#include "app/ingest/flowing/markup.h"
#include "app/ingest/flowing/text_encoding.h"
#include "app/ingest/flowing/titles.h"
#include "engine/base/utf8.h"

#include <libxml/HTMLparser.h>
#include <md4c.h>
#include <vector>

namespace longhand::ingest::flowing {

using document::Document;

namespace {

constexpr std::size_t kMostDepth = 200;

std::string string_of(const MD_ATTRIBUTE& attribute)
{
    return attribute.text == nullptr ? std::string()
                                     : utf8::sanitise({attribute.text, attribute.size});
}

// Turns the parser's events into the tree that an HTML page would give.
class TreeBuilder {
public:
    TreeBuilder()
    {
        open_.push_back(element("html"));
        open_.push_back(element("body"));
    }

    static Node element(std::string name)
    {
        Node node;
        node.kind = Node::Kind::element;
        node.name = std::move(name);
        return node;
    }

    void begin(Node node)
    {
        if (open_.size() >= kMostDepth) {
            ++dropped_;
            return;
        }
        open_.push_back(std::move(node));
    }

    void end()
    {
        if (dropped_ > 0) {
            --dropped_;
            return;
        }
        if (open_.size() < 3)
            return;
        close();
    }

    void text(std::string more) { open_.back().children.push_back(text_node(std::move(more))); }

    void add(Node node)
    {
        Node& parent = open_.back();
        parent.holds_block = parent.holds_block || node.holds_block || is_block_name(node.local());
        parent.children.push_back(std::move(node));
    }

    void html(std::string_view raw) { html_ += raw; }

    // Raw HTML of a block: read as a page, its body's children stand here.
    void flush_html()
    {
        if (html_.empty())
            return;
        auto markup = parse_html(html_, "UTF-8");
        html_.clear();
        if (!markup.ok())
            return;
        const Node* const body = find_first(markup->root, "body");
        for (const Node& child : body == nullptr ? markup->root.children : body->children)
            add(child);
    }

    Node finish()
    {
        while (open_.size() > 1)
            close();
        return std::move(open_.front());
    }

private:
    void close()
    {
        Node node = std::move(open_.back());
        open_.pop_back();
        add(std::move(node));
    }

    std::vector<Node> open_;
    std::size_t dropped_ = 0;
    std::string html_;
};

TreeBuilder& tree(void* user)
{
    return *static_cast<TreeBuilder*>(user);
}

std::string block_name(MD_BLOCKTYPE type, void* detail)
{
    switch (type) {
    case MD_BLOCK_QUOTE:
        return "blockquote";
    case MD_BLOCK_UL:
        return "ul";
    case MD_BLOCK_OL:
        return "ol";
    case MD_BLOCK_LI:
        return "li";
    case MD_BLOCK_HR:
        return "hr";
    case MD_BLOCK_H:
        return "h" + std::to_string(static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level);
    case MD_BLOCK_CODE:
        return "pre";
    case MD_BLOCK_P:
        return "p";
    case MD_BLOCK_TABLE:
        return "table";
    case MD_BLOCK_THEAD:
        return "thead";
    case MD_BLOCK_TBODY:
        return "tbody";
    case MD_BLOCK_TR:
        return "tr";
    case MD_BLOCK_TH:
        return "th";
    case MD_BLOCK_TD:
        return "td";
    case MD_BLOCK_DOC:
    case MD_BLOCK_HTML:
        break;
    }
    return {};
}

int enter_block(MD_BLOCKTYPE type, void* detail, void* user)
{
    if (std::string name = block_name(type, detail); !name.empty())
        tree(user).begin(TreeBuilder::element(std::move(name)));
    return 0;
}

int leave_block(MD_BLOCKTYPE type, void* detail, void* user)
{
    if (type == MD_BLOCK_HTML)
        tree(user).flush_html();
    if (!block_name(type, detail).empty())
        tree(user).end();
    return 0;
}

Node span_node(MD_SPANTYPE type, void* detail)
{
    switch (type) {
    case MD_SPAN_EM:
        return TreeBuilder::element("em");
    case MD_SPAN_STRONG:
        return TreeBuilder::element("strong");
    case MD_SPAN_CODE:
        return TreeBuilder::element("code");
    case MD_SPAN_A: {
        Node link = TreeBuilder::element("a");
        const std::string href = string_of(static_cast<const MD_SPAN_A_DETAIL*>(detail)->href);
        link.set_attribute("href", href);
        if (href.starts_with(kNoteLink))
            link.set_attribute("epub:type", "noteref");
        return link;
    }
    case MD_SPAN_IMG: {
        Node image = TreeBuilder::element("img");
        image.set_attribute("src", string_of(static_cast<const MD_SPAN_IMG_DETAIL*>(detail)->src));
        return image;
    }
    default:
        return TreeBuilder::element("span");
    }
}

int enter_span(MD_SPANTYPE type, void* detail, void* user)
{
    tree(user).begin(span_node(type, detail));
    return 0;
}

int leave_span(MD_SPANTYPE, void*, void* user)
{
    tree(user).end();
    return 0;
}

std::string entity_text(std::string_view entity)
{
    const std::string name(entity.substr(1, entity.size() < 3 ? 0 : entity.size() - 2));
    std::string out;
    if (name.starts_with('#')) {
        const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
        const unsigned long code =
            std::strtoul(name.c_str() + (hex ? 2 : 1), nullptr, hex ? 16 : 10);
        const bool valid = code > 0 && code < 0x110000 && (code < 0xD800 || code > 0xDFFF);
        utf8::append(out, valid ? static_cast<char32_t>(code) : 0xFFFD);
        return out;
    }
    const htmlEntityDesc* const known =
        htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
    if (known == nullptr)
        return std::string(entity);
    utf8::append(out, known->value);
    return out;
}

int on_text(MD_TEXTTYPE type, const MD_CHAR* characters, MD_SIZE size, void* user)
{
    const std::string_view text(characters, size);
    TreeBuilder& builder = tree(user);
    switch (type) {
    case MD_TEXT_BR:
        builder.add(TreeBuilder::element("br"));
        break;
    case MD_TEXT_SOFTBR:
        builder.text("\n");
        break;
    case MD_TEXT_ENTITY:
        builder.text(entity_text(text));
        break;
    case MD_TEXT_HTML:
        builder.html(text);
        break;
    case MD_TEXT_NULLCHAR:
        builder.text("\xEF\xBF\xBD");
        break;
    default:
        builder.text(utf8::sanitise(text));
    }
    return 0;
}

// Inline tags come one by one: a line break is one, the others only dress the text.
int on_text_inline_html(MD_TEXTTYPE type, const MD_CHAR* characters, MD_SIZE size, void* user);

struct InlineHtml {
    TreeBuilder* builder;
    bool in_html_block = false;
};

int enter_block_tracked(MD_BLOCKTYPE type, void* detail, void* user)
{
    auto& state = *static_cast<InlineHtml*>(user);
    state.in_html_block = type == MD_BLOCK_HTML;
    return enter_block(type, detail, state.builder);
}

int leave_block_tracked(MD_BLOCKTYPE type, void* detail, void* user)
{
    auto& state = *static_cast<InlineHtml*>(user);
    state.in_html_block = false;
    return leave_block(type, detail, state.builder);
}

int on_text_inline_html(MD_TEXTTYPE type, const MD_CHAR* characters, MD_SIZE size, void* user)
{
    auto& state = *static_cast<InlineHtml*>(user);
    if (type == MD_TEXT_HTML && !state.in_html_block) {
        if (std::string_view(characters, size).starts_with("<br"))
            state.builder->add(TreeBuilder::element("br"));
        return 0;
    }
    return on_text(type, characters, size, state.builder);
}

// "---" lines at the top: title, author and language are read, the rest is dropped.
std::string_view without_front_matter(std::string_view text, Document& document)
{
    if (!text.starts_with("---\n") && !text.starts_with("---\r\n"))
        return text;
    std::size_t at = text.find('\n') + 1;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string line = single_spaced(text.substr(at, end - at));
        at = std::min(end + 1, text.size());
        if (line == "---" || line == "...")
            return text.substr(at);
        const std::size_t colon = line.find(':');
        if (colon == std::string::npos)
            continue;
        std::string value = single_spaced(std::string_view(line).substr(colon + 1));
        if (value.size() > 1 && (value.front() == '"' || value.front() == '\'') &&
            value.back() == value.front())
            value = value.substr(1, value.size() - 2);
        const std::string key = line.substr(0, colon);
        if (value.empty())
            continue;
        if (key == "title")
            document.title = value;
        else if (key == "author" || key == "authors")
            document.authors = {value};
        else if (key == "lang" || key == "language")
            document.language = value;
    }
    document.title.clear();
    document.authors.clear();
    document.language.clear();
    return text; // never closed: it was a rule
}

Result<Node> tree_of(std::string_view text, const std::string& name)
{
    TreeBuilder builder;
    InlineHtml state{&builder};
    MD_PARSER parser = {};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEATXHEADERS;
    parser.enter_block = enter_block_tracked;
    parser.leave_block = leave_block_tracked;
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* user) {
        return enter_span(type, detail, static_cast<InlineHtml*>(user)->builder);
    };
    parser.leave_span = [](MD_SPANTYPE type, void* detail, void* user) {
        return leave_span(type, detail, static_cast<InlineHtml*>(user)->builder);
    };
    parser.text = on_text_inline_html;
    if (md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &state) != 0)
        return Error{ErrorKind::corrupt, name + ": the Markdown parser gave up"};
    return builder.finish();
}

} // namespace

Result<Document> read_markdown(const Source& source)
{
    TRY(const DecodedText decoded, decode_text(source.bytes, source.encoding));
    if (decoded.text.size() > (256U << 20U))
        return Error{ErrorKind::corrupt, source.name + ": larger than any book"};
    Document document;
    document.format = document::Format::markdown;
    document.encoding = decoded.encoding;
    const std::string_view body = without_front_matter(decoded.text, document);
    const MarkdownNotes notes = take_notes(body);
    TRY(Node root, tree_of(notes.text, source.name));
    Node& page = root.children.front();
    for (const MarkdownNotes::Note& note : notes.notes) {
        TRY(Node inner, tree_of(note.text, source.name));
        Node aside = TreeBuilder::element("aside");
        aside.set_attribute("epub:type", "footnote");
        aside.set_attribute("id", note.id);
        aside.holds_block = true;
        aside.children = std::move(inner.children.front().children);
        page.children.push_back(std::move(aside));
        page.holds_block = true;
    }
    document_of_page(root, source, document);
    if (!decoded.certain)
        document.problems.push_back(
            {"encoding_guessed",
             "The encoding of this text was guessed to be " + decoded.encoding +
                 "; if letters look wrong, import it again and name the encoding.",
             {}});
    return document;
}

} // namespace longhand::ingest::flowing
