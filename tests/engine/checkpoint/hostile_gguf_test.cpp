// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/checkpoint/hostile.h"
#include "tests/support/environment.h"

#include <gmock/gmock.h>

namespace longhand::checkpoint {
namespace {

using test::GgufBuilder;
using test::raw;
using test::raw_array;
using testing::HasSubstr;

constexpr const char* kName = "hostile.gguf";

class HostileGguf : public ::testing::Test {
protected:
    Result<Checkpoint> read(std::string_view bytes)
    {
        test::write_bytes(path_, bytes);
        return Checkpoint::open(path_);
    }
    Error error_of(const std::string& bytes)
    {
        const auto result = read(bytes);
        EXPECT_FALSE(result.ok());
        return result.ok() ? Error{} : result.error();
    }
    // Reads it in a child with little memory, where it must come back as an error.
    void expect_cheap_error(const std::string& bytes, const std::string& what)
    {
        EXPECT_TRUE(test::runs_within(kHostileBytes, [&] {
            const auto result = read(bytes);
            return !result.ok() && complaint(result, kName, tensors_of).empty();
        })) << what;
    }

    test::TemporaryFolder folder_;
    std::filesystem::path path_ = folder_.path() / kName;
};

// One of everything, small enough to be broken at every bit.
GgufBuilder sample(std::uint32_t version = 3)
{
    GgufBuilder file;
    file.version = version;
    file.number("general.alignment", 32)
        .text("name", "sample")
        .texts("list", {"a", "bc"})
        .key("flag", GgufBuilder::boolean, raw(std::uint8_t{1}))
        .key("reals", GgufBuilder::array, raw_array(GgufBuilder::f32, 2, raw(1.0F) + raw(2.0F)));
    file.tensor("first", {4, 2}, 0, std::string(32, 'a'));
    file.tensor("second", {32, 2}, 2, std::string(36, 'b'));
    return file;
}

TEST_F(HostileGguf, CutAtEveryByteItIsAnError)
{
    for (const std::uint32_t version : {2U, 3U}) {
        const std::string whole = sample(version).build();
        ASSERT_TRUE(read(whole).ok());
        for (std::size_t length = 0; length < whole.size(); ++length) {
            const auto result = read(std::string_view(whole).substr(0, length));
            ASSERT_FALSE(result.ok()) << length;
            ASSERT_EQ(result.error().kind, ErrorKind::corrupt) << length;
            ASSERT_THAT(result.error().message, HasSubstr(kName));
            if (length >= 4) {
                ASSERT_THAT(result.error().message, HasSubstr("at byte ")) << length;
                ASSERT_THAT(result.error().message, HasSubstr("found")) << length;
            }
        }
    }
}

TEST_F(HostileGguf, WithOneBitFlippedItIsReadSoundlyOrAnError)
{
    const GgufBuilder file = sample();
    const std::string whole = file.build();
    const std::size_t header_bytes = file.header().size();
    std::size_t errors = 0;
    for (std::size_t bit = 0; bit < header_bytes * 8; ++bit) {
        std::string bytes = whole;
        bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << bit % 8));
        const auto result = read(bytes);
        errors += result.ok() ? 0U : 1U;
        // A broken magic makes it no GGUF file at all; that error names the file as well.
        const std::string wrong = complaint(result, kName, tensors_of);
        ASSERT_TRUE(wrong.empty()) << "bit " << bit << ": " << wrong;
    }
    EXPECT_GT(errors, header_bytes * 8 / 3);
}

TEST_F(HostileGguf, WithOneBitFlippedItTakesLittleMemory)
{
    const GgufBuilder file = sample();
    const std::string whole = file.build();
    const std::size_t header_bytes = file.header().size();
    EXPECT_TRUE(test::runs_within(kHostileBytes, [&] {
        for (std::size_t bit = 0; bit < header_bytes * 8; ++bit) {
            std::string bytes = whole;
            bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << bit % 8));
            (void)read(bytes);
        }
        return true;
    }));
}

TEST_F(HostileGguf, WithEveryByteAtItsExtremesItIsReadSoundlyOrAnError)
{
    const GgufBuilder file = sample();
    const std::string whole = file.build();
    for (std::size_t at = 0; at < file.header().size(); ++at)
        for (const int value : {0x00, 0x7F, 0x80, 0xFF}) {
            std::string bytes = whole;
            bytes[at] = static_cast<char>(value);
            const std::string wrong = complaint(read(bytes), kName, tensors_of);
            ASSERT_TRUE(wrong.empty()) << "byte " << at << ": " << wrong;
        }
}

