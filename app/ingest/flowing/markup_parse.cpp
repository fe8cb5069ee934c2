// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/flowing/markup.h"

#include "app/ingest/flowing/text_encoding.h"
#include "engine/base/utf8.h"

#include <algorithm>
#include <cstring>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <map>
#include <memory>

namespace longhand::ingest::flowing {
namespace {

constexpr std::size_t kMostBytes = 128ULL << 20U;
constexpr std::size_t kMostNodes = 4'000'000;
constexpr std::size_t kMostDepth = 250;   // deeper elements are left out, their content is kept
constexpr std::size_t kMostOpen = 20'000; // open elements at once before reading stops
constexpr std::size_t kMostExpanded = 1U << 20U; // bytes that entities of a document type may add

const char* chars(const xmlChar* text)
{
    return reinterpret_cast<const char*>(text);
}

// Builds the tree from the parser's events. Text that follows text is joined to it.
class Builder {
public:
    Builder() { open_.push_back({}); }

    void begin(const xmlChar* name, const xmlChar** attributes)
    {
        if (!room())
            return;
        ++nesting_;
        if (open_.size() > kMostDepth) {
            ++dropped_;
            return;
        }
        Node node;
        node.kind = Node::Kind::element;
        node.name = utf8::sanitise(chars(name));
        for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2)
            node.attributes.push_back(
                {utf8::sanitise(chars(attributes[0])),
                 attributes[1] == nullptr ? std::string() : utf8::sanitise(chars(attributes[1]))});
        open_.push_back(std::move(node));
    }

    void end()
    {
        if (nesting_ > 0)
            --nesting_;
        if (dropped_ > 0) {
            --dropped_;
            return;
        }
        if (open_.size() < 2)
            return;
        Node node = std::move(open_.back());
        open_.pop_back();
        Node& parent = open_.back();
        parent.holds_block = parent.holds_block || node.holds_block || is_block_name(node.local());
        parent.children.push_back(std::move(node));
    }

    void text(const xmlChar* characters, int length)
    {
        if (length <= 0 || !room())
            return;
        Node& parent = open_.back();
        const std::string_view more(chars(characters), static_cast<std::size_t>(length));
        if (!parent.children.empty() && parent.children.back().kind == Node::Kind::text)
            parent.children.back().text += more;
        else
            parent.children.push_back(text_node(std::string(more)));
    }

    void other(Node::Kind kind, const xmlChar* name, const xmlChar* content)
    {
        if (!room())
            return;
        Node node;
        node.kind = kind;
        node.name = name == nullptr ? "" : chars(name);
        node.text = content == nullptr ? "" : chars(content);
        open_.back().children.push_back(std::move(node));
    }

    [[nodiscard]] bool too_much() const { return nodes_ > kMostNodes || nesting_ > kMostOpen; }

    // The root element; what stood beside it goes into it.
    Node finish()
    {
        while (open_.size() > 1)
            end();
        Node all = std::move(open_.front());
        for (Node& child : all.children) {
            if (child.is_element())
                return std::move(child);
        }
        return all;
    }

private:
    bool room()
    {
        ++nodes_;
        return !too_much();
    }

