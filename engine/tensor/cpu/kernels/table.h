// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Included once by each instruction set's file, after its simd header.
#include "engine/tensor/cpu/kernels/block_products.h"
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
    const auto set = [&table](DType dtype, void (*multiply)(const PanelProduct&)) {
        table.multiply[static_cast<std::size_t>(dtype)] = multiply;
    };
    set(DType::f32, by_rows<PlainRows<Float32>::With>);
    set(DType::f16, by_rows<PlainRows<Float16>::With>);
    set(DType::bf16, by_rows<PlainRows<Brain16>::With>);
    set(DType::nf4, by_rows<Nf4Rows>);
    set(DType::q4_0, by_rows<SmallBlocks<Codes<4, 0, 3>, false>::With>);
    set(DType::q4_1, by_rows<SmallBlocks<Codes<4, 0, -1>, true>::With>);
    set(DType::q5_0, by_rows<SmallBlocks<Codes<4, 1, 4>, false>::With>);
    set(DType::q5_1, by_rows<SmallBlocks<Codes<4, 1, -1>, true>::With>);
    set(DType::q8_0, by_rows<SmallBlocks<Codes<8, 0, 7>, false>::With>);
    set(DType::iq4_nl, by_rows<SmallBlocks<TableCodes, false>::With>);
    set(DType::q2_k, by_rows<LargeBlocks<Codes<2, 0, -1>, 2, Scales::both_in_a_byte>::With>);
    set(DType::q3_k, by_rows<LargeBlocks<Codes<2, 1, 2>, 2, Scales::with_sign>::With>);
    set(DType::q4_k, by_rows<LargeBlocks<Codes<4, 0, -1>, 1, Scales::and_minima>::With>);
    set(DType::q5_k, by_rows<LargeBlocks<Codes<4, 1, -1>, 1, Scales::and_minima>::With>);
    set(DType::q6_k, by_rows<LargeBlocks<Codes<4, 2, 5>, 2, Scales::with_sign>::With>);
    set(DType::iq4_xs, by_rows<LargeBlocks<TableCodes, 1, Scales::with_sign>::With>);
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
