// SPDX-License-Identifier: GPL-3.0-or-later
// Small random models computed in f64 by another implementation: every logit of every position.
#include "engine/tensor/cpu/cpu_backend.h"
#include "tests/golden/reference.h"
#include "tests/support/environment.h"
#include "tests/support/tiny_model.h"

#include <gtest/gtest.h>

namespace longhand {
namespace {

class Logits : public testing::TestWithParam<const char*> {};

void compare(const char* name, std::shared_ptr<tensor::Backend> backend)
{
    const auto golden = test::reference(name);
    if (!golden)
        GTEST_SKIP() << test::missing("LONGHAND_GOLDEN");
    const auto file = checkpoint::Checkpoint::open(golden->folder / "model");
    ASSERT_TRUE(file.ok()) << to_string(file.error());
    const auto config = model::read_config(*file);
    ASSERT_TRUE(config.ok()) << to_string(config.error());
    const auto transformer = model::Transformer::load(*config, *file, std::move(backend));
    ASSERT_TRUE(transformer.ok()) << to_string(transformer.error());
    const std::vector<float> expected = golden->floats("logits");
    for (const std::int64_t chunk : {512, 7}) {
        const std::vector<float> logits =
            test::logits_of(*transformer, golden->ids("input_ids"), chunk);
        ASSERT_EQ(logits.size(), expected.size());
        const double error = test::relative_error(logits, expected);
        std::printf("%s, steps of %d: relative error %.2e\n", name, static_cast<int>(chunk), error);
        EXPECT_LT(error, 2e-5);
    }
}

TEST_P(Logits, OfTheOracleAgreeWithTheReference)
{
    compare(GetParam(), tensor::make_oracle_backend());
}

TEST_P(Logits, OfTheFastBackendAgreeWithTheReference)
{
    compare(GetParam(), tensor::make_cpu_backend());
}

INSTANTIATE_TEST_SUITE_P(Golden, Logits,
                         testing::Values("llama-mha", "llama-gqa", "llama-tied-9-3-heads",
                                         "rope-linear-4"),
                         [](const auto& of) {
                             std::string name = of.param;
                             std::erase(name, '-');
                             return name;
                         });

// What this version does not compute is refused with its reason, never computed wrongly.
class Refused : public testing::TestWithParam<const char*> {};

TEST_P(Refused, ByName)
{
    const auto golden = test::reference(GetParam());
    if (!golden)
        GTEST_SKIP() << test::missing("LONGHAND_GOLDEN");
    const auto file = checkpoint::Checkpoint::open(golden->folder / "model");
    ASSERT_TRUE(file.ok()) << to_string(file.error());
    const auto config = model::read_config(*file);
    ASSERT_FALSE(config.ok());
    EXPECT_EQ(config.error().kind, ErrorKind::unsupported);
    EXPECT_GT(config.error().message.size(), 20U);
}

INSTANTIATE_TEST_SUITE_P(Golden, Refused,
                         testing::Values("mistral-sliding-window", "qwen2-bias", "qwen3-qk-norm",
                                         "gemma2", "gemma3", "phi3-fused", "rope-dynamic-4",
                                         "rope-yarn-4", "rope-yarn-betas", "rope-llama3",
                                         "rope-longrope"),
                         [](const auto& of) {
                             std::string name = of.param;
                             std::erase(name, '-');
                             return name;
                         });

}  // namespace
}  // namespace longhand
