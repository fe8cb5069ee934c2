// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ingest/protocol.h"
#include "app/ingest/raw_read.h"

namespace longhand::ingest {

// What reader children have told of one file so far. It believes nothing: a record that is broken
// or comes out of turn is an error, whatever bytes it was made of.
class RawReceiver {
public:
    // Fails: corrupt, unsupported; what the child failed with, and then refused() holds.
    Result<void> take(RecordKind kind, Payload payload);
    // Whether a child may say `done` now. Fails: corrupt.
    [[nodiscard]] Result<void> finished(document::Format format) const;

    // The next page is `failed`. There must be one that is missing.
    void fail_next_page(const std::string& reason);
    [[nodiscard]] bool has_every_page() const { return next_page_ > read_.pdf.page_count; }
    [[nodiscard]] std::uint32_t next_page() const { return next_page_; }
    [[nodiscard]] std::uint64_t blocks() const { return blocks_; }
    [[nodiscard]] bool has_facts() const { return has_facts_; }
    // The child, or the system, said why it cannot: another child would say the same.
    [[nodiscard]] bool refused() const { return refused_; }
    void refuse() { refused_ = true; }
    [[nodiscard]] RawRead& read() { return read_; }
    [[nodiscard]] const RawRead& read() const { return read_; }

private:
    Result<void> take_facts(Payload payload);
    Result<void> take_page(Payload payload);

    RawRead read_;
    std::uint32_t next_page_ = 1;
    std::uint64_t blocks_ = 0;
    bool has_facts_ = false;
    bool refused_ = false;
};

}  // namespace longhand::ingest
