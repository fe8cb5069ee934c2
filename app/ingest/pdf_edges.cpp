// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/pdf_edges.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace longhand::ingest::pdf {
namespace {

constexpr float kSame = 1.5F;      // points between two ends that are one edge
constexpr float kNear = 20.0F;     // between two ends of ragged lines
constexpr std::size_t kLeastJustified = 6;

// The outermost (largest) value that `least` of the values share, `outliers` may lie beyond it.
// `values` descend.
std::optional<float> shared(const std::vector<float>& values, std::size_t least, std::size_t outliers)
{
    for (std::size_t i = 0; i < values.size() && i <= outliers; ++i) {
        std::size_t end = i;
        while (end < values.size() && values[i] - values[end] <= kSame)
            ++end;
        if (end - i >= least)
            return values[i];
    }
    return std::nullopt;
}

std::vector<float> ends_of(const std::vector<Line>& lines, std::size_t begin, std::size_t end, bool right)
{
    std::vector<float> values;
    for (std::size_t i = begin; i < end; ++i)
        values.push_back(right ? lines[i].box.x1 : -lines[i].box.x0);
    std::ranges::sort(values, std::greater<>());
    return values;
}

float common_edge(const std::vector<float>& values, std::size_t least)
{
    if (const auto edge = shared(values, least, values.size()))
        return *edge;
    for (std::size_t i = 0; i + 1 < values.size() && values.size() >= 4; ++i)
        if (values[i] - values[i + 1] <= kNear)
            return values[i];
    return values.front();
}

bool same_run(const Line& before, const Line& now, float leading)
{
    const float size = std::max(before.size, now.size);
    return std::abs(now.size - before.size) <= 0.12F * size &&
           now.box.y0 - before.box.y0 <= 1.45F * std::max(leading, 0.9F * size) + 1 &&
           std::abs(now.box.x0 - before.box.x0) <= 3 * size;
}

}  // namespace

Edges edges_of(const std::vector<Line>& lines)
{
    Edges edges;
    if (lines.empty())
        return edges;
    std::vector<float> steps;
    for (std::size_t i = 1; i < lines.size(); ++i)
        if (lines[i].box.y0 > lines[i - 1].box.y0)
            steps.push_back(lines[i].box.y0 - lines[i - 1].box.y0);
    if (!steps.empty()) {
        std::ranges::nth_element(steps, steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 3));
        edges.leading = steps[steps.size() / 3];
    }
    // Lines end together where the measure ends; they begin together also where a list or a program
    // is indented, so the text's own edge may be that of a few.
    const std::size_t many = std::max<std::size_t>(3, lines.size() / 4);
    const std::size_t few = std::max<std::size_t>(2, lines.size() / 16);
    const bool leftwards = lines.front().right_to_left;
    edges.x0 = -common_edge(ends_of(lines, 0, lines.size(), false), leftwards ? many : few);
    edges.x1 = common_edge(ends_of(lines, 0, lines.size(), true), leftwards ? few : many);
    return edges;
}

std::vector<Edges> local_edges(const std::vector<Line>& lines, const Edges& region)
{
    std::vector<Edges> edges(lines.size(), region);
    for (std::size_t begin = 0; begin < lines.size();) {
        std::size_t end = begin + 1;
        while (end < lines.size() && same_run(lines[end - 1], lines[end], region.leading))
            ++end;
        const std::size_t least = std::max<std::size_t>(2, (end - begin) * 2 / 5);
        if (end - begin >= 3) {
            const auto right = shared(ends_of(lines, begin, end, true), least, 0);
            const auto left = shared(ends_of(lines, begin, end, false), least, 0);
            for (std::size_t i = begin; i < end; ++i) {
                edges[i].x1 = right.value_or(region.x1);
                edges[i].x0 = left ? -*left : region.x0;
            }
        }
        begin = end;
    }
    return edges;
}

std::vector<Line> take_margin(const PageWords& page, std::vector<Line>& lines)
{
    std::vector<Line> margin;
    if (page.right_to_left || lines.size() < kLeastJustified)
        return margin;
    // Ends of lines as they are without words that a gap sets off.
    const auto inner_words = [&](const Line& line, float edge) {
        std::size_t count = 0;
        while (count < line.words.size() && page.words[line.words[count]].box.x1 <= edge + kSame)
            ++count;
        return count;
    };
    std::vector<float> ends;
    for (const Line& line : lines)
        for (std::size_t i = 0; i < line.words.size(); ++i) {
            const bool last = i + 1 == line.words.size();
            const float gap = last ? 1e9F : page.words[line.words[i + 1]].box.x0 - page.words[line.words[i]].box.x1;
            if (gap > 0.9F * line.size) {
                ends.push_back(page.words[line.words[i]].box.x1);
                break;
            }
        }
    std::ranges::sort(ends, std::greater<>());
    const auto edge = shared(ends, std::max(kLeastJustified / 2, lines.size() * 2 / 5), ends.size());
    if (!edge)
        return margin;
    for (Line& line : lines) {
        const std::size_t inner = inner_words(line, *edge);
        if (inner == line.words.size())
            continue;
        const Word& beyond = page.words[line.words[inner]];
        const float text_end = inner == 0 ? *edge : page.words[line.words[inner - 1]].box.x1;
        const bool full = text_end >= *edge - 0.5F * line.size;
        const bool set_off = inner == 0 || beyond.box.x0 - text_end > 0.9F * line.size;  // not overfull
        if (!full || !set_off || beyond.box.x0 < *edge + kSame)
            continue;
        Line outer = line;
        outer.words.assign(line.words.begin() + static_cast<std::ptrdiff_t>(inner), line.words.end());
        outer.box.x0 = beyond.box.x0;
        outer.size = beyond.size;
        margin.push_back(std::move(outer));
        line.words.resize(inner);
        if (inner > 0)
            line.box.x1 = page.words[line.words[inner - 1]].box.x1;
    }
    std::erase_if(lines, [](const Line& line) { return line.words.empty(); });
    return margin;
}

}  // namespace longhand::ingest::pdf
