// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/models/loopback_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <sstream>

namespace longhand::test {
namespace {

LoopbackServer::Request parse(const std::string& text)
{
    LoopbackServer::Request request;
    std::istringstream in(text);
    std::string method;
    in >> method >> request.path;
    std::string line;
    std::getline(in, line);
    while (std::getline(in, line) && line.size() > 1) {
        const std::size_t colon = line.find(':');
        std::string name = line.substr(0, colon);
        std::transform(name.begin(), name.end(), name.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        std::string value = line.substr(std::min(colon + 2, line.size()));
        while (!value.empty() && (value.back() == '\r' || value.back() == '\n'))
            value.pop_back();
        request.headers[name] = value;
    }
    return request;
}

} // namespace

std::uint64_t LoopbackServer::Request::range() const
{
    const auto found = headers.find("range");
    return found == headers.end() ? 0 : std::stoull(found->second.substr(6));
}

bool LoopbackServer::Answer::send(std::string_view bytes) const
{
    while (!bytes.empty()) {
        const ssize_t count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

void LoopbackServer::Answer::head(int status, const std::string& headers,
                                  std::uint64_t length) const
{
    send("HTTP/1.1 " + std::to_string(status) + " X\r\nConnection: close\r\nContent-Length: " +
         std::to_string(length) + "\r\n" + headers + "\r\n");
}

LoopbackServer::LoopbackServer(Handler handler) : handler_(std::move(handler))
{
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ::bind(listener_, reinterpret_cast<sockaddr*>(&address), sizeof address);
    ::listen(listener_, 8);
    socklen_t size = sizeof address;
    ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
}

LoopbackServer::~LoopbackServer()
{
    ending_ = true;
    thread_.join();
    ::close(listener_);
}

std::string LoopbackServer::url(const std::string& path) const
{
    return "http://127.0.0.1:" + std::to_string(port_) + path;
}

std::vector<LoopbackServer::Request> LoopbackServer::requests() const
{
    const std::lock_guard lock(mutex_);
    return requests_;
}

void LoopbackServer::serve()
{
    while (!ending_) {
        pollfd waiting{listener_, POLLIN, 0};
        if (::poll(&waiting, 1, 20) <= 0)
            continue;
        const int socket = ::accept(listener_, nullptr, nullptr);
        if (socket < 0)
            continue;
        std::string text;
        char piece[4096];
        while (text.find("\r\n\r\n") == std::string::npos) {
            const ssize_t count = ::recv(socket, piece, sizeof piece, 0);
            if (count <= 0)
                break;
            text.append(piece, static_cast<std::size_t>(count));
        }
        const Request request = parse(text);
        {
            const std::lock_guard lock(mutex_);
            requests_.push_back(request);
        }
        handler_(request, Answer(socket));
        ::close(socket);
    }
}

} // namespace longhand::test
