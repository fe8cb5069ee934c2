// SPDX-License-Identifier: GPL-3.0-or-later
// A state on disk: what continues is what never stopped (acceptance C5).
#include "engine/model/lora.h"
#include "engine/model/random_model.h"
#include "engine/tensor/cpu/cpu_backend.h"
#include "engine/train/export.h"
#include "engine/train/step.h"
#include "tests/support/environment.h"
#include "tests/support/tiny_model.h"

#include <gtest/gtest.h>

#include <fstream>

namespace longhand::train {
namespace {

class State : public testing::Test {
protected:
    void SetUp() override
    {
        folder_ = std::filesystem::path(testing::TempDir()) /
                  ("state-" + std::string(testing::UnitTest::GetInstance()
                                              ->current_test_info()
                                              ->name()));
        std::filesystem::create_directories(folder_);
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    [[nodiscard]] std::unique_ptr<TrainStep> make(std::int64_t rank = 4) const
    {
        const auto parameters =
            Parameters::make(*model_, {.rank = rank,
                                       .dropout = 0.1F,
                                       .targets = {model::LinearKind::q, model::LinearKind::down},
                                       .norms = true})
                .value();
        return TrainStep::make(model_, parameters, {.rows = 32, .positions = 32, .max_norm = 1.0F})
            .value();
    }
    // The losses of steps [first, end), each on a text of its own.
    static std::vector<double> run(TrainStep& step, int first, int end)
    {
        std::vector<double> losses;
        for (int i = first; i < end; ++i) {
            const auto tokens = test::random_tokens(Seed{static_cast<std::uint64_t>(i)}, 32);
            const TrainingSequence sequence{tokens, tokens};
            losses.push_back(step.accumulate(std::span(&sequence, 1), 31)->sum);
            EXPECT_TRUE(step.update(0.01).ok());
        }
        return losses;
    }
    [[nodiscard]] std::filesystem::path file() const { return folder_ / "state"; }

    std::shared_ptr<const model::Transformer> model_ =
        test::tiny_model({.backend = tensor::make_cpu_backend({.threads = 2})});
    std::filesystem::path folder_;
};

TEST_F(State, SavedAndLoadedContinuesToTheSameBits)
{
    const auto unbroken = make();
    (void)run(*unbroken, 0, 3);
    const std::vector<double> rest = run(*unbroken, 3, 6);

    const auto first = make();
    (void)run(*first, 0, 3);
    const std::vector<std::byte> cursor = {std::byte{1}, std::byte{42}};
    ASSERT_TRUE(first->save(file(), cursor).ok());
    const auto second = make();
    (void)run(*second, 90, 91);  // whatever it did before is gone
    const auto back = second->load(file());
    ASSERT_TRUE(back.ok()) << to_string(back.error());
    EXPECT_EQ(*back, cursor);
    EXPECT_EQ(second->updates(), 3);
    EXPECT_EQ(run(*second, 3, 6), rest);
}

TEST_F(State, ADamagedFileIsRefusedAndChangesNothing)
{
    const auto step = make();
    (void)run(*step, 0, 1);
    ASSERT_TRUE(step->save(file(), {}).ok());
    const auto size = std::filesystem::file_size(file());
    std::string content(size, '\0');
    std::ifstream(file(), std::ios::binary).read(content.data(), static_cast<std::streamsize>(size));
    const std::vector<float> before = step->parameters()->get(step->parameters()->values());
    for (const std::size_t at : {std::size_t{0}, std::size_t{70}, size / 2, size - 1}) {
        std::string damaged = content;
        damaged[at] = static_cast<char>(damaged[at] ^ 1);
        std::ofstream(file(), std::ios::binary) << damaged;
        EXPECT_EQ(step->load(file()).error().kind, ErrorKind::corrupt) << at;
    }
    for (const std::size_t length : {std::size_t{0}, std::size_t{8}, size / 3, size - 1}) {
        std::ofstream(file(), std::ios::binary) << content.substr(0, length);
        EXPECT_EQ(step->load(file()).error().kind, ErrorKind::corrupt) << length;
    }
    EXPECT_EQ(step->parameters()->get(step->parameters()->values()), before);
}

// What is exported and read again, by the way of any adapter, is the model as trained.
TEST_F(State, AnExportedAdapterGivesTheTrainedModelsLogits)
{
    for (const bool interleaved : {false, true}) {
        model::ModelConfig config = test::tiny_config({.interleaved = interleaved});
        config.norm_offset = 1.0F;
        const auto base =
            model::Transformer::load(config,
                                     model::random_weights(tensor::DType::f32, Seed{2}),
                                     tensor::make_cpu_backend({.threads = 2}))
                .value();
        const auto parameters =
            Parameters::make(*base, {.rank = 4,
                                     .targets = {model::LinearKind::q, model::LinearKind::k,
                                                 model::LinearKind::gate},
                                     .embeddings = true,
                                     .norms = true})
                .value();
        const auto step =
            TrainStep::make(base, parameters, {.rows = 32, .positions = 32}).value();
        (void)run(*step, 0, 2);
        const auto exported = adapter_of(*parameters, config);
        ASSERT_TRUE(exported.ok()) << to_string(exported.error());
        ASSERT_TRUE(checkpoint::write_adapter(*exported, folder_ / "adapter").ok());
        const auto read = checkpoint::read_adapter(folder_ / "adapter");
        ASSERT_TRUE(read.ok()) << to_string(read.error());
        EXPECT_FALSE(read->rope_parameters.empty());
        const auto adapter = model::LoraAdapter::make(*read, base, 1.0F);
        ASSERT_TRUE(adapter.ok()) << to_string(adapter.error());
        const auto tokens = test::random_tokens(Seed{3}, 20);
        EXPECT_LT(test::relative_error(
                      test::logits_of((*adapter)->transformer(), tokens, 20),
                      test::logits_of(step->trained(), tokens, 20)),
                  1e-5);
    }
}

TEST_F(State, OfAnotherSetIsRefused)
{
    ASSERT_TRUE(make(4)->save(file(), {}).ok());
    EXPECT_EQ(make(8)->load(file()).error().kind, ErrorKind::invalid);
    EXPECT_EQ(make()->load(folder_ / "absent").error().kind, ErrorKind::not_found);
}

}  // namespace
}  // namespace longhand::train
