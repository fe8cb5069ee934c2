// SPDX-License-Identifier: GPL-3.0-or-later
// Training as PyTorch and PEFT do it in f64: losses, gradients, AdamW's trace, S2 attention.
#include "engine/adapt/study_text.h"
#include "engine/tensor/cpu/cpu_backend.h"
#include "engine/train/s2.h"
#include "engine/train/step.h"
#include "tests/golden/card.h"
#include "tests/golden/reference.h"
#include "tests/support/environment.h"
#include "tests/support/tiny_model.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace longhand {
namespace {

using tensor::Tensor;

struct BackendCase {
    const char* name;
    std::shared_ptr<tensor::Backend> (*make)();
};
const BackendCase kBackends[] = {
    {"oracle", [] { return std::shared_ptr(tensor::make_oracle_backend()); }},
    {"fast", [] { return std::shared_ptr(tensor::make_cpu_backend()); }},
    {"card", test::card},
};

class Training : public testing::TestWithParam<std::tuple<const char*, BackendCase>> {
protected:
    void SetUp() override
    {
        golden_ = test::reference(std::get<0>(GetParam()));
        if (!golden_)
            GTEST_SKIP() << test::missing("LONGHAND_GOLDEN");
        if (backend() == nullptr)
            GTEST_SKIP() << "no card that this build can use";
    }
    [[nodiscard]] std::shared_ptr<tensor::Backend> backend() const
    {
        return std::get<1>(GetParam()).make();
    }
    [[nodiscard]] std::shared_ptr<const model::Transformer> model() const
    {
        const auto file = checkpoint::Checkpoint::open(golden_->folder / "model").value();
        const auto config = model::read_config(file).value();
        return model::Transformer::load(config, file, backend()).value();
    }
    [[nodiscard]] train::TrainableOptions trained() const
    {
        train::TrainableOptions options;
        options.rank = golden_->about["rank"];
        options.alpha = golden_->about["alpha"];
        const bool all = golden_->about.value("targets", "all") == "all";
        if (all)
            options.targets.assign(model::kLinearKinds.begin(), model::kLinearKinds.end());
        else
            options.targets.assign(model::kAttentionKinds.begin(), model::kAttentionKinds.end());
        options.embeddings = options.norms = golden_->about.value("embeddings_and_norms", false);
        return options;
    }
    [[nodiscard]] train::StepOptions step_options(std::int64_t rows) const
    {
        train::StepOptions options;
        options.rows = options.positions = rows;
        const auto& adamw = golden_->about["adamw"];
        options.beta1 = adamw["beta1"];
        options.beta2 = adamw["beta2"];
        options.eps = adamw["eps"];
        options.weight_decay = adamw["weight_decay"];
        if (golden_->about["clip_norm"].is_number())
            options.max_norm = golden_->about["clip_norm"];
        return options;
    }
    void start(train::Parameters& parameters) const
    {
        for (const train::Parameter& one : parameters.all())
            parameters.set(one, golden_->floats("initial/" + one.name));
    }
    // Every trained tensor beside what the reference holds under `prefix`.
    void expect_tensors(const train::Parameters& parameters, const std::string& prefix,
                        double bound) const
    {
        double worst = 0.0;
        for (const train::Parameter& one : parameters.all()) {
            const std::vector<float> ours =
                parameters.get(prefix == "grad/" ? one.gradient : one.value);
            const double error =
                test::relative_error(ours, golden_->floats(prefix + one.name));
            EXPECT_LT(error, bound) << prefix << one.name;
            worst = std::max(worst, error);
        }
        std::printf("%s: %zu tensors of %s, worst relative error %.1e\n",
                    std::get<0>(GetParam()), parameters.all().size(), prefix.c_str(), worst);
    }
    std::optional<test::Reference> golden_;
};

std::string name_of(const testing::TestParamInfo<std::tuple<const char*, BackendCase>>& info)
{
    std::string name = std::string(std::get<0>(info.param)) + std::get<1>(info.param).name;
    std::erase(name, '-');
    return name;
}

INSTANTIATE_TEST_SUITE_P(Golden, Training,
                         testing::Combine(testing::Values("train-lora-attn-embed-norm",
                                                          "train-lora-all-masked"),
                                          testing::ValuesIn(kBackends)),
                         name_of);

TEST_P(Training, LossesGradientsAndFinalWeightsAreTheReferences)
{
    const std::vector<TokenId> tokens = golden_->ids("input_ids");
    std::vector<TokenId> labels = golden_->ids("labels");
    std::replace(labels.begin(), labels.end(), -100, -1);
    const auto base = model();
    const auto parameters = train::Parameters::make(*base, trained()).value();
    start(*parameters);
    const auto options = step_options(static_cast<std::int64_t>(tokens.size()));
    const auto step = train::TrainStep::make(base, parameters, options).value();
    EXPECT_LT(test::relative_error(
                  test::logits_of(step->trained(), tokens, options.rows), golden_->floats("logits")),
              2e-5);
    const std::vector<float> losses = golden_->floats("losses");
    const std::vector<float> norms = golden_->floats("grad_norms");
    const train::TrainingSequence sequence{tokens, labels};
    const std::int64_t count = train::TrainStep::count_labels(std::span(&sequence, 1));
    for (std::size_t i = 0; i < losses.size(); ++i) {
        const auto loss = step->accumulate(std::span(&sequence, 1), count);
        ASSERT_TRUE(loss.ok()) << to_string(loss.error());
        EXPECT_NEAR(loss->mean(), losses[i], 1e-4) << "step " << i;
        if (i == 0)
            expect_tensors(*parameters, "grad/", 1e-4);
        const auto norm = step->update(golden_->about["adamw"]["lr"]);
        ASSERT_TRUE(norm.ok());
        EXPECT_NEAR(*norm / static_cast<double>(norms[i]), 1.0, 1e-3) << "step " << i;
    }
    // Adam divides by gradients' sizes: where one is all but 0, its sign decides.
    expect_tensors(*parameters, "final/", 1e-3);
}

// A study of a stream: base and adapted loss of each chunk before it is studied.
class Study : public Training {
protected:
    // The reference's start, as an adapter that a study begins with.
    [[nodiscard]] checkpoint::AdapterFile initial(const model::Transformer& base,
                                                  const adapt::StudyOptions& options) const
    {
        checkpoint::AdapterFile file;
        for (std::size_t layer = 0; layer < base.layers().size(); ++layer)
            for (const model::LinearKind kind : model::kLinearKinds) {
                const tensor::Shape& weight = linear_of(base.layers()[layer], kind).weight.shape;
                const std::string module = module_name(kind, static_cast<std::int64_t>(layer));
                file.pairs.push_back(
                    {.module = module,
                     .a_shape = {options.rank, weight[1]},
                     .b_shape = {weight[0], options.rank},
                     .a = golden_->floats("initial/" + module + ".lora_A.weight"),
                     .b = golden_->floats("initial/" + module + ".lora_B.weight"),
                     .scale = options.alpha / static_cast<float>(options.rank)});
            }
        return file;
    }
    [[nodiscard]] adapt::StudyOptions options() const
    {
        const auto& about = golden_->about;
        return {.chunk = about["delta"],
                .train_context = about["L_T"],
                .epochs = about["epochs"],
                .rank = about["rank"],
                .alpha = about["alpha"],
                .dropout = 0.0F,
                .rate = about["lr"],
                .beta1 = about["adamw"]["beta1"],
                .beta2 = about["adamw"]["beta2"],
                .eps = about["adamw"]["eps"],
                .max_norm = about["clip_norm"]};
    }
};
INSTANTIATE_TEST_SUITE_P(Golden, Study,
                         testing::Combine(testing::Values("temp-lora-stream"),
                                          testing::ValuesIn(kBackends)),
                         name_of);

TEST_P(Study, OfAStreamHasTheReferencesLossesAndFinalAdapter)
{
    const std::vector<TokenId> tokens = golden_->ids("input_ids");
    const std::vector<float> base_loss = golden_->floats("base_loss");
    const std::vector<float> adapted_loss = golden_->floats("adapted_loss");
    const std::vector<float> train_loss = golden_->floats("train_loss");
    const std::vector<float> rates = golden_->floats("lr");
    const auto base = model();
    const auto study = adapt::Study::make(base, options()).value();
    const auto begun = study->begin_with(initial(*base, options()));
    ASSERT_TRUE(begun.ok()) << to_string(begun.error());
    std::size_t steps = 0;
    std::size_t chunks = 0;
    const auto studied = adapt::study_text(
        *study, tokens, 0,
        [&](const adapt::ChunkReport& chunk) {
            ASSERT_LT(chunks, base_loss.size());
            EXPECT_NEAR(chunk.base_nll, base_loss[chunks], 1e-4) << chunks;
            EXPECT_NEAR(chunk.adapted_nll, adapted_loss[chunks], 1e-4) << chunks;
            EXPECT_NEAR(chunk.learning_rate, rates[chunks], 1e-9) << chunks;
            for (const double loss : chunk.train_nll)
                EXPECT_NEAR(loss, train_loss[steps++], 1e-4) << chunks;
            ++chunks;
        },
        {});
    ASSERT_TRUE(studied.ok()) << to_string(studied.error());
    EXPECT_EQ(chunks, base_loss.size());
    EXPECT_EQ(steps, train_loss.size());
    double worst = 0.0;
    const checkpoint::AdapterFile learned = study->adapter().value();
    for (const checkpoint::AdapterPair& pair : learned.pairs)
        for (const auto& [half, values] : {std::pair(".lora_A.weight", &pair.a),
                                           std::pair(".lora_B.weight", &pair.b)}) {
            const double error =
                test::relative_error(*values, golden_->floats("final/" + pair.module + half));
            EXPECT_LT(error, 1e-3) << pair.module << half;
            worst = std::max(worst, error);
        }
    std::printf("final adapter: worst relative error %.1e\n", worst);
}

class S2Attention : public Training {};
INSTANTIATE_TEST_SUITE_P(Golden, S2Attention,
                         testing::Combine(testing::Values("s2-attn-4-2", "s2-attn-9-3"),
                                          testing::ValuesIn(kBackends)),
                         name_of);

TEST_P(S2Attention, ForwardAndBackwardAreTheReferences)
{
    const auto on = backend();
    const std::int64_t heads = golden_->about["heads"];
    const std::int64_t kv_heads = golden_->about["kv_heads"];
    const std::int64_t group = golden_->about["group"];
    const tensor::Shape q_shape = golden_->values.find("q")->shape;
    const std::int64_t rows = q_shape[0];
    const std::int64_t dim = q_shape[2];
    const auto plain = train::s2_boundaries(rows, group, false);
    const auto shifted = train::s2_boundaries(rows, group, true);
    EXPECT_EQ(plain, golden_->ids("boundaries_unshifted"));
    EXPECT_EQ(shifted, golden_->ids("boundaries_shifted"));
    const auto make = [&](std::int64_t columns, const char* name) {
        const Tensor made =
            model::allocate(*on, tensor::DType::f32, {rows, columns}).value();
        if (name != nullptr) {
            const std::vector<float> values = golden_->floats(name);
            on->upload(made, std::as_bytes(std::span(values)));
        }
        return made;
    };
    const auto expect = [&](const Tensor& ours, const char* name) {
        std::vector<float> values(static_cast<std::size_t>(ours.shape.count()));
        on->download(std::as_writable_bytes(std::span(values)), ours);
        EXPECT_LT(test::relative_error(values, golden_->floats(name)), 2e-5) << name;
    };
    const tensor::AttentionShape shape{heads, kv_heads, dim,
                                       1.0F / std::sqrt(static_cast<float>(dim))};
    const tensor::PackedLayout layout{{}, plain, shifted, train::s2_shifted_from(heads)};
    const Tensor q = make(heads * dim, "q");
    const Tensor k = make(kv_heads * dim, "k");
    const Tensor v = make(kv_heads * dim, "v");
    const Tensor out = make(heads * dim, nullptr);
    const Tensor lse = make(heads, nullptr);
    on->training().attend_packed(out, lse, q, k, v, shape, layout);
    expect(out, "out");
    const Tensor dq = make(heads * dim, nullptr);
    const Tensor dk = make(kv_heads * dim, nullptr);
    const Tensor dv = make(kv_heads * dim, nullptr);
    on->training().attend_packed_backward(dq, dk, dv, make(heads * dim, "grad_out"), out, lse, q, k,
                                          v, shape, layout);
    expect(dq, "grad_q");
    expect(dk, "grad_k");
    expect(dv, "grad_v");
}

}  // namespace
}  // namespace longhand
