// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/program.h"

#include "tests/support/environment.h"

#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <sstream>
#include <thread>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace longhand::test {
namespace {

std::string read_whole(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

[[noreturn]] void become(const std::vector<std::string>& command, const std::filesystem::path& folder)
{
    const int output = ::open((folder / "out").c_str(), O_CREAT | O_WRONLY | O_TRUNC, 0600);
    const int errors = ::open((folder / "err").c_str(), O_CREAT | O_WRONLY | O_TRUNC, 0600);
    const int input = ::open("/dev/null", O_RDONLY);
    ::dup2(input, 0);
    ::dup2(output, 1);
    ::dup2(errors, 2);
    std::vector<char*> arguments;
    for (const std::string& word : command)
        arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    ::execvp(arguments.front(), arguments.data());
    ::_exit(127);
}

}  // namespace

std::vector<Json> Finished::events() const
{
    std::vector<Json> found;
    std::istringstream lines(output);
    for (std::string line; std::getline(lines, line);) {
        Json event = Json::parse(line, nullptr, false);
        EXPECT_TRUE(event.is_object() && event.contains("event")) << "no event: " << line;
        if (event.is_object())
            found.push_back(std::move(event));
    }
    return found;
}

std::vector<Json> Finished::events(const std::string& name) const
{
    std::vector<Json> found;
    for (Json& event : events())
        if (event["event"] == name)
            found.push_back(std::move(event));
    return found;
}

Program::Program(std::vector<std::string> arguments)
{
    std::string pattern = (std::filesystem::temp_directory_path() / "longhand-run-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr)
        throw std::runtime_error("cannot make a temporary folder");
    folder_ = pattern;
    process_ = ::fork();
    if (process_ == 0)
        become(arguments, folder_);
}

Program::~Program()
{
    if (process_ > 0 && !status_) {
        ::kill(process_, SIGKILL);
        ::waitpid(process_, nullptr, 0);
    }
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
}

Finished Program::wait()
{
    int status = 0;
    if (status_)
        status = *status_;
    else
        ::waitpid(process_, &status, 0);
    process_ = -1;
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
            read_whole(folder_ / "out"), read_whole(folder_ / "err")};
}

bool Program::ends_within(int timeout_ms)
{
    const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(timeout_ms);
    while (!status_ && std::chrono::steady_clock::now() < end) {
        int status = 0;
        if (::waitpid(process_, &status, WNOHANG) == process_)
            status_ = status;
        else
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return status_.has_value();
}

void Program::kill(int signal) const
{
    ::kill(process_, signal);
}

std::vector<std::string> as_program(std::vector<std::string> arguments)
{
    arguments.insert(arguments.begin(),
                     (std::filesystem::path(LONGHAND_BIN_DIR) / "longhand").string());
    return arguments;
}

Finished run(std::vector<std::string> arguments)
{
    return Program(as_program(std::move(arguments))).wait();
}

std::optional<Finished> run_offline(std::vector<std::string> arguments)
{
    const std::vector<std::string> unshare = {"unshare", "--user", "--map-root-user", "--net"};
    std::vector<std::string> probe = unshare;
    probe.emplace_back("true");
    if (Program(probe).wait().exit_code != 0)
        return std::nullopt;
    std::vector<std::string> command = unshare;
    arguments = as_program(std::move(arguments));
    command.insert(command.end(), arguments.begin(), arguments.end());
    return Program(command).wait();
}

std::filesystem::path source_file(const std::string& path_from_root)
{
    return std::filesystem::path(LONGHAND_SOURCE_DIR) / path_from_root;
}

std::optional<std::filesystem::path> embedded_model()
{
    return file_from("LONGHAND_MODELS", "SmolLM2-135M-Instruct.Q4_1.gguf");
}

}  // namespace longhand::test
