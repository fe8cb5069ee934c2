// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/random.h"
#include "engine/tensor/backend.h"
#include "engine/tensor/cpu/cpu_backend.h"

#include <gtest/gtest.h>

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace longhand::tensor::test {

// What the suites of the steps share: tensors of a backend made of plain numbers, and how far two
// results are apart.

std::vector<float> normal_values(Random& random, std::int64_t count, float spread = 1.0F);
// Values that 8 bits with a power of two as scale hold exactly, in every block of 32: a backend
// that quantises the inputs of a product loses nothing of them.
std::vector<float> grid_values(Random& random, std::int64_t count);

Tensor make(Backend& backend, DType dtype, const Shape& shape, std::span<const std::byte> bytes);
Tensor make(Backend& backend, const Shape& shape, const std::vector<float>& values);
Tensor make(Backend& backend, const std::vector<std::int32_t>& values);
// f32 of NaN: what a step forgets to write shows.
Tensor make_poisoned(Backend& backend, const Shape& shape);
std::vector<float> values_of(Backend& backend, const Tensor& tensor);
std::vector<std::byte> bytes_of(Backend& backend, const Tensor& tensor);

// The bytes of a weight, to give to any number of backends.
struct StoredWeight {
    DType dtype = DType::f32;
    Shape shape;
    std::shared_ptr<const std::vector<std::byte>> bytes;
};
StoredWeight random_weight(Random& random, DType dtype, std::int64_t out, std::int64_t in);
Tensor load(Backend& backend, const StoredWeight& weight);

// The largest ||a - b|| / ||b|| of a row; infinite when a number is not finite.
double worst_row_error(std::span<const float> a, std::span<const float> b, std::int64_t columns);
bool same_bits(std::span<const float> a, std::span<const float> b);

constexpr DType kWeightTypes[] = {DType::f32,    DType::f16,  DType::bf16,  DType::q4_0,
                                  DType::q4_1,   DType::q5_0, DType::q5_1,  DType::q8_0,
                                  DType::iq4_nl, DType::q2_k, DType::q3_k,  DType::q4_k,
                                  DType::q5_k,   DType::q6_k, DType::iq4_xs,
                                  DType::nf4};
constexpr auto kBlockTypes = std::span(kWeightTypes).subspan(3, 12);
inline std::int64_t block_of(DType dtype)
{
    return traits(dtype).block_values;
}

// Sums in f32 over some hundred products, each rounded by 6e-8 of itself, beside sums in f64: the
// errors add up like a random walk.
constexpr double kFloatSums = 5e-6;
// The seam's bound on a product whose inputs were rounded to 8 bits a value.
constexpr double kRoundedInputs = 1e-2;

// Runs once for each instruction set; skips those that this machine or build lacks.
class OnEachInstructionSet : public ::testing::TestWithParam<InstructionSet> {
protected:
    void SetUp() override;
    [[nodiscard]] std::unique_ptr<Backend> fast(int threads = 2) const
    {
        return make_cpu_backend({.threads = threads, .instruction_set = GetParam()});
    }
    std::unique_ptr<Backend> oracle_ = make_oracle_backend();
};

inline auto every_instruction_set()
{
    return ::testing::Values(InstructionSet::portable, InstructionSet::avx2,
                             InstructionSet::avx_vnni, InstructionSet::avx512);
}

struct InstructionSetName {
    std::string operator()(const ::testing::TestParamInfo<InstructionSet>& info) const
    {
        return std::string(to_string(info.param));
    }
};

} // namespace longhand::tensor::test
