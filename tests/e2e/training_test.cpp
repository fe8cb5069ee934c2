// SPDX-License-Identifier: GPL-3.0-or-later
// `study` and `train` as a person or a script runs them, over a model of a few kilobytes.
#include "tests/e2e/program.h"
#include "tests/support/environment.h"
#include "tests/support/model_files.h"

#include <gtest/gtest.h>

#include <csignal>
#include <fstream>
#include <map>
#include <thread>

namespace longhand::test {
namespace {

class TrainingProgram : public testing::Test {
protected:
    void SetUp() override
    {
        write_bytes(path("model.gguf"), random_gguf_model(5).build());
        std::string text;
        for (int i = 0; i < 600; ++i)
            text += i % 7 == 3 ? "ba\n" : i % 3 == 0 ? "ab b" : "a ";
        write_bytes(path("book.txt"), text);
    }
    [[nodiscard]] std::string path(const std::string& name) const
    {
        return (folder_.path() / name).string();
    }
    [[nodiscard]] std::vector<std::string> with_model(std::vector<std::string> arguments) const
    {
        arguments.insert(arguments.end(), {"--json", "--device", "cpu", "--threads", "1", "--model",
                                           path("model.gguf"), "--data-dir", path("data")});
        return arguments;
    }
    [[nodiscard]] std::vector<std::string> extend(const std::string& out, int steps) const
    {
        return with_model({"train", "extend", path("book.txt"), "--out", path(out), "--length",
                           "32", "--batch", "2", "--rank", "4", "--learning-rate", "1e-2",
                           "--steps", std::to_string(steps), "--checkpoint-every", "10"});
    }
    static std::map<int, double> losses(const Finished& of)
    {
        std::map<int, double> found;
        for (const Json& step : of.events("step"))
            found[step["step"]] = step["loss"];
        return found;
    }
    TemporaryFolder folder_;
};

TEST_F(TrainingProgram, StudyPrintsEveryChunkAndTheGainByThirds)
{
    const Finished done = run(with_model({"study", path("book.txt"), "--chunk", "32",
                                          "--train-context", "64", "--rank", "4", "--chunks", "9",
                                          "--learning-rate", "2e-2", "--save", path("studied")}));
    ASSERT_EQ(done.exit_code, 0) << done.errors;
    const auto chunks = done.events("chunk");
    ASSERT_EQ(chunks.size(), 9U);
    for (std::size_t i = 0; i < chunks.size(); ++i) {
        EXPECT_EQ(chunks[i]["chunk"], i);
        EXPECT_EQ(chunks[i]["position"], 32 * i);
        EXPECT_TRUE(chunks[i]["base_nll"].is_number() && chunks[i]["adapted_nll"].is_number());
        EXPECT_TRUE(chunks[i]["learning_rate"].is_number() && chunks[i]["seconds"].is_number());
    }
    EXPECT_EQ(chunks[1]["base_nll"], chunks[1]["adapted_nll"]);
    const auto fit = done.events("study");
    ASSERT_EQ(fit.size(), 1U);
    ASSERT_EQ(fit[0]["gain_by_third"].size(), 3U);
    EXPECT_GT(fit[0]["gain_by_third"][2].get<double>(), 0.05);
    // What it learned is an adapter, and a state to go on from.
    const Finished read = run(with_model({"eval", "perplexity", "--adapter", path("studied"),
                                          "--stride", "16", "--window", "32,48", path("book.txt")}));
    EXPECT_EQ(read.exit_code, 0) << read.errors;
    EXPECT_EQ(read.events("perplexity").size(), 2U) << "lists end where the files begin";
    const Finished rest = run(with_model({"study", path("book.txt"), "--chunk", "32",
                                          "--train-context", "64", "--rank", "4", "--chunks", "11",
                                          "--learning-rate", "2e-2", "--save", path("studied"),
                                          "--resume"}));
    ASSERT_EQ(rest.exit_code, 0) << rest.errors;
    ASSERT_EQ(rest.events("chunk").size(), 2U);
    EXPECT_EQ(rest.events("chunk")[0]["chunk"], 9);
}

// kill -9 in the middle; the trace of what was resumed is that of the unbroken run.
TEST_F(TrainingProgram, KilledAndResumedItsTraceIsThatOfTheUnbrokenRun)
{
    constexpr int kSteps = 300;
    const Finished whole = run(extend("whole", kSteps));
    ASSERT_EQ(whole.exit_code, 0) << whole.errors;
    const auto unbroken = losses(whole);
    ASSERT_EQ(unbroken.size(), static_cast<std::size_t>(kSteps));
    EXPECT_LT(unbroken.at(kSteps), unbroken.at(1));
    Program program(as_program(extend("killed", kSteps)));
    for (int i = 0; i < 5000 && !std::filesystem::exists(path("killed/train.state")); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    program.kill(SIGKILL);
    (void)program.wait();
    EXPECT_FALSE(std::filesystem::exists(path("killed/adapter_config.json")));
    EXPECT_EQ(run(extend("killed", kSteps)).exit_code, 2) << "not without --resume";
    auto again = extend("killed", kSteps);
    again.emplace_back("--resume");
    const Finished rest = run(again);
    ASSERT_EQ(rest.exit_code, 0) << rest.errors;
    const auto resumed = losses(rest);
    ASSERT_FALSE(resumed.empty());
    EXPECT_GT(resumed.begin()->first, 1);
    for (const auto& [step, loss] : resumed)
        EXPECT_EQ(loss, unbroken.at(step)) << step;
    EXPECT_EQ(rest.events("finished").back()["complete"], true);
}

TEST_F(TrainingProgram, AnExtensionCarriesItsRuleAndARecordOfItsTexts)
{
    auto arguments = extend("linear", 3);
    arguments.insert(arguments.end(), {"--rule", "pi", "--to", "256", "--attention", "s2"});
    const Finished done = run(arguments);
    ASSERT_EQ(done.exit_code, 0) << done.errors;
    EXPECT_EQ(done.events("training")[0]["rope"], "linear:4");
    for (const char* const field : {"step", "loss", "learning_rate", "grad_norm", "tokens_per_s"})
        EXPECT_TRUE(done.events("step")[0].contains(field)) << field;
    const auto eval = [&](std::vector<std::string> more) {
        auto all = with_model({"eval", "perplexity", path("book.txt"), "--window", "32", "--stride",
                               "16", "--adapter", path("linear")});
        all.insert(all.end(), more.begin(), more.end());
        return run(all);
    };
    EXPECT_EQ(eval({}).exit_code, 0);
    const Finished same = eval({"--rope", "linear:4"});
    EXPECT_EQ(same.exit_code, 0) << same.errors;
    EXPECT_EQ(eval({"--rope", "linear:2"}).exit_code, 2);
    std::ifstream record(path("linear/train.json"));
    const Json json = Json::parse(record);
    EXPECT_EQ(json["rope"], "linear:4");
    EXPECT_EQ(json["split"][0]["name"], "book.txt");
    EXPECT_EQ(json["losses"].size(), 3U);
}

TEST_F(TrainingProgram, NothingNamedValidIsTrainedOn)
{
    std::filesystem::copy_file(path("book.txt"), path("book.valid.txt"));
    const Finished refused = run(with_model({"train", "extend", path("book.valid.txt"), "--out",
                                             path("out"), "--length", "32", "--steps", "1"}));
    EXPECT_EQ(refused.exit_code, 2);
    EXPECT_NE(refused.errors.find("valid"), std::string::npos);
    EXPECT_FALSE(std::filesystem::exists(path("out/adapter_config.json")));
    EXPECT_EQ(run(with_model({"study", path("book.valid.txt"), "--chunk", "32", "--train-context",
                              "32", "--chunks", "2"}))
                  .exit_code,
              0);
}

TEST_F(TrainingProgram, SupervisedTuningLearnsAnswers)
{
    std::string lines;
    for (int i = 0; i < 12; ++i)
        lines += i % 2 == 0 ? R"({"instruction": "a", "output": "b b b"})" "\n"
                            : R"({"messages": [{"role": "user", "content": "b"},)"
                              R"( {"role": "assistant", "content": "a ab"}]})" "\n";
    write_bytes(path("samples.jsonl"), lines + "nonsense\n");
    const Finished done = run(with_model(
        {"train", "sft", path("samples.jsonl"), "--out", path("tuned"), "--length", "48", "--batch",
         "4", "--rank", "4", "--learning-rate", "2e-2", "--epochs", "10", "--warmup", "2"}));
    ASSERT_EQ(done.exit_code, 0) << done.errors;
    EXPECT_EQ(done.events("samples")[0]["kept"], 12);
    EXPECT_EQ(done.events("samples")[0]["malformed"], 1);
    const auto trace = losses(done);
    ASSERT_EQ(trace.size(), 30U);  // ten times twelve samples, four a step
    EXPECT_LT(trace.at(30), 0.5 * trace.at(1));
    EXPECT_TRUE(std::filesystem::exists(path("tuned/adapter_config.json")));
}

}  // namespace
}  // namespace longhand::test