    std::vector<Node> open_;
    std::size_t nodes_ = 0, nesting_ = 0, dropped_ = 0;
};

Builder& builder(void* user)
{
    return *static_cast<Builder*>(user);
}

// One interface for both parsers: names as written, no namespaces, nothing of a document type.
xmlSAXHandler handler()
{
    xmlSAXHandler sax;
    std::memset(&sax, 0, sizeof sax);
    sax.initialized = 1;
    sax.startElement = [](void* user, const xmlChar* name, const xmlChar** attributes) {
        builder(user).begin(name, attributes);
    };
    sax.endElement = [](void* user, const xmlChar*) { builder(user).end(); };
    sax.characters = [](void* user, const xmlChar* text, int length) {
        builder(user).text(text, length);
    };
    sax.ignorableWhitespace = sax.characters;
    sax.cdataBlock = sax.characters;
    sax.comment = [](void* user, const xmlChar* text) {
        builder(user).other(Node::Kind::comment, nullptr, text);
    };
    sax.processingInstruction = [](void* user, const xmlChar* target, const xmlChar* text) {
        builder(user).other(Node::Kind::instruction, target, text);
    };
    return sax;
}

using Entities = std::map<std::string, std::string, std::less<>>;

// Plain short texts that an internal subset gives names to; anything else it declares is ignored.
Entities entities_of(std::string_view subset)
{
    Entities entities;
    constexpr std::string_view kStart = "<!ENTITY";
    for (std::size_t at = subset.find(kStart); at != std::string_view::npos;
         at = subset.find(kStart, at + 8)) {
        const std::size_t name = subset.find_first_not_of(" \t\r\n", at + kStart.size());
        const std::size_t name_end = subset.find_first_of(" \t\r\n\"'>", name);
        const std::size_t quote = subset.find_first_not_of(" \t\r\n", name_end);
        if (name >= subset.size() || name_end >= subset.size() || quote >= subset.size() ||
            (subset[quote] != '"' && subset[quote] != '\''))
            continue;
        const std::size_t end = subset.find(subset[quote], quote + 1);
        if (end == std::string_view::npos || end - quote > 400)
            continue;
        const std::string_view value = subset.substr(quote + 1, end - quote - 1);
        if (value.find_first_of("<&%") == std::string_view::npos)
            entities.emplace(subset.substr(name, name_end - name), value);
    }
    return entities;
}

struct Prepared {
    std::string prolog, body;
};

// Rewrites a text so that the parser meets no document type and no entity but the five of XML.
class Preparation {
public:
    explicit Preparation(std::string_view text) : text_(text) {}

    Prepared run()
    {
        Prepared prepared;
        skip_declaration();
        const std::size_t begin = at_;
        skip_prolog();
        prepared.prolog = std::string(text_.substr(begin, at_ - begin));
        prepared.body.reserve(text_.size() - at_);
        while (at_ < text_.size())
            step(prepared.body);
        return prepared;
    }

private:
    bool here(std::string_view token) const { return text_.substr(at_, token.size()) == token; }
    std::size_t after(std::string_view token, std::size_t from) const
    {
        const std::size_t found = text_.find(token, from);
        return found == std::string_view::npos ? text_.size() : found + token.size();
    }

    void skip_declaration()
    {
        at_ = std::min(text_.find_first_not_of(" \t\r\n"), text_.size());
        if (here("<?xml") && at_ + 5 < text_.size() &&
            (text_[at_ + 5] == ' ' || text_[at_ + 5] == '\t' || text_[at_ + 5] == '\n' ||
             text_[at_ + 5] == '\r'))
            at_ = after("?>", at_);
        at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size());
    }

    void skip_document_type()
    {
        const std::size_t begin = at_;
        std::size_t end = text_.find_first_of("[>", at_);
        if (end < text_.size() && text_[end] == '[') {
            end = text_.find(']', end);
            entities_ = entities_of(text_.substr(begin, std::min(end, text_.size()) - begin));
            // A ']' inside a quoted value would end it early: then the rest fails to parse.
            end = end == std::string_view::npos ? end : text_.find('>', end);
        }
        at_ = end == std::string_view::npos ? text_.size() : end + 1;
    }

