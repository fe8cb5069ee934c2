// SPDX-License-Identifier: GPL-3.0-or-later
// Small random models computed in f64 by another implementation: every logit of every position,
// and the tables their heads turned by. Every folder of $LONGHAND_GOLDEN with such a case is one.
#include "engine/model/rope.h"
#include "engine/tensor/cpu/cpu_backend.h"
#include "tests/golden/card.h"
#include "tests/golden/reference.h"
#include "tests/support/environment.h"
#include "tests/support/tiny_model.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace longhand {
namespace {

constexpr double kTolerance = 2e-5;  // what the reference's own f32 norms and angles leave open

// Families and rules that this version promises; a case beside them may be of a model that it
// refuses by name.
constexpr std::array kPromised = {
    "llama-mha",  "llama-gqa",     "llama-tied-9-3-heads", "mistral-sliding-window",
    "qwen2-bias", "qwen3-qk-norm", "gemma2",               "gemma3",
    "phi3-fused", "rope-linear-4", "rope-dynamic-4",       "rope-yarn-4",
    "rope-yarn-betas", "rope-llama3", "rope-longrope"};

struct Case {
    std::string name;
    test::Reference golden;
    checkpoint::Checkpoint file;
    model::ModelConfig config;
};

// Cases of kind logits whose model is supported; a refusal is printed, and fails where this
// version promises the case.
std::vector<Case> logits_cases()
{
    std::vector<Case> cases;
    for (const std::string& name : test::references_of_kind("logits")) {
        auto golden = test::reference(name);
        if (!golden)
            continue;
        auto file = checkpoint::Checkpoint::open(golden->folder / "model");
        Result<model::ModelConfig> config = Error{ErrorKind::corrupt, "no model"};
        if (file.ok())
            config = model::read_config(*file);
        if (config.ok()) {
            cases.push_back({name, std::move(*golden), std::move(*file), std::move(*config)});
            continue;
        }
        std::printf("%s: skipped: %s\n", name.c_str(), to_string(config.error()).c_str());
        EXPECT_EQ(std::count(kPromised.begin(), kPromised.end(), name), 0) << name;
        EXPECT_EQ(config.error().kind, ErrorKind::unsupported) << name;
    }
    return cases;
}

void compare_logits(const std::shared_ptr<tensor::Backend>& backend)
{
    if (!test::folder_from("LONGHAND_GOLDEN"))
        GTEST_SKIP() << test::missing("LONGHAND_GOLDEN");
    for (const Case& of : logits_cases()) {
        const auto transformer = model::Transformer::load(of.config, of.file, backend);
        ASSERT_TRUE(transformer.ok()) << of.name << ": " << to_string(transformer.error());
        const std::vector<float> expected = of.golden.floats("logits");
        const auto tokens = of.golden.ids("input_ids");
        for (const std::int64_t chunk : {512, 7}) {
            const std::vector<float> logits = test::logits_of(*transformer, tokens, chunk);
            ASSERT_EQ(logits.size(), expected.size()) << of.name;
            const double error = test::relative_error(logits, expected);
            std::printf("%s, steps of %d: relative error %.2e: %s\n", of.name.c_str(),
                        static_cast<int>(chunk), error, error < kTolerance ? "passed" : "FAILED");
            EXPECT_LT(error, kTolerance) << of.name;
        }
    }
}

TEST(Golden, LogitsOfTheOracleAgreeWithTheReference)
{
    compare_logits(tensor::make_oracle_backend());
}

TEST(Golden, LogitsOfTheFastBackendAgreeWithTheReference)
{
    compare_logits(tensor::make_cpu_backend());
}

TEST(Golden, LogitsOfTheCardAgreeWithTheReference)
{
    const auto card = test::card();
    if (card == nullptr)
        GTEST_SKIP() << "no card that this build can use";
    compare_logits(card);
}

TEST(Golden, RotaryTablesAgreeWithTheReference)
{
    if (!test::folder_from("LONGHAND_GOLDEN"))
        GTEST_SKIP() << test::missing("LONGHAND_GOLDEN");
    for (const Case& of : logits_cases()) {
        if (of.golden.values.find("rope_cos") == nullptr) {
            std::printf("%s: has no table\n", of.name.c_str());
            continue;
        }
        const std::vector<float> cosines = of.golden.floats("rope_cos");
        const std::vector<float> sines = of.golden.floats("rope_sin");
        const auto columns = static_cast<std::size_t>(of.config.rotary_dim);
        const std::size_t positions = cosines.size() / columns;
        const auto angles = model::rope_angles({of.config.rope_theta, of.config.rope,
                                                of.config.rotary_dim,
                                                static_cast<std::int64_t>(positions)},
                                               static_cast<std::int64_t>(positions));
        // The reference repeats each half of a row.
        double worst = 0.0;
        for (std::size_t i = 0; i < cosines.size(); ++i) {
            const std::size_t at = i / columns * (columns / 2) + i % columns % (columns / 2);
            worst = std::max({worst, std::abs(static_cast<double>(angles.cos[at] - cosines[i])),
                              std::abs(static_cast<double>(angles.sin[at] - sines[i]))});
        }
        // Its angles are f32, a hundred-thousandth of a radian apart at position 300.
        std::printf("%s: worst difference of a cosine or sine %.2e\n", of.name.c_str(), worst);
        EXPECT_LT(worst, 2e-5) << of.name;
    }
}

}  // namespace
}  // namespace longhand
