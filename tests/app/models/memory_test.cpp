// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/memory.h"

#include "app/models/load_choice.h"
#include "engine/infer/scripted_generator.h"
#include "tests/support/environment.h"
#include "tests/support/model_files.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace longhand::models {
namespace {

constexpr std::uint64_t kGiB = 1ULL << 30;

infer::ModelSummary shape(std::int64_t layers, std::int64_t dim, std::int64_t heads,
                          std::int64_t kv_heads, std::int64_t mlp, std::int64_t vocabulary,
                          std::int64_t context, std::uint64_t weight_bytes)
{
    infer::ModelSummary model;
    model.config.layers = layers;
    model.config.dim = dim;
    model.config.heads = heads;
    model.config.kv_heads = kv_heads;
    model.config.head_dim = dim / heads;
    model.config.mlp_dim = mlp;
    model.config.vocabulary = vocabulary;
    model.config.context_length = context;
    model.weight_bytes = weight_bytes;
    return model;
}

infer::ModelSummary smollm2()
{
    return shape(30, 576, 9, 3, 1536, 49152, 8192, 98'000'000);
}
infer::ModelSummary llama_7b()
{
    return shape(32, 4096, 32, 32, 11008, 32000, 4096, 7'160'000'000);
}

TEST(MemoryPlan, TheCacheOfSmolLm2IsWhatAHandCalculationGives)
{
    // 30 layers * keys and values * 3 heads * 64 wide * 2 bytes = 23,040 bytes a token
    const auto plan = plan_memory(smollm2(), {.tokens = 4096, .kv_type = tensor::DType::f16});
    ASSERT_TRUE(plan.ok());
    EXPECT_EQ(plan->kv_bytes, 94'371'840U);
    EXPECT_EQ(plan->weight_bytes, 98'000'000U);
    const auto exact = plan_memory(smollm2(), {.tokens = 4096, .kv_type = tensor::DType::f32});
    EXPECT_EQ(exact->kv_bytes, 188'743'680U);
}

TEST(MemoryPlan, TheCacheOfASevenBillionModelIsHalfAMebibyteAToken)
{
    // 32 layers * 2 * 32 heads * 128 wide * 2 bytes = 524,288 bytes a token
    const auto plan = plan_memory(llama_7b(), {.tokens = 4096});
    EXPECT_EQ(plan->kv_bytes, 2 * kGiB);
    EXPECT_EQ(plan->total(), plan->weight_bytes + plan->kv_bytes + plan->workspace_bytes);
    EXPECT_LT(plan->workspace_bytes, kGiB);
}

TEST(MemoryPlan, SaysWhetherItFitsWhatWouldFitAndHowMuchAtMost)
{
    const auto at = [](std::uint64_t available, tensor::DType type = tensor::DType::f16) {
        return plan_memory(llama_7b(),
                           {.tokens = 4096, .kv_type = type, .available_bytes = available})
            .value();
    };
    EXPECT_EQ(at(16 * kGiB).fit, Fit::fits);
    EXPECT_EQ(at(16 * kGiB).most_tokens, 4096);
    const MemoryPlan exact = at(10 * kGiB, tensor::DType::f32);
    EXPECT_EQ(exact.fit, Fit::fits_smaller_cache);
    EXPECT_EQ(exact.smaller, tensor::DType::f16);
    const MemoryPlan tight = at(8 * kGiB);
    EXPECT_EQ(tight.fit, Fit::fits_smaller_cache);
    EXPECT_EQ(tight.smaller, tensor::DType::q8_0);
    EXPECT_EQ(at(7 * kGiB).fit, Fit::does_not_fit);
    EXPECT_FALSE(at(7 * kGiB).smaller);
    ASSERT_GT(tight.most_tokens, 0);
    ASSERT_LT(tight.most_tokens, 4096);
    const auto most = plan_memory(llama_7b(), {.tokens = tight.most_tokens}).value();
    const auto more = plan_memory(llama_7b(), {.tokens = tight.most_tokens + 1}).value();
    EXPECT_LE(most.total(), 8 * kGiB);
    EXPECT_GT(more.total(), 8 * kGiB);
    EXPECT_EQ(at(4 * kGiB).most_tokens, 0);
    EXPECT_EQ(at(0).fit, Fit::fits) << "what is not known refuses nothing";
}

TEST(MemoryPlan, MoreTokensNeverTakeLess)
{
    std::uint64_t before = 0;
    for (std::int64_t tokens = 1; tokens < 9000; tokens += 97) {
        const auto plan = plan_memory(smollm2(), {.tokens = tokens}).value();
        EXPECT_GE(plan.total(), before) << tokens;
        before = plan.total();
    }
    EXPECT_FALSE(plan_memory(smollm2(), {.tokens = 0}).ok());
    EXPECT_FALSE(plan_memory(smollm2(), {.tokens = std::int64_t{1} << 40}).ok());
}

class Machine : public ::testing::Test {
protected:
    void put(const std::string& name, const std::string& content)
    {
        std::filesystem::create_directories((folder_.path() / name).parent_path());
        test::write_bytes(folder_.path() / name, content);
    }
    void meminfo()
    {
        put("proc/meminfo", "MemTotal:       16000000 kB\nMemFree:         1000 kB\n"
                            "MemAvailable:   12000000 kB\n");
    }
    test::TemporaryFolder folder_;
};

TEST_F(Machine, IsReadFromMeminfo)
{
    meminfo();
    const MachineMemory memory = machine_memory(folder_.path());
    EXPECT_EQ(memory.total_bytes, 16'384'000'000U);
    EXPECT_EQ(memory.available_bytes, 12'288'000'000U);
}

TEST_F(Machine, IsNarrowedByTheTightestControlGroupAboveIt)
{
    meminfo();
    put("proc/self/cgroup", "0::/user/box\n");
    put("sys/fs/cgroup/user/box/memory.max", "max\n");
    put("sys/fs/cgroup/user/memory.max", "4000000000\n");
    put("sys/fs/cgroup/user/memory.current", "1000000000\n");
    const MachineMemory memory = machine_memory(folder_.path());
    EXPECT_EQ(memory.total_bytes, 4'000'000'000U);
    EXPECT_EQ(memory.available_bytes, 3'000'000'000U);
}

TEST_F(Machine, KnowsTheOlderControlGroupsToo)
{
    meminfo();
    put("proc/self/cgroup", "9:memory:/box\n3:cpu:/box\n");
    put("sys/fs/cgroup/memory/box/memory.limit_in_bytes", "2000000000\n");
    put("sys/fs/cgroup/memory/box/memory.usage_in_bytes", "2500000000\n");
    const MachineMemory memory = machine_memory(folder_.path());
    EXPECT_EQ(memory.total_bytes, 2'000'000'000U);
    EXPECT_EQ(memory.available_bytes, 0U);
}

TEST_F(Machine, OddFilesHurtNothing)
{
    put("proc/meminfo", "MemTotal: 99999999999999999999999 kB\nMemAvailable:\n");
    put("proc/self/cgroup", "nonsense\n:::::\n0::/../../x\n");
    EXPECT_EQ(machine_memory(folder_.path()).available_bytes, 0U);
    EXPECT_EQ(machine_memory(folder_.path() / "nowhere").total_bytes, 0U);
    EXPECT_GT(machine_memory().total_bytes, 0U) << "this machine has memory";
}

TEST_F(Machine, APresetTakesAsMuchContextAsClaimAndMemoryAllow)
{
    test::write_bytes(folder_.path() / "small.gguf", test::small_gguf_model().build());
    const auto context = [&](std::int64_t wanted, std::int64_t limit_mb) {
        const auto options =
            apply_preset({.context_tokens = wanted, .kv_type = "f32", .memory_limit_mb = limit_mb},
                         folder_.path() / "small.gguf", {});
        EXPECT_TRUE(options.ok());
        EXPECT_EQ(options->kv_dtype, tensor::DType::f32);
        return options->context;
    };
    EXPECT_EQ(context(0, 0), 64) << "what the file claims";
    EXPECT_EQ(context(32, 0), 32);
    EXPECT_EQ(context(4096, 1000), 64);
}

TEST(Sampling, OfAPresetCountsWhereTheTaskLeftIt)
{
    class Recorder : public infer::ScriptedGenerator {
    public:
        using ScriptedGenerator::ScriptedGenerator;
        void generate_each(std::vector<infer::Request> first, const infer::TextSink& sink,
                           const infer::NextRequest& next, std::stop_token stop,
                           const ProgressSink& progress) override
        {
            const auto see = [this](const infer::Request& request) {
                seen.push_back(request.sampling.temperature);
            };
            std::for_each(first.begin(), first.end(), see);
            ScriptedGenerator::generate_each(
                std::move(first), sink,
                [&](std::size_t index, Result<infer::Completion> answer) {
                    auto following = next(index, std::move(answer));
                    if (following)
                        see(*following);
                    return following;
                },
                std::move(stop), progress);
        }
        std::vector<float> seen;
    };
    auto recorder = std::make_shared<Recorder>(std::vector<std::string>{"a", "b"});
    EXPECT_EQ(with_sampling(recorder, {.temperature = 0.0}), recorder);
    const auto sampling = with_sampling(recorder, {.temperature = 0.5, .top_p = 0.9});
    std::vector<infer::Request> requests(2);
    requests[1].sampling.temperature = 0.1F;
    static_cast<void>(sampling->generate(requests, {}, {}));
    EXPECT_EQ(recorder->seen, (std::vector<float>{0.5F, 0.1F}));
    int left = 1;
    sampling->generate_each(
        {infer::Request()}, {},
        [&](std::size_t, const Result<infer::Completion>&) {
            return left-- > 0 ? std::optional(infer::Request()) : std::nullopt;
        },
        {});
    EXPECT_EQ(recorder->seen, (std::vector<float>{0.5F, 0.1F, 0.5F, 0.5F})) << "what follows too";
    EXPECT_EQ(sampling->model_name(), recorder->model_name());
    EXPECT_EQ(sampling->context_length(), recorder->context_length());
}

} // namespace
} // namespace longhand::models
