// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace longhand::ingest::reader {

// The child in print mode, from the first request to the last byte; the exit status. Where Longhand
// is built without PDF it says so.
int print();

}  // namespace longhand::ingest::reader
