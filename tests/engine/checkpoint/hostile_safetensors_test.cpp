// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/checkpoint/hostile.h"
#include "tests/support/environment.h"

#include <gmock/gmock.h>

namespace longhand::checkpoint {
namespace {

using testing::HasSubstr;

constexpr const char* kName = "hostile.safetensors";

class HostileSafeTensors : public ::testing::Test {
protected:
    Result<SafeTensors> read(std::string_view bytes)
    {
        test::write_bytes(path_, bytes);
        return read_safetensors(path_);
    }
    Result<SafeTensors> read(std::string_view header, std::string_view data)
    {
        return read(test::safetensors(header, data));
    }
    // One tensor `w` over eight bytes of data.
    Result<SafeTensors> read_entry(const std::string& entry)
    {
        return read("{\"w\":" + entry + "}", "01234567");
    }
    test::TemporaryFolder folder_;
    std::filesystem::path path_ = folder_.path() / kName;
};

std::string sample()
{
    return test::safetensors(
        R"({"__metadata__":{"format":"pt"},"a":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]},)"
        R"("b":{"dtype":"I64","shape":[1],"data_offsets":[16,24]}})",
        std::string(16, 'a') + test::raw(std::int64_t{5}));
}

TEST_F(HostileSafeTensors, CutAtEveryByteItIsAnError)
{
    const std::string whole = sample();
    ASSERT_TRUE(read(whole).ok());
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const auto result = read(std::string_view(whole).substr(0, length));
        ASSERT_FALSE(result.ok()) << length;
        ASSERT_EQ(result.error().kind, ErrorKind::corrupt) << length;
        ASSERT_THAT(result.error().message, HasSubstr(kName));
        ASSERT_THAT(result.error().message, HasSubstr("found")) << length;
    }
}

TEST_F(HostileSafeTensors, WithOneBitFlippedItIsReadSoundlyOrAnErrorAndTakesLittleMemory)
{
    const std::string whole = sample();
    const auto check_all = [&] {
        for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
            std::string bytes = whole;
            bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << bit % 8));
            const std::string wrong = complaint(read(bytes), kName, tensors_of);
            EXPECT_TRUE(wrong.empty()) << "bit " << bit << ": " << wrong;
        }
        return !HasFailure();
    };
    EXPECT_TRUE(test::runs_within(kHostileBytes, check_all));
}

TEST_F(HostileSafeTensors, HeaderLengthsAreCheckedBeforeMemoryIsTaken)
{
    for (const std::uint64_t length :
         {std::uint64_t{9}, std::uint64_t{1} << 20U, std::uint64_t{100} << 20U,
          (std::uint64_t{100} << 20U) + 1, std::uint64_t{1} << 63U, ~std::uint64_t{0}}) {
        EXPECT_TRUE(test::runs_within(kHostileBytes, [&] {
            const auto result = read(test::raw(length) + "{}      ");
            return !result.ok() && result.error().kind == ErrorKind::corrupt &&
                   result.error().message.find("expected") != std::string::npos;
        })) << length;
    }
}

TEST_F(HostileSafeTensors, DeepNestingIsAnErrorAndNoStackOverflow)
{
    const std::string openings[] = {"[", R"({"w":)", R"({"w":{"dtype":"F32","shape":[)",
                                    R"({"__metadata__":{"x":)", R"({"\"[":[)"};
    for (const std::string& opening : openings)
        for (const std::size_t levels : {70U, 1000U, 4U << 20U}) {
            std::string header = opening;
            header += std::string(levels, '[') + std::string(levels, ']');
            EXPECT_TRUE(test::runs_within(kHostileBytes,
                                          [&] {
                                              const auto result = read(header, "");
                                              return !result.ok() &&
                                                     result.error().kind == ErrorKind::corrupt;
                                          }))
                << opening << " " << levels;
        }
    // Brackets inside a string are text.
    EXPECT_TRUE(read(R"({"__metadata__":{"x":")" + std::string(1000, '[') + "\\\"" +
                         std::string(1000, '{') + R"("}})",
                     "")
                    .ok());
}

TEST_F(HostileSafeTensors, HeadersThatAreNoObjectAreCorrupt)
{
    for (const char* const header :
         {"", " ", "[]", "null", "3", "\"text\"", "{", "{\"w\"}", "{\"w\":1}", "{\"w\":[]}", "{}}",
          "{\"w\":{}}", "\xEF\xBB\xBF", "{\"\xFF\":1}"})
        EXPECT_EQ(read(header, "").error().kind, ErrorKind::corrupt) << header;
}

