// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checkpoint/checkpoint.h"

#include "tests/support/environment.h"
#include "tests/support/model_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace longhand::checkpoint {
namespace {

using testing::HasSubstr;

std::string text_of(std::span<const std::byte> bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

class SafeTensorsFile : public ::testing::Test {
protected:
    Result<SafeTensors> read(std::string_view header, std::string_view data)
    {
        test::write_bytes(path_, test::safetensors(header, data));
        return read_safetensors(path_);
    }
    test::TemporaryFolder folder_;
    std::filesystem::path path_ = folder_.path() / "some.safetensors";
};

TEST_F(SafeTensorsFile, EveryTypeComesBackExactly)
{
    std::string data;
    for (int i = 0; i < 40; ++i)
        data.push_back(static_cast<char>(i * 37));
    data += test::raw(std::int64_t{-2147483648LL}) + test::raw(std::int64_t{2147483647});
    const auto file = read(R"({"__metadata__":{"format":"pt","n":"1"},
        "a":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]},
        "b":{"dtype":"F16","shape":[3],"data_offsets":[16,22]},
        "c":{"dtype":"BF16","shape":[1,1,5],"data_offsets":[22,32]},
        "d":{"dtype":"I32","shape":[],"data_offsets":[32,36]},
        "gap":{"dtype":"F32","shape":[0,7],"data_offsets":[36,36]},
        "e":{"dtype":"I64","shape":[2],"data_offsets":[40,56]}}   )",
                           data);
    ASSERT_TRUE(file.ok()) << file.error().message;
    EXPECT_EQ(file->metadata.at("format"), "pt");
    EXPECT_EQ(file->metadata.at("n"), "1");
    EXPECT_EQ(file->tensors.size(), 6U);
    EXPECT_EQ(file->find("a")->shape, (tensor::Shape{2, 2}));
    EXPECT_EQ(text_of(file->find("a")->bytes), data.substr(0, 16));
    EXPECT_EQ(file->find("b")->dtype, tensor::DType::f16);
    EXPECT_EQ(text_of(file->find("b")->bytes), data.substr(16, 6));
    EXPECT_EQ(file->find("c")->dtype, tensor::DType::bf16);
    EXPECT_EQ(file->find("c")->shape, (tensor::Shape{1, 1, 5}));
    EXPECT_EQ(text_of(file->find("d")->bytes), data.substr(32, 4));
    EXPECT_TRUE(file->find("gap")->bytes.empty());
    EXPECT_EQ(file->find("e")->dtype, tensor::DType::i32);
    EXPECT_EQ(text_of(file->find("e")->bytes),
              test::raw(std::int32_t{-2147483647 - 1}) + test::raw(std::int32_t{2147483647}));
    EXPECT_EQ(file->find("absent"), nullptr);
}

TEST_F(SafeTensorsFile, NamesMayBeAnyText)
{
    const auto file =
        read(R"({"caf\u00e9 \"w\"\\":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})", "abcd");
    ASSERT_TRUE(file.ok()) << file.error().message;
    EXPECT_NE(file->find("caf\xC3\xA9 \"w\"\\"), nullptr);
}

TEST_F(SafeTensorsFile, AnEmptyOneHoldsNothing)
{
    const auto file = read("{}", "");
    ASSERT_TRUE(file.ok()) << file.error().message;
    EXPECT_TRUE(file->tensors.empty());
}

TEST_F(SafeTensorsFile, LongIntegersThatDoNotFitAreCorrupt)
{
    for (const std::int64_t value : {std::int64_t{2147483648}, std::int64_t{-2147483649}}) {
        const auto file =
            read(R"({"e":{"dtype":"I64","shape":[1],"data_offsets":[0,8]}})", test::raw(value));
        ASSERT_FALSE(file.ok());
        EXPECT_THAT(file.error().message, HasSubstr("does not fit 32 bits"));
    }
}

} // namespace
} // namespace longhand::checkpoint
