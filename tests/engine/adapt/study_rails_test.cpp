// SPDX-License-Identifier: GPL-3.0-or-later
// A study that is kept, that goes wrong, or that is handed on (acceptance F15, F16).
#include "tests/engine/adapt/study_bench.h"
#include "tests/support/environment.h"

#include <gtest/gtest.h>

#include <limits>

namespace longhand::adapt {
namespace {

std::unique_ptr<Study> make(const StudyOptions& options = small_study())
{
    return Study::make(study_model(), options).value();
}

// F15, at every place where it may be cut.
TEST(StudyState, SavedAndLoadedItGoesOnBitForBit)
{
    const std::vector<TokenId> text = book(1, 1, 32 * 6);
    const auto whole = make();
    const auto unbroken = reports_of(*whole, text);
    const test::TemporaryFolder folder;
    for (const std::int64_t cut : {1, 2, 4}) {
        const auto first = make();
        (void)reports_of(*first, text, cut);
        ASSERT_TRUE(first->save(folder.path() / "state").ok());
        const auto second = make();
        const auto loaded = second->load(folder.path() / "state");
        ASSERT_TRUE(loaded.ok()) << to_string(loaded.error());
        EXPECT_EQ(second->chunks(), cut);
        EXPECT_EQ(second->position(), cut * 32);
        const auto rest = reports_of(*second, text);
        for (std::size_t i = 0; i < rest.size(); ++i)
            EXPECT_EQ(rest[i].adapted_nll, unbroken[i + static_cast<std::size_t>(cut)].adapted_nll);
        EXPECT_EQ(second->adapter()->pairs.back().b, whole->adapter()->pairs.back().b);
    }
}

TEST(StudyState, OfAnotherTextOrSettingIsRefusedAndChangesNothing)
{
    const test::TemporaryFolder folder;
    StudyOptions options = small_study();
    options.subject = "volume 1";
    const auto study = make(options);
    (void)reports_of(*study, book(1, 1, 32 * 3));
    ASSERT_TRUE(study->save(folder.path() / "state").ok());
    options.subject = "volume 2";
    const auto other = make(options);
    const std::vector<float> before = other->adapter()->pairs.front().a;
    EXPECT_EQ(other->load(folder.path() / "state").error().kind, ErrorKind::invalid);
    EXPECT_EQ(other->adapter()->pairs.front().a, before);
    EXPECT_EQ(other->chunks(), 0);
    EXPECT_EQ(other->load(folder.path() / "absent").error().kind, ErrorKind::not_found);
}

TEST(StudyState, VolumeTwoBeginsWithWhatVolumeOneTaught)
{
    StudyOptions options = small_study();
    options.rate = 1e-2;
    const auto first = make(options);
    (void)reports_of(*first, book(1, 1, 32 * 20));
    const auto second = make(options);
    ASSERT_TRUE(second->begin_with(first->adapter().value()).ok());
    const auto reports = reports_of(*second, book(1, 9, 32 * 2));
    EXPECT_LT(reports[0].adapted_nll, reports[0].base_nll - 0.05);
    EXPECT_EQ(second->begin_with(first->adapter().value()).error().kind, ErrorKind::invalid);
    options.rank = 8;
    EXPECT_EQ(make(options)->begin_with(first->adapter().value()).error().kind,
              ErrorKind::invalid);
}

// F16: each chunk says the opposite of the last one.
TEST(StudyRails, WorseThanTheBaseThreeTimesInARowItIsRolledBackOffAndSaid)
{
    StudyOptions options = small_study();
    options.schedule = StudySchedule::practical;
    options.rate = 0.05;
    options.epochs = 4;
    options.train_context = 0;
    options.most_repetition = 1.0;
    std::vector<TokenId> text;
    for (TokenId chunk = 0; chunk < 8; ++chunk)
        text.insert(text.end(), 32, chunk);
    const auto model = study_model();
    const auto study = Study::make(model, options).value();
    const auto reports = reports_of(*study, text);
    ASSERT_EQ(reports.size(), 8U);
    EXPECT_FALSE(study->on());
    EXPECT_EQ(study->model(), model);
    std::size_t ended = 0;
    while (reports[ended].studied)
        ++ended;
    ASSERT_GE(ended, 3U);
    ASSERT_LT(ended, 7U);
    for (std::size_t i = ended - 2; i <= ended; ++i)
        EXPECT_GT(reports[i].adapted_nll, reports[i].base_nll) << i;
    EXPECT_NE(reports[ended].note.find("3 chunks in a row"), std::string::npos);
    for (std::size_t i = ended + 1; i < reports.size(); ++i) {
        EXPECT_EQ(reports[i].adapted_nll, reports[i].base_nll);
        EXPECT_FALSE(reports[i].studied);
    }
    const checkpoint::AdapterFile learned = study->adapter().value();
    for (const checkpoint::AdapterPair& pair : learned.pairs)
        EXPECT_EQ(std::count(pair.b.begin(), pair.b.end(), 0.0F), std::ssize(pair.b));
}

TEST(StudyRails, ALossThatIsNoNumberEndsIt)
{
    model::ModelConfig config = test::tiny_config();
    config.embedding_scale = std::numeric_limits<float>::quiet_NaN();
    const auto model = study_model(config);
    const auto study = Study::make(model, small_study()).value();
    const auto reports = reports_of(*study, book(1, 1, 64));
    EXPECT_FALSE(study->on());
    EXPECT_NE(study->why_off().find("no number"), std::string::npos);
    EXPECT_EQ(study->model(), model);
    EXPECT_TRUE(reports[0].train_nll.empty());
}

TEST(StudyRails, ATextThatGoesInCirclesIsNotStudied)
{
    EXPECT_LT(repetition_of(book(1, 1, 200)), StudyOptions().most_repetition);
    const std::vector<TokenId> circle(200, 5);
    EXPECT_GT(repetition_of(circle), 0.9);
    EXPECT_EQ(repetition_of(std::span(circle).first(3)), 0.0);
    const auto study = make();
    const auto reports = reports_of(*study, std::vector<TokenId>(32 * 3, 5));
    for (const ChunkReport& report : reports) {
        EXPECT_FALSE(report.studied);
        EXPECT_NE(report.note.find("repeats itself"), std::string::npos);
    }
    EXPECT_TRUE(study->on());
}

TEST(StudyRails, APairThatAPersonCorrectedCountsMore)
{
    StudyOptions options = small_study();
    options.schedule = StudySchedule::practical;
    const std::vector<TokenId> source = book(1, 1, 40);
    const std::vector<TokenId> target = book(2, 2, 30);
    const auto loss_after = [&](std::int64_t times) {
        const auto study = make(options);
        const Lesson lesson{.context = source, .chunk = target, .times = times};
        EXPECT_EQ(study->study(lesson)->train_nll.size(), 2U * static_cast<std::size_t>(times));
        return study->measure(lesson)->adapted_nll;
    };
    EXPECT_LT(loss_after(4), loss_after(1));
}

TEST(StudyRails, WhatMakesNoSenseIsRefused)
{
    StudyOptions options = small_study();
    options.rate = 0.0;
    EXPECT_EQ(Study::make(study_model(), options).error().kind, ErrorKind::invalid);
    options = small_study();
    options.epochs = 0;
    EXPECT_EQ(Study::make(study_model(), options).error().kind, ErrorKind::invalid);
    const auto study = make();
    const std::vector<TokenId> text = book(1, 1, 100);
    EXPECT_EQ(study->study({.chunk = std::span(text).first(33)}).error().kind, ErrorKind::invalid);
    EXPECT_EQ(study->study({.chunk = std::span(text).first(1)}).error().kind, ErrorKind::invalid);
    EXPECT_EQ(study->study({.context = std::span(text).first(65), .chunk = std::span(text).first(8)})
                  .error()
                  .kind,
              ErrorKind::invalid);
    EXPECT_EQ(study->chunks(), 0);
}

}  // namespace
}  // namespace longhand::adapt
