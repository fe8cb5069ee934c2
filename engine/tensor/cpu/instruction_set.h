// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/cpu/cpu_backend.h"
#include "engine/tensor/cpu/kernels/kernels.h"

namespace longhand::tensor {

// The kernels of the strongest available set that is not stronger than `wanted`.
const Kernels& kernels_for(InstructionSet wanted);

} // namespace longhand::tensor
