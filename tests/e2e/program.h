// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

namespace longhand::test {

using Json = nlohmann::json;

// What one run of a program gave.
struct Finished {
    int exit_code = -1;  // 128 + signal when a signal ended it
    std::string output, errors;

    // Objects of the lines of `output`; a line that is no JSON fails the test.
    [[nodiscard]] std::vector<Json> events() const;
    [[nodiscard]] std::vector<Json> events(const std::string& name) const;
};

// A program with its arguments, as they are, no shell; killed when it goes out of scope.
class Program {
public:
    explicit Program(std::vector<std::string> arguments);
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    Finished wait();
    // Whether it ended by itself within `timeout_ms`.
    [[nodiscard]] bool ends_within(int timeout_ms);
    void kill(int signal) const;

private:
    pid_t process_ = -1;
    std::optional<int> status_;
    std::filesystem::path folder_;
};

// The command that runs the built `longhand` with these arguments.
std::vector<std::string> as_program(std::vector<std::string> arguments);
Finished run(std::vector<std::string> arguments);
// Through `unshare --net`, in a network namespace without a single interface up. Empty: not
// allowed here.
std::optional<Finished> run_offline(std::vector<std::string> arguments);

std::filesystem::path source_file(const std::string& path_from_root);
// The embedded model, when $LONGHAND_MODELS has it.
std::optional<std::filesystem::path> embedded_model();

}  // namespace longhand::test
