// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/engine/tensor/training_bench.h"

#include <functional>

namespace longhand::tensor::test {

// A backend whose training steps are compared with the oracle's (training_test.cpp). Each program
// that compiles the suite names its own backends with INSTANTIATE_TEST_SUITE_P.
struct BackendCase {
    std::string name;
    // Null, with a reason, where this machine or build lacks it. `threads` is a wish.
    std::function<std::unique_ptr<Backend>(int threads, std::string& reason)> make;
    // Bound on products over weights that are not f32, and with half_inputs; 0: as exact as others.
    double rounded = 0.0;
    bool fresh_seed = false; // else always the same; LONGHAND_SEED names one
};

class TrainingOn : public ::testing::TestWithParam<BackendCase> {
protected:
    void SetUp() override;
    // Another one of the same kind.
    [[nodiscard]] std::unique_ptr<Backend> another(int threads) const;
    // Runs a step on both backends and compares what it yields as a whole.
    using Step = std::function<std::vector<std::vector<float>>(Backend&)>;
    void expect_alike(const Step& step, double bound, const std::string& where);
    [[nodiscard]] double bound_of(bool exact) const;

    std::unique_ptr<Backend> tested_;
    std::unique_ptr<Backend> oracle_ = make_oracle_backend();
    Random random_{Seed{0}};

private:
    std::uint64_t seed_ = 0;
};

struct BackendCaseName {
    std::string operator()(const ::testing::TestParamInfo<BackendCase>& info) const
    {
        return info.param.name;
    }
};

} // namespace longhand::tensor::test
