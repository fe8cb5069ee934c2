// SPDX-License-Identifier: GPL-3.0-or-later
// Running heads, running feet and page numbers: lines at the upper or lower edge that come back
// from page to page, digits aside. Left and right pages are compared with their own kind.
#include "app/ingest/pdf_layout.h"

#include "engine/base/utf8.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace longhand::ingest::pdf {
namespace {

constexpr std::size_t kDepth = 3;         // lines looked at from each edge
constexpr std::size_t kReach = 12;        // pages compared to both sides: about a chapter
constexpr float kSamePlace = 4.0F;        // points
constexpr std::size_t kShort = 12;        // pages of a paper, where no head comes often

struct Edge {
    std::u32string text;
    std::u32string key;  // digits masked, lower case
    float y = 0;         // middle
    float gap = 0;       // to the next line inwards
    float size = 0;
    std::vector<std::uint32_t> words;
    std::vector<int> numbers;  // that it begins or ends with
    bool repeated = false;
};
struct PageEdges {
    std::vector<Edge> top, bottom;  // from the edge inwards
};

bool is_roman(std::u32string_view text)
{
    return !text.empty() && text.size() <= 8 && std::ranges::all_of(text, [](char32_t c) {
        return std::u32string_view(U"ivxlcdmIVXLCDM").find(c) != std::u32string_view::npos;
    });
}

bool is_digit(char32_t code)
{
    return (code >= U'0' && code <= U'9') || (code >= 0x660 && code <= 0x669) ||
           (code >= 0x6F0 && code <= 0x6F9) || (code >= 0xFF10 && code <= 0xFF19);
}

std::u32string mask(std::u32string_view text)
{
    std::u32string key;
    std::u32string token;
    const auto flush = [&] {
        if (is_roman(token))
            token = U"#";
        key += token;
        token.clear();
    };
    for (char32_t code : text) {
        if (code == U' ') {
            flush();
            key.push_back(U' ');
            continue;
        }
        if (is_digit(code))
            code = U'#';
        if (code >= U'A' && code <= U'Z')
            code += 32;
        if (code == U'#' && !token.empty() && token.back() == U'#')
            continue;
        token.push_back(code);
    }
    flush();
    return key;
}

// The first and the last token of a line, where they are numbers.
std::vector<int> outer_numbers(std::u32string_view text)
{
    std::vector<int> numbers;
    const std::size_t first = std::min(text.find(U' '), text.size());
    const std::size_t last = text.rfind(U' ');
    for (const std::u32string_view token :
         {text.substr(0, first), last == text.npos ? std::u32string_view() : text.substr(last + 1)}) {
        if (token.empty() || token.size() > 5 ||
            !std::ranges::all_of(token, [](char32_t code) { return code >= U'0' && code <= U'9'; }))
            continue;
        int number = 0;
        for (const char32_t code : token)
            number = number * 10 + static_cast<int>(code - U'0');
        numbers.push_back(number);
    }
    return numbers;
}

std::vector<Edge> edge_lines(const PageWords& page, const std::vector<Line>& lines, bool top)
{
    std::vector<Edge> edges;
    for (std::size_t i = 0; i < std::min(kDepth, lines.size()); ++i) {
        const std::size_t at = top ? i : lines.size() - 1 - i;
        const Line& line = lines[at];
        Edge edge;
        edge.text = text_of(page, line);
        edge.key = mask(edge.text);
        edge.y = (line.box.y0 + line.box.y1) / 2;
        edge.size = line.size;
        edge.words = line.words;
        edge.numbers = outer_numbers(edge.text);
        if (i + 1 < lines.size()) {
            const Line& inner = lines[top ? at + 1 : at - 1];
            edge.gap = top ? inner.box.y0 - line.box.y1 : line.box.y0 - inner.box.y1;
        }
        edges.push_back(std::move(edge));
    }
    return edges;
}

// How many of the neighbouring pages show the same line at the same place; left and right pages
// apart, and together.
// `counted`: pages whose line at this place carries a number as much higher as they come later.
struct Support {
    std::size_t same_side = 0, both = 0, counted = 0;
};
Support support_of(const std::vector<PageEdges>& pages, std::size_t page, const Edge& edge, bool top)
{
    Support support;
    const std::size_t first = page > kReach ? page - kReach : 0;
    const std::size_t last = std::min(pages.size() - 1, page + kReach);
    for (std::size_t other = first; other <= last; ++other) {
        const auto& edges = top ? pages[other].top : pages[other].bottom;
        const int later = static_cast<int>(other) - static_cast<int>(page);
        support.counted += std::ranges::any_of(edges, [&](const Edge& candidate) {
            return std::abs(candidate.y - edge.y) <= kSamePlace &&
                   std::ranges::any_of(edge.numbers, [&](int number) {
                       return std::ranges::find(candidate.numbers, number + later) != candidate.numbers.end();
                   });
        });
        const bool found = std::ranges::any_of(edges, [&](const Edge& candidate) {
            return std::abs(candidate.y - edge.y) <= kSamePlace && candidate.key == edge.key;
        });
        if (!found)
            continue;
        ++support.both;
        support.same_side += (other % 2 == page % 2) ? 1 : 0;
    }
    return support;
}

// A line at a height where most lines of the document are running heads is one too, though its
// own words (the name of a short section) came but once.
using Bands = std::map<int, std::pair<std::size_t, std::size_t>>;  // y -> repeated, all

void mark_repeated(std::vector<PageEdges>& pages, bool top)
{
    Bands bands;
    const auto band_of = [](const Edge& edge) { return static_cast<int>(std::lround(edge.y / 3)); };
    for (std::size_t page = 0; page < pages.size(); ++page) {
        for (Edge& edge : top ? pages[page].top : pages[page].bottom) {
            const Support support = support_of(pages, page, edge, top);
            const std::size_t letters = utf8_of(edge.key).size();
            const bool outermost = &edge == &(top ? pages[page].top : pages[page].bottom).front();
            const bool apart = edge.gap > 0.4F * edge.size;
            edge.repeated = letters <= 200 && (support.same_side >= 3 || support.both >= 4 ||
                                               support.counted >= 4 ||
                                               (pages.size() <= kShort && support.same_side >= 2 &&
                                                outermost && apart) ||
                                               (pages.size() <= 4 && support.both >= 2 &&
                                                is_bare_number(edge.text)));
            auto& [repeated, all] = bands[band_of(edge)];
            repeated += edge.repeated ? 1 : 0;
            ++all;
        }
    }
    for (PageEdges& page : pages) {
        auto& edges = top ? page.top : page.bottom;
        if (edges.empty() || edges.front().repeated)
            continue;
        const auto& [repeated, all] = bands[band_of(edges.front())];
        const bool apart = edges.front().gap > 0.4F * edges.front().size;
        edges.front().repeated = repeated >= 4 && repeated * 10 >= all * 6 && apart &&
                                 edges.front().text.size() <= 100;
    }
}

}  // namespace

