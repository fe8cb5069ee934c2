// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/pdf_document.h"
#include "app/ingest/raw_read.h"

namespace longhand::ingest {

Result<document::Document> read_document(const std::filesystem::path& path, const Options& options,
                                         const ProgressSink& progress, std::stop_token stop)
{
    TRY(const document::Format format, detect_format(path));
    TRY(RawRead read, read_raw(path, format, options, progress, stop));
    if (read.flowing)
        return std::move(*read.flowing);
    return compose_pdf(std::move(read.pdf), path.filename().string());
}

}  // namespace longhand::ingest
