// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled in place of pdf_file.cpp when Longhand is built without PDF.
#include "app/ingest/reader/pdf_file.h"

namespace longhand::ingest::reader {

Result<std::unique_ptr<PdfFile>> PdfFile::open(int, const std::string&)
{
    return Error{ErrorKind::unsupported,
                 "this copy of Longhand was built without PDF; install libpoppler-glib-dev and "
                 "build it again with LONGHAND_PDF=ON"};
}

}  // namespace longhand::ingest::reader
