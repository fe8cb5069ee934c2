// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/flowing/replace_run.h"

#include "app/ingest/flowing/markup_blocks.h"
#include "app/ingest/flowing/titles.h"

#include <algorithm>
#include <set>

namespace longhand::ingest::flowing {
namespace {

using Nodes = std::vector<Node>;

Node element(std::string name)
{
    Node node;
    node.kind = Node::Kind::element;
    node.name = std::move(name);
    return node;
}

bool is_blank(const Node& node)
{
    return node.kind == Node::Kind::comment || node.kind == Node::Kind::instruction ||
           (node.kind == Node::Kind::text && single_spaced(node.text).empty());
}

// Puts a translation where a run of inline nodes stands.
class RunReplacer {
public:
    RunReplacer(std::span<Node> run, Nodes fragment) : run_(run), fragment_(std::move(fragment)) {}

    void replace()
    {
        keep_to_text();
        if (Node* const wrapper = only_wrapper()) {
            unwrap_fragment(*wrapper);
            RunReplacer inner(wrapper->children, std::move(fragment_));
            inner.replace_here();
            return;
        }
        replace_here();
    }

private:
    // Images and the like before the first text and after the last one stay where they are.
    void keep_to_text()
    {
        const auto first = std::find_if(run_.begin(), run_.end(), has_text);
        const auto last = std::find_if(run_.rbegin(), run_.rend(), has_text).base();
        if (first < last)
            run_ = run_.subspan(static_cast<std::size_t>(first - run_.begin()),
                                static_cast<std::size_t>(last - first));
    }

    // The one element around all of the run's text, if it is one that dresses or links text.
    Node* only_wrapper() const
    {
        if (run_.size() != 1)
            return nullptr;
        Node& only = run_.front();
        const bool dress =
            only.is_element() && !only.is("math") && !only.is("ruby") && !only.is("code");
        return dress && !only.children.empty() ? &only : nullptr;
    }

    void unwrap_fragment(const Node& wrapper)
    {
        Node* only = nullptr;
        for (Node& node : fragment_) {
            if (is_blank(node))
                continue;
            if (only != nullptr || !node.is_element())
                return;
            only = &node;
        }
        if (only != nullptr && only->local() == wrapper.local()) {
            Nodes inner = std::move(only->children);
            fragment_ = std::move(inner);
        }
    }

    void replace_here()
    {
        if (run_.empty())
            return;
        collect_kept();
        Node whole;
        for (Nodes* const part : {&before_, &fragment_, &after_}) {
            for (Node& node : *part)
                whole.children.push_back(std::move(node));
        }
        for (Node& node : run_)
            node = Node{}; // an empty fragment: nothing is written
        run_.front() = std::move(whole);
    }

    void collect_kept()
    {
        std::set<std::string> ids, hrefs;
        for (Node& node : fragment_) {
            for_each_node(node, [&](Node& each) {
                if (!each.attribute("id").empty())
                    ids.insert(std::string(each.attribute("id")));
                if (each.is("a"))
                    hrefs.insert(std::string(each.attribute("href")));
            });
        }
        adopt_originals(hrefs, ids);
        bool text_seen = false;
        for (Node& node : run_)
            keep(node, ids, hrefs, text_seen);
    }

    // Links and formulas of the fragment take back what only the original knows.
    void adopt_originals(const std::set<std::string>& hrefs, std::set<std::string>& ids)
    {
        Nodes links, formulas;
        for (Node& node : run_) {
            for_each_node(node, [&](Node& each) {
                if (each.is("a") && hrefs.count(std::string(each.attribute("href"))) != 0)
                    links.push_back(each);
                if (each.is("math"))
                    formulas.push_back(each);
            });
        }
        for (Node& node : fragment_) {
            for_each_node(node, [&](Node& each) {
                if (each.is("a"))
                    adopt_link(each, links, ids);
                if (each.is("code"))
                    adopt_formula(each, formulas);
            });
        }
        for (Node& formula : formulas) {
            if (!put_into_text(fragment_, formula))
                after_.push_back(std::move(formula));
        }
    }

