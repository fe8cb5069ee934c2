// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ingest/ingest.h"
#include "app/library/library.h"

namespace longhand::jobs {

// Reads a file and puts it into the library; a file that is already there is found by its content
// and not read again. Blocks; call it on a worker thread with a Library of its own. Fails as
// ingest::read_document and Library::add do.
Result<library::Added> import_file(const std::filesystem::path& path, const ingest::Options& options,
                                   library::Library& library, const ProgressSink& progress,
                                   std::stop_token stop);

}  // namespace longhand::jobs
