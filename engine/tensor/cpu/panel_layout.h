// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/cpu/block_format.h"

namespace longhand::tensor {

// Where the parts of block-quantised rows lie in a panel of 16 rows ("lanes", the outputs of a
// product), so that one vector holds the same part of 16 lanes. Nothing is rounded: a row read back
// is the row of the file. Panels start on 64 bytes.
//
// Codes, for each 32 values: 64 bytes for each bit of a code. The low bits (all 8 of q8_0; 2 of
// q2_k and q3_k; else 4) come first, the high ones after them. A part of b bits is b vectors of 64
// bytes; vector v holds the groups of four values v * 8/b + s, s < 8/b: byte 4 lane + i holds, from
// bit s * b on, value 4 * (v * 8/b + s) + i.
//
// Facts of blocks of 32: first for each block 16 f16 scales, then, with a minimum, for each block
// 16 f16 minima; padded to 64 bytes, and all codes behind them.
// Facts of blocks of 256, before each block's codes: 16 f16 units, with minima 16 f16 units of
// them; for each group 16 bytes of scales (signed where the type's are), with minima 16 bytes of
// minima (q2_k: one byte, minimum << 4 | scale); padded to 64 bytes.
//
// Bits a value, the file's in brackets: q2_k 2.625 (2.625), q3_k 3.625 (3.44), q4_k 4.625 (4.5),
// q5_k 5.625 (5.5), q6_k 6.625 (6.56), iq4_xs 4.375 (4.25); blocks of 32 as in the file.
class PanelLayout {
public:
    PanelLayout(DType dtype, std::int64_t in);

    [[nodiscard]] std::int64_t panel_bytes() const { return panel_bytes_; }
    // One block of one lane. `write` wants the bytes of the panel to be 0 before.
    void write(std::byte* panel, std::int64_t lane, std::int64_t block,
               const BlockParts& parts) const;
    void read(BlockParts& parts, const std::byte* panel, std::int64_t lane,
              std::int64_t block) const;

private:
    template <class Walk, class Bytes, class Parts>
    void walk_facts(const Walk& walk, Bytes* panel, std::int64_t lane, std::int64_t block,
                    Parts& parts) const;
    [[nodiscard]] std::int64_t codes_at(std::int64_t block) const;

    const BlockForm& form_;
    std::int64_t blocks_ = 0;
    int low_bits_ = 0;
    bool scale_and_minimum_ = false; // share a byte
    std::int64_t fact_bytes_ = 0;    // of a panel, or of a block of 256 in it
    std::int64_t code_bytes_ = 0;    // of a block
    std::int64_t panel_bytes_ = 0;
};

} // namespace longhand::tensor