    // The formula takes the place of its own text, where that stands as a word.
    static bool put_into_text(Nodes& nodes, Node& formula)
    {
        const std::string text = formula_text(formula);
        if (text.empty())
            return false;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            Node& node = nodes[i];
            if (node.is_element() && !node.is("math") && put_into_text(node.children, formula))
                return true;
            if (node.kind != Node::Kind::text)
                continue;
            const std::size_t at = find_word(node.text, text);
            if (at == std::string::npos)
                continue;
            Nodes parts = {text_node(node.text.substr(0, at)), std::move(formula),
                           text_node(node.text.substr(at + text.size()))};
            node = Node{};
            node.children = std::move(parts);
            return true;
        }
        return false;
    }

    static std::size_t find_word(std::string_view text, std::string_view word)
    {
        const auto is_part = [&](std::size_t at) {
            const auto byte = at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
            return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') ||
                   (byte >= 'A' && byte <= 'Z');
        };
        std::size_t at = text.find(word);
        while (at != std::string_view::npos &&
               ((at > 0 && is_part(at - 1)) || is_part(at + word.size())))
            at = text.find(word, at + 1);
        return at;
    }

    static void adopt_link(Node& link, Nodes& originals, std::set<std::string>& ids)
    {
        const auto same =
            std::find_if(originals.begin(), originals.end(), [&](const Node& original) {
                return original.attribute("href") == link.attribute("href");
            });
        if (same == originals.end())
            return;
        for (const Attribute& attribute : same->attributes) {
            if (link.find_attribute(attribute.name) == nullptr)
                link.attributes.push_back(attribute);
        }
        if (!same->attribute("id").empty())
            ids.insert(std::string(same->attribute("id")));
        originals.erase(same);
    }

    static void adopt_formula(Node& code, Nodes& originals)
    {
        const std::string text = single_spaced(text_of(code));
        const auto same =
            std::find_if(originals.begin(), originals.end(), [&](const Node& original) {
                return single_spaced(formula_text(original)) == text;
            });
        if (same == originals.end())
            return;
        code = std::move(*same);
        originals.erase(same);
    }

    void put(Node node, bool text_seen)
    {
        (text_seen ? after_ : before_).push_back(std::move(node));
    }

    void keep(Node& node, std::set<std::string>& ids, const std::set<std::string>& hrefs,
              bool& text_seen)
    {
        if (node.kind == Node::Kind::text) {
            text_seen = text_seen || !single_spaced(node.text).empty();
            return;
        }
        if (!node.is_element() || node.is("math"))
            return;
        if (is_picture(node) || (is_silent(node) && !node.is("rt") && !node.is("rp"))) {
            put(node, text_seen);
            return;
        }
        const bool reference =
            node.is("a") && (node.has_type("noteref") || node.has_class("noteref"));
        if (reference && hrefs.count(std::string(node.attribute("href"))) == 0) {
            after_.push_back(node);
            text_seen = true;
            return;
        }
        const std::string id(node.attribute("id"));
        if (!id.empty() && ids.insert(id).second) {
            Node anchor = element("span");
            anchor.set_attribute("id", id);
            put(std::move(anchor), text_seen);
        }
        for (Node& child : node.children)
            keep(child, ids, hrefs, text_seen);
    }

    std::span<Node> run_;
    Nodes fragment_, before_, after_;
};

} // namespace

void for_each_node(Node& node, const std::function<void(Node&)>& visit)
{
    visit(node);
    for (Node& child : node.children)
        for_each_node(child, visit);
}

void replace_run(std::span<Node> run, std::vector<Node> fragment)
{
    RunReplacer(run, std::move(fragment)).replace();
}

} // namespace longhand::ingest::flowing
