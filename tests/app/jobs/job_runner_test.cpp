// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobs/job_json.h"
#include "app/jobs/jobs.h"
#include "app/jobs/pace_keeper.h"
#include "tests/app/jobs/job_fixture.h"

#include <gtest/gtest.h>

#include <atomic>
#include <cmath>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace longhand::jobs {
namespace {

using infer::ScriptedGenerator;
using library::JobState;

TEST_F(JobRunnerTest, RunsAJobToItsEndAndKeepsTheResult)
{
    const auto runner = start();
    const JobId job = runner->submit(SummariseJob{.book = book_}).value();
    runner->wait(job);
    const auto ended = seen<Ended>();
    ASSERT_EQ(ended.size(), 1U);
    EXPECT_TRUE(ended[0].complete);
    EXPECT_EQ(seen<ChapterSummarised>().size(), 2U);
    EXPECT_EQ(seen<BookSummarised>().size(), 1U);
    EXPECT_EQ(library_->summary(book_, "en").value()->chapters.size(), 2U);
    const auto record = library_->journal().job(job).value();
    EXPECT_TRUE(record.state == JobState::finished || record.state == JobState::finished_with_warnings);
    EXPECT_EQ(record.holder, "");
    EXPECT_EQ(record.units_done, record.units_total);
}

TEST_F(JobRunnerTest, KindsOfJobsHaveModelsOfTheirOwnAndOneIsLoadedAtATime)
{
    std::vector<std::string> loaded;
    std::weak_ptr<infer::Generator> last;
    std::string ask_key = "small";
    const auto runner =
        JobRunner::start({.data_dir = folder_.path() / "data",
                          .prompts = std::string(LONGHAND_SOURCE_DIR) + "/resources/prompts",
                          .holder = "test",
                          .generator_for =
                              [&](library::JobKind kind) -> TaskGenerator {
                              const std::string key =
                                  kind == library::JobKind::ask ? ask_key : "large";
                              return {key, [&, key](const ProgressSink&)
                                               -> Result<std::shared_ptr<infer::Generator>> {
                                          EXPECT_TRUE(last.expired()) << "two models at once";
                                          loaded.push_back(key);
                                          std::shared_ptr<infer::Generator> made =
                                              std::make_shared<ScriptedGenerator>(
                                                  std::vector<std::string>{"- A ferry left."});
                                          last = made;
                                          return made;
                                      }};
                          }})
            .value();
    const auto ask = [&] {
        runner->wait(runner->submit(AskJob{.book = book_, .question = "Who sailed?"}).value());
    };
    ask();
    ask();
    runner->wait(runner->submit(SummariseJob{.book = book_}).value());
    ask_key = "large";
    ask();
    EXPECT_EQ(loaded, (std::vector<std::string>{"small", "large"}));
}

TEST_F(JobRunnerTest, ResumesAPausedTranslationWithTheSameText)
{
    {
        const auto runner = start();
        runner->wait(runner->submit(translation()).value());
    }
    const std::vector<std::string> unbroken = targets();
    ASSERT_EQ(unbroken.size(), 4U);
    ASSERT_TRUE(library_->remove(book_).ok());
    book_ = library_->add(folder_.path() / "book.txt", test::sample_novel()).value().book;

    JobRunner* running = nullptr;
    std::atomic<JobId> job = 0;
    std::atomic<int> prompts = 0;
    auto runner = start([&](const std::string&) {
        if (++prompts == 3) {
            job.wait(0);  // the engine thread may be here before submit has returned
            EXPECT_TRUE(running->pause(job).ok());
        }
    });
    running = runner.get();
    {
        job = runner->submit(translation()).value();
        job.notify_all();
        runner->wait(job);
    }
    EXPECT_EQ(library_->journal().job(job).value().state, JobState::paused);
    EXPECT_LT(targets().size(), 4U);
    EXPECT_FALSE(targets().empty());
    runner.reset();
    const auto second = start();
    ASSERT_TRUE(second->resume(job).ok());
    second->wait(job);
    EXPECT_EQ(targets(), unbroken);
    EXPECT_EQ(second->resume(job).error().kind, ErrorKind::invalid);
}

TEST_F(JobRunnerTest, AnswersAQuestionBetweenTwoUnitsOfALongJob)
{
    JobRunner* running = nullptr;
    std::atomic<JobId> question = 0;
    std::atomic<int> prompts = 0;
    const auto runner = start([&](const std::string& rendered) {
        if (rendered.find("Translate") != std::string::npos && ++prompts == 2)
            question = running->submit(AskJob{.book = book_, .question = "Who was the captain of the ferry?"}).value();
    });
    running = runner.get();
    const JobId job = runner->submit(translation()).value();
    runner->wait(job);
    const auto ended = seen<Ended>();
    ASSERT_EQ(ended.size(), 2U);
    EXPECT_EQ(ended[0].job, question);
    EXPECT_EQ(ended[1].job, job);
    EXPECT_TRUE(seen<Answered>().at(0).answer.found);
    EXPECT_EQ(loads_, 1);
}

TEST_F(JobRunnerTest, ChaptersSideBySideGiveTheSameTextAlsoAfterAPause)
{
    {
        const auto runner = start();
        runner->wait(runner->submit(translation()).value());
    }
    const std::vector<std::string> in_turn = targets();
    ASSERT_TRUE(library_->remove(book_).ok());
    book_ = library_->add(folder_.path() / "book.txt", test::sample_novel()).value().book;
    JobRunner* running = nullptr;
    std::atomic<JobId> job = 0;
    std::atomic<int> prompts = 0;
    auto runner = start(
        [&](const std::string&) {
            job.wait(0);
            if (++prompts == 3) {
                EXPECT_TRUE(running->pause(job).ok());
            }
        },
        {.parallel = 2});
    running = runner.get();
    job = runner->submit(translation()).value();
    job.notify_all();
    runner->wait(job);
    const auto made = library_->segments({book_, "en", "zh"}).value();
    ASSERT_EQ(made.size(), 2U) << "one of each chapter";
    EXPECT_NE(made[0].chapter, made[1].chapter);
    ASSERT_TRUE(runner->resume(job).ok());
    runner->wait(job);
    EXPECT_EQ(targets(), in_turn);
}

TEST_F(JobRunnerTest, StopsAfterTheChaptersThatWereBegunSideBySide)
{
    JobRunner* running = nullptr;
    std::atomic<JobId> job = 0;
    const auto runner = start(
        [&](const std::string&) {
            job.wait(0);
            running->stop_after_chapter(job, true);
        },
        {.parallel = 2});
    running = runner.get();
    job = runner->submit(translation()).value();
    job.notify_all();
    runner->wait(job);
    EXPECT_EQ(targets().size(), 4U) << "both were under way";
    EXPECT_TRUE(seen<Ended>().at(0).complete);
}

TEST_F(JobRunnerTest, SaysOnceWhatTheModelGoesWithout)
{
    const auto whole = start();
    whole->wait(whole->submit(SummariseJob{.book = book_}).value());
    EXPECT_TRUE(seen<LeftOut>().empty());
    const auto runner = start({}, {.capabilities = {}, .model_name = "far"});
    runner->wait(runner->submit(SummariseJob{.book = book_}).value());
    const auto said = seen<LeftOut>();
    ASSERT_EQ(said.size(), 1U);
    EXPECT_EQ(said[0].model, "far");
    EXPECT_EQ(said[0].names, (std::vector<std::string>{"study", "form", "kept"}));
}

TEST_F(JobRunnerTest, StopsBeforeATranslationTheModelCannotMake)
{
    const auto runner = JobRunner::start(
                            {.data_dir = folder_.path() / "data",
                             .prompts = std::string(LONGHAND_SOURCE_DIR) + "/resources/prompts",
                             .holder = "test",
                             .generator = [](const ProgressSink&) -> Result<std::shared_ptr<infer::Generator>> {
                                 return std::shared_ptr<infer::Generator>(std::make_shared<ScriptedGenerator>(
                                     std::vector<std::string>{"I stay with English, whatever you say to me."}));
                             },
                             .events = [this](const Event& event) {
                                 const std::lock_guard lock(mutex_);
                                 events_.push_back(event);
                             }}).value();
    TranslateJob job = translation();
    job.probe_first = true;
    const JobId id = runner->submit(job).value();
    runner->wait(id);
    const auto ended = seen<Ended>();
    ASSERT_EQ(ended.size(), 1U);
    EXPECT_EQ(ended[0].state, JobState::failed);
    EXPECT_EQ(ended[0].error->kind, ErrorKind::unsupported);
    EXPECT_TRUE(targets().empty());
}

TEST_F(JobRunnerTest, SaysWhenTheModelCannotBeLoadedAndLivesOn)
{
    const auto runner = JobRunner::start({.data_dir = folder_.path() / "data",
                                          .prompts = std::string(LONGHAND_SOURCE_DIR) + "/resources/prompts",
                                          .holder = "test",
                                          .generator = [](const ProgressSink&) -> Result<std::shared_ptr<infer::Generator>> {
                                              return Error{ErrorKind::not_found, "no model"};
                                          },
                                          .events = [this](const Event& event) {
                                              const std::lock_guard lock(mutex_);
                                              events_.push_back(event);
                                          }}).value();
    for (int i = 0; i < 2; ++i)
        runner->wait(runner->submit(SummariseJob{.book = book_}).value());
    const auto ended = seen<Ended>();
    ASSERT_EQ(ended.size(), 2U);
    EXPECT_EQ(ended[1].error->kind, ErrorKind::not_found);
    EXPECT_EQ(runner->submit(SummariseJob{.book = 999}).error().kind, ErrorKind::not_found);
}

TEST_F(JobRunnerTest, CancelsQueuedAndRunningJobs)
{
    JobRunner* running = nullptr;
    std::atomic<JobId> first = 0;
    const auto runner = start([&](const std::string&) {
        first.wait(0);
        EXPECT_TRUE(running->cancel(first).ok());
    });
    running = runner.get();
    first = runner->submit(translation()).value();
    first.notify_all();
    runner->wait(first);
    EXPECT_EQ(library_->journal().job(first).value().state, JobState::cancelled);
    EXPECT_TRUE(runner->cancel(first).ok());  // again: nothing happens
}

TEST_F(JobRunnerTest, ACancelRightAfterTheStartIsNeverLost)
{
    const auto runner = start();
    std::size_t finished = 0;
    for (int i = 0; i < 200; ++i) {
        const JobId job = runner->submit(SummariseJob{.book = book_}).value();
        if (i % 3 != 0)
            std::this_thread::sleep_for(std::chrono::microseconds(i * 7));
        EXPECT_TRUE(runner->cancel(job).ok());
        runner->wait(job);
        const JobState state = library_->journal().job(job).value().state;
        const bool over = state == JobState::finished || state == JobState::finished_with_warnings;
        EXPECT_TRUE(over || state == JobState::cancelled) << i;
        finished += over ? 1 : 0;
    }
    EXPECT_EQ(seen<Ended>().size(), 200U);
    EXPECT_LT(finished, 200U);
}

TEST_F(JobRunnerTest, SkipsAChapterWhileItRunsAndLeavesItOutForGood)
{
    JobRunner* running = nullptr;
    std::atomic<JobId> job = 0;
    std::atomic<int> prompts = 0;
    auto runner = start([&](const std::string&) {
        job.wait(0);
        if (++prompts == 1)
            running->skip_chapter(job, 0);
        if (prompts == 2) {
            EXPECT_TRUE(running->pause(job).ok());
        }
    });
    running = runner.get();
    job = runner->submit(translation()).value();
    job.notify_all();
    runner->wait(job);
    runner.reset();
    const auto second = start();
    ASSERT_TRUE(second->resume(job).ok());
    second->wait(job);
    const auto segments = library_->segments({book_, "en", "zh"}).value();
    ASSERT_EQ(segments.size(), 3U);  // the first of chapter 1 was being made; the second was skipped
    EXPECT_EQ(segments[0].chapter, 0U);
    EXPECT_EQ(segments[1].chapter, 1U);
    const auto record = library_->journal().job(job).value();
    EXPECT_EQ(record.units_done, record.units_total);
}

TEST_F(JobRunnerTest, StopsAfterTheChapterAndGoesOnLater)
{
    JobRunner* running = nullptr;
    std::atomic<JobId> job = 0;
    const auto runner = start([&](const std::string&) {
        job.wait(0);
        if (targets().empty())
            running->stop_after_chapter(job, true);
    });
    running = runner.get();
    job = runner->submit(translation()).value();
    job.notify_all();
    runner->wait(job);
    EXPECT_EQ(library_->journal().job(job).value().state, JobState::paused);
    EXPECT_EQ(targets().size(), 2U);
    ASSERT_TRUE(runner->resume(job).ok());
    runner->wait(job);
    EXPECT_EQ(targets().size(), 4U);
}

TEST_F(JobRunnerTest, TranslatesAParagraphAgainBetweenTwoSegmentsAndLeavesNoTrace)
{
    JobRunner* running = nullptr;
    std::atomic<int> prompts = 0;
    std::atomic<bool> asked = false;
    const auto runner = start([&](const std::string& rendered) {
        if (rendered.find("Briefer") != std::string::npos)
            asked = true;
        else if (++prompts == 2) {
            RetranslateJob again{.book = book_, .chapter = 0, .index = 0};
            again.options.to = "zh";
            again.options.instruction = "Briefer";
            EXPECT_TRUE(running->submit(again).ok());
        } else if (prompts == 3) {
            EXPECT_TRUE(asked);
        }
    });
    running = runner.get();
    const JobId job = runner->submit(translation()).value();
    runner->wait(job);
    EXPECT_TRUE(asked);
    EXPECT_EQ(library_->journal().jobs().value().size(), 1U);
    EXPECT_EQ(library_->segment_history({book_, "en", "zh"}, 0, 0).value().size(), 2U);
}

TEST_F(JobRunnerTest, KeepsWhatAPersonWroteOrLockedWhileItRuns)
{
    std::atomic<int> prompts = 0;
    const library::TranslationKey key{book_, "en", "zh"};
    const auto other = library::Library::open(folder_.path() / "data").value();
    const auto runner = start([&](const std::string&) {
        if (++prompts == 2) {
            EXPECT_TRUE(other->settle_segments(key, {{.chapter = 1, .index = 1, .source = "x", .target = "我的译文。",
                                                      .status = library::SegmentStatus::done,
                                                      .author = library::Author::person}}).ok());
        }
    });
    const JobId job = runner->submit(translation()).value();
    runner->wait(job);
    EXPECT_EQ(seen<Ended>().at(0).error, std::nullopt);
    EXPECT_EQ(targets().back(), "我的译文。");
    RetranslateJob again{.book = book_, .chapter = 0, .index = 0};
    again.options.to = "zh";
    auto first = library_->segments(key).value().front();
    first.locked = true;
    ASSERT_TRUE(library_->settle_segments(key, {first}).ok());
    runner->wait(runner->submit(again).value());
    EXPECT_EQ(seen<Ended>().back().error->kind, ErrorKind::invalid);
    EXPECT_EQ(targets().front(), first.target);
}

TEST(PaceKeeper, GivesARangeThatNarrowsAndHoldsTheTruth)
{
    PaceKeeper steady, uneven;
    EXPECT_LT(steady.pace(1000).eta_low_s, 0.0);
    for (int i = 0; i < 40; ++i) {
        steady.add(2.0, 20, 15);
        uneven.add(i % 2 == 0 ? 1.0 : 3.0, 20, 15);
    }
    const Pace even = steady.pace(1000);
    EXPECT_NEAR(even.words_per_minute, 450.0, 1e-9);
    EXPECT_LE(even.eta_low_s, 100.0);
    EXPECT_GE(even.eta_high_s, 100.0);
    const Pace wide = uneven.pace(1000);
    EXPECT_GT(wide.eta_high_s - wide.eta_low_s, even.eta_high_s - even.eta_low_s);
    // 1.28 * 0.5 (and Bessel) * sqrt(1/40 + 1/50)
    EXPECT_NEAR(wide.eta_high_s, 100.0 * (1.0 + 1.28 * 0.5 * std::sqrt(40.0 / 39.0) * std::sqrt(1.0 / 40 + 1.0 / 50)), 1e-6);
    EXPECT_NEAR(uneven.eta_s(1000), 100.0, 1e-9);
}

TEST(JobJson, KeepsWhatAJobWasAskedToDo)
{
    TranslateJob job{.book = 3};
    job.options.to = "zh";
    job.options.chapters = {0, 4};
    job.options.glossary = {{"a", "b", "c"}};
    job.probe_first = false;
    const auto back = request_from_json(library::JobKind::translate, 3, options_to_json(job));
    ASSERT_TRUE(back.ok());
    const auto& read = std::get<TranslateJob>(*back);
    EXPECT_EQ(read.options.chapters, job.options.chapters);
    EXPECT_EQ(read.options.glossary.at(0).note, "c");
    EXPECT_FALSE(read.probe_first);
    PassageJob passage{.book = 3, .passage = "海 \n \"quoted\""};
    passage.options.to = "en";
    const auto words = request_from_json(library::JobKind::translate, 3, options_to_json(passage));
    ASSERT_TRUE(words.ok());
    EXPECT_EQ(std::get<PassageJob>(*words).passage, passage.passage);
    EXPECT_EQ(std::get<PassageJob>(*words).options.to, "en");
    EXPECT_EQ(request_from_json(library::JobKind::ask, 1, "{}").error().kind, ErrorKind::corrupt);
    EXPECT_EQ(request_from_json(library::JobKind::ask, 1, "{\"version\": 99}").error().kind, ErrorKind::unsupported);
}

TEST_F(JobRunnerTest, ASecondSummaryKeepsTheFirstAmongTheEarlierOnes)
{
    const auto runner = start();
    runner->wait(runner->submit(SummariseJob{.book = book_}).value());
    EXPECT_TRUE(library_->earlier_summaries(book_).value().empty());
    runner->wait(runner->submit(
        SummariseJob{.book = book_, .options = {.length = tasks::SummaryLength::brief}}).value());
    const auto earlier = library_->earlier_summaries(book_).value();
    ASSERT_EQ(earlier.size(), 1U);
    EXPECT_EQ(earlier[0].head.length, "medium");
    EXPECT_EQ(library_->summary(book_, "en").value()->length, "short");
    EXPECT_GT(library_->summary(book_, "en").value()->made_unix_s, 0);
}

TEST_F(JobRunnerTest, OneChapterAgainLeavesTheOthersAsTheyAre)
{
    const auto runner = start();
    runner->wait(runner->submit(SummariseJob{.book = book_}).value());
    const auto before = library_->summary(book_, "en").value();
    library::ChapterSummary mark = before->chapters.at(0);
    mark.points.at(0).text = "Kept as it was.";
    ASSERT_TRUE(library_->save_summary_chapter(book_, "en", "m", mark).ok());
    runner->wait(runner->submit(
        SummariseJob{.book = book_, .options = {.chapters = {1}}, .again = true}).value());
    const auto after = library_->summary(book_, "en").value();
    ASSERT_EQ(after->chapters.size(), 2U);
    EXPECT_EQ(after->chapters[0].points.at(0).text, "Kept as it was.");
    EXPECT_EQ(seen<ChapterSummarised>().size(), 3U);
    EXPECT_EQ(seen<ChapterSummarised>().back().summary.chapter, 1U);
    EXPECT_EQ(after->coverage.chapters, 2U);
    EXPECT_TRUE(library_->earlier_summaries(book_).value().empty());
}

TEST_F(JobRunnerTest, AQuestionAboutAPassageKeepsItWithTheAnswer)
{
    const auto runner = start();
    AskJob job{.book = book_, .question = "What does this say of the captain?"};
    job.options.about = {{{0, 0, 0, 0}, "The ferry", 1, "11"}};
    runner->wait(runner->submit(job).value());
    const auto answers = library_->answers(book_).value();
    ASSERT_EQ(answers.size(), 1U);
    ASSERT_EQ(answers[0].about.size(), 1U);
    EXPECT_EQ(answers[0].about[0].quote, "The ferry");
    EXPECT_GT(answers[0].about[0].range.end, answers[0].about[0].range.begin);
    EXPECT_EQ(seen<Answered>().at(0).answer.id, answers[0].id);
}

}  // namespace
}  // namespace longhand::jobs
