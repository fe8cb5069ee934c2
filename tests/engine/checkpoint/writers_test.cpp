// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checkpoint/gguf_types.h"
#include "engine/checkpoint/gguf_writer.h"
#include "engine/checkpoint/safetensors_writer.h"
#include "tests/support/environment.h"
#include "tests/support/model_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <sstream>

namespace longhand::checkpoint {
namespace {

using tensor::DType;
using test::GgufBuilder;
using test::raw;
using test::raw_array;
using test::raw_text;

std::string content_of(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return std::move(out).str();
}

std::vector<PlannedTensor> plan_of(const std::vector<TensorEntry>& tensors)
{
    std::vector<PlannedTensor> plan;
    for (const TensorEntry& entry : tensors)
        plan.push_back({entry.name, entry.dtype, entry.shape});
    return plan;
}

class Writers : public ::testing::Test {
protected:
    // Reads a GGUF file and writes what was read.
    void rewrite(const std::filesystem::path& from, const std::filesystem::path& to)
    {
        const auto file = Checkpoint::open(from);
        ASSERT_TRUE(file.ok()) << file.error().message;
        auto writer = GgufWriter::create(to, file->key_values(), plan_of(file->tensors()));
        ASSERT_TRUE(writer.ok()) << writer.error().message;
        for (const TensorEntry& entry : file->tensors())
            ASSERT_TRUE(writer->write(entry.bytes).ok());
        ASSERT_TRUE(writer->finish().ok());
    }
    [[nodiscard]] std::vector<std::string> files() const
    {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(folder_.path()))
            names.push_back(entry.path().filename().string());
        std::sort(names.begin(), names.end());
        return names;
    }
    test::TemporaryFolder folder_;
    const std::filesystem::path first_ = folder_.path() / "first.gguf";
    const std::filesystem::path second_ = folder_.path() / "second.gguf";
};

// The builder is the tests' own and knows no writer.
GgufBuilder every_kind_of_key()
{
    GgufBuilder file;
    file.key("u8", GgufBuilder::u8, raw(std::uint8_t{255}))
        .key("i8", GgufBuilder::i8, raw(std::int8_t{-128}))
        .key("u16", GgufBuilder::u16, raw(std::uint16_t{65535}))
        .key("i16", GgufBuilder::i16, raw(std::int16_t{-32768}))
        .key("u32", GgufBuilder::u32, raw(std::uint32_t{7}))
        .key("i32", GgufBuilder::i32, raw(std::int32_t{-7}))
        .key("u64", GgufBuilder::u64, raw(~std::uint64_t{0}))
        .key("small u64", GgufBuilder::u64, raw(std::uint64_t{3}))
        .key("i64", GgufBuilder::i64, raw(std::int64_t{-3}))
        .key("f32", GgufBuilder::f32, raw(0.1F))
        .key("f64", GgufBuilder::f64, raw(0.1))
        .key("yes", GgufBuilder::boolean, raw(std::uint8_t{1}))
        .text("text", std::string("caf\xC3\xA9 \0 after", 14))
        .texts("texts", {"", "one"})
        .key("numbers", GgufBuilder::array, raw_array(GgufBuilder::i32, 2, raw(3) + raw(-4)))
        .key("bytes", GgufBuilder::array, raw_array(GgufBuilder::u8, 3, "abc"))
        .key("flags", GgufBuilder::array,
             raw_array(GgufBuilder::boolean, 2, std::string("\1\0", 2)))
        .key("reals", GgufBuilder::array, raw_array(GgufBuilder::f32, 1, raw(2.5F)))
        .key("doubles", GgufBuilder::array, raw_array(GgufBuilder::f64, 1, raw(0.7)))
        .key("none", GgufBuilder::array, raw_array(GgufBuilder::u64, 0, ""));
    return file;
}

// The keys of rotary rules.
void add_rope_keys(GgufBuilder& file)
{
    file.text("general.architecture", "llama")
        .number("llama.context_length", 32768)
        .number("llama.rope.dimension_count", 64)
        .key("llama.rope.dimension_sections", GgufBuilder::array,
             raw_array(GgufBuilder::i32, 4, raw(16) + raw(24) + raw(24) + raw(0)))
        .real("llama.rope.freq_base", 500000.0F)
        .real("llama.rope.freq_base_swa", 10000.0F)
        .text("llama.rope.scaling.type", "yarn")
        .real("llama.rope.scaling.factor", 4.0F)
        .number("llama.rope.scaling.original_context_length", 8192)
        .real("llama.rope.scaling.attn_factor", 1.1386294F)
        .key("llama.rope.scaling.finetuned", GgufBuilder::boolean, raw(std::uint8_t{1}))
        .real("llama.rope.scaling.yarn_log_multiplier", 0.1F)
        .real("llama.rope.scaling.yarn_beta_fast", 32.0F)
        .real("llama.rope.scaling.yarn_beta_slow", 1.0F);
}

std::string padded(std::string bytes, std::size_t alignment)
{
    bytes.append((alignment - bytes.size() % alignment) % alignment, '\0');
    return bytes;
}

TEST_F(Writers, AGgufFileReadIsWrittenAgainByteForByte)
{
    for (const std::uint64_t alignment : {8U, 32U, 256U}) {
        GgufBuilder file = every_kind_of_key();
        add_rope_keys(file);
        file.alignment = alignment;
        if (alignment != 32)
            file.number("general.alignment", static_cast<std::uint32_t>(alignment));
        for (std::uint32_t type = 0; type < 40; ++type) {
            const auto dtype = dtype_of_gguf(type);
            if (!dtype)
                continue;
            const auto bytes = byte_size(tensor::Shape{3, 256}, *dtype).value();
            std::string content(bytes, '\0');
            for (std::size_t i = 0; i < content.size(); ++i)
                content[i] = static_cast<char>(i * 7 + type);
            file.tensor("t" + std::to_string(type), {256, 3}, type, content);
        }
        file.tensor("rope_freqs.weight", {5}, 0, std::string(20, 'r'));
        test::write_bytes(first_, file.build());
        rewrite(first_, second_);
        EXPECT_EQ(content_of(second_), padded(file.build(), alignment));
    }
}

TEST_F(Writers, KeysSetByHandGetTheTypesThatReadersExpect)
{
    KeyValues values;
    values.set("count", std::int64_t{7});
    values.set("less", std::int64_t{-7});
    values.set("base", 10000.0);
    values.set("flag", true);
    values.set("types", std::vector<std::int64_t>{1, 3});
    values.set("scores", std::vector<double>{0.5});
    auto writer = GgufWriter::create(first_, values, {});
    ASSERT_TRUE(writer.ok() && writer->finish().ok());
    GgufBuilder expected;
    expected.number("count", 7)
        .key("less", GgufBuilder::i64, raw(std::int64_t{-7}))
        .real("base", 10000.0F)
        .key("flag", GgufBuilder::boolean, raw(std::uint8_t{1}))
        .key("types", GgufBuilder::array, raw_array(GgufBuilder::i32, 2, raw(1) + raw(3)))
        .key("scores", GgufBuilder::array, raw_array(GgufBuilder::f32, 1, raw(0.5F)));
    EXPECT_EQ(content_of(first_), expected.build());
}

TEST_F(Writers, ATensorMayComeInPieces)
{
    test::write_bytes(first_, test::small_gguf_model().build());
    const auto file = Checkpoint::open(first_);
    ASSERT_TRUE(file.ok());
    auto writer = GgufWriter::create(second_, file->key_values(), plan_of(file->tensors()));
    ASSERT_TRUE(writer.ok());
    for (const TensorEntry& entry : file->tensors())
        for (std::size_t at = 0; at < entry.bytes.size(); at += 100)
            ASSERT_TRUE(writer
                            ->write(entry.bytes.subspan(
                                at, std::min<std::size_t>(100, entry.bytes.size() - at)))
                            .ok());
    ASSERT_TRUE(writer->finish().ok());
    EXPECT_EQ(content_of(second_), padded(content_of(first_), 32));
}

TEST_F(Writers, BytesBeyondThePlanAndMissingOnesAreOurMistake)
{
    auto writer = GgufWriter::create(first_, {}, {{"w", DType::f32, {2}}});
    ASSERT_TRUE(writer.ok());
    EXPECT_THROW((void)writer->finish(), BrokenInvariant);
    const std::vector<std::byte> bytes(9);
    EXPECT_THROW((void)writer->write(bytes), BrokenInvariant);
}

TEST_F(Writers, AFileNotFinishedLeavesNothingBehindAndTheOldOneAsItWas)
{
    test::write_bytes(first_, "old");
    {
        auto writer = GgufWriter::create(first_, {}, {{"w", DType::f32, {2}}});
        ASSERT_TRUE(writer.ok());
        const std::vector<std::byte> bytes(4);
        ASSERT_TRUE(writer->write(bytes).ok());
    }
    EXPECT_EQ(content_of(first_), "old");
    EXPECT_THAT(files(), testing::ElementsAre("first.gguf"));
}

TEST_F(Writers, AFullDiskIsAnErrorOfItsOwn)
{
    if (!std::filesystem::exists("/dev/full"))
        GTEST_SKIP() << "this system has no /dev/full";
    std::filesystem::create_symlink("/dev/full", folder_.path() / "first.gguf.part");
    const auto writer = GgufWriter::create(first_, {}, {{"w", DType::f32, {2}}});
    ASSERT_FALSE(writer.ok());
    EXPECT_EQ(writer.error().kind, ErrorKind::out_of_memory);
    EXPECT_THAT(writer.error().message, testing::HasSubstr("first.gguf"));
}

TEST_F(Writers, WhatTheFormatCannotHoldIsRefusedBeforeAFileAppears)
{
    EXPECT_EQ(GgufWriter::create(first_, {}, {{"w", DType::nf4, {64}}}).error().kind,
              ErrorKind::unsupported);
    EXPECT_EQ(GgufWriter::create(first_, {}, {{"w", DType::q4_0, {33}}}).error().kind,
              ErrorKind::corrupt);
    EXPECT_EQ(GgufWriter::create(first_, {}, {{"w", DType::f32, {1}}, {"w", DType::f32, {1}}})
                  .error()
                  .kind,
              ErrorKind::corrupt);
    EXPECT_EQ(SafeTensorsWriter::create(first_, {{"w", DType::q8_0, {32}}}).error().kind,
              ErrorKind::unsupported);
    EXPECT_TRUE(files().empty());
    EXPECT_FALSE(GgufWriter::create(folder_.path() / "no" / "such.gguf", {}, {}).ok());
}

TEST_F(Writers, ASafeTensorsFileHoldsTensorsAndMetadata)
{
    const auto path = folder_.path() / "adapter.safetensors";
    auto writer = SafeTensorsWriter::create(path,
                                            {{"a", DType::f32, {1, 2}},
                                             {"none", DType::f32, {0, 4}},
                                             {"b", DType::f16, {3}},
                                             {"c", DType::bf16, {}},
                                             {"d", DType::i32, {1}}},
                                            {{"format", "pt"}});
    ASSERT_TRUE(writer.ok()) << writer.error().message;
    for (const std::string bytes : {"abcdefgh", "ijklmn", "op", "qrst"})
        ASSERT_TRUE(writer->write(std::as_bytes(std::span(bytes))).ok());
    ASSERT_TRUE(writer->finish().ok());
    const auto file = read_safetensors(path);
    ASSERT_TRUE(file.ok()) << file.error().message;
    EXPECT_EQ(file->metadata.at("format"), "pt");
    EXPECT_EQ(file->tensors.size(), 5U);
    EXPECT_EQ(file->find("a")->shape, (tensor::Shape{1, 2}));
    EXPECT_EQ(file->find("b")->dtype, DType::f16);
    EXPECT_EQ(std::to_integer<char>(file->find("b")->bytes[0]), 'i');
    EXPECT_EQ(file->find("c")->shape.rank(), 0U);
    EXPECT_EQ(std::to_integer<char>(file->find("d")->bytes[3]), 't');
    EXPECT_EQ(content_of(path).size() % 8, (8 + 6 + 2 + 4) % 8) << "the data is aligned";
}

TEST_F(Writers, ALargeFolderIsCutIntoShardsWithAnIndex)
{
    test::write_bytes(folder_.path() / "config.json", "{}");
    std::vector<PlannedTensor> plan;
    for (const char* const name : {"a", "b", "c", "d", "e"})
        plan.push_back({name, DType::f32, {name[0] == 'c' ? 100 : 10}});
    auto writer = SafeTensorsWriter::create_sharded(folder_.path(), plan, 85);
    ASSERT_TRUE(writer.ok()) << writer.error().message;
    for (const PlannedTensor& tensor : plan) {
        const std::vector<float> values(static_cast<std::size_t>(tensor.shape.count()),
                                        static_cast<float>(tensor.name[0]));
        ASSERT_TRUE(writer->write(std::as_bytes(std::span(values))).ok());
    }
    EXPECT_FALSE(std::filesystem::exists(folder_.path() / "model.safetensors.index.json"));
    ASSERT_TRUE(writer->finish().ok());
    EXPECT_THAT(files(), testing::ElementsAre("config.json", "model-00001-of-00003.safetensors",
                                              "model-00002-of-00003.safetensors",
                                              "model-00003-of-00003.safetensors",
                                              "model.safetensors.index.json"));
    const auto file = Checkpoint::open(folder_.path());
    ASSERT_TRUE(file.ok()) << file.error().message;
    ASSERT_EQ(file->tensors().size(), 5U);
    for (const PlannedTensor& tensor : plan) {
        float value = 0.0F;
        std::memcpy(&value, file->find(tensor.name)->bytes.data(), sizeof(value));
        EXPECT_EQ(value, static_cast<float>(tensor.name[0]));
    }
    EXPECT_THAT(content_of(folder_.path() / "model.safetensors.index.json"),
                testing::HasSubstr("\"total_size\": 560"));
}

TEST_F(Writers, ASmallFolderHasOneFileWithoutAnIndex)
{
    auto writer = SafeTensorsWriter::create_sharded(folder_.path(), {{"a", DType::f32, {1}}}, 1000);
    ASSERT_TRUE(writer.ok());
    ASSERT_TRUE(writer->write(std::as_bytes(std::span("abcd", 4))).ok());
    ASSERT_TRUE(writer->finish().ok());
    EXPECT_THAT(files(), testing::ElementsAre("model.safetensors"));
}

} // namespace
} // namespace longhand::checkpoint
