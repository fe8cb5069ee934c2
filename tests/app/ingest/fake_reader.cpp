// SPDX-License-Identifier: GPL-3.0-or-later
// A reader child that misbehaves as the file it is given says: behind "%PDF-1.4 " stand a word and
// the page at which it happens. Pages before it are sent as they should be.
#include "app/ingest/protocol.h"

#include <csignal>
#include <cstdio>
#include <cstring>
#include <string>
#include <string_view>
#include <unistd.h>

namespace {

using namespace longhand::ingest;

void send(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = ::write(kChannelDescriptor, bytes.data(), bytes.size());
        if (count <= 0)
            ::_exit(1);
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
}

std::string receive(std::size_t bytes)
{
    std::string got(bytes, '\0');
    for (std::size_t at = 0; at < bytes;) {
        const ssize_t count = ::read(kChannelDescriptor, got.data() + at, bytes - at);
        if (count <= 0)
            ::_exit(1);
        at += static_cast<std::size_t>(count);
    }
    return got;
}

std::string request()
{
    const std::string head = receive(kHeaderBytes);
    const auto header = parse_header(std::as_bytes(std::span(head)).first<kHeaderBytes>());
    return header.ok() ? receive(header->bytes) : std::string();
}

RawPage page(std::uint32_t number)
{
    RawPage page;
    page.number = number;
    page.width = 100;
    page.height = 100;
    page.text = std::u32string(4, U'a' + number);  // one word, another one on each page
    page.boxes.assign(4, {10, 10, 20, 20});
    page.fonts = {"Serif"};
    page.runs = {{0, 4, 0, 10}};
    return page;
}

void misbehave(std::string_view how)
{
    if (how == "dies")
        std::raise(SIGKILL);
    if (how == "ends")
        ::_exit(0);
    if (how == "hangs")
        while (true)
            ::pause();
    if (how == "trickles")  // a byte now and then is no sign of work
        while (true) {
            send(std::string_view("\0", 1));
            ::usleep(50'000);
        }
    if (how == "babbles")
        send(std::string(64, '\xEE'));
    if (how == "promises")  // half a gigabyte that never comes
        send(std::string("\x00\x00\x00\x20\x04", 5));
    if (how == "repeats")
        send(frame(RecordKind::page, pack(page(1))));
    if (how == "cuts")
        send(frame(RecordKind::page, pack(page(1)).substr(0, 20)));
    if (how == "floods")
        while (true)
            send(frame(RecordKind::alive, std::string(1U << 20U, 'x')));
    while (true)
        ::pause();
}

}  // namespace

int main(int count, char** arguments)
{
    const bool draws = count == 2 && std::strcmp(arguments[1], "render") == 0;
    std::string told(64, '\0');
    const ssize_t size = ::pread(kFileDescriptor, told.data(), told.size(), 9);
    told.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
    const std::size_t blank = told.find(' ');
    const std::string how = told.substr(0, blank);
    const auto at = static_cast<std::uint32_t>(std::stoul(told.substr(blank + 1)));

    const std::string asked = request();
    const auto read = unpack_read_request(std::as_bytes(std::span(asked)));
    if (!read.ok())
        return 2;
    if (at == 0)
        misbehave(how);
    RawDocument facts;
    facts.page_count = 6;
    send(frame(draws ? RecordKind::ready : RecordKind::facts, pack_facts(facts)));
    if (draws) {
        while (true) {
            const std::string wanted = request();
            const auto drawn = unpack_render_request(std::as_bytes(std::span(wanted)));
            if (!drawn.ok() || drawn->page == at)
                misbehave(how);
            send(frame(RecordKind::pixels, pack(Pixels{1, 1, {drawn->page}})));
        }
    }
    for (std::uint32_t number = read->first_page; number <= facts.page_count; ++number) {
        if (number == at)
            misbehave(how);
        send(frame(RecordKind::page, pack(page(number))));
    }
    send(frame(RecordKind::done, {}));
    return 0;
}
