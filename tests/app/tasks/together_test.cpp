// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tasks/together.h"

#include "engine/infer/scripted_generator.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

namespace longhand::tasks {
namespace {

using infer::Completion;
using infer::Request;
using infer::ScriptedGenerator;
using testing::ElementsAre;

// Recites, but fails with the error that a prompt names, as often as it says there.
class Failing : public ScriptedGenerator {
public:
    explicit Failing(std::size_t parallel, std::map<std::string, std::vector<ErrorKind>> errors = {})
        : ScriptedGenerator([](const Request&, const std::string& prompt) { return "re: " + prompt; },
                            {.parallel = parallel}),
          errors_(std::move(errors))
    {
    }
    void generate_each(std::vector<Request> first, const infer::TextSink& sink,
                       const infer::NextRequest& next, std::stop_token stop,
                       const ProgressSink& progress) override
    {
        ++rounds;
        most = std::max(most, first.size());
        std::vector<std::string> asked;
        for (const Request& request : first)
            asked.push_back(std::get<infer::RawText>(request.prompt).text);
        ScriptedGenerator::generate_each(
            std::move(first), sink,
            [&](std::size_t index, Result<Completion> answer) {
                std::vector<ErrorKind>& errors = errors_[asked[index]];
                if (!errors.empty()) {
                    answer = Error{errors.front(), asked[index]};
                    errors.erase(errors.begin());
                }
                auto following = next(index, std::move(answer));
                if (following)
                    asked[index] = std::get<infer::RawText>(following->prompt).text;
                return following;
            },
            std::move(stop), progress);
    }
    int rounds = 0;
    std::size_t most = 0;

private:
    std::map<std::string, std::vector<ErrorKind>> errors_;
};

// Asks "a0", "a1", ... and notes what came.
class Asking : public Strand {
public:
    Asking(std::string name, int count, std::vector<std::string>& log)
        : name_(std::move(name)), count_(count), log_(log)
    {
    }
    Result<std::optional<Request>> next() override
    {
        if (asked_ == count_) {
            log_.push_back("end " + name_);
            return std::optional<Request>();
        }
        Request request;
        request.prompt = infer::RawText{name_ + std::to_string(asked_++)};
        return std::optional(request);
    }
    void take(Result<Completion> answer) override
    {
        log_.push_back(answer.ok() ? answer->text : "no answer to " + answer.error().message);
    }
    void begun() override { log_.push_back("begun " + name_ + std::to_string(asked_ - 1)); }
    void text(std::string_view piece) override { shown += piece; }
    static std::string shown;

private:
    std::string name_;
    int count_;
    int asked_ = 0;
    std::vector<std::string>& log_;
};
std::string Asking::shown;

StrandSource strands(const std::vector<std::pair<std::string, int>>& wanted, std::vector<std::string>& log)
{
    return [&log, wanted, at = std::size_t{0}]() mutable -> Result<std::unique_ptr<Strand>> {
        if (at == wanted.size())
            return std::unique_ptr<Strand>();
        const auto& [name, count] = wanted[at++];
        return std::unique_ptr<Strand>(std::make_unique<Asking>(name, count, log));
    };
}

// Without what was begun.
std::vector<std::string> answers(const std::vector<std::string>& log)
{
    std::vector<std::string> some;
    for (const std::string& line : log)
        if (!line.starts_with("begun"))
            some.push_back(line);
    return some;
}

TEST(Together, OneAtATimeRunsEachStrandToItsEnd)
{
    Failing generator(1);
    std::vector<std::string> log;
    ASSERT_TRUE(run_together({generator, {}}, strands({{"a", 2}, {"b", 1}}, log)).ok());
    EXPECT_THAT(log, ElementsAre("begun a0", "re: a0", "begun a1", "re: a1", "end a", "begun b0",
                                 "re: b0", "end b"));
    EXPECT_EQ(generator.rounds, 1);
}

TEST(Together, AsManyRunAsTheGeneratorTakesAndAPlaceIsFilledAtOnce)
{
    Failing generator(2);
    std::vector<std::string> log;
    ASSERT_TRUE(run_together({generator, {}}, strands({{"a", 3}, {"b", 1}, {"c", 1}}, log)).ok());
    EXPECT_THAT(answers(log), ElementsAre("re: a0", "re: b0", "end b", "re: a1", "re: c0", "end c",
                                          "re: a2", "end a"));
    EXPECT_EQ(generator.most, 2U);
    EXPECT_EQ(generator.rounds, 1);
}

TEST(Together, OnlyTheForemostIsShownAndTheNextOneWithWhatItHasWritten)
{
    Failing generator(3);
    std::vector<std::string> log;
    Asking::shown.clear();
    ASSERT_TRUE(run_together({generator, {}}, strands({{"a", 1}, {"b", 2}, {"c", 1}}, log)).ok());
    // c0 was written while b was watched; when b0 is answered, b1 is begun behind it.
    EXPECT_THAT(log, ElementsAre("begun a0", "re: a0", "end a", "begun b0", "re: b0", "begun b1",
                                 "re: c0", "end c", "re: b1", "end b"));
    EXPECT_EQ(Asking::shown, "re: a0re: b0re: b1");
}

TEST(Together, WhatCameUnusableIsAskedOnceMoreAndThenMarked)
{
    const auto corrupt = ErrorKind::corrupt;
    Failing generator(2, {{"a1", {corrupt}}, {"b0", {corrupt, corrupt}}, {"c0", {ErrorKind::invalid}}});
    std::vector<std::string> log;
    ASSERT_TRUE(run_together({generator, {}}, strands({{"a", 2}, {"b", 2}, {"c", 1}}, log)).ok());
    const std::vector<std::string> came = answers(log);
    EXPECT_EQ(std::set<std::string>(came.begin(), came.end()),
              (std::set<std::string>{"re: a0", "re: a1", "end a", "no answer to b0", "re: b1",
                                     "end b", "no answer to c0", "end c"}));
}

TEST(Together, AFailureBeforeAnyAnswerIsMarkedOnlyOnceOthersAreAnswered)
{
    Failing generator(1, {{"a0", {ErrorKind::invalid}}});
    std::vector<std::string> log;
    ASSERT_TRUE(run_together({generator, {}}, strands({{"a", 1}, {"b", 1}}, log)).ok());
    EXPECT_THAT(answers(log), ElementsAre("re: b0", "end b", "no answer to a0", "end a"));
}

TEST(Together, WhenNothingIsAnsweredNothingIsMarked)
{
    std::map<std::string, std::vector<ErrorKind>> errors;
    for (const char* prompt : {"a0", "b0", "c0", "d0", "e0"})
        errors[prompt] = {ErrorKind::invalid};
    for (const std::size_t parallel : {1U, 2U, 8U}) {
        Failing generator(parallel, errors);
        std::vector<std::string> log;
        const auto ran = run_together(
            {generator, {}}, strands({{"a", 1}, {"b", 1}, {"c", 1}, {"d", 1}, {"e", 1}}, log));
        ASSERT_FALSE(ran.ok());
        EXPECT_EQ(ran.error().message, "a0");
        EXPECT_TRUE(answers(log).empty());
    }
    Failing generator(4, errors);
    std::vector<std::string> log;
    EXPECT_FALSE(run_together({generator, {}}, strands({{"a", 1}}, log)).ok());
}

TEST(Together, AServerThatIsAwayEndsTheRunAndWhatIsFinishedStays)
{
    Failing generator(2, {{"b1", {ErrorKind::unreadable}}});
    std::vector<std::string> log;
    const auto ran = run_together({generator, {}}, strands({{"a", 9}, {"b", 9}}, log));
    ASSERT_FALSE(ran.ok());
    EXPECT_EQ(ran.error().kind, ErrorKind::unreadable);
    EXPECT_THAT(answers(log), ElementsAre("re: a0", "re: b0", "re: a1"));
}

TEST(Together, AStopEndsItWithoutAnotherRequest)
{
    Failing generator(2);
    std::vector<std::string> log;
    std::stop_source stop;
    const Together with{generator, stop.get_token(), [&](const Progress& progress) {
                            if (progress.done == 3)
                                stop.request_stop();
                        }};
    const auto ran = run_together(with, strands({{"a", 9}, {"b", 9}}, log));
    ASSERT_FALSE(ran.ok());
    EXPECT_EQ(ran.error().kind, ErrorKind::cancelled);
    EXPECT_EQ(answers(log).size(), 3U);
}

TEST(Together, OthersHaveTheGeneratorBetweenTwoRequestsAndNothingIsAskedTwice)
{
    Failing generator(2);
    std::vector<std::string> log;
    bool wanted = false;
    Together with{generator, {}};
    with.progress = [&](const Progress&) { wanted = true; };
    with.pause_wanted = [&] { return wanted; };
    with.pause = [&] {
        log.push_back("pause");
        wanted = false;
    };
    ASSERT_TRUE(run_together(with, strands({{"a", 2}, {"b", 1}}, log)).ok());
    EXPECT_THAT(answers(log), ElementsAre("re: a0", "re: b0", "end b", "pause", "re: a1", "end a", "pause"));
    EXPECT_EQ(generator.prompts().size(), 3U);
}

} // namespace
} // namespace longhand::tasks
