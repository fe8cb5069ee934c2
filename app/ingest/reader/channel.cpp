// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/reader/channel.h"

#include <array>
#include <cerrno>
#include <sys/socket.h>
#include <unistd.h>

namespace longhand::ingest::reader {
namespace {

constexpr std::uint32_t kMostRequestBytes = 1U << 20U;
constexpr int kGone = 71;
constexpr int kTooMuch = 72;

}  // namespace

void Channel::write_all(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            ::_exit(kGone);
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
}

void Channel::send(RecordKind kind, std::string_view payload)
{
    if (payload.size() > kMostRecordBytes || payload.size() > left_bytes_)
        ::_exit(kTooMuch);
    left_bytes_ -= payload.size();
    write_all(frame(kind, payload));
}

void Channel::fail(ErrorKind kind, const std::string& message)
{
    send(RecordKind::failure, pack(Error{kind, message}));
}

bool Channel::read_all(std::span<char> into)
{
    std::size_t got = 0;
    while (got < into.size()) {
        const ssize_t count = ::recv(descriptor_, into.data() + got, into.size() - got, 0);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        got += static_cast<std::size_t>(count);
    }
    return true;
}

std::optional<Channel::Request> Channel::receive()
{
    std::array<char, kHeaderBytes> head{};
    if (!read_all(head))
        return std::nullopt;
    const auto header = parse_header(std::as_bytes(std::span<const char, kHeaderBytes>(head)));
    if (!header.ok() || header->bytes > kMostRequestBytes)
        return std::nullopt;
    Request request{header->kind, std::string(header->bytes, '\0')};
    if (!read_all(request.payload))
        return std::nullopt;
    return request;
}

}  // namespace longhand::ingest::reader
