// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/tensor/backend.h"

#include <memory>
#include <string_view>
#include <vector>

namespace longhand::tensor {

// Instruction sets that kernels are compiled for, weakest first. `portable` runs on any machine
// that builds the program; avx2 needs FMA and F16C as well; avx_vnni is avx2 with 8-bit dot
// products (desktop CPUs since 2021); avx512 needs F, BW, VL, DQ and VNNI.
enum class InstructionSet : std::uint8_t { automatic, portable, avx2, avx_vnni, avx512 };

std::string_view to_string(InstructionSet set);

// Those this machine and this build can run, weakest first; never empty, `automatic` not included.
std::vector<InstructionSet> available_instruction_sets();

struct CpuOptions {
    int threads = 0; // 0: one for each core that this process may use
    InstructionSet instruction_set = InstructionSet::automatic; // automatic: the strongest
};

// What runs on a processor: vectorised, threaded, weights rearranged at load. Results do not depend
// on the number of threads. A row does not depend on the rows beside it in a step, but for the
// attention of a segment of several rows, which rounds by how the whole step is cut.
// An instruction set that the machine lacks is replaced by the strongest weaker one.
std::unique_ptr<Backend> make_cpu_backend(const CpuOptions& options = {});

// Every step written down as plainly as its definition, sums in f64, one thread, weights read in
// place. The reference that other backends are tested against.
std::unique_ptr<Backend> make_oracle_backend();

} // namespace longhand::tensor
