// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/reader/read_flowing.h"

#include "app/document/serialise.h"
#include "app/ingest/flowing/flowing.h"

#include <string>
#include <unistd.h>

namespace longhand::ingest::reader {
namespace {

constexpr std::size_t kMostBytes = 512U << 20U;  // of a file without pages

Result<std::string> whole_file(const ReadRequest& request)
{
    std::string bytes;
    std::string buffer(1U << 20U, '\0');
    while (true) {
        const ::ssize_t count = ::read(kFileDescriptor, buffer.data(), buffer.size());
        if (count < 0)
            return Error{ErrorKind::unreadable, request.name + ": the file cannot be read"};
        if (count == 0)
            return bytes;
        bytes.append(buffer, 0, static_cast<std::size_t>(count));
        if (bytes.size() > kMostBytes)
            return Error{ErrorKind::unsupported,
                         request.name + ": is larger than 512 MiB, which no book is"};
    }
}

}  // namespace

void read_flowing(const ReadRequest& request, Channel& channel)
{
    const auto bytes = whole_file(request);
    if (!bytes.ok())
        return channel.fail(bytes.error().kind, bytes.error().message);
    const auto document = flowing::read(
        request.format, {.bytes = *bytes,
                         .name = request.name,
                         .encoding = request.encoding,
                         .alive = [&channel] { channel.send(RecordKind::alive, {}); }});
    if (!document.ok())
        return channel.fail(document.error().kind, document.error().message);
    channel.send(RecordKind::document, document::serialise(*document));
    channel.send(RecordKind::done, {});
}

}  // namespace longhand::ingest::reader
