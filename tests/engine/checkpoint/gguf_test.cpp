// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checkpoint/checkpoint.h"

#include "engine/model/config.h"
#include "tests/support/environment.h"
#include "tests/support/model_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

namespace longhand::checkpoint {
namespace {

using test::GgufBuilder;
using test::raw;
using test::raw_array;
using test::raw_text;
using testing::ElementsAre;
using testing::Pointee;

std::string text_of(std::span<const std::byte> bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

class Gguf : public ::testing::Test {
protected:
    Result<Checkpoint> read(const GgufBuilder& file)
    {
        const auto path = folder_.path() / "a model.gguf";
        test::write_bytes(path, file.build());
        return Checkpoint::open(path);
    }
    test::TemporaryFolder folder_;
};

TEST_F(Gguf, EveryScalarComesBackExactlyInBothVersions)
{
    for (const std::uint32_t version : {2U, 3U}) {
        GgufBuilder file;
        file.version = version;
        file.key("u8", GgufBuilder::u8, raw(std::uint8_t{255}))
            .key("i8", GgufBuilder::i8, raw(std::int8_t{-128}))
            .key("u16", GgufBuilder::u16, raw(std::uint16_t{65535}))
            .key("i16", GgufBuilder::i16, raw(std::int16_t{-32768}))
            .key("u32", GgufBuilder::u32, raw(std::uint32_t{4294967295U}))
            .key("i32", GgufBuilder::i32, raw(std::int32_t{-2147483647}))
            .key("u64", GgufBuilder::u64, raw(std::uint64_t{1} << 62U))
            .key("huge", GgufBuilder::u64, raw(~std::uint64_t{0}))
            .key("i64", GgufBuilder::i64, raw(std::numeric_limits<std::int64_t>::min()))
            .key("f32", GgufBuilder::f32, raw(0.1F))
            .key("f64", GgufBuilder::f64, raw(0.1))
            .key("yes", GgufBuilder::boolean, raw(std::uint8_t{1}))
            .key("no", GgufBuilder::boolean, raw(std::uint8_t{0}))
            .text("text", std::string("caf\xC3\xA9 \0 after", 14))
            .text("empty", "");
        const auto read_back = read(file);
        ASSERT_TRUE(read_back.ok()) << read_back.error().message;
        const KeyValues& values = read_back->key_values();
        EXPECT_EQ(values.integer("u8"), 255);
        EXPECT_EQ(values.integer("i8"), -128);
        EXPECT_EQ(values.integer("u16"), 65535);
        EXPECT_EQ(values.integer("i16"), -32768);
        EXPECT_EQ(values.integer("u32"), 4294967295);
        EXPECT_EQ(values.integer("i32"), -2147483647);
        EXPECT_EQ(values.integer("u64"), std::int64_t{1} << 62U);
        EXPECT_EQ(values.integer("huge"), std::nullopt);
        EXPECT_EQ(std::get<std::uint64_t>(*values.find("huge")), ~std::uint64_t{0});
        EXPECT_EQ(values.integer("i64"), std::numeric_limits<std::int64_t>::min());
        EXPECT_EQ(values.number("f32"), static_cast<double>(0.1F));
        EXPECT_EQ(values.number("f64"), 0.1);
        EXPECT_EQ(values.boolean("yes"), true);
        EXPECT_EQ(values.boolean("no"), false);
        EXPECT_EQ(values.string("text"), std::string("caf\xC3\xA9 \0 after", 14));
        EXPECT_EQ(values.string("empty"), "");
        EXPECT_EQ(values.string("u8"), std::nullopt);
        EXPECT_EQ(values.all().size(), 15U);
        EXPECT_EQ(values.all().front().first, "u8");
        EXPECT_EQ(values.all().back().first, "empty");
    }
}

TEST_F(Gguf, ArraysComeBackInOrder)
{
    GgufBuilder file;
    file.key("bytes", GgufBuilder::array,
             raw_array(GgufBuilder::i8, 3,
                       raw(std::int8_t{-1}) + raw(std::int8_t{0}) + raw(std::int8_t{7})))
        .key("flags", GgufBuilder::array,
             raw_array(GgufBuilder::boolean, 2, raw(std::uint8_t{1}) + raw(std::uint8_t{0})))
        .key("reals", GgufBuilder::array, raw_array(GgufBuilder::f32, 2, raw(1.5F) + raw(-2.0F)))
        .key("wide", GgufBuilder::array, raw_array(GgufBuilder::f64, 1, raw(1e300)))
        .texts("texts", {"one", "", "three"})
        .key("none", GgufBuilder::array, raw_array(GgufBuilder::u32, 0, ""));
    const auto read_back = read(file);
    ASSERT_TRUE(read_back.ok()) << read_back.error().message;
    const KeyValues& values = read_back->key_values();
    EXPECT_THAT(values.integers("bytes"), Pointee(ElementsAre(-1, 0, 7)));
    EXPECT_THAT(values.integers("flags"), Pointee(ElementsAre(1, 0)));
    EXPECT_THAT(values.numbers("reals"), Pointee(ElementsAre(1.5, -2.0)));
    EXPECT_THAT(values.numbers("wide"), Pointee(ElementsAre(1e300)));
    EXPECT_THAT(values.strings("texts"), Pointee(ElementsAre("one", "", "three")));
    EXPECT_THAT(values.integers("none"), Pointee(testing::IsEmpty()));
}

TEST_F(Gguf, BlocksOf256ValuesHaveTheSizesOfTheFormat)
{
    const struct {
        std::uint32_t type;
        tensor::DType dtype;
        std::size_t bytes;
    } cases[] = {{10, tensor::DType::q2_k, 84},  {11, tensor::DType::q3_k, 110},
                 {12, tensor::DType::q4_k, 144}, {13, tensor::DType::q5_k, 176},
                 {14, tensor::DType::q6_k, 210}, {23, tensor::DType::iq4_xs, 136}};
    for (const auto& one : cases) {
        GgufBuilder file;
        file.tensor("w", {512, 3}, one.type, std::string(6 * one.bytes, 'x'));
        const auto read_back = read(file);
        ASSERT_TRUE(read_back.ok()) << read_back.error().message;
        EXPECT_EQ(read_back->tensors().front().dtype, one.dtype);
        EXPECT_EQ(read_back->tensors().front().bytes.size(), 6 * one.bytes);
    }
}

TEST_F(Gguf, TensorsOfEveryTypeComeBackWithTheirBytesAndShapesOutermostFirst)
{
    const struct {
        const char* name;
        std::uint32_t type;
        tensor::DType dtype;
        std::size_t bytes;
    } cases[] = {
        {"f32", 0, tensor::DType::f32, 256 * 4},   {"f16", 1, tensor::DType::f16, 256 * 2},
        {"q4_0", 2, tensor::DType::q4_0, 8 * 18},  {"q4_1", 3, tensor::DType::q4_1, 8 * 20},
        {"q5_0", 6, tensor::DType::q5_0, 8 * 22},  {"q5_1", 7, tensor::DType::q5_1, 8 * 24},
        {"q8_0", 8, tensor::DType::q8_0, 8 * 34},  {"iq4_nl", 20, tensor::DType::iq4_nl, 8 * 18},
        {"i32", 26, tensor::DType::i32, 256 * 4},  {"bf16", 30, tensor::DType::bf16, 256 * 2}};
    for (const std::uint64_t alignment : {8U, 32U, 256U}) {
        GgufBuilder file;
        file.alignment = alignment;
        if (alignment != 32)
            file.number("general.alignment", static_cast<std::uint32_t>(alignment));
        std::vector<std::string> contents;
        for (const auto& one : cases) {
            std::string content(one.bytes, '\0');
            for (std::size_t i = 0; i < content.size(); ++i)
                content[i] = static_cast<char>(i * 7 + one.type);
            contents.push_back(content);
            file.tensor(one.name, {64, 2, 2}, one.type, content);
        }
        const auto read_back = read(file);
        ASSERT_TRUE(read_back.ok()) << read_back.error().message;
        ASSERT_EQ(read_back->tensors().size(), std::size(cases));
        std::uint64_t total = 0;
        for (std::size_t i = 0; i < std::size(cases); ++i) {
            const TensorEntry* entry = read_back->find(cases[i].name);
            ASSERT_NE(entry, nullptr);
            EXPECT_EQ(entry->dtype, cases[i].dtype);
            EXPECT_EQ(entry->shape, (tensor::Shape{2, 2, 64}));
            EXPECT_EQ(text_of(entry->bytes), contents[i]) << cases[i].name;
            total += contents[i].size();
        }
        EXPECT_EQ(read_back->weight_bytes(), total);
        EXPECT_EQ(read_back->find("absent"), nullptr);
        EXPECT_EQ(read_back->layout(), Layout::gguf);
    }
}

TEST_F(Gguf, TheBytesOutliveTheCheckpointWhileTheOwnerLives)
{
    GgufBuilder file;
    file.tensor("w", {2}, 0, "12345678");
    auto read_back = read(file);
    ASSERT_TRUE(read_back.ok());
    const auto owner = read_back->owner();
    const auto bytes = read_back->find("w")->bytes;
    read_back = Error{};
    EXPECT_EQ(text_of(bytes), "12345678");
}

TEST_F(Gguf, AWholeModelIsReadFromItsFile)
{
    const auto read_back = read(test::small_gguf_model());
    ASSERT_TRUE(read_back.ok()) << read_back.error().message;
    const auto config = model::read_config(*read_back);
    ASSERT_TRUE(config.ok()) << config.error().message;
    EXPECT_EQ(config->layers, 2);
    EXPECT_EQ(config->vocabulary, 7);
    EXPECT_EQ(config->head_dim, 16);
    EXPECT_TRUE(config->tied_head);
}

TEST_F(Gguf, AnythingElseIsNamed)
{
    const auto path = folder_.path() / "book.txt";
    test::write_bytes(path, "Once upon a time");
    EXPECT_EQ(Checkpoint::open(path).error().kind, ErrorKind::corrupt);
    test::write_bytes(path, "");
    EXPECT_EQ(Checkpoint::open(path).error().kind, ErrorKind::corrupt);
    EXPECT_EQ(Checkpoint::open(folder_.path() / "absent.gguf").error().kind, ErrorKind::not_found);
    EXPECT_EQ(Checkpoint::open(folder_.path()).error().kind, ErrorKind::not_found);
}

} // namespace
} // namespace longhand::checkpoint
