// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/reader/print.h"

#include "app/ingest/print_protocol.h"
#include "app/ingest/reader/channel.h"
#include "app/ingest/reader/page_setter.h"
#include "app/ingest/reader/sandbox.h"

#include <exception>
#include <new>

namespace longhand::ingest::reader {
namespace {

constexpr std::uint64_t kMemoryBytes = 2ULL << 30U;

int print_blocks(Channel& channel, const PrintFacts& facts)
{
    const auto pages = PageSetter::make(
        facts, [&](std::string_view bytes) { channel.send(RecordKind::printed, bytes); });
    channel.send(RecordKind::alive, {});
    while (const auto asked = channel.receive()) {
        if (asked->kind == RecordKind::print_end) {
            const auto count = pages->finish();
            if (count.ok())
                channel.send(RecordKind::done, pack_page_count(*count));
            else
                channel.fail(count.error().kind, count.error().message);
            return 0;
        }
        const auto block = unpack_print_block(std::as_bytes(std::span(asked->payload)));
        if (asked->kind != RecordKind::print_block || !block.ok())
            return 1;
        if (const auto added = pages->add(*block); !added.ok()) {
            channel.fail(added.error().kind, added.error().message);
            return 0;
        }
        channel.send(RecordKind::alive, {});
    }
    return 1;
}

}  // namespace

int print()
{
    Channel channel(kChannelDescriptor);
    const auto asked = channel.receive();
    if (!asked || asked->kind != RecordKind::print_request)
        return 2;
    const auto facts = unpack_print_facts(std::as_bytes(std::span(asked->payload)));
    if (!facts.ok())
        return 2;
    raise_fence({.memory_bytes = kMemoryBytes, .channel = kChannelDescriptor, .threads = true},
                kChannelDescriptor);
    try {
        return print_blocks(channel, *facts);
    } catch (const std::bad_alloc&) {
        channel.fail(ErrorKind::out_of_memory, "the pages need more memory than allowed");
    } catch (const std::exception& error) {
        channel.fail(ErrorKind::internal, error.what());
    }
    return 1;
}

}  // namespace longhand::ingest::reader
