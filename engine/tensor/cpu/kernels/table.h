// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Included once by each instruction set's file, after its simd header.
#include "engine/tensor/cpu/kernels/products.h"
#include "engine/tensor/cpu/kernels/rows.h"
#include "engine/tensor/cpu/kernels/training.h"

#include "engine/tensor/cpu/kernels/attention.h"

namespace longhand::tensor {
namespace { // see simd_avx2.h

Kernels make_table(const char* name)
{
    Kernels table;
    table.name = name;
    table.tile_rows = Simd::kTileRows;
    table.tile_plain = tile_plain;
    table.tile_quantised = tile_quantised;
    table.multiply[0] = by_rows<PlainRows<Float32>::With>;
    table.multiply[1] = by_rows<PlainRows<Float16>::With>;
    table.multiply[2] = by_rows<PlainRows<Brain16>::With>;
    table.multiply[3] = by_rows<QuantisedRows<Nibbles<3, false>>::With>;
    table.multiply[4] = by_rows<QuantisedRows<Nibbles<-1, true>>::With>;
    table.multiply[5] = by_rows<QuantisedRows<Bytes>::With>;
    table.add_rms_norm = add_rms_norm;
    table.add_normed = add_normed;
    table.cap = cap;
    table.gate = gate;
    table.dot = dot;
    table.add_scaled = add_scaled;
    table.largest = largest;
    table.sum_exp = sum_exp;
    table.rotate = rotate;
    table.to_half = to_half;
    table.attend_wide = attend_wide;
    table.attend_narrow = attend_narrow;
    table.add_product = add_product;
    table.gate_backward = gate_backward;
    table.rms_norm_backward = rms_norm_backward;
    table.attention_gradient = attention_gradient;
    table.exp_scaled = exp_scaled;
    return table;
}

} // namespace
} // namespace longhand::tensor
