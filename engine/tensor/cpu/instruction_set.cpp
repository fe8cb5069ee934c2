// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tensor/cpu/instruction_set.h"

#if defined(__x86_64__)
#include <cpuid.h>
#endif

namespace longhand::tensor {
namespace {

#if defined(__x86_64__)
bool has_avx2()
{
    unsigned a = 0;
    unsigned b = 0;
    unsigned c = 0;
    unsigned d = 0;
    // Not every Clang knows F16C as a word of the builtin.
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") &&
           __get_cpuid(1, &a, &b, &c, &d) != 0 && (c & 1U << 29U) != 0;
}

bool has_avx_vnni()
{
    unsigned a = 0;
    unsigned b = 0;
    unsigned c = 0;
    unsigned d = 0;
    // The builtin also asks whether the system saves the registers.
    return has_avx2() && __get_cpuid_count(7, 1, &a, &b, &c, &d) != 0 && (a & 1U << 4U) != 0;
}

bool has_avx512()
{
    return has_avx2() && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
           __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
           __builtin_cpu_supports("avx512vnni");
}
#endif

const Kernels* kernels_of(InstructionSet set)
{
#if defined(__x86_64__)
    if (set == InstructionSet::avx2 && has_avx2())
        return avx2_kernels();
    if (set == InstructionSet::avx_vnni && has_avx_vnni())
        return avx_vnni_kernels();
    if (set == InstructionSet::avx512 && has_avx512())
        return avx512_kernels();
#endif
    return set == InstructionSet::portable ? portable_kernels() : nullptr;
}

} // namespace

std::string_view to_string(InstructionSet set)
{
    switch (set) {
    case InstructionSet::automatic:
        return "automatic";
    case InstructionSet::portable:
        return "portable";
    case InstructionSet::avx2:
        return "avx2";
    case InstructionSet::avx_vnni:
        return "avx_vnni";
    case InstructionSet::avx512:
        return "avx512";
    }
    return "unknown";
}

std::vector<InstructionSet> available_instruction_sets()
{
    std::vector<InstructionSet> sets;
    for (const InstructionSet set : {InstructionSet::portable, InstructionSet::avx2,
                                     InstructionSet::avx_vnni, InstructionSet::avx512})
        if (kernels_of(set) != nullptr)
            sets.push_back(set);
    return sets;
}

const Kernels& kernels_for(InstructionSet wanted)
{
    const Kernels* best = portable_kernels();
    for (const InstructionSet set : available_instruction_sets())
        if (wanted == InstructionSet::automatic || set <= wanted)
            best = kernels_of(set);
    return *best;
}

} // namespace longhand::tensor
