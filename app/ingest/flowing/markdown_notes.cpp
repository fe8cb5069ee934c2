// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/flowing/markdown_notes.h"

#include <algorithm>
#include <set>

namespace longhand::ingest::flowing {
namespace {

std::vector<std::string_view> lines_of(std::string_view text)
{
    std::vector<std::string_view> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

bool is_label(std::string_view label)
{
    return !label.empty() && label.size() <= 40 &&
           label.find_first_of(" []\t^\"<>()") == std::string_view::npos;
}

// "[^label]" at `at`: the label; empty when none stands there.
std::string_view label_at(std::string_view line, std::size_t at)
{
    if (line.substr(at, 2) != "[^")
        return {};
    const std::size_t close = line.find(']', at);
    if (close == std::string_view::npos)
        return {};
    const std::string_view label = line.substr(at + 2, close - at - 2);
    return is_label(label) ? label : std::string_view();
}

bool opens_fence(std::string_view line)
{
    const std::size_t first = line.find_first_not_of(' ');
    return first != std::string_view::npos && first < 4 &&
           (line.substr(first, 3) == "```" || line.substr(first, 3) == "~~~");
}

std::string id_of(std::string_view label)
{
    return std::string(kNoteLink.substr(1)) + std::string(label);
}

std::string with_links(std::string_view line, const std::set<std::string, std::less<>>& known)
{
    std::string out;
    for (std::size_t at = 0; at < line.size();) {
        const std::string_view label = label_at(line, at);
        if (label.empty() || known.count(label) == 0) {
            out += line[at++];
            continue;
        }
        out += "[" + std::string(label) + "](#" + id_of(label) + ")";
        at += label.size() + 3;
    }
    return out;
}

bool is_definition(std::string_view line)
{
    const std::string_view label = label_at(line, 0);
    return !label.empty() && line.substr(label.size() + 3, 1) == ":";
}

} // namespace

MarkdownNotes take_notes(std::string_view markdown)
{
    MarkdownNotes result;
    if (markdown.find("[^") == std::string_view::npos) {
        result.text = markdown;
        return result;
    }
    std::set<std::string, std::less<>> known;
    std::vector<std::pair<std::string_view, bool>> body; // line, inside code
    bool fenced = false, in_note = false;
    for (const std::string_view line : lines_of(markdown)) {
        fenced = opens_fence(line) ? !fenced : fenced;
        if (!fenced && is_definition(line)) {
            const std::string_view label = label_at(line, 0);
            in_note = known.insert(std::string(label)).second;
            if (in_note) {
                result.notes.push_back(
                    {id_of(label), std::string(line.substr(label.size() + 4)) + "\n"});
                continue;
            }
        }
        const bool indented = line.starts_with("    ") || line.starts_with("\t");
        const bool blank = line.find_first_not_of(" \t\r") == std::string_view::npos;
        if (in_note && !fenced && (indented || blank)) {
            result.notes.back().text +=
                std::string(blank ? "" : line.substr(line[0] == '\t' ? 1 : 4)) + "\n";
            continue;
        }
        in_note = false;
        body.emplace_back(line, fenced);
    }
    for (const auto& [line, code] : body)
        result.text += (code ? std::string(line) : with_links(line, known)) + "\n";
    return result;
}

} // namespace longhand::ingest::flowing
