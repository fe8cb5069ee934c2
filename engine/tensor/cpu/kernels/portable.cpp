// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tensor/cpu/kernels/simd_portable.h"

#include "engine/tensor/cpu/kernels/table.h"

namespace longhand::tensor {

const Kernels* portable_kernels()
{
    static const Kernels table = make_table("portable");
    return &table;
}

} // namespace longhand::tensor
