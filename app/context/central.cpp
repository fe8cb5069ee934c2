// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/context/central.h"

#include "engine/base/utf8.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace longhand::context {
namespace {

constexpr std::size_t kRanked = 300; // sentences that are compared with one another
constexpr double kDamping = 0.85;
constexpr int kRounds = 30;
constexpr double kTooSimilar = 0.5;

double squared(const Units& units, const std::vector<std::uint32_t>& words)
{
    double sum = 0.0;
    for (const std::uint32_t word : words)
        sum += units.weight(word) * units.weight(word);
    return sum;
}

double cosine(const Units& units, const Unit& a, const Unit& b)
{
    double dot = 0.0;
    for (std::size_t i = 0, j = 0; i < a.content.size() && j < b.content.size();) {
        if (a.content[i] < b.content[j]) {
            ++i;
        } else if (b.content[j] < a.content[i]) {
            ++j;
        } else {
            dot += units.weight(a.content[i]) * units.weight(a.content[i]);
            ++i;
            ++j;
        }
    }
    const double norm = std::sqrt(squared(units, a.content) * squared(units, b.content));
    return norm > 0.0 ? dot / norm : 0.0;
}

bool may_stand_alone(const document::Document& document, const Unit& unit)
{
    const std::size_t words = utf8::count_words(document::text_of(document, unit.range));
    return !unit.heading && words >= 6 && words <= 90 && unit.content.size() >= 3;
}

// How much of what is said everywhere this sentence says.
double centroid_score(const Units& units, const Unit& unit)
{
    double sum = 0.0;
    for (const std::uint32_t word : unit.content) {
        const auto occurs = static_cast<double>(units.with(word).size());
        sum += occurs > 1.0 ? std::log(occurs) * units.weight(word) : 0.0;
    }
    return sum / std::sqrt(static_cast<double>(unit.content.size()) + 4.0);
}

} // namespace

std::vector<document::TextRange> central_sentences(const document::Document& document,
                                                   const Units& units, std::size_t count)
{
    std::vector<std::pair<double, std::size_t>> candidates;
    for (std::size_t u = 0; u < units.all().size(); ++u)
        if (may_stand_alone(document, units.all()[u]))
            candidates.emplace_back(-centroid_score(units, units.all()[u]), u);
    if (candidates.empty()) // better a short or long sentence than none
        for (std::size_t u = 0; u < units.all().size(); ++u)
            if (!units.all()[u].heading)
                candidates.emplace_back(0.0, u);
    std::ranges::sort(candidates);
    candidates.resize(std::min(candidates.size(), kRanked));

    const std::size_t n = candidates.size();
    std::vector<double> similar(n * n, 0.0), row_sum(n, 0.0);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = i + 1; j < n; ++j) {
            const double value = cosine(units, units.all()[candidates[i].second],
                                        units.all()[candidates[j].second]);
            similar[i * n + j] = similar[j * n + i] = value;
            row_sum[i] += value;
            row_sum[j] += value;
        }
    std::vector<double> rank(n, 1.0), next(n);
    for (int round = 0; round < kRounds; ++round) {
        for (std::size_t i = 0; i < n; ++i) {
            double sum = 0.0;
            for (std::size_t j = 0; j < n; ++j)
                sum += row_sum[j] > 0.0 ? similar[j * n + i] / row_sum[j] * rank[j] : 0.0;
            next[i] = 1.0 - kDamping + kDamping * sum;
        }
        rank.swap(next);
    }
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return rank[a] > rank[b]; });
    std::vector<std::size_t> chosen;
    for (const std::size_t i : order) {
        if (chosen.size() == count)
            break;
        if (std::ranges::none_of(chosen,
                                 [&](std::size_t c) { return similar[i * n + c] > kTooSimilar; }))
            chosen.push_back(i);
    }
    std::vector<document::TextRange> out;
    for (const std::size_t i : chosen)
        out.push_back(units.all()[candidates[i].second].range);
    std::ranges::sort(out);
    return out;
}

} // namespace longhand::context
