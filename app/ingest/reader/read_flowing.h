// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ingest/reader/channel.h"

namespace longhand::ingest::reader {

// Reads a format without pages (EPUB, text, Markdown, HTML) from kFileDescriptor and sends the
// whole Document; a sign of life for every block on the way.
void read_flowing(const ReadRequest& request, Channel& channel);

}  // namespace longhand::ingest::reader