TEST_F(HostileGguf, CountsOfTensorsAndKeysAreCheckedBeforeMemoryIsTaken)
{
    for (const std::uint64_t count : {std::uint64_t{1} << 20U, std::uint64_t{1} << 21U,
                                      std::uint64_t{1} << 40U, ~std::uint64_t{0}}) {
        GgufBuilder many_tensors = sample();
        many_tensors.declared_tensors = count;
        expect_cheap_error(many_tensors.build(), std::to_string(count) + " tensors");
        GgufBuilder many_keys = sample();
        many_keys.declared_keys = count;
        expect_cheap_error(many_keys.build(), std::to_string(count) + " keys");
    }
}

TEST_F(HostileGguf, LengthsOfTextsAndArraysAreCheckedBeforeMemoryIsTaken)
{
    for (const std::uint64_t length :
         {std::uint64_t{1} << 20U, std::uint64_t{1} << 32U, std::uint64_t{1} << 61U,
          std::uint64_t{1} << 63U, ~std::uint64_t{0}, ~std::uint64_t{0} - 7}) {
        GgufBuilder text;
        text.key("k", GgufBuilder::string, raw(length) + "abc");
        expect_cheap_error(text.build(), "text of " + std::to_string(length));
        for (std::uint32_t type = GgufBuilder::u8; type <= GgufBuilder::f64; ++type) {
            GgufBuilder list;
            list.key("k", GgufBuilder::array, raw_array(type, length, std::string(64, '\0')));
            expect_cheap_error(list.build(), "array of " + std::to_string(length));
        }
        GgufBuilder name;
        std::string bytes = name.number("key", 1).build();
        bytes.replace(24, 8, raw(length));
        expect_cheap_error(bytes, "key of " + std::to_string(length));
    }
}

TEST_F(HostileGguf, AnArrayThatReachesFarIntoTheWeightsTakesNoMemory)
{
    // The bytes are there, but as 64-bit numbers they would take eight times as many.
    GgufBuilder file;
    file.key("k", GgufBuilder::array,
             raw_array(GgufBuilder::u8, 40U << 20U, std::string(40U << 20U, '\1')));
    test::write_bytes(path_, file.build());
    EXPECT_TRUE(test::runs_within(std::uint64_t{128} << 20U, [&] {
        const auto result = Checkpoint::open(path_);
        return !result.ok() && result.error().kind == ErrorKind::corrupt;
    }));
}

TEST_F(HostileGguf, ShapesThatOverflowAreCorrupt)
{
    const std::vector<std::vector<std::uint64_t>> shapes = {
        {0},
        {~std::uint64_t{0}},
        {std::uint64_t{1} << 41U},
        {std::uint64_t{1} << 40U, std::uint64_t{1} << 40U},
        {std::uint64_t{1} << 32U, std::uint64_t{1} << 32U},
        {std::uint64_t{1} << 31U, std::uint64_t{1} << 31U},
        {std::uint64_t{1} << 40U, std::uint64_t{1} << 20U, 2, 2},
        {std::uint64_t{1} << 20U, std::uint64_t{1} << 20U, std::uint64_t{1} << 20U, 16},
        {},
        {1, 1, 1, 1, 1},
    };
    for (const auto& shape : shapes)
        for (const std::uint32_t type : {0U, 1U, 2U, 8U}) {
            GgufBuilder file;
            file.tensor("w", shape, type, std::string(64, '\0'));
            const Error error = error_of(file.build());
            EXPECT_EQ(error.kind, ErrorKind::corrupt) << error.message;
            EXPECT_THAT(error.message, HasSubstr(kName));
            EXPECT_THAT(error.message, HasSubstr("at byte "));
            expect_cheap_error(file.build(), "shape");
        }
}

TEST_F(HostileGguf, RanksThatTheFormatDoesNotKnowAreCorrupt)
{
    for (const std::uint32_t rank : {0U, 5U, 1U << 31U, ~0U}) {
        GgufBuilder file;
        std::string bytes = file.tensor("w", {4}, 0, std::string(16, '\0')).build();
        bytes.replace(24 + 8 + 1, 4, raw(rank));
        EXPECT_THAT(error_of(bytes).message, HasSubstr("expected 1 to 4"));
    }
}

TEST_F(HostileGguf, DataOutsideTheFileIsCorruptAndSaysWhere)
{
    for (const std::uint64_t offset : {std::uint64_t{32}, std::uint64_t{1} << 40U,
                                       ~std::uint64_t{0} - 31, std::uint64_t{1} << 63U}) {
        GgufBuilder file;
        file.tensor_at("w", {8}, 0, std::string(32, '\0'), offset);
        const Error error = error_of(file.build());
        EXPECT_EQ(error.kind, ErrorKind::corrupt);
        EXPECT_THAT(error.message, HasSubstr("tensor w needs bytes"));
        EXPECT_THAT(error.message, HasSubstr("found 32"));
    }
}

