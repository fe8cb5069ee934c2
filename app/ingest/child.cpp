// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/child.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace longhand::ingest {
namespace {

using Clock = std::chrono::steady_clock;
constexpr int kPollMs = 50;           // how soon a requested stop is seen
constexpr int kFirstFree = 10;        // our descriptors are moved past those of the child

class Descriptor {
public:
    explicit Descriptor(int value = -1) : value_(value) {}
    ~Descriptor() { reset(); }
    Descriptor(Descriptor&& other) noexcept : value_(std::exchange(other.value_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept
    {
        std::swap(value_, other.value_);
        return *this;
    }
    [[nodiscard]] int get() const { return value_; }
    int release() { return std::exchange(value_, -1); }

private:
    void reset()
    {
        if (value_ >= 0)
            ::close(value_);
    }
    int value_;
};

std::string reason(int error) { return std::strerror(error); }

// A duplicate at kFirstFree or above, so that placing it at 3 or 4 in the child never meets itself.
Result<Descriptor> moved_up(Descriptor low)
{
    Descriptor high(::fcntl(low.get(), F_DUPFD_CLOEXEC, kFirstFree));
    if (high.get() < 0)
        return Error{ErrorKind::unreadable, "no descriptor left: " + reason(errno)};
    return high;
}

Result<Descriptor> open_file(const std::filesystem::path& file)
{
    // O_NONBLOCK: a named pipe must not stop us here; it changes nothing for a plain file.
    Descriptor opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (opened.get() < 0) {
        const ErrorKind kind = errno == ENOENT || errno == ENOTDIR ? ErrorKind::not_found
                                                                   : ErrorKind::unreadable;
        return Error{kind, file.string() + ": " + reason(errno)};
    }
    struct stat status {};
    if (::fstat(opened.get(), &status) != 0 || !S_ISREG(status.st_mode))
        return Error{ErrorKind::unreadable, file.string() + ": is no plain file"};
    return moved_up(std::move(opened));
}

// Fonts live where these say; a sanitised build needs its own options.
std::vector<std::string> child_environment()
{
    std::vector<std::string> environment{"LC_ALL=C.UTF-8"};
    for (const char* name : {"HOME", "LD_LIBRARY_PATH", "FONTCONFIG_PATH", "FONTCONFIG_FILE",
                             "XDG_DATA_HOME", "ASAN_OPTIONS", "UBSAN_OPTIONS"}) {
        if (const char* value = std::getenv(name); value != nullptr)
            environment.push_back(std::string(name) + "=" + value);
    }
    return environment;
}

struct SpawnActions {
    posix_spawn_file_actions_t actions{};
    posix_spawnattr_t attributes{};
    SpawnActions()
    {
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawnattr_init(&attributes);
    }
    ~SpawnActions()
    {
        ::posix_spawn_file_actions_destroy(&actions);
        ::posix_spawnattr_destroy(&attributes);
    }
    SpawnActions(const SpawnActions&) = delete;
    SpawnActions& operator=(const SpawnActions&) = delete;
};

Result<int> spawn(const std::filesystem::path& reader, const char* mode, int file, int channel)
{
    SpawnActions with;
    for (const int standard : {0, 1, 2})
        ::posix_spawn_file_actions_addopen(&with.actions, standard, "/dev/null", O_RDWR, 0);
    if (file >= 0)
        ::posix_spawn_file_actions_adddup2(&with.actions, file, kFileDescriptor);
    ::posix_spawn_file_actions_adddup2(&with.actions, channel, kChannelDescriptor);
    sigset_t none;
    sigset_t all;
    sigemptyset(&none);
    sigfillset(&all);
    ::posix_spawnattr_setsigmask(&with.attributes, &none);
    ::posix_spawnattr_setsigdefault(&with.attributes, &all);
    ::posix_spawnattr_setflags(&with.attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);

    std::string program = reader.string();
    std::string mode_argument = mode;
    char* const arguments[] = {program.data(), mode_argument.data(), nullptr};
    std::vector<std::string> variables = child_environment();
    std::vector<char*> environment;
    for (std::string& variable : variables)
        environment.push_back(variable.data());
    environment.push_back(nullptr);
    pid_t pid = -1;
    const int failed = ::posix_spawn(&pid, program.c_str(), &with.actions, &with.attributes,
                                     arguments, environment.data());
    if (failed != 0)
        return Error{ErrorKind::unreadable, "cannot start " + program + ": " + reason(failed)};
    return pid;
}

struct Started {
    int pid = -1;
    Descriptor channel;
};

Result<Started> start_child(const std::filesystem::path& reader, const char* mode, int file)
{
    int ends[2] = {-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return Error{ErrorKind::unreadable, "no channel to the reader: " + reason(errno)};
    Descriptor ours(ends[0]);
    Descriptor theirs_low(ends[1]);
    TRY(const Descriptor theirs, moved_up(std::move(theirs_low)));
    TRY(const int pid, spawn(reader, mode, file, theirs.get()));
    return Started{pid, std::move(ours)};
}

}  // namespace

Result<ChildProcess> ChildProcess::start(const std::filesystem::path& reader, const char* mode,
                                         const std::filesystem::path& file)
{
    TRY(const Descriptor opened, open_file(file));
    TRY(Started started, start_child(reader, mode, opened.get()));
    return ChildProcess(started.pid, started.channel.release());
}

Result<ChildProcess> ChildProcess::start(const std::filesystem::path& reader, const char* mode)
{
    TRY(Started started, start_child(reader, mode, -1));
    return ChildProcess(started.pid, started.channel.release());
}

ChildProcess::~ChildProcess() { end(); }

ChildProcess::ChildProcess(ChildProcess&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)), channel_(std::exchange(other.channel_, -1)),
      silent_(other.silent_), received_bytes_(other.received_bytes_)
{
}

ChildProcess& ChildProcess::operator=(ChildProcess&& other) noexcept
{
    if (this != &other) {
        end();
        pid_ = std::exchange(other.pid_, -1);
        channel_ = std::exchange(other.channel_, -1);
        silent_ = other.silent_;
        received_bytes_ = other.received_bytes_;
    }
    return *this;
}

std::string ChildProcess::end()
{
    if (channel_ >= 0)
        ::close(std::exchange(channel_, -1));
    if (pid_ < 0)
        return "is not running";
    int status = 0;
    // A child that is ending by itself gets a moment, so that the reason is its own.
    const auto last = Clock::now() + std::chrono::milliseconds(200);
    pid_t ended = 0;
    while (!silent_ && ended == 0 && Clock::now() < last) {
        ended = ::waitpid(pid_, &status, WNOHANG);
        if (ended == 0)
            ::usleep(1000);
    }
    if (ended == 0) {
        ::kill(pid_, SIGKILL);
        while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR)
            ;
    }
    pid_ = -1;
    if (silent_)
        return "was silent too long and was stopped";
    if (WIFSIGNALED(status))
        return "died of signal " + std::to_string(WTERMSIG(status));
    return "ended with status " + std::to_string(WIFEXITED(status) ? WEXITSTATUS(status) : -1);
}

Result<void> ChildProcess::send(RecordKind kind, std::string_view payload)
{
    const std::string bytes = frame(kind, payload);
    std::size_t sent = 0;
    while (sent < bytes.size()) {
        const ssize_t count =
            ::send(channel_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return Error{ErrorKind::unreadable, "the reader " + end()};
        sent += static_cast<std::size_t>(count);
    }
    return {};
}

Result<void> ChildProcess::read_exactly(std::span<char> into, double silence_s,
                                        const std::stop_token& stop)
{
    const auto last = Clock::now() + std::chrono::duration_cast<Clock::duration>(
                                         std::chrono::duration<double>(silence_s));
    std::size_t got = 0;
    while (got < into.size()) {
        if (stop.stop_requested())
            return Error{ErrorKind::cancelled, "reading was cancelled"};
        if (channel_ < 0)
            return Error{ErrorKind::unreadable, "the reader is not running"};
        if (Clock::now() >= last) {
            silent_ = true;
            return Error{ErrorKind::unreadable, "the reader " + end()};
        }
        pollfd waiting{channel_, POLLIN, 0};
        if (::poll(&waiting, 1, kPollMs) <= 0)
            continue;
        const ssize_t count = ::recv(channel_, into.data() + got, into.size() - got, MSG_DONTWAIT);
        if (count < 0 && (errno == EINTR || errno == EAGAIN))
            continue;
        if (count <= 0)
            return Error{ErrorKind::unreadable, "the reader " + end()};
        got += static_cast<std::size_t>(count);
    }
    received_bytes_ += got;
    return {};
}

Result<Record> ChildProcess::receive(double silence_s, const std::stop_token& stop)
{
    std::array<char, kHeaderBytes> head{};
    TRY(read_exactly(head, silence_s, stop));
    TRY(const Header header, parse_header(std::as_bytes(std::span<const char, kHeaderBytes>(head))));
    Record record;
    record.kind = header.kind;
    // Memory is taken as bytes arrive, not as the header promises.
    constexpr std::size_t kPiece = 4U << 20U;
    while (record.payload.size() < header.bytes) {
        const std::size_t had = record.payload.size();
        record.payload.resize(had + std::min<std::size_t>(kPiece, header.bytes - had));
        TRY(read_exactly(std::span(record.payload).subspan(had), silence_s, stop));
    }
    return record;
}

}  // namespace longhand::ingest