TEST_F(HostileSafeTensors, EntriesThatLackOrBendAFieldAreCorruptAndNamed)
{
    for (
        const char* const entry :
        {R"({"shape":[2],"data_offsets":[0,8]})",
         R"({"dtype":"F32","data_offsets":[0,8]})",
         R"({"dtype":"F32","shape":[2]})",
         R"({"dtype":3,"shape":[2],"data_offsets":[0,8]})",
         R"({"dtype":"F32","shape":2,"data_offsets":[0,8]})",
         R"({"dtype":"F32","shape":[-2],"data_offsets":[0,8]})",
         R"({"dtype":"F32","shape":[2.0],"data_offsets":[0,8]})",
         R"({"dtype":"F32","shape":["2"],"data_offsets":[0,8]})",
         R"({"dtype":"F32","shape":[[2]],"data_offsets":[0,8]})",
         R"({"dtype":"F32","shape":[2],"data_offsets":[0]})",
         R"({"dtype":"F32","shape":[2],"data_offsets":[0,8,8]})",
         R"({"dtype":"F32","shape":[2],"data_offsets":[-1,7]})",
         R"({"dtype":"F32","shape":[2],"data_offsets":[0.0,8.0]})",
         R"({"dtype":"F32","shape":[2],"data_offsets":[8,0]})",
         R"({"dtype":"F32","shape":[2],"data_offsets":[4,12]})",
         R"({"dtype":"F32","shape":[2],"data_offsets":[0,18446744073709551615]})",
         R"({"dtype":"F32","shape":[2],"data_offsets":[18446744073709551608,18446744073709551615]})",
         R"({"dtype":"F32","shape":[3],"data_offsets":[0,8]})",
         R"({"dtype":"F32","shape":[1],"data_offsets":[0,8]})",
         R"({"dtype":"F16","shape":[2],"data_offsets":[0,8]})",
         R"({"dtype":"I64","shape":[2],"data_offsets":[0,8]})",
         R"({"dtype":"I64","shape":[],"data_offsets":[0,7]})"}) {
        const auto result = read_entry(entry);
        ASSERT_FALSE(result.ok()) << entry;
        EXPECT_EQ(result.error().kind, ErrorKind::corrupt) << entry;
        EXPECT_THAT(result.error().message, HasSubstr("tensor w")) << entry;
        EXPECT_THAT(result.error().message, HasSubstr(kName)) << entry;
    }
}

TEST_F(HostileSafeTensors, ShapesThatOverflowAreCorrupt)
{
    // The last ones come to 0 or 8 bytes when they are multiplied in 64 bits.
    for (const char* const shape :
         {"[1099511627777]", "[18446744073709551615]", "[1099511627776,1099511627776]",
          "[4294967296,4294967296]", "[2147483648,4294967296]", "[1,1,1,1,1]",
          "[2147483648,1073741824]", "[1099511627776,2097152]", "[1099511627776,4194304]",
          "[2305843009213693952]"})
        for (const char* const type : {"F32", "F16", "I32", "I64"}) {
            for (const char* const offsets : {"[0,0]", "[0,8]"}) {
                const auto result =
                    read_entry(R"({"dtype":")" + std::string(type) + R"(","shape":)" + shape +
                               R"(,"data_offsets":)" + offsets + "}");
                ASSERT_FALSE(result.ok()) << type << " " << shape << " " << offsets;
                EXPECT_EQ(result.error().kind, ErrorKind::corrupt);
                EXPECT_THAT(result.error().message, HasSubstr(kName)) << result.error().message;
            }
        }
}

TEST_F(HostileSafeTensors, TypesThatAreNotReadAreUnsupportedByName)
{
    for (const char* const type : {"F64", "U8", "BOOL", "F8_E4M3", "", "f32"}) {
        const auto result = read_entry(R"({"dtype":")" + std::string(type) +
                                       R"(","shape":[1],"data_offsets":[0,8]})");
        ASSERT_FALSE(result.ok()) << type;
        EXPECT_EQ(result.error().kind, ErrorKind::unsupported) << type;
        EXPECT_THAT(result.error().message, HasSubstr("of type " + std::string(type)));
    }
}

TEST_F(HostileSafeTensors, WhatStandsTwiceOrOverlapsIsCorruptAndNamed)
{
    const auto twice = read(R"({"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},)"
                            R"("w":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})",
                            "01234567");
    ASSERT_FALSE(twice.ok());
    EXPECT_THAT(twice.error().message, HasSubstr("tensor w stands twice"));
    const auto escaped = read(R"({"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},)"
                              R"("\u0077":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})",
                              "01234567");
    EXPECT_FALSE(escaped.ok());
    const auto overlapping = read(R"({"v":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},)"
                                  R"("w":{"dtype":"F16","shape":[1],"data_offsets":[2,4]}})",
                                  "01234567");
    ASSERT_FALSE(overlapping.ok());
    EXPECT_THAT(overlapping.error().message, HasSubstr("share the byte 2"));
}

} // namespace
} // namespace longhand::checkpoint
