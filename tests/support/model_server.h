// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace longhand::test {

// A server of the OpenAI-compatible protocol on this machine, as good or as bad as its handler: one
// thread a connection, one request each. GET /v1/models is answered by itself ("small", 4096).
class ModelServer {
public:
    struct Call {
        int number = 0; // of the calls of this server, from 0
        std::string path, head, body;
    };
    // A call that is being answered, in the server's count. It is over before its last bytes are
    // sent: the other side may call again before the handler has returned.
    class Running {
    public:
        ~Running() { over(); }
        // Returns how many run now.
        int begin(std::atomic<int>& count)
        {
            count_ = &count;
            return ++count;
        }
        void over()
        {
            if (count_ != nullptr)
                --*count_;
            count_ = nullptr;
        }

    private:
        std::atomic<int>* count_ = nullptr;
    };
    class Line {
    public:
        Line(int socket, const std::atomic<bool>& ending, Running& running)
            : socket_(socket), ending_(ending), running_(running)
        {
        }
        bool send(std::string_view bytes) const; // false once the other side is gone
        void head(int status, std::string_view type, std::string_view more = {}) const;
        // An event of a stream that says `text`, then the two that end one.
        bool say(std::string_view text) const;
        void end(std::string_view reason = "stop") const;
        // Until the server ends or `ms` have passed.
        void wait(int ms) const;
        [[nodiscard]] bool ending() const { return ending_; }

    private:
        int socket_;
        const std::atomic<bool>& ending_;
        Running& running_;
    };
    using Handler = std::function<void(const Call&, const Line&)>;

    explicit ModelServer(Handler handler);
    ~ModelServer();
    ModelServer(const ModelServer&) = delete;
    ModelServer& operator=(const ModelServer&) = delete;

    // Cuts every connection and listens no more; then again, at the same address.
    void kill();
    void start();

    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
    [[nodiscard]] std::vector<Call> calls() const; // so far, without those for models
    [[nodiscard]] int most_at_once() const { return most_; }

private:
    void serve();
    void answer(int socket);

    Handler handler_;
    int listener_ = -1;
    int port_ = 0;
    std::atomic<bool> ending_ = false;
    std::atomic<int> at_once_ = 0, most_ = 0;
    mutable std::mutex mutex_; // guards calls_, sockets_
    std::vector<Call> calls_;
    std::vector<int> sockets_;
    std::vector<std::thread> threads_; // of serve() alone
    std::thread thread_;
};

} // namespace longhand::test
