// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document/document.h"
#include "engine/base/progress.h"
#include "engine/base/result.h"

#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace longhand::ingest {

// Every hostile byte is met in a child process, `longhand-reader`: it opens the file, streams
// what it finds over a pipe and draws pages. Time, memory and output are limited, the network is
// not reachable from it; a crash, a loop or a bomb ends the child alone.

struct Limits {
    std::uint64_t memory_bytes = 2ULL << 30U;
    std::uint64_t output_bytes = 1ULL << 30U;
    double silence_s = 8.0;  // stopped after so long without a new page or block; what came before counts
    double total_s = 600.0;
};

struct Options {
    std::filesystem::path reader;  // the longhand-reader program; see find_reader()
    std::string password;          // for an encrypted PDF
    std::string encoding;          // of a text file; empty: detected
    Limits limits;
};

// longhand-reader beside this program, or where $LONGHAND_READER says.
std::filesystem::path find_reader();

// Reads, cleans, finds chapters. A page or part that fails is a state and a Problem, not a failure.
// Fails: not_found, unreadable, unsupported (MOBI, AZW3, DRM: the message says what to do),
// locked (password missing or wrong), corrupt (nothing at all could be read), cancelled.
// `progress` counts pages or parts. Thread-safe.
Result<document::Document> read_document(const std::filesystem::path& path, const Options& options,
                                         const ProgressSink& progress, std::stop_token stop);

// Format by content, never by suffix; text of unknown kind is text.
// Fails: not_found, unreadable, unsupported as above.
Result<document::Format> detect_format(const std::filesystem::path& path);

struct Pixels {
    std::int32_t width = 0, height = 0;   // device pixels
    std::vector<std::uint32_t> argb;      // premultiplied ARGB32, row-major, no padding
};

// Pages of one file drawn by a child of its own, which lives as long as this object and is
// started again when it dies. One thread at a time.
class PageRenderer {
public:
    static Result<std::unique_ptr<PageRenderer>> open(const std::filesystem::path& path,
                                                      const Options& options);
    virtual ~PageRenderer() = default;
    // Pixels a point: 1.0 is 72 dpi. Clamped so that a page has at most 64 M pixels.
    // Fails: unsupported (no pages), corrupt, invalid (no such page), unreadable (child died or too slow).
    virtual Result<Pixels> render(std::uint32_t page, double pixels_per_point) = 0;
};

}  // namespace longhand::ingest
