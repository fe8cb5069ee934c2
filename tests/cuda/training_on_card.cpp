// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuda/backend/cuda_backend.h"
#include "tests/engine/tensor/training_suite.h"

namespace longhand::tensor::test {
namespace {

// Operands of 11 bits, once or twice in a row.
constexpr double kRoundedOperands = 2e-3;

BackendCase card(const std::string& name, bool portable)
{
    return {name,
            [portable](int, std::string& reason) {
                auto made = gpu::make_cuda_backend({.portable_kernels = portable});
                if (made.ok())
                    return std::move(made).value();
                reason = made.error().message;
                return std::unique_ptr<Backend>();
            },
            kRoundedOperands,
            /*fresh_seed=*/true};
}

INSTANTIATE_TEST_SUITE_P(Cuda, TrainingOn,
                         ::testing::Values(card("Card", false), card("Portable", true)),
                         BackendCaseName());

} // namespace
} // namespace longhand::tensor::test
