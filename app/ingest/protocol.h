// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ingest/ingest.h"
#include "app/ingest/raw_page.h"

#include <span>

namespace longhand::ingest {

// What passes between the program and its reader child over one stream socket. A record is a
// 32-bit length of the payload, one byte of kind, the payload (document/packing.h). The parent
// sends one request, or in render mode one a page; the child answers with records until `done`
// or `failure`. The parent believes nothing of what comes: every record is checked as a file is.

enum class RecordKind : std::uint8_t {
    read_request = 1,  // parent: ReadRequest
    render_request,    // parent: RenderRequest
    facts,             // child: RawDocument without pages, outline and problems
    page,              // child: RawPage
    outline,           // child: OutlineEntry
    alive,             // child: a block of a flowing text was read (no payload)
    document,          // child: document::Document of a format without pages
    problem,           // child: document::Problem
    failure,           // child: Error; nothing follows
    done,              // child: everything was sent
    ready,             // child in render mode: the file is open
    pixels,            // child in render mode: Pixels
    print_request,     // parent in print mode: PrintFacts (print_protocol.h)
    print_block,       // parent in print mode: PrintBlock
    print_end,         // parent in print mode: no block follows
    printed            // child in print mode: bytes of the file
};

// Inherited descriptors of the child.
constexpr int kFileDescriptor = 3;     // the file to read
constexpr int kChannelDescriptor = 4;  // the stream socket

constexpr std::size_t kHeaderBytes = 5;
constexpr std::uint64_t kMostRecordBytes = 512ULL << 20U;
constexpr std::uint32_t kMostPages = 100'000;

struct ReadRequest {
    document::Format format = document::Format::pdf;
    std::string password;
    std::string encoding;
    std::string name;               // of the file, for messages and titles
    std::uint32_t first_page = 1;   // pages before it are skipped
    std::uint64_t memory_bytes = 0;
    std::uint64_t output_bytes = 0;
    double total_s = 0;
};

struct RenderRequest {
    std::uint32_t page = 0;
    double pixels_per_point = 1;
};

// Header and payload.
std::string frame(RecordKind kind, std::string_view payload);
struct Header {
    std::uint32_t bytes = 0;
    RecordKind kind = RecordKind::done;
};
// Fails: corrupt (unknown kind, longer than kMostRecordBytes).
Result<Header> parse_header(std::span<const std::byte, kHeaderBytes> bytes);

std::string pack(const ReadRequest& request);
std::string pack(const RenderRequest& request);
std::string pack_facts(const RawDocument& document);
std::string pack(const RawPage& page);
std::string pack(const OutlineEntry& entry);
std::string pack(const document::Problem& problem);
std::string pack(const Error& error);
std::string pack(const Pixels& pixels);

using Payload = std::span<const std::byte>;
Result<ReadRequest> unpack_read_request(Payload payload);
Result<RenderRequest> unpack_render_request(Payload payload);
Result<RawDocument> unpack_facts(Payload payload);
Result<RawPage> unpack_page(Payload payload);
Result<OutlineEntry> unpack_outline(Payload payload);
Result<document::Problem> unpack_problem(Payload payload);
// The Error inside; an Error of kind corrupt when there is none.
Error unpack_error(Payload payload);
Result<Pixels> unpack_pixels(Payload payload);

}  // namespace longhand::ingest
