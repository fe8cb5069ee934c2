// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tensor/cpu/kernels/simd_avx2.h"

#include "engine/tensor/cpu/kernels/table.h"

namespace longhand::tensor {

const Kernels* avx2_kernels()
{
    static const Kernels table = make_table("AVX2");
    return &table;
}

} // namespace longhand::tensor
