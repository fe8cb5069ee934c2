// SPDX-License-Identifier: GPL-3.0-or-later
// Jobs of the real program against a real server: $LONGHAND_MODEL_SERVER is the command that starts
// it (llama.cpp's "llama-server" or "python -m llama_cpp.server"), $LONGHAND_MODELS holds the
// embedded model.
#include "engine/base/mapped_file.h"
#include "tests/e2e/program.h"
#include "tests/support/environment.h"

#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <sstream>
#include <thread>

namespace longhand::test {
namespace {

using namespace std::chrono_literals;

constexpr const char* kUrl = "http://127.0.0.1:18654";

std::string novel(int chapters)
{
    static const char* const kWho[] = {"The keeper", "Maren", "The old captain", "A boy", "The baker"};
    static const char* const kWhat[] = {"carried the lamp up the stairs", "counted the ships in the bay",
                                        "waited for the boat from Hallin", "mended the net by the stove"};
    std::string text = "---\ntitle: The Lamp\nlanguage: en\n---\n\n";
    for (int c = 1; c <= chapters; ++c) {
        text += "# Chapter " + std::to_string(c) + "\n\n";
        for (int i = 0; i < 4; ++i)
            text += std::string(kWho[(c + i) % 5]) + " " + kWhat[(3 * c + i) % 4] + " on day " +
                    std::to_string(c * 10 + i) + " of the long winter. Nobody spoke of it afterwards.\n\n";
    }
    return text;
}

class RealServer : public ::testing::Test {
protected:
    void SetUp() override
    {
        const char* program = std::getenv("LONGHAND_MODEL_SERVER");
        if (program == nullptr || *program == '\0')
            GTEST_SKIP() << "LONGHAND_MODEL_SERVER names no server program";
        if (!embedded_model())
            GTEST_SKIP() << missing("LONGHAND_MODELS") << " or lacks the embedded model";
        std::istringstream words(program);
        for (std::string word; words >> word;)
            command_.push_back(word);
        const bool llama_server = command_.back().ends_with("llama-server");
        for (const std::string& word : {std::string("--model"), embedded_model()->string(),
                                        std::string("--host"), std::string("127.0.0.1"),
                                        std::string("--port"), std::string("18654")})
            command_.push_back(word);
        if (llama_server)
            for (const char* word : {"-c", "16384", "-np", "4"})
                command_.emplace_back(word);
        else
            for (const char* word : {"--n_ctx", "4096", "--interrupt_requests", "false"})
                command_.emplace_back(word);
        ASSERT_TRUE(write_file(folder_.path() / "novel.md", novel(12)).ok());
        start();
    }
    void start()
    {
        server_ = std::make_unique<Program>(command_);
        for (int i = 0; i < 240; ++i) {
            const Finished asked = run({"generate", "--data-dir", data(), "--server", kUrl, "--prompt", "a",
                                        "--max-tokens", "1"});
            if (asked.exit_code == 0)
                return;
            std::this_thread::sleep_for(500ms);
        }
        FAIL() << "the server does not come up";
    }
    void kill()
    {
        server_->kill(SIGKILL);
        static_cast<void>(server_->wait());
    }
    [[nodiscard]] std::vector<std::string> words(std::vector<std::string> first) const
    {
        for (const std::string& word : {std::string("--json"), std::string("--data-dir"), data(),
                                        std::string("--server"), std::string(kUrl)})
            first.push_back(word);
        return first;
    }
    [[nodiscard]] std::string book() const { return (folder_.path() / "novel.md").string(); }
    [[nodiscard]] std::string data() const { return (folder_.path() / "data").string(); }

    TemporaryFolder folder_;
    std::vector<std::string> command_;
    std::unique_ptr<Program> server_;
};

TEST_F(RealServer, SummarisesTwelveChaptersThroughItsDeath)
{
    const auto begin = std::chrono::steady_clock::now();
    Program program(as_program(words({"summarise", book(), "--length", "short"})));
    ASSERT_FALSE(program.ends_within(6000)) << "it was to be killed in the middle";
    kill();
    EXPECT_FALSE(program.ends_within(3000)) << "it waits";
    start();
    const Finished done = program.wait();
    ASSERT_EQ(done.exit_code, 0) << done.errors;
    EXPECT_EQ(done.events("chapter_summary").size(), 12U);
    const auto coverage = done.events("coverage");
    ASSERT_EQ(coverage.size(), 1U);
    EXPECT_EQ(coverage[0]["words_read"], coverage[0]["words_total"]);
    std::cout << "12 chapters with one death of the server: "
              << std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count() << " s\n";
}

TEST_F(RealServer, AnswersAndTranslates)
{
    const Finished asked = run(words({"ask", book(), "Who counted the ships in the bay?"}));
    ASSERT_EQ(asked.exit_code, 0) << asked.errors;
    ASSERT_EQ(asked.events("answer").size(), 1U);
    EXPECT_EQ(asked.events("finished").at(0)["left_out"].size(), 3U);
    const Finished translated = run(words({"translate", book(), "--to", "fr", "--anyway", "--chapters", "1-4"}));
    // A small model may fail a paragraph, which then is marked: nothing is missing without a word.
    const auto segments = translated.events("segment");
    EXPECT_EQ(segments.size(), 20U);
    for (const Json& segment : segments)
        EXPECT_TRUE(segment["status"] != "failed" ? !segment["target"].get<std::string>().empty()
                                                  : !segment["warnings"].empty());
}

} // namespace
} // namespace longhand::test
