// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ingest/print_pdf.h"
#include "app/ingest/protocol.h"

namespace longhand::ingest {

// Printing, over the channel of protocol.h: the parent sends PrintFacts, then blocks one by one
// and an empty print_end; the child answers each with `printed` records and one `alive`, the end
// with what is left and `done`.
std::string pack(const PrintFacts& facts);
std::string pack(const PrintBlock& block);
std::string pack_page_count(std::uint32_t pages);
Result<PrintFacts> unpack_print_facts(Payload payload);
// Fails: corrupt; a span that does not lie on the text is corrupt too.
Result<PrintBlock> unpack_print_block(Payload payload);
Result<std::uint32_t> unpack_page_count(Payload payload);

}  // namespace longhand::ingest
