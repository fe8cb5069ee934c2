// SPDX-License-Identifier: GPL-3.0-or-later
// A Hugging Face folder written as GGUF still gives the reference's logits, also at positions
// beyond the length it was trained for.
#include "engine/infer/convert.h"
#include "engine/tensor/cpu/cpu_backend.h"
#include "tests/golden/reference.h"
#include "tests/support/environment.h"
#include "tests/support/tiny_model.h"

#include <gtest/gtest.h>

namespace longhand {
namespace {

class Converted : public testing::TestWithParam<const char*> {
protected:
    // Of the folder's model after conversion, beside the reference's logits.
    static double error_of(const test::Reference& golden, tensor::DType type)
    {
        const test::TemporaryFolder folder;
        const auto path = folder.path() / "model.gguf";
        const auto made = infer::convert_model(golden.folder / "model", path, {.type = type});
        if (!made.ok()) {
            ADD_FAILURE() << to_string(made.error());
            return 1.0;
        }
        const auto file = checkpoint::Checkpoint::open(path).value();
        const auto config = model::read_config(file).value();
        const auto transformer =
            model::Transformer::load(config, file, tensor::make_cpu_backend()).value();
        return test::relative_error(test::logits_of(transformer, golden.ids("input_ids"), 512),
                                    golden.floats("logits"));
    }
};

TEST_P(Converted, GivesTheReferencesLogits)
{
    const auto golden = test::reference(GetParam());
    if (!golden)
        GTEST_SKIP() << test::missing("LONGHAND_GOLDEN");
    EXPECT_LT(error_of(*golden, tensor::DType::f32), 2e-5);
    EXPECT_LT(error_of(*golden, tensor::DType::f16), 1e-2);
}

INSTANTIATE_TEST_SUITE_P(Golden, Converted,
                         testing::Values("llama-mha", "llama-gqa", "llama-tied-9-3-heads",
                                         "rope-linear-4", "rope-llama3", "rope-yarn-4",
                                         "rope-yarn-betas"),
                         [](const auto& of) {
                             std::string name = of.param;
                             std::erase(name, '-');
                             return name;
                         });

} // namespace
} // namespace longhand
