// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ingest/reader/channel.h"

#include <memory>

namespace longhand::ingest::reader {

// A PDF as the reader child sees it. Poppler, GLib and cairo stay in the .cpp files.
class PdfFile {
public:
    // Fails: locked (password missing or wrong), corrupt, unsupported (built without PDF).
    static Result<std::unique_ptr<PdfFile>> open(int descriptor, const std::string& password);
    virtual ~PdfFile() = default;

    [[nodiscard]] virtual RawDocument facts() = 0;
    // Characters, boxes, fonts and links of page `number` (from 1). A page that cannot be read
    // comes back with state failed.
    virtual RawPage page(std::uint32_t number) = 0;
    virtual std::vector<OutlineEntry> outline() = 0;
    // Fails: invalid (no such page), corrupt, out_of_memory.
    virtual Result<Pixels> render(std::uint32_t number, double pixels_per_point) = 0;
};

}  // namespace longhand::ingest::reader
