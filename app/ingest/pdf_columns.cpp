// SPDX-License-Identifier: GPL-3.0-or-later
// Columns: recursive cuts along white gutters (an XY cut whose vertical cuts may be local).
#include "app/ingest/pdf_layout.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace longhand::ingest::pdf {
namespace {

using document::Box;
using Words = std::vector<std::uint32_t>;

constexpr float kStep = 2.0F;          // candidates for a gutter, points apart
constexpr std::size_t kLeastLines = 4; // a column has at least so many
constexpr float kLeastHeight = 24.0F;  // of a band, points: four lines are higher
constexpr float kLeastFill = 0.55F;    // and its lines are filled so far, or it is a table's
constexpr int kDeepest = 4;

struct Band {  // words between two heights, cut at x
    float y0 = 0, y1 = 0;
    Words left, right;
};

struct Cut {
    float x = 0;
    std::vector<Band> bands;
    std::size_t words = 0;  // inside bands
    float gutter = 0;
};

class Columns {
public:
    explicit Columns(const PageWords& page) : page_(page) {}

    void run(Words words, int depth, std::vector<Words>& regions)
    {
        if (words.empty())
            return;
        Cut best;
        if (depth < kDeepest && words.size() >= 2 * kLeastLines)
            best = best_cut(words);
        if (best.bands.empty()) {
            regions.push_back(std::move(words));
            return;
        }
        float from = -1e9F;
        for (Band& band : best.bands) {
            run(between(words, from, band.y0), kDeepest, regions);
            Words& first = page_.right_to_left ? band.right : band.left;
            Words& second = page_.right_to_left ? band.left : band.right;
            run(std::move(first), depth + 1, regions);
            run(std::move(second), depth + 1, regions);
            from = band.y1;
        }
        run(between(words, from, 1e9F), kDeepest, regions);
    }

private:
    static float middle(const Box& box) { return (box.y0 + box.y1) / 2; }
    const Box& box(std::uint32_t word) const { return page_.words[word].box; }

    Words between(const Words& words, float y0, float y1) const
    {
        Words out;
        for (const std::uint32_t word : words) {
            if (middle(box(word)) >= y0 && middle(box(word)) < y1)
                out.push_back(word);
        }
        return out;
    }

    Cut best_cut(const Words& words) const
    {
        Box whole = box(words.front());
        for (const std::uint32_t word : words) {
            whole.x0 = std::min(whole.x0, box(word).x0);
            whole.x1 = std::max(whole.x1, box(word).x1);
        }
        const float width = whole.x1 - whole.x0;
        if (width < 100.0F)
            return {};
        const auto bins = static_cast<std::size_t>(width / kStep) + 1;
        std::vector<int> crossing(bins + 1, 0);  // ink over each candidate
        const std::vector<Box> ink = ink_of(words);
        for (const Box& at : ink) {
            const auto first = static_cast<std::size_t>(std::max(0.0F, (at.x0 - whole.x0) / kStep));
            const auto last = static_cast<std::size_t>(std::max(0.0F, (at.x1 - whole.x0) / kStep));
            ++crossing[std::min(first, bins)];
            --crossing[std::min(last + 1, bins)];
        }
        std::partial_sum(crossing.begin(), crossing.end(), crossing.begin());
        // Text set across the page crosses every place about once a line.
        const int most = *std::ranges::max_element(crossing);
        Cut best;
        for (std::size_t bin = bins * 15 / 100; bin < bins * 85 / 100; ++bin) {
            if (crossing[bin] * 10 > most * 7)
                continue;
            const float x = whole.x0 + (static_cast<float>(bin) + 0.5F) * kStep;
            Cut cut = cut_at(words, ink, x);
            if (cut.words > best.words || (cut.words == best.words && cut.gutter > best.gutter))
                best = std::move(cut);
        }
        return best.words * 3 >= words.size() ? best : Cut{};
    }

