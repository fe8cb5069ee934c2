// SPDX-License-Identifier: GPL-3.0-or-later
// GGUF blocks and the values another implementation reads from them.
#include "engine/base/mapped_file.h"
#include "engine/tensor/cpu/number_format.h"
#include "tests/golden/reference.h"
#include "tests/support/environment.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>

namespace longhand {
namespace {

// The file holds byte tensors, which no model has, so it is opened by hand here.
TEST(GgufBlocks, StandForTheValuesOfTheReference)
{
    const auto path = test::file_from("LONGHAND_GOLDEN", "gguf-blocks/expected.safetensors");
    if (!path)
        GTEST_SKIP() << test::missing("LONGHAND_GOLDEN");
    const auto content = read_file(*path, 64U << 20U);
    ASSERT_TRUE(content.ok());
    std::uint64_t header_bytes = 0;
    std::memcpy(&header_bytes, content->data(), 8);
    const auto header = nlohmann::json::parse(content->substr(8, header_bytes));
    const auto bytes_of = [&](const std::string& name) {
        const auto offsets = header.at(name).at("data_offsets");
        const std::size_t begin = offsets[0];
        const std::size_t end = offsets[1];
        return std::string_view(*content).substr(8 + header_bytes + begin, end - begin);
    };
    std::size_t types = 0;
    for (const auto& [entry, facts] : header.items()) {
        if (!entry.ends_with("/bytes"))
            continue;
        ++types;
        std::string name = entry.substr(0, entry.find('/'));
        const std::string_view values = bytes_of(name + "/values");
        std::transform(name.begin(), name.end(), name.begin(),
                       [](unsigned char letter) { return std::tolower(letter); });
        const auto dtype = tensor::dtype_named(name);
        ASSERT_TRUE(dtype.has_value()) << name;
        const std::string_view packed = bytes_of(entry);
        std::vector<float> expected(values.size() / sizeof(float));
        std::memcpy(expected.data(), values.data(), values.size());
        std::vector<float> got(expected.size());
        tensor::dequantise(got, *dtype, std::as_bytes(std::span(packed)));
        EXPECT_EQ(got, expected) << name;
    }
    EXPECT_GE(types, 12U);
}

}  // namespace
}  // namespace longhand
