// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/jobs/job_fixture.h"

#include <chrono>
#include <thread>

namespace longhand::jobs {
namespace {

class PassageJobTest : public JobRunnerTest {};

TEST_F(PassageJobTest, TranslatesAPassageBetweenTwoSegmentsAndStoresNothingOfIt)
{
    JobRunner* running = nullptr;
    std::atomic<int> prompts = 0;
    std::atomic<int> passage_at = 0;
    const auto runner = start([&](const std::string& rendered) {
        ++prompts;
        if (rendered.find("gulls had gone") != std::string::npos) {
            passage_at = prompts.load();
        } else if (prompts == 1) {
            PassageJob passage{.book = book_, .passage = "The gulls had gone before dawn."};
            passage.options.to = "zh";
            EXPECT_TRUE(running->submit(passage).ok());
        }
    });
    running = runner.get();
    runner->wait(runner->submit(translation()).value());
    EXPECT_EQ(passage_at, 2);
    const auto translated = seen<PassageTranslated>();
    ASSERT_EQ(translated.size(), 1U);
    EXPECT_FALSE(translated[0].text.empty());
    EXPECT_EQ(targets().size(), 4U);
    EXPECT_EQ(library_->journal().jobs().value().size(), 1U);
}

TEST_F(PassageJobTest, ForgetsAPassageThatWasCancelledOrNeverBegun)
{
    JobRunner* running = nullptr;
    PassageJob passage{.book = book_, .passage = "The gulls had gone before dawn."};
    passage.options.to = "zh";
    std::atomic<bool> handed = false;
    {
        const auto runner = start([&](const std::string&) {
            if (handed.exchange(true))
                return;
            const JobId cancelled = running->submit(passage).value();
            EXPECT_TRUE(running->cancel(cancelled).ok());
            EXPECT_TRUE(running->submit(passage).ok());
            EXPECT_TRUE(running->pause(seen<Started>().front().job).ok());
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        });
        running = runner.get();
        ASSERT_TRUE(runner->submit(translation()).ok());
        for (int i = 0; i < 500 && !handed; ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        ASSERT_TRUE(handed);
    }
    const auto jobs = library_->journal().jobs().value();
    ASSERT_EQ(jobs.size(), 1U);
    EXPECT_EQ(jobs[0].kind, library::JobKind::translate);
    EXPECT_EQ(jobs[0].options_json.find("gulls"), std::string::npos);
}

}  // namespace
}  // namespace longhand::jobs
