// SPDX-License-Identifier: GPL-3.0-or-later
// longhand-reader: reads or draws one file for the program that started it. See ingest/protocol.h;
// it is of no use when started by hand.
#include "app/ingest/reader/channel.h"
#include "app/ingest/reader/print.h"
#include "app/ingest/reader/pdf_file.h"
#include "app/ingest/reader/read_flowing.h"
#include "app/ingest/reader/sandbox.h"

#include <cmath>
#include <cstdio>
#include <exception>
#include <fcntl.h>
#include <string_view>
#include <unistd.h>

namespace {

using namespace longhand;
using namespace longhand::ingest;
using namespace longhand::ingest::reader;

void read_pdf(const ReadRequest& request, Channel& channel)
{
    auto opened = PdfFile::open(kFileDescriptor, request.password);
    if (!opened.ok())
        return channel.fail(opened.error().kind, request.name + ": " + opened.error().message);
    PdfFile& file = **opened;
    const RawDocument facts = file.facts();
    if (facts.page_count == 0)
        return channel.fail(ErrorKind::corrupt, request.name + ": the PDF has no pages");
    channel.send(RecordKind::facts, pack_facts(facts));
    for (std::uint32_t number = request.first_page; number <= facts.page_count; ++number)
        channel.send(RecordKind::page, pack(file.page(number)));
    for (const OutlineEntry& entry : file.outline())
        channel.send(RecordKind::outline, pack(entry));
    channel.send(RecordKind::done, {});
}

int read(Channel& channel, const ReadRequest& request)
{
    channel.limit_output(request.output_bytes);
    if (request.format == document::Format::pdf)
        read_pdf(request, channel);
    else
        read_flowing(request, channel);
    return 0;
}

int render(Channel& channel, const ReadRequest& request)
{
    auto opened = PdfFile::open(kFileDescriptor, request.password);
    if (!opened.ok()) {
        channel.fail(opened.error().kind, request.name + ": " + opened.error().message);
        return 0;
    }
    channel.send(RecordKind::ready, pack_facts((*opened)->facts()));
    while (const auto asked = channel.receive()) {
        const auto page = unpack_render_request(std::as_bytes(std::span(asked->payload)));
        if (asked->kind != RecordKind::render_request || !page.ok())
            return 1;
        const auto pixels = (*opened)->render(page->page, page->pixels_per_point);
        if (pixels.ok())
            channel.send(RecordKind::pixels, pack(*pixels));
        else
            channel.fail(pixels.error().kind, request.name + ": " + pixels.error().message);
    }
    return 0;
}

int run(std::string_view mode)
{
    Channel channel(kChannelDescriptor);
    const auto asked = channel.receive();
    if (!asked || asked->kind != RecordKind::read_request)
        return 2;
    const auto request = unpack_read_request(std::as_bytes(std::span(asked->payload)));
    if (!request.ok())
        return 2;
    const bool reads = mode == "read";
    // Reading is bounded as a whole; drawing page by page, by the program.
    const std::uint64_t cpu_s =
        reads && request->total_s > 0 && request->total_s < 1e6
            ? static_cast<std::uint64_t>(std::ceil(request->total_s)) : 0;
    raise_fence({request->memory_bytes, cpu_s, kChannelDescriptor}, kChannelDescriptor);
    try {
        return reads ? read(channel, *request) : render(channel, *request);
    } catch (const std::bad_alloc&) {
        channel.fail(ErrorKind::out_of_memory, request->name + ": needs more memory than allowed");
    } catch (const std::exception& error) {
        channel.fail(ErrorKind::corrupt, request->name + ": " + error.what());
    }
    return 1;
}

}  // namespace

int main(int count, char** arguments)
{
    const std::string_view mode = count == 2 ? arguments[1] : "";
    if (mode == "print" && ::fcntl(kChannelDescriptor, F_GETFD) >= 0)
        ::_exit(print());
    if ((mode != "read" && mode != "render") || ::fcntl(kFileDescriptor, F_GETFD) < 0 ||
        ::fcntl(kChannelDescriptor, F_GETFD) < 0) {
        std::fputs("longhand-reader reads files for longhand and is started by it.\n", stderr);
        return 2;
    }
    const int status = run(mode);
    ::_exit(status);  // no destructor of a foreign library runs on a file it may choke on
}
