// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tensor/cpu/kernels/simd_avx512.h"

#include "engine/tensor/cpu/kernels/table.h"

namespace longhand::tensor {

const Kernels* avx512_kernels()
{
    static const Kernels table = make_table("AVX-512 VNNI");
    return &table;
}

} // namespace longhand::tensor
