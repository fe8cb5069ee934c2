// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/records.h"

#include <memory>
#include <string_view>
#include <vector>

namespace longhand::tasks {

constexpr std::size_t kCandidateSamples = 3;
constexpr std::size_t kSampleBytes = 240;
constexpr std::size_t kMostCandidates = 400;

// Reads a book twice: first to learn how its words behave, then to count what stands out.
class CandidateFinder {
public:
    virtual ~CandidateFinder() = default;
    virtual void learn(std::string_view paragraph) = 0;
    virtual void count(std::string_view paragraph) = 0;
    // In no order.
    virtual std::vector<library::Term> found(std::size_t words_of_book) = 0;
};

std::unique_ptr<CandidateFinder> latin_candidates();
std::unique_ptr<CandidateFinder> chinese_candidates();
std::unique_ptr<CandidateFinder> japanese_candidates();

// How often a candidate comes at least: short texts repeat little.
std::uint32_t least_count(std::size_t words_of_book);
// The sentence around [begin, end), not longer than a line or two.
std::string sample_around(std::string_view paragraph, std::size_t begin, std::size_t end);

}  // namespace longhand::tasks