    void skip_prolog()
    {
        for (;;) {
            at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size());
            if (here("<!--"))
                at_ = after("-->", at_);
            else if (here("<?"))
                at_ = after("?>", at_);
            else if (here("<!DOCTYPE") || here("<!doctype"))
                skip_document_type();
            else
                return;
        }
    }

    void copy_until(std::string_view token, std::string& out)
    {
        const std::size_t end = after(token, at_);
        out += text_.substr(at_, end - at_);
        at_ = end;
    }

    void step(std::string& out)
    {
        const char c = text_[at_];
        if (c == '&') {
            reference(out);
        } else if (here("<!--")) {
            copy_until("-->", out);
        } else if (here("<![CDATA[")) {
            copy_until("]]>", out);
        } else if (here("<?")) {
            copy_until("?>", out);
        } else {
            const auto byte = static_cast<unsigned char>(c);
            if (byte >= 0x20 || c == '\n' || c == '\t' || c == '\r')
                out += c;
            ++at_;
        }
    }

    void reference(std::string& out)
    {
        const std::size_t end = text_.find_first_not_of(
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-#", at_ + 1);
        const bool closed = end < text_.size() && text_[end] == ';' && end > at_ + 1;
        if (!closed) {
            out += "&amp;";
            ++at_;
            return;
        }
        const std::string name(text_.substr(at_ + 1, end - at_ - 1));
        at_ = end + 1;
        if (name[0] == '#' || name == "amp" || name == "lt" || name == "gt" || name == "quot" ||
            name == "apos") {
            out += "&" + name + ";";
            return;
        }
        if (const auto own = entities_.find(name);
            own != entities_.end() && expanded_ < kMostExpanded) {
            expanded_ += own->second.size();
            out += own->second;
            return;
        }
        const htmlEntityDesc* const known =
            htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
        if (known != nullptr)
            utf8::append(out, known->value);
        else
            out += "&amp;" + name + ";";
    }

    std::string_view text_;
    std::size_t at_ = 0, expanded_ = 0;
    Entities entities_;
};

// The encoding an XML declaration names, in the first bytes; empty: none.
std::string declared_encoding(std::string_view bytes)
{
    const std::string_view head = bytes.substr(0, 200);
    const std::size_t end = head.find("?>");
    const std::size_t at = head.find("encoding");
    if (!head.starts_with("<?xml") || end == std::string_view::npos || at > end)
        return {};
    const std::size_t quote = head.find_first_of("\"'", at);
    const std::size_t close = quote < head.size() ? head.find(head[quote], quote + 1) : head.size();
    if (quote > end || close > end)
        return {};
    return std::string(head.substr(quote + 1, close - quote - 1));
}

std::string xml_as_utf8(std::string_view bytes)
{
    const bool marked = bytes.starts_with("\xEF\xBB\xBF") || bytes.starts_with("\xFF\xFE") ||
                        bytes.starts_with("\xFE\xFF");
    if (!marked && utf8::is_valid(bytes) && bytes.find('\0') == std::string_view::npos)
        return std::string(bytes);
    const std::string declared = marked ? std::string() : declared_encoding(bytes);
    if (!declared.empty()) {
        if (auto text = to_utf8(bytes, declared); text.ok())
            return utf8::sanitise(std::move(text).value());
    }
    auto text = decode_text(bytes, {});
    return text.ok() ? std::move(text).value().text : utf8::sanitise(bytes);
}

struct ContextFreed {
    void operator()(xmlParserCtxtPtr context) const
    {
        if (context->myDoc != nullptr)
            xmlFreeDoc(context->myDoc);
        context->myDoc = nullptr;
        xmlFreeParserCtxt(context);
    }
};
using Context = std::unique_ptr<xmlParserCtxt, ContextFreed>;

Error too_large()
{
    return Error{ErrorKind::corrupt, "markup: larger or deeper than any book"};
}

