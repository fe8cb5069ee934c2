// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/eval/throughput.h"

#include "engine/tensor/cpu/cpu_backend.h"
#include "tests/support/tiny_model.h"

#include <gtest/gtest.h>

namespace longhand::eval {
namespace {

std::shared_ptr<const model::Transformer> model_on_cpu()
{
    return test::tiny_model(
        {.weights = tensor::DType::f16, .backend = tensor::make_cpu_backend({.threads = 1})});
}

TEST(Throughput, MeasuresEveryCombinationInOrderAndReportsEach)
{
    const auto model = model_on_cpu();
    ThroughputOptions options;
    options.prompts = {8, 0, 40};
    options.generate = 4;
    options.depths = {0, 100};
    options.batches = {1, 3};
    options.repetitions = 2;
    options.step_rows = 16;
    int reported = 0;
    const auto results =
        measure_throughput(model, std::nullopt, options, [&](const Throughput&) { ++reported; });
    ASSERT_TRUE(results.ok()) << results.error().message;
    ASSERT_EQ(results->size(), 2U * 2U + 2U * 2U);
    EXPECT_EQ(reported, 8);
    for (std::size_t i = 0; i < 8; ++i) {
        const Throughput& one = (*results)[i];
        const bool prefill = i < 4;
        EXPECT_EQ(one.prompt_tokens, prefill ? (i % 2 == 0 ? 8 : 40) : 0) << i;
        EXPECT_EQ(one.generated_tokens, prefill ? 0 : 4) << i;
        EXPECT_EQ(one.depth, i % 4 < 2 ? 0 : 100) << i;
        EXPECT_EQ(one.batch, prefill || i % 2 == 0 ? 1 : 3) << i;
        EXPECT_EQ(one.prompt_tokens_per_s > 0.0, prefill) << i;
        EXPECT_EQ(one.generate_tokens_per_s > 0.0, !prefill) << i;
        EXPECT_EQ(one.flops_per_s > 0.0, prefill) << i;
        EXPECT_EQ(one.bytes_per_s > 0.0, !prefill) << i;
        EXPECT_EQ(one.share_of_ceiling, 0.0) << i;
        EXPECT_EQ(one.weight_bytes, model->weight_bytes()) << i;
        EXPECT_GT(one.peak_bytes, one.weight_bytes + one.kv_bytes) << i;
        // Two layers of keys and values of 2 heads of 16 halves.
        EXPECT_EQ(one.kv_bytes % (2 * 2 * 2 * 16 * 2), 0U) << i;
    }
}

TEST(Throughput, NothingToMeasureIsNoCase)
{
    ThroughputOptions options;
    options.prompts = {0};
    options.generate = 0;
    const auto results = measure_throughput(model_on_cpu(), std::nullopt, options);
    ASSERT_TRUE(results.ok());
    EXPECT_TRUE(results->empty());
}

TEST(Throughput, AStopIsCancelledAndNonsenseIsInvalid)
{
    const auto model = model_on_cpu();
    std::stop_source source;
    source.request_stop();
    ThroughputOptions stopped;
    stopped.stop = source.get_token();
    EXPECT_EQ(measure_throughput(model, std::nullopt, stopped).error().kind, ErrorKind::cancelled);
    for (const auto& change : std::vector<void (*)(ThroughputOptions&)>{
             [](ThroughputOptions& o) { o.prompts = {-1}; },
             [](ThroughputOptions& o) { o.depths = {std::int64_t{1} << 50}; },
             [](ThroughputOptions& o) { o.batches = {0}; },
             [](ThroughputOptions& o) { o.generate = -1; },
             [](ThroughputOptions& o) { o.repetitions = 0; },
             [](ThroughputOptions& o) { o.step_rows = -1; }}) {
        ThroughputOptions options;
        change(options);
        EXPECT_EQ(measure_throughput(model, std::nullopt, options).error().kind,
                  ErrorKind::invalid);
    }
}

} // namespace
} // namespace longhand::eval