    // What a gutter cannot cross: words, and the blanks between words of a line. A title across the
    // page is no part of a column because its words happen to part there.
    [[nodiscard]] std::vector<Box> ink_of(const Words& words) const
    {
        std::vector<Box> ink;
        ink.reserve(words.size());
        for (std::size_t i = 0; i < words.size(); ++i) {
            ink.push_back(box(words[i]));
            if (i + 1 == words.size() || words[i + 1] != words[i] + 1)
                continue;
            const Word& left = page_.words[words[i]];
            const Word& right = page_.words[words[i + 1]];
            const float gap = right.box.x0 - left.box.x1;
            if (left.raw_line == right.raw_line && gap >= 0 && gap < 0.75F * std::min(left.size, right.size))
                ink.back().x1 = right.box.x0 + 0.01F;
        }
        return ink;
    }

    // Bands between the ink that lies across x.
    Cut cut_at(const Words& words, const std::vector<Box>& ink, float x) const
    {
        std::vector<std::pair<float, float>> blocks;
        for (const Box& at : ink)
            if (at.x0 < x && at.x1 > x)
                blocks.emplace_back(at.y0, at.y1);
        std::ranges::sort(blocks);
        Cut cut;
        cut.x = x;
        cut.gutter = 1e9F;
        float from = -1e8F;
        blocks.emplace_back(1e8F, 1e8F);
        for (const auto& [y0, y1] : blocks) {
            if (y0 - from > kLeastHeight)
                try_band(words, from, y0, cut);
            from = std::max(from, y1);
        }
        return cut;
    }

    void try_band(const Words& words, float y0, float y1, Cut& cut) const
    {
        Band band;
        float left_end = -1e9F;
        float right_begin = 1e9F;
        float size = 0;
        float top = 1e9F;
        float bottom = -1e9F;
        for (const std::uint32_t word : words) {
            const Box& at = box(word);
            if (middle(at) < y0 || middle(at) >= y1)
                continue;
            size = std::max(size, page_.words[word].size);
            top = std::min(top, at.y0);
            bottom = std::max(bottom, at.y1);
            if (at.x1 <= cut.x) {
                band.left.push_back(word);
                left_end = std::max(left_end, at.x1);
            } else {
                band.right.push_back(word);
                right_begin = std::min(right_begin, at.x0);
            }
        }
        const float gutter = right_begin - left_end;
        if (band.left.size() < kLeastLines || band.right.size() < kLeastLines || gutter < 6.0F)
            return;
        if (!is_column(band.left) || !is_column(band.right))
            return;
        band.y0 = y0;
        band.y1 = y1;
        cut.words += band.left.size() + band.right.size();
        cut.gutter = std::min(cut.gutter, gutter);
        cut.bands.push_back(std::move(band));
    }

    // Running text: enough lines, most of them filled from edge to edge.
    bool is_column(const Words& words) const
    {
        const std::vector<Line> lines = lines_of(page_, words);
        if (lines.size() < kLeastLines)
            return false;
        float x0 = 1e9F;
        float x1 = -1e9F;
        for (const Line& line : lines) {
            x0 = std::min(x0, line.box.x0);
            x1 = std::max(x1, line.box.x1);
        }
        std::vector<float> fills;
        float size = 0;
        for (const Line& line : lines) {
            float inked = 0;
            for (const std::uint32_t word : line.words)
                inked += box(word).x1 - box(word).x0;
            fills.push_back(inked / std::max(1.0F, x1 - x0));
            size = std::max(size, line.size);
        }
        std::ranges::nth_element(fills, fills.begin() + static_cast<std::ptrdiff_t>(fills.size() / 2));
        return fills[fills.size() / 2] >= kLeastFill && x1 - x0 >= 7 * size;
    }

    const PageWords& page_;
};

}  // namespace

std::vector<std::vector<std::uint32_t>> regions_of(const PageWords& page)
{
    Words words;
    for (std::uint32_t i = 0; i < page.words.size(); ++i) {
        if (!page.words[i].removed)
            words.push_back(i);
    }
    std::vector<Words> regions;
    Columns(page).run(std::move(words), 0, regions);
    return regions;
}

}  // namespace longhand::ingest::pdf