TEST_F(HostileGguf, MisalignedDataIsCorrupt)
{
    for (const std::uint64_t offset : {1U, 4U, 31U}) {
        GgufBuilder file;
        file.tensor_at("w", {4}, 0, std::string(64, '\0'), offset);
        EXPECT_THAT(error_of(file.build()).message, HasSubstr("expected a multiple of 32"));
    }
    for (const std::uint32_t alignment : {0U, 3U, 33U, 1U << 21U, ~0U}) {
        GgufBuilder file;
        file.number("general.alignment", alignment);
        file.tensor("w", {4}, 0, std::string(64, '\0'));
        EXPECT_THAT(error_of(file.build()).message, HasSubstr("general.alignment")) << alignment;
    }
    GgufBuilder text;
    text.text("general.alignment", "32");
    text.tensor("w", {4}, 0, std::string(64, '\0'));
    EXPECT_THAT(error_of(text.build()).message, HasSubstr("general.alignment"));
}

TEST_F(HostileGguf, WhatStandsTwiceOrOverlapsIsCorruptAndNamed)
{
    GgufBuilder twice;
    twice.tensor("w", {4}, 0, std::string(16, '\0')).tensor("w", {4}, 0, std::string(16, '\0'));
    EXPECT_THAT(error_of(twice.build()).message, HasSubstr("tensor w stands twice"));
    GgufBuilder keys;
    keys.number("k", 1).number("k", 1);
    EXPECT_THAT(error_of(keys.build()).message, HasSubstr("key k stands twice"));
    GgufBuilder overlapping;
    overlapping.tensor_at("v", {16}, 0, std::string(64, '\0'), 0)
        .tensor_at("w", {8}, 0, std::string(32, '\0'), 32);
    EXPECT_THAT(error_of(overlapping.build()).message, HasSubstr("overlaps"));
}

TEST_F(HostileGguf, TypesThatAreNotReadAreUnsupportedByName)
{
    const std::pair<std::uint32_t, const char*> types[] = {
        {9, "Q8_1"},   {15, "Q8_K"},    {24, "I8"},      {16, "IQ2_XXS"},
        {39, "MXFP4"}, {40, "unknown"}, {~0U, "unknown"}};
    for (const auto& [type, name] : types) {
        GgufBuilder file;
        file.tensor("w", {256}, type, std::string(512, '\0'));
        const Error error = error_of(file.build());
        EXPECT_EQ(error.kind, ErrorKind::unsupported);
        EXPECT_THAT(error.message, HasSubstr(name));
        EXPECT_THAT(error.message, HasSubstr("tensor w"));
    }
    GgufBuilder uneven;
    uneven.tensor("w", {33}, 2, std::string(64, '\0'));
    EXPECT_THAT(error_of(uneven.build()).message, HasSubstr("no multiple"));
}

TEST_F(HostileGguf, OtherVersionsAreUnsupportedAndSaySo)
{
    for (const std::uint32_t version : {0U, 1U, 4U, 0x03000000U}) {
        GgufBuilder file;
        file.version = version;
        const Error error = error_of(file.build());
        EXPECT_EQ(error.kind, ErrorKind::unsupported);
        EXPECT_THAT(error.message, HasSubstr("expected 2 or 3"));
    }
}

TEST_F(HostileGguf, ValueTypesThatDoNotExistAreCorrupt)
{
    for (const std::uint32_t type : {13U, 255U, ~0U}) {
        GgufBuilder file;
        file.key("k", type, std::string(16, '\0'));
        EXPECT_EQ(error_of(file.build()).kind, ErrorKind::corrupt);
        GgufBuilder list;
        list.key("k", GgufBuilder::array, raw_array(type, 1, std::string(16, '\0')));
        EXPECT_EQ(error_of(list.build()).kind, ErrorKind::corrupt);
    }
    GgufBuilder nested;
    nested.key("k", GgufBuilder::array, raw_array(GgufBuilder::array, 1, std::string(64, '\0')));
    EXPECT_THAT(error_of(nested.build()).message, HasSubstr("array of value type 9"));
    GgufBuilder flag;
    flag.key("k", GgufBuilder::boolean, raw(std::uint8_t{2}));
    EXPECT_THAT(error_of(flag.build()).message, HasSubstr("expected 0 or 1"));
}

} // namespace
} // namespace longhand::checkpoint
