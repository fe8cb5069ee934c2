// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/model_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>

namespace longhand::test {
namespace {

// Head and body of one request; an empty head when the other side went away.
ModelServer::Call read_call(int socket)
{
    ModelServer::Call call;
    std::string text;
    char piece[4096];
    std::size_t end = std::string::npos;
    std::size_t length = 0;
    while (end == std::string::npos || text.size() < end + 4 + length) {
        const ssize_t count = ::recv(socket, piece, sizeof piece, 0);
        if (count <= 0)
            return call;
        text.append(piece, static_cast<std::size_t>(count));
        if (end != std::string::npos || (end = text.find("\r\n\r\n")) == std::string::npos)
            continue;
        const std::size_t at = text.find("Content-Length: ");
        length = at == std::string::npos || at > end ? 0 : std::stoul(text.substr(at + 16));
        if (text.find("Expect: 100-continue") < end)
            ::send(socket, "HTTP/1.1 100 Continue\r\n\r\n", 25, MSG_NOSIGNAL);
    }
    call.head = text.substr(0, end);
    call.body = text.substr(end + 4);
    const std::size_t begin = call.head.find(' ') + 1;
    call.path = call.head.substr(begin, call.head.find(' ', begin) - begin);
    return call;
}

std::string escaped(std::string_view text)
{
    std::string json;
    for (const char sign : text)
        json += sign == '\n' ? "\\n" : sign == '"' ? "\\\"" : std::string(1, sign);
    return json;
}

} // namespace

bool ModelServer::Line::send(std::string_view bytes) const
{
    while (!bytes.empty()) {
        const ssize_t count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

void ModelServer::Line::head(int status, std::string_view type, std::string_view more) const
{
    send("HTTP/1.1 " + std::to_string(status) + " X\r\nConnection: close\r\nContent-Type: " +
         std::string(type) + "\r\n" + std::string(more) + "\r\n");
}

bool ModelServer::Line::say(std::string_view text) const
{
    return send("data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + escaped(text) +
                "\"},\"finish_reason\":null}]}\n\n");
}

void ModelServer::Line::end(std::string_view reason) const
{
    running_.over();
    send("data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"" +
         std::string(reason) +
         "\"}]}\n\n"
         "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":3}}\n\n"
         "data: [DONE]\n\n");
}

void ModelServer::Line::wait(int ms) const
{
    for (int passed = 0; passed < ms && !ending_; passed += 5)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
}

ModelServer::ModelServer(Handler handler) : handler_(std::move(handler))
{
    start();
}

ModelServer::~ModelServer()
{
    kill();
}

void ModelServer::start()
{
    ending_ = false;
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int again = 1;
    ::setsockopt(listener_, SOL_SOCKET, SO_REUSEADDR, &again, sizeof again);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port_));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ::bind(listener_, reinterpret_cast<sockaddr*>(&address), sizeof address);
    ::listen(listener_, 64);
    socklen_t size = sizeof address;
    ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
}

void ModelServer::kill()
{
    if (!thread_.joinable())
        return;
    ending_ = true;
    {
        const std::lock_guard lock(mutex_);
        for (const int socket : sockets_) {
            const linger at_once{1, 0}; // the other side sees a reset, not an end
            ::setsockopt(socket, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
            ::shutdown(socket, SHUT_RDWR);
        }
    }
    thread_.join();
    ::close(listener_);
}

std::vector<ModelServer::Call> ModelServer::calls() const
{
    const std::lock_guard lock(mutex_);
    return calls_;
}

void ModelServer::serve()
{
    while (!ending_) {
        pollfd waiting{listener_, POLLIN, 0};
        if (::poll(&waiting, 1, 5) <= 0)
            continue;
        const int socket = ::accept(listener_, nullptr, nullptr);
        if (socket < 0)
            continue;
        if (ending_) { // a killed server answers nobody who calls again
            ::close(socket);
            break;
        }
        {
            const std::lock_guard lock(mutex_);
            sockets_.push_back(socket);
        }
        threads_.emplace_back([this, socket] { answer(socket); });
    }
    for (std::thread& thread : threads_)
        thread.join();
    threads_.clear();
}

void ModelServer::answer(int socket)
{
    Call call = read_call(socket);
    Running running;
    const Line line(socket, ending_, running);
    if (call.path == "/v1/models") {
        line.head(200, "application/json");
        line.send(R"({"object":"list","data":[{"id":"small","max_model_len":4096}]})");
    } else if (!call.head.empty()) {
        {
            const std::lock_guard lock(mutex_);
            call.number = static_cast<int>(calls_.size());
            calls_.push_back(call);
        }
        const int now = running.begin(at_once_);
        for (int most = most_; most < now && !most_.compare_exchange_weak(most, now);)
            ;
        handler_(call, line);
        running.over();
    }
    const std::lock_guard lock(mutex_);
    std::erase(sockets_, socket);
    ::close(socket);
}

} // namespace longhand::test
