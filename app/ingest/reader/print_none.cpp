// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled in place of print.cpp when Longhand is built without PDF.
#include "app/ingest/reader/channel.h"
#include "app/ingest/reader/print.h"

namespace longhand::ingest::reader {

int print()
{
    Channel channel(kChannelDescriptor);
    if (!channel.receive())
        return 2;
    channel.fail(ErrorKind::unsupported,
                 "this copy of Longhand was built without PDF; install libpoppler-glib-dev and "
                 "libpango1.0-dev and build it again with LONGHAND_PDF=ON");
    return 0;
}

}  // namespace longhand::ingest::reader
