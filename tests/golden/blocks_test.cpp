// SPDX-License-Identifier: GPL-3.0-or-later
// GGUF blocks and the values another implementation reads from them.
#include "engine/tensor/cpu/number_format.h"
#include "tests/golden/reference.h"
#include "tests/support/environment.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>

namespace longhand {
namespace {

TEST(GgufBlocks, StandForTheValuesOfTheReference)
{
    const auto reference = test::raw_reference("gguf-blocks");
    if (!reference)
        GTEST_SKIP() << test::missing("LONGHAND_GOLDEN");
    std::size_t types = 0;
    for (const auto& [entry, facts] : reference->entries.items()) {
        if (!entry.ends_with("/bytes"))
            continue;
        ++types;
        std::string name = entry.substr(0, entry.find('/'));
        const std::vector<float> expected = reference->floats(name + "/values");
        std::transform(name.begin(), name.end(), name.begin(),
                       [](unsigned char letter) { return std::tolower(letter); });
        const auto dtype = tensor::dtype_named(name);
        ASSERT_TRUE(dtype.has_value()) << name;
        const std::string_view packed = reference->bytes_of(entry);
        std::vector<float> got(expected.size());
        tensor::dequantise(got, *dtype, std::as_bytes(std::span(packed)));
        EXPECT_EQ(got, expected) << name;
    }
    EXPECT_GE(types, 12U);
}

} // namespace
} // namespace longhand
