// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ingest/flowing/flowing.h"

namespace longhand::ingest::flowing {

Result<document::Document> read(document::Format format, const Source& source)
{
    switch (format) {
    case document::Format::epub:
        return read_epub(source);
    case document::Format::text:
        return read_text(source);
    case document::Format::markdown:
        return read_markdown(source);
    case document::Format::html:
        return read_html(source);
    case document::Format::pdf:
        break;
    }
    return Error{ErrorKind::unsupported, source.name + ": a format with pages is no flowing text"};
}

} // namespace longhand::ingest::flowing
