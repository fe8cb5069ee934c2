// SPDX-License-Identifier: GPL-3.0-or-later
// What is studied, when, at which rate, and what it brings (acceptance F1 to F10, F13).
#include "tests/engine/adapt/study_bench.h"

#include <gtest/gtest.h>

#include <cmath>

namespace longhand::adapt {
namespace {

// F1.
TEST(Study, TheFaithfulRateIsNothingHalfAndWholeByChunks)
{
    const StudyOptions options;
    EXPECT_EQ(study_rate(options, 0, 0), 0.0);
    EXPECT_EQ(study_rate(options, 0, 1), 0.0);
    EXPECT_DOUBLE_EQ(study_rate(options, 1, 2), 2.5e-5);
    EXPECT_DOUBLE_EQ(study_rate(options, 2, 4), 5e-5);
    EXPECT_DOUBLE_EQ(study_rate(options, 500, 1000), 5e-5);
    const auto study = Study::make(study_model(), small_study()).value();
    const auto reports = reports_of(*study, book(1, 1, 32 * 4));
    for (const ChunkReport& report : reports)
        EXPECT_EQ(report.train_nll.size(), 2U);
    EXPECT_EQ(reports[0].learning_rate, 0.0);
    EXPECT_DOUBLE_EQ(reports[1].learning_rate, 2.5e-3);
    EXPECT_DOUBLE_EQ(reports[3].learning_rate, 5e-3);
}

TEST(Study, ThePracticalRateBeginsWithTheFirstStep)
{
    StudyOptions options;
    options.schedule = StudySchedule::practical;
    EXPECT_DOUBLE_EQ(study_rate(options, 0, 0), 2.5e-5);
    EXPECT_DOUBLE_EQ(study_rate(options, 0, 1), 5e-5);
    EXPECT_DOUBLE_EQ(study_rate(options, 7, 14), 5e-5);
    options.warmup = 0;
    EXPECT_DOUBLE_EQ(study_rate(options, 0, 0), 5e-5);
}

// F2.
TEST(Study, TheFirstTwoChunksAreTheBasesOwnAndOnlyTheSecondIsLearned)
{
    const auto study = Study::make(study_model(), small_study()).value();
    const std::vector<TokenId> text = book(1, 1, 32 * 3);
    const auto moved = [&] {
        double sum = 0.0;
        const checkpoint::AdapterFile learned = study->adapter().value();
        for (const checkpoint::AdapterPair& pair : learned.pairs)
            for (const float b : pair.b)
                sum += static_cast<double>(b) * static_cast<double>(b);
        return sum;
    };
    (void)reports_of(*study, text, 1);
    EXPECT_EQ(moved(), 0.0);
    const auto second = reports_of(*study, text, 2);
    EXPECT_EQ(second[0].adapted_nll, second[0].base_nll);
    EXPECT_GT(moved(), 0.0);
    const auto third = reports_of(*study, text);
    EXPECT_NE(third[0].adapted_nll, third[0].base_nll);
}

// F3.
TEST(Study, WhatStandsBehindAChunkChangesNoLossUpToIt)
{
    const std::vector<TokenId> text = book(1, 1, 32 * 6);
    std::vector<TokenId> other = text;
    const std::vector<TokenId> ending = book(2, 2, 32 * 2);
    std::copy(ending.begin(), ending.end(), other.begin() + 32 * 4);
    const auto a = reports_of(*Study::make(study_model(), small_study()).value(), text);
    const auto b = reports_of(*Study::make(study_model(), small_study()).value(), other);
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_EQ(a[i].adapted_nll, b[i].adapted_nll) << i;
        EXPECT_EQ(a[i].base_nll, b[i].base_nll) << i;
    }
    EXPECT_NE(a[4].adapted_nll, b[4].adapted_nll);
}

// F4: the context's losses do not count, all of the chunk's do.
TEST(Study, ALossIsThatOfTheChunkBehindItsContext)
{
    const auto model = study_model();
    const auto study = Study::make(model, small_study()).value();
    const std::vector<TokenId> text = book(1, 1, 70);
    const auto nll = [&](std::size_t from, std::size_t begin, std::size_t end) {
        const auto part = std::span(text).subspan(from, end - from);
        const auto logits = test::logits_of(model, part, 128);
        double sum = 0.0;
        std::size_t count = 0;
        for (std::size_t t = std::max(begin, from + 1); t < end; ++t, ++count) {
            const float* const row = logits.data() + (t - from - 1) * test::kTinyVocabulary;
            double total = 0.0;
            for (std::int64_t i = 0; i < test::kTinyVocabulary; ++i)
                total += std::exp(static_cast<double>(row[i]));
            sum += std::log(total) - static_cast<double>(row[text[t]]);
        }
        return sum / static_cast<double>(count);
    };
    const auto reports = reports_of(*study, text);
    ASSERT_EQ(reports.size(), 3U);
    EXPECT_EQ(reports[0].tokens, 31);
    EXPECT_EQ(reports[1].tokens, 32);
    EXPECT_EQ(reports[2].tokens, 6);
    EXPECT_NEAR(reports[0].base_nll, nll(0, 0, 32), 1e-4);
    EXPECT_NEAR(reports[1].base_nll, nll(0, 32, 64), 1e-4);
    EXPECT_NEAR(reports[2].base_nll, nll(0, 64, 70), 1e-4);
}

// F5.
TEST(Study, WindowsOf5000TokensAreTheReferences)
{
    const StudyOptions options;
    std::vector<StudyWindow> windows;
    for (std::size_t begin = 0; begin < 5000; begin = windows.back().end)
        windows.push_back(study_window(begin, 5000, options));
    EXPECT_EQ(windows, (std::vector<StudyWindow>{{0, 0, 1024},
                                                 {0, 1024, 2048},
                                                 {0, 2048, 3072},
                                                 {0, 3072, 4096},
                                                 {1024, 4096, 5000}}));
}

// F6.
TEST(Study, LeavesNoTraceInTheBaseNorInTheNextText)
{
    const auto model = study_model();
    const std::vector<TokenId> probe = book(3, 3, 40);
    const std::vector<float> before = test::logits_of(model, probe, 40);
    const auto study = Study::make(model, small_study()).value();
    EXPECT_EQ(study->model(), model);
    (void)reports_of(*study, book(1, 1, 32 * 5));
    EXPECT_EQ(test::logits_of(model, probe, 40), before);
    EXPECT_NE(test::logits_of(study->model(), probe, 40), before);
    ASSERT_TRUE(study->discard().ok());
    EXPECT_EQ(study->model(), model);
    EXPECT_EQ(study->chunks(), 0);
    const auto again = reports_of(*study, book(2, 2, 32 * 4));
    const auto alone =
        reports_of(*Study::make(model, small_study()).value(), book(2, 2, 32 * 4));
    for (std::size_t i = 0; i < alone.size(); ++i)
        EXPECT_EQ(again[i].adapted_nll, alone[i].adapted_nll) << i;
}

// F7 and F8: it grows with the text, and is the text's own.
TEST(Study, GainsGrowAndBelongToTheBookThatWasStudied)
{
    StudyOptions options = small_study();
    options.rate = 1e-2;
    const auto study = Study::make(study_model(), options).value();
    const std::vector<TokenId> text = book(1, 1, 32 * 40);
    const StudyFit fit = fit_of(reports_of(*study, std::span(text).first(32 * 30)));
    EXPECT_GT(fit.gain_by_third[2], fit.gain_by_third[0]);
    EXPECT_GT(fit.gain_by_third[2], 0.1);
    const auto gain_on = [&](const std::vector<TokenId>& of, std::size_t from) {
        double gain = 0.0;
        for (std::size_t begin = from; begin + 32 <= of.size(); begin += 32) {
            const StudyWindow w = study_window(begin, of.size(), options);
            const std::span all(of);
            const ChunkReport report =
                study->measure({.context = all.subspan(w.context, w.begin - w.context),
                                .chunk = all.subspan(w.begin, w.end - w.begin)})
                    .value();
            gain += report.base_nll - report.adapted_nll;
        }
        return gain;
    };
    EXPECT_GT(gain_on(text, 32 * 30), 2.0 * gain_on(book(2, 2, 32 * 10), 0));
}

// F9.
TEST(Study, OfAShortTextGainsNothing)
{
    const auto reports =
        reports_of(*Study::make(study_model(), small_study()).value(), book(1, 1, 60));
    const StudyFit fit = fit_of(reports);
    EXPECT_EQ(fit.chunks, 2);
    EXPECT_EQ(fit.adapted_perplexity, fit.base_perplexity);
    EXPECT_TRUE(reports_of(*Study::make(study_model(), small_study()).value(), {}).empty());
    const std::vector<TokenId> one = {7};
    EXPECT_TRUE(reports_of(*Study::make(study_model(), small_study()).value(), one).empty());
}

// F13, by hand.
TEST(Study, TheFitCountsTokensAndThirdsOfChunks)
{
    std::vector<ChunkReport> chunks(5);
    for (std::size_t i = 0; i < chunks.size(); ++i) {
        chunks[i].tokens = i == 4 ? 10 : 20;
        chunks[i].base_nll = 3.0;
        chunks[i].adapted_nll = i == 0 ? 3.0 : 2.0;
    }
    const StudyFit fit = fit_of(chunks);
    EXPECT_EQ(fit.tokens, 90);
    EXPECT_NEAR(fit.base_perplexity, std::exp(3.0), 1e-9);
    EXPECT_NEAR(fit.adapted_perplexity, std::exp((20 * 3.0 + 70 * 2.0) / 90), 1e-9);
    EXPECT_NEAR(fit.adapted_mean_of_exp, (20 * std::exp(3.0) + 70 * std::exp(2.0)) / 90, 1e-9);
    EXPECT_GE(fit.adapted_mean_of_exp, fit.adapted_perplexity);
    EXPECT_NEAR(fit.gain_by_third[0], 1.0 - std::exp(-0.5), 1e-9);
    EXPECT_NEAR(fit.gain_by_third[2], 1.0 - std::exp(-1.0), 1e-9);
    EXPECT_EQ(fit_of({}).gain_by_third[0], 0.0);
}

}  // namespace
}  // namespace longhand::adapt
