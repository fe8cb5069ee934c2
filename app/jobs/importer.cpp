// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobs/importer.h"

#include "engine/base/sha256.h"

namespace longhand::jobs {

Result<library::Added> import_file(const std::filesystem::path& path, const ingest::Options& options,
                                   library::Library& library, const ProgressSink& progress,
                                   std::stop_token stop)
{
    TRY(const std::string hash, sha256_of_file(path));
    TRY(const auto known, library.find_by_hash(hash));
    if (known)
        return library::Added{*known, true};
    TRY(const document::Document document, ingest::read_document(path, options, progress, stop));
    return library.add(path, document);
}

}  // namespace longhand::jobs
