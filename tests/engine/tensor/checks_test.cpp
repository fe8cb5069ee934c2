// SPDX-License-Identifier: GPL-3.0-or-later
// A caller's mistake is refused by every host backend before a step touches memory.
#include "tests/engine/tensor/cache_bench.h"

#include <fstream>
#include <string>

namespace longhand::tensor {
namespace {

using namespace test;

class ChecksOn : public ::testing::TestWithParam<bool> {
protected:
    std::unique_ptr<Backend> backend_ = GetParam() ? make_cpu_backend() : make_oracle_backend();
};

INSTANTIATE_TEST_SUITE_P(Backends, ChecksOn, ::testing::Bool(),
                         [](const auto& fast) { return fast.param ? "fast" : "oracle"; });

TEST_P(ChecksOn, TokensOutsideTheTableAreRefused)
{
    Random random(Seed{501});
    const Tensor table = load(*backend_, random_weight(random, DType::f32, 10, 8));
    const Tensor out = make_poisoned(*backend_, {2, 8});
    for (const std::int32_t token : {-1, 10, 2147483647})
        EXPECT_THROW(backend_->embed(out, table, make(*backend_, {0, token}), 1.0F),
                     BrokenInvariant);
}

TEST_P(ChecksOn, ShapesThatDoNotFitAreRefused)
{
    Random random(Seed{502});
    const Linear layer{load(*backend_, random_weight(random, DType::q4_0, 10, 64)), {}, {}};
    const Tensor out = make_poisoned(*backend_, {2, 10});
    const Tensor narrow = make(*backend_, {2, 32}, normal_values(random, 64));
    EXPECT_THROW(backend_->linear(std::span(&out, 1), narrow, std::span(&layer, 1)),
                 BrokenInvariant);
    const Tensor one_row = make(*backend_, {1, 64}, normal_values(random, 64));
    EXPECT_THROW(backend_->linear(std::span(&out, 1), one_row, std::span(&layer, 1)),
                 BrokenInvariant);
    const auto few = normal_values(random, 19);
    EXPECT_THROW(backend_->upload(out, std::as_bytes(std::span(few))), BrokenInvariant);
}

TEST_P(ChecksOn, WeightsOfTheWrongSizeOrOfIntegersAreRefused)
{
    const auto bytes = std::make_shared<const std::vector<std::byte>>(64 * 4);
    EXPECT_THROW((void)backend_->load_weight(*bytes, DType::f32, {8, 9}, bytes), BrokenInvariant);
    EXPECT_EQ(backend_->load_weight(*bytes, DType::i32, {8, 8}, bytes).error().kind,
              ErrorKind::unsupported);
    EXPECT_FALSE(backend_->load_weight(*bytes, DType::q4_0, {8, 9}, bytes).ok());
}

TEST_P(ChecksOn, PageTablesThatLeadOutsideTheCacheAreRefused)
{
    Random random(Seed{503});
    const AttentionShape shape = shape_of(2, 1, 8);
    const RowRun run[] = {{3, 6, 0}};
    const ShuffledLayout good(random, run, 8);
    const Cache cache = random_cache(random, DType::f32, good, shape, 8);
    const auto q = normal_values(random, 3 * 2 * 8);
    EXPECT_NO_THROW((void)attend(*backend_, q, cache, shape, good));
    for (const std::int32_t page : {-2, -1, static_cast<std::int32_t>(good.pages), 2147483647}) {
        ShuffledLayout bad = good;
        bad.page_table[1] = page;
        EXPECT_THROW((void)attend(*backend_, q, cache, shape, bad), BrokenInvariant) << page;
    }
    ShuffledLayout cut = good;
    cut.page_table.pop_back();
    EXPECT_THROW((void)attend(*backend_, q, cache, shape, cut), BrokenInvariant);
    ShuffledLayout negative = good;
    negative.segments[0].first_position = -1;
    EXPECT_THROW((void)attend(*backend_, q, cache, shape, negative), BrokenInvariant);
    ShuffledLayout blind = good;
    blind.segments[0].key_begin = 7; // behind the first row's own position
    EXPECT_THROW((void)attend(*backend_, q, cache, shape, blind), BrokenInvariant);
}

TEST(CpuBackend, CountsTheFileCacheAsMemoryThatCanBeHad)
{
    std::ifstream facts("/proc/meminfo");
    std::uint64_t available = 0;
    for (std::string line; std::getline(facts, line);)
        if (line.starts_with("MemAvailable:"))
            available = std::stoull(line.substr(13)) * 1024;
    if (available == 0)
        GTEST_SKIP() << "this system does not say how much memory can be had";
    const DeviceDescription description = make_cpu_backend()->describe();
    EXPECT_LE(description.free_bytes, description.memory_bytes);
    // Others take and give memory meanwhile.
    EXPECT_NEAR(static_cast<double>(description.free_bytes), static_cast<double>(available),
                0.1 * static_cast<double>(description.memory_bytes));
}

TEST(CpuBackend, SaysWhichInstructionSetItRunsAndNeverAStrongerOneThanAskedFor)
{
    for (const InstructionSet set : available_instruction_sets()) {
        const auto backend = make_cpu_backend({.threads = 1, .instruction_set = set});
        const std::string name = backend->describe().name;
        EXPECT_NE(name.find("1 thread, "), std::string::npos) << name;
        for (const InstructionSet other : available_instruction_sets())
            if (other != set) {
                EXPECT_NE(
                    name,
                    make_cpu_backend({.threads = 1, .instruction_set = other})->describe().name);
            }
    }
}

TEST_P(ChecksOn, MemoryThatNoMachineHasIsAnError)
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    GTEST_SKIP() << "a sanitizer ends the program that asks for so much";
#endif
    for (const std::uint64_t bytes : {~std::uint64_t{0}, std::uint64_t{1} << 62U})
        EXPECT_EQ(backend_->allocate(bytes).error().kind, ErrorKind::out_of_memory);
}

} // namespace
} // namespace longhand::tensor
