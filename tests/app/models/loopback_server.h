// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace longhand::test {

// A web server of one thread on this machine, for tests: each request goes to the handler, which
// writes whatever bytes it likes, also wrong ones.
class LoopbackServer {
public:
    struct Request {
        std::string path;
        std::map<std::string, std::string> headers; // names in lower case
        // First byte of "Range: bytes=N-"; 0: none was asked.
        [[nodiscard]] std::uint64_t range() const;
    };
    class Answer {
    public:
        explicit Answer(int socket) : socket_(socket) {}
        // False once the other side is gone.
        bool send(std::string_view bytes) const;
        void head(int status, const std::string& headers, std::uint64_t length) const;

    private:
        int socket_;
    };
    using Handler = std::function<void(const Request&, const Answer&)>;

    explicit LoopbackServer(Handler handler);
    ~LoopbackServer();
    LoopbackServer(const LoopbackServer&) = delete;
    LoopbackServer& operator=(const LoopbackServer&) = delete;

    [[nodiscard]] std::string url(const std::string& path) const;
    [[nodiscard]] std::vector<Request> requests() const; // so far

private:
    void serve();

    Handler handler_;
    int listener_ = -1;
    int port_ = 0;
    std::atomic<bool> ending_ = false;
    mutable std::mutex mutex_; // guards requests_
    std::vector<Request> requests_;
    std::thread thread_;
};

} // namespace longhand::test
