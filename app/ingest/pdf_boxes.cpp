// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/pdf_boxes.h"

#include "app/ingest/pdf_lines.h"

#include <algorithm>
#include <cmath>

namespace longhand::ingest::pdf {
namespace {

constexpr float kSameAxis = 5.0F;  // points
constexpr float kRagged = 8.0F;    // left edges that differ so far are not aligned
constexpr float kWidest = 0.6F;    // a line that is wider, of the region, is running text

struct Column {
    std::vector<Line> cells;
    float axis = 0;
};

float axis_of(const Line& cell) { return (cell.box.x0 + cell.box.x1) / 2; }

bool is_ragged(const Column& column)
{
    const auto [least, most] =
        std::ranges::minmax(column.cells, {}, [](const Line& cell) { return cell.box.x0; });
    return column.cells.size() >= 2 && most.box.x0 - least.box.x0 > kRagged;
}

std::vector<Column> columns_of(const PageWords& page, const std::vector<Line>& lines, std::size_t begin,
                               std::size_t end)
{
    std::vector<Column> columns;
    for (std::size_t i = begin; i < end; ++i)
        for (Line& cell : cells_of(page, lines[i])) {
            const auto home = std::ranges::find_if(columns, [&](const Column& column) {
                return std::abs(column.axis - axis_of(cell)) <= kSameAxis;
            });
            if (home != columns.end())
                home->cells.push_back(std::move(cell));
            else
                columns.push_back({{cell}, axis_of(cell)});
        }
    std::ranges::sort(columns, {}, &Column::axis);
    return columns;
}

}  // namespace

SideBySide side_by_side(const PageWords& page, const std::vector<Line>& lines, std::size_t begin)
{
    if (page.right_to_left || cells_of(page, lines[begin]).size() < 2)
        return {};
    float x0 = lines.front().box.x0;
    float x1 = lines.front().box.x1;
    for (const Line& line : lines) {
        x0 = std::min(x0, line.box.x0);
        x1 = std::max(x1, line.box.x1);
    }
    // a row of boxes ends at a gap, the boxes at a line of running text
    std::vector<std::size_t> rows = {begin};
    std::size_t end = begin + 1;
    float bottom = lines[begin].box.y1;
    for (; end < lines.size(); ++end) {
        const Line& line = lines[end];
        const float gap = line.box.y0 - bottom;
        const std::size_t cells = cells_of(page, line).size();
        const bool wide = cells == 1 && line.box.x1 - line.box.x0 > kWidest * (x1 - x0);
        if (wide || line.mono || gap > 3 * line.size)
            break;
        if (gap > 0.7F * line.size) {
            if (cells < 2)
                break;
            rows.push_back(end);
        }
        bottom = std::max(bottom, line.box.y1);
    }
    rows.push_back(end);
    SideBySide found;
    std::size_t ragged = 0;
    for (std::size_t row = 0; row + 1 < rows.size(); ++row)
        for (Column& column : columns_of(page, lines, rows[row], rows[row + 1])) {
            ragged += is_ragged(column) ? 1 : 0;
            found.boxes.push_back(std::move(column.cells));
        }
    // every cell on the axis of a box, and few boxes that are a line alone
    const auto single = static_cast<std::size_t>(
        std::ranges::count_if(found.boxes, [](const auto& box) { return box.size() == 1; }));
    if (end - begin < 3 || ragged < 2 || ragged * 2 < found.boxes.size() || single * 3 > found.boxes.size())
        return {};
    found.lines = end - begin;
    return found;
}

}  // namespace longhand::ingest::pdf
