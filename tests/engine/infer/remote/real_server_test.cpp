// SPDX-License-Identifier: GPL-3.0-or-later
// The server of llama-cpp-python on loopback: $LONGHAND_MODEL_SERVER is the command that starts it
// ("python -m llama_cpp.server"), $LONGHAND_MODELS holds the embedded model.
#include "engine/infer/remote/remote_generator.h"

#include "tests/support/environment.h"

#include <gtest/gtest.h>

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace longhand::infer::remote {
namespace {

using namespace std::chrono_literals;

constexpr const char* kPort = "18653";

class RealServer {
public:
    explicit RealServer(std::string command) : command_(std::move(command)) { start(); }
    ~RealServer() { kill(); }
    RealServer(const RealServer&) = delete;
    RealServer& operator=(const RealServer&) = delete;

    void start()
    {
        child_ = ::fork();
        if (child_ != 0)
            return;
        ::execl("/bin/sh", "sh", "-c", command_.c_str(), nullptr);
        ::_exit(127);
    }
    void kill()
    {
        if (child_ <= 0)
            return;
        ::kill(child_, SIGKILL);
        ::waitpid(child_, nullptr, 0);
        child_ = -1;
    }

private:
    std::string command_;
    pid_t child_ = -1;
};

Result<std::shared_ptr<Generator>> open_when_ready(const RemoteOptions& options)
{
    Result<std::shared_ptr<Generator>> generator = open_remote(options, {});
    for (int i = 0; i < 240 && !generator.ok(); ++i) {
        std::this_thread::sleep_for(500ms);
        generator = open_remote(options, {});
    }
    return generator;
}

TEST(RealServer, TwelveRequestsFourAtATimeSurviveItsDeath)
{
    const char* program = std::getenv("LONGHAND_MODEL_SERVER");
    if (program == nullptr || *program == '\0')
        GTEST_SKIP() << "LONGHAND_MODEL_SERVER names no server program";
    const auto model = test::file_from("LONGHAND_MODELS", "SmolLM2-135M-Instruct.Q4_1.gguf");
    if (!model)
        GTEST_SKIP() << test::missing("LONGHAND_MODELS");
    RealServer server("exec " + std::string(program) + " --model " + model->string() +
                      " --host 127.0.0.1 --port " + kPort +
                      " --n_ctx 1024 --interrupt_requests false >/dev/null 2>&1");
    const RemoteOptions options{
        .url = std::string("http://127.0.0.1:") + kPort, .attempts = 100, .longest_pause = 2000ms};
    const auto generator = open_when_ready(options);
    ASSERT_TRUE(generator.ok()) << to_string(generator.error());
    std::vector<Request> requests(12);
    for (std::size_t i = 0; i < requests.size(); ++i) {
        requests[i].prompt =
            Chat{{{Role::user, "Write one sentence about the number " + std::to_string(i)}}, ""};
        requests[i].max_tokens = 24;
    }
    std::atomic<int> pieces = 0;
    std::thread killer([&] {
        while (pieces < 60)
            std::this_thread::sleep_for(10ms);
        server.kill();
        std::this_thread::sleep_for(1000ms);
        server.start();
    });
    std::vector<std::string> shown(requests.size());
    const auto results = (*generator)
                             ->generate(requests,
                                        [&](std::size_t index, std::string_view piece) {
                                            shown[index] += piece;
                                            ++pieces;
                                        },
                                        {});
    pieces = 60;
    killer.join();
    for (std::size_t i = 0; i < results.size(); ++i) {
        ASSERT_TRUE(results[i].ok()) << i << ": " << to_string(results[i].error());
        EXPECT_FALSE(results[i]->text.empty());
        EXPECT_EQ(shown[i], results[i]->text);
    }
}

} // namespace
} // namespace longhand::infer::remote