bool is_bare_number(std::u32string_view text)
{
    std::u32string core;
    for (const char32_t code : text) {
        if (!utf8::is_space(code) &&
            std::u32string_view(U"-\u2013\u2014.[]()|\u00B7\u2022~").find(code) == std::u32string_view::npos)
            core.push_back(code);
    }
    const bool digits = !core.empty() && core.size() <= 5 && std::ranges::all_of(core, is_digit);
    return digits || is_roman(core);
}

std::vector<std::vector<std::string>> remove_furniture(std::vector<PageWords>& pages)
{
    std::vector<PageEdges> edges(pages.size());
    for (std::size_t i = 0; i < pages.size(); ++i) {
        std::vector<std::uint32_t> all(pages[i].words.size());
        for (std::uint32_t k = 0; k < all.size(); ++k)
            all[k] = k;
        const std::vector<Line> lines = lines_of(pages[i], all);
        // The one line of a sparse page is text unless it is a number.
        edges[i].top = edge_lines(pages[i], lines, true);
        edges[i].bottom = edge_lines(pages[i], lines, false);
    }
    mark_repeated(edges, true);
    mark_repeated(edges, false);
    std::vector<std::vector<std::string>> removed(pages.size());
    for (std::size_t i = 0; i < pages.size(); ++i) {
        for (auto* side : {&edges[i].top, &edges[i].bottom}) {
            for (const Edge& edge : *side) {
                if (!edge.repeated)
                    break;  // only lines from the edge inwards
                if (pages[i].words[edge.words.front()].removed)
                    continue;
                removed[i].push_back(utf8_of(edge.text));
                for (const std::uint32_t word : edge.words)
                    pages[i].words[word].removed = true;
            }
        }
    }
    return removed;
}

}  // namespace longhand::ingest::pdf