Result<Node> run_xml(const std::string& body)
{
    const Context context(xmlCreateMemoryParserCtxt(body.data(), static_cast<int>(body.size())));
    if (!context)
        return Error{ErrorKind::corrupt, "markup: empty"};
    Builder tree;
    *context->sax = handler();
    context->userData = &tree;
    xmlCtxtUseOptions(context.get(),
                      XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    xmlSwitchEncoding(context.get(), XML_CHAR_ENCODING_UTF8);
    xmlParseDocument(context.get());
    if (tree.too_much())
        return too_large();
    if (context->wellFormed == 0) {
        std::string reason =
            context->lastError.message == nullptr ? "not well-formed" : context->lastError.message;
        while (!reason.empty() && reason.back() == '\n')
            reason.pop_back();
        return Error{ErrorKind::corrupt, "markup: line " + std::to_string(context->lastError.line) +
                                             ": " + utf8::sanitise(reason)};
    }
    return tree.finish();
}

// The charset a page declares about itself in its first bytes.
std::string meta_encoding(std::string_view bytes)
{
    std::string head(bytes.substr(0, 4096));
    std::transform(head.begin(), head.end(), head.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    const std::size_t at = head.find("charset=");
    if (at == std::string::npos || head.rfind("<meta", at) == std::string::npos)
        return {};
    const std::size_t begin = head.find_first_not_of("\"' ", at + 8);
    const std::size_t end = head.find_first_of("\"' />;", begin);
    if (begin >= head.size() || end >= head.size())
        return {};
    std::string name = head.substr(begin, end - begin);
    if (name == "gb2312" || name == "gbk")
        return "gb18030";
    return name == "iso-8859-1" || name == "ascii" || name == "us-ascii" ? "windows-1252" : name;
}

Result<std::string> html_as_utf8(std::string_view bytes, const std::string& encoding)
{
    if (!encoding.empty()) {
        TRY(DecodedText decoded, decode_text(bytes, encoding));
        return std::move(decoded.text);
    }
    const bool marked = bytes.starts_with("\xEF\xBB\xBF") || bytes.starts_with("\xFF\xFE") ||
                        bytes.starts_with("\xFE\xFF");
    std::string declared = marked ? std::string() : meta_encoding(bytes);
    if (declared.empty() && !marked)
        declared = declared_encoding(bytes);
    // What claims to be something else but is valid UTF-8 is UTF-8.
    if (!declared.empty() && !utf8::is_valid(bytes)) {
        if (auto text = to_utf8(bytes, declared); text.ok())
            return text;
    }
    TRY(DecodedText decoded, decode_text(bytes, {}));
    return std::move(decoded.text);
}

} // namespace

Result<Markup> parse_xml(std::string_view bytes)
{
    if (bytes.size() > kMostBytes)
        return too_large();
    const std::string text = xml_as_utf8(bytes);
    Prepared prepared = Preparation(text).run();
    TRY(Node root, run_xml(prepared.body));
    if (!root.is_element())
        return Error{ErrorKind::corrupt, "markup: no root element"};
    return Markup{std::move(prepared.prolog), std::move(root), false};
}

Result<Markup> parse_html(std::string_view bytes, const std::string& encoding)
{
    if (bytes.size() > kMostBytes)
        return too_large();
    TRY(std::string text, html_as_utf8(bytes, encoding));
    std::erase(text, '\0');
    Markup markup;
    markup.repaired = true;
    markup.prolog = "<!DOCTYPE html>\n";
    markup.root.kind = Node::Kind::element;
    markup.root.name = "html";
    if (utf8::trim(text).empty())
        return markup;
    const Context context(htmlCreateMemoryParserCtxt(text.data(), static_cast<int>(text.size())));
    if (!context)
        return too_large();
    Builder tree;
    *context->sax = handler();
    context->userData = &tree;
    htmlCtxtUseOptions(context.get(), HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR |
                                          HTML_PARSE_NOWARNING | HTML_PARSE_NODEFDTD |
                                          HTML_PARSE_IGNORE_ENC);
    xmlSwitchEncoding(context.get(), XML_CHAR_ENCODING_UTF8);
    htmlParseDocument(context.get());
    if (tree.too_much())
        return too_large();
    Node root = tree.finish();
    if (root.is("html"))
        markup.root = std::move(root);
    else
        markup.root.children.push_back(std::move(root));
    if (markup.root.find_attribute("xmlns") == nullptr)
        markup.root.attributes.insert(markup.root.attributes.begin(),
                                      {"xmlns", "http://www.w3.org/1999/xhtml"});
    return markup;
}

Result<Markup> parse_page(std::string_view bytes)
{
    auto strict = parse_xml(bytes);
    if (strict.ok())
        return strict;
    const std::string text = xml_as_utf8(bytes);
    auto loose = parse_html(text, "UTF-8");
    return loose.ok() ? std::move(loose) : std::move(strict);
}

} // namespace longhand::ingest::flowing
