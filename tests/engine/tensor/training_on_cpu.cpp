// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/tensor/training_suite.h"

#include <algorithm>

namespace longhand::tensor::test {
namespace {

BackendCase cpu_case(InstructionSet set)
{
    return {std::string(to_string(set)), [set](int threads, std::string& reason) {
                const auto sets = available_instruction_sets();
                if (std::find(sets.begin(), sets.end(), set) != sets.end())
                    return make_cpu_backend({.threads = threads, .instruction_set = set});
                reason = "this machine or build lacks " + std::string(to_string(set));
                return std::unique_ptr<Backend>();
            }};
}

} // namespace

INSTANTIATE_TEST_SUITE_P(Sets, TrainingOn,
                         ::testing::Values(cpu_case(InstructionSet::portable),
                                           cpu_case(InstructionSet::avx2),
                                           cpu_case(InstructionSet::avx_vnni),
                                           cpu_case(InstructionSet::avx512)),
                         BackendCaseName());

} // namespace longhand::tensor::test
