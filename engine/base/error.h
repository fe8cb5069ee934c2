// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace longhand {

// What went wrong, as far as a caller acts on it. ui/bridge and app/cli turn the kind into the
// user's sentence; `message` is for the log and names file, offset, found and expected.
enum class ErrorKind {
    not_found,      // no such file, book, model, chapter
    unreadable,     // exists, but permission, disk or encoding forbids reading or writing it
    corrupt,        // the content contradicts its own format
    unsupported,    // well-formed, but this version cannot do it
    out_of_memory,  // host or device memory, or a full disk
    cancelled,      // a stop was requested; what was finished stays finished
    invalid,        // the caller asked for something that makes no sense (a bad option)
    locked,         // encrypted, and no or a wrong password
    busy,           // another process works on it
    internal        // our own mistake
};

std::string_view to_string(ErrorKind kind);

struct Error {
    ErrorKind kind = ErrorKind::internal;
    std::string message;
};

// "corrupt: model.gguf: ..." for logs and tests.
std::string to_string(const Error& error);

// Thrown inside the compute alone, where fifty operations follow one another; Session turns it
// into a Result.
class DeviceError : public std::runtime_error {
public:
    DeviceError(ErrorKind kind, const std::string& message)
        : std::runtime_error(message), kind_(kind) {}
    [[nodiscard]] ErrorKind kind() const { return kind_; }

private:
    ErrorKind kind_;
};

// Thrown by ENSURE: only a mistake of ours can cause it. A job runner fails that one job.
class BrokenInvariant : public std::logic_error {
public:
    using std::logic_error::logic_error;
};

[[noreturn]] void broken_invariant(const char* condition, const char* file, int line);

}  // namespace longhand

// States what only our own mistake can break. Stays on in release builds.
#define ENSURE(condition)                                                                          \
    do {                                                                                           \
        if (!(condition))                                                                          \
            ::longhand::broken_invariant(#condition, __FILE__, __LINE__);                          \
    } while (false)
