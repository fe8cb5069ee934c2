// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tensor/cpu/cpu_backend.h"

namespace longhand::tensor {

std::string_view to_string(InstructionSet set)
{
    switch (set) {
    case InstructionSet::automatic:
        return "automatic";
    case InstructionSet::portable:
        return "portable";
    case InstructionSet::avx2:
        return "AVX2";
    case InstructionSet::avx_vnni:
        return "AVX2 VNNI";
    case InstructionSet::avx512:
        return "AVX-512 VNNI";
    }
    return "unknown";
}

std::vector<InstructionSet> available_instruction_sets()
{
    return {InstructionSet::portable};
}

std::unique_ptr<Backend> make_cpu_backend(const CpuOptions&)
{
    return make_oracle_backend();
}

} // namespace longhand::tensor
